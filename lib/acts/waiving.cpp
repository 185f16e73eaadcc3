#include "acts/waiving.h"

#include "model/kinds/waivers.h"

namespace nastavnik {

Changes changes_of(const Waiving& waiving) {
  std::vector<KeyAndValue> item{{"rule", yaml_word(waiving.rule->id)}, {"record", yaml_word(waiving.record)}};
  if (waiving.item) item.push_back({"item", yaml_word(*waiving.item)});
  if (waiving.field) item.push_back({"field", yaml_word(*waiving.field)});
  item.push_back({"reason", yaml_text(waiving.reason)});
  item.push_back({"decided_by", yaml_word(waiving.by)});
  item.push_back({"decided_on", yaml_word(iso(waiving.on))});
  item.push_back({"until", yaml_word(iso(waiving.until))});
  return {{std::string(Waivers::kind.folder), InsertItem{{"waivers"}, yaml_mapping(std::move(item))}}};
}

}  // namespace nastavnik
