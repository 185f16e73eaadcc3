#pragma once
#include "model/field.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Order;

struct RegulationChange : Part {
  static constexpr Text called{"изменение положения", "change of the regulation"};
  At<Day> date{};
  Link<Order> order{};
  At<Line> basis{};
  At<Prose> summary{};
};

template <class Visitor>
void fields(Visitor& v, RegulationChange& x) {
  v(x.date, must("date", {"Дата изменений", "Date of the changes"}).in("24").opens());
  v(x.order, may("order", {"Приказ об изменениях", "Order on the changes"}).in("24").by("P24-1"));
  v(x.basis, may("basis", {"Новый акт, ради которого внесены изменения", "The new act that called for the changes"})
                 .in("24")
                 .by("P24-1"));
  v(x.summary, may("summary", {"Что изменено", "What was changed"}).in("24"));
}

struct RegulationReview : Part {
  static constexpr Text called{"сверка положения с новым актом", "comparison of the regulation with a new act"};
  At<Line> act{};
  At<Day> on{};
};

template <class Visitor>
void fields(Visitor& v, RegulationReview& x) {
  v(x.act,
    must("act", {"Номер нового акта, как его печатает правило P24-2", "Number of the new act, as rule P24-2 prints it"})
        .in("24"));
  v(x.on, must("on", {"Когда сверили", "When it was compared"}).in("24").opens());
}

struct FormerRegulation : Part {
  static constexpr Text called{"прежнее положение", "former regulation"};
  At<Day> approved_on{};
  Link<Order> order{};
  At<Day> replaced_on{};
};

template <class Visitor>
void fields(Visitor& v, FormerRegulation& x) {
  v(x.approved_on,
    must("approved_on", {"Прежнее положение утверждено", "Date the former regulation was approved"}).in("23").opens());
  v(x.order, must("order", {"Приказ об утверждении прежнего", "Order approving the former regulation"}).in("8"));
  v(x.replaced_on, must("replaced_on", {"Прежнее положение заменено", "Date the former regulation was replaced"})
                       .in("23")
                       .after("approved_on"));
}

struct Regulation : Record {
  static constexpr Kind kind{
      .folder = "regulation.yaml",
      .title = {"положение организации", "regulation of the organisation"},
      .description = {"Положение о системе наставничества, утверждённое организацией, и его изменения",
                      "The organisation's own regulation on mentoring and its changes"},
  };
  At<Choice<RegulationModel>> model{};
  At<Day> approved_on{};
  At<Day> effective_from{};
  At<Day> expires_on{};
  Link<Order> order{};
  List<BodyDecision> accepted{};
  List<BodyDecision> agreed{};
  List<RegulationChange> changes{};
  List<RegulationReview> reviewed{};
  List<FormerRegulation> previous{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Regulation& x) {
  v(x.model, must("model", {"По какому примерному положению", "Which model regulation it follows"}).in("order.1"));
  v(x.approved_on, must("approved_on", {"Дата утверждения", "Date of approval"}).in("23").happened());
  v(x.effective_from, must("effective_from", {"Вступило в силу", "In force from"}).in("23"));
  v(x.expires_on, may("expires_on", {"Срок действия (положение бессрочно: не заполняется)",
                                     "Term of validity (the regulation is open-ended: leave it out)"})
                      .in("23")
                      .after("effective_from"));
  v(x.order, may("order", {"Приказ об утверждении", "Order of approval"}).in("8").by("P8-1"));
  v(x.accepted, may("accepted", {"Кем принято", "Who accepted it"}).in("12").or_one().apart("body"));
  v(x.agreed, may("agreed", {"С кем согласовано", "With whom it was agreed"}).in("12").or_one().apart("body"));
  v(x.changes, may("changes", {"Изменения положения", "Changes of the regulation"}).in("24").apart("date"));
  v(x.reviewed, may("reviewed", {"С какими новыми актами положение сверено, и менять его не нужно",
                                 "New acts that it was compared with and need not be changed for"})
                    .in("24")
                    .by("P24-2")
                    .apart("act,on"));
  v(x.previous, may("previous", {"Прежние положения", "Former regulations"}).in("8,23").apart("approved_on"));
  fields(v, x.copy);
}

}  // namespace nastavnik
