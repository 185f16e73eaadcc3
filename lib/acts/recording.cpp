#include "acts/recording.h"

#include <fmt/format.h>

#include "model/addresses.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/notions/offices.h"

namespace nastavnik {

Changes changes_of(const SignedOrder& order, const Registry& registry) {
  std::vector<std::string> kinds;
  for (const OrderKind kind : order.kinds) kinds.emplace_back(code_of(kind));
  const std::string file = file_of(Order::kind, order.id);
  Changes changes{{file, SetValue{{"number"}, yaml_text(order.number)}},
                  {file, SetValue{{"date"}, yaml_word(iso(order.date))}},
                  {file, SetValue{{"title"}, yaml_text(order.title)}},
                  {file, SetValue{{"kinds"}, yaml_words(kinds)}}};
  if (!order.cancels.empty()) changes.push_back({file, SetValue{{"cancels"}, yaml_words(order.cancels)}});
  if (const HeadTerm* head = head_on(registry.organization(), order.date))
    changes.push_back({file, SetValue{{"signed_by"}, yaml_word(head->person.id)}});
  return changes;
}

}  // namespace nastavnik
