// The personalised programme itself: all that is recorded of it but for what has a paper of its own.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/first_letter.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/topics.h"

namespace nastavnik::papers {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines, std::string_view between) {
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? std::string() : std::string(between)) + line;
  return all;
}

// Who

std::string in_words(Qualification qualification) {
  const std::string_view label = label_of(qualification).ru;
  switch (qualification) {
    case Qualification::conformity: return std::string(label);
    case Qualification::first:
    case Qualification::highest: return fmt::format("{} квалификационная категория", label);
    case Qualification::methodist:
    case Qualification::mentor: break;
  }
  return fmt::format("квалификационная категория «{}»", label);
}

/// The category and since when the person has taught, as far as that is recorded.
std::string about(const Registry& registry, std::string_view id) {
  std::string text;
  const Person* person = is_erased(registry, id) ? nullptr : registry.all<Person>().find(id);
  if (person && person->qualification.given()) text += ", " + in_words(*person->qualification);
  if (person && person->teaching_since.given())
    text += fmt::format(", педагогический стаж с\u00a0{}\u00a0года", *person->teaching_since);
  return text;
}

void write_people(Writing& writing, const Program& program) {
  Values& values = writing.values();
  for (const char* name : {"mentor.about", "experience"}) values.set(name, "");
  const Pair* pair = program.pair.to;
  if (!pair) return;
  values.set("mentor.about", about(writing.registry(), pair->mentor.id));
  const Mentor* mentor = writing.registry().all<Mentor>().find(pair->mentor.id);
  if (mentor && mentor->experience.given()) values.set("experience", without_stop(*mentor->experience));
  for (std::size_t i = 0; i < pair->mentees.size(); ++i)
    values.items("mentees")[i].set("mentee.about", about(writing.registry(), pair->mentees[i].person.id));
}

/// «УТВЕРЖДАЮ»: whoever approved the programme by the records, else the head with a blank for the day.
void write_approval(Writing& writing, const Program& program) {
  Values& values = writing.values();
  write_bodies(values, program.accepted, program.agreed);
  const Approval& approval = *program.approved;
  values.set("approved", approval.date.given() ? date_in_words(*approval.date) : "«____» ______________ 20___ г.");
  const HeadTerm* head = head_on(writing.registry().organization(), writing.day());
  const bool by_head = approval.person.id.empty() || (head && head->person == approval.person);
  if (!by_head) writing.person(values, "approver", approval.person.id);
  const auto take = [&](const char* name, const char* from) {
    const Value value = *values.find(from);
    if (value.gap) return values.lack(name, *value.gap);
    values.set(name, by_head ? value.text : with_capital(value.text));
  };
  take("approver.title", by_head ? "head.title" : "approver.position");
  if (by_head) take("approver.short", "head.short");
}

void write_drafters(Writing& writing, const Program& program) {
  Lines drafters;
  for (const Drafter& drafter : program.drafted_with)
    for (const Link<Person>* person : people_of(drafter))
      drafters.push_back(writing.name_of(person->id) +
                         (drafter.date.given() ? fmt::format(" ({})", date_in_figures(*drafter.date)) : ""));
  writing.set("drafters", listed(drafters));
}

// What for

/// Texts one after another, under one name in the items of a list.
template <class List>
void write_texts(Values& values, const std::string& name, const List& list) {
  values.list(name);
  for (const auto& item : list)
    if (item.given()) values.add(name).set("text", without_stop(*item));
}

void write_goals(Writing& writing, const Program& program) {
  Values& values = writing.values();
  writing.text(values, "goal", program.goal, {"цель программы", "goal of the programme"}, where(program, "goal"));
  writing.text(values, "form_choice", program.form_choice, {"почему выбрана эта форма", "why this form was chosen"},
               where(program, "form_choice"));
  values.list("goals");
  for (const Goal& goal : program.goals) {
    if (!goal.text.given()) continue;
    Values& item = values.add("goals");
    item.set("text", without_stop(*goal.text));
    item.set("due", goal.due_on.given() ? date_in_words(*goal.due_on) : "");
  }
}

template <class Enum>
std::string labels_of(const Choices<Enum>& choices, std::string_view between) {
  Lines labels;
  for (const auto& choice : choices)
    if (choice.given()) labels.emplace_back(label_of(*choice).ru);
  return joined(labels, between);
}

