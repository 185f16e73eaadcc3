#include "document/subjects.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "document/labour.h"
#include "document/subject_keys.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/contracts.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"

namespace nastavnik::subjects {
namespace {

/// A paper of one person in a pair: only that person chooses it.
Subject of_participant(const Registry& registry, const Pair& pair, std::string_view person) {
  Subject subject{.id = fmt::format("{}-{}", pair.id, person), .pair = &pair, .person = person};
  add_pair(subject, registry, pair);
  add_person(subject, person);
  return subject;
}

/// The last day the mentor is to be judged as an employee: that of the office, else the day of the records.
Date last_day_of_work(const Registry& registry, const Mentor& mentor) {
  if (mentor.appointments.empty()) return registry.day();
  const Block<AppointmentEnding>& end = mentor.appointments.back().end;
  return end.given() && end->date.given() ? *end->date : registry.day();
}

/// Whether one of the mentor's pairs is with an employee of this school, or none is known yet.
bool helps_employee(const Registry& registry, const Mentor& mentor) {
  const auto& pairs = registry.pairs_of_mentor(mentor.id);
  return pairs.empty() || std::any_of(pairs.begin(), pairs.end(),
                                      [&](const Pair* pair) { return has_helped_employee(registry, *pair); });
}

bool has_left(const Member& member, const Registry& registry) {
  return member.to.given() && *member.to < registry.day();
}

/// Not ended by another ground than clause 19 (2).
bool may_end_by_initiative(const Program& program) {
  if (!program.completion.given()) return !program.cancelled.given();
  return program.completion->ground.given() && *program.completion->ground == Ground::by_initiative;
}

/// Has asked for another mentor and waits for the decision.
bool has_open_petition(const Pair& pair, std::string_view person) {
  return std::any_of(pair.replacements.begin(), pair.replacements.end(), [&](const Replacement& petition) {
    return petition.mentee.id == person && petition.outcome.absent();
  });
}

/// Completed after the last report.
bool has_days_to_tell(const Program& program) {
  const At<Day>& completed = program.completion->date;
  return completed.given() && std::ranges::none_of(program.reports, [&](const MentorReport& report) {
           const At<Day>& last = report.period->to.given() ? report.period->to : report.date;
           return last.given() && *last >= *completed;
         });
}

bool has_statement(const Program& program, std::string_view person) {
  const auto& statements = program.completion->statements;
  return std::any_of(statements.begin(), statements.end(),
                     [&](const Statement& statement) { return is_by(statement, person); });
}

/// `pd_processing` beside the person chooses it, and so does its own id.
Subject of_consent(const Registry& registry, std::string_view person, const Consent& consent, const Pair* pair,
                   ConsentKind kind) {
  Subject subject = pair ? of_participant(registry, *pair, person) : of_person(registry, person);
  subject.id += fmt::format("-{}", code_of(kind));
  subject.keys.insert(subject.keys.begin(), "consents/" + subject.id);
  subject.keys.push_back(fmt::format("consents/{}", code_of(kind)));
  subject.person = person;
  subject.consent = &consent;
  subject.consent_kind = kind;
  return subject;
}

Subjects people_with(const Registry& registry, ConsentKind kind) {
  Subjects all;
  const auto add = [&](std::string_view id) {
    if (is_erased(registry, id)) return;
    Subject subject = of_person(registry, id);
    subject.is_new = !has_consent_in_force(registry, id, kind, registry.day());
    all.push_back(std::move(subject));
  };
  for (const Mentor& mentor : registry.all<Mentor>()) add(mentor.id);
  for (const Mentee& mentee : registry.all<Mentee>())
    if (!registry.all<Mentor>().find(mentee.id)) add(mentee.id);
  return all;
}

/// A paper for each item of a list in the programmes; `describe` says what the item is called in the programme.
template <class List, class Describe>
Subjects items_of(const Registry& registry, const List Program::*list, const Describe& describe) {
  Subjects all;
  for (const Program& program : registry.all<Program>())
    for (std::size_t i = 0; i < (program.*list).size(); ++i) {
      Subject subject = of_program(registry, program);
      subject.item = i;
      subject.id = fmt::format("{}-{}", program.id, describe(subject, (program.*list)[i]));
      all.push_back(std::move(subject));
    }
  return all;
}

}  // namespace

Subjects mentors(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>()) {
    Subject subject = of_person(registry, mentor.id);
    subject.mentor = &mentor;
    subject.is_new = mentor.appointments.empty() || mentor.appointments.back().consent.absent();
    if (!mentor.appointments.empty()) add_order(subject, mentor.appointments.back().order);
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects mentors_at_work(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>()) {
    const auto& pairs = registry.pairs_of_mentor(mentor.id);
    const auto works = [&](const Pair* pair) { return pair->start.given() && *pair->start <= registry.day(); };
    if (std::none_of(pairs.begin(), pairs.end(), works)) continue;
    Subject& subject = all.emplace_back(of_person(registry, mentor.id));
    subject.mentor = &mentor;
  }
  return all;
}

Subjects mentees(const Registry& registry) {
  Subjects all;
  for (const Mentee& mentee : registry.all<Mentee>()) {
    Subject subject = of_person(registry, mentee.id);
    subject.mentee = &mentee;
    subject.is_new = mentee.requests.empty();
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects participants(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>()) {
    const auto add = [&](std::string_view person) {
      Subject subject = of_participant(registry, pair, person);
      add_order(subject, pair.order);
      subject.is_new = !pair.end.given() && participation_consents(registry, pair, person).empty();
      all.push_back(std::move(subject));
    };
    add(pair.mentor.id);
    for (const Member& member : pair.mentees) add(member.person.id);
  }
  return all;
}

Subjects helpers(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>())
    for (std::size_t i = 0; i < pair.helpers.size(); ++i) {
      Subject subject = of_participant(registry, pair, pair.helpers[i].person.id);
      subject.item = i;
      subject.is_new = pair.helpers[i].consent.absent();
      add_item(subject, address_of(pair), "helpers", "", pair.helpers[i].from);
      all.push_back(std::move(subject));
    }
  return all;
}

Subjects people_to_process(const Registry& registry) { return people_with(registry, ConsentKind::pd_processing); }

Subjects people_to_publish(const Registry& registry) { return people_with(registry, ConsentKind::pd_dissemination); }

Subjects programs(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>()) {
    Subject subject = of_program(registry, program);
    subject.is_new = program.approved.absent() && program.completion.absent();
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects amendments(const Registry& registry) {
  return items_of(registry, &Program::amendments, [](Subject& subject, const Amendment& amendment) {
    subject.is_new = amendment.agreed.empty();
    const std::string_view mark = amendment.id.given() ? *amendment.id : std::string_view();
    add_item(subject, address_of(*subject.program), "amendments", mark, amendment.date);
    return mark.empty() ? std::to_string(subject.item + 1) : std::string(mark);
  });
}

/// Reports on record, and the one to hand in: of a running programme, or of the last days of a completed one.
Subjects mentor_reports(const Registry& registry) {
  Subjects all = items_of(registry, &Program::reports, [](Subject& subject, const MentorReport& report) {
    add_item(subject, address_of(*subject.program), "reports", "", report.date);
    return report.date.given() ? iso(*report.date) : std::to_string(subject.item + 1);
  });
  for (const Program& program : registry.all<Program>()) {
    const bool runs = runs_on(program, registry.day()) == Verdict::yes;
    if (!runs && !has_days_to_tell(program)) continue;
    Subject& subject = all.emplace_back(of_program(registry, program));
    subject.item = program.reports.size();
    subject.is_new = runs;
    add_item(subject, address_of(program), "reports", "new", {});
  }
  return all;
}

Subjects completed_programs(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>())
    if (program.completion.given()) all.push_back(of_program(registry, program));
  return all;
}

Subjects surveyed(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>()) {
    const Pair* pair = program.pair.to;
    if (!pair) continue;
    const auto add = [&](std::string_view person) {
      Subject subject = of_participant(registry, *pair, person);
      subject.id = fmt::format("{}-{}", program.id, person);
      subject.program = &program;
      subject.is_new = true;
      for (const Survey& survey : program.surveys)
        subject.is_new = subject.is_new && (is_at_start(survey) || survey.person.id != person);
      all.push_back(std::move(subject));
    };
    add(pair->mentor.id);
    for (const Member& member : pair->mentees) add(member.person.id);
  }
  return all;
}

