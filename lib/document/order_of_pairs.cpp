#include <algorithm>

#include <fmt/format.h>

#include "document/decisions.h"
#include "document/order_points.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/order_id.h"

// The points of an order about mentors, pairs and groups.

namespace nastavnik::papers {
namespace {

/// Whether the order that is written is the one that a decision names, or the decision names none yet.
bool is_this(const Writing& writing, const Link<Order>& order) {
  if (order.id.empty() || order.id == writing.unrecorded_order()) return true;
  return !writing.number().empty() && order.id == order_id_of(writing.number(), writing.day());
}

const Appointment* appointment_by(const Writing& writing, const Mentor& mentor) {
  for (const Appointment& appointment : mentor.appointments)
    if (is_this(writing, appointment.order)) return &appointment;
  return nullptr;
}

/// Another order has appointed the mentor, and that office goes on or covered the day.
bool is_appointed_by_other(const Writing& writing, const Mentor& mentor, Date day) {
  return std::any_of(mentor.appointments.begin(), mentor.appointments.end(), [&](const Appointment& appointment) {
    if (!appointment.order.to || is_this(writing, appointment.order)) return false;
    const std::optional<Period> term = period_of(appointment);
    return appointment.end.absent() || (term && term->holds(day));
  });
}

bool assigns(const Subject& subject) {
  return subject.pair && (!subject.decision || subject.decision->kind == OrderKind::assign_pairs);
}

/// The renewal by which the order assigns the pair again; nothing where it does so for the first time.
const Renewal* renewal_of(const Subject& subject) {
  return subject.item == 0 ? nullptr : &subject.pair->renewals[subject.item - 1];
}

const At<Day>& from_of(const Subject& subject) {
  const Renewal* renewal = renewal_of(subject);
  return renewal ? renewal->from : subject.pair->start;
}

void repeat_assignment(Writing& writing, const Subject& subject) {
  const Renewal* renewal = renewal_of(subject);
  writing.repeat(renewal ? renewal->order : subject.pair->order,
                 where(*subject.pair, renewal ? "renewals, order" : "order"));
}

/// Whom the order assigns: who is there from the beginning, or on the day from which it renews.
std::vector<const Member*> assigned_by(const Subject& subject) {
  std::vector<const Member*> all;
  const At<Day>& from = from_of(subject);
  for (const Member& member : subject.pair->mentees) {
    const bool is_there = member.from.absent() || (member.from.given() && from.given() && *member.from <= *from);
    if (renewal_of(subject) ? is_there && !left_before(member, from) : member.from.absent()) all.push_back(&member);
  }
  return all;
}

/// The programme of the pair; of a renewal the one that runs on its day or begins later.
const Program* program_of(const Registry& registry, const Subject& subject) {
  const auto programs = registry.programs_of(*subject.pair);
  const Renewal* renewal = renewal_of(subject);
  for (const Program* program : programs) {
    if (!renewal || !renewal->from.given()) return program;
    const At<Day> end = end_of_term(*program, registry.day());
    if (!end.given() || *end >= *renewal->from) return program;
  }
  return nullptr;
}

struct Appointee {
  const Mentor* mentor = nullptr;
  const Appointment* appointment = nullptr;
};

/// The mentors that the order appoints: those decided, and of its pairs those without another order behind them.
std::vector<Appointee> appointees(const Writing& writing) {
  std::vector<Appointee> all;
  const auto add = [&](const Mentor* mentor, const Appointment* appointment) {
    if (std::ranges::find(all, mentor, &Appointee::mentor) == all.end()) all.push_back({mentor, appointment});
  };
  for (const Subject& subject : writing.subjects()) {
    if (subject.decision && subject.decision->kind == OrderKind::appoint_mentors)
      add(subject.mentor, &subject.mentor->appointments[subject.item]);
    if (!assigns(subject)) continue;
    const Mentor* mentor = writing.registry().all<Mentor>().find(subject.pair->mentor.id);
    const Date start = from_of(subject).given() ? *from_of(subject) : writing.day();
    if (mentor && !is_appointed_by_other(writing, *mentor, start)) add(mentor, appointment_by(writing, *mentor));
  }
  return all;
}

/// «учитель физики» under the name, which may break before the initials: a long surname fills the column.
std::string name_and_position(const Writing& writing, std::string_view id) {
  constexpr std::string_view hard_space = "\u00a0";
  std::string name = writing.name_of(id);
  if (const std::size_t at = name.find(hard_space); at != std::string::npos) name.replace(at, hard_space.size(), " ");
  const std::string position = writing.position_of(id);
  return name + (position.empty() ? "" : "\n" + position);
}

/// «02.03.2026 – 27.11.2026», each day on a line.
std::string term_of(Date start, const At<Day>& end) {
  const std::string from = date_in_figures(start);
  return end.given() ? from + " –\n" + date_in_figures(*end) : "с\u00a0" + from;
}

/// What the order says of the programme: its title; where it has none, when it was approved.
std::string told_of(const Program* program) {
  if (!program) return "разрабатывается";
  if (program->title.given()) return quoted(*program->title);
  const bool approved = program->approved.given() && program->approved->date.given();
  return approved ? "утверждена " + date_in_figures(*program->approved->date) : "";
}

void write_unit(Writing& writing, const Subject& subject, std::size_t number) {
  const Pair& pair = *subject.pair;
  Values& values = writing.values().add("pairs");
  const Program* program = program_of(writing.registry(), subject);
  values.set("n", std::to_string(number));
  values.set("mentor", name_and_position(writing, pair.mentor.id));
  std::vector<std::string> mentees;
  for (const Member* member : assigned_by(subject)) mentees.push_back(name_and_position(writing, member->person.id));
  values.set("mentees", fmt::format("{}", fmt::join(mentees, "\n")));
  const Gap no_form{{"форма наставничества", "form of mentoring"}, where(pair, "role_form")};
  if (pair.role_form.given())
    values.set("form", label(pair.role_form));
  else
    values.lack("form", no_form);
  const std::vector<std::string> kinds = program ? kinds_of(*program, writing.day()) : std::vector<std::string>();
  values.set("kinds", kinds.empty() ? "" : "; " + listed(kinds));
  if (from_of(subject).given())
    values.set("term", term_of(*from_of(subject), program ? end_of_term(*program, writing.day()) : At<Day>{}));
  else
    writing.day_ordered(values, "term", from_of(subject), pair.order, {"начало работы", "start of the work"},
                        where(pair, "start"));
  const std::string told = told_of(program);
  values.set("program", told);
  if (!told.empty()) writing.set("has_programs", "да");
}

std::string units(std::size_t pairs, std::size_t groups) {
  if (groups == 0) return pairs == 1 ? "наставническую пару" : "наставнические пары";
  if (pairs == 0) return groups == 1 ? "наставническую группу" : "наставнические группы";
  return "наставнические пары и группы";
}

std::string units_genitive(std::size_t pairs, std::size_t groups) {
  if (groups == 0) return pairs == 1 ? "наставнической пары" : "наставнических пар";
  if (pairs == 0) return groups == 1 ? "наставнической группы" : "наставнических групп";
  return "наставнических пар и групп";
}

struct Sizes {
  std::size_t pairs = 0;
  std::size_t groups = 0;
};

Sizes count_units(Decided decided) {
  Sizes sizes;
  for (const Subject& subject : decided) ++(subject.pair->mentees.size() > 1 ? sizes.groups : sizes.pairs);
  return sizes;
}

/// The day of a consent, short: a line for each must do.
void write_given(Values& values, const At<Day>& day, const Gap& gap) {
  if (day.given())
    values.set("given", date_in_figures(*day));
  else
    values.lack("given", gap);
}

/// The consents of clause 9 of those whom the order appoints.
void write_own_consents(Writing& writing) {
  for (const auto& [mentor, appointment] : appointees(writing)) {
    Values& values = writing.values().add("own_consents");
    values.set("name", writing.name_of(mentor->id));
    const Consent* consent = consent_to_mentor(writing.registry(), *mentor, appointment);
    write_given(values, consent ? consent->given_on : At<Day>{},
                {say({"согласие {} быть наставником", "consent of {} to be a mentor"}, mentor->id),
                 where(*mentor, "appointments, consent")});
  }
}

/// The consent of the person to the duties in the pair.
void write_consent(Writing& writing, const Pair& pair, std::string_view person) {
  Values& values = writing.values().add("grounds");
  values.set("name", writing.name_of(person));
  const std::vector<const Consent*> consents = participation_consents(writing.registry(), pair, person);
  write_given(values, consents.empty() ? At<Day>{} : consents.front()->given_on,
              {say({"согласие {} на дополнительные обязанности", "consent of {} to the additional duties"}, person),
               where(pair, "consents")});
}

/// The consents of all who are assigned.
void write_consents(Writing& writing, Decided decided) {
  for (const Subject& subject : decided) {
    const Pair& pair = *subject.pair;
    write_consent(writing, pair, pair.mentor.id);
    for (const Member* member : assigned_by(subject)) write_consent(writing, pair, member->person.id);
  }
}

/// Where the mentor works, if with partners only.
const Partner* partner_of(const Registry& registry, std::string_view mentor, Date day) {
  const Person* person = registry.all<Person>().find(mentor);
  return person && is_external(registry, mentor, day) == Verdict::yes ? employer_on(*person, day) : nullptr;
}

/// The agreements by which people of partners work as mentors.
void write_agreements(Writing& writing, Decided decided) {
  std::vector<const Partner*> done;
  for (const Subject& subject : decided) {
    const Date day = from_of(subject).given() ? *from_of(subject) : writing.day();
    const Partner* partner = partner_of(writing.registry(), subject.pair->mentor.id, day);
    if (!partner || std::find(done.begin(), done.end(), partner) != done.end()) continue;
    done.push_back(partner);
    Values& values = writing.values().add("agreements");
    const Agreement* agreement = agreement_on(*partner, day);
    values.set("partner", partner->name.given() ? std::string(*partner->name)
                                                : std::string(partner->id.given() ? *partner->id : ""));
    values.set("kind", agreement && agreement->kind.given() ? std::string(label_of(*agreement->kind).ru)
                                                            : "договор с партнёром");
    if (agreement && agreement->date.given())
      values.set("ref",
                 order_in_words(*agreement->date, agreement->number.given() ? *agreement->number : std::string_view()));
    else
      values.lack("ref", {say({"договор с партнёром {}", "agreement with the partner {}"},
                              partner->id.given() ? *partner->id : std::string_view()),
                          "organization.yaml: partners, agreements"});
  }
}

/// A paper that the order rests on besides consents and agreements, each once.
void rest_on(Writing& writing, std::string text) {
  Values& values = writing.values();
  values.list("based_on");
  for (const Values& known : values.items("based_on"))
    if (known.find("text")->text == text) return;
  values.add("based_on").set("text", std::move(text));
}

/// The petitions granted that led from the one pair to the other, whichever of them is known.
void write_petitions(Writing& writing, const Pair& pair, const Pair* after) {
  for (const Replacement& petition : pair.replacements) {
    const bool granted = petition.outcome->decision.given() && *petition.outcome->decision == Decision::granted;
    if (!petition.date.given() || !granted || (after && petition.outcome->new_pair.id != after->id)) continue;
    rest_on(writing, fmt::format("ходатайство о замене наставника: {}, {}", writing.name_of(petition.mentee.id),
                                 date_in_figures(*petition.date)));
  }
}

/// The minutes in which the pair was proposed, and the petition in answer to which it was formed.
void write_proposal(Writing& writing, const Subject& subject) {
  if (renewal_of(subject)) return;
  for (const Pair& former : writing.registry().all<Pair>()) write_petitions(writing, former, subject.pair);
  if (!subject.pair->formation.given() || !subject.pair->formation->council_minutes.given()) return;
  const PairMinutes& minutes = *subject.pair->formation->council_minutes;
  if (minutes.number.given() && minutes.date.given())
    rest_on(writing, fmt::format("предложение {}: протокол {}", genitive_of(writing.registry().organization(), minutes),
                                 order_in_words(*minutes.date, *minutes.number)));
}

/// How the last programme of the pair was completed.
const Completion* completion_of(const Registry& registry, const Pair& pair) {
  const Completion* last = nullptr;
  for (const Program* program : registry.programs_of(pair)) {
    if (!program->completion.given() || !program->completion->date.given()) continue;
    if (!last || *last->date < *program->completion->date) last = &*program->completion;
  }
  return last;
}

/// Why the pair ended, and where its programme did so early, on whose initiative.
std::string reason_of(const Pair& pair, const Completion* completion) {
  const std::string reason = label(pair.end->reason);
  const std::string early = completion ? early_ending_of(*completion, pair.mentees.size() > 1) : "";
  if (early.empty()) return reason;
  const bool ended = pair.end->reason.given() && *pair.end->reason == PairEnd::program_ended;
  const std::string told = ended ? "программа завершена " + early : reason + "; программа завершена " + early;
  const std::string why = circumstance_of(*completion);
  const bool said = !ended || why.empty() || told.find(why) != std::string::npos;
  return said ? told : told + "; обстоятельства: " + why;
}

/// The statements by which the programme was ended, and the petitions by which the mentor was replaced.
void write_wishes_to_end(Writing& writing, const Pair& pair, const Completion* completion) {
  if (completion)
    for (const Statement& statement : completion->statements)
      for (const Link<Person>* person : people_of(statement))
        rest_on(writing, fmt::format("заявление о завершении программы: {}{}", writing.name_of(person->id),
                                     statement.date.given() ? ", " + date_in_figures(*statement.date) : ""));
  if (pair.end->reason.given() && *pair.end->reason == PairEnd::mentor_replaced)
    write_petitions(writing, pair, nullptr);
}

/// That programmes are still to be drawn up; the term only where the school has set one.
void write_drafting(Writing& writing, Decided decided) {
  const Registry& registry = writing.registry();
  std::size_t lacking = 0;
  for (const Subject& subject : decided) lacking += program_of(registry, subject) ? 0U : 1U;
  writing.values().list("to_draft");
  if (lacking == 0) return;
  Values& values = writing.values().add("to_draft");
  values.set("some", lacking < decided.size() ? ", программы которых ещё разрабатываются," : "");
  const auto& days = registry.settings().thresholds->program_due_days;
  values.set("term", days.given() && *days > 0 ? " в течение " + days_in_words(*days) + " со дня начала работы" : "");
}

/// Those who take part on the day of the order, and whom it includes.
void add_members(const Writing& writing, const Subject& subject, Readers& readers) {
  readers.push_back(subject.pair->mentor.id);
  for (const Member& member : subject.pair->mentees) {
    const bool is_gone = member.to.given() && *member.to < writing.day();
    const bool is_later = member.from.given() && *member.from > writing.day() && member.order.id != subject.order;
    if (!is_gone && !is_later) readers.push_back(member.person.id);
  }
}

}  // namespace

void write_appointments(Writing& writing, Decided decided, Readers& readers) {
  for (const Subject& subject : decided)
    writing.repeat(subject.mentor->appointments[subject.item].order, where(*subject.mentor, "appointments, order"));
  for (const Subject& subject : writing.subjects())
    if (assigns(subject)) repeat_assignment(writing, subject);
  const std::vector<Appointee> all = appointees(writing);
  const std::string list = all.size() == 1 ? "one_mentor" : "many_mentors";
  for (const char* name : {"one_mentor", "many_mentors"}) writing.values().list(name);
  for (const auto& [mentor, appointment] : all) {
    Values& values = writing.values().add(list);
    writing.person(values, "mentor", mentor->id);
    writing.day_ordered(values, "from", appointment ? appointment->from : At<Day>{},
                        appointment ? appointment->order : Link<Order>{},
                        {"с какого дня назначить", "from which day to appoint"}, where(*mentor, "appointments, from"));
    writing.repeat(appointment ? appointment->order : Link<Order>{}, where(*mentor, "appointments, order"));
    values.set("mark", mentor == all.back().mentor ? "" : ";");
    readers.push_back(mentor->id);
  }
  writing.set("has_many_mentors", all.size() > 1 ? "да" : "");
  write_own_consents(writing);
  if (!all.empty()) writing.decide(OrderKind::appoint_mentors);
}

void write_pairs(Writing& writing, Decided decided, Readers& readers) {
  for (const Subject& subject : decided) repeat_assignment(writing, subject);
  const Sizes sizes = count_units(decided);
  writing.set("has_pairs", decided.empty() ? "" : "да");
  writing.set("units", units(sizes.pairs, sizes.groups));
  writing.values().list("pairs");
  writing.set("has_programs", "");
  std::size_t number = 0;
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::approve_mentees);
    writing.decide(OrderKind::assign_pairs);
    write_unit(writing, subject, ++number);
    write_proposal(writing, subject);
    add_members(writing, subject, readers);
  }
  write_consents(writing, decided);
  write_agreements(writing, decided);
  write_drafting(writing, decided);
}

