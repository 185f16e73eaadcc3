#pragma once
#include <string_view>
#include <unordered_map>

#include "model/registry.h"

namespace nastavnik {

struct SurveyAnswer;
struct SurveyQuestion;

/// What was asked, where answers name the mark of a question that a school year keeps.
class Wordings {
public:
  explicit Wordings(const Registry& registry);

  /// The words of the question: those under its mark, else what the answer itself says. It must be given.
  std::string_view of(const SurveyAnswer& answer) const;
  /// The first question with the mark; nothing where there is none.
  const SurveyQuestion* find(std::string_view mark) const;
  /// Every question can be read, so that what is not found here is not there.
  bool sees_all() const { return sees_all_; }

private:
  std::unordered_map<std::string_view, const SurveyQuestion*> by_mark_{};
  bool sees_all_ = true;
};

/// The answer names its question by a mark.
bool names_mark(const SurveyAnswer& answer);

}  // namespace nastavnik
