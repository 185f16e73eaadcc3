// Row 6 of the roadmap: what the participants answered. Fewer answers than the school has set are never shown.

#include <map>

#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/positions.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

/// Answers of one side to one question.
struct Answers {
  Average score{};
  Addresses records{};

  void add(long long value, const Program& program) {
    score.sum += value;
    ++score.count;
    if (const std::string address = address_of(program); records.empty() || records.back() != address)
      records.push_back(address);
  }
};

struct Question {
  Answers mentors{};
  Answers mentees{};
  Answers all{};
};

struct Surveys {
  std::map<std::string_view, Question> questions{};
  Question whole{};
  Addresses records{};
  long long filled = 0;  ///< sheets
  long long of_mentors = 0;
  long long of_mentees = 0;
};

void add_sheet(const Registry& registry, const Program& program, const Survey& survey, Surveys& found) {
  const bool by_mentor = program.pair.to && program.pair->mentor == survey.person;
  if (is_erased(registry, survey.person.id)) return;
  ++found.filled;
  ++(by_mentor ? found.of_mentors : found.of_mentees);
  found.records.push_back(address_of(program));
  for (const SurveyAnswer& answer : survey.answers) {
    if (!answer.question.given() || !answer.score.given()) continue;
    for (Question* question : {&found.questions[*answer.question], &found.whole}) {
      (by_mentor ? question->mentors : question->mentees).add(*answer.score, program);
      question->all.add(*answer.score, program);
    }
  }
}

Surveys surveys_in(const Registry& registry, const Period& period) {
  Surveys found;
  for (const Program& program : registry.all<Program>())
    for (const Survey& survey : program.surveys)
      if (survey.date.given() && period.holds(*survey.date)) add_sheet(registry, program, survey, found);
  return found;
}

/// What may be shown. While one side is too small, neither side is: the other one and the whole would give it away.
class Shown {
public:
  Shown(long long mentors, long long mentees, long long least)
      : least_(least),
        sides_(mentors >= least && mentees >= least),
        whole_(mentors + mentees >= least),
        none_(mentors + mentees == 0) {}

  Cell side(const Answers& answers) const { return sides_ ? Cell(answers.score) : withheld(); }
  Cell whole(const Answers& answers) const { return whole_ ? Cell(answers.score) : withheld(); }

private:
  Cell withheld() const {
    if (none_) return no_data();
    return Unsaid{say({"не показано: ответов меньше {}", "not shown: fewer than {} answers"}, least_)};
  }
  long long least_;
  bool sides_;
  bool whole_;
  bool none_;
};

}  // namespace

void add_quality(const ReportRequest& request, Report& report) {
  const Surveys found = surveys_in(request.registry(), request.period);
  const long long least = *request.registry().settings().thresholds->survey_min_answers;
  const Shown sheets(found.of_mentors, found.of_mentees, least);
  if (found.filled == 0)
    report.missing({"анкеты за дни отчёта", "surveys in the days of the report"}, "programs/: surveys");
  const Words score{"средний балл по всем вопросам анкет за период, от 0 до 10",
                    "average score over all questions of the surveys of the period, 0 to 10"};
  report.add(Figures{"quality",
                     {"Оценки участников", "Scores of the participants"},
                     {
                         {"surveys",
                          {"Анкет за период", "Surveys in the period"},
                          found.filled,
                          {"заполненные анкеты с датой в дни периода", "surveys dated within the period"},
                          found.records},
                         {"score",
                          {"Средний балл, от 0 до 10", "Average score, 0 to 10"},
                          sheets.whole(found.whole.all),
                          score,
                          found.whole.all.records},
                         {"score_of_mentors",
                          {"Средний балл у наставников, от 0 до 10", "Average score of the mentors, 0 to 10"},
                          sheets.side(found.whole.mentors),
                          score,
                          found.whole.mentors.records},
                         {"score_of_mentees",
                          {"Средний балл у наставляемых, от 0 до 10", "Average score of the mentees, 0 to 10"},
                          sheets.side(found.whole.mentees),
                          score,
                          found.whole.mentees.records},
                     }});
  Grid grid{.id = "questions",
            .title = {"По вопросам, баллы от 0 до 10", "By question, scores from 0 to 10"},
            .definition = say({"баллы от 0 до 10; при ответах меньше {} балл не показан",
                               "scores from 0 to 10; with fewer than {} answers the score is not shown"},
                              least),
            .columns = {{"question", {"Вопрос", "Question"}},
                        {"answers", {"Ответов", "Answers"}, true},
                        {"all", {"Все", "All"}, true},
                        {"mentors", {"Наставники", "Mentors"}, true},
                        {"mentees", {"Наставляемые", "Mentees"}, true}},
            .when_empty = {"ответов с баллами за период нет", "there are no scored answers in the period"}};
  for (const auto& [text, question] : found.questions) {
    const Shown shown(question.mentors.score.count, question.mentees.score.count, least);
    grid.rows.push_back({{say({"{}", "{}"}, text), question.all.score.count, shown.whole(question.all),
                          shown.side(question.mentors), shown.side(question.mentees)},
                         question.all.records});
  }
  report.add(std::move(grid));
}

ReportKind quality_report();
ReportKind quality_report() {
  return {.name = "quality",
          .title = {"Качество: анкеты участников", "Quality: surveys of the participants"},
          .summary = {"средние баллы анкет; малое число ответов не показывается",
                      "average scores of the surveys; too few answers are not shown"},
          .clauses = "row.6",
          .build = add_quality};
}

}  // namespace nastavnik::reports
