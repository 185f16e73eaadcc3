#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/typed_field.h"
#include "base/date.h"

// A plan as acts see it: the activities of a programme, or the items of the roadmap of a school year.

namespace nastavnik {

struct PlanItem {
  std::string id{};
  std::string title{};
  std::optional<Date> due{};
  bool is_done = false;
  bool is_dropped = false;

  bool is_open() const { return !is_done && !is_dropped; }
};

/// A programme or a school year, and what it plans.
struct Plan {
  Plan(const Program& program, const Typing& typing);
  Plan(const SchoolYear& year, const Typing& typing);

  const Program* program = nullptr;
  const SchoolYear* year = nullptr;
  RecordFile file;
  FieldTyped list;
  std::vector<PlanItem> items{};

  /// `2025-003`, `2025-2026`.
  std::string id() const;
  /// The path of the item in the file.
  NodePath path_of(const PlanItem& item, const Typing& typing) const;
};

/// The plan that the word means: the running roadmap, a school year by its id, else a programme by its id or a surname. Throws Refusal.
Plan plan_typed(std::string_view word, const Typing& typing);
/// The item that the word means: by its mark, or words of its title. Throws Refusal.
const PlanItem& item_of(const Plan& plan, std::string_view word);
/// The open item that is due first; nothing where none is open.
const PlanItem* next_open(const Plan& plan, const std::vector<std::string>& besides);

}  // namespace nastavnik
