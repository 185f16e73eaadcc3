#include "model/derived.h"

#include <algorithm>
#include <charconv>

namespace nastavnik {
namespace {

/// The consent's own kinds, else those that its place implies.
bool covers(const Consent& consent, ConsentKind kind, std::optional<ConsentKind> implied) {
  return consent.kinds.given() ? holds(consent.kinds, kind) : implied == kind;
}

void add_people_consents(const Registry& registry, std::string_view person, ConsentKind kind,
                         std::vector<const Consent*>& found) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return;
  for (const DataConsent& consent : file->consents)
    if (covers(consent, kind, std::nullopt)) found.push_back(&consent);
}

void add_appointment_consents(const Registry& registry, std::string_view person, ConsentKind kind,
                              std::vector<const Consent*>& found) {
  const Mentor* mentor = registry.all<Mentor>().find(person);
  if (!mentor) return;
  for (const Appointment& appointment : mentor->appointments)
    if (appointment.consent.given() && covers(*appointment.consent, kind, ConsentKind::mentor_appointment))
      found.push_back(&*appointment.consent);
}

void add_pair_consents(const Pair& pair, std::string_view person, ConsentKind kind,
                       std::vector<const Consent*>& found) {
  for (const PairConsent& consent : pair.consents)
    if (consent.person.id == person && covers(consent, kind, ConsentKind::participation)) found.push_back(&consent);
}

/// The person of one of the terms, heads' or curators', that hold the day.
template <class Term>
Verdict holds_office(const List<Term>& terms, const Link<Person>& person, Date day) {
  if (person.presence == Presence::broken) return Verdict::unknown;
  Verdict found = terms.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const Term& term : terms) {
    const auto period = period_of(term.from, term.to);
    const bool unclear = !period || term.to.presence == Presence::broken || term.person.presence == Presence::broken;
    if (!unclear && term.person.id == person.id && period->holds(day)) return Verdict::yes;
    if (unclear) found = Verdict::unknown;
  }
  return found;
}

/// Whether the position is held here.
Verdict is_here(const JobPosition& position) {
  if (position.employer.absent()) return Verdict::yes;
  return position.employer.given() ? Verdict::no : Verdict::unknown;
}

bool is_readable(Standing standing) { return standing != Standing::broken && standing != Standing::unseen; }

bool has_unclear_kinds(const Consent& consent) { return consent.kinds.presence == Presence::broken; }

bool is_clear(const Person& person) {
  return person.consents.presence != Presence::broken &&
         std::none_of(person.consents.begin(), person.consents.end(), has_unclear_kinds);
}

bool is_clear(const Mentor& mentor) {
  const auto unclear = [](const Appointment& a) {
    return a.consent.presence == Presence::broken || has_unclear_kinds(*a.consent);
  };
  return mentor.appointments.presence != Presence::broken &&
         std::none_of(mentor.appointments.begin(), mentor.appointments.end(), unclear);
}

bool has_clear_consents(const Pair* pair) {
  const auto unclear = [](const PairConsent& c) { return c.person.id.empty() || has_unclear_kinds(c); };
  return pair->consents.presence != Presence::broken &&
         std::none_of(pair->consents.begin(), pair->consents.end(), unclear);
}

bool is_later(const Amendment* a, const Amendment* b) { return *a->date < *b->date; }

}  // namespace

std::optional<Period> period_of(const At<Day>& from, const At<Day>& to) {
  if (!from.given()) return std::nullopt;
  return Period{*from, to.given() ? *to : end_of_time};
}

std::vector<const JobPosition*> positions_on(const Person& person, Date day) {
  std::vector<const JobPosition*> found;
  for (const JobPosition& position : person.positions)
    if (const auto period = period_of(position.from, position.to); period && period->holds(day))
      found.push_back(&position);
  return found;
}

