#include <algorithm>

#include <fmt/format.h>

#include "acts/entry.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/pairs.h"
#include "model/notions/school_years.h"

// What happens while a pair works: meetings (clause 7), the curator's checks of its programme (11.9), sheets of its
// participants (row 6).

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

Strings pair_told(const Answers& answers, const Typing& /*typing*/) { return {answers.text("pair")}; }
Strings program_told(const Answers& answers, const Typing& /*typing*/) { return {answers.text("program")}; }

// Meetings

Wanted wanted_of_meeting(std::string_view question, const Answers& answers, const Typing& typing) {
  const Pair* pair = typing.registry().all<Pair>().find(answers.text("pair"));
  if (question == "day") return {.is_required = true};
  if (question == "kind") return {.is_asked = false};
  if (question == "with") return {.is_asked = pair && pair->mentees.size() > 1};
  return {};
}

void tell_meetings(Act& act, const Strings& records, const Answers& answers, const Typing& typing) {
  const Pair* pair = typing.registry().all<Pair>().find(records.front());
  const std::size_t before = pair ? pair->meetings.size() : 0;
  act.means.push_back(say({"встреч у {} записано: {}", "meetings of {} on record: {}"}, records.front(),
                          before + answers.texts("day").size()));
  act.next.emplace_back("nastavnik report meetings");
}

void add_visit(std::vector<Given>& item, const Answers& /*answers*/, const Typing& /*typing*/) {
  item.push_back({{"form"}, yaml_word("visit")});
}

ActQuestion pair_question() {
  return {.name = "pair",
          .field = "programs.pair",
          .value = {"ПАРА", "PAIR"},
          .title = {"Какая пара или группа", "Which pair or group"},
          .help = {"пара или группа: фамилия участника или номер", "the pair or group: a surname or the id"},
          .is_argument = true,
          .is_required = true};
}

ActQuestion days_question() {
  return {.name = "day",
          .field = "pairs.meetings.date",
          .title = {"Когда", "When"},
          .help = {"день встречи; можно несколько; если не указан, сегодня",
                   "the day of the meeting; there may be several; today if not given"},
          .preset = "today",
          .is_argument = true,
          .is_list = true};
}

ActQuestion with_question() {
  return {.name = "with",
          .field = "pairs.meetings.mentees",
          .help = {"с кем, если не со всеми", "with whom, if not with all"}};
}

// The curator's check

void tell_check(Act& act, const Strings& records, const Answers& answers, const Typing& /*typing*/) {
  act.means.push_back(
      say({"куратор проверил программу {} (п. 11.9)", "the curator has checked the programme {} (cl. 11.9)"},
          records.front()));
  if (!answers.has("action")) return;
  act.next.push_back(fmt::format("nastavnik show programs/{}", records.front()));
}

Wanted today_suggested(std::string_view question, const Answers& /*answers*/, const Typing& typing) {
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  return {};
}

// Sheets

const SchoolYear* year_of_sheet(const Answers& answers, const Typing& typing) {
  return typing.registry().all<SchoolYear>().find(year_with(*answers.day("date"), typing));
}

void refuse_outsider(const std::string& person, const Answers& answers, const Typing& typing) {
  const Program* program = typing.registry().all<Program>().find(answers.text("program"));
  const Pair* pair = program ? program->pair.to : nullptr;
  if (!pair || pair->mentor.id == person || is_member(*pair, person)) return;
  throw Refusal{.what = say({"{} в паре {} не участвует", "{} does not take part in the pair {}"}, person, pair->id),
                .clause = "row.6"};
}

