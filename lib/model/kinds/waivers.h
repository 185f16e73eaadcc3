#pragma once
#include "model/field.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;

struct Waiver : Part {
  static constexpr Text called{"исключение", "waiver"};
  At<RuleId> rule{};
  At<RecordAddress> record{};
  At<ItemMark> item{};
  At<FieldPath> field{};
  At<Prose> reason{};
  Link<Person> decided_by{};
  At<Day> decided_on{};
  At<Day> until{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Waiver& x) {
  v(x.rule, must("rule", {"Из какого правила исключение", "The rule that is waived"}));
  v(x.record, must("record", {"Для какой записи", "For which record"}));
  v(x.item, may("item", {"Для какого пункта записи", "For which item of the record"}));
  v(x.field, may("field", {"Для какого поля", "For which field"}));
  v(x.reason, must("reason", {"Почему", "Why"}));
  v(x.decided_by, must("decided_by", {"Кто решил", "Who decided"}));
  v(x.decided_on, must("decided_on", {"Когда решено", "When it was decided"}).opens());
  v(x.until, must("until", {"По какой день действует", "Last day in effect"}).after("decided_on"));
  fields(v, x.copy);
}

struct Waivers : Record {
  static constexpr Kind kind{
      .folder = "waivers.yaml",
      .title = {"исключения из правил", "waivers"},
      .description = {"Обоснованные исключения из правил, с подписью и сроком",
                      "Reasoned exceptions to rules, signed and with a term"},
  };
  List<Waiver> waivers{};
};

template <class Visitor>
void fields(Visitor& v, Waivers& x) {
  v(x.waivers, may("waivers", {"Исключения", "Waivers"}).or_empty().apart("rule,record,item,field"));
}

}  // namespace nastavnik
