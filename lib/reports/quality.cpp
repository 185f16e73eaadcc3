// Row 6 of the roadmap: what the participants answered. Fewer answers than the school has set are never shown.

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/text.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/surveys.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "rules/conceal.h"

namespace nastavnik::reports {
namespace {

/// The lowest and the highest score.
struct Ends {
  long long from = 0;
  long long to = 10;

  friend auto operator<=>(const Ends&, const Ends&) = default;
};

/// Nothing where the scale cannot be read or is none.
std::optional<Ends> scale_of(const Survey& survey) {
  const Scale& scale = *survey.scale;
  for (const Presence presence : {survey.scale.presence, scale.from.presence, scale.to.presence})
    if (presence == Presence::broken) return std::nullopt;
  const Ends ends{*scale.from, *scale.to};
  return ends.from < ends.to ? std::optional(ends) : std::nullopt;
}

/// The score of the answer, where it has one on the scale.
std::optional<long long> score_of(const SurveyAnswer& answer, const Ends& scale) {
  if (!answer.question.given() || !answer.score.given()) return std::nullopt;
  const long long score = *answer.score;
  return score >= scale.from && score <= scale.to ? std::optional(score) : std::nullopt;
}

void add_once(Addresses& records, const Program& program) {
  if (std::string address = address_told(program); records.empty() || records.back() != address)
    records.push_back(std::move(address));
}

/// Scores of one side, by the length of their scales, counted from the lowest.
struct Answers {
  std::map<long long, Average> by_length{};
  long long count = 0;
  Addresses records{};

  void add(long long above_lowest, const Ends& scale, const Program& program) {
    Average& here = by_length[scale.to - scale.from];
    here.sum += above_lowest;
    ++here.count;
    ++count;
    add_once(records, program);
  }

  /// All as scores from 0 to 10.
  Average on_ten() const {
    long long common = 1, shared = 0;
    for (const auto& [length, scores] : by_length) common = std::lcm(common, length);
    Average all{0, count * common};
    for (const auto& [length, scores] : by_length) {
      all.sum += scores.sum * 10 * (common / length);
      shared = std::gcd(shared, std::gcd(10 * (common / length), common));
    }
    return shared == 0 ? Average{} : Average{all.sum / shared, all.count / shared};
  }
  /// Of one scale, as its scores are.
  Average on(const Ends& scale) const {
    const Average scores = by_length.empty() ? Average{} : by_length.begin()->second;
    return {scores.sum + scores.count * scale.from, scores.count};
  }
};

struct Question {
  Answers mentors{};
  Answers mentees{};
  Answers all{};
};

/// A question on one scale: scores of two scales are not mixed.
using Asked = std::pair<std::string_view, Ends>;

/// What those who answered at the start and at the end said each time.
struct Growth {
  Average before{};
  Average after{};
  Addresses records{};
};

/// Answers in words to one question; nobody stands beside them.
struct InWords {
  std::vector<std::string> texts{};
  Addresses records{};

  void add(std::string_view text, const Program& program) {
    texts.emplace_back(text);
    add_once(records, program);
  }
};

/// Questions that differ by case, quotation marks or the sign at the end are one.
std::string same_question(std::string_view question) {
  std::string folded = fold(question);
  while (!folded.empty() && std::string_view(" .?!:;,").find(folded.back()) != std::string_view::npos)
    folded.pop_back();
  return folded;
}

struct Surveys {
  Wordings under_marks;
  std::map<std::string, std::string_view> wordings{};  ///< the first of each question
  std::map<Asked, Question> questions{};
  Question whole{};
  std::map<Asked, Growth> growth{};
  Answers gain{};                ///< of those who answered both times
  long long grown = 0;           ///< sheets at the end that have one at the start
  long long of_other_scale = 0;  ///< sheets at the end that have one at the start, on another scale
  Addresses records_of_other_scale{};
  std::map<std::string_view, InWords> grades{};
  std::map<std::string_view, InWords> texts{};
  Addresses records{};
  Addresses records_at_start{};
  long long filled = 0;  ///< sheets
  long long at_start = 0;
  long long of_mentors = 0;  ///< without those at the start
  long long of_mentees = 0;

