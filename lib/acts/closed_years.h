#pragma once
#include <optional>
#include <string>
#include <vector>

#include "acts/judge.h"
#include "base/date.h"

namespace nastavnik {

/// A school year that the school has closed.
struct ClosedYear {
  std::string id{};
  Date closed_on{};
};

/// The closed year that a change belongs to: its file changes, a record of one of its days or that has begun and ended in it,
/// an item that has a day of it, or such a day itself. Nothing where there is none, or it is opened again. What people/ says of
/// people is of no year.
std::optional<ClosedYear> closed_year_touched(const Judged& judged, const Loaded& before);

/// What it means that years are closed by the changes, or opened again.
std::vector<Words> meaning_for_years(const Judged& judged, const Loaded& before);

}  // namespace nastavnik