/// The scores answer the questions of the year, in their order.
void add_scores(std::vector<Given>& item, const Answers& answers, const Typing& typing) {
  const Strings people = answers.texts("person");
  for (const std::string& person : people) refuse_outsider(person, answers, typing);
  if (people.size() > 1 && (answers.has("scores") || answers.has("comment")))
    throw Refusal{.what = Text{"оценки и отзыв у каждого свои", "scores and comment are everybody's own"},
                  .hint = Text{"назовите с ними кого-то одного", "name one person with them"}};
  const YamlValue* scores = answers.value("scores");
  if (!scores) return;
  const SchoolYear& year = *year_of_sheet(answers, typing);
  if (scores->list.size() != year.survey_questions.size())
    throw Refusal{
        .what = say({"оценок {}, а вопросов в {} — {}", "there are {} scores, and {} has questions: {}"},
                    scores->list.size(), year.id, year.survey_questions.size()),
        .hint = say(
            {"вопросы анкет: nastavnik show {0}; ещё один: nastavnik add {0} survey_questions 'Вопрос'",
             "questions of the sheets: nastavnik show {0}; one more: nastavnik add {0} survey_questions 'Question'"},
            year.id),
        .clause = "row.6"};
  std::vector<YamlValue> all;
  for (std::size_t i = 0; i < scores->list.size(); ++i)
    all.push_back(
        yaml_mapping({{"question", yaml_word(*year.survey_questions.items[i].id)}, {"score", scores->list[i]}}));
  item.push_back({{"answers"}, yaml_items(std::move(all))});
}

void tell_sheet(Act& act, const Strings& /*records*/, const Answers& /*answers*/, const Typing& /*typing*/) {
  act.means.push_back(Text{"анкета участника записана (строка 6 дорожной карты)",
                           "the sheet of the participant is on record (row 6 of the roadmap)"});
  act.next.emplace_back("nastavnik report quality");
}

}  // namespace

ActKind meeting() {
  return entering_by(
      {.list = "pairs.meetings", .records = pair_told, .tell = tell_meetings},
      {.name = "meeting",
       .clauses = "7",
       .covers = "pairs.meetings",
       .summary = {"записать встречу пары или группы", "record a meeting of a pair or group"},
       .description =
           {"Записывает встречу наставника с наставляемыми: день, что это было, о чём. Дней можно назвать несколько, тогда каждая встреча "
            "станет отдельным пунктом. Если в группе были не все, назовите, кто был.",
            "Records a meeting of the mentor and the mentees: the day, what it was, what about. Several days may be named, each becomes an "
            "item of its own. Of a group where not all were there, name who was."},
       .questions = {pair_question(),
                     days_question(),
                     {.name = "form", .field = "pairs.meetings.form"},
                     {.name = "topic", .field = "pairs.meetings.topic"},
                     {.name = "minutes", .field = "pairs.meetings.duration"},
                     with_question(),
                     {.name = "kind", .field = "pairs.meetings.kind"}},
       .examples =
           {{"nastavnik meeting 2025-739516 24.08.2026 28.08.2026 --form консультация --topic 'План первой недели' --dry-run",
             {"две консультации, только посмотреть", "two consultations, only to look"}}},
       .wanted = wanted_of_meeting});
}

ActKind visiting() {
  return entering_by(
      {.list = "pairs.meetings", .records = pair_told, .rest = add_visit, .tell = tell_meetings},
      {.name = "visit",
       .clauses = "7",
       .summary = {"записать посещение урока или занятия", "record a visit to a lesson"},
       .description =
           {"Записывает, что наставник и наставляемый были на уроке друг у друга: день и что увидели. Это встреча, у которой "
            "форма — посещение; отчёты считают её отдельно.",
            "Records that mentor and mentee were at a lesson of each other: the day and what was seen. It is a meeting whose form "
            "is a visit; reports count it apart."},
       .questions = {pair_question(),
                     days_question(),
                     {.name = "topic",
                      .field = "pairs.meetings.topic",
                      .title = {"Чей урок и что увидели", "Whose lesson, and what was seen"}},
                     {.name = "minutes", .field = "pairs.meetings.duration"},
                     with_question()},
       .examples = {{"nastavnik visit 2025-739516 26.08.2026 --topic 'Урок математики: начало урока' --dry-run",
                     {"посещение урока, только посмотреть", "a visit to a lesson, only to look"}}},
       .wanted = wanted_of_meeting});
}

