#include "document/choice.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "document/decisions.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

using Subjects = std::vector<Subject>;

/// The records that a word means; for those of one folder any will do, of each folder there must be one.
struct Wanted {
  std::vector<std::string> records{};
  std::string folder() const { return records.front().substr(0, records.front().find('/')); }
};

bool has_key(const Subject& subject, const std::string& key) {
  return std::find(subject.keys.begin(), subject.keys.end(), key) != subject.keys.end();
}

bool has_any_key(const Subject& subject, const std::vector<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return has_key(subject, key); });
}

/// Each key once, in the order of the subjects.
std::vector<std::string> keys_of(const Subjects& subjects) {
  std::set<std::string_view> seen;
  std::vector<std::string> keys;
  for (const Subject& subject : subjects)
    for (const std::string& key : subject.keys)
      if (seen.insert(key).second) keys.push_back(key);
  return keys;
}

/// A pair and its programme may share an id: a paper is about both.
bool is_one_id(const std::vector<std::string>& records) {
  const auto id = [](const std::string& address) { return address.substr(address.find('/')); };
  return !records.empty() && std::all_of(records.begin(), records.end(),
                                         [&](const std::string& one) { return id(one) == id(records.front()); });
}

bool fits(const Subject& subject, const std::vector<Wanted>& wanted, bool any) {
  const auto chooses = [&](const Wanted& one) { return has_any_key(subject, one.records); };
  if (any) return wanted.empty() || std::ranges::any_of(wanted, chooses);
  std::map<std::string, bool> satisfied;
  for (const Wanted& one : wanted) {
    bool& found = satisfied[one.folder()];
    found = found || chooses(one);
  }
  return std::all_of(satisfied.begin(), satisfied.end(), [](const auto& entry) { return entry.second; });
}

/// The year whose roadmap waits for its order, the last one first; else the year that runs.
std::string year_of_roadmap(const Registry& registry) {
  std::string waiting;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    if (year.roadmap.given() && !year.roadmap->order.to && year.id > waiting) waiting = year.id;
  return waiting.empty() ? id_of(school_year(registry.day())) : waiting;
}

/// What a part of the school's own records is called that an order decides.
std::string named_part(std::string_view word, const Registry& registry) {
  if (is_roadmap_named(word)) return year_of_roadmap(registry);
  if (word == "положение") return "regulation";
  return std::string(word == "объединение" ? "councils" : word);
}

/// Pairs that no signed order assigns yet.
bool is_new_pair(const Pair& pair) { return pair.order.to == nullptr && !pair.end.given(); }

std::vector<std::string> pairs_with(const Registry& registry, bool (*fit)(const Pair&)) {
  std::vector<std::string> addresses;
  for (const Pair& pair : registry.all<Pair>())
    if (fit(pair)) addresses.push_back(address_of(pair));
  return addresses;
}

template <class T>
void add_addresses(const Registry& registry, std::vector<std::string>& addresses) {
  for (const T& record : registry.all<T>()) addresses.push_back(address_of(record));
}

/// The records that papers are about.
std::vector<std::string> addresses_of(const Registry& registry) {
  std::vector<std::string> addresses;
  add_addresses<Pair>(registry, addresses);
  add_addresses<Program>(registry, addresses);
  add_addresses<Person>(registry, addresses);
  add_addresses<Order>(registry, addresses);
  add_addresses<SchoolYear>(registry, addresses);
  return addresses;
}

/// Chooses papers of one kind, step by step; a step that cannot go on leaves the reason.
class Chooser {
public:
  Chooser(const DocumentKind& kind, const PaperWish& wish, const Registry& registry)
      : kind_(kind), wish_(wish), registry_(registry), subjects_(subjects_of(kind, registry)) {}

  PaperChoice choose() {
    if (!keep_wanted() || !keep_pairs() || !keep_new()) return std::move(refusal_);
    leave_decided();
    if (subjects_.empty() && wish_.all) return std::vector<ChosenPaper>();
    if (subjects_.empty() || (!kind_.together && !wish_.all && subjects_.size() > 1 && !is_each_told())) {
      ask_which();
      return std::move(refusal_);
    }
    std::vector<Subjects> papers = split();
    if (are_mixed(papers)) return several_orders(papers);
    if (kind_.group == DocumentGroup::orders && !make_whole(papers)) return std::move(refusal_);
    std::vector<ChosenPaper> chosen;
    for (Subjects& paper : papers) chosen.push_back({&kind_, std::move(paper)});
    return chosen;
  }

private:
  bool is_told() const { return !wish_.words.empty() || !wish_.pairs.empty(); }