bool employed_here(const Person& person, Date day) {
  const auto held = positions_on(person, day);
  return std::any_of(held.begin(), held.end(), [](const JobPosition* p) { return p->employer.absent(); });
}

bool employed_elsewhere_only(const Person& person, Date day) {
  const auto held = positions_on(person, day);
  return !held.empty() &&
         std::none_of(held.begin(), held.end(), [](const JobPosition* p) { return p->employer.absent(); });
}

Verdict is_external(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return Verdict::unknown;
  bool unclear = file->positions.presence == Presence::broken, elsewhere = false;
  for (const JobPosition& position : file->positions) {
    const auto period = period_of(position.from, position.to);
    if (period && !period->holds(day)) continue;
    if (!period || position.to.presence == Presence::broken)
      unclear = true;
    else if (position.employer.absent())
      return Verdict::no;
    else
      elsewhere = true;
  }
  if (unclear) return Verdict::unknown;
  return elsewhere ? Verdict::yes : Verdict::no;
}

Verdict works_here(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return registry.all<Person>().standing(person) == Standing::missing ? Verdict::no : Verdict::unknown;
  return holds_position(*file, day, is_here);
}

bool holds_here(const Person& person, PositionCategory category, Date day) {
  const auto held = positions_on(person, day);
  return std::any_of(held.begin(), held.end(), [&](const JobPosition* p) {
    return p->employer.absent() && p->category.given() && *p->category == category;
  });
}

Verdict holds_position(const Person& person, Date day, const std::function<Verdict(const JobPosition&)>& is) {
  Verdict found = person.positions.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const JobPosition& position : person.positions) {
    const auto period = period_of(position.from, position.to);
    const bool unclear = !period || position.to.presence == Presence::broken;
    if (!unclear && !period->holds(day)) continue;
    const Verdict here = is(position);
    if (here == Verdict::yes && !unclear) return Verdict::yes;
    if (here != Verdict::no) found = Verdict::unknown;
  }
  return found;
}

Verdict has_category(const Person& person, PositionCategory category, Date day) {
  return holds_position(person, day, [&](const JobPosition& position) {
    if (!position.category.given()) return is_here(position) == Verdict::no ? Verdict::no : Verdict::unknown;
    return *position.category == category ? is_here(position) : Verdict::no;
  });
}

std::optional<int> year_of_birth(const Person& person) {
  if (person.birth_date.given()) return person.birth_date->year();
  return person.birth_year.given() ? std::optional(*person.birth_year) : std::nullopt;
}

std::optional<bool> is_young(const Registry& registry, const Person& person, Date day) {
  if (const Mentee* entry = registry.all<Mentee>().find(person.id)) {
    const auto& category = entry->category;
    if (!category.given()) return std::nullopt;
    return *category == MenteeCategory::young || *category == MenteeCategory::beginner;
  }
  const auto born = year_of_birth(person);
  if (!born || !person.teaching_since.given()) return std::nullopt;
  const Thresholds& limits = *registry.settings().thresholds;
  return day.year() - *born <= *limits.young_age &&
         day.year() - *person.teaching_since <= *limits.young_experience_years;
}

std::optional<Period> period_of(const Pair& pair) {
  if (!pair.start.given()) return std::nullopt;
  return Period{*pair.start, pair.end.given() && pair.end->date.given() ? *pair.end->date : end_of_time};
}

bool is_active(const Pair& pair, Date day) {
  const auto period = period_of(pair);
  return period && period->holds(day);
}

Verdict works_on(const Pair& pair, Date day) {
  if (pair.start.absent()) return Verdict::no;
  if (!pair.start.given()) return Verdict::unknown;
  if (*pair.start > day) return Verdict::no;
  if (pair.end.absent()) return Verdict::yes;
  if (!pair.end.given() || !pair.end->date.given()) return Verdict::unknown;
  return *pair.end->date >= day ? Verdict::yes : Verdict::no;
}