void write_tasks(Writing& writing, const Program& program) {
  Values& values = writing.values();
  write_texts(values, "own_tasks", program.own_tasks);
  values.set("tasks", labels_of(program.tasks, "; "));
  if (program.tasks.empty() && program.own_tasks.empty())
    values.lack("tasks", {{"задачи программы", "tasks of the programme"}, where(program, "tasks")});
}

void write_direction(Writing& writing, const Program& program) {
  Values& values = writing.values();
  const auto write = [&](const char* name, const Lines& words, const Words& what) {
    if (words.empty()) return values.lack(name, {what, where(program, name)});
    values.set(name, listed(words));
  };
  write("kinds", kinds_of(program, writing.registry().day()), {"виды наставничества", "kinds of mentoring"});
  Lines directions;
  for (const At<TopicCode>& code : program.directions)
    if (code.given()) directions.push_back(title_of_topic(writing.registry(), *code).ru);
  write("directions", directions, {"направления работы", "directions of the work"});
  values.set("legs", labels_of(program.legs, ", "));
  values.set("tools", listed(labels(program.tools)));
  const Schedule& schedule = *program.schedule;
  values.set("schedule", !schedule.text.given() ? ""
                         : schedule.fixed_on.given() ? fmt::format("{} (установлен {})", without_stop(*schedule.text),
                                                                   date_in_words(*schedule.fixed_on))
                                                     : without_stop(*schedule.text));
}

// What the activities are for

/// What mentees have on record that a programme answers to, by the marks that its activities name.
class Profile {
public:
  Profile(Writing& writing, const Program& program) : writing_(writing), program_(program) {
    for (const char* name : {"difficulties", "strengths"}) writing.values().list(name);
    const Pair* pair = program.pair.to;
    if (!pair) return;
    for (const Member& member : pair->mentees) add(member.person.id, pair->mentees.size() > 1);
    lack("difficulties", {"профессиональные затруднения", "professional difficulties"}, *pair);
    lack("strengths", {"сильные стороны", "strengths"}, *pair);
  }

  /// «затруднения 1, 2; сильная сторона 1».
  std::string targets_of(const Activity& activity) const {
    Lines difficulties, strengths;
    for (const Target& target : activity.targets) {
      const auto found = numbers_.find({target.person, target.mark});
      if (found != numbers_.end()) (target.mark.starts_with('d') ? difficulties : strengths).push_back(found->second);
    }
    Lines words;
    if (!difficulties.empty())
      words.push_back((difficulties.size() > 1 ? "затруднения " : "затруднение ") + listed(difficulties));
    if (!strengths.empty())
      words.push_back((strengths.size() > 1 ? "сильные стороны " : "сильная сторона ") + listed(strengths));
    return joined(words, "; ");
  }

private:
  using Mark = std::pair<std::string_view, std::string_view>;

  void add(std::string_view person, bool group) {
    const Mentee* mentee = writing_.registry().all<Mentee>().find(person);
    if (!mentee) return;
    const std::string who = group ? writing_.name_of(person) + ": " : "";
    for (const Difficulty& difficulty : mentee->difficulties)
      if (difficulty.text.given() && belongs(person, difficulty))
        add("difficulties", {person, *difficulty.id}, who + without_stop(*difficulty.text) + overcome(difficulty));
    for (const Strength& strength : mentee->strengths)
      if (strength.text.given()) add("strengths", {person, *strength.id}, who + without_stop(*strength.text));
  }
  void add(const std::string& list, Mark mark, std::string text) {
    Values& item = writing_.values().add(list);
    const std::string number = std::to_string(writing_.values().items(list).size());
    item.set("n", number);
    item.set("text", std::move(text));
    if (!mark.second.empty()) numbers_[mark] = number;
  }

