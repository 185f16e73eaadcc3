// Clause 4: releases from duties, which must not harm teaching.

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>
#include <unordered_set>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/school_years.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/questions/missing.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Releases of programmes that were not cancelled before they began.
template <class Ask>
void each_release(Check& check, Ask ask) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled)) continue;
    for (const Release& release : check.each(program.releases)) ask(program, release);
  }
}

/// Papers are asked for once the release is decided: there is an order, or the day has come.
bool is_decided(Check& check, const Release& release) {
  return !release.order.absent() || (check.given(release.date) && *release.date <= check.day());
}

// The order

void hold_in_time(Check& check, const Release& release, const Order& order) {
  const Date cancelled = check.registry().cancelled_on(order);
  if (*order.date > *release.date) {
    check
        .found(release.order, {"приказ от {}, а освобождение — {}", "the order is dated {}, and the release on {}"},
               *order.date, *release.date)
        .also(order.date, {"дата приказа", "date of the order"});
  } else if (cancelled <= *release.date) {
    check.found(release.order,
                {"приказ отменён {}, а освобождение — {}", "the order was cancelled on {}, and the release is on {}"},
                cancelled, *release.date);
  }
}

/// What the order decides and who signed it is said once, however many are released by it.
void hold_to_content(Check& check, const Release& release, const Order& order) {
  if (check.given(order.kinds) && !decides(order, OrderKind::release_from_duties))
    check
        .found(release.order, {"в приказе нет решения «{}»", "the order does not decide “{}”"},
               OrderKind::release_from_duties)
        .also(order.kinds, {"что решает приказ", "what the order decides"});
  if (!check.denied(is_signed_by_head(check.registry(), order), order.signed_by)) return;
  check
      .found(
          order.signed_by,
          {"{} на {} не руководитель и не исполняет его обязанности", "{} on {} is neither the head nor acting head"},
          check.who(order.signed_by), *order.date)
      .also(release.order, {"освобождение этим приказом", "the release by this order"});
}

void release_without_order(Check& check) {
  std::unordered_set<std::string_view> held;
  each_release(check, [&](const Program&, const Release& release) {
    if (!check.given(release.date)) return;
    if (check.absent(release.order)) {
      if (*release.date > check.day()) return;
      check.found(release,
                  {"на {} приказа об освобождении нет (order)", "on {} there is no order on the release (order)"},
                  *release.date);
      return;
    }
    const Order* order = check.follow(release.order);
    if (!order || !check.given(order->date)) return;
    hold_in_time(check, release, *order);
    if (held.insert(order->id).second) hold_to_content(check, release, *order);
  });
}

// Why, and who takes the lessons

void release_reason_missing(Check& check) {
  each_release(check, [&](const Program&, const Release& release) {
    if (!check.absent(release.reason) || !is_decided(check, release)) return;
    check.found(release,
                {"чьё освобождение: {}; причина (reason) не указана", "whose release: {}; no reason (reason) is given"},
                check.who(release.person));
  });
}

void release_without_substitution(Check& check) {
  each_release(check, [&](const Program&, const Release& release) {
    if (!is_decided(check, release)) return;
    const Words missing = list_missing(
        {{check.absent(release.substitutes), {"кто замещает (substitutes)", "who substitutes (substitutes)"}},
         {check.absent(release.continuity), {"как идут занятия (continuity)", "how lessons go on (continuity)"}}});
    if (missing.empty()) return;
    check.found(release, {"чьё освобождение: {}; не указано: {}", "whose release: {}; not stated: {}"},
                check.who(release.person), missing);
  });
}

// What for

/// Neither the mentor nor a mentee of the pair on the day; while the pair has no start, never a mentee of it.
Verdict is_stranger(const Pair& pair, const Release& release) {
  const std::string_view person = release.person.id;
  if (release.person.presence == Presence::broken) return Verdict::unknown;
  if (person == pair.mentor.id) return Verdict::no;
  if (pair.mentor.presence == Presence::broken || unclear_membership(pair)) return Verdict::unknown;
  const bool takes_part =
      pair.start.absent() ? is_member(pair, person) : is_member_on(pair, person, *release.date) == Verdict::yes;
  return takes_part ? Verdict::no : Verdict::yes;
}

/// The amendment that took the activity out of the plan by the day of the release.
const Amendment* taken_out_by(const Program& program, const Release& release) {
  for (const Activity& activity : program.activities) {
    if (!activity.id.given() || *activity.id != *release.activity || !activity.cancelled_by.given()) continue;
    for (const Amendment& amendment : program.amendments)
      if (amendment.id.given() && *amendment.id == *activity.cancelled_by && amendment.date.given() &&
          *amendment.date <= *release.date)
        return &amendment;
  }
  return nullptr;
}

