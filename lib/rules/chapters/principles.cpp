// Clause 3: the principles that mentoring rests on.

#include <algorithm>

#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
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

/// What the consents cover; of those that can be read.
Periods covered_by(const Check& check, const std::vector<const Consent*>& consents) {
  Periods covered;
  for (const Consent* consent : consents)
    if (consent->given_on.given() && consent->valid_to.presence != Presence::broken &&
        consent->withdrawn_on.presence != Presence::broken)
      covered.push_back({*consent->given_on, last_day_of(check, *consent)});
  return covered;
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

/// Somebody's work in a pair.
struct Share {
  const Pair& pair;
  const Link<Person>& person;
  Period days;
};

void tell_lapsed(Check& check, const Share& share, const Consent& lapsed, const Period& gap) {
  const auto& grace = check.limits().expiry_grace_days;
  const Date due = gap.from - 1 + *grace;
  const bool is_renewed = gap.to < std::min(share.days.to, check.day());
  const Words renewal = is_renewed ? say({"новое — с {}", "the new one is from {}"}, gap.to + 1)
                                   : say({"нового нет", "there is no new one"});
  const Words handover = is_withdrawn(lapsed) ? say({" ({})", " ({})"}, handover_words(check)) : Words();
  Found found =
      check.found(is_withdrawn(lapsed) ? lapsed.withdrawn_on : lapsed.valid_to,
                  {"чьё согласие: {}; {}, работать в паре можно было по {}{}; отсрочка — по {} ({})",
                   "whose consent: {}; {}, and work in the pair was possible up to {}{}; grace to {} ({})"},
                  check.who(share.person), renewal, last_day_of(check, lapsed), handover, due, whose_term(grace));
  if (gap.to <= due) found.milder();
  found.also(share.pair.start, {"пара работает с этого дня", "the pair has worked since"});
}

/// A general consent counts where it was given once the one for the pair had lapsed.
void look_at_gap(Check& check, const Share& share, const std::vector<const Consent*>& consents, const Period& gap) {
  const Consent* lapsed = last_lapsed(check, consents, gap.from);
  if (!lapsed || is_withdrawn_office(*lapsed)) return;
  Periods covered = covered_by(check, consents);
  for (const Consent* own : own_participation_consents(check.registry(), share.person.id)) {
    if (!knows_days(check, *own)) return;
    if (*own->given_on >= period_of(*lapsed)->to) covered.push_back({*own->given_on, last_day_of(check, *own)});
  }
  for (const Period& rest : shared(uncovered_days(check, share.days, covered), {gap}))
    tell_lapsed(check, share, *lapsed, rest);
}

/// Holds every day of the work up to the one judged to a consent.
void look_at_consents(Check& check, const Share& share) {
  const Registry& registry = check.registry();
  const auto consents = participation_consents(registry, share.pair, share.person.id);
  const Periods gaps = uncovered_days(check, share.days, covered_by(check, consents));
  if (gaps.empty()) return;
  if (!sees_consents(registry, share.person.id)) return check.undecided(share.person);
  for (const Consent* consent : consents)
    if (!knows_days(check, *consent) || !check.known(consent->kinds)) return;
  if (is_erased(registry, share.person.id)) return;
  for (const Period& gap : gaps) look_at_gap(check, share, consents, gap);
}

/// That a pair is over does not undo what it worked without a consent.
void participation_consent_lapsed(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent() || !knows_days(check, pair) || *pair.start > check.day()) continue;
    if (check.named(pair.mentor)) look_at_consents(check, {pair, pair.mentor, *period_of(pair)});
    for (const Member& member : check.each(pair.mentees))
      if (check.named(member.person) && check.known(member.from, member.to))
        look_at_consents(check, {pair, member.person, *period_of(member, pair)});
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
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "3.5",
      .phrase = "принцип добровольности, свободы выбора",
      .precise =
          {"согласие нужно на каждый рабочий день в паре; закрыть её можно в первый рабочий день после него; отсрочка наша",
           "each working day in the pair needs a consent; it may be closed on the first one after; the grace is ours"},
      .title = {"пара работает или работала, а согласие участника отозвано или истекло",
                "the pair works or worked while a participant's consent is withdrawn or expired"},
      .remedy =
          {"возьмите новое письменное согласие (consents в файле пары) или завершите программу и пару по п. 19",
           "take a new written consent (consents in the pair's file), or end the programme and the pair under cl. 19"},
      .limits = "handover_days,expiry_grace_days",
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
