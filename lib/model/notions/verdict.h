#pragma once
#include <optional>

#include "base/date.h"
#include "base/periods.h"
#include "model/field.h"
#include "model/types.h"

// One function for each notion of the record manual; nothing of this is ever stored.

namespace nastavnik {

struct Person;

/// What a derived notion can say when the records behind it may be broken or out of sight.
enum class Verdict : unsigned char { no, yes, unknown };

/// A field behind which something cannot be read, and the place of that.
template <class Type>
At<Type> unreadable(Span span) {
  return {{}, span, Presence::broken};
}

/// The value, for whom it is all one whether it is absent or cannot be read.
template <class Type>
std::optional<typename Type::Value> if_given(const At<Type>& at) {
  return at.given() ? std::optional(*at) : std::nullopt;
}

/// From the first date to the second, both included; without the second the period is open, without the first it is not there.
std::optional<Period> period_of(const At<Day>& from, const At<Day>& to);

template <class Enum, class Codes>
requires requires(const Codes& codes) { codes.begin()->given(); }
bool holds(const Codes& list, Enum value) {
  for (const auto& at : list)
    if (at.given() && *at == value) return true;
  return false;
}
/// Whether it is so of one of them at least; unknown where it may be.
template <class Items, class Ask>
Verdict is_so_of_any(const Items& items, Ask ask) {
  Verdict found = Verdict::no;
  for (const auto& item : items) {
    const Verdict one = ask(item);
    if (one == Verdict::yes) return one;
    if (one == Verdict::unknown) found = one;
  }
  return found;
}
/// The list names the person.
bool names(const List<Link<Person>>& people, std::string_view person);

}  // namespace nastavnik
