#pragma once
#include <functional>

#include "cmd/act_options.h"
#include "cmd/asking.h"

// Acts whose words may leave something open: who sits at a terminal is asked for it.

namespace nastavnik::cmd {

/// An act by words and by questions.
struct Doing {
  bool is_told = true;  ///< whether the words say anything that could be enough
  /// May throw Refusal.
  std::function<Act(const Open&, const Typing&)> by_words{};
  /// What the words leave open is asked. May throw Refusal.
  std::function<Act(const Open&, Asking&)> by_questions{};
};

/// Does what the words say; where they leave something open and somebody can be asked, asks, shows what would be written and
/// writes it if that is wanted. While it asks, others may write.
ExitStatus act(const Doing& doing, const Arguments& arguments, Environment& environment);

/// The record as the words name it, or as the person does.
std::string record_told(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking);
/// The field of the record as the words name it, or as the person does; of a person also in the entries of the banks.
std::string field_told(const std::string& record, const Arguments& arguments, const Open& open,
                       const Environment& environment, Asking& asking, const Text& prompt);

/// Throws UsageError where the argument is missing and nobody can be asked for it.
void require_told(const Arguments& arguments, const Parameter& parameter, const Environment& environment);

}  // namespace nastavnik::cmd
