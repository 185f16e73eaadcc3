#pragma once
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "model/types.h"

// A code is found by the place of its enumerator, so each row of a table must stand where its enumerator stands. The
// compiler tells the name of an enumerator inside that of a function it is a parameter of; it becomes the code without
// the line that keeps `virtual_` from being a keyword.

namespace nastavnik {

/// The code that the name of an enumerator makes; empty where the enumeration has no such value.
template <auto Value>
consteval std::string_view code_by_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("Value = ") + 8);
  name = name.substr(0, name.find_first_of(";]"));
  if (name.front() == '(') return {};  // a number and its type
  name.remove_prefix(name.rfind(':') + 1);
  if (name.back() == '_') name.remove_suffix(1);
  return name;
}

/// Does not compile where an enumerator lacks its row, a row its enumerator, or where the value of an open enumeration that
/// needs a note is not the last.
template <class Enum>
consteval bool codes_stand_in_order() {
  constexpr auto& table = Codes<Enum>::table;
  constexpr bool one_by_one = []<std::size_t... I>(std::index_sequence<I...>) {
    return ((table[I].code == code_by_name<static_cast<Enum>(I)>()) && ...) &&
           code_by_name<static_cast<Enum>(sizeof...(I))>().empty();
  }
  (std::make_index_sequence<table.size()>());
  static_assert(one_by_one, "the rows of the table are not the enumerators one by one");
  static_assert(!Open<Enum> || table.back().code == "other", "`other` must stand last");
  return true;
}

}  // namespace nastavnik