std::optional<Period> period_of(const Member& member, const Pair& pair) {
  const auto whole = period_of(pair);
  if (!whole) return std::nullopt;
  return Period{member.from.given() ? *member.from : whole->from, member.to.given() ? *member.to : whole->to};
}

std::vector<const Member*> members_on(const Pair& pair, Date day) {
  std::vector<const Member*> found;
  if (!is_active(pair, day)) return found;
  for (const Member& member : pair.mentees)
    if (period_of(member, pair)->holds(day)) found.push_back(&member);
  return found;
}

bool is_member(const Pair& pair, std::string_view person) {
  return std::any_of(pair.mentees.begin(), pair.mentees.end(), [&](const Member& m) { return m.person.id == person; });
}

bool is_member_on(const Pair& pair, std::string_view person, Date day) {
  const auto members = members_on(pair, day);
  return std::any_of(members.begin(), members.end(), [&](const Member* m) { return m->person.id == person; });
}

std::vector<const Member*> members_nearest(const Pair& pair, Date day) {
  if (const auto period = period_of(pair))
    return members_on(pair, std::clamp(day, period->from, std::max(period->from, period->to)));
  std::vector<const Member*> all;
  for (const Member& member : pair.mentees) all.push_back(&member);
  return all;
}

std::optional<Span> unclear_membership(const Pair& pair) {
  const auto broken = [](const auto& field) { return field.presence == Presence::broken; };
  if (broken(pair.start)) return pair.start.span;
  if (broken(pair.end) || (pair.end.given() && !pair.end->date.given())) return pair.end.span;
  if (broken(pair.mentees)) return pair.mentees.span;
  for (const Member& member : pair.mentees)
    for (const auto* date : {&member.from, &member.to})
      if (broken(*date)) return date->span;
  return std::nullopt;
}

Verdict is_in_bank(const Mentee& entry, Date day) {
  if (entry.entered_on.given() && *entry.entered_on > day) return Verdict::no;
  const bool left_some_day = entry.left.given() && entry.left->date.given();
  if (left_some_day && *entry.left->date < day) return Verdict::no;
  return entry.entered_on.given() && (entry.left.absent() || left_some_day) ? Verdict::yes : Verdict::unknown;
}

bool is_draft(const Pair& pair, Date day) {
  return pair.order.absent() && pair.consents.absent() && (!pair.start.given() || *pair.start > day);
}

std::optional<Period> period_of(const Appointment& appointment) {
  if (!appointment.from.given()) return std::nullopt;
  return Period{*appointment.from,
                appointment.end.given() && appointment.end->date.given() ? *appointment.end->date : end_of_time};
}

const Appointment* appointment_on(const Mentor& mentor, Date day) {
  for (const Appointment& appointment : mentor.appointments)
    if (const auto period = period_of(appointment); period && period->holds(day)) return &appointment;
  return nullptr;
}

bool is_mentor_in_office(const Registry& registry, std::string_view person, Date day) {
  const Mentor* mentor = registry.all<Mentor>().find(person);
  if (mentor && appointment_on(*mentor, day)) return true;
  const auto pairs = registry.pairs_of_mentor(person);
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair* pair) { return is_active(*pair, day); });
}

Verdict is_head(const Organization& organization, const Link<Person>& person, Date day) {
  return holds_office(organization.heads, person, day);
}

Verdict is_signed_by_head(const Registry& registry, const Order& order) {
  if (!order.date.given() || !registry.has<Organization>()) return Verdict::unknown;
  if (order.signed_by.absent() || registry.organization().heads.absent()) return Verdict::yes;
  return is_head(registry.organization(), order.signed_by, *order.date);
}

std::optional<Period> period_of(const CuratorTerm& term) { return period_of(term.from, term.to); }

std::vector<const CuratorTerm*> curators_on(const Organization& organization, Date day) {
  std::vector<const CuratorTerm*> found;
  for (const CuratorTerm& term : organization.curators)
    if (const auto period = period_of(term); period && period->holds(day)) found.push_back(&term);
  return found;
}

