#pragma once
#include <optional>
#include <string>

#include "acts/judge.h"

namespace nastavnik {

/// The mark of a survey question that people have answered and whose words the changes take away or make others: the answers
/// would be told as answers to what nobody asked. Nothing where there is none.
std::optional<std::string> answered_question_changed(const Judged& judged, const Loaded& before);

}  // namespace nastavnik
