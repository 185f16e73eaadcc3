#include "findings/set_aside.h"

namespace nastavnik {

Words why_set_aside(const SetAside& aside) {
  if (!aside.waiver) return {"старое замечание (baseline.txt)", "an old finding (baseline.txt)"};
  const Waiver& waiver = *aside.waiver;
  return say({"исключение до {}, решение {} от {}: {}", "waived until {}, decided by {} on {}: {}"}, *waiver.until,
             waiver.decided_by.id, *waiver.decided_on, *waiver.reason);
}

}  // namespace nastavnik
