#pragma once
#include "model/shape.h"

// The texts of a record that people write in their own words.

namespace nastavnik {

/// Looks at each text of the record: lines, prose, names of files and the notes of open codes.
template <class T, class Look>
void each_text(const T& record, const Look& look) {
  void* const mapping = const_cast<T*>(&record);  // NOLINT(cppcoreguidelines-pro-type-const-cast): it is only looked at
  each_value(
      shape_of<T>(), mapping, sorts(Sort::text, Sort::path),
      [&](const FieldShape& field, const ValueShape& type, void* value) { look(type.text(value), field.field); });
}

}  // namespace nastavnik
