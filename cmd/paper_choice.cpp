#include "cmd/paper_choice.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace nastavnik::cmd {
namespace {

/// People are asked for by any of their folders.
std::string folder_of(std::string_view address) {
  const std::string folder(address.substr(0, address.find('/')));
  return folder == "mentors" || folder == "mentees" ? "people" : folder;
}

std::string normal(const std::string& word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string::npos) return word;
  std::string path = folder_of(word) + word.substr(slash);
  if (path.ends_with(".yaml")) path.resize(path.size() - 5);
  return path;
}

bool matches(const std::string& key, const std::string& word) {
  return key == word || (word.find('/') == std::string::npos && key.size() > word.size() && key.ends_with('/' + word));
}

/// The person whose name has the word in it, where there is only one such.
std::string by_name(const std::string& word, const Registry& registry) {
  const std::string wanted = fold(word);
  std::vector<std::string> found;
  for (const Person& person : registry.all<Person>())
    if (person.full_name.given() && fold(*person.full_name).find(wanted) != std::string::npos)
      found.push_back("people/" + std::string(person.id));
  if (found.size() == 1) return found.front();
  if (found.empty()) return {};
  Words list = Words{found.front(), found.front()};
  for (std::size_t i = 1; i < found.size() && i < 8; ++i) list = say({"{}, {}", "{}, {}"}, list, found[i]);
  throw UsageError{say({"имя «{}» подходит нескольким людям", "the name '{}' fits several people"}, word), list};
}

/// A word with the keys that it may stand for.
struct Wanted {
  std::string word{};
  std::string folder{};
};

Wanted wanted_of(const std::string& given, const std::vector<Subject>& subjects, const Registry& registry,
                 const DocumentKind& kind) {
  const auto fits = [&](const std::string& word) -> std::string {
    for (const Subject& subject : subjects)
      for (const std::string& key : subject.keys)
        if (matches(key, word)) return folder_of(key);
    return {};
  };
  const std::string word = normal(given);
  if (const std::string folder = fits(word); !folder.empty()) return {word, folder};
  const bool looks_like_id =
      word.find('/') != std::string::npos || (word.starts_with("p-") || (word.front() >= '0' && word.front() <= '9'));
  const std::string person = looks_like_id ? std::string() : by_name(word, registry);
  if (const std::string folder = person.empty() ? "" : fits(person); !folder.empty()) return {person, folder};
  throw UsageError{
      say({"«{}»: нечего составить", "'{}': there is nothing to write"}, given),
      say({"{}: нужна запись, для которой есть такой документ", "{}: a record is wanted that has such a paper"},
          kind.title)};
}

bool fits(const Subject& subject, const std::vector<Wanted>& wanted) {
  std::map<std::string, bool> satisfied;  // folders of what is wanted: one of each must fit
  for (const Wanted& one : wanted) {
    bool& found = satisfied[one.folder];
    found = found || std::any_of(subject.keys.begin(), subject.keys.end(),
                                 [&](const std::string& key) { return matches(key, one.word); });
  }
  return std::all_of(satisfied.begin(), satisfied.end(), [](const auto& entry) { return entry.second; });
}

/// Pairs that no signed order assigns yet.
bool is_new_pair(const Pair& pair) { return pair.order.to == nullptr && !pair.end.given(); }

bool has_pair(const Subject& subject, const std::string& pair) {
  return std::any_of(subject.keys.begin(), subject.keys.end(),
                     [&](const std::string& key) { return key == "pairs/" + pair; });
}

void keep_pairs(std::vector<Subject>& subjects, const std::vector<std::string>& words, const Registry& registry) {
  std::vector<std::string> pairs;
  for (const std::string& word : words) {
    if (word == "new") {
      for (const Pair& pair : registry.all<Pair>())
        if (is_new_pair(pair)) pairs.emplace_back(pair.id);
      continue;
    }
    const std::string id = word.starts_with("pairs/") ? word.substr(6) : word;
    if (!registry.all<Pair>().find(id)) throw UsageError{say({"нет пары «{}»", "there is no pair '{}'"}, word), {}};
    pairs.push_back(id);
  }
  std::erase_if(subjects, [&](const Subject& subject) {
    return std::none_of(pairs.begin(), pairs.end(), [&](const std::string& pair) { return has_pair(subject, pair); });
  });
}

