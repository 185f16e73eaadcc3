#include "findings/set_aside.h"

#include "model/kinds/waivers.h"

namespace nastavnik {

std::string reason_of(const CheckedRegistry& registry, const Waiver& waiver) {
  return registry.conceal ? registry.conceal->text(*waiver.reason) : std::string(*waiver.reason);
}

Words why_set_aside(const CheckedRegistry& registry, const SetAside& aside) {
  if (!aside.waiver) return {"старое замечание (baseline.txt)", "an old finding (baseline.txt)"};
  const Waiver& waiver = *aside.waiver;
  return say({"исключение до {}, решение {} от {}: {}", "waived until {}, decided by {} on {}: {}"}, *waiver.until,
             waiver.decided_by.id, *waiver.decided_on, reason_of(registry, waiver));
}

}  // namespace nastavnik
