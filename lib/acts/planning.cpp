#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/amendment.h"
#include "acts/entering.h"
#include "acts/making.h"
#include "acts/patterns.h"
#include "model/addresses.h"
#include "model/day_typed.h"
#include "model/kinds/activities.h"
#include "model/kinds/calendar.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/due.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/working_days.h"

// The personalised programme of a pair (clause 2, row 5): its term, purpose and plan, from a pattern, another programme, or
// what was told.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

// The pattern

std::span<const Code> codes_of_patterns() {
  static const std::vector<Code> codes = [] {
    std::vector<Code> all;
    for (const Pattern& one : patterns()) all.push_back(one.code);
    return all;
  }();
  return codes;
}

Notation notation_of_pattern() {
  return {.words = Text{"образец программы", "pattern of a programme"}, .codes = codes_of_patterns()};
}

Problem read_pattern(std::string_view text) {
  if (find_pattern(text)) return std::nullopt;
  return ValueProblem{.fault = ValueFault::unknown_code,
                      .label = Text{"такого образца нет", "there is no such pattern"}};
}

constexpr ValueShape pattern_choice{.notation = notation_of_pattern, .read = read_pattern};

// What is asked

const Pair* pair_told(const Answers& answers, const Typing& typing) {
  return typing.registry().all<Pair>().find(answers.text("pair"));
}

std::optional<Date> start_told(const Answers& answers, const Typing& typing) {
  if (const auto day = answers.day("start")) return day;
  const Pair* pair = pair_told(answers, typing);
  return pair && pair->start.given() ? std::optional<Date>(*pair->start) : std::nullopt;
}

Wanted wanted_of_program(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool from_another = answers.has("like") || answers.has("pattern");
  if (question == "start") {
    const auto start = start_told(answers, typing);
    return {.is_required = !start, .suggested = iso(start.value_or(typing.registry().day()))};
  }
  if (question == "end") {
    const auto start = start_told(answers, typing);
    return {.is_required = true, .suggested = start ? iso(day_within(school_year(*start), std::chrono::May / 29)) : ""};
  }
  if (question == "pattern") return {.fits = !answers.has("like")};
  if (question == "goal" || question == "why" || question == "activity") return {.is_asked = !from_another};
  if (question == "drafted") return {};
  return {.is_asked = false};
}

// The plan

struct Planned {
  std::string title{};
  std::optional<Date> due{};
  std::string term{};
  std::string responsible{};
  bool shows_strengths = false;
  std::vector<Given> besides{};
};

/// «Взаимопосещение уроков до 31.10.2025» is an activity and the day it is due.
Planned activity_typed(const std::string& word, const Typing& typing) {
  for (const std::string_view before : {" до ", " by "}) {
    const std::size_t at = word.rfind(before);
    if (at == word.npos) continue;
    const auto day = day_typed(std::string_view(word).substr(at + before.size()), typing.registry().day());
    if (!day) continue;
    const auto* date = std::get_if<Date>(&*day);
    if (!date && !typing.year_follows)
      throw Refusal{.what =
                        say({"«{}»: нужен год, например 15.09.2025", "'{}': the year is needed, as 15.09.2025"}, word)};
    return {.title = word.substr(0, at),
            .due = date ? *date : next_such(std::get<std::chrono::month_day>(*day), typing.registry().day())};
  }
  return {.title = word};
}

class Planning {
public:
  Planning(const Answers& answers, const Typing& typing, const Lot& lot)
      : answers_(answers), typing_(typing), lot_(lot), pair_(*pair_told(answers, typing)) {
    for (const Member* member : members_nearest(pair_, start_)) mentees_.emplace_back(member->person.id);
  }

  Act done() {
    take_over();
    tell_rest();
    NewRecord made = new_record(Program::kind, {.given = std::move(given_)}, typing_, lot_);
    const std::string id = made.address.substr(made.address.find('/') + 1);
    Act act{.changes = std::move(made.changes)};
    act.means.push_back(say({"программа {}: с {} по {}", "programme {}: {} to {}"}, id, start_, end_));
    if (answers_.has("like") && !answers_.has("goal"))
      act.means.push_back(say({"цель и план — те же, что у программы {}: сверьте их с запросами",
                               "goal and plan are those of the programme {}: hold them against the requests"},
                              answers_.text("like")));
    act.next.push_back(fmt::format("nastavnik document program {}", id));
    act.next.push_back(fmt::format("nastavnik show programs/{}", id));
    act.next.emplace_back("nastavnik due");
    return act;
  }

private:
  bool tells(std::string_view key) const {
    return std::ranges::any_of(given_, [&](const Given& one) { return one.keys.front() == key; });
  }

  void add(std::string_view key, YamlValue value) {
    if (!tells(key)) given_.push_back({{std::string(key)}, std::move(value)});
  }

