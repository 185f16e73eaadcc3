#include "views/every_record.h"

#include <fmt/format.h>

#include "model/addresses.h"
#include "model/kinds/all.h"

namespace nastavnik::views {

void each_record(const Registry& registry, const std::function<void(const Shape&, const Record&)>& visit) {
  for_each(Kinds(), [&]<class T>() {
    for (const T& record : registry.all<T>()) visit(shape_of<T>(), record);
  });
  for_each(SingleKinds(), [&]<class T>() {
    if (registry.has<T>()) visit(shape_of<T>(), registry.the<T>());
  });
}

Standing standing_at(const Registry& registry, std::string_view address) {
  const std::size_t slash = std::min(address.find('/'), address.size());
  Standing found = Standing::missing;
  for_each(Kinds(), [&]<class T>() {
    if (T::kind.folder == address.substr(0, slash))
      found = registry.all<T>().standing(address.substr(std::min(slash + 1, address.size())));
  });
  for_each(SingleKinds(), [&]<class T>() {
    if (stem(T::kind) == address && slash == address.size())
      found = registry.has<T>() ? Standing::visible : Standing::broken;
  });
  return found;
}

}  // namespace nastavnik::views
