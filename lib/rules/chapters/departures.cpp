// Clauses 2, 9, 18 and 19: people who have left while their pair works on.

#include <algorithm>
#include <optional>
#include <type_traits>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/working_days.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// The last day on which somebody could take part, and where that stands.
struct LastDay {
  Date day;
  Span place;
  Words what;
};

/// Someone's days in a pair up to the one judged.
struct Share {
  const Link<Person>& person;
  Period days;
  bool is_over;  ///< the pair or the membership has an end by now
};

/// The last day of work, here or elsewhere; nothing while a position goes on, or none was ever held in the pair.
std::optional<LastDay> last_day_at_work(Check& check, const Share& share) {
  const Person* file = check.all<Person>().find(share.person.id);
  if (!file) check.undecided(share.person);
  if (!file || !check.given(file->positions)) return std::nullopt;
  const JobPosition* last = nullptr;
  for (const JobPosition& position : file->positions) {
    if (!check.given(position.from) || !check.known(position.to)) return std::nullopt;
    if (*position.from > share.days.to) continue;
    if (position.to.absent() || *position.to >= share.days.to) return std::nullopt;
    if (!last || *last->to < *position.to) last = &position;
  }
  if (!last || *last->to < share.days.from) return std::nullopt;
  return LastDay{*last->to, last->to.span, say({"последний день на работе — {}", "last day at work: {}"}, *last->to)};
}

template <class Entry>
std::optional<LastDay> last_day_in_bank(Check& check, const Share& share) {
  const Entry* entry = check.all<Entry>().find(share.person.id);
  if (!entry || !check.known(entry->left) || entry->left.absent() || !check.given(entry->left->date))
    return std::nullopt;
  const At<Day>& date = entry->left->date;
  if (*date >= share.days.to) return std::nullopt;
  return LastDay{*date, date.span, say({"последний день в банке — {}", "last day in the bank: {}"}, *date)};
}

/// Of a mentor whose pair still works; an end that is over is the matter of P9-2.
std::optional<LastDay> last_day_in_office(Check& check, const Share& share) {
  const Mentor* mentor = check.all<Mentor>().find(share.person.id);
  if (!mentor || share.is_over) return std::nullopt;
  const auto made = appointments_made(check, *mentor);
  if (!made) return std::nullopt;
  const At<Day>* last = nullptr;
  for (const Appointment* appointment : *made) {
    if (*appointment->from > share.days.to) continue;
    if (period_of(*appointment)->to >= share.days.to) return std::nullopt;
    if (!last || **last < *appointment->end->date) last = &appointment->end->date;
  }
  if (!last || **last < share.days.from) return std::nullopt;
  if (!check.denied(is_external(check.registry(), mentor->id, share.days.to), *mentor)) return std::nullopt;
  return LastDay{**last, last->span,
                 say({"последний день назначения — {}", "last day of the appointment: {}"}, **last)};
}

void keep_earlier(std::optional<LastDay>& first, const std::optional<LastDay>& other) {
  if (other && (!first || other->day < first->day)) first = other;
}

void report_left(Check& check, const WorkingDays& calendar, const Share& share, const LastDay& last) {
  if (!reads_days(check, calendar, last.day, share.days.to)) return;
  if (is_in_time(calendar, {last.day + 1, share.days.to}, share.is_over)) return;
  const auto& grace = check.limits().expiry_grace_days;
  const Date due = last.day + *grace;
  Found found =
      share.is_over
          ? check.found(
                share.person,
                {"{}: {}; решение принято {}, ждали его по {} ({}), а до него пара работала без этого участника",
                 "{}: {}; the decision was made on {}, it was expected by {} ({}), and until then the pair "
                 "worked without this participant"},
                check.who(share.person), last.what, share.days.to, due, whose_term(grace))
          : check.found(share.person,
                        {"{}: {}, а пара работает и дальше; решения о ней ждём по {} ({})",
                         "{}: {}, and the pair works on; a decision on it is expected by {} ({})"},
                        check.who(share.person), last.what, due, whose_term(grace));
  found.also(last.place, {"после этого дня больше не участвует", "takes no part after this day"});
  if (share.days.to <= due) found.milder();
}

Share share_of(const Check& check, const Link<Person>& person, const Period& days) {
  return {person, {days.from, std::min(days.to, check.day())}, days.to <= check.day()};
}

template <class Entry>
void hold_to_presence(Check& check, const WorkingDays& calendar, const Share& share) {
  if (share.days.from > share.days.to || !check.named(share.person)) return;
  if (is_erased(check.registry(), share.person.id)) return;
  auto last = last_day_at_work(check, share);
  keep_earlier(last, last_day_in_bank<Entry>(check, share));
  if constexpr (std::is_same_v<Entry, Mentor>) keep_earlier(last, last_day_in_office(check, share));
  if (last) report_left(check, calendar, share, *last);
}

/// A helper helps up to a day of its own, else as long as the pair works. No clause asks for helpers, so this is a warning.
void hold_helper(Check& check, const WorkingDays& calendar, const Pair& pair, const Helper& helper) {
  if (!check.given(helper.from) || !check.known(helper.to) || !check.named(helper.person)) return;
  const Period days{*helper.from, helper.to.given() ? *helper.to : period_of(pair)->to};
  const Share share = share_of(check, helper.person, days);
  if (share.days.from > share.days.to || is_erased(check.registry(), helper.person.id)) return;
  const auto last = last_day_at_work(check, share);
  if (!last || !reads_days(check, calendar, last->day, share.days.to)) return;
  if (is_in_time(calendar, {last->day + 1, share.days.to}, share.is_over)) return;
  check
      .found(helper.person,
             {"{}: {}, а помощь наставнику записана и позже (helpers, to)",
              "{}: {}, and the help to the mentor is recorded beyond it (helpers, to)"},
             check.who(helper.person), last->what)
      .milder()
      .also(last->place, {"после этого дня больше не участвует", "takes no part after this day"});
}

void participant_left(Check& check) {
  const WorkingDays& calendar = check.working_days();
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent()) continue;
    if (const auto unclear = unclear_membership(pair)) {
      check.undecided(*unclear);
      continue;
    }
    hold_to_presence<Mentor>(check, calendar, share_of(check, pair.mentor, *period_of(pair)));
    for (const Member& member : pair.mentees)
      hold_to_presence<Mentee>(check, calendar, share_of(check, member.person, *period_of(member, pair)));
    for (const Helper& helper : check.each(pair.helpers)) hold_helper(check, calendar, pair, helper);
  }
}

constexpr Rule departure_rows[] = {
    {{.id = "P18-6",
      .name = "participant-left-pair-open",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "18,2,9,19",
      .phrase = "с непосредственным участием куратора, наставников и педагогов",
      .precise = {"кто уволен, выбыл из банка или чьё назначение кончилось, в паре больше не участвует",
                  "who was dismissed, left the bank or whose appointment ended takes no part in the pair any more"},
      .title = {"участник пары выбыл, а пара работает дальше", "a participant has left and the pair works on"},
      .remedy =
          {"закройте пару (end) или запишите последний день наставляемого (mentees, to) или помощника (helpers, to); если человек не выбыл, исправьте его даты",
           "close the pair (end) or record the last day of the mentee (mentees, to) or helper (helpers, to); if nobody has left, correct the dates"},
      .limits = "expiry_grace_days",
      .implied_by = "P9-5,P13.3-3",
      .scope = Scope::registry},
     participant_left},
};

}  // namespace

std::span<const Rule> departure_rules();
std::span<const Rule> departure_rules() { return departure_rows; }

}  // namespace nastavnik