  /// What was told goes before what a pattern or another programme has.
  void take_over() {
    for (const std::string_view key : {"pair", "title", "goal", "kinds", "tasks", "directions"})
      if (const YamlValue* told = answers_.value(key)) add(key, *told);
    if (const YamlValue* why = answers_.value("why")) add("form_choice", *why);
    add("start", yaml_word(iso(start_)));
    add("end", yaml_word(iso(end_)));
    if (const Strings topics = topics_asked(); !topics.empty()) add("directions", yaml_words(topics));
    for (const std::string& word : answers_.texts("activity")) planned_.push_back(activity_typed(word, typing_));
    if (const Program* other = typing_.registry().all<Program>().find(answers_.text("like"))) copy(*other);
    if (const Pattern* pattern = find_pattern(answers_.text("pattern"))) follow(*pattern);
  }

  void follow(const Pattern& pattern) {
    add("goal", yaml_text(pattern.goal));
    add("form_choice", yaml_text(pattern.form_choice));
    add("tasks", yaml_words(Strings(pattern.tasks.begin(), pattern.tasks.end())));
    add("directions", yaml_words({std::string(pattern.direction)}));
    for (const PatternActivity& one : pattern.activities)
      planned_.push_back({.title = std::string(one.title),
                          .due = due_by(start_ + (end_ - start_) * one.share / 100),
                          .responsible = one.is_by_mentee ? mentees_.front() : std::string(pair_.mentor.id),
                          .shows_strengths = one.shows_strengths});
  }

  /// The plan of another programme, its days as far from the start; whoever was mentor or mentee there is so here.
  void copy(const Program& other) {
    const std::string file = file_of(other);
    const RecordFile there(typing_.loaded, file);
    for (const std::string_view key :
         {"title", "goal", "form_choice", "kinds", "tasks", "directions", "expected_results", "tools"})
      if (const Node* stands = field_typed(top_of(there), key, typing_).node) add(key, as_it_stands(*stands));
    for (const Activity& one : other.activities)
      if (is_in_plan(one) && one.title.given()) planned_.push_back(copied(one, other));
  }

  Planned copied(const Activity& one, const Program& other) const {
    Planned planned{.title = std::string(*one.title)};
    const At<Day> due = set_due(one);
    if (one.term.given())
      planned.term = std::string(*one.term);
    else if (due.given() && other.start.given())
      planned.due = due_by(start_ + (*due - *other.start));
    const bool is_by_mentor = other.pair.to && one.responsible.id == other.pair.to->mentor.id;
    planned.responsible = is_by_mentor || one.responsible.absent() ? std::string(pair_.mentor.id) : mentees_.front();
    planned.shows_strengths =
        std::ranges::any_of(one.targets, [](const Target& target) { return !target.is_difficulty(); });
    return planned;
  }

  /// The last working day up to this one, and not behind the end.
  Date due_by(Date day) const {
    Date due = std::min(day, end_);
    while (due > start_ && !calendar_.is_working(due)) due = due - 1;
    return due;
  }

  /// Topics that the mentees have asked for.
  Strings topics_asked() const {
    Strings topics;
    for (const std::string& person : mentees_)
      if (const Mentee* mentee = typing_.registry().all<Mentee>().find(person))
        for (const MenteeRequest& request : mentee->requests)
          if (request.topic.given() && std::ranges::count(topics, *request.topic) == 0)
            topics.emplace_back(*request.topic);
    return topics;
  }

  /// Marks of what the mentees find difficult within the term, or are good at.
  Strings targets(bool strengths) const {
    Strings marks;
    for (const std::string& person : mentees_) {
      const Mentee* mentee = typing_.registry().all<Mentee>().find(person);
      if (!mentee) continue;
      if (strengths)
        for (const Strength& one : mentee->strengths) marks.push_back(fmt::format("{}/{}", person, *one.id));
      else
        for (const Difficulty& one : mentee->difficulties)
          if (one.found_on.given() && is_open(one, {start_, end_}))
            marks.push_back(fmt::format("{}/{}", person, *one.id));
    }
    return marks;
  }

  void tell_rest() {
    add("kinds", yaml_words({mentees_.size() > 1 ? "group" : "traditional"}));
    if (const auto drafted = answers_.day("drafted"))
      given_.push_back({{"drafted_with"}, agreed_by(everybody(), *drafted)});
    if (!planned_.empty()) add("activities", yaml_items(activities()));
  }

  Strings everybody() const {
    Strings people{std::string(pair_.mentor.id)};
    people.insert(people.end(), mentees_.begin(), mentees_.end());
    return people;
  }

