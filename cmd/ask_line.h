#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cmd/offer.h"

namespace nastavnik::cmd {

/// A line that a person at the terminal is asked for.
struct AskedLine {
  std::string prompt{};  ///< nothing in it steers the terminal
  /// What the line may become, of what stands before the cursor; where it is empty, nothing is offered.
  std::function<Offers(std::string_view begun)> offers{};
};

/// Asks, and gives back what was typed; nothing where the person has ended the input. A signal that asks the program to
/// end ends the question, too, and is left noted.
using AskLine = std::function<std::optional<std::string>(const AskedLine&)>;

}  // namespace nastavnik::cmd
