// Clause 11.5: the banks of mentors and mentees.

#include "reports/banks.h"

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/states.h"
#include "model/notions/topics.h"
#include "reports/evidence.h"
#include "reports/sections.h"

namespace nastavnik::reports {

PersonInBank::PersonInBank(const ReportRequest& request, std::string_view person)
    : person_(request.registry().all<Person>().find(person)), day_(request.day()), withheld_(request.for_machines) {}

template <class Tell>
Cell PersonInBank::told(Tell tell) const {
  if (withheld_) return Unsaid{{"только в видах для чтения", "only in formats to read"}};
  return person_ ? tell(*person_) : Cell(no_data());
}

Cell PersonInBank::posts() const {
  return told([&](const Person& person) {
    std::vector<Words> posts;
    for (const JobPosition* post : positions_on(person, day_)) {
      if (!post->title.given()) continue;
      const Partner* partner = post->employer.to;
      posts.push_back(partner && partner->name.given() ? say({"{} ({})", "{} ({})"}, *post->title, *partner->name)
                                                       : say({"{}", "{}"}, *post->title));
    }
    return listed(posts);
  });
}

Cell PersonInBank::qualification() const {
  return told([](const Person& person) {
    return person.qualification.given() ? Cell(Words(label_of(*person.qualification))) : dash();
  });
}

Cell PersonInBank::subjects() const {
  return told([&](const Person& person) {
    std::vector<Words> subjects;
    for (const JobPosition* post : positions_on(person, day_))
      for (const At<Line>& subject : post->subjects)
        if (subject.given()) subjects.push_back(say({"{}", "{}"}, *subject));
    return listed(subjects);
  });
}

Cell PersonInBank::teaching_since() const {
  return told([](const Person& person) {
    const auto& since = person.teaching_since;
    return since.given() ? Cell(say({"с {} года", "since {}"}, static_cast<int>(*since))) : dash();
  });
}

Cell experience_of(const Mentor& mentor) {
  return mentor.experience.given() ? Cell(say({"{}", "{}"}, *mentor.experience)) : dash();
}

Cell achievements_of(const Mentor& mentor) {
  std::vector<Words> all;
  for (const At<Line>& one : mentor.achievements)
    if (one.given()) all.push_back(say({"{}", "{}"}, *one));
  return listed(all);
}

namespace {

Words from_to(Date from, const At<Day>& to) {
  if (!to.given()) return say({"с {}", "from {}"}, on_day(from));
  return say({"с {} по {}", "from {} to {}"}, on_day(from), on_day(*to));
}

template <class Topics, class Code>
Cell topics_in(const Registry& registry, const Topics& topics, Code code_of) {
  std::vector<Words> titles;
  for (const auto& item : topics) {
    const At<TopicCode>& code = code_of(item);
    if (!code.given()) continue;
    Words title = title_of_topic(registry, *code);
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(std::move(title));
  }
  return listed(titles);
}

// Mentors

Cell appointed(const ReportRequest& request, const Mentor& mentor) {
  const Appointment* appointment = appointment_on(mentor, request.day());
  if (!appointment || !appointment->from.given()) return dash();
  const Words term = from_to(*appointment->from, appointment->end->date);
  if (appointment->order.id.empty()) return term;
  return say({"{}, приказ {}", "{}, order {}"}, term, order_words(request, appointment->order));
}

/// «Ведёт курсы. Грамота 2016 года; …»
Cell experience_and_achievements_of(const Mentor& mentor) {
  const Cell experience = experience_of(mentor), achievements = achievements_of(mentor);
  if (is_dash(experience)) return achievements;
  if (is_dash(achievements)) return experience;
  const std::string_view text = *mentor.experience;
  return say({"{}{} {}", "{}{} {}"}, text, text.ends_with('.') ? "" : ".", std::get<Words>(achievements));
}

GridRow row_of(const ReportRequest& request, const Mentor& mentor) {
  const PersonInBank person(request, mentor.id);
  return {{who(request, mentor.id), person.posts(), person.qualification(), person.subjects(), person.teaching_since(),
           experience_and_achievements_of(mentor),
           topics_in(
               request.registry(), mentor.topics, [](const auto& topic) -> const auto& { return topic; }),
           *mentor.entered_on, appointed(request, mentor)},
          {address_told(mentor), address_told<Person>(mentor.id)}};
}

Grid bank_of_mentors(const ReportRequest& request, const std::vector<const Mentor*>& bank) {
  Grid grid{.id = "mentors",
            .title = {"Банк наставников", "The bank of mentors"},
            .definition = {"внесённые в банк не позже дня отчёта и не выбывшие до него",
                           "entered in the bank not later than the day of the report, and not left before it"},
            .columns = {{"person", {"Кто", "Who"}},
                        {"position", {"Должность", "Position"}},
                        {"qualification", {"Категория", "Qualification"}},
                        {"subjects", {"Предметы", "Subjects"}},
                        {"teaching_since", {"Стаж", "Teaching"}},
                        {"experience", {"Опыт и достижения", "Experience and achievements"}},
                        {"topics", {"Темы", "Topics"}},
                        {"entered_on", {"В банке с", "In the bank since"}},
                        {"term", {"Наставник", "Mentor"}}},
            .when_empty = {"в банке никого нет", "there is nobody in the bank"}};
  for (const Mentor* mentor : bank) grid.rows.push_back(row_of(request, *mentor));
  return grid;
}

// Mentees

/// The pair of a mentee on the day: with whom, and for how long.
struct Tie {
  std::vector<Words> mentors{};
  std::vector<Words> terms{};
  Addresses records{};
};

Words term_of(const Registry& registry, const Pair& pair, Date day) {
  for (const Program* program : registry.programs_of(pair)) {
    const ProgramState state = state_on(*program, day);
    if ((state == ProgramState::active || state == ProgramState::expired) && program->start.given())
      return from_to(*program->start, end_of_term(*program, day));
  }
  return pair.start.given() ? from_to(*pair.start, {}) : no_data().words;
}

Tie tie_of(const ReportRequest& request, const Mentee& mentee) {
  Tie tie;
  for (const Pair* pair : request.registry().pairs_of_mentee(mentee.id)) {
    if (works_on(*pair, request.day()) != Verdict::yes || is_member_on(*pair, mentee.id, request.day()) != Verdict::yes)
      continue;
    tie.mentors.push_back(who(request, pair->mentor.id));
    tie.terms.push_back(term_of(request.registry(), *pair, request.day()));
    tie.records.push_back(address_told(*pair));
  }
  const At<Day> alone = alone_since(request.registry(), mentee, request.day());
  if (tie.mentors.empty() && alone.given()) tie.mentors.push_back(say({"ждёт с {}", "waits since {}"}, on_day(*alone)));
  return tie;
}

GridRow row_of(const ReportRequest& request, const Mentee& mentee) {
  const PersonInBank person(request, mentee.id);
  Tie tie = tie_of(request, mentee);
  GridRow row{
      {who(request, mentee.id), person.posts(),
       mentee.category.given() ? Cell(Words(label_of(*mentee.category))) : dash(), person.subjects(),
       person.teaching_since(),
       topics_in(
           request.registry(), mentee.requests, [](const MenteeRequest& item) -> const auto& { return item.topic; }),
       *mentee.entered_on, listed(tie.mentors), listed(tie.terms)},
      {address_told(mentee), address_told<Person>(mentee.id)}};
  row.records.insert(row.records.end(), tie.records.begin(), tie.records.end());
  return row;
}

Grid bank_of_mentees(const ReportRequest& request, const std::vector<const Mentee*>& bank) {
  Grid grid{.id = "mentees",
            .title = {"Банк наставляемых", "The bank of mentees"},
            .definition = {"внесённые в банк не позже дня отчёта и не выбывшие до него; срок — программы пары",
                           "entered in the bank not later than the day of the report, and not left before it; the "
                           "term is that of the pair's programme"},
            .columns = {{"person", {"Кто", "Who"}},
                        {"position", {"Должность", "Position"}},
                        {"category", {"Категория наставляемого", "Category of the mentee"}},
                        {"subjects", {"Предметы", "Subjects"}},
                        {"teaching_since", {"Стаж", "Teaching"}},
                        {"topics", {"Темы запросов", "Topics asked for"}},
                        {"entered_on", {"В банке с", "In the bank since"}},
                        {"mentor", {"Наставник", "Mentor"}},
                        {"term", {"Срок программы", "Term of the programme"}}},
            .when_empty = {"в банке никого нет", "there is nobody in the bank"}};
  for (const Mentee* mentee : bank) grid.rows.push_back(row_of(request, *mentee));
  return grid;
}

void build(const ReportRequest& request, Report& report) {
  report.landscape = true;
  report.subtitle.back() = say({"на {}", "on {}"}, on_day(request.day()));
  if (request.for_site) return add_banks_for_site(request, report);
  report.subtitle.push_back(
      {"для работы в организации, не для сайта", "for work within the organisation, not for the site"});
  report.add(
      Figures{"banks", {"Сколько человек в банках", "How many people are in the banks"}, figures_of_banks(request)});
  report.add(bank_of_mentors(request, bank_on<Mentor>(request.registry(), request.day())));
  report.add(bank_of_mentees(request, bank_on<Mentee>(request.registry(), request.day())));
  leave_out_empty_columns(report);
}

}  // namespace

std::vector<Figure> figures_of_banks(const ReportRequest& request) {
  const Text definition{"внесены не позже дня отчёта и не выбыли до него",
                        "entered not later than the day of the report, and not left before it"};
  const auto figure = [&](std::string_view id, const Text& title, const auto& bank) {
    return Figure{id, title, counted(bank.size()), definition, addresses(bank)};
  };
  return {figure("mentor_bank", {"В банке наставников", "In the bank of mentors"},
                 bank_on<Mentor>(request.registry(), request.day())),
          figure("mentee_bank", {"В банке наставляемых", "In the bank of mentees"},
                 bank_on<Mentee>(request.registry(), request.day()))};
}

ReportKind banks_report();
ReportKind banks_report() {
  return {.name = "banks",
          .title = {"Банки наставников и наставляемых", "The banks of mentors and mentees"},
          .summary = {"кто в банках: должность, категория, предметы, опыт, темы, срок; для работы или для сайта",
                      "who is in the banks: position, category, subjects, experience, topics, term; for work or for "
                      "the site"},
          .clauses = "11.5,21",
          .build = build,
          .on_paper = true,
          .also_for_site = true};
}

}  // namespace nastavnik::reports