  /// It was open while the programme ran, or an activity is for it; what was overcome before is none of this programme's.
  bool belongs(std::string_view person, const Difficulty& difficulty) const {
    const At<Day> end = end_of_term(program_, writing_.registry().day());
    if (!difficulty.found_on.given() || !program_.start.given() || !end.given()) return true;
    return is_open(difficulty, {*program_.start, *end}) || is_target(person, difficulty);
  }
  bool is_target(std::string_view person, const Difficulty& difficulty) const {
    return difficulty.id.given() &&
           std::any_of(program_.activities.begin(), program_.activities.end(), [&](const Activity& activity) {
             return std::any_of(activity.targets.begin(), activity.targets.end(), [&](const Target& target) {
               return target.person == person && target.mark == *difficulty.id;
             });
           });
  }
  static std::string overcome(const Difficulty& difficulty) {
    return difficulty.resolved_on.given() ? fmt::format(" (устранено {})", date_in_words(*difficulty.resolved_on)) : "";
  }

  /// What the programme answers to is not made up where no mentee has any of it on record.
  void lack(const std::string& name, const Words& what, const Pair& pair) {
    if (writing_.values().find(name)->shows()) return;
    const std::string_view mentee = pair.mentees.empty() ? "?" : pair.mentees.front().person.id;
    Values& item = writing_.values().add(name);
    item.set("n", "1");
    item.lack("text", {what, fmt::format("mentees/{}: {}", mentee, name)});
  }

  Writing& writing_;
  const Program& program_;
  std::map<Mark, std::string> numbers_{};
};

// The plan

/// «изменением от 12.02.2026».
std::string by_amendment(const Program& program, const LocalLink<'m'>& link) {
  for (const Amendment& amendment : program.amendments)
    if (link.given() && amendment.id.given() && *amendment.id == *link && amendment.date.given())
      return "изменением от\u00a0" + date_in_figures(*amendment.date);
  return "изменением";
}

std::string details_of(const Program& program, const Activity& activity, const Profile& profile) {
  Lines manner, lines;
  if (activity.kind.given()) manner.push_back(label(activity.kind));
  if (activity.format.given()) manner.emplace_back(label_of(*activity.format).ru);
  if (!manner.empty()) lines.push_back(listed(manner));
  if (const std::string targets = profile.targets_of(activity); !targets.empty()) lines.push_back(targets);
  if (!activity.added_by.absent()) lines.push_back("добавлено " + by_amendment(program, activity.added_by));
  std::string text;
  for (const std::string& line : lines) text += ";\n" + line;
  return text;
}

/// The day or the period as planned, with the words that were chosen for it; moves stand behind it.
std::string planned(const Activity& activity) {
  std::string text;
  if (activity.from.given() && activity.due_on.given())
    text = date_in_figures(*activity.from) + " – " + date_in_figures(*activity.due_on);
  else if (activity.from.given())
    text = "с\u00a0" + date_in_figures(*activity.from);
  else if (activity.due_on.given())
    text = date_in_figures(*activity.due_on);
  if (!activity.term.given()) return text;
  if (text.empty()) return std::string(*activity.term);
  return activity.due_on.given() ? fmt::format("{} ({})", text, *activity.term)
                                 : fmt::format("{}, {}", text, *activity.term);
}

std::string moves_of(const Activity& activity) {
  std::string text;
  for (const Move& move : activity.moves) {
    if (!move.to.given()) continue;
    text += ";\nперенесено на\u00a0" + date_in_figures(*move.to);
    if (move.decided_on.given()) text += fmt::format(" (решено {}", date_in_figures(*move.decided_on));
    if (move.decided_on.given())
      text += move.reason.given() ? fmt::format("{} {})", lead_in_sign(*move.reason), without_stop(*move.reason)) : ")";
  }
  return text;
}

/// What a person wrote behind what it is about.
std::string led(const std::string& lead, const At<Line>& text) {
  return text.given() ? fmt::format("{}{} {}", lead, lead_in_sign(*text), without_stop(*text)) : lead;
}

/// Empty while nothing has happened: a mark by hand goes there.
std::string done_words(const Writing& writing, const Program& program, const Activity& activity) {
  Lines lines;
  for (const ActivityCheck& check : activity.checks)
    lines.push_back(led(fmt::format("проверено{} ({})", check.date.given() ? " " + date_in_figures(*check.date) : "",
                                    writing.name_of(check.checked_by.id)),
                        check.result));
  if (activity.done.given())
    lines.push_back(led("выполнено" + (activity.done->date.given() ? " " + date_in_figures(*activity.done->date) : ""),
                        activity.done->result));
  if (!is_in_plan(activity)) lines.push_back("исключено " + by_amendment(program, activity.cancelled_by));
  return joined(lines, ";\n");
}

