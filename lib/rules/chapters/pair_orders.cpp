// Clause 10.5: orders that assign pairs and groups, and the consents they need.

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/sign_of_work.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

using Consents = std::vector<const Consent*>;

/// A pair that is seen to work is no longer being formed, though it tells no start.
void hold_to_start(Check& check, const Pair& pair) {
  const auto sign = sign_of_work(check, pair);
  if (!sign) return;
  Found found =
      check.absent(pair.order)
          ? check.found(pair,
                        {"пара работает или работала ({}), а начала (start) нет и приказ не назван (order)",
                         "the pair works or worked ({}), tells no start (start) and names no order (order)"},
                        sign->what)
          : check
                .found(pair,
                       {"пара работает или работала ({}), а начала (start) нет: дни её работы не с чем сверить",
                        "the pair works or worked ({}) and tells no start (start): its days cannot be compared"},
                       sign->what)
                .milder();
  found.also(sign->place, {"это видно здесь", "this shows it"});
}

/// The renewals that have come by the day, in their order; nothing while one of them cannot be dated.
std::optional<std::vector<const Renewal*>> renewals_until(Check& check, const Pair& pair, Date day) {
  std::vector<const Renewal*> found;
  if (!check.known(pair.renewals)) return std::nullopt;
  for (const Renewal& renewal : pair.renewals) {
    if (!check.given(renewal.from)) return std::nullopt;
    if (*renewal.from <= day) found.push_back(&renewal);
  }
  std::ranges::stable_sort(found, {}, [](const Renewal* renewal) { return *renewal->from; });
  return found;
}

/// The last day that an order has to be in force where another follows, which may cancel it as it is issued.
Date last_day_before(const Renewal& next) {
  const Order* order = next.order.to;
  return (order && order->date.given() ? std::min(*next.from, *order->date) : *next.from) - 1;
}

/// Holds the pair to the order of each of its terms, until the last day.
void hold_to_orders(Check& check, const Pair& pair, Date last) {
  const auto renewals = renewals_until(check, pair, last);
  if (!renewals) return;
  const Link<Order>* current = &pair.order;
  const auto hold = [&](Date day) {
    hold_to_order(check, *current, {OrderKind::assign_pairs, OrderKind::change_pairs}, day);
  };
  for (const Renewal* renewal : *renewals) {
    hold(last_day_before(*renewal));
    current = &renewal->order;
    if (check.absent(*current))
      return static_cast<void>(
          check.found(renewal->from, {"с этого дня пара закреплена снова, а приказа ещё нет",
                                      "from this day the pair is assigned again, and there is no order yet"}));
  }
  hold(last);
}

/// That the pair has ended does not undo what it lacked; the order that ends it may cancel its own on its last day.
void pair_order_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (check.absent(pair.start)) hold_to_start(check, pair);
    if (!knows_days(check, pair) || pair.start.absent() || *pair.start > check.day()) continue;
    const bool is_over = pair.end.given() && *pair.end->date <= check.day();
    if (!check.absent(pair.order))
      hold_to_orders(check, pair, is_over ? *pair.end->date - 1 : check.day());
    else
      check.found(pair.start, {"пара работает с этого дня, а приказ не назван (order)",
                               "the pair works from this day and names no order (order)"});
  }
}

/// The orders that pairs, mentors and programmes name, and where it is unclear which they are.
class NamedOrders {
public:
  explicit NamedOrders(Check& check) {
    for (const Pair& pair : check.all<Pair>()) add(pair);
    for (const Mentor& mentor : check.all<Mentor>())
      for (const Appointment& appointment : each(mentor.appointments)) {
        add(appointment.order);
        add(appointment.end->order);
      }
    for (const Program& program : check.all<Program>())
      for (const Release& release : each(program.releases)) add(release.order);
  }
  bool hold(const Order& order) const { return ids_.contains(order.id); }
  const std::optional<Span>& unclear() const { return unclear_; }

private:
  void add(const Pair& pair) {
    each(pair.renewals);
    for (const Link<Order>* order : orders_assigning(pair)) add(*order);
    for (const Member& member : each(pair.mentees)) {
      add(member.order);
      add(member.out_order);
    }
    note(pair.end);
    add(pair.end->order);
  }
  void add(const Link<Order>& order) {
    note(order);
    ids_.insert(order.id);
  }
  template <class Item>
  const List<Item>& each(const List<Item>& list) {
    note(list);
    return list;
  }
  template <class Field>
  void note(const Field& field) {
    if (field.presence == Presence::broken) unclear_ = field.span;
  }

  std::unordered_set<std::string_view> ids_;
  std::optional<Span> unclear_;
};

/// No order of pairs stands behind the pair: the one that nobody names may be its own. Once it works, P10.5-1 asks for it.
bool lacks_order(const Pair& pair) {
  const Order* order = pair.order.to;
  return pair.order.presence != Presence::unknown &&
         !(order && decides_any(*order, {OrderKind::assign_pairs, OrderKind::change_pairs}));
}