void hold_to_activity(Check& check, const Program& program, const Release& release) {
  if (check.absent(release.activity)) {
    check
        .found(release,
               {"чьё освобождение: {}; мероприятие (activity) не указано",
                "whose release: {}; no activity (activity) is given"},
               check.who(release.person))
        .milder();
    return;
  }
  const Amendment* amendment = check.given(release.activity) ? taken_out_by(program, release) : nullptr;
  if (!amendment) return;
  check
      .found(release.activity, {"{} исключено из плана {}", "{} was taken out of the plan on {}"}, *release.activity,
             *amendment->date)
      .also(amendment->date, {"изменение программы", "amendment of the programme"});
}

/// A release after the completion is the matter of S-09. Clause 4 releases mentors and mentees, and does not speak of others,
/// such as the helpers of clause 13.1.
void release_outside_program(Check& check) {
  each_release(check, [&](const Program& program, const Release& release) {
    if (is_decided(check, release)) hold_to_activity(check, program, release);
    if (!check.given(release.date, program.start)) return;
    if (*release.date < *program.start) {
      check.found(release.date, {"программа начинается позже: {}", "the programme begins later: {}"}, *program.start)
          .also(program.start, {"начало программы", "start of the programme"});
      return;
    }
    const Pair* pair = check.follow(program.pair);
    if (!pair || !check.confirmed(is_stranger(*pair, release), *pair)) return;
    check
        .found(release.person,
               {"{} на {}: не наставник и не наставляемый этой программы",
                "{} on {} is neither the mentor nor a mentee of the programme"},
               check.who(release.person), *release.date)
        .milder()
        .also(pair->mentees, {"наставляемые пары", "mentees of the pair"});
  });
}

// Who is where

/// Somebody who cannot be elsewhere: released, or taking the lessons of somebody released.
struct Busy {
  const Link<Person>* person = nullptr;
  const Release* release = nullptr;
  int from;
  int to;  ///< minutes since midnight, not included

  bool substitutes() const { return person != &release->person; }
  auto order() const { return std::make_tuple(person->id, *release->date, from); }
  bool is_on_same_day(const Busy& other) const {
    return person->id == other.person->id && *release->date == *other.release->date;
  }
  /// The same absence may be recorded in two programmes.
  bool is_same_absence(const Busy& other) const { return release->person.id == other.release->person.id; }
};

std::vector<Busy> find_busy(Check& check) {
  constexpr int end_of_day = std::numeric_limits<int>::max();
  std::vector<Busy> busy;
  each_release(check, [&](const Program&, const Release& release) {
    if (!check.given(release.date) || !check.known(release.from_time, release.to_time)) return;
    const int from = release.from_time.given() ? *release.from_time : 0;
    const int to = release.to_time.given() ? *release.to_time : end_of_day;
    if (check.named(release.person)) busy.push_back({&release.person, &release, from, to});
    for (const Link<Person>& substitute : check.each(release.substitutes))
      if (check.named(substitute)) busy.push_back({&substitute, &release, from, to});
  });
  std::ranges::stable_sort(busy, {}, &Busy::order);
  return busy;
}

void report_conflict(Check& check, const Busy& one, const Busy& other) {
  const Busy& substitute = one.substitutes() ? one : other;
  const Busy& elsewhere = one.substitutes() ? other : one;
  check
      .found(*substitute.person,
             elsewhere.substitutes() ? Phrase<Words, Date>{"{}: {} на это же время записана другая замена",
                                                           "{} on {} substitutes for another at the same time"}
                                     : Phrase<Words, Date>{"{}: {} на это же время записано освобождение",
                                                           "{} on {} is released from duties at the same time"},
             check.who(*substitute.person), *substitute.release->date)
      .also(*elsewhere.person, {"занят здесь", "busy here"});
}

void report_own_substitute(Check& check, const Busy& busy) {
  check.found(*busy.person, {"{} замещает сам себя", "{} is entered as their own substitute"}, check.who(*busy.person))
      .also(busy.release->person, {"кто освобождён", "who is released"});
}

/// The last of those who began no later that keeps the person busy at the same time.
const Busy* find_conflict(const Busy& one, std::span<const Busy> earlier) {
  for (std::size_t i = earlier.size(); i-- > 0;) {
    const Busy& other = earlier[i];
    if (!one.is_on_same_day(other)) return nullptr;
    if (one.from < other.to && !one.is_same_absence(other) && (one.substitutes() || other.substitutes())) return &other;
  }
  return nullptr;
}

void substitute_double_booked(Check& check) {
  const std::vector<Busy> busy = find_busy(check);
  for (const Busy& one : busy) {
    if (one.substitutes() && one.person->id == one.release->person.id) report_own_substitute(check, one);
    const Busy* other = find_conflict(one, {busy.data(), &one});
    if (other) report_conflict(check, one, *other);
  }
}

// How often

bool is_before(const Release* a, const Release* b) {
  return std::tuple(*a->date, *a->from_time) < std::tuple(*b->date, *b->from_time);
}

/// The same absence, perhaps recorded in two programmes.
bool is_same_time(const Release* a, const Release* b) { return !is_before(a, b) && !is_before(b, a); }