void write_plan(Writing& writing, const Program& program, const Profile& profile) {
  writing.values().list("activities");
  std::size_t number = 0;
  for (const Activity& activity : program.activities) {
    Values& values = writing.values().add("activities");
    write_activity(writing, program, activity, values, ++number);
    values.set("details", details_of(program, activity, profile));
    if (const std::string due = planned(activity); !due.empty()) values.set("due", due);
    values.set("moves", moves_of(activity));
    values.set("done", done_words(writing, program, activity));
  }
  if (number > 0) return;
  Values& values = writing.values().add("activities");
  for (const char* name : {"n", "details", "due", "moves", "responsible", "done"}) values.set(name, "");
  values.lack("title", {{"мероприятия программы", "activities of the programme"}, where(program, "activities")});
}

// What came of it

void write_proposals(Writing& writing, const Program& program) {
  writing.values().list("proposals");
  for (const ProgramProposal& proposal : program.proposals) {
    Values& item = writing.values().add("proposals");
    item.set("date", proposal.date.given() ? date_in_words(*proposal.date) : "");
    item.set("author", writing.name_of(proposal.made_by.id));
    item.set("text", proposal.text.given() ? without_stop(*proposal.text) : "");
    const Answer& answer = *proposal.answer;
    item.set("answer",
             answer.text.given()
                 ? fmt::format(". Ответ{}{} {}", answer.date.given() ? " от\u00a0" + date_in_figures(*answer.date) : "",
                               lead_in_sign(*answer.text), without_stop(*answer.text))
                 : "");
  }
}

void write_outcome(Writing& writing, const Program& program) {
  Values& values = writing.values();
  write_texts(values, "expected", program.expected_results);
  write_proposals(writing, program);
  values.set("results", program.results.given() ? std::string(*program.results) : "");
  values.set("has_expected", program.expected_results.empty() ? "" : "да");
  values.set("has_proposals", program.proposals.empty() ? "" : "да");
  int chapter = 5;
  for (const char* name : {"expected", "proposals", "results"}) {
    const bool shows = values.find(name)->shows();
    values.set(std::string("n.") + name, std::to_string(shows ? ++chapter : chapter));
  }
}

void write_cancellation(Writing& writing, const Program& program) {
  writing.values().list("cancelled");
  if (!program.cancelled.given()) return;
  Values& item = writing.values().add("cancelled");
  item.set("day", program.cancelled->date.given() ? date_in_words(*program.cancelled->date) : "");
  item.set("reason", program.cancelled->reason.given() ? without_stop(*program.cancelled->reason) : "");
}

/// What the programme rests on; the order of a pair that has none yet is written in by hand.
void write_grounds(Writing& writing, const Program& program) {
  Values& values = writing.values();
  const Pair* pair = program.pair.to;
  if (pair && pair->order.absent())
    return values.set("pair.order", "от\u00a0«____» ______________ 20___ г. № ________");
  const Words what{"приказ о закреплении пары", "order assigning the pair"};
  if (!pair) return values.lack("pair.order", {what, where(program, "pair")});
  writing.order(values, "pair.order", pair->order, what, where(*pair, "order"));
}

}  // namespace

void program(Writing& writing) {
  const Program& program = *writing.subject().program;
  Values& values = writing.values();
  const Date today = writing.registry().day();
  writing.speak_of(program.approved->date);
  write_program(writing, program);
  const At<Day> end = end_of_term(program, today);
  writing.date(values, "end", end, {"окончание программы", "end of the programme"}, where(program, "end"));
  const bool moved = program.end.given() && end.given() && *program.end != *end;
  values.set("first_end", moved ? fmt::format(" (по первоначальному плану — по {})", date_in_words(*program.end)) : "");
  write_cancellation(writing, program);
  write_grounds(writing, program);
  write_people(writing, program);
  write_approval(writing, program);
  write_drafters(writing, program);
  write_direction(writing, program);
  write_goals(writing, program);
  write_tasks(writing, program);
  write_plan(writing, program, Profile(writing, program));
  write_outcome(writing, program);
  if (!program.curator.id.empty())
    writing.person(values, "curator", program.curator.id,
                   program.start.given() ? std::min(*program.start, writing.day()) : writing.day());
}

}  // namespace nastavnik::papers
