#pragma once
#include <tuple>
#include <vector>

#include "model/kinds/all.h"
#include "model/registry.h"

// What a registry holds. Only who fills it sees all kinds at once.

namespace nastavnik {

template <class List>
struct HeldFor;
template <class... T>
struct HeldFor<Types<T...>> {
  using Tables = std::tuple<Table<T>...>;
  using Singles = std::tuple<T...>;
  using Slots = std::tuple<std::vector<T>...>;
};

struct Records {
  HeldFor<Kinds>::Tables tables{};
  HeldFor<SingleKinds>::Singles singles{};
};

}  // namespace nastavnik
