// Clause 3: the principles that mentoring rests on.

#include <algorithm>

#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/participants.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

bool is_withdrawn(const Consent& consent) {
  return consent.withdrawn_on.given() && period_of(consent)->to == *consent.withdrawn_on;
}

/// The last day on which somebody may work in the pair by the consent: of its term, or of its withdrawal and the hand-over.
Date last_day_of(const Check& check, const Consent& consent) {
  const Date last = period_of(consent)->to;
  return is_withdrawn(consent) ? last + *check.limits().handover_days : last;
}

bool plainly_covers(const Check& check, const Consent& consent, Date day) {
  return consent.valid_to.presence != Presence::broken && consent.withdrawn_on.presence != Presence::broken &&
         consent.given_on.given() && *consent.given_on <= day && day <= last_day_of(check, consent);
}

/// The consent given by the day that lapsed last.
const Consent* last_lapsed(const Check& check, const std::vector<const Consent*>& consents, Date day) {
  const Consent* last = nullptr;
  for (const Consent* consent : consents)
    if (*consent->given_on <= day && (!last || last_day_of(check, *consent) > last_day_of(check, *last)))
      last = consent;
  return last;
}

/// A mentor who withdraws the office itself is the matter of P9-5.
bool is_withdrawn_office(const Consent& consent) {
  return consent.withdrawn_on.given() && holds(consent.kinds, ConsentKind::mentor_appointment);
}

void tell_lapsed(Check& check, const Pair& pair, const Link<Person>& person, const Consent& lapsed) {
  const Date last = last_day_of(check, lapsed);
  (is_withdrawn(lapsed)
       ? check.found(lapsed.withdrawn_on,
                     {"чьё согласие: {}; нового нет, работать в паре можно было по {} ({})",
                      "whose consent: {}; there is no new one, and work in the pair was possible up to {} ({})"},
                     check.who(person), last, handover_words(check))
       : check.found(lapsed.valid_to,
                     {"чьё согласие: {}; нового нет, работать в паре можно было по {}",
                      "whose consent: {}; there is no new one, and work in the pair was possible up to {}"},
                     check.who(person), last))
      .also(pair.start, {"пара работает с этого дня", "the pair has worked since"});
}

/// Holds the person to a consent on the last day in the pair, of those up to the one judged.
void look_at_consents(Check& check, const Pair& pair, const Link<Person>& person, Date day) {
  const Registry& registry = check.registry();
  const auto consents = participation_consents(registry, pair, person.id);
  const auto covers = [&](const Consent* consent) { return plainly_covers(check, *consent, day); };
  if (std::any_of(consents.begin(), consents.end(), covers)) return;
  if (!sees_consents(registry, person.id)) return check.undecided(person);
  for (const Consent* consent : consents)
    if (!knows_days(check, *consent) || !check.known(consent->kinds)) return;
  const Consent* lapsed = last_lapsed(check, consents, day);
  if (!lapsed || is_withdrawn_office(*lapsed) || is_erased(registry, person.id)) return;
  const auto renews = [&](const Consent* own) { return covers(own) && *own->given_on >= period_of(*lapsed)->to; };
  const auto own = own_participation_consents(registry, person.id);
  if (std::none_of(own.begin(), own.end(), renews)) tell_lapsed(check, pair, person, *lapsed);
}

/// A pair that has ended is judged by its last day: that it is over does not undo what it worked without a consent.
void participation_consent_lapsed(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent() || !knows_days(check, pair) || *pair.start > check.day()) continue;
    const Date last = std::min(period_of(pair)->to, check.day());
    if (check.named(pair.mentor)) look_at_consents(check, pair, pair.mentor, last);
    for (const Member& member : check.each(pair.mentees)) {
      if (!check.named(member.person) || !check.known(member.from, member.to)) continue;
      const Period own = *period_of(member, pair);
      if (own.from <= last) look_at_consents(check, pair, member.person, std::min(own.to, last));
    }
  }
}

Verdict reports_to(const Person& person, std::string_view manager, Date day) {
  return holds_position(person, day, [&](const JobPosition& position) {
    if (position.manager.presence == Presence::broken) return Verdict::unknown;
    return position.manager.id == manager ? Verdict::yes : Verdict::no;
  });
}

/// Pairs that work or are being formed: advice on those that ended comes too late.
void mentor_is_line_manager(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.absent(pair.end) || !check.known(pair.start, pair.role_form) || !check.named(pair.mentor)) continue;
    if (pair.role_form.given() && *pair.role_form == RoleForm::head_teacher) continue;
    const Date day = pair.start.given() ? std::max(*pair.start, check.day()) : check.day();
    People subordinate;
    for (const Link<Person>* mentee : mentees_on(check, pair, day).value_or(People())) {
      const Person* person = check.follow(*mentee);
      if (person && check.confirmed(reports_to(*person, pair.mentor.id, day), *person)) subordinate.push_back(mentee);
    }
    if (subordinate.empty()) continue;
    check
        .found(pair.mentor, {"наставнику по должности подчиняются: {}", "these report to the mentor: {}"},
               who_all(check, subordinate))
        .also(pair.mentees, {"наставляемые пары", "mentees of the pair"});
  }
}

constexpr Rule principle_rows[] = {
    {{.id = "P3-5",
      .name = "participation-consent-lapsed",
      .nature = Nature::formalised,
      .clauses = "3.5",
      .phrase = "принцип добровольности, свободы выбора",
      .precise = {"согласие на дополнительные обязанности нужно на каждый день работы в паре",
                  "a consent to the additional duties is needed on every day of the work in the pair"},
      .title = {"пара работает или работала, а согласие участника отозвано или истекло",
                "the pair works or worked while a participant's consent is withdrawn or expired"},
      .remedy =
          {"возьмите новое письменное согласие (consents в файле пары) или завершите программу и пару по п. 19",
           "take a new written consent (consents in the pair's file), or end the programme and the pair under cl. 19"},
      .limits = "handover_days",
      .scope = Scope::links},
     participation_consent_lapsed},
    {{.id = "P3-9",
      .name = "mentor-is-line-manager",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "3.9",
      .phrase = "имеющими равный социальный статус педагога",
      .title = {"наставник — непосредственный руководитель наставляемого", "the mentor is the mentee's line manager"},
      .remedy =
          {"подумайте о другом наставнике или о форме «руководитель – педагог» (role_form); проверьте руководителя (manager) в people/",
           "consider another mentor or the form head to teacher (role_form); check the manager (manager) in people/"},
      .scope = Scope::links},
     mentor_is_line_manager},
};

}  // namespace

std::span<const Rule> principle_rules();
std::span<const Rule> principle_rules() { return principle_rows; }

}  // namespace nastavnik
