#include "acts/closed_years.h"

#include <algorithm>
#include <memory_resource>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "edit/parsed_text.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

using Days = std::set<Date>;

const Node* value_of(const Node& map, std::string_view key) {
  const auto found = std::ranges::find(map.entries, key, &NodeEntry::key);
  return found == map.entries.end() ? nullptr : found->value;
}

/// In whatever order keys stand.
bool means_the_same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && a.entries.size() == b.entries.size() &&
         std::ranges::equal(a.items, b.items, [](const Node* x, const Node* y) { return means_the_same(*x, *y); }) &&
         std::ranges::all_of(a.entries, [&](const NodeEntry& one) {
           const Node* other = value_of(b, one.key);
           return other && means_the_same(*one.value, *other);
         });
}

void take_day(const Node& node, Days& days) {
  if (node.kind != Node::Kind::scalar) return;
  if (const auto day = parse_date(node.text)) days.insert(*day);
}

void take_days(const Node& node, Days& days) {
  take_day(node, days);
  for (const NodeEntry& entry : node.entries) take_days(*entry.value, days);
  for (const Node* item : node.items) take_days(*item, days);
}

/// What the file said and says, and the item around it, which its own days date.
struct Sides {
  const Node* before = nullptr;
  const Node* after = nullptr;
  std::vector<const Node*> around{};
};

bool are_both(const Sides& sides, Node::Kind kind) {
  return sides.before && sides.after && sides.before->kind == kind && sides.after->kind == kind;
}

/// The items of the one that the other does not have.
std::vector<const Node*> without(const Node& list, const Node& other) {
  std::vector<const Node*> rest, known(other.items.begin(), other.items.end());
  for (const Node* item : list.items) {
    const auto same = std::ranges::find_if(known, [&](const Node* one) { return means_the_same(*one, *item); });
    if (same == known.end())
      rest.push_back(item);
    else
      known.erase(same);
  }
  return rest;
}

class Difference {
public:
  Days days{};

  void look(const Sides& sides, bool is_item) {
    if (sides.before && sides.after && means_the_same(*sides.before, *sides.after)) return;
    if (are_both(sides, Node::Kind::map)) return look_at_keys(sides, is_item);
    if (are_both(sides, Node::Kind::list)) return look_at_items(sides);
    for (const Node* side : {sides.before, sides.after})
      if (side) take_days(*side, days);
    for (const Node* item : sides.around)
      for (const NodeEntry& entry : item->entries) take_day(*entry.value, days);
  }

private:
  void look_at_keys(const Sides& sides, bool is_item) {
    const std::vector<const Node*> around =
        is_item ? std::vector<const Node*>{sides.before, sides.after} : std::vector<const Node*>();
    std::set<std::string_view> keys;
    for (const Node* side : {sides.before, sides.after})
      for (const NodeEntry& entry : side->entries) keys.insert(entry.key);
    for (const std::string_view key : keys)
      look({value_of(*sides.before, key), value_of(*sides.after, key), around}, true);
  }

  void look_at_items(const Sides& sides) {
    const auto gone = without(*sides.before, *sides.after), fresh = without(*sides.after, *sides.before);
    for (std::size_t i = 0; i < std::max(gone.size(), fresh.size()); ++i) {
      const bool are_paired = gone.size() == fresh.size();
      if (i < gone.size()) look({gone[i], are_paired ? fresh[i] : nullptr, sides.around}, true);
      if (i < fresh.size() && !are_paired) look({nullptr, fresh[i], sides.around}, true);
    }
  }
};

/// A record of one day, or of a time that is over: all of it is of its year.
bool lies_within(const Node& record, const Period& period) {
  const auto is_in = [&](std::string_view key) {
    const Node* value = value_of(record, key);
    const auto day = value ? parse_date(value->text) : std::nullopt;
    return day && period.holds(*day);
  };
  return is_in("date") || (is_in("start") && is_in("end"));
}

bool is_touched(const ChangedFile& file, const SchoolYear& year, const Period& period) {
  const std::string former = file.before.value_or(""), latter = file.after.value_or("");
  const ParsedText before(former), after(latter);
  Node nothing(std::pmr::get_default_resource());
  nothing.kind = Node::Kind::map;
  const Node& was = before.root ? *before.root : nothing;
  const Node& is = after.root ? *after.root : nothing;
  if (means_the_same(was, is)) return false;
  if (file.path == fmt::format("{}/{}.yaml", SchoolYear::kind.folder, year.id)) return true;
  Difference difference;
  difference.look({&was, &is, {}}, false);
  return lies_within(was, period) || std::ranges::any_of(difference.days, [&](Date day) { return period.holds(day); });
}

bool is_still_closed(const SchoolYear& year, const Registry& after) {
  const SchoolYear* now = after.all<SchoolYear>().find(year.id);
  return !now || !now->closed_on.absent();
}

}  // namespace

std::optional<ClosedYear> closed_year_touched(const Judged& judged, const Loaded& before) {
  for (const SchoolYear& year : before.registry.all<SchoolYear>()) {
    const auto period = period_of(year);
    if (!period || !year.closed_on.given() || !is_still_closed(year, judged.after->registry)) continue;
    if (std::ranges::any_of(judged.files, [&](const ChangedFile& file) {
          return !file.path.starts_with(before.sources.personal_folder()) && is_touched(file, year, *period);
        }))
      return ClosedYear{std::string(year.id), *year.closed_on};
  }
  return std::nullopt;
}

}  // namespace nastavnik
