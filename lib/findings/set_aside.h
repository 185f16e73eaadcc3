#pragma once
#include "findings/checked_registry.h"

namespace nastavnik {

/// Why a finding does not count: the waiver with its term, who decided and the reason, or that it is an old one.
Words why_set_aside(const SetAside& aside);

}  // namespace nastavnik
