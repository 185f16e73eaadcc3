#include "document/waiting.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/threads.h"
#include "document/decisions.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/banks.h"
#include "model/notions/due.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"

namespace nastavnik {
namespace {

bool is_in_a_bank(const Registry& registry, std::string_view person) {
  const Mentor* mentor = registry.all<Mentor>().find(person);
  const Mentee* mentee = registry.all<Mentee>().find(person);
  return (mentor && is_in_bank(*mentor, registry.day()) == Verdict::yes) ||
         (mentee && is_in_bank(*mentee, registry.day()) == Verdict::yes);
}

/// What begins later than the days looked ahead is not on the desk yet.
bool begins_soon(const At<Day>& start, Date day) { return start.given() && *start > day && *start <= day + days_ahead; }

/// Works, or is being prepared.
bool is_at_hand(const Pair& pair, Date day) {
  if (!pair.end.absent()) return false;
  return works_on(pair, day) == Verdict::yes || pair.start.absent() || begins_soon(pair.start, day);
}

bool has_pair_at_hand(const Registry& registry, const Mentor& mentor) {
  return std::ranges::any_of(registry.pairs_of_mentor(mentor.id),
                             [&](const Pair* pair) { return is_at_hand(*pair, registry.day()); });
}

// Whether the subject of a paper that was not made yet waits for it.

bool is_mentor_now_or_soon(const Registry& registry, const Mentor& mentor) {
  return std::ranges::any_of(mentor.appointments, [&](const Appointment& one) {
    return one.end.absent() && (!one.from.given() || *one.from <= registry.day() + days_ahead);
  });
}

bool to_be_mentor(const Registry& registry, const Subject& subject) {
  const Mentor& mentor = *subject.mentor;
  if (!is_mentor_now_or_soon(registry, mentor) && !has_pair_at_hand(registry, mentor)) return false;
  return !has_consent_in_force(registry, mentor.id, ConsentKind::mentor_appointment, registry.day());
}

bool takes_part(const Registry& registry, const Subject& subject) {
  const Pair& pair = *subject.pair;
  if (!is_at_hand(pair, registry.day())) return false;
  return std::ranges::none_of(pair.mentees, [&](const Member& member) {
    return member.person.id == subject.person && member.to.given() && *member.to < registry.day();
  });
}

bool helps(const Registry& registry, const Subject& subject) {
  const Helper& helper = subject.pair->helpers[subject.item];
  const Date day = registry.day();
  const bool is_over = helper.to.given() && *helper.to < day;
  const bool is_later = helper.from.given() && *helper.from > day && !begins_soon(helper.from, day);
  return !is_over && !is_later && is_at_hand(*subject.pair, day);
}

bool stands_in_bank(const Registry& registry, const Subject& subject) { return is_in_a_bank(registry, subject.person); }

bool asks_for_help(const Registry& registry, const Subject& subject) {
  return is_in_bank(*subject.mentee, registry.day()) == Verdict::yes;
}

bool is_to_work(const Registry& registry, const Subject& subject) {
  return is_mentor_now_or_soon(registry, *subject.mentor) && has_pair_at_hand(registry, *subject.mentor);
}

bool always(const Registry& registry, const Subject& subject) {
  static_cast<void>(registry), static_cast<void>(subject);
  return true;
}

/// One that runs may have been approved in the minutes of a meeting: nothing asks for a record of it.
bool begins_soon(const Registry& registry, const Subject& subject) {
  const Program& program = *subject.program;
  return !program.cancelled.given() && (program.start.absent() || begins_soon(program.start, registry.day()));
}

bool goes_on(const Registry& registry, const Subject& subject) {
  const ProgramState state = state_on(*subject.program, registry.day());
  return state != ProgramState::completed && state != ProgramState::cancelled;
}

/// Completed, and the person stayed to the end.
bool saw_the_end(const Registry& registry, const Subject& subject) {
  const Block<Completion>& completion = subject.program->completion;
  if (!completion.given() || !completion->date.given()) return false;
  return subject.person == subject.pair->mentor.id ||
         is_member_on(*subject.pair, subject.person, std::min(*completion->date, registry.day())) == Verdict::yes;
}

/// Of an ending that nobody else has asked for: a request to be relieved or to change the mentor says it already.
bool is_mutual(const Registry& registry, const Subject& subject) {
  const auto& initiator = subject.program->completion->initiator;
  return initiator.given() && *initiator == Initiator::mutual && saw_the_end(registry, subject);
}

struct Waiting {
  std::string_view kind;
  bool (*waits)(const Registry&, const Subject&);
};

/// Of the papers that are no orders.
constexpr std::array<Waiting, 11> table{{
    {"consent-mentor", to_be_mentor},
    {"consent-participation", takes_part},
    {"consent-helper", helps},
    {"consent-data", stands_in_bank},
    {"labour-addendum", is_to_work},
    {"cancellation-notice", always},
    {"program", begins_soon},
    {"amendment", goes_on},
    {"ending-statement", is_mutual},
    {"mentee-request", asks_for_help},
    {"survey", saw_the_end},
}};

/// An order of a kind of its own tells this, so that the order of whatever is decided need not.
bool has_own_order(OrderKind decided) {
  return std::ranges::any_of(documents(), [&](const DocumentKind& kind) {
    return !kind.of_any_kind && kind.group == DocumentGroup::orders && kind.has(decided);
  });
}

/// What may wait for the paper. The items that only an order of any kind decides have ids of their own as they are.
std::vector<Subject> candidates(const DocumentKind& kind, const Registry& registry) {
  if (!kind.of_any_kind) return subjects_by_id(kind, registry);
  return decided(registry, [](OrderKind decision) { return !has_own_order(decision); });
}

/// Somebody who comes or leaves by the day has no order on it.
bool changes_by(const Pair& pair, Date day) {
  const auto is_by = [&](const At<Day>& on, const Link<Order>& order) { return on.given() && *on <= day && !order.to; };
  return std::ranges::any_of(pair.mentees, [&](const Member& member) {
    return (joined_later(member, pair) && is_by(member.from, member.order)) || is_by(member.to, member.out_order);
  });
}

/// The day from which what an order decides holds; nothing where the records do not tell one.
std::optional<Date> day_decided(const DocumentKind& kind, const Subject& subject) {
  if (subject.day) return subject.day;
  if (subject.year) {
    const std::optional<Period> year = period_of(*subject.year);
    return year ? std::optional(year->from) : std::nullopt;
  }
  if (!subject.pair) return std::nullopt;
  const Pair& pair = *subject.pair;
  if (kind.has(OrderKind::end_pairs)) return pair.end.given() ? if_given(pair.end->date) : std::nullopt;
  return kind.has(OrderKind::assign_pairs) ? if_given(pair.start) : std::nullopt;
}

bool waits_for_order(const DocumentKind& kind, const Registry& registry, const Subject& subject) {
  if (!subject.is_new || registry.all<Order>().find(subject.order)) return false;
  if (kind.has(OrderKind::approve_regulation) && !registry.regulation().approved_on.given()) return false;
  if (kind.has(OrderKind::change_pairs)) return changes_by(*subject.pair, registry.day() + days_ahead);
  return day_decided(kind, subject).value_or(registry.day()) <= registry.day() + days_ahead;
}

const Waiting* row_of(const DocumentKind& kind) {
  const auto row = std::ranges::find(table, kind.name, &Waiting::kind);
  return row == table.end() ? nullptr : &*row;
}

bool may_wait(const DocumentKind& kind) { return kind.group == DocumentGroup::orders || row_of(kind); }

bool waits(const DocumentKind& kind, const Registry& registry, const Subject& subject) {
  if (kind.group == DocumentGroup::orders) return waits_for_order(kind, registry, subject);
  return subject.is_new && row_of(kind)->waits(registry, subject);
}

std::vector<ChosenPaper> waiting_of(const DocumentKind& kind, const Registry& registry) {
  std::vector<ChosenPaper> all;
  if (!may_wait(kind)) return all;
  std::vector<Subject> subjects = candidates(kind, registry);
  std::erase_if(subjects, [&](const Subject& subject) { return !waits(kind, registry, subject); });
  for (std::vector<Subject>& paper : papers_of(kind, std::move(subjects))) all.push_back({&kind, std::move(paper)});
  return all;
}

}  // namespace

std::vector<ChosenPaper> waiting_papers(const Registry& registry, unsigned jobs) {
  const std::span<const DocumentKind> kinds = documents();
  std::vector<std::vector<ChosenPaper>> found(kinds.size());
  share_out(kinds.size(), jobs, [&](std::size_t, std::size_t i) { found[i] = waiting_of(kinds[i], registry); });
  std::vector<ChosenPaper> all;
  for (std::vector<ChosenPaper>& papers : found) std::ranges::move(papers, std::back_inserter(all));
  return all;
}

}  // namespace nastavnik