void too_many_releases(Check& check) {
  std::map<std::pair<std::string_view, Date>, std::vector<const Release*>> of_year;
  each_release(check, [&](const Program&, const Release& release) {
    if (check.given(release.date) && check.named(release.person) && check.known(release.from_time))
      of_year[{release.person.id, school_year(*release.date).from}].push_back(&release);
  });
  const auto& limit = check.limits().releases_per_year;
  const auto most = static_cast<std::size_t>(*limit);
  for (auto& [key, releases] : of_year) {
    std::sort(releases.begin(), releases.end(), is_before);
    releases.erase(std::unique(releases.begin(), releases.end(), is_same_time), releases.end());
    if (releases.size() <= most) continue;
    check
        .found(*releases[most],
               {"{}: {} за учебный год, больше {} ({})", "{}: {} in the school year, more than {} ({})"},
               check.who(releases[most]->person), Count{static_cast<long long>(releases.size()), noun::time}, most,
               whose_limit(limit))
        .also(*releases.front(), {"первое освобождение", "the first release"});
  }
}

constexpr Rule release_rows[] = {
    {{.id = "P4-1",
      .name = "release-without-order",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "4",
      .phrase = "принимает руководитель образовательной организации в исключительных случаях",
      .precise = {"решение — приказ, не позже дня освобождения",
                  "the decision is an order, no later than the day of release"},
      .title = {"освобождение от обязанностей не оформлено приказом руководителя",
                "a release from duties has no order of the head"},
      .remedy =
          {"издайте приказ до дня освобождения, внесите его в orders/ и укажите (order) у освобождения в файле программы",
           "issue the order before the day of release, enter it in orders/ and name it (order) with the release in the programme's file"},
      .implied_by = "P18-1",
      .scope = Scope::links},
     release_without_order},
    {{.id = "P4-2",
      .name = "release-reason-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "4",
      .phrase = "в исключительных случаях",
      .precise = {"чем случай исключителен, записано; убедительно ли это, программа не судит",
                  "what makes the case exceptional is on record; whether it convinces is not judged"},
      .title = {"не указано, почему освобождение от обязанностей — исключительный случай",
                "it is not stated why the release from duties is an exceptional case"},
      .remedy = {"впишите исключительную причину (reason) у освобождения в файле программы",
                 "enter the exceptional reason (reason) with the release in the programme's file"}},
     release_reason_missing},
    {{.id = "P4-3",
      .name = "release-without-substitution",
      .nature = Nature::text,
      .clauses = "4",
      .phrase =
          "при условии обеспечения непрерывности образовательного процесса в образовательной организации и замены их отсутствия",
      .title = {"не указано, кто замещает освобождённого или как идут занятия",
                "it is not stated who substitutes the released person or how lessons go on"},
      .remedy =
          {"укажите замещающих (substitutes) и как не прерываются занятия (continuity) у освобождения в файле программы",
           "name the substitutes (substitutes) and say how lessons go on (continuity) with the release in the programme's file"}},
     release_without_substitution},
    {{.id = "P4-4",
      .name = "release-outside-program",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "4",
      .phrase = "для участия в мероприятиях плана реализации персонализированной программы наставничества",
      .precise =
          {"мероприятие есть в плане, день — не раньше начала программы; о других, кроме её участников, текст молчит",
           "the activity is in the plan, the day no earlier than the start; of others than its members the text is silent"},
      .title = {"освобождение не связано с мероприятием действующей программы",
                "a release does not serve an activity of an active programme"},
      .remedy = {"укажите мероприятие (activity) и проверьте, кто освобождён (person) и в какой день (date)",
                 "name the activity (activity) and check who is released (person) and on which day (date)"},
      .scope = Scope::links},
     release_outside_program},
    {{.id = "P4-5",
      .name = "substitute-double-booked",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "4",
      .phrase = "замены их отсутствия",
      .title = {"замещающий в это время сам освобождён или занят другой заменой",
                "the substitute is released or substituting elsewhere at that time"},
      .remedy = {"назначьте другого замещающего (substitutes) или исправьте время (from_time, to_time)",
                 "choose another substitute (substitutes) or correct the time (from_time, to_time)"},
      .scope = Scope::registry},
     substitute_double_booked},
    {{.id = "P4-6",
      .name = "too-many-releases",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "4",
      .phrase = "в исключительных случаях",
      .title = {"человека освобождают от обязанностей слишком часто для исключительных случаев",
                "a person is released from duties too often for exceptional cases"},
      .remedy = {"перенесите мероприятия на время без уроков: по положению освобождение — исключительный случай",
                 "move the activities to hours without lessons: under the regulation a release is exceptional"},
      .limits = "releases_per_year",
      .scope = Scope::registry},
     too_many_releases},
};

}  // namespace

std::span<const Rule> release_rules();
std::span<const Rule> release_rules() { return release_rows; }

}  // namespace nastavnik