void write_endings(Writing& writing, Decided decided, Readers& readers) {
  for (const Subject& subject : decided) writing.repeat(subject.pair->end->order, where(*subject.pair, "end, order"));
  const Sizes sizes = count_units(decided);
  writing.set("has_endings", decided.empty() ? "" : "да");
  writing.set("ended_units", units_genitive(sizes.pairs, sizes.groups));
  writing.values().list("endings");
  std::size_t number = 0;
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::end_pairs);
    const Pair& pair = *subject.pair;
    Values& values = writing.values().add("endings");
    values.set("n", std::to_string(++number));
    values.set("mentor", name_and_position(writing, pair.mentor.id));
    std::vector<std::string> mentees;
    for (const Member& member : pair.mentees)
      if (!left_before(member, pair.end->date)) mentees.push_back(name_and_position(writing, member.person.id));
    values.set("mentees", fmt::format("{}", fmt::join(mentees, "\n")));
    writing.date(values, "end", pair.end->date, {"последний день работы", "last day of the work"},
                 where(pair, "end, date"));
    const Completion* completion = completion_of(writing.registry(), pair);
    values.set("reason", reason_of(pair, completion));
    write_wishes_to_end(writing, pair, completion);
    add_members(writing, subject, readers);
  }
}

void write_group_changes(Writing& writing, Decided decided, Readers& readers) {
  for (const char* list : {"included", "left"}) writing.values().list(list);
  writing.set("has_group_changes", decided.empty() ? "" : "да");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::change_pairs);
    for (const Member& member : subject.pair->mentees) {
      const auto add = [&](const std::string& list, const At<Day>& day, const Link<Order>& order,
                           std::string_view key) {
        if (!day.given() || order.id != subject.order) return;
        writing.repeat(order, where(*subject.pair, fmt::format("mentees, {}", key)));
        Values& values = writing.values().add(list);
        writing.person(values, "mentee", member.person.id);
        writing.person(values, "mentor", subject.pair->mentor.id);
        writing.date(values, "day", day, {"день", "day"}, where(*subject.pair, "mentees"));
        set_led(values, "reason", member.reason.given() ? *member.reason : std::string_view());
      };
      add("included", member.from, member.order, "order");
      if (member.from.given() && member.order.id == subject.order)
        write_consent(writing, *subject.pair, member.person.id);
      add("left", member.to, member.out_order, "out_order");
    }
    add_members(writing, subject, readers);
  }
}

