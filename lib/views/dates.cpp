#include "views/dates.h"

#include <algorithm>

#include "views/every_record.h"
#include "views/fields_in_words.h"

namespace nastavnik::views {
namespace {

constexpr Sorts days = sorts(Sort::day);

struct Dated {
  Date day{};
  Words what{};
};

/// Goes through a record and keeps what each date is the date of.
class Calendar {
public:
  explicit Calendar(const Asked& asked) : asked_(asked) {}

  void look(const Shape& shape, void* mapping, const Words& within) {
    for (const FieldShape& field : shape.fields) {
      if ((field.sorts & days) == 0 || field.presence(mapping) != Presence::given) continue;
      if (field.is_mapping())
        enter(field, mapping, within);
      else
        note(field, mapping, within);
    }
  }

  std::vector<Dated> take() {
    std::stable_sort(dates_.begin(), dates_.end(), [](const Dated& a, const Dated& b) { return a.day < b.day; });
    return std::move(dates_);
  }

private:
  void note(const FieldShape& field, void* mapping, const Words& within) {
    const auto add = [&](const void* value) {
      const auto& day = *static_cast<const At<Day>*>(value);
      if (day.given()) dates_.push_back({*day, under(within, title_of_given(field.field.title))});
    };
    if (!field.is_list()) return add(field.member(mapping));
    for (std::size_t i = 0; i < field.list->size(field.member(mapping)); ++i)
      add(field.list->item(field.member(mapping), i));
  }

  void enter(const FieldShape& field, void* mapping, const Words& within) {
    if (!field.is_list())
      return look(*field.shape, field.inner(mapping), under(within, title_of_given(field.field.title)));
    void* const list = field.member(mapping);
    for (std::size_t i = 0; i < field.list->size(list); ++i) {
      void* const item = field.list->item(list, i);
      look(*field.shape, item, named(under(within, title_of_given(field.field.title)), *field.shape, item));
    }
  }

  /// With the first text of the item, which says what it is.
  Words named(const Words& title, const Shape& shape, void* item) const {
    for (const FieldShape& field : shape.fields) {
      if (field.holds != FieldShape::Holds::value || field.value->sort != Sort::text) continue;
      const At<Prose> text = field.value->text(field.member(item));
      if (text.given()) return say({"{} «{}»", "{} “{}”"}, title, told(asked_, *text));
    }
    return title;
  }

  static Words under(const Words& within, const Words& title) {
    return within.empty() ? title : say({"{}: {}", "{}: {}"}, within, title);
  }

  const Asked& asked_;
  std::vector<Dated> dates_;
};

}  // namespace

reports::Grid dates_in(const Asked& asked, const Shape& shape, const Record& record) {
  Calendar calendar(asked);
  calendar.look(shape, reached(record), {});
  reports::Grid grid{.id = "dates",
                     .title = {"По датам", "By date"},
                     .columns = {{"date", {"Дата", "Date"}}, {"what", {"Что", "What"}}},
                     .when_empty = {"дат нет", "no dates"}};
  for (Dated& one : calendar.take()) grid.rows.push_back({{one.day, std::move(one.what)}, {}});
  return grid;
}

}  // namespace nastavnik::views