[[noreturn]] void ask_which(const DocumentKind& kind, const std::vector<Subject>& subjects) {
  if (subjects.empty())
    throw UsageError{
        say({"{}: в записях нет того, о чём этот документ", "{}: the records have nothing that it is about"},
            kind.title),
        {}};
  std::string list;
  constexpr std::size_t shown = 8;
  for (std::size_t i = 0; i < subjects.size() && i < shown; ++i)
    if (!subjects[i].keys.empty()) list += (list.empty() ? "" : ", ") + subjects[i].keys.front();
  const std::size_t more = subjects.size() > shown ? subjects.size() - shown : 0;
  const Words places = more == 0 ? Words{list, list} : say({"{} и ещё {}", "{} and {} more"}, list, more);
  throw UsageError{say({"{}: не указано, какой именно", "{}: it is not said which one"}, kind.title),
                   kind.together ? say({"новых нет; есть {}", "there is nothing new; there is {}"}, places)
                                 : say({"есть {}; все сразу: --all", "there is {}; all at once: --all"}, places)};
}

/// Pairs that one order would decide, chosen by something else than the orders that did.
[[noreturn]] void refuse_several_orders(const std::vector<std::vector<Subject>>& papers) {
  Words list;
  for (const std::vector<Subject>& paper : papers) {
    const Subject& one = paper.front();
    const Words by = one.order.empty() ? Words{"приказа ещё нет", "no order yet"} : say({"{}", "{}"}, one.order);
    list = say({"{}{}{} ({})", "{}{}{} ({})"}, list, list.ru.empty() ? "" : ", ", one.keys.front(), by);
  }
  throw UsageError{{"об этом решали разные приказы, а у документа один номер",
                    "different orders decided it, and a paper has one number"},
                   say({"назовите приказ: {}; все сразу: --all", "name the order: {}; all at once: --all"}, list)};
}

/// One paper for each, or for each order. A new order may take in what others have decided.
std::vector<std::vector<Subject>> split(const DocumentKind& kind, const PaperWish& wish,
                                        const std::vector<Wanted>& wanted, std::vector<Subject> subjects) {
  const bool by_order =
      std::any_of(wanted.begin(), wanted.end(), [](const Wanted& one) { return one.folder == "orders"; });
  if (kind.together && wish.numbered && !by_order && !wish.all) return {std::move(subjects)};
  std::vector<std::vector<Subject>> papers = papers_of(kind, std::move(subjects));
  const bool told = !wish.words.empty() || !wish.pairs.empty();
  if (kind.together && told && papers.size() > 1 && !by_order && !wish.all) refuse_several_orders(papers);
  return papers;
}

}  // namespace

std::vector<ChosenPaper> choose_papers(const DocumentKind& kind, const PaperWish& wish, const Registry& registry) {
  std::vector<Subject> subjects = subjects_of(kind, registry);
  std::vector<Wanted> wanted;
  for (const std::string& word : wish.words) wanted.push_back(wanted_of(word, subjects, registry, kind));
  std::erase_if(subjects, [&](const Subject& subject) { return !fits(subject, wanted); });
  if (!wish.pairs.empty()) keep_pairs(subjects, wish.pairs, registry);
  const bool told = !wish.words.empty() || !wish.pairs.empty();
  if (!told && subjects.size() > 1 && !wish.all) {
    std::vector<Subject> fresh;
    std::copy_if(subjects.begin(), subjects.end(), std::back_inserter(fresh),
                 [](const Subject& subject) { return subject.is_new; });
    if (fresh.empty() || (!kind.together && fresh.size() > 1)) ask_which(kind, subjects);
    subjects = std::move(fresh);
  }
  if (subjects.empty() && wish.all) return {};
  if (subjects.empty() || (!kind.together && !wish.all && subjects.size() > 1)) ask_which(kind, subjects);
  std::vector<ChosenPaper> papers;
  for (std::vector<Subject>& paper : split(kind, wish, wanted, std::move(subjects)))
    papers.push_back({&kind, std::move(paper)});
  return papers;
}

}  // namespace nastavnik::cmd
