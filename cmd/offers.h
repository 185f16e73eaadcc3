#pragma once
#include <string>
#include <vector>

#include "cmd/command.h"
#include "cmd/offer.h"

// What a shell may offer at the end of a line that is being typed.

namespace nastavnik::cmd {

/// What the last of the words may become: commands, options, values, records. People are named only where `names` are asked
/// for. Where nothing begins so, the word may have been typed in the other layout of the keyboard.
Offers offers(const std::vector<std::string>& typed, bool names, const Environment& environment);

}  // namespace nastavnik::cmd