/// Requests on record, and the one that a mentor in office may hand in.
Subjects resignations(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>()) {
    const auto add = [&](std::size_t item) -> Subject& {
      Subject& subject = all.emplace_back(of_person(registry, mentor.id));
      subject.mentor = &mentor;
      subject.item = item;
      return subject;
    };
    bool is_asked = false;
    for (std::size_t i = 0; i < mentor.resignations.size(); ++i) {
      add_item(add(i), address_of(mentor), "resignations", "", mentor.resignations[i].date);
      is_asked = is_asked || mentor.resignations[i].outcome.absent();
    }
    if (!is_asked && appointment_on(mentor, registry.day())) add(mentor.resignations.size());
  }
  return all;
}

/// Petitions on record, and those that the mentees of a working pair may hand in.
Subjects replacements(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>()) {
    const auto add = [&](std::string_view person, std::size_t item) -> Subject& {
      Subject& subject = all.emplace_back(of_participant(registry, pair, person));
      subject.item = item;
      return subject;
    };
    for (std::size_t i = 0; i < pair.replacements.size(); ++i)
      add_item(add(pair.replacements[i].mentee.id, i), address_of(pair), "replacements", "", pair.replacements[i].date);
    for (const Member* member : members_on(pair, registry.day()))
      if (!has_open_petition(pair, member->person.id)) add(member->person.id, pair.replacements.size());
  }
  return all;
}

