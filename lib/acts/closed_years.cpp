#include "acts/closed_years.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "edit/meaning.h"
#include "model/addresses.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

using Days = std::set<Date>;

void take_day(const YamlValue& value, Days& days) {
  if (const auto day = parse_date(value.text)) days.insert(*day);
}

void take_days(const YamlValue& value, Days& days) {
  take_day(value, days);
  for (const KeyAndValue& one : value.keys) take_days(one.value, days);
  for (const YamlValue& item : value.list) take_days(item, days);
}

using YamlValues = std::vector<const YamlValue*>;

/// What the file said and says, and the item around it, which its own days date.
struct Sides {
  const YamlValue* before = nullptr;
  const YamlValue* after = nullptr;
  YamlValues around{};
};

/// The items of the one that the other does not have.
YamlValues without(const YamlValue& list, const YamlValue& other) {
  YamlValues rest, known;
  for (const YamlValue& item : other.list) known.push_back(&item);
  for (const YamlValue& item : list.list) {
    const auto same = std::ranges::find_if(known, [&](const YamlValue* one) { return means_the_same(*one, item); });
    if (same == known.end())
      rest.push_back(&item);
    else
      known.erase(same);
  }
  return rest;
}

class Difference {
public:
  Days days{};

  void look(const Sides& sides, bool is_item) {
    const bool are_both = sides.before && sides.after;
    if (are_both && means_the_same(*sides.before, *sides.after)) return;
    if (are_both && is_mapping(*sides.before) && is_mapping(*sides.after)) return look_at_keys(sides, is_item);
    if (are_both && is_list(*sides.before) && is_list(*sides.after)) return look_at_items(sides);
    for (const YamlValue* side : {sides.before, sides.after})
      if (side) take_days(*side, days);
    for (const YamlValue* item : sides.around)
      for (const KeyAndValue& one : item->keys) take_day(one.value, days);
  }

private:
  void look_at_keys(const Sides& sides, bool is_item) {
    std::set<std::string_view> keys;
    for (const YamlValue* side : {sides.before, sides.after})
      for (const KeyAndValue& one : side->keys) keys.insert(one.key);
    for (const std::string_view key : keys)
      look({value_at(*sides.before, key), value_at(*sides.after, key),
            is_item ? YamlValues{sides.before, sides.after} : YamlValues()},
           true);
  }

  void look_at_items(const Sides& sides) {
    const YamlValues gone = without(*sides.before, *sides.after), fresh = without(*sides.after, *sides.before);
    const bool are_paired = gone.size() == fresh.size();
    for (std::size_t i = 0; i < gone.size(); ++i) look({gone[i], are_paired ? fresh[i] : nullptr, sides.around}, true);
    for (std::size_t i = 0; i < fresh.size() && !are_paired; ++i) look({nullptr, fresh[i], sides.around}, true);
  }
};

/// A record of one day, or of a time that is over: all of it is of its year.
bool lies_within(const YamlValue& record, const Period& period) {
  const auto is_in = [&](std::string_view key) {
    const YamlValue* value = value_at(record, key);
    const auto day = value ? parse_date(value->text) : std::nullopt;
    return day && period.holds(*day);
  };
  return is_in("date") || (is_in("start") && is_in("end"));
}

bool is_touched(const ChangedFile& file, const SchoolYear& year, const Period& period) {
  const YamlValue was = meaning_of(file.before.value_or("")), is = meaning_of(file.after.value_or(""));
  if (means_the_same(was, is)) return false;
  if (file.path == file_of(year)) return true;
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

std::vector<Words> meaning_for_years(const Judged& judged, const Loaded& before) {
  std::vector<Words> all;
  for (const SchoolYear& year : judged.after->registry.all<SchoolYear>()) {
    const SchoolYear* was = before.registry.all<SchoolYear>().find(year.id);
    const bool was_closed = was && was->closed_on.given();
    if (year.closed_on.given() && !was_closed)
      all.push_back(
          say({"учебный год {0} закрыт: что в него входит, больше не меняют, кроме как с --as-is; открыть снова: "
               "nastavnik remove years/{0} closed_on",
               "the school year {0} is closed: what belongs to it is changed no more, but by --as-is; to open it "
               "again: nastavnik remove years/{0} closed_on"},
              year.id));
    if (was_closed && year.closed_on.absent())
      all.push_back(say({"учебный год {} снова открыт: что в него входит, можно менять",
                         "the school year {} is open again: what belongs to it can be changed"},
                        year.id));
  }
  return all;
}

}  // namespace nastavnik
