#pragma once
#include <span>
#include <string>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// The manual page nastavnik(1), in roff.
std::string manual_page(std::span<const Command> commands, Language language);

/// The manual page nastavnik-records(5), in roff.
std::string records_page(Language language);

}  // namespace nastavnik::cmd
