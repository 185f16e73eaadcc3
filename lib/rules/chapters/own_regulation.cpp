// Clauses 23-24: when the school's regulation takes effect, how long it lasts, and what changes it.

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/kinds/orders.h"
#include "model/kinds/regulation.h"
#include "rules/questions/decision.h"
#include "rules/questions/missing.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void regulation_effective_date_differs(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  if (!check.given(regulation.approved_on, regulation.effective_from) ||
      *regulation.approved_on == *regulation.effective_from)
    return;
  Found found = check.found(regulation.effective_from, {"положение утверждено {}", "the regulation was approved on {}"},
                            *regulation.approved_on);
  found.also(regulation.approved_on, {"день утверждения", "day of approval"});
  if (*regulation.effective_from > *regulation.approved_on) found.milder();
}

/// The order approves the regulation, so its date is the day of approval. Which order counts is the matter of P8-1.
void hold_to_date_of_order(Check& check, const At<Day>& approved_on, const Link<Order>& link) {
  const Order* order = check.follow(link);
  if (!order || !decides_any(*order, {OrderKind::approve_regulation})) return;
  if (!check.given(approved_on, order->date) || *approved_on == *order->date) return;
  check.found(approved_on, {"приказ об утверждении издан {}", "the order of approval is dated {}"}, *order->date)
      .also(order->date, {"дата приказа", "date of the order"});
}

void approval_differs_from_order(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  hold_to_date_of_order(check, regulation.approved_on, regulation.order);
  for (const FormerRegulation& former : check.each(regulation.previous))
    hold_to_date_of_order(check, former.approved_on, former.order);
}

void regulation_has_expiry(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  if (!check.given(regulation.expires_on)) return;
  check.found(regulation.expires_on, {"указан последний день: {}", "a last day is given: {}"}, *regulation.expires_on);
}

void regulation_change_unfounded(Check& check) {
  for (const RegulationChange& change : check.each(check.registry().regulation().changes)) {
    const Words missing = list_missing({{check.absent(change.basis), {"нового акта (basis)", "new act (basis)"}},
                                        {check.absent(change.order), {"приказа (order)", "order (order)"}}});
    if (!missing.empty()) check.found(change, {"нет {}", "there is no {}"}, missing);
    if (!change.order.absent() && check.given(change.date))
      hold_to_order(check, change.order, {OrderKind::amend_regulation}, *change.date);
  }
}

/// An act that may call for a change of the school's regulation, and how one recognises it where it is cited. A распоряжение
/// of the Government, such as No. 1264-р, lays down no norms and is none of them.
struct NewAct {
  Date adopted{};
  Date in_force{};
  std::string_view number{};
  std::string_view article{};  ///< another word it is known by; often there is none
  Text name{};
};

std::vector<NewAct> new_acts() {
  return {
      {{2024, 11, 9},
       {2025, 3, 1},
       "381-фз",
       "351.8",
       {"закон от 09.11.2024 № 381-ФЗ (статья 351.8 Трудового кодекса; действует с 2025-03-01)",
        "law No. 381-FZ of 09.11.2024 (Labour Code, art. 351.8; in force since 2025-03-01)"}},
      {{2024, 11, 6},
       {2025, 3, 1},
       "779",
       "",
       {"приказ Минпросвещения от 06.11.2024 № 779 (документы педагогов; действует с 2025-03-01)",
        "Order No. 779 of the Ministry of Education of 06.11.2024 (papers of teachers; in force since 2025-03-01)"}},
      {{2025, 6, 24},
       {2025, 9, 1},
       "156-фз",
       "",
       {"закон от 24.06.2025 № 156-ФЗ (отдельное согласие на обработку данных; действует с 2025-09-01)",
        "law No. 156-FZ of 24.06.2025 (separate consent to data processing; in force since 2025-09-01)"}},
  };
}

bool cites(std::string_view folded, std::string_view word) { return !word.empty() && folded.find(word) != folded.npos; }

/// Whether the text names the act, on a day on which it was there: adopted, if not yet in force.
bool names_act(const At<Line>& text, const At<Day>& on, const NewAct& act) {
  if (!on.given() || *on < act.adopted || !text.given()) return false;
  const std::string folded = fold(*text);
  return cites(folded, act.number) || cites(folded, act.article);
}

/// The regulation was changed after the act, or compared with it.
bool is_answered(const Regulation& regulation, const NewAct& act) {
  return std::any_of(regulation.changes.begin(), regulation.changes.end(),
                     [&](const RegulationChange& change) { return names_act(change.basis, change.date, act); }) ||
         std::any_of(regulation.reviewed.begin(), regulation.reviewed.end(),
                     [&](const RegulationReview& review) { return names_act(review.act, review.on, act); });
}

