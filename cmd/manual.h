#pragma once
#include <span>
#include <string>

#include "cmd/command.h"
#include "page/page.h"

namespace nastavnik::cmd {

/// The manual page nastavnik(1).
page::Page program_manual(std::span<const Command> commands, Language language);

/// The manual pages nastavnik(1) and nastavnik-records(5), in roff.
std::string program_roff(std::span<const Command> commands, Language language);
std::string records_roff(Language language);

}  // namespace nastavnik::cmd