ActKind checking_by_curator() {
  return entering_by(
      {.list = "programs.curator_checks", .records = program_told, .tell = tell_check},
      {.name = "curator-check",
       .clauses = "11.9",
       .covers = "programs.curator_checks",
       .summary = {"записать, что куратор проверил ход программы", "record that the curator has checked a programme"},
       .description = {"Записывает проверку программы куратором: день, что установлено, что решено.",
                       "Records a check of the programme by the curator: the day, what was found, what was decided."},
       .questions = {{.name = "program",
                      .field = "publications.programs.program",
                      .value = {"ПРОГРАММА", "PROGRAM"},
                      .title = {"Какая программа", "Which programme"},
                      .help = {"программа: фамилия участника или номер", "the programme: a surname or the id"},
                      .is_argument = true,
                      .is_required = true},
                     {.name = "date",
                      .field = "programs.curator_checks.date",
                      .help = {"когда проверил; если не указано, сегодня", "checked on; today if not given"},
                      .preset = "today"},
                     {.name = "finding", .field = "programs.curator_checks.finding", .is_required = true},
                     {.name = "action", .field = "programs.curator_checks.action"}},
       .examples = {{"nastavnik curator-check 2025-739516 --date 27.08.2026 --finding 'План выполняется' --dry-run",
                     {"проверка, только посмотреть", "a check, only to look"}}},
       .wanted = today_suggested});
}

ActKind surveying() {
  return entering_by(
      {.list = "programs.surveys", .records = program_told, .rest = add_scores, .tell = tell_sheet},
      {.name = "survey",
       .clauses = "row.6",
       .covers = "programs.surveys",
       .summary = {"записать анкету участника программы", "record the sheet of a participant"},
       .description =
           {"Записывает анкету: кто ответил, на входе или на выходе, оценки и отзыв. Оценки идут в том порядке, в котором вопросы записаны "
            "у учебного года (survey_questions). Ответы своими словами добавляет nastavnik add.",
            "Records a sheet: who answered, at the start or at the end, the scores and the comment. The scores stand in the order of "
            "the questions of the school year (survey_questions). Answers in one's own words are added by nastavnik add."},
       .questions = {{.name = "program",
                      .field = "publications.programs.program",
                      .value = {"ПРОГРАММА", "PROGRAM"},
                      .title = {"Какая программа", "Which programme"},
                      .help = {"программа: фамилия участника или номер", "the programme: a surname or the id"},
                      .is_argument = true,
                      .is_required = true},
                     {.name = "person",
                      .field = "programs.surveys.person",
                      .help = {"кто ответил: фамилия или номер; без оценок и отзыва можно нескольких",
                               "who answered: the surname or the id; without scores and comment there may be several"},
                      .is_argument = true,
                      .is_list = true,
                      .is_required = true},
                     {.name = "date",
                      .field = "programs.surveys.date",
                      .help = {"когда заполнена; если не указано, сегодня", "filled in on; today if not given"},
                      .preset = "today"},
                     {.name = "stage", .field = "programs.surveys.stage", .preset = "end"},
                     {.name = "scores",
                      .field = "programs.surveys.answers.score",
                      .title = {"Оценки через запятую, в порядке вопросов года",
                                "Scores with commas, in the order of the questions of the year"},
                      .is_list = true},
                     {.name = "comment", .field = "programs.surveys.comment"}},
       .examples = {{"nastavnik survey 2025-739516 p-867130 --date 28.08.2026 --comment 'Помогло' --dry-run",
                     {"анкета с отзывом, только посмотреть", "a sheet with a comment, only to look"}}},
       .wanted = today_suggested});
}

}  // namespace nastavnik