  /// Answers that ask the same have the same view.
  std::string_view asked(const SurveyAnswer& answer) {
    const std::string_view question = under_marks.of(answer);
    return wordings.try_emplace(same_question(question), question).first->second;
  }
};

/// The last sheet of the same person before this one that tells of the start.
const Survey* sheet_at_start(const Program& program, const Survey& survey) {
  const Survey* found = nullptr;
  for (const Survey& one : program.surveys)
    if (is_at_start(one) && one.person == survey.person && one.date.given() && *one.date <= *survey.date &&
        (!found || *one.date >= *found->date))
      found = &one;
  return found;
}

void add_growth(const Program& program, const Survey& survey, const Ends& scale, Surveys& found) {
  const Survey* start = sheet_at_start(program, survey);
  if (!start) return;
  if (scale_of(*start) != scale) {
    ++found.of_other_scale;
    return add_once(found.records_of_other_scale, program);
  }
  bool grown = false;
  for (const SurveyAnswer& answer : survey.answers)
    for (const SurveyAnswer& earlier : start->answers) {
      const auto after = score_of(answer, scale), before = score_of(earlier, scale);
      if (!after || !before || found.asked(answer) != found.asked(earlier)) continue;
      Growth& growth = found.growth[{found.asked(answer), scale}];
      growth.before.sum += *before;
      growth.after.sum += *after;
      ++growth.before.count;
      ++growth.after.count;
      add_once(growth.records, program);
      found.gain.add(*after - *before, scale, program);
      grown = true;
    }
  found.grown += grown ? 1 : 0;
}

void add_scores(const Program& program, const Survey& survey, bool by_mentor, Surveys& found) {
  const auto scale = scale_of(survey);
  if (!scale) return;
  for (const SurveyAnswer& answer : survey.answers) {
    const auto score = score_of(answer, *scale);
    if (!score) continue;
    for (Question* question : {&found.questions[{found.asked(answer), *scale}], &found.whole})
      for (Answers* side : {by_mentor ? &question->mentors : &question->mentees, &question->all})
        side->add(*score - scale->from, *scale, program);
  }
  add_growth(program, survey, *scale, found);
}

void add_sheet(const Registry& registry, const Program& program, const Survey& survey, Surveys& found) {
  if (is_erased(registry, survey.person.id)) return;
  for (const SurveyAnswer& answer : survey.answers) {
    if (!answer.question.given()) continue;
    if (answer.grade.given()) found.grades[found.asked(answer)].add(*answer.grade, program);
    if (answer.text.given()) found.texts[found.asked(answer)].add(*answer.text, program);
  }
  ++found.filled;
  add_once(found.records, program);
  if (is_at_start(survey)) {
    ++found.at_start;
    return add_once(found.records_at_start, program);
  }
  const bool by_mentor = program.pair.to && program.pair->mentor == survey.person;
  ++(by_mentor ? found.of_mentors : found.of_mentees);
  add_scores(program, survey, by_mentor, found);
}

Surveys surveys_in(const Registry& registry, const Period& period) {
  Surveys found{.under_marks = Wordings(registry)};
  for (const Program& program : registry.all<Program>())
    for (const Survey& survey : program.surveys)
      if (survey.date.given() && period.holds(*survey.date)) add_sheet(registry, program, survey, found);
  return found;
}

long long least_answers(const ReportRequest& request) {
  return *request.registry().settings().thresholds->survey_min_answers;
}

Cell withheld(long long least) {
  return Unsaid{say({"не показано: ответов меньше {}", "not shown: fewer than {} answers"}, least)};
}

/// What may be shown. While one side is too small, neither side is: the other one and the whole would give it away.
class Shown {
public:
  Shown(long long one, long long other, long long least) : one_(one), other_(other), least_(least) {}

  Cell one(const Average& score) const { return side(score, one_); }
  Cell other(const Average& score) const { return side(score, other_); }
  Cell whole(const Average& score) const { return one_ + other_ >= least_ ? Cell(score) : hidden(one_ + other_); }

private:
  Cell side(const Average& score, long long count) const {
    return std::min(one_, other_) >= least_ ? Cell(score) : hidden(count);
  }
  Cell hidden(long long count) const {
    if (one_ + other_ == 0) return no_data();
    if (count < least_) return withheld(least_);
    return Unsaid{
        Text{"не показано, чтобы не раскрыть отдельный ответ", "not shown, lest a single answer be disclosed"}};
  }