Verdict is_curator(const Organization& organization, const Link<Person>& person, Date day) {
  return holds_office(organization.curators, person, day);
}

const Agreement* agreement_on(const Partner& partner, Date day) {
  for (const Agreement& agreement : partner.agreements)
    if (const auto period = period_of(agreement.date, agreement.valid_to); period && period->holds(day))
      return &agreement;
  return nullptr;
}

Verdict has_agreement(const Partner& partner, Date day) {
  if (agreement_on(partner, day)) return Verdict::yes;
  const auto broken = [](const Agreement& a) { return !a.date.given() || a.valid_to.presence == Presence::broken; };
  const bool unclear = partner.agreements.presence == Presence::broken ||
                       std::any_of(partner.agreements.begin(), partner.agreements.end(), broken);
  return unclear ? Verdict::unknown : Verdict::no;
}

bool is_in_force(const Registry& registry, const Order& order, Date day) {
  return order.date.given() && *order.date <= day && registry.cancelled_on(order) > day;
}

bool decides(const Order& order, OrderKind kind) { return holds(order.kinds, kind); }

std::optional<Period> period_of(const Consent& consent) {
  auto period = period_of(consent.given_on, consent.valid_to);
  if (period && consent.withdrawn_on.given()) period->to = std::min(period->to, *consent.withdrawn_on - 1);
  return period;
}

bool is_in_force(const Consent& consent, Date day) {
  const auto period = period_of(consent);
  return period && period->holds(day);
}

std::vector<const Consent*> consents_of(const Registry& registry, std::string_view person, ConsentKind kind) {
  std::vector<const Consent*> found;
  add_people_consents(registry, person, kind, found);
  add_appointment_consents(registry, person, kind, found);
  for (const auto pairs : {registry.pairs_of_mentor(person), registry.pairs_of_mentee(person)})
    for (const Pair* pair : pairs) add_pair_consents(*pair, person, kind, found);
  return found;
}

bool sees_consents(const Registry& registry, std::string_view person) {
  if (!is_readable(registry.all<Person>().standing(person)) || !is_readable(registry.all<Mentor>().standing(person)))
    return false;
  if (!registry.all<Pair>().broken().empty()) return false;
  const Person* file = registry.all<Person>().find(person);
  const Mentor* mentor = registry.all<Mentor>().find(person);
  const auto of_mentor = registry.pairs_of_mentor(person), of_mentee = registry.pairs_of_mentee(person);
  return (!file || is_clear(*file)) && (!mentor || is_clear(*mentor)) &&
         std::all_of(of_mentor.begin(), of_mentor.end(), has_clear_consents) &&
         std::all_of(of_mentee.begin(), of_mentee.end(), has_clear_consents);
}

std::vector<const Consent*> participation_consents(const Registry& registry, const Pair& pair,
                                                   std::string_view person) {
  std::vector<const Consent*> found;
  add_pair_consents(pair, person, ConsentKind::participation, found);
  if (!found.empty()) return found;
  return own_participation_consents(registry, person);
}

std::vector<const Consent*> own_participation_consents(const Registry& registry, std::string_view person) {
  std::vector<const Consent*> found;
  add_appointment_consents(registry, person, ConsentKind::participation, found);
  add_people_consents(registry, person, ConsentKind::participation, found);
  return found;
}

std::vector<const Amendment*> amendments_until(const Program& program, Date day) {
  std::vector<const Amendment*> found;
  for (const Amendment& amendment : program.amendments)
    if (amendment.date.given() && *amendment.date <= day) found.push_back(&amendment);
  std::stable_sort(found.begin(), found.end(), is_later);
  return found;
}

bool changes(const Amendment& amendment, Change change) { return holds(amendment.changes, change); }