  bool keep_wanted() {
    const std::vector<std::string> keys = keys_of(subjects_);
    for (const std::string& word : wish_.words) {
      Meant meant = find(named_part(word, registry_), {.addresses = keys,
                                                       .people = registry_.all<Person>(),
                                                       .person_once = true,
                                                       .orders = &registry_.all<Order>()});
      if (!is_one_id(meant.records)) return refuse_word(word, std::move(meant));
      wanted_.push_back({std::move(meant.records)});
    }
    std::erase_if(subjects_, [&](const Subject& subject) { return !fits(subject, wanted_, kind_.of_any_kind); });
    return true;
  }

  /// A record that is there, but without such a paper, is told from a word that means nothing.
  bool refuse_word(const std::string& word, Meant meant) {
    if (meant.records.empty()) {
      const std::vector<std::string> all = addresses_of(registry_);
      const Meant other = find(word, {.addresses = all,
                                      .people = registry_.all<Person>(),
                                      .person_once = true,
                                      .orders = &registry_.all<Order>()});
      if (is_one_id(other.records)) return refuse({.why = NoChoice::Why::not_of_kind, .word = word, .meant = other});
    }
    return refuse({.why = NoChoice::Why::not_one, .word = word, .meant = std::move(meant)});
  }

  bool keep_pairs() {
    if (wish_.pairs.empty()) return true;
    const std::vector<std::string> all = pairs_with(registry_, [](const Pair&) { return true; });
    std::vector<std::string> pairs;
    for (const std::string& word : wish_.pairs) {
      Meant meant = find(word, {.addresses = all, .people = registry_.all<Person>()});
      if (word == "new") meant = {.records = pairs_with(registry_, is_new_pair)};
      if (word != "new" && !meant.is_one())
        return refuse({.why = NoChoice::Why::not_one_pair, .word = word, .meant = std::move(meant)});
      pairs.insert(pairs.end(), meant.records.begin(), meant.records.end());
    }
    std::erase_if(subjects_, [&](const Subject& subject) { return !has_any_key(subject, pairs); });
    for (std::string& pair : pairs) told_pairs_.push_back({{std::move(pair)}});
    return true;
  }

  /// Where nothing is told, what has not been done yet is meant.
  bool keep_new() {
    if (!is_told() && kind_.of_any_kind)  // what needs no order waits for none
      std::erase_if(subjects_, [](const Subject& subject) { return subject.order.empty() && !subject.is_new; });
    if (is_told() || subjects_.size() < 2 || wish_.all) return true;
    Subjects fresh;
    std::copy_if(subjects_.begin(), subjects_.end(), std::back_inserter(fresh),
                 [](const Subject& subject) { return subject.is_new; });
    if (fresh.empty() || (!kind_.together && fresh.size() > 1)) return ask_which();
    subjects_ = std::move(fresh);
    return true;
  }

  bool is_decided(const Subject& subject) const { return registry_.all<Order>().find(subject.order) != nullptr; }

  /// Of what is told only what no recorded order has decided, where that answers every word: a group may change again.
  void leave_decided() {
    if (!kind_.together || wish_.all || is_told_by_order()) return;
    const auto is_answered = [&](const Wanted& one) {
      return std::ranges::any_of(
          subjects_, [&](const Subject& subject) { return !is_decided(subject) && has_any_key(subject, one.records); });
    };
    const bool is_told = !wanted_.empty() || !told_pairs_.empty();
    if (is_told && std::ranges::all_of(wanted_, is_answered) && std::ranges::all_of(told_pairs_, is_answered))
      std::erase_if(subjects_, [&](const Subject& subject) { return is_decided(subject); });
  }

  /// The subject that the word chooses alone.
  const Subject* chosen_by(const Wanted& word) const {
    const auto chosen = [&](const Subject& subject) { return has_any_key(subject, word.records); };
    const auto first = std::ranges::find_if(subjects_, chosen);
    if (first == subjects_.end() || std::any_of(first + 1, subjects_.end(), chosen)) return nullptr;
    return &*first;
  }