/// What was decided on pairs and no pair tells of. An order that was cancelled had nothing to tell.
void pair_order_without_pair(Check& check) {
  const Table<Pair>& pairs = check.all<Pair>();
  const bool none_entered = pairs.empty() && pairs.broken().empty();
  if (none_entered || std::any_of(pairs.begin(), pairs.end(), lacks_order)) return;
  const NamedOrders named(check);
  for (const Order& order : check.all<Order>()) {
    if (!decides_any(order, {OrderKind::assign_pairs, OrderKind::change_pairs, OrderKind::end_pairs})) continue;
    if (named.hold(order) || check.registry().cancelled_on(order) <= check.day()) continue;
    if (!check.sees_all<Pair>(order) || !check.sees_all<Mentor>(order) || !check.sees_all<Program>(order)) continue;
    if (named.unclear())
      check.undecided(*named.unclear());
    else
      check.found(order.kinds, {"ни одна пара этого приказа не называет", "no pair names this order"});
  }
}

/// Someone whose consent a pair needs, and the order it had to precede.
struct Participant {
  const Link<Person>& person;
  const Link<Order>& order;
};

std::vector<Participant> participants_of(const Check& check, const Pair& pair) {
  std::vector<Participant> found{{pair.mentor, pair.order}};
  for (const Member& member : pair.mentees) {
    const bool is_to_come = member.order.absent() && member.from.given() && *member.from > check.day();
    if (!is_to_come) found.push_back({member.person, joined_later(member, pair) ? member.order : pair.order});
  }
  return found;
}

/// The consent is one to be a mentor too, and P9-4 speaks of its form.
bool is_held_by_appointment(const Check& check, const Participant& participant, const Consent* consent) {
  if (!check.all<Mentor>().find(participant.person.id)) return false;
  const Consents all = consents_of(check.registry(), participant.person.id, ConsentKind::mentor_appointment);
  return std::find(all.begin(), all.end(), consent) != all.end();
}

bool is_written(const Consent* consent) { return *consent->form != ConsentForm::oral; }

/// Among consents whose date and form are known. What several have signed is told once: `told` are those that were.
void hold_consents(Check& check, const Participant& participant, Consents consents, Consents& told) {
  const Order* order = check.follow(participant.order);
  if ((!order && !participant.order.absent()) || (order && !check.given(order->date))) return;
  std::sort(consents.begin(), consents.end(),
            [](const Consent* a, const Consent* b) { return *a->given_on < *b->given_on; });
  const auto written = std::find_if(consents.begin(), consents.end(), is_written);
  const Consent* held = written == consents.end() ? consents.front() : *written;
  if (std::find(told.begin(), told.end(), held) != told.end()) return;
  if (written == consents.end()) {
    if (!is_held_by_appointment(check, participant, consents.front()))
      check.found(consents.front()->form,
                  {"согласие участника бывает только письменным", "the consent of a participant is in writing only"});
    told.push_back(held);
  } else if (order && *(*written)->given_on > *order->date) {
    told.push_back(held);
    check.found((*written)->given_on, {"приказ от {}", "the order is dated {}"}, *order->date)
        .also(order->date, {"дата приказа", "date of the order"});
  }
}

void hold_participant(Check& check, const Pair& pair, const Participant& participant, Consents& told) {
  if (participant.person.id.empty() || is_erased(check.registry(), participant.person.id)) return;
  const Consents consents = participation_consents(check.registry(), pair, participant.person.id);
  const bool known = std::all_of(consents.begin(), consents.end(),
                                 [&](const Consent* consent) { return check.given(consent->given_on, consent->form); });
  if (!consents.empty()) {
    if (known) hold_consents(check, participant, consents, told);
  } else if (participant.person.presence == Presence::broken ||
             !sees_consents(check.registry(), participant.person.id)) {
    check.undecided(participant.person);
  } else {
    check.found(participant.person, {"согласия этого участника в файле пары нет (consents)",
                                     "the pair's file holds no consent of this participant (consents)"});
  }
}

/// That the pair has ended does not undo what it lacked.
void pair_consent_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!knows_days(check, pair) || (pair.order.absent() && !has_worked(check, pair))) continue;
    Consents told;
    for (const Participant& participant : participants_of(check, pair))
      hold_participant(check, pair, participant, told);
  }
}

void hold_duties(Check& check, const Consent& consent) {
  const bool is_oral = consent.form.given() && *consent.form == ConsentForm::oral;
  if (consent.withdrawn_on.given() || is_oral) return;
  if (check.absent(consent.additional_duties))
    check.found(consent, {"не отмечено, названы ли в тексте дополнительные обязанности (additional_duties)",
                          "it is not noted whether the text names the additional duties (additional_duties)"});
  else if (check.given(consent.additional_duties) && !*consent.additional_duties)
    check.found(consent.additional_duties,
                {"дополнительные обязанности в тексте не названы", "the text does not name the additional duties"});
}

