#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/registry.h"

// A word that a person types → a record.

namespace nastavnik {

/// The records that are looked among.
struct Among {
  std::span<const std::string> addresses{};  ///< `programs/2025-003`, `organization`, …
  const Table<Person>& people;               ///< whose names lead to those of them that have their ids
  bool person_once = false;  ///< of a person there is `people/ID` alone: `mentors/ID` and `mentees/ID` mean it, too
  bool by_parts = true;      ///< a part of a word of a name will do
  const Table<Order>* orders = nullptr;  ///< whose numbers lead to those of them that are among the records
};

/// What a word may mean.
struct Meant {
  std::vector<std::string> records{};  ///< addresses: the one that is meant, or all that may be
  std::string near{};                  ///< where there is none: the address or id that may have been mistyped, if any
  bool unseen = false;                 ///< where there is none: it may be a name, and names are out of sight

  bool is_one() const { return records.size() == 1; }
};

/// An address, also with `./` and `.yaml`, also with a name in place of the id; an id; the number of an order; a name in any case (whole, a part, with initials),
/// of which whole words outrank forms of the name, and these outrank parts of a word; ё is е; either layout of the keyboard.
Meant find(std::string_view word, const Among& among);

/// A person of people/. While that is out of sight an id is taken at its word.
Meant find_person(std::string_view word, const Table<Person>& people, bool by_parts = true);

}  // namespace nastavnik