Subjects employed_mentors(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>()) {
    const Date day = last_day_of_work(registry, mentor);
    if (!falls_under_labour_code(registry, mentor.id, day) || !helps_employee(registry, mentor)) continue;
    if (Contract(mentor, day).is_job_function()) continue;
    Subject subject = of_person(registry, mentor.id);
    subject.mentor = &mentor;
    subject.is_new = labour_terms_on(mentor, day) == nullptr;
    all.push_back(std::move(subject));
  }
  return all;
}

/// Those in office, and those whose assignment the employer takes back.
Subjects cancelled_mentors(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>()) {
    if (mentor.appointments.empty()) continue;
    const AppointmentEnding* end = mentor.appointments.back().end.given() ? &*mentor.appointments.back().end : nullptr;
    const bool cancelled = end && end->reason.given() && *end->reason == AppointmentEnd::cancelled_by_employer;
    if (end && !cancelled) continue;
    if (!falls_under_labour_code(registry, mentor.id, last_day_of_work(registry, mentor)) ||
        !helps_employee(registry, mentor))
      continue;
    Subject subject = of_person(registry, mentor.id);
    subject.mentor = &mentor;
    subject.is_new = cancelled && end->notified_on.absent();
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects programs_to_check(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>()) {
    Subject subject = of_program(registry, program);
    subject.is_new = runs_on(program, registry.day()) == Verdict::yes && program.completion.absent();
    all.push_back(std::move(subject));
  }
  return all;
}

/// Whose statement ends a programme or could end it: of a programme that ended by initiative, of those whose it was.
Subjects programs_to_end(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>()) {
    const Pair* pair = program.pair.to;
    if (!pair || !may_end_by_initiative(program)) continue;
    const auto add = [&](std::string_view person, Initiator role) {
      const At<Choice<Initiator>>& initiator = program.completion->initiator;
      if (program.completion.given() && initiator.given() && *initiator != role && *initiator != Initiator::mutual)
        return;
      Subject subject = of_participant(registry, *pair, person);
      subject.id = fmt::format("{}-{}", program.id, person);
      subject.program = &program;
      subject.is_new = program.completion.given() && !has_statement(program, person);
      all.push_back(std::move(subject));
    };
    add(pair->mentor.id, Initiator::mentor);
    for (const Member& member : pair->mentees)
      if (!left_before(member, program.completion->date) &&
          !(program.completion.absent() && has_left(member, registry)))
        add(member.person.id, Initiator::mentee);
  }
  return all;
}

/// Consents that can be withdrawn or were: one for each thing that a sheet consents to, while what it was given for goes on.
Subjects consents(const Registry& registry) {
  Subjects all;
  const auto is_over = [&](const At<Day>& last) { return last.given() && *last < registry.day(); };
  const auto add = [&](std::string_view person, const Consent& consent, const Pair* pair, bool over,
                       std::optional<ConsentKind> implied) {
    if (!consent.withdrawn_on.given() && (over || !is_in_force(consent, registry.day()))) return;
    for (const ConsentKind kind : kinds_of(consent, implied))
      all.push_back(of_consent(registry, person, consent, pair, kind));
  };
  for (const Person& person : registry.all<Person>())
    for (const DataConsent& consent : person.consents) add(person.id, consent, nullptr, false, std::nullopt);
  for (const Mentor& mentor : registry.all<Mentor>())
    for (const Appointment& one : mentor.appointments)
      if (one.consent.given())
        add(mentor.id, *one.consent, nullptr, is_over(one.end->date), ConsentKind::mentor_appointment);
  for (const Pair& pair : registry.all<Pair>()) {
    for (const PairConsent& consent : pair.consents)
      for (const Link<Person>* person : people_of(consent))
        add(person->id, consent, &pair, is_over(pair.end->date), ConsentKind::participation);
    for (const Helper& helper : pair.helpers)
      if (helper.consent.given())
        add(helper.person.id, *helper.consent, &pair, is_over(helper.to) || is_over(pair.end->date),
            ConsentKind::helper);
  }
  return all;
}

/// The day of an event chooses it.
Subjects events(const Registry& registry) {
  Subjects all;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    for (std::size_t i = 0; i < year.events.size(); ++i) {
      if (!year.events[i].date.given()) continue;
      const std::string day = iso(*year.events[i].date);
      all.push_back({.id = fmt::format("{}-{}", year.id, day),
                     .keys = {"events/" + day, address_of(year)},
                     .year = &year,
                     .item = i,
                     .is_new = year.events[i].participants.empty()});
    }
  return all;
}

}  // namespace nastavnik::subjects
