#include "views/list_rows.h"

#include <algorithm>

#include "base/text.h"
#include "model/notions/naming.h"

namespace nastavnik::views {

Words names_of(const Asked& asked, const std::vector<std::string_view>& people) {
  std::vector<Words> all;
  for (const std::string_view person : people) all.push_back(name_of(asked, person));
  return joined(all);
}

std::vector<std::string_view> in_order(const Asked& asked, std::vector<std::string_view> people) {
  struct Placed {
    bool nameless = false;  ///< stands behind those who are named
    std::string name{};
    std::string_view id{};
    auto operator<=>(const Placed&) const = default;
  };
  std::vector<Placed> placed;
  for (const std::string_view id : people) {
    const std::string_view name = asked.names ? full_name_of(asked.registry(), id, asked.day()) : std::string_view();
    placed.push_back({name.empty(), fold(name), id});
  }
  std::sort(placed.begin(), placed.end());
  placed.erase(std::unique(placed.begin(), placed.end()), placed.end());
  people.clear();
  for (const Placed& one : placed) people.push_back(one.id);
  return people;
}

bool is_in_year(const ListRequest& request, const std::optional<Period>& days) {
  const auto& year = request.narrowed.year;
  return !year || (days && days->meets(*year));
}

bool is_in_year(const ListRequest& request, const At<Day>& day) {
  return is_in_year(request, day.given() ? std::optional(Period{*day, *day}) : std::nullopt);
}

std::optional<Period> known_until(std::optional<Period> days, Date day) {
  if (days && days->to == end_of_time) days->to = std::max(days->from, day);
  return days;
}

static bool tells_lack(const ListRequest& request) { return request.narrowed.without == Lack::consent; }

void add_lack_column(const ListRequest& request, const Text& heading, Rows& rows) {
  if (tells_lack(request)) rows.grid.columns.push_back({"lacks", heading});
}

void add_lack(const ListRequest& request, const Words& what, reports::GridRow& row) {
  if (tells_lack(request)) row.cells.push_back(cell_of(what));
}

Words MissingConsents::in_words() const {
  std::vector<Words> all;
  for (const ConsentKind kind : kinds) all.emplace_back(label_of(kind));
  return joined(all);
}

bool belongs(Verdict verdict, Rows& rows) {
  if (verdict == Verdict::unknown) ++rows.undecided;
  return verdict == Verdict::yes;
}

}  // namespace nastavnik::views
