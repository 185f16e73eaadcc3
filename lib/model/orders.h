#pragma once
#include "model/codes.h"
#include "model/field.h"
#include "model/shapes.h"
#include "model/types.h"

namespace nastavnik {

struct Person;

/// A signed order of the head, written once.
struct Order : Record {
  static constexpr Kind kind{
      .folder = "orders",
      .title = {"приказ", "order"},
      .description = {"Подписанный приказ руководителя; после подписания не меняется", "A signed order of the head; never edited after signing"},
      .id_pattern = "(19|20)[0-9]{2}-[0-9a-z]+(-[0-9a-z]+)*",
      .id_shape = {"год и номер латиницей: 2025-112-od", "year and number in Latin letters: 2025-112-od"},
  };
  At<Line> number{};
  At<Day> date{};
  At<Line> title{};
  Choices<OrderKind> kinds{};
  Link<Person> signed_by{};
  List<Link<Order>> cancels{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Order& o) {
  v(o.number, must("number", {"Номер приказа, как на бумаге", "Number of the order, as on the paper"}).in("8-10"));
  v(o.date, must("date", {"Дата приказа", "Date of the order"}).in("8-10").opens());
  v(o.title, must("title", {"Заголовок", "Title"}).in("8"));
  v(o.kinds, must("kinds", {"Что решает приказ", "What the order decides"}).in("8-10"));
  v(o.signed_by, may("signed_by", {"Кто подписал", "Who signed it"}).in("8-10").by("P9-6"));
  v(o.cancels, may("cancels", {"Какие приказы отменяет", "Which orders it cancels"}).in("10"));
  fields(v, o.copy);
}

}  // namespace nastavnik
