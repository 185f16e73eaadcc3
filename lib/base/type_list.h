#pragma once
#include <cstddef>
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

template <class... Ts>
consteval std::size_t count_of(Types<Ts...>) {
  return sizeof...(Ts);
}

/// The place of a type in the list that holds it.
template <class T, class... Ts>
consteval std::size_t place_in(Types<Ts...>) {
  static_assert(holds<T>(Types<Ts...>()));
  std::size_t place = 0;
  (void)((std::is_same_v<T, Ts> || (++place, false)) || ...);
  return place;
}

}  // namespace nastavnik