  std::vector<YamlValue> activities() const {
    std::vector<std::vector<Given>> items;
    for (const Planned& one : planned_) {
      std::vector<Given> item{{{"title"}, yaml_text(one.title)}};
      Strings marks = targets(one.shows_strengths);
      if (marks.empty()) marks = targets(!one.shows_strengths);
      if (!marks.empty()) item.push_back({{"targets"}, yaml_words(marks)});
      if (one.due) item.push_back({{"due_on"}, yaml_word(iso(*one.due))});
      if (!one.term.empty()) item.push_back({{"term"}, yaml_text(one.term)});
      item.push_back(
          {{"responsible"}, yaml_word(one.responsible.empty() ? std::string(pair_.mentor.id) : one.responsible)});
      items.push_back(std::move(item));
    }
    return items_assembled(*shape_of_kind(Program::kind).find("activities"), nullptr, items, typing_);
  }

  const Answers& answers_;
  const Typing& typing_;
  const Lot& lot_;
  const Pair& pair_;
  const WorkingDays calendar_{typing_.registry().the<Calendar>()};
  Date start_ = *start_told(answers_, typing_);
  Date end_ = *answers_.day("end");
  Strings mentees_{};
  std::vector<Given> given_{};
  std::vector<Planned> planned_{};
};

Act drawn_up(const Answers& answers, const Typing& typing, const Lot& lot) {
  const Pair* pair = pair_told(answers, typing);
  if (!pair || pair->mentees.empty())
    throw Refusal{.what = say({"{}: в паре никого нет, программы не составить",
                               "{}: the pair has no mentees to draw up a programme for"},
                              answers.text("pair")),
                  .clause = "2"};
  return Planning(answers, typing, lot).done();
}

}  // namespace

ActKind drawing_up() {
  return {
      .name = "program",
      .clauses = "2,15.2,row.5",
      .covers = "programs",
      .summary = {"составить программу пары или группы", "draw up the programme of a pair or group"},
      .description =
          {"Составляет персонализированную программу: срок, цель, направления и план. План берётся по образцу (--pattern), из другой "
           "программы (--like: её сроки сдвигаются к новому началу) или пишется: --activity 'Взаимопосещение уроков до 31.10.2026', сколько "
           "нужно раз. Мероприятия получают цели из затруднений и сильных сторон наставляемых, ответственного — по образцу, иначе "
           "наставника. Что в образце не подходит, меняют потом: nastavnik set.\n\n"
           "Направления, если не сказано, — темы запросов; начало — начало работы пары. Программа длится от трёх месяцев до года (п. 2).",
           "Draws up a personalised programme: its term, goal, directions and plan. The plan follows a pattern (--pattern), another programme "
           "(--like: its terms move with the start), or is written: --activity 'Visits to lessons by 31.10.2026', as often as needed. "
           "Activities are meant for the difficulties and strengths of the mentees and are the pattern's, else the mentor's, to carry out. "
           "What does not fit is changed afterwards by nastavnik set.\n\n"
           "Directions, unless told, are the topics of the requests; the start is that of the pair. A programme lasts from three months "
           "to a year (clause 2)."},
      .questions = {{.name = "pair",
                     .field = "programs.pair",
                     .value = {"ПАРА", "PAIR"},
                     .help = {"пара или группа: фамилия участника или номер", "the pair or group: a surname or the id"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "start", .field = "programs.start"},
                    {.name = "end", .field = "programs.end"},
                    {.name = "like",
                     .field = "publications.programs.program",
                     .value = {"ПРОГРАММА", "PROGRAM"},
                     .title = {"По какой программе", "Which programme it goes by"}},
                    {.name = "pattern",
                     .choice = &pattern_choice,
                     .title = {"По какому образцу", "Which pattern it goes by"}},
                    {.name = "title", .field = "programs.title"},
                    {.name = "goal", .field = "programs.goal"},
                    {.name = "why", .field = "programs.form_choice"},
                    {.name = "activity",
                     .field = "programs.activities.title",
                     .title = {"Мероприятие, например «Взаимопосещение уроков до 31.10.2026»",
                               "An activity, as 'Visits to lessons by 31.10.2026'"},
                     .is_list = true},
                    {.name = "drafted",
                     .field = "programs.drafted_with.date",
                     .title = {"Когда наставник и наставляемые её составили", "When mentor and mentees drew it up"}},
                    {.name = "kinds", .field = "programs.kinds"},
                    {.name = "tasks", .field = "programs.tasks"},
                    {.name = "directions", .field = "programs.directions"}},
      .examples =
          {{"nastavnik program 2026-517369 --start 01.09.2026 --end 28.05.2027 --pattern 'новый в школе' --drafted 27.08.2026 --dry-run",
            {"по образцу, только посмотреть", "by a pattern, only to look"}}},
      .wanted = wanted_of_program,
      .act = drawn_up,
  };
}

}  // namespace nastavnik
