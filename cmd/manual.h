#pragma once
#include <span>
#include <string>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// The manual page nastavnik(1), in roff.
std::string manual_page(std::span<const Command> commands, Language language);

}  // namespace nastavnik::cmd