void write_reliefs(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("reliefs");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::relieve_mentor);
    const Mentor& mentor = *subject.mentor;
    const Appointment& appointment = mentor.appointments[subject.item];
    writing.repeat(appointment.end->order, where(mentor, "appointments, end, order"));
    Values& values = writing.values().add("reliefs");
    writing.person(values, "mentor", mentor.id);
    writing.date(values, "end", appointment.end->date, {"последний день исполнения обязанностей", "last day in office"},
                 where(mentor, "appointments, end, date"));
    set_led(values, "reason", label(appointment.end->reason));
    writing.order(values, "appointed", appointment.order, {"приказ о назначении", "order of appointment"},
                  where(mentor, "appointments, order"));
    std::vector<std::string> requests;
    for (const Resignation& resignation : mentor.resignations)
      if (resignation.date.given()) requests.push_back("от " + date_in_words(*resignation.date));
    values.set("requested", listed(requests, " и "));
    const At<Day>& warned = appointment.end->notified_on;
    values.set("warned", warned.given() ? date_in_words(*warned) : "");
    readers.push_back(mentor.id);
  }
}

void close_grounds(Writing& writing) {
  Values* last = nullptr;
  for (const char* list : {"based_on", "own_consents", "grounds", "agreements"}) {
    writing.values().list(list);
    for (Values& ground : writing.values().items(list)) {
      ground.set("mark", ";");
      last = &ground;
    }
  }
  if (last) last->set("mark", ".");
  writing.set("has_grounds", last ? "да" : "");
  const bool consented = !writing.values().items("own_consents").empty() || !writing.values().items("grounds").empty();
  writing.set("has_consents", consented ? "да" : "");
}

