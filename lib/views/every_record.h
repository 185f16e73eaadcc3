#pragma once
#include <functional>
#include <string>

#include "model/registry.h"
#include "model/shape.h"

namespace nastavnik::views {

/// Goes through all records that can be read, kind by kind; the shape reaches what the record holds.
void each_record(const Registry& registry, const std::function<void(const Shape&, const Record&)>& visit);

/// What is known of the record with the address.
Standing standing_at(const Registry& registry, std::string_view address);

/// A record as its shape takes it, which only looks at it.
inline void* reached(const Record& record) { return const_cast<Record*>(&record); }  // NOLINT: it is only looked at

}  // namespace nastavnik::views
