#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/act.h"
#include "acts/typed_mapping.h"

// Acts that enter what happened as one item of a list: a meeting, an event, a training of all who took part.

namespace nastavnik {

/// Where such an act writes, and what the item says besides what was told.
struct Entry {
  /// The list by its path in the field table, `pairs.meetings`. Questions about its fields fill the item; where several days
  /// were told, there is an item for each.
  std::string_view list{};
  /// The ids of the records that get the item.
  std::vector<std::string> (*records)(const Answers&, const Typing&) = nullptr;
  void (*rest)(std::vector<Given>& item, const Answers&, const Typing&) = nullptr;
  /// What it means and what comes next.
  void (*tell)(Act&, const std::vector<std::string>& records, const Answers&, const Typing&) = nullptr;
};

/// The kind of act that makes such an entry.
ActKind entering_by(const Entry& entry, ActKind kind);

/// What a day that was told lies in: the id of the school year that has a file. Throws Refusal where there is none.
std::string year_with(Date day, const Typing& typing);
/// The head and the curators of the day, each once.
std::vector<std::string> leaders_on(const Registry& registry, Date day);

}  // namespace nastavnik
