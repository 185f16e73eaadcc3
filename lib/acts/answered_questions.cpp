#include "acts/answered_questions.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"

namespace nastavnik {
namespace {

using Wordings = std::map<std::string, std::string>;

Wordings wordings_of(const Registry& registry) {
  Wordings all;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    for (const SurveyQuestion& question : year.survey_questions)
      if (question.id.given() && question.text.given()) all.emplace(std::string(*question.id), fold(*question.text));
  return all;
}

bool is_answered(const Registry& registry, std::string_view mark) {
  const auto has_answer = [&](const Survey& survey) {
    return std::ranges::any_of(survey.answers, [&](const SurveyAnswer& answer) {
      return answer.question.given() && std::string_view(*answer.question) == mark;
    });
  };
  return std::ranges::any_of(registry.all<Program>(),
                             [&](const Program& program) { return std::ranges::any_of(program.surveys, has_answer); });
}

}  // namespace

std::optional<std::string> answered_question_changed(const Judged& judged, const Loaded& before) {
  if (std::ranges::none_of(judged.files, [](const ChangedFile& file) { return file.path.starts_with("years/"); }))
    return std::nullopt;
  const Wordings now = wordings_of(judged.after->registry);
  for (const auto& [mark, words] : wordings_of(before.registry)) {
    const auto kept = now.find(mark);
    if ((kept == now.end() || kept->second != words) && is_answered(judged.after->registry, mark)) return mark;
  }
  return std::nullopt;
}

}  // namespace nastavnik
