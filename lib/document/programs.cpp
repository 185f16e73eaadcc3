#include "model/kinds/programs.h"

#include <algorithm>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/notions/due.h"
#include "model/notions/papers.h"
#include "model/notions/programs.h"

namespace nastavnik::papers {
namespace {

/// The pair of the programme: its mentor and those mentored.
/// Those who had left before the day, where one is given, have no part in the paper.
void write_participants(Writing& writing, const Program& program, const At<Day>& on = {}) {
  Values& values = writing.values();
  values.list("mentees");
  const Pair* pair = program.pair.to;
  if (!pair) {
    const Gap gap{{"пара программы", "pair of the programme"}, where(program, "pair")};
    Writing::lack_person(values, "mentor", gap);
    values.lack("form", gap);
    return;
  }
  writing.person(values, "mentor", pair->mentor.id);
  for (const Member& member : pair->mentees) {
    if (left_before(member, on)) continue;
    Values& mentee = values.add("mentees");
    writing.person(mentee, "mentee", member.person.id);
    mentee.set("membership", member.to.given() ? " (по " + date_in_words(*member.to) + ")" : "");
  }
  if (pair->role_form.given())
    values.set("form", label(pair->role_form));
  else
    values.lack("form", {{"форма наставничества", "form of mentoring"}, where(*pair, "role_form")});
}

void write_title(Writing& writing, const Program& program) {
  writing.set("title", program.title.given() ? fmt::format("«{}»", *program.title) : "");
  writing.date(writing.values(), "start", program.start, {"начало программы", "start of the programme"},
               where(program, "start"));
  writing.date(writing.values(), "end", end_of_term(program, writing.day()),
               {"окончание программы", "end of the programme"}, where(program, "end"));
}

/// The day that is set, else the term in words.
std::string due_words(const Activity& activity) {
  const At<Day> due = set_due(activity);
  if (due.given()) return date_in_figures(*due);
  return due.absent() && activity.term.given() ? std::string(*activity.term) : "";
}

/// `undone` says what stands in place of the day for an activity that was not carried out.
template <class Undone>
void write_activities(Writing& writing, const Program& program, Undone undone) {
  writing.values().list("activities");
  writing.set("has_results", "");
  std::size_t number = 0;
  for (const Activity& activity : program.activities) {
    if (!is_in_plan(activity)) continue;
    Values& values = writing.values().add("activities");
    write_activity(writing, program, activity, values, ++number);
    const bool done = activity.done.given() && activity.done->date.given();
    values.set("done", done ? date_in_figures(*activity.done->date) : undone(activity));
    const bool told = activity.done.given() && activity.done->result.given();
    values.set("result", told ? without_stop(*activity.done->result) : "");
    if (told) writing.set("has_results", "да");
  }
  if (number == 0) {
    Values& values = writing.values().add("activities");
    for (const char* name : {"n", "form", "due", "responsible", "done", "result"}) values.set(name, "");
    values.lack("title", {{"мероприятия программы", "activities of the programme"}, where(program, "activities")});
  }
}

/// «продлён» or «сокращён», by what the end was before.
std::string changed_to(const At<Day>& before, Date end) {
  return before.given() && end < *before ? "сокращён" : "продлён";
}

/// The end as first planned, and each amendment that moved it.
void write_moved_ends(Writing& writing, const Program& program) {
  writing.date(writing.values(), "planned_end", program.end, {"окончание программы", "end of the programme"},
               where(program, "end"));
  writing.values().list("moved_ends");
  At<Day> before = program.end;
  for (const Amendment* amendment : amendments_until(program, writing.day())) {
    if (!amendment->new_end.given()) continue;
    Values& item = writing.values().add("moved_ends");
    item.set("changed", changed_to(before, *amendment->new_end));
    item.set("new_end", date_in_words(*amendment->new_end));
    const auto is_it = [&](const Amendment& one) { return &one == amendment; };
    const auto at = std::find_if(program.amendments.begin(), program.amendments.end(), is_it);
    item.set("sheet", std::to_string(at - program.amendments.begin() + 1));
    item.set("day", date_in_words(*amendment->date));
    before = amendment->new_end;
  }
}

std::string on_whose_initiative(const Initiator initiator, bool group) {
  const std::string_view mentees = group ? "наставляемых" : "наставляемого";
  switch (initiator) {
    case Initiator::mentor: return "инициатива наставника";
    case Initiator::mentee: return fmt::format("инициатива {}", mentees);
    case Initiator::mutual: return fmt::format("обоюдное решение наставника и {}", mentees);
    case Initiator::curator: return "инициатива куратора";
  }
  return {};
}

std::string on_whose_side(const Side side) {
  switch (side) {
    case Side::mentor: return "недолжное исполнение программы со стороны наставника";
    case Side::mentee: return "недолжное исполнение программы со стороны наставляемого";
    case Side::both: return "недолжное исполнение программы со стороны наставника и наставляемого";
    case Side::neither: return "форс-мажор";
  }
  return {};
}

/// What the programme ended by: the subclause, who wanted it, and for the curator's initiative on whose side the cause lies.
void write_ground(Writing& writing, const Program& program) {
  Values& values = writing.values();
  const Completion& completion = *program.completion;
  const auto lack = [&](const std::string& name, const Words& what, std::string_view key) {
    values.lack(name, {what, where(program, key)});
  };
  values.set("early", "");
  if (!completion.ground.given()) {
    for (const char* name : {"clause", "ground"})
      lack(name, {"основание завершения", "ground for ending"}, "completion, ground");
    return;
  }
  values.set("clause", std::to_string(static_cast<int>(*completion.ground) + 1));
  if (*completion.ground == Ground::plan_completed)
    return values.set("ground", "план мероприятий выполнен в полном объёме");
  values.set("early", "да");
  const bool group = program.pair.to && program.pair->mentees.size() > 1;
  const bool by_curator = *completion.ground == Ground::by_curator;
  if (!by_curator && !completion.initiator.given())
    return lack("ground", {"по чьей инициативе", "on whose initiative"}, "completion, initiator");
  if (by_curator && !completion.side.given())
    return lack("ground", {"на чьей стороне причина", "on whose side the cause lies"}, "completion, side");
  values.set("ground", by_curator
                           ? on_whose_initiative(Initiator::curator, group) + " — " + on_whose_side(*completion.side)
                           : on_whose_initiative(*completion.initiator, group));
}

/// Why the programme ended, unless the ground says it already; nothing in detail where it is health.
void write_circumstance(Writing& writing, const Completion& completion) {
  Values& values = writing.values();
  const std::string told = circumstance_of(completion);
  const Value* ground = values.find("ground");
  const bool said = ground && !told.empty() && ground->text.find(told) != std::string::npos;
  values.set("circumstance", said ? "" : told);
  const bool health = completion.circumstance.given() && *completion.circumstance == Circumstance::health;
  set_led(values, "explanation",
          completion.explanation.given() && !health ? *completion.explanation : std::string_view());
}

const Amendment& amendment_of(const Writing& writing) {
  return writing.subject().program->amendments[writing.subject().item];
}

std::string_view in_genitive(Amended change) {
  switch (change) {
    case Amended::term: return "срока реализации";
    case Amended::plan: return "плана мероприятий";
    case Amended::form: return "формы (видов) наставничества";
    case Amended::content: return "содержания программы";
  }
  return {};
}

/// «срока реализации и плана мероприятий», behind «касаются».
std::string changed_things(const Amendment& amendment) {
  std::vector<std::string> words;
  for (const auto& change : amendment.changes)
    if (change.given()) words.emplace_back(in_genitive(*change));
  return listed(words, " и ");
}

}  // namespace

void write_activity(Writing& writing, const Program& program, const Activity& activity, Values& values,
                    std::size_t number) {
  const std::string path = where(program, fmt::format("activities, {}", activity.id.given() ? *activity.id : "?"));
  values.set("n", std::to_string(number));
  writing.text(values, "title", activity.title, {"мероприятие", "activity"}, path);
  values.set("form", activity.kind.given() ? ";\n" + label(activity.kind) : "");
  if (const std::string due = due_words(activity); !due.empty())
    values.set("due", due);
  else
    values.lack("due", {{"срок", "due date"}, path + ", due_on"});
  if (!activity.responsible.id.empty())
    values.set("responsible", writing.name_of(activity.responsible.id));
  else
    values.lack("responsible", {{"ответственный", "responsible person"}, path + ", responsible"});
}

void write_program(Writing& writing, const Program& program, const At<Day>& on) {
  write_participants(writing, program, on);
  write_title(writing, program);
}

std::string circumstance_of(const Completion& completion) {
  const NotedChoice<Circumstance>& circumstance = completion.circumstance;
  if (circumstance.given() && *circumstance == Circumstance::health) return "уважительные";
  return without_stop(label(circumstance));
}

std::string early_ending_of(const Completion& completion, bool group) {
  if (!completion.ground.given() || *completion.ground == Ground::plan_completed) return {};
  if (*completion.ground == Ground::by_curator)
    return "досрочно, по инициативе куратора (п.\u00a019.3)" +
           (completion.side.given() ? ": " + on_whose_side(*completion.side) : "");
  if (!completion.initiator.given()) return "досрочно (п.\u00a019.2)";
  if (*completion.initiator == Initiator::mutual) return "досрочно, по обоюдному решению участников (п.\u00a019.2)";
  const std::string_view who = *completion.initiator == Initiator::mentor    ? "наставника"
                               : *completion.initiator == Initiator::curator ? "куратора"
                               : group                                       ? "наставляемых"
                                                                             : "наставляемого";
  return fmt::format("досрочно, по инициативе {} (п.\u00a019.2)", who);
}

void amendment(Writing& writing) {
  const Program& program = *writing.subject().program;
  const Amendment& amendment = amendment_of(writing);
  Values& values = writing.values();
  writing.speak_of(amendment.date);
  write_program(writing, program, amendment.date);
  values.set("n", std::to_string(writing.subject().item + 1));
  writing.date(values, "day", amendment.date, {"дата изменения", "date of the amendment"},
               where(program, "amendments, date"));
  values.set("changes", changed_things(amendment));
  writing.led(values, "reason", amendment.reason, {"почему меняется программа", "why the programme changes"},
              where(program, "amendments, reason"));
  for (const char* list : {"term", "new_kinds", "added", "dropped"}) values.list(list);
  if (amendment.new_end.given()) {
    Values& term = values.add("term");
    const At<Day> before = amendment.date.given() ? end_of_term(program, *amendment.date - 1) : At<Day>{};
    term.set("changed", changed_to(before, *amendment.new_end));
    term.set("new_end", date_in_words(*amendment.new_end));
  }
  if (amendment.new_kinds.given()) values.add("new_kinds").set("list", listed(labels(amendment.new_kinds)));
  std::size_t number = 0;
  for (const Activity& activity : program.activities) {
    const auto by = [&](const LocalLink<'m'>& link) {
      return link.given() && amendment.id.given() && *link == *amendment.id;
    };
    if (by(activity.added_by)) write_activity(writing, program, activity, values.add("added"), ++number);
    if (by(activity.cancelled_by) && activity.title.given())
      values.add("dropped").set("text", std::string(*activity.title));
  }
  values.set("has_added", number > 0 ? "да" : "");
  values.list("agreed");
  for (const AmendmentAgreement& agreement : amendment.agreed)
    for (const Link<Person>* person : people_of(agreement)) {
      Values& item = values.add("agreed");
      item.set("name", writing.name_of(person->id));
      item.set("day", agreement.date.given() ? date_in_figures(*agreement.date) : "");
    }
  if (amendment.agreed.empty()) {
    const auto blank = [&](std::string_view person) {
      Values& item = values.add("agreed");
      item.set("name", writing.name_of(person));
      item.set("day", "");
    };
    if (program.pair.to) blank(program.pair->mentor.id);
    if (program.pair.to)
      for (const Member& member : program.pair->mentees) blank(member.person.id);
  }
}

void curator_check(Writing& writing) {
  const Program& program = *writing.subject().program;
  Values& values = writing.values();
  writing.speak_of(program.completion->date);
  write_program(writing, program, program.completion->date);
  write_activities(writing, program, [&](const Activity& activity) {
    const At<Day> due = due_of(activity, program, writing.day());
    return std::string(due.given() && *due < writing.day() ? "не выполнено" : "срок не наступил");
  });
  values.set("day", date_in_words(writing.day()));
  values.list("checks");
  for (const CuratorCheck& check : program.curator_checks) {
    Values& item = values.add("checks");
    item.set("date", check.date.given() ? date_in_figures(*check.date) : "");
    item.set("finding", check.finding.given() ? std::string(*check.finding) : "");
    item.set("action", check.action.given() ? std::string(*check.action) : "");
  }
  const bool runs = program.completion.absent();
  const auto decided = [](const CuratorCheck& check) { return check.action.given(); };
  const bool has_actions = std::any_of(program.curator_checks.begin(), program.curator_checks.end(), decided);
  values.set("has_actions", runs || has_actions ? "да" : "");
  values.list("blank");
  if (runs) values.add("blank");
}

void completion(Writing& writing) {
  const Program& program = *writing.subject().program;
  Values& values = writing.values();
  const Completion& completion = *program.completion;
  writing.speak_of(completion.date);
  write_program(writing, program, completion.date);
  write_moved_ends(writing, program);
  write_activities(writing, program, [](const Activity&) { return std::string("не выполнено"); });
  writing.date(values, "day", completion.date, {"дата завершения", "date of completion"},
               where(program, "completion, date"));
  write_ground(writing, program);
  write_circumstance(writing, completion);
  writing.led(values, "results", program.results, {"результаты программы", "results of the programme"},
              where(program, "results"));
  values.list("statements");
  for (const Statement& statement : completion.statements)
    for (const Link<Person>* person : people_of(statement)) {
      Values& item = values.add("statements");
      writing.person(item, "author", person->id);
      item.set("date", statement.date.given() ? date_in_words(*statement.date) : "");
    }
}

}  // namespace nastavnik::papers
