#include "model/notions/about.h"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date_words.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"
#include "model/notions/naming.h"
#include "model/notions/roles.h"

namespace nastavnik {
namespace {

Words as_it_is(std::string_view text) { return say({"{}", "{}"}, text); }

/// The surname alone; the id of whom the records do not name.
std::string_view surname_of(const Registry& registry, std::string_view id) {
  const std::string_view name = full_name_of(registry, id, registry.day());
  return name.empty() ? id_told(id) : name.substr(0, name.find(' '));
}

Words about_pair(const Registry& registry, const Pair& pair) {
  if (pair.mentor.id.empty() || pair.mentees.empty()) return {};
  const Words with = pair.mentees.size() > 1 ? Words(Text{"группа", "group"})
                                             : as_it_is(surname_of(registry, pair.mentees.front().person.id));
  return say({"{} – {}", "{} – {}"}, surname_of(registry, pair.mentor.id), with);
}

Words about_order(const Order& order) {
  Words words = order.number.given() ? say({"№ {}", "No. {}"}, *order.number) : Words();
  if (order.date.given()) words = say({"{} от {}", "{} of {}"}, words, on_day(*order.date));
  return order.title.given() ? say({"{} «{}»", "{} “{}”"}, words, *order.title) : words;
}

Words about_publication(const Publication& publication) {
  std::vector<Words> kinds;
  for (const auto& kind : publication.kinds)
    if (kind.given())
      kinds.push_back(*kind == PublicationKind::other && publication.kinds.note.given()
                          ? as_it_is(*publication.kinds.note)
                          : Words(label_of(*kind)));
  return joined(kinds);
}

template <class T>
Words about_one(const Registry& registry, std::string_view id) {
  const T* record = registry.all<T>().find(id);
  if constexpr (std::is_same_v<T, Person> || std::is_same_v<T, Mentor> || std::is_same_v<T, Mentee>) {
    return as_it_is(full_name_of(registry, id, registry.day()));
  } else {
    if (!record) return {};
    if constexpr (std::is_same_v<T, Pair>) return about_pair(registry, *record);
    if constexpr (std::is_same_v<T, Program>) return record->pair.to ? about_pair(registry, *record->pair.to) : Words();
    if constexpr (std::is_same_v<T, Order>) return about_order(*record);
    if constexpr (std::is_same_v<T, Publication>) return about_publication(*record);
    if constexpr (std::is_same_v<T, Practice>) return record->title.given() ? as_it_is(*record->title) : Words();
    return {};
  }
}

template <class T>
Words about_known(const Registry& registry, std::string_view id) {
  Words words = about_one<T>(registry, id);
  if constexpr (std::is_same_v<T, Person>) {
    const Words roles = joined(roles_now_or_before(registry, id, registry.day()));
    return words.empty() ? roles : roles.empty() ? words : say({"{}, {}", "{}, {}"}, words, roles);
  }
  return words;
}

bool is_of_id(char sign) { return is_digit(sign) || sign == '-' || (sign >= 'a' && sign <= 'z'); }

std::string people_named(const Registry& registry, std::string_view text) {
  std::string named;
  while (!text.empty()) {
    const std::size_t end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_of_id) - text.begin());
    const std::string_view word = text.substr(0, std::max<std::size_t>(end, 1));
    const bool is_person = end != 0 && registry.all<Person>().find(word);
    const std::string_view name = is_person ? full_name_of(registry, word, registry.day()) : std::string_view();
    named += name.empty() ? word : name;
    text.remove_prefix(word.size());
  }
  return named;
}

}  // namespace

Words about(const Registry& registry, std::string_view address) {
  const std::size_t slash = std::min(address.find('/'), address.size());
  const std::string_view folder = address.substr(0, slash), id = address.substr(std::min(slash + 1, address.size()));
  Words words;
  for_each(Kinds(), [&]<class T>() {
    if (T::kind.folder == folder) words = about_one<T>(registry, id);
  });
  return words;
}

Words naming_people(const Registry& registry, const Words& words) {
  return {people_named(registry, words.ru), people_named(registry, words.en)};
}

Words address_told(const Registry& registry, std::string_view address, bool with_names) {
  const Words what = with_names ? about(registry, address) : Words();
  return what.empty() ? as_it_is(address) : say({"{} ({})", "{} ({})"}, address, what);
}

std::vector<KnownRecord> known_records(const Registry& registry, const Kind& kind) {
  std::vector<KnownRecord> known;
  for_each(Kinds(), [&]<class T>() {
    if (&T::kind != &kind) return;
    for (const T& record : registry.all<T>())
      known.push_back({address_of(kind, record.id), record.id, about_known<T>(registry, record.id)});
  });
  return known;
}

}  // namespace nastavnik
