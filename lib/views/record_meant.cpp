#include "views/record_meant.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/people.h"
#include "rules/fingerprint.h"

namespace nastavnik::views {
namespace {

bool is_entry(std::string_view address) {
  const std::string_view folder = address.substr(0, address.find('/'));
  return folder == Mentor::kind.folder || folder == Mentee::kind.folder;
}

}  // namespace

Meant find_record(const Loaded& loaded, std::string_view word) {
  const Table<Person>& people = loaded.registry.all<Person>();
  const Table<Order>& orders = loaded.registry.all<Order>();
  const std::vector<std::string> all = addresses_of(loaded);
  if (word.find('/') != word.npos) return find(word, {.addresses = all, .people = people, .orders = &orders});
  std::set<std::string> once;
  for (const std::string& address : all)
    once.insert(is_entry(address) ? address_of(Person::kind, address.substr(address.find('/') + 1)) : address);
  const std::vector<std::string> addresses(once.begin(), once.end());
  return find(word, {.addresses = addresses, .people = people, .person_once = true, .orders = &orders});
}

}  // namespace nastavnik::views