std::string about(const Writing& writing, const DecisionKind& decision) {
  if (decision.kind == OrderKind::appoint_mentors && appointees(writing).size() == 1) return "назначении наставника";
  std::vector<Subject> decided;
  std::ranges::copy_if(writing.subjects(), std::back_inserter(decided),
                       [&](const Subject& subject) { return subject.decision == &decision && subject.pair; });
  const bool ends = decision.kind == OrderKind::end_pairs;
  if (decided.empty() || (!ends && decision.kind != OrderKind::assign_pairs)) return std::string(decision.about);
  const Sizes sizes = count_units(decided);
  return (ends ? "прекращении работы " : "закреплении ") + units_genitive(sizes.pairs, sizes.groups);
}

std::string heading_of_pairs(const Writing& writing) {
  const Sizes sizes = count_units(writing.subjects());
  const std::size_t mentors = appointees(writing).size();
  const std::string who = mentors == 1 ? "наставника" : "наставников";
  return fmt::format("{}закреплении {}", mentors > 0 ? "О назначении " + who + " и " : "О ",
                     units_genitive(sizes.pairs, sizes.groups));
}

std::string heading_of_endings(Decided decided) {
  const Sizes sizes = count_units(decided);
  return "О прекращении работы " + units_genitive(sizes.pairs, sizes.groups);
}

}  // namespace nastavnik::papers
