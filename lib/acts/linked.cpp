#include "acts/linked.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "model/addresses.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/notions/pairs.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

std::vector<std::string> addresses_in(const Kind& kind, const Loaded& loaded) {
  std::vector<std::string> all = addresses_of(loaded);
  std::erase_if(all, [&](const std::string& address) {
    return !address.starts_with(kind.folder) || address.substr(kind.folder.size(), 1) != "/";
  });
  return all;
}

/// Those that go on, where there are any.
template <class T, class IsOver>
Meant meant_of(std::vector<const T*> all, IsOver is_over) {
  if (std::ranges::any_of(all, [&](const T* one) { return !is_over(*one); }))
    std::erase_if(all, [&](const T* one) { return is_over(*one); });
  Meant meant;
  for (const T* one : all) meant.records.push_back(address_of(*one));
  std::ranges::sort(meant.records);
  meant.records.erase(std::ranges::unique(meant.records).begin(), meant.records.end());
  return meant;
}

Meant by_people(const Kind& kind, std::string_view word, const Registry& registry) {
  std::vector<const Pair*> pairs;
  for (const std::string& person : find_person(word, registry.all<Person>(), false).records)
    std::ranges::copy(pairs_with(person.substr(person.find('/') + 1), registry), std::back_inserter(pairs));
  if (kind.folder == Pair::kind.folder)
    return meant_of(std::move(pairs), [](const Pair& pair) { return !pair.end.absent(); });
  std::vector<const Program*> programs;
  for (const Pair* pair : pairs) std::ranges::copy(registry.programs_of(*pair), std::back_inserter(programs));
  return meant_of(std::move(programs),
                  [](const Program& program) { return !program.completion.absent() || !program.cancelled.absent(); });
}

/// Pages that are up, by their address or words of what they hold: «реализуемые программы».
Meant pages_by(std::string_view word, const Registry& registry) {
  Meant meant;
  for (const Publication& page : registry.all<Publication>()) {
    const bool is_address = page.url.given() && *page.url == word;
    const bool is_kind = std::ranges::any_of(
        page.kinds, [&](const auto& one) { return one.given() && fold(label_of(*one).ru) == fold(word); });
    if (is_address || (is_kind && page.withdrawn.absent())) meant.records.push_back(address_of(page));
  }
  return meant;
}

}  // namespace

Meant linked_by(const Kind& kind, std::string_view word, const Loaded& loaded) {
  const Registry& registry = loaded.registry;
  const Table<Person>& people = registry.all<Person>();
  if (kind.folder == Person::kind.folder)
    if (Meant meant = find_person(word, people, false); !meant.records.empty()) return meant;
  const std::vector<std::string> all = addresses_in(kind, loaded);
  Meant meant = find(word, {.addresses = all, .people = people, .orders = &registry.all<Order>()});
  if (!meant.is_one() && kind.folder == Publication::kind.folder)
    if (Meant pages = pages_by(word, registry); !pages.records.empty()) return pages;
  if (meant.is_one() || (kind.folder != Pair::kind.folder && kind.folder != Program::kind.folder)) return meant;
  Meant by_name = by_people(kind, word, registry);
  return by_name.records.empty() ? meant : by_name;
}

}  // namespace nastavnik
