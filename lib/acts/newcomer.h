#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "acts/act.h"
#include "acts/making.h"

// Somebody who is not on record yet and is entered on the way, by the answers `position`, `position-category`,
// `position-from`.

namespace nastavnik {

/// Whether the answer names a person in full in place of one on record.
bool is_newcomer(std::string_view person);

/// Who that is, and what holds where the answers do not tell it.
struct Newcomer {
  std::string name{};
  std::string category{};   ///< of the position
  std::string_view from{};  ///< the answer that tells since when
  std::optional<YamlValue> consent{};
};

/// The record of the person. Throws Refusal.
NewRecord entered(const Newcomer& person, const Answers& answers, const Typing& typing, const Lot& lot);

/// A question about a newcomer, of somebody who is on record.
Wanted is_known();

/// The questions about the position of somebody who may be new.
std::vector<ActQuestion> questions_of_position();

}  // namespace nastavnik
