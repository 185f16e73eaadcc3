// What a mentor reports of a programme: filled from what is recorded as done, and left blank where nothing is.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/activities.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/due.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

namespace nastavnik::papers {
namespace {

/// The report as recorded; nothing while the mentor has it to write yet.
const MentorReport* recorded(const Writing& writing) {
  const List<MentorReport>& reports = writing.subject().program->reports;
  return writing.subject().item < reports.size() ? &reports[writing.subject().item] : nullptr;
}

/// The days of a report that does not tell them: from the one before, else the beginning of the programme.
Date day_after_last_report(const Program& program, std::size_t before, Date beginning) {
  Date from = beginning;
  for (std::size_t i = 0; i < std::min(before, program.reports.size()); ++i) {
    const MentorReport& report = program.reports[i];
    const At<Day>& last = report.period.given() ? report.period->to : report.date;
    if (last.given()) from = std::max(from, *last + 1);
  }
  return from;
}

/// Of a completed programme the last report ends with it.
Date last_day_to_tell(const Program& program, Date day) {
  const At<Day>& completed = program.completion->date;
  return completed.given() ? std::min(*completed, day) : day;
}

Period days_of(const Writing& writing, const MentorReport* report) {
  if (report && report->period.given() && report->period->from.given() && report->period->to.given())
    return {*report->period->from, *report->period->to};
  const Program& program = *writing.subject().program;
  const Date last = report && report->date.given() ? *report->date : last_day_to_tell(program, writing.day());
  const Date beginning = program.start.given() ? *program.start : last;
  return {std::min(day_after_last_report(program, writing.subject().item, beginning), last), last};
}

/// Those the report names, else the mentees of the day.
void write_mentees(Writing& writing, const MentorReport* report, const Period& days) {
  Values& values = writing.values();
  values.items("mentees").clear();
  const auto add = [&](std::string_view person) { writing.person(values.add("mentees"), "mentee", person); };
  if (report && report->mentees.given()) {
    for (const Link<Person>& mentee : report->mentees) add(mentee.id);
    return;
  }
  const Pair* pair = writing.subject().program->pair.to;
  if (!pair) return;
  for (const Member* member : members_nearest(*pair, days.to)) add(member->person.id);
}

/// What was done in the days, and what was due in them and was not done by their end.
void write_activities(Writing& writing, const Program& program, const Period& days) {
  Values& values = writing.values();
  values.list("activities");
  std::size_t number = 0;
  for (const Activity& activity : program.activities) {
    const bool ever = activity.done.given() && activity.done->date.given();
    const bool done = ever && days.holds(*activity.done->date);
    const At<Day> due = due_of(activity, program, days.to);
    const bool late = due.given() && days.holds(*due) && !(ever && *activity.done->date <= days.to);
    if (!is_in_plan(activity) || !(done || late)) continue;
    Values& item = values.add("activities");
    write_activity(writing, program, activity, item, ++number);
    const At<Line>& result = activity.done->result;
    item.set("done", !done            ? "не выполнено"
                     : result.given() ? fmt::format("{}{} {}", date_in_figures(*activity.done->date),
                                                    lead_in_sign(*result), without_stop(*result))
                                      : date_in_figures(*activity.done->date));
  }
  values.set("has_activities", number > 0 ? "да" : "");
}

/// «посещение урока или занятия — 2, консультация — 1».
std::string forms_of(const std::map<std::string, int>& forms) {
  std::vector<std::string> words;
  for (const auto& [form, times] : forms) words.push_back(fmt::format("{}\u00a0— {}", form, times));
  return words.empty() ? "" : "; " + listed(words);
}

void write_meetings(Writing& writing, const Pair& pair, const Period& days) {
  int count = 0, minutes = 0;
  bool timed = true;
  std::map<std::string, int> forms;
  for (const Meeting& meeting : pair.meetings) {
    if (!meeting.date.given() || !days.holds(*meeting.date)) continue;
    ++count;
    timed = timed && meeting.duration.given();
    if (meeting.duration.given()) minutes += *meeting.duration;
    if (meeting.form.given()) ++forms[label(meeting.form)];
  }
  if (count == 0) return;
  Values& item = writing.values().add("met");
  item.set("count", std::to_string(count));
  item.set("minutes", timed ? fmt::format(", минут: {}", minutes) : "");
  item.set("forms", forms_of(forms));
}

std::string conclusion_of(const NotedChoice<Readiness>& conclusion) {
  if (!conclusion.given()) return {};
  const std::string text(label_of(*conclusion).ru);
  if (*conclusion == Readiness::other) return label(conclusion);
  return conclusion.note.given()
             ? fmt::format("{}{} {}", text, lead_in_sign(*conclusion.note), without_stop(*conclusion.note))
             : text;
}

template <class Text>
std::string text_of(const At<Text>& text) {
  return text.given() ? std::string(*text) : std::string();
}

void write_words(Writing& writing, const MentorReport* report) {
  Values& values = writing.values();
  values.list("blank");
  for (const char* name : {"done", "difficulties", "conclusion"}) values.set(name, "");
  const bool has_done =
      !report || report->done.given() || values.find("has_activities")->shows() || values.find("met")->shows();
  values.set("has_done", has_done ? "да" : "");
  values.set("whom", values.items("mentees").size() > 1 ? "наставляемых" : "наставляемом");
  values.set("day", report && report->date.given() ? date_in_words(*report->date) : "«____» ______________ 20___ г.");
  values.set("has_difficulties", !report || report->difficulties.given() ? "да" : "");
  values.set("has_conclusion", !report || report->conclusion.given() ? "да" : "");
  if (report) {
    values.set("done", text_of(report->done));
    values.set("difficulties", text_of(report->difficulties));
    values.set("conclusion", conclusion_of(report->conclusion));
    return;
  }
  Values& blank = values.add("blank");
  for (const auto& [name, value] : {std::pair("ready", Readiness::ready),
                                    {"on_conditions", Readiness::on_conditions},
                                    {"not_ready", Readiness::not_ready}})
    blank.set(name, std::string(label_of(value).ru));
}

}  // namespace

void mentor_report(Writing& writing) {
  const Program& program = *writing.subject().program;
  Values& values = writing.values();
  const MentorReport* report = recorded(writing);
  if (report) writing.speak_of(report->date);
  write_program(writing, program);
  const Period days = days_of(writing, report);
  values.set("from", date_in_words(days.from));
  values.set("to", date_in_words(days.to));
  const Pair* pair = program.pair.to;
  if (report && !report->author.id.empty())
    writing.person(values, "author", report->author.id);
  else if (pair)
    writing.person(values, "author", pair->mentor.id);
  else
    Writing::lack_person(values, "author", {{"пара программы", "pair of the programme"}, where(program, "pair")});
  write_mentees(writing, report, days);
  write_activities(writing, program, days);
  values.list("met");
  if (pair) write_meetings(writing, *pair, days);
  write_words(writing, report);
}

}  // namespace nastavnik::papers
