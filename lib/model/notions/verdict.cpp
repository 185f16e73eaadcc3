#include "model/notions/verdict.h"

#include <algorithm>

namespace nastavnik {

std::optional<Period> period_of(const At<Day>& from, const At<Day>& to) {
  if (!from.given()) return std::nullopt;
  return Period{*from, to.given() ? *to : end_of_time};
}

bool names(const List<Link<Person>>& people, std::string_view person) {
  return std::any_of(people.begin(), people.end(), [&](const Link<Person>& link) { return link.id == person; });
}

}  // namespace nastavnik
