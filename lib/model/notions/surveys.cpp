#include "model/notions/surveys.h"

#include "model/kinds/program_course.h"
#include "model/kinds/years.h"

namespace nastavnik {

Wordings::Wordings(const Registry& registry) {
  const Table<SchoolYear>& years = registry.all<SchoolYear>();
  sees_all_ = years.seen() && years.broken().empty();
  for (const SchoolYear& year : years) {
    if (year.survey_questions.presence == Presence::broken) sees_all_ = false;
    for (const SurveyQuestion& question : year.survey_questions) {
      if (question.id.given() && question.text.given())
        by_mark_.try_emplace(*question.id, &question);
      else
        sees_all_ = false;
    }
  }
}

const SurveyQuestion* Wordings::find(std::string_view mark) const {
  const auto found = by_mark_.find(mark);
  return found == by_mark_.end() ? nullptr : found->second;
}

std::string_view Wordings::of(const SurveyAnswer& answer) const {
  const SurveyQuestion* question = names_mark(answer) ? find(*answer.question) : nullptr;
  return question ? *question->text : *answer.question;
}

bool names_mark(const SurveyAnswer& answer) {
  std::string_view mark;
  return answer.question.given() && !LocalId<'q'>::read(*answer.question, mark);
}

}  // namespace nastavnik
