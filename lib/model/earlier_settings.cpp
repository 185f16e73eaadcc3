#include "model/earlier_settings.h"

#include <algorithm>

#include "model/kinds/settings.h"

namespace nastavnik {
namespace {

/// Remembers the fields of a record, in their order.
struct Fields {
  std::vector<const void*> all{};
  template <class Member>
  void operator()(Member& member, const Field&) {
    all.push_back(&member);
  }
};

/// Goes through the same fields of another record of the type and gives them the values remembered.
class Keeper {
public:
  Keeper(const Fields& earlier, Span place) : earlier_(earlier), place_(place) {}

  template <class Type>
  void operator()(At<Type>& at, const Field& field) {
    keep(at, field, [](const At<Type>& a, const At<Type>& b) { return *a == *b; });
  }
  template <class Type>
  void operator()(List<At<Type>>& list, const Field& field) {
    keep(list, field, [](const auto& a, const auto& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                        [](const At<Type>& x, const At<Type>& y) { return *x == *y; });
    });
    for (At<Type>& item : list) item.span = list.span;
  }
  const std::vector<ChangedSetting>& changed() const { return changed_; }

private:
  template <class Member, class Same>
  void keep(Member& now, const Field& field, Same same) {
    const Member& before = *static_cast<const Member*>(earlier_.all[next_++]);
    if (same(now, before)) return;
    const Span span = now.given() ? now.span : place_;
    changed_.push_back({span, field.key});
    now = before;
    now.span = span;
  }

  const Fields& earlier_;
  Span place_;
  std::size_t next_ = 0;
  std::vector<ChangedSetting> changed_;
};

}  // namespace

std::vector<ChangedSetting> keep_earlier(Settings& settings, const Settings& earlier, bool day_too) {
  Thresholds before = *earlier.thresholds;
  Fields remembered;
  fields(remembered, before);
  Keeper keeper(remembered, settings.thresholds.given() ? settings.thresholds.span : settings.span);
  fields(keeper, settings.thresholds.value);
  std::vector<ChangedSetting> changed = keeper.changed();
  const bool same_day =
      settings.as_of.given() == earlier.as_of.given() && (!settings.as_of.given() || *settings.as_of == *earlier.as_of);
  if (!day_too || same_day) return changed;
  const Span place = settings.as_of.given() ? settings.as_of.span : settings.span;
  changed.push_back({place, "as_of"});
  settings.as_of = earlier.as_of;
  settings.as_of.span = place;
  return changed;
}

}  // namespace nastavnik
