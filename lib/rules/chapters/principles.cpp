// Clause 3: the principles that mentoring rests on.

#include <algorithm>

#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/participants.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// The day from which the consent, which is not in force, no longer was: it was withdrawn or had expired.
std::optional<Date> lapsed_since(const Consent* consent) {
  const auto period = period_of(*consent);
  return period ? std::optional(period->to + 1) : std::nullopt;
}

/// The consent that lapsed last.
const Consent* last_lapsed(const std::vector<const Consent*>& consents) {
  const auto last = std::ranges::max_element(consents, {}, lapsed_since);
  return last == consents.end() || !lapsed_since(*last) ? nullptr : *last;
}

bool is_plainly_in_force(const Consent& consent, Date day) {
  return consent.valid_to.presence != Presence::broken && consent.withdrawn_on.presence != Presence::broken &&
         is_in_force(consent, day);
}

/// A mentor who withdraws the office itself is the matter of P9-5.
bool is_withdrawn_office(const Consent& consent) {
  return consent.withdrawn_on.given() && holds(consent.kinds, ConsentKind::mentor_appointment);
}

void look_at_consents(Check& check, const Pair& pair, const Link<Person>& person) {
  const Registry& registry = check.registry();
  const auto consents = participation_consents(registry, pair, person.id);
  const auto in_force = [&](const Consent* consent) { return is_plainly_in_force(*consent, check.day()); };
  if (std::any_of(consents.begin(), consents.end(), in_force)) return;
  if (!sees_consents(registry, person.id)) return check.undecided(person);
  for (const Consent* consent : consents)
    if (!check.known(consent->kinds, consent->given_on, consent->valid_to, consent->withdrawn_on)) return;
  const Consent* lapsed = last_lapsed(consents);
  if (!lapsed || is_withdrawn_office(*lapsed) || is_erased(registry, person.id)) return;
  const Date since = *lapsed_since(lapsed);
  const auto later = own_participation_consents(registry, person.id);
  if (std::any_of(later.begin(), later.end(),
                  [&](const Consent* own) { return in_force(own) && *own->given_on >= since; }))
    return;
  const bool withdrawn = lapsed->withdrawn_on.given() && *lapsed->withdrawn_on == since;
  check
      .found(withdrawn ? lapsed->withdrawn_on : lapsed->valid_to,
              {"чьё согласие: {}; нового нет", "whose consent: {}; there is no new one"}, check.who(person))
      .also(pair.start, {"пара работает с этого дня", "the pair has worked since"});
}

void participation_consent_lapsed(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.confirmed(works_on(pair, check.day()), pair)) continue;
    if (check.named(pair.mentor)) look_at_consents(check, pair, pair.mentor);
    for (const Member& member : check.each(pair.mentees))
      if (check.named(member.person) && check.known(member.from, member.to) &&
          period_of(member, pair)->holds(check.day()))
        look_at_consents(check, pair, member.person);
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
      .title = {"пара работает, а согласие участника отозвано или истекло",
                "the pair is active while a participant's consent is withdrawn or expired"},
      .remedy =
          {"возьмите новое письменное согласие (consents в файле пары) или завершите программу и пару по п. 19",
           "take a new written consent (consents in the pair's file), or end the programme and the pair under cl. 19"},
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
