#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;

/// A paper that the order was given on: an order of the founder, minutes of a council.
struct OrderGround : Part {
  static constexpr Text called{"основание приказа", "ground of the order"};
  At<Line> text{};
  At<Line> number{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, OrderGround& x) {
  v(x.text, must("text", {"Какой документ («приказ управления образования района»)",
                          "Which paper (“order of the district’s department of education”)"})
                .in("8,9,10"));
  v(x.number, may("number", {"Номер документа", "Number of the paper"}).in("8,9,10"));
  v(x.date, may("date", {"Дата документа", "Date of the paper"}).in("8,9,10").opens());
}

struct Order : Record {
  static constexpr Kind kind{
      .folder = "orders",
      .title = {"приказ", "order"},
      .description = {"Подписанный приказ руководителя; после подписания не меняется",
                      "A signed order of the head; never edited after signing"},
      .id_pattern = order_id.pattern,
      .id_shape = order_id.shape,
      .id_example = order_id.example,
      .is_id = order_id.matches,
  };
  At<Line> number{};
  At<Day> date{};
  At<Line> title{};
  Choices<OrderKind> kinds{};
  Link<Person> signed_by{};
  List<Link<Order>> cancels{};
  List<OrderGround> rests_on{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Order& x) {
  v(x.number, must("number", {"Номер приказа, как на бумаге", "Number of the order, as on the paper"}).in("8,9,10"));
  v(x.date, must("date", {"Дата приказа", "Date of the order"}).in("8,9,10").opens());
  v(x.title, must("title", {"Заголовок", "Title"}).in("8"));
  v(x.kinds, must("kinds", {"Что решает приказ", "What the order decides"}).in("8,9,10"));
  v(x.signed_by, may("signed_by", {"Кто подписал", "Who signed it"}).in("8,9,10").by("P9-6"));
  v(x.cancels, may("cancels", {"Какие приказы отменяет", "Which orders it cancels"}).in("10"));
  v(x.rests_on, may("rests_on", {"На каких документах основан", "Which papers it rests on"})
                    .in("8,9,10")
                    .apart("text,number,date"));
  fields(v, x.copy);
}

}  // namespace nastavnik
