#pragma once
#include <type_traits>

namespace nastavnik {

/// A list of types, to be named in a template.
template <class... Ts>
struct Types {};

/// Calls `visit` for each type of the list: `for_each(Kinds{}, []<class Kind>() { … })`.
template <class... Ts, class Visit>
void for_each(Types<Ts...>, const Visit& visit) {
  (visit.template operator()<Ts>(), ...);
}

template <class T, class... Ts>
consteval bool holds(Types<Ts...>) {
  return (std::is_same_v<T, Ts> || ...);
}

}  // namespace nastavnik
