#pragma once
#include <algorithm>
#include <compare>
#include <functional>
#include <type_traits>
#include <vector>

// What the mutated copies of the rules are made of; mutate.mjs writes these names into them.

namespace mutant {

extern int wanted;                 ///< the mutant that is awake; 0: none
extern std::vector<bool> reached;  ///< the mutants whose place was come by

/// Whether the mutant is awake.
bool is(int number);

/// `a < Less{7} < b` is `a < b`, and `a <= b` when mutant 7 is awake: the operator keeps its place in the expression.
template <class Usual, class Flipped>
struct Comparison {
  int number;
};

template <class Left, class Usual, class Flipped>
struct Compared {
  const Left& left;
  int number;

  template <class Right>
  bool with(const Right& right) const {
    return is(number) ? Flipped{}(left, right) : Usual{}(left, right);
  }
};

template <class Value>
const Value& comparable(const Value& value) {
  return value;
}
/// What `<=>` says can be held against a written 0 alone, which a mutant makes a number as any other.
inline const int& comparable(const std::strong_ordering& order) {
  static constexpr int numbers[] = {-1, 0, 1};
  return numbers[order < 0 ? 0 : order > 0 ? 2 : 1];
}

#define NASTAVNIK_COMPARISON(name, sign, usual, flipped)                                                      \
  using name = Comparison<std::usual<>, std::flipped<>>;                                                      \
  template <class Left>                                                                                       \
  auto operator sign(const Left& left, name awake) {                                                          \
    const auto& value = comparable(left);                                                                     \
    return Compared<std::remove_cvref_t<decltype(value)>, std::usual<>, std::flipped<>>{value, awake.number}; \
  }                                                                                                           \
  template <class Left, class Right>                                                                          \
  bool operator sign(Compared<Left, std::usual<>, std::flipped<>> compared, const Right& right) {             \
    return compared.with(right);                                                                              \
  }

NASTAVNIK_COMPARISON(Less, <, less, less_equal)
NASTAVNIK_COMPARISON(NotMore, <=, less_equal, less)
NASTAVNIK_COMPARISON(More, >, greater, greater_equal)
NASTAVNIK_COMPARISON(NotLess, >=, greater_equal, greater)
NASTAVNIK_COMPARISON(Same, ==, equal_to, not_equal_to)
NASTAVNIK_COMPARISON(Other, !=, not_equal_to, equal_to)
#undef NASTAVNIK_COMPARISON

/// `!Not{7} ->* x` is `!x`, and `x` when mutant 7 is awake.
struct Not {
  int number;
};
struct Negation {
  int number;
};
inline Negation operator!(Not not_) { return {not_.number}; }
template <class Operand>
bool operator->*(Negation negation, const Operand& operand) {
  return is(negation.number) == static_cast<bool>(operand);
}

template <class... Range>
bool any_of(int number, const Range&... range) {
  return is(number) ? std::all_of(range...) : std::any_of(range...);
}
template <class... Range>
bool all_of(int number, const Range&... range) {
  return is(number) ? std::any_of(range...) : std::all_of(range...);
}
template <class... Range>
bool none_of(int number, const Range&... range) {
  return is(number) ? !std::all_of(range...) : std::none_of(range...);
}

}  // namespace mutant
