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

/// From the first date to the second, both included; without the second the period is open, without the first it is not there.
std::optional<Period> period_of(const At<Day>& from, const At<Day>& to);

template <class Enum, class Codes>
requires requires(const Codes& codes) { codes.begin()->given(); }
bool holds(const Codes& list, Enum value) {
  for (const auto& at : list)
    if (at.given() && *at == value) return true;
  return false;
}
/// The list names the person.
bool names(const List<Link<Person>>& people, std::string_view person);

}  // namespace nastavnik
