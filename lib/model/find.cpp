#include "model/find.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/keyboard.h"
#include "base/name_stem.h"
#include "base/text.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/people.h"

namespace nastavnik {
namespace {

using Addresses = std::vector<std::string>;

/// How well a word fits a name.
enum class Fit : unsigned char { none, part, form, whole };

std::string_view folder_of(std::string_view address) {
  const std::size_t slash = address.find('/');
  return slash == address.npos ? std::string_view() : address.substr(0, slash);
}

std::string_view id_of(std::string_view address) { return address.substr(address.find('/') + 1); }

bool is_of_person(std::string_view folder) {
  return folder == Person::kind.folder || folder == Mentor::kind.folder || folder == Mentee::kind.folder;
}

/// The address as it stands in messages.
std::string plain(std::string_view word) {
  if (word.starts_with("./")) word.remove_prefix(2);
  if (word.ends_with(".yaml")) word.remove_suffix(5);
  return std::string(word);
}

Addresses addressed(std::string word, const Among& among) {
  const bool is_id = folder_of(word).empty();
  if (among.person_once && is_of_person(folder_of(word))) word = address_of(Person::kind, id_of(word));
  Addresses found;
  for (const std::string& address : among.addresses)
    if (address == word || (is_id && id_of(address) == word)) found.push_back(address);
  return found;
}

/// «№ 83-од», «83-ОД», and «83-od» as the id has it.
bool has_number(const Order& order, std::string_view number) {
  constexpr std::size_t year = 5;  ///< with the hyphen behind it, at the beginning of an id
  return (order.number.given() && fold(*order.number) == number) ||
         (order.id.size() > year && order.id.substr(year) == number);
}

Addresses numbered(std::string_view word, const Among& among) {
  Addresses found;
  if (!among.orders) return found;
  std::string number = fold(word);
  if (number.starts_with("№")) number.erase(0, std::string_view("№").size());
  number.erase(0, std::min(number.find_first_not_of(' '), number.size()));
  for (const std::string& address : among.addresses) {
    const Order* order = folder_of(address) == Order::kind.folder ? among.orders->find(id_of(address)) : nullptr;
    if (order && has_number(*order, number)) found.push_back(address);
  }
  return found;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (const TextWord& word : words_of(text)) words.push_back(fold(word.text));
  return words;
}

/// A name, or what is looked for in names.
struct Name {
  explicit Name(std::string_view text) : whole(fold(text)), words(folded_words(text)) {}
  std::string whole{};
  std::vector<std::string> words{};
};

bool is_initial(std::string_view word) { return characters(word) == 1; }

/// One half of a double name may stand for it.
bool is_half(std::string_view word, std::string_view name) {
  const std::size_t hyphen = name.find('-');
  return hyphen != name.npos && (is_form_of(word, name.substr(0, hyphen)) || is_form_of(word, name.substr(hyphen + 1)));
}

Fit fit(std::string_view word, std::string_view name) {
  if (word == name) return Fit::whole;
  const bool initial = is_initial(word) && name.starts_with(word);
  return initial || is_form_of(word, name) || is_half(word, name) ? Fit::form : Fit::none;
}

/// The worst fit of the words, each with a word of the name of its own.
Fit fit_of_words(const Name& wanted, const Name& name) {
  if (std::all_of(wanted.words.begin(), wanted.words.end(), is_initial)) return Fit::none;
  std::vector<std::string> left = name.words;
  Fit worst = Fit::whole;
  for (const std::string& word : wanted.words) {
    const auto best = std::max_element(left.begin(), left.end(), [&](const std::string& a, const std::string& b) {
      return fit(word, a) < fit(word, b);
    });
    if (best == left.end()) return Fit::none;
    worst = std::min(worst, fit(word, *best));
    left.erase(best);
  }
  return worst;
}

/// Enough of a word that it is no preposition.
bool is_beginning(const Name& wanted, const Name& name) {
  constexpr std::size_t telling = 3;
  const std::size_t at = characters(wanted.whole) < telling ? std::string::npos : name.whole.find(wanted.whole);
  return at == 0 || (at != std::string::npos && name.whole[at - 1] == ' ');
}

Fit fit(const Name& wanted, const Name& name) {
  if (wanted.whole.empty()) return Fit::none;
  const Fit of_words = fit_of_words(wanted, name);
  if (of_words != Fit::none) return of_words;
  return is_beginning(wanted, name) ? Fit::part : Fit::none;
}

/// Goes through the names, former ones too, of those whose ids the records have.
template <class Look>
void each_named(const Among& among, Look look) {
  for (const std::string& address : among.addresses) {
    const Person* person = is_of_person(folder_of(address)) ? among.people.find(id_of(address)) : nullptr;
    if (!person) continue;
    if (person->full_name.given()) look(address, Name(*person->full_name));
    for (const FormerName& former : person->former_names)
      if (former.full_name.given()) look(address, Name(*former.full_name));
  }
}

Addresses named(std::string_view word, const Among& among) {
  const Name wanted(word);
  Fit best = among.by_parts ? Fit::part : Fit::form;
  Addresses found;
  each_named(among, [&](const std::string& address, const Name& name) {
    const Fit now = fit(wanted, name);
    if (now < best) return;
    if (now > best) found.clear();
    best = now;
    if (found.empty() || found.back() != address) found.push_back(address);
  });
  return found;
}

/// The address that has the name nearest to the word, where only one has it.
std::string near_name(std::string_view word, const Among& among) {
  std::vector<std::pair<std::string, std::string>> words;
  each_named(among, [&](const std::string& address, const Name& name) {
    for (const std::string& one : name.words) words.emplace_back(one, address);
  });
  std::vector<std::string_view> known;
  for (const auto& [one, address] : words) known.push_back(one);
  const std::string_view near = closest(fold(word), known, Likeness::slip);
  std::string found;
  for (const auto& [one, address] : words) {
    if (near.empty() || one != near) continue;
    if (!found.empty() && id_of(found) != id_of(address)) return {};
    found = address;
  }
  return found;
}

std::string near_id(std::string_view folder, std::string_view id, const Among& among) {
  std::vector<std::string_view> known;
  for (const std::string& address : among.addresses)
    if (folder.empty() || folder_of(address) == folder) known.push_back(id_of(address));
  return std::string(closest(id, known, Likeness::slip));
}

/// The address with an id like this in the folder, or with this id in a folder like it, or with this id alone.
std::string near_address(std::string_view word, const Among& among) {
  const std::string_view folder = folder_of(word), id = id_of(word);
  if (const std::string near = near_id(folder, id, among); !near.empty()) return fmt::format("{}/{}", folder, near);
  std::vector<std::string_view> same, folders;
  for (const std::string& address : among.addresses)
    if (id_of(address) == id) same.push_back(address), folders.push_back(folder_of(address));
  if (same.size() == 1) return std::string(same.front());
  const std::string_view near = closest(folder, folders, Likeness::slip);
  return near.empty() ? std::string() : fmt::format("{}/{}", near, id);
}

std::string near(const std::string& word, const Among& among) {
  if (!folder_of(word).empty()) return near_address(word, among);
  const std::string id = near_id({}, word, among);
  return id.empty() ? near_name(word, among) : id;
}

/// «mentors/Соколова», «orders/98-од»: what stands behind the folder, looked for in it.
Addresses found_in_folder(std::string_view word, const Among& among) {
  const std::string_view folder = folder_of(word);
  if (folder.empty()) return {};
  Addresses in_folder;
  for (const std::string& address : among.addresses)
    if (folder_of(address) == folder) in_folder.push_back(address);
  Among there = among;
  there.addresses = in_folder;
  Addresses found = numbered(id_of(word), there);
  return found.empty() ? named(id_of(word), there) : found;
}

}  // namespace

Meant find(std::string_view word, const Among& among) {
  const std::string latin = typed_in_latin(word), russian = typed_in_russian(word);
  Meant meant{.records = addressed(plain(word), among)};
  if (meant.records.empty()) meant.records = numbered(word, among);
  if (meant.records.empty()) meant.records = named(word, among);
  if (meant.records.empty()) meant.records = found_in_folder(plain(word), among);
  if (meant.records.empty()) meant.records = addressed(plain(latin), among);
  if (meant.records.empty()) meant.records = numbered(russian, among);
  if (meant.records.empty()) meant.records = named(russian, among);
  if (!meant.records.empty()) return meant;
  meant.near = near(plain(word), among);
  if (meant.near.empty()) meant.near = near(plain(latin), among);
  const bool may_be_name = word.find_first_of("0123456789/") == word.npos;
  meant.unseen = may_be_name && !among.people.seen();
  return meant;
}

Meant find_person(std::string_view word, const Table<Person>& people, bool by_parts) {
  Addresses all;
  for (const Person& person : people) all.push_back(address_of(person));
  const std::string id = plain(word);
  if (!people.seen() && Person::kind.is_id(id_of(id))) return {.records = {address_of(Person::kind, id_of(id))}};
  return find(word, {.addresses = all, .people = people, .person_once = true, .by_parts = by_parts});
}

}  // namespace nastavnik