/// The day of the last version; nothing while one of them cannot be read.
const At<Day>* last_version(Check& check, const Regulation& regulation) {
  if (!check.given(regulation.approved_on) || !check.known(regulation.changes)) return nullptr;
  const At<Day>* last = &regulation.approved_on;
  for (const RegulationChange& change : regulation.changes) {
    if (!check.given(change.date)) return nullptr;
    if (**last < *change.date) last = &change.date;
  }
  return last;
}

void regulation_behind_law(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  const At<Day>* last = last_version(check, regulation);
  if (!last) return;
  std::vector<Words> newer;
  for (const NewAct& act : new_acts()) {
    if (act.in_force <= **last || check.day() < act.in_force) continue;
    if (!is_answered(regulation, act)) newer.emplace_back(act.name);
  }
  if (newer.empty() || !check.known(regulation.reviewed)) return;
  check.found(*last, {"новое: {}", "new: {}"}, joined(newer));
}

constexpr Rule own_regulation_rows[] = {
    {{.id = "P23-1",
      .name = "regulation-effective-date-differs",
      .milder = Severity::warning,
      .nature = Nature::text,
      .clauses = "23",
      .phrase = "Положение вступает в силу с момента утверждения руководителем организации",
      .title = {"положение вступает в силу не в день утверждения",
                "the regulation takes effect on a day other than its approval"},
      .remedy =
          {"сверьте с положением даты approved_on и effective_from в regulation.yaml: по п. 23 это один день",
           "compare approved_on and effective_from in regulation.yaml with the paper: by cl. 23 they are one day"}},
     regulation_effective_date_differs},
    {{.id = "P23-2",
      .name = "regulation-has-expiry",
      .nature = Nature::text,
      .clauses = "23",
      .phrase = "действует бессрочно",
      .title = {"у положения указан срок действия, а оно бессрочное",
                "the regulation has an expiry date and is to be open-ended"},
      .remedy =
          {"уберите expires_on из regulation.yaml; если срок стоит в самом положении, внесите в него изменения приказом",
           "remove expires_on from regulation.yaml; if the paper itself has a term, change it by order"}},
     regulation_has_expiry},
    {{.id = "P23-3",
      .name = "approval-differs-from-order",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "23,8",
      .phrase = "с момента утверждения руководителем организации",
      .precise = {"положение утверждает приказ, поэтому день утверждения — дата приказа",
                  "the order approves the regulation, so the day of approval is the date of the order"},
      .title = {"день утверждения положения — не дата приказа о нём",
                "the day the regulation was approved is not the date of the order on it"},
      .remedy =
          {"сверьте с бумагами день утверждения (approved_on) в regulation.yaml и дату приказа (date) в orders/",
           "compare the day of approval (approved_on) in regulation.yaml and the date of the order (date) in orders/ with the papers"},
      .scope = Scope::links},
     approval_differs_from_order},
    {{.id = "P24-1",
      .name = "regulation-change-unfounded",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "24",
      .phrase = "в соответствии с вновь принятыми законодательными и иными нормативными актами Российской Федерации",
      .precise = {"изменение называет новый акт и вносится своим приказом",
                  "a change names the new act and has an order of its own"},
      .title = {"у изменения положения нет нового акта-основания или своего приказа",
                "a change of the regulation lacks the new act it follows or its own order"},
      .remedy = {"укажите у изменения акт (basis) и приказ (order) в changes в regulation.yaml",
                 "give the change its act (basis) and order (order) in changes of regulation.yaml"},
      .scope = Scope::links},
     regulation_change_unfounded},
    {{.id = "P24-2",
      .name = "regulation-behind-law",
      .severity = Severity::info,
      .nature = Nature::law,
      .clauses = "24",
      .phrase = "вновь принятыми законодательными",
      .title = {"после последней редакции положения вступил в силу новый закон или акт",
                "a new law or act took effect after the last version of the regulation"},
      .remedy =
          {"перечитайте положение; менять не нужно — запишите это в regulation.yaml (reviewed: act, on), нужно — издайте приказ и внесите изменение (changes)",
           "read the regulation again; if it need not change, note that in regulation.yaml (reviewed: act, on), else issue an order and enter the change (changes)"}},
     regulation_behind_law},
};

}  // namespace

std::span<const Rule> own_regulation_rules();
std::span<const Rule> own_regulation_rules() { return own_regulation_rows; }

}  // namespace nastavnik
