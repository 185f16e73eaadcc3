#include "model/notions/mentions.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/ascii.h"
#include "model/kinds/people.h"

namespace nastavnik {
namespace {

constexpr std::size_t digits_of_a_number = 10;

std::string_view first_letter(std::string_view word) {
  return words_of(word).empty() ? std::string_view()
                                : word.substr(0, static_cast<unsigned char>(word[0]) < 0x80 ? 1 : 2);
}

std::size_t begin_of(std::string_view text, const TextWord& word) {
  return static_cast<std::size_t>(word.text.data() - text.data());
}

/// What stands between two words of the text.
std::string_view between(std::string_view text, const TextWord& a, const TextWord& b) {
  const auto end = static_cast<std::size_t>(a.text.data() + a.text.size() - text.data());
  return text.substr(end, static_cast<std::size_t>(b.text.data() - text.data()) - end);
}

bool is_space(std::string_view gap) { return !gap.empty() && gap.find_first_not_of(" \n\t\xC2\xA0") == gap.npos; }
bool is_dot(std::string_view gap) { return gap.starts_with('.') && (gap.size() == 1 || is_space(gap.substr(1))); }

/// Initials beside a surname, folded; empty where there are none.
struct Initials {
  std::string given{}, patronymic{};
};

Initials initials_beside(std::string_view text, const std::vector<TextWord>& words, std::size_t i) {
  const auto is_initial = [&](std::size_t k) {
    if (k >= words.size() || !words[k].single || !words[k].capital) return false;
    const auto end = static_cast<std::size_t>(words[k].text.data() + words[k].text.size() - text.data());
    return end < text.size() && text[end] == '.';
  };
  const auto joined_by_dot = [&](std::size_t k) { return is_dot(between(text, words[k], words[k + 1])); };
  if (i > 0 && is_initial(i - 1) && joined_by_dot(i - 1)) {
    if (i > 1 && is_initial(i - 2) && joined_by_dot(i - 2)) return {fold(words[i - 2].text), fold(words[i - 1].text)};
    return {fold(words[i - 1].text), {}};
  }
  if (!is_initial(i + 1) || !is_space(between(text, words[i], words[i + 1]))) return {};
  if (is_initial(i + 2) && joined_by_dot(i + 1)) return {fold(words[i + 1].text), fold(words[i + 2].text)};
  return {fold(words[i + 1].text), {}};
}

bool agree(std::string_view initial, std::string_view letter) {
  return initial.empty() || letter.empty() || initial == letter;
}

bool looks_like_patronymic(std::string_view word) {
  for (const std::string_view part : {"ич", "вн", "чн"})
    if (word.find(part) != word.npos) return true;
  return false;
}

/// Digits that belong together: between them stand only what telephone numbers are written with.
struct DigitRun {
  std::size_t at = 0, end = 0;
  std::string digits{};
};

std::vector<DigitRun> runs_of_digits(std::string_view text) {
  constexpr std::string_view joints = " ()-+.\xC2\xA0\xE2\x80\x91\x93";
  std::vector<DigitRun> runs;
  bool open = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      if (!open) runs.push_back({at, at, {}});
      open = true;
      runs.back().digits += text[at];
      runs.back().end = at + 1;
    } else if (joints.find(text[at]) == joints.npos) {
      open = false;
    }
  }
  std::erase_if(runs, [](const DigitRun& run) { return run.digits.size() < digits_of_a_number; });
  return runs;
}

/// The ten digits of a number, without the one that a call within the country begins with.
std::string number_of(std::string_view digits) {
  const bool has_prefix = digits.size() > digits_of_a_number && (digits[0] == '7' || digits[0] == '8');
  return std::string(digits.substr(has_prefix ? 1 : 0, digits_of_a_number));
}

bool is_of_address(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

/// The address around an @; nothing where there is none.
std::string_view address_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is_of_address(text[begin - 1])) --begin;
  while (end < text.size() && is_of_address(text[end])) ++end;
  while (end > at + 1 && text[end - 1] == '.') --end;
  return begin == at || end == at + 1 ? std::string_view() : text.substr(begin, end - begin);
}

std::vector<std::string_view> addresses_in(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1))
    if (const auto address = address_around(text, at); !address.empty()) found.push_back(address);
  return found;
}

using Stretch = std::pair<std::size_t, std::size_t>;

/// A name is more than the word it was known by: the capital words and initials around it go with it, two on each side.
Stretch with_names_beside(std::string_view text, const std::vector<TextWord>& words, const Mention& mention) {
  Stretch stretch{mention.at, mention.at + mention.size};
  if (mention.by != MentionedBy::surname && mention.by != MentionedBy::name) return stretch;
  const auto within = [&](const TextWord& word) { return begin_of(text, word) >= stretch.first; };
  const auto first = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), within) - words.begin());
  const auto belongs = [&](std::size_t left) {
    const std::string_view gap = between(text, words[left], words[left + 1]);
    return words[left].capital && words[left + 1].capital && (is_space(gap) || is_dot(gap));
  };
  std::size_t from = first, to = first;
  while (from > 0 && first - from < 2 && belongs(from - 1)) --from;
  while (to + 1 < words.size() && to - first < 2 && belongs(to)) ++to;
  const std::size_t end = begin_of(text, words[to]) + words[to].text.size();
  return {begin_of(text, words[from]), std::max(stretch.second, end)};
}

template <class People>
std::vector<std::string_view> ids_of(const People& people) {
  std::vector<std::string_view> ids;
  for (const Person* person : people) ids.push_back(person->id);
  return ids;
}

}  // namespace