std::optional<Span> unclear_amendments(const Program& program) {
  if (program.amendments.presence == Presence::broken) return program.amendments.span;
  for (const Amendment& amendment : program.amendments)
    if (!amendment.date.given() || !amendment.changes.given()) return amendment.span;
  return std::nullopt;
}

const At<Day>& end_of_term(const Program& program, Date day) {
  const At<Day>* end = &program.end;
  for (const Amendment* amendment : amendments_until(program, day))
    if (changes(*amendment, Change::term)) end = &amendment->new_end;
  return *end;
}

std::optional<Date> effective_end(const Program& program, Date day) {
  const At<Day>& end = end_of_term(program, day);
  return end.given() ? std::optional(*end) : std::nullopt;
}

const NotedChoices<MentoringKind>& effective_kinds(const Program& program, Date day) {
  const NotedChoices<MentoringKind>* kinds = &program.kinds;
  for (const Amendment* amendment : amendments_until(program, day))
    if (changes(*amendment, Change::form) && !amendment->new_kinds.absent()) kinds = &amendment->new_kinds;
  return *kinds;
}

std::optional<Date> holds_kind_since(const Program& program, MentoringKind kind, Date day) {
  std::optional<Date> since;
  if (program.start.given() && holds(program.kinds, kind)) since = *program.start;
  for (const Amendment* amendment : amendments_until(program, day)) {
    if (!changes(*amendment, Change::form) || amendment->new_kinds.absent()) continue;
    if (!holds(amendment->new_kinds, kind))
      since = std::nullopt;
    else if (!since)
      since = *amendment->date;
  }
  return since;
}

bool holds_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind kind) { return holds(kinds, kind); }

bool is_only(const NotedChoices<MentoringKind>& kinds, MentoringKind kind) {
  return kinds.given() && kinds.size() == 1 && holds(kinds, kind);
}

std::optional<Date> effective_due(const Activity& activity) {
  if (!activity.moves.empty()) {
    const At<Day>& to = activity.moves.back().to;
    return to.given() ? std::optional(*to) : std::nullopt;
  }
  return activity.due_on.given() ? std::optional(*activity.due_on) : std::nullopt;
}

std::optional<Period> period_of(const Program& program) {
  if (!program.start.given() || !program.cancelled.absent()) return std::nullopt;
  const Block<Completion>& completion = program.completion;
  return Period{*program.start, completion.given() && completion->date.given() ? *completion->date : end_of_time};
}

bool is_active(const Program& program, Date day) {
  const auto period = period_of(program);
  return period && period->holds(day);
}

bool is_open(const Difficulty& difficulty, Period term) {
  return *difficulty.found_on <= term.to && (!difficulty.resolved_on.given() || *difficulty.resolved_on >= term.from);
}

bool is_draft(const Program& program, Date day) {
  return program.start.given() && *program.start > day && (!program.pair.to || is_draft(*program.pair.to, day));
}

std::optional<Period> period_of(const SchoolYear& year) {
  if (!is_school_year_id(year.id)) return std::nullopt;
  int first = 0;
  const std::string_view digits = year.id.substr(0, 4);
  std::from_chars(digits.data(), digits.data() + digits.size(), first);
  return school_year(Date(first, 9, 1));
}

std::optional<Period> period_of(const Roadmap& roadmap, const SchoolYear& year) {
  const auto whole = period_of(year);
  if (!whole) return std::nullopt;
  return Period{roadmap.from.given() ? *roadmap.from : whole->from, roadmap.to.given() ? *roadmap.to : whole->to};
}

bool names(const List<Link<Person>>& people, std::string_view person) {
  return std::any_of(people.begin(), people.end(), [&](const Link<Person>& link) { return link.id == person; });
}

bool is_erased(const Registry& registry, std::string_view person) {
  const Person* file = registry.all<Person>().find(person);
  return file && file->erased_on.given();
}

}  // namespace nastavnik