  /// Several papers of which each was asked for by a word of its own; other words may narrow them all.
  bool is_each_told() const {
    std::set<const Subject*> told;
    for (const Wanted& word : wanted_) told.insert(chosen_by(word));
    told.erase(nullptr);
    return told.size() == subjects_.size();
  }

  bool is_told_by_order() const {
    return std::any_of(wanted_.begin(), wanted_.end(), [](const Wanted& one) { return one.folder() == "orders"; });
  }

  /// One paper for each, or for each order. A new order may take in what others have decided.
  std::vector<Subjects> split() {
    if (kind_.together && wish_.numbered && !is_told_by_order() && !wish_.all) return {std::move(subjects_)};
    return papers_of(kind_, std::move(subjects_));
  }

  /// Pairs that one order would decide, chosen by something else than the orders that did.
  bool are_mixed(const std::vector<Subjects>& papers) const {
    return kind_.together && is_told() && papers.size() > 1 && !is_told_by_order() && !wish_.all;
  }

  /// A paper of an order tells all that the order has decided, or there is none. A new number makes a new order of what
  /// names one that is not recorded.
  bool make_whole(std::vector<Subjects>& papers) {
    const DecidedByOrders orders(registry_);
    std::vector<Subjects> whole;
    for (Subjects& paper : papers) {
      const std::string_view order = paper.front().order;
      const bool is_one = std::ranges::all_of(paper, [&](const Subject& one) { return one.order == order; });
      const bool is_told_whole = is_one && !order.empty() && (!wish_.numbered || is_decided(paper.front()));
      if (is_told_whole && !orders.covers(kind_, order)) {
        if (!wish_.all) return refuse({.why = NoChoice::Why::decides_more, .order = order});
        continue;
      }
      if (wish_.of_group && kind_.of_any_kind && (!is_told_whole || is_told_by_other(orders, order))) continue;
      if (is_told_whole && kind_.together) paper = all_of(orders, order);
      whole.push_back(std::move(paper));
    }
    papers = std::move(whole);
    return true;
  }

  Subjects all_of(const DecidedByOrders& orders, std::string_view order) const {
    if (kind_.of_any_kind) {
      const std::span<const Subject> decided = orders.decided_by(order);
      return {decided.begin(), decided.end()};
    }
    Subjects all = subjects_of(kind_, registry_);
    std::erase_if(all, [&](const Subject& subject) { return subject.order != order; });
    return all;
  }

  static bool is_told_by_other(const DecidedByOrders& orders, std::string_view order) {
    return std::ranges::any_of(documents(), [&](const DocumentKind& kind) {
      return kind.group == DocumentGroup::orders && !kind.of_any_kind && orders.covers(kind, order);
    });
  }

  static NoChoice several_orders(const std::vector<Subjects>& papers) {
    NoChoice refusal{.why = NoChoice::Why::several_orders};
    for (const Subjects& paper : papers) refusal.subjects.push_back(paper.front());
    return refusal;
  }

  bool ask_which() {
    if (!subjects_.empty()) return refuse({.why = NoChoice::Why::not_told, .subjects = std::move(subjects_)});
    const bool of_new = std::ranges::count(wish_.pairs, "new") != 0;
    return refuse(
        {.why = of_new && are_pairs_assigned(registry_) ? NoChoice::Why::no_new_pairs : NoChoice::Why::nothing});
  }

  bool refuse(NoChoice refusal) {
    refusal_ = std::move(refusal);
    return false;
  }

  const DocumentKind& kind_;
  const PaperWish& wish_;
  const Registry& registry_;
  Subjects subjects_;
  std::vector<Wanted> wanted_{};
  std::vector<Wanted> told_pairs_{};
  NoChoice refusal_{};
};

}  // namespace

bool is_roadmap_named(std::string_view word) {
  constexpr std::array named{"карта", "карту", "дорожная карта", "дорожную карту", "roadmap"};
  return std::ranges::find(named, fold(word)) != named.end();
}

bool are_pairs_assigned(const Registry& registry) {
  const Table<Pair>& pairs = registry.all<Pair>();
  return pairs.begin() != pairs.end() && pairs.broken().empty() && pairs_with(registry, is_new_pair).empty();
}

PaperChoice choose_papers(const DocumentKind& kind, const PaperWish& wish, const Registry& registry) {
  return Chooser(kind, wish, registry).choose();
}

}  // namespace nastavnik