Mentions::Mentions(const Table<Person>& people) {
  for (const Person& person : people) {
    add_names(person, person.full_name);
    for (const FormerName& former : person.former_names) add_names(person, former.full_name);
    add_contact(person);
  }
}

void Mentions::add_names(const Person& person, const At<Line>& full_name) {
  if (!full_name.given()) return;
  std::vector<std::string> names;
  for (const TextWord& word : words_of(*full_name)) names.push_back(fold(word.text));
  names.resize(std::max<std::size_t>(names.size(), 3));
  constexpr std::size_t bytes_of_two_letters = 4;
  if (!names[0].empty())
    for (NameStem& stem : stems_of(names[0])) {
      auto& named = surnames_[stem.base];
      named.push_back({&person, std::move(stem), std::string(first_letter(names[1])),
                       std::string(first_letter(names[2])), names[0].size() <= bytes_of_two_letters});
    }
  if (names[1].empty() || !looks_like_patronymic(names[2])) return;
  for (const NameStem& given : stems_of(names[1]))
    for (const NameStem& patronymic : stems_of(names[2]))
      names_[given.base + " " + patronymic.base].push_back({&person, given, patronymic});
}

void Mentions::add_contact(const Person& person) {
  if (!person.contact.given()) return;
  const Contact& contact = *person.contact;
  if (contact.phone.given())
    for (const DigitRun& run : runs_of_digits(*contact.phone)) phones_[number_of(run.digits)].push_back(&person);
  if (contact.email.given())
    for (const std::string_view address : addresses_in(*contact.email)) emails_[fold(address)].push_back(&person);
}

bool may_be_a_name(std::string_view text) {
  const auto words = words_of(text);
  constexpr std::size_t shortest_name = 3;
  return std::any_of(words.begin(), words.end(),
                     [](const TextWord& word) { return !word.single && characters(word.text) >= shortest_name; });
}

std::string Mentions::concealed(std::string_view text) const {
  const std::vector<Mention> found = in(text);
  if (found.empty()) return std::string(text);
  std::vector<Stretch> stretches;
  const auto words = words_of(text);
  for (const Mention& mention : found) stretches.push_back(with_names_beside(text, words, mention));
  std::sort(stretches.begin(), stretches.end());
  std::string result;
  std::size_t told = 0;
  for (const auto& [begin, end] : stretches) {
    if (begin >= told) result.append(text.substr(told, begin - told)).append(concealed_sign);
    told = std::max(told, end);
  }
  return result.append(text.substr(told));
}

std::vector<Mention> Mentions::in(std::string_view text) const {
  std::vector<Mention> found;
  find_names(text, found);
  find_phones(text, found);
  find_emails(text, found);
  return found;
}

void Mentions::find_names(std::string_view text, std::vector<Mention>& found) const {
  const auto words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital || words[i].single) continue;
    find_surname(text, words, i, found);
    find_full_name(text, words, i, found);
  }
}

void Mentions::find_surname(std::string_view text, const std::vector<TextWord>& words, std::size_t i,
                            std::vector<Mention>& found) const {
  Mention mention{MentionedBy::surname, {}, begin_of(text, words[i]), words[i].text.size()};
  std::optional<Initials> initials;
  const std::string word = fold(words[i].text);
  for (const auto& [base, ending] : parts_of(word)) {
    const auto named = surnames_.find(base);
    if (named == surnames_.end()) continue;
    if (!initials) initials = initials_beside(text, words, i);
    for (const Named& one : named->second) {
      if (!one.stem.takes(ending) || (one.too_short && initials->given.empty())) continue;
      if (agree(initials->given, one.given) && agree(initials->patronymic, one.patronymic))
        mention.people.push_back(one.person->id);
    }
  }
  if (!mention.people.empty()) found.push_back(std::move(mention));
}

void Mentions::find_full_name(std::string_view text, const std::vector<TextWord>& words, std::size_t i,
                              std::vector<Mention>& found) const {
  if (i + 1 >= words.size() || !words[i + 1].capital || !is_space(between(text, words[i], words[i + 1]))) return;
  const std::string given = fold(words[i].text), patronymic = fold(words[i + 1].text);
  if (!looks_like_patronymic(patronymic)) return;
  const std::size_t begin = begin_of(text, words[i]);
  Mention mention{MentionedBy::name, {}, begin, begin_of(text, words[i + 1]) + words[i + 1].text.size() - begin};
  for (const ParsedWord& a : parts_of(given))
    for (const ParsedWord& b : parts_of(patronymic)) {
      const auto named = names_.find(a.base + " " + b.base);
      if (named == names_.end()) continue;
      for (const FullyNamed& one : named->second)
        if (one.given.takes(a.ending) && one.patronymic.takes(b.ending)) mention.people.push_back(one.person->id);
    }
  if (!mention.people.empty()) found.push_back(std::move(mention));
}

void Mentions::find_phones(std::string_view text, std::vector<Mention>& found) const {
  if (phones_.empty()) return;
  for (const auto& [at, end, digits] : runs_of_digits(text))
    for (std::size_t i = 0; i + digits_of_a_number <= digits.size(); ++i) {
      const auto people = phones_.find(digits.substr(i, digits_of_a_number));
      if (people != phones_.end()) found.push_back({MentionedBy::phone, ids_of(people->second), at, end - at});
    }
}

void Mentions::find_emails(std::string_view text, std::vector<Mention>& found) const {
  if (emails_.empty()) return;
  for (const std::string_view address : addresses_in(text)) {
    const auto people = emails_.find(fold(address));
    const auto at = static_cast<std::size_t>(address.data() - text.data());
    if (people != emails_.end()) found.push_back({MentionedBy::email, ids_of(people->second), at, address.size()});
  }
}

}  // namespace nastavnik
