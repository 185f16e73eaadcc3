#pragma once
#include <string>

#include "model/field.h"

// How a record is called, and the file that it is kept in.

namespace nastavnik {

/// `pairs/2025-003`; for a kind with one file its stem: `organization`.
std::string address_of(const Kind& kind, std::string_view id);
/// `pairs/2025-003.yaml`.
std::string file_of(const Kind& kind, std::string_view id);

template <class T>
std::string address_of(const T& record) {
  return address_of(T::kind, record.id);
}
template <class T>
std::string file_of(const T& record) {
  return file_of(T::kind, record.id);
}

}  // namespace nastavnik
