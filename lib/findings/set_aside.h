#pragma once
#include "findings/checked_registry.h"

namespace nastavnik {

/// The reason of a waiver, as it may be told.
std::string reason_of(const CheckedRegistry& registry, const Waiver& waiver);

/// Why a finding does not count: the waiver with its term, who decided and the reason, or that it is an old one.
Words why_set_aside(const CheckedRegistry& registry, const SetAside& aside);

}  // namespace nastavnik