  long long one_;
  long long other_;
  long long least_;
};

Figures figures_of(const Surveys& found, long long least) {
  const Shown sheets(found.of_mentors, found.of_mentees, least), grown(found.grown, 0, least);
  const Words score{
      "средний балл по всем вопросам анкет за период, без анкет на входе; оценки по другой шкале приведены к шкале от 0 до 10",
      "average score over all questions of the surveys of the period, without those at the start; scores of another scale are brought to 0 to 10"};
  const Question& whole = found.whole;
  Figures figures{"quality",
                  {"Оценки участников", "Scores of the participants"},
                  {
                      {"surveys",
                       {"Анкет за период", "Surveys in the period"},
                       found.filled,
                       {"заполненные анкеты с датой в дни периода", "surveys dated within the period"},
                       found.records},
                      {"score",
                       {"Средний балл, от 0 до 10", "Average score, 0 to 10"},
                       sheets.whole(whole.all.on_ten()),
                       score,
                       whole.all.records},
                      {"score_of_mentors",
                       {"Средний балл у наставников, от 0 до 10", "Average score of the mentors, 0 to 10"},
                       sheets.one(whole.mentors.on_ten()),
                       score,
                       whole.mentors.records},
                      {"score_of_mentees",
                       {"Средний балл у наставляемых, от 0 до 10", "Average score of the mentees, 0 to 10"},
                       sheets.other(whole.mentees.on_ten()),
                       score,
                       whole.mentees.records},
                  }};
  if (found.of_other_scale > 0)
    figures.figures.push_back(
        {"surveys_of_other_scale",
         {"Анкет, где на входе была другая шкала", "Surveys whose scale at the start was another"},
         found.of_other_scale,
         {"анкеты на выходе тех, кто на входе отвечал по другой шкале: в прирост они не входят",
          "surveys at the end of those who answered on another scale at the start: the growth leaves them out"},
         found.records_of_other_scale});
  if (found.at_start == 0 && found.grown == 0) return figures;
  figures.figures.push_back({"surveys_at_start",
                             {"Из них на входе", "Of them at the start"},
                             found.at_start,
                             {"анкеты, у которых указано, что они проведены в начале программы (stage: start)",
                              "surveys that say that they were held at the start of the programme (stage: start)"},
                             found.records_at_start});
  figures.figures.push_back(
      {"growth",
       {"Прирост балла от входа к выходу", "Growth of the score from start to end"},
       grown.whole(found.gain.on_ten()),
       {"на сколько баллов из 10 один и тот же человек оценил тот же вопрос на выходе выше, чем на входе; в среднем по таким ответам",
        "by how many points of 10 the same person scored the same question higher at the end than at the start; the average over such answers"},
       found.gain.records});
  return figures;
}

Grid table_of_questions(const Surveys& found, long long least) {
  Grid grid{.id = "questions",
            .title = {"Баллы по вопросам", "Scores by question"},
            .definition = say({"без анкет на входе; при ответах меньше {} балл не показан",
                               "without surveys at the start; with fewer than {} answers the score is not shown"},
                              least),
            .columns = {{"question", {"Вопрос", "Question"}},
                        {"answers", {"Ответов", "Answers"}, true},
                        {"all", {"Все", "All"}, true},
                        {"mentors", {"Наставники", "Mentors"}, true},
                        {"mentees", {"Наставляемые", "Mentees"}, true},
                        {"lowest", {"Шкала от", "Scale from"}, true},
                        {"highest", {"до", "to"}, true}},
            .when_empty = {"ответов с баллами за период нет", "there are no scored answers in the period"}};
  for (const auto& [asked, question] : found.questions) {
    const auto& [text, scale] = asked;
    const Shown shown(question.mentors.count, question.mentees.count, least);
    grid.rows.push_back(
        {{say({"{}", "{}"}, text), question.all.count, shown.whole(question.all.on(scale)),
          shown.one(question.mentors.on(scale)), shown.other(question.mentees.on(scale)), scale.from, scale.to},
         question.all.records});
  }
  return grid;
}

/// Those who answered at the end alone: few of them would be given away by what all answered. Where there are none, nobody is.
long long others_than(const Growth& growth, const Question& question) {
  const long long others = question.all.count - growth.after.count;
  return others == 0 ? growth.after.count : others;
}

Grid table_of_growth(const Surveys& found, long long least) {
  Grid grid{
      .id = "growth_by_question",
      .title = {"На входе и на выходе", "At the start and at the end"},
      .definition = say({"ответы тех, кто оценил вопрос дважды по одной шкале; если их меньше {}, баллы не показаны",
                         "answers of those who scored a question twice on one scale; of fewer than {} none is shown"},
                        least),
      .columns = {{"question", {"Вопрос", "Question"}},
                  {"answers", {"Ответили дважды", "Answered twice"}, true},
                  {"before", {"На входе", "At the start"}, true},
                  {"after", {"На выходе", "At the end"}, true},
                  {"growth", {"Прирост", "Growth"}, true},
                  {"lowest", {"Шкала от", "Scale from"}, true},
                  {"highest", {"до", "to"}, true}}};
  for (const auto& [asked, growth] : found.growth) {
    const auto& [text, scale] = asked;
    const long long times = growth.after.count;
    const Shown each(times, others_than(growth, found.questions.at(asked)), least);
    grid.rows.push_back({{say({"{}", "{}"}, text), times, each.one(growth.before), each.one(growth.after),
                          each.one({growth.after.sum - growth.before.sum, times}), scale.from, scale.to},
                         growth.records});
  }
  return grid;
}

Grid table_of_grades(const Surveys& found, long long least) {
  Grid grid{
      .id = "grades",
      .title = {"Оценки словами", "Grades in words"},
      .definition = say({"при оценках меньше {} они не показаны", "of fewer than {} grades none is shown"}, least),
      .columns = {{"question", {"Вопрос", "Question"}},
                  {"grade", {"Оценка", "Grade"}},
                  {"answers", {"Ответов", "Answers"}, true}}};
  for (const auto& [question, given] : found.grades) {
    const Words asked = say({"{}", "{}"}, question);
    const auto all = static_cast<long long>(given.texts.size());
    if (all < least) {
      grid.rows.push_back({{asked, withheld(least), all}, given.records});
      continue;
    }
    std::map<std::string_view, long long> count;
    for (const std::string& grade : given.texts) ++count[grade];
    for (const auto& [grade, times] : count)
      grid.rows.push_back({{asked, say({"{}", "{}"}, grade), times}, given.records});
  }
  return grid;
}

/// In the order of their letters: nothing tells whose they are. Whoever is named in them is not.
Grid table_of_texts(const ReportRequest& request, Surveys& found, long long least) {
  Grid grid{.id = "answers_in_words",
            .title = {"Ответы своими словами", "Answers in the participants' own words"},
            .definition = say({"без имён и по алфавиту; при ответах меньше {} они не показаны",
                               "without names and in alphabetical order; of fewer than {} answers none is shown"},
                              least),
            .columns = {{"question", {"Вопрос", "Question"}}, {"answer", {"Ответ", "Answer"}}}};
  const Conceal conceal(request.loaded);
  for (auto& [question, given] : found.texts) {
    const Words asked = say({"{}", "{}"}, question);
    if (static_cast<long long>(given.texts.size()) < least) {
      grid.rows.push_back({{asked, withheld(least)}, given.records});
      continue;
    }
    std::sort(given.texts.begin(), given.texts.end());
    for (const std::string& text : given.texts)
      grid.rows.push_back({{asked, say({"{}", "{}"}, conceal.text(text))}, given.records});
  }
  return grid;
}

}  // namespace

void add_quality(const ReportRequest& request, Report& report) {
  const Surveys found = surveys_in(request.registry(), request.period);
  const long long least = least_answers(request);
  if (found.filled == 0)
    report.missing({"анкеты за дни отчёта", "surveys in the days of the report"}, "programs/: surveys");
  report.add(figures_of(found, least));
  report.add(table_of_questions(found, least));
  if (!found.growth.empty()) report.add(table_of_growth(found, least));
  if (!found.grades.empty()) report.add(table_of_grades(found, least));
}

namespace {

/// What people wrote stays out of the final report, which goes from hand to hand.
void add_answers(const ReportRequest& request, Report& report) {
  add_quality(request, report);
  Surveys found = surveys_in(request.registry(), request.period);
  if (!found.texts.empty()) report.add(table_of_texts(request, found, least_answers(request)));
}

}  // namespace

ReportKind quality_report();
ReportKind quality_report() {
  return {
      .name = "quality",
      .title = {"Качество: анкеты участников", "Quality: surveys of the participants"},
      .summary =
          {"баллы анкет и их прирост от входа к выходу, ответы словами без имён; малое число ответов не показывается",
           "scores of the surveys and their growth from start to end, answers in words without names; too few are not shown"},
      .clauses = "row.6",
      .build = add_answers};
}

}  // namespace nastavnik::reports
