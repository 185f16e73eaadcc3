#pragma once
namespace nastavnik {

/// A list of types, to be named in a template.
template <class... Ts>
struct Types {};

/// Calls `visit` for each type of the list: `for_each(Kinds{}, []<class Kind>() { … })`.
template <class... Ts, class Visit>
void for_each(Types<Ts...>, const Visit& visit) {
  (visit.template operator()<Ts>(), ...);
}

}  // namespace nastavnik