/// Nothing is asked of a sheet whose people are all forgotten.
bool is_of_erased_alone(const Registry& registry, const PairConsent& consent) {
  const std::vector<const Link<Person>*> people = people_of(consent);
  return std::all_of(people.begin(), people.end(),
                     [&](const Link<Person>* person) { return is_erased(registry, person->id); });
}

void consent_without_additional_duties(Check& check) {
  const auto lists = [](const Consent& consent) { return holds(consent.kinds, ConsentKind::participation); };
  for (const Pair& pair : check.all<Pair>())
    for (const PairConsent& consent : pair.consents)
      if (!is_of_erased_alone(check.registry(), consent) && (check.absent(consent.kinds) || lists(consent)))
        hold_duties(check, consent);
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : mentor.appointments)
      if (!is_erased(check.registry(), mentor.id) && lists(*appointment.consent))
        hold_duties(check, *appointment.consent);
  for (const Person& person : check.all<Person>())
    for (const DataConsent& consent : person.consents)
      if (lists(consent)) hold_duties(check, consent);
}

/// The end of a pair and its order stand in two places.
void ending_order_decides_another(Check& check) {
  using enum OrderKind;
  for (const Pair& pair : check.all<Pair>())
    if (pair.end.given() && !pair.end->order.absent())
      hold_to_order(check, pair.end->order, {end_pairs, change_pairs, relieve_mentor}, check.day());
}

constexpr Rule pair_order_rows[] = {
    {{.id = "P10.5-1",
      .name = "pair-order-missing",
      .milder = Severity::warning,
      .nature = Nature::text,
      .clauses = "10.5,18",
      .phrase = "издает приказ(ы) о закреплении наставнических пар/групп",
      .title = {"пара или группа работает или работала без приказа о закреплении или без записанного начала",
                "the pair or group works or worked without an order assigning it or without a recorded start"},
      .remedy =
          {"издайте приказ о закреплении, внесите его в orders/ и укажите (order) в файле пары; там же — первый день работы (start)",
           "issue the order assigning the pair, enter it in orders/ and name it (order) in the pair's file, with the first day of work (start)"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     pair_order_missing},
    {{.id = "P10.5-2",
      .name = "pair-consent-missing",
      .nature = Nature::text,
      .clauses = "10.5",
      .phrase = "с письменного согласия их участников",
      .title = {"нет письменного согласия участника пары, данного не позже приказа",
                "a participant's written consent dated not later than the pair order is missing"},
      .remedy =
          {"возьмите письменное согласие и запишите его (consents) в файле пары; если оно взято позже приказа, издайте новый приказ",
           "take the written consent and record it (consents) in the pair's file; if it came after the order, issue a new order"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     pair_consent_missing},
    {{.id = "P10.5-3",
      .name = "consent-without-additional-duties",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "10.5",
      .phrase = "на возложение на них дополнительных обязанностей, связанных с наставнической деятельностью",
      .precise = {"согласие прямо называет дополнительные обязанности", "the consent names the additional duties"},
      .title = {"в согласии участника не названы дополнительные обязанности",
                "the participant's consent does not name the additional duties"},
      .remedy =
          {"перечитайте согласие: если обязанности названы, впишите additional_duties: true, если нет, возьмите новое согласие",
           "read the consent again: if it names the duties, write additional_duties: true; if not, take a new consent"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     consent_without_additional_duties},
    {{.id = "P10.5-4",
      .name = "pair-order-without-pair",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "10.5,18",
      .phrase = "издает приказ(ы) о закреплении наставнических пар/групп",
      .title = {"приказ решает о парах, а ни одна пара его не называет",
                "an order decides on pairs, and no pair names it"},
      .remedy =
          {"назовите приказ в файле пары: закрепил (order), закрепил ещё раз (renewals), изменил состав (mentees), прекратил (end)",
           "name the order in the pair's file: it assigned the pair (order), did so again (renewals), changed its members (mentees) or ended it (end)"},
      .scope = Scope::registry},
     pair_order_without_pair},
    {{.id = "S-16",
      .name = "ending-order-decides-another",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"приказ о прекращении пары решает другое", "the order that ends the pair decides something else"},
      .remedy =
          {"назовите у прекращения пары (end.order) тот приказ, который её прекратил, или допишите в приказ это решение (kinds: end_pairs)",
           "name the order that ended the pair (end.order), or add the decision to the order (kinds: end_pairs)"},
      .scope = Scope::registry},
     ending_order_decides_another},
};

}  // namespace

std::span<const Rule> pair_order_rules();
std::span<const Rule> pair_order_rules() { return pair_order_rows; }

}  // namespace nastavnik
