#include "cmd/offered_records.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "base/failure.h"
#include "base/text.h"
#include "document/catalogue.h"
#include "model/addresses.h"
#include "model/field.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/about.h"
#include "model/notions/naming.h"
#include "model/shape.h"
#include "source/disk.h"

namespace nastavnik::cmd {
namespace {

namespace fs = std::filesystem;

/// A longer list nobody reads: what its records are is not told, and not read.
constexpr std::size_t most_told = 500;
using Strings = std::vector<std::string>;

bool is_of_people(const Kind& kind) {
  return &kind == &Person::kind || &kind == &Mentor::kind || &kind == &Mentee::kind;
}

/// What is said of these records names people.
bool tells_names(const Kind& kind) { return is_of_people(kind) || &kind == &Pair::kind || &kind == &Program::kind; }

/// Whole folders, as far as they say what records of the kind are.
InSight needed_for(const Kind& kind, bool names) {
  if (!tells_names(kind)) return {{kind.folder, {}}};
  if (!names) return {};
  InSight sight{{Person::kind.folder, {}}};
  if (!is_of_people(kind)) sight[Pair::kind.folder];
  if (&kind == &Program::kind) sight[Program::kind.folder];
  return sight;
}

/// Whether a word of the text begins so.
bool has_word_begun(std::string_view text, std::string_view begun) {
  const std::string folded = fold(text), wanted = fold(begun);
  for (std::size_t at = folded.find(wanted); at != folded.npos; at = folded.find(wanted, at + 1))
    if (at == 0 || folded[at - 1] == ' ') return true;
  return false;
}

bool begins(std::string_view text, std::string_view begun) { return fold(text).starts_with(fold(begun)); }

const Kind* kind_in(std::string_view folder) {
  const auto found = std::ranges::find(folder_kinds(), folder, [](const Kind* kind) { return kind->folder; });
  return found == folder_kinds().end() ? nullptr : *found;
}

std::string_view surname_of(std::string_view name) { return name.substr(0, name.find(' ')); }

/// How many people bear each name, now or before, and each word of one.
std::map<std::string, int> bearers_of_names(const Table<Person>& people) {
  std::map<std::string, int> bearers;
  for (const Person& person : people) {
    std::set<std::string> names;
    const auto add = [&](const At<Line>& name) {
      if (!name.given()) return;
      names.insert(fold(*name));
      names.insert(fold(surname_of(*name)));
      for (const TextWord& word : words_of(*name)) names.insert(fold(word.text));
    };
    add(person.full_name);
    for (const FormerName& former : person.former_names) add(former.full_name);
    for (const std::string& name : names) ++bearers[name];
  }
  return bearers;
}

/// What a paper can be about, as it is typed.
struct Subjected {
  std::string word{};
  std::string id{};
  const Kind* kind = nullptr;
};

/// Each once, by the id, or by the address where records of several kinds have it.
std::vector<Subjected> subjected(const DocumentKind& document, const Registry& registry, bool by_address) {
  std::map<std::string, std::map<std::string, const Kind*>> by_id;
  for (const Subject& subject : subjects_of(document, registry)) {
    const std::string& address = subject.keys.front();
    const std::size_t slash = address.find('/');
    const bool has_folder = slash != address.npos;
    by_id[has_folder ? address.substr(slash + 1) : address].emplace(
        address, has_folder ? kind_in(address.substr(0, slash)) : nullptr);
  }
  std::vector<Subjected> all;
  for (const auto& [id, addresses] : by_id)
    for (const auto& [address, kind] : addresses)
      all.push_back({by_address || addresses.size() > 1 ? address : id, id, kind});
  return all;
}

}  // namespace

/// The registry, as much of it as has been looked at.
static InSight everything() {
  InSight all;
  for (const Kind* kind : folder_kinds()) all[kind->folder];
  return all;
}

struct OfferedRecords::Seen {
  Seen(const Arguments& given, const Environment& around, bool with_names)
      : arguments(given),
        environment{.in = around.in,
                    .out = nowhere,
                    .err = nowhere,
                    .directory = around.directory,
                    .today = around.today,
                    .variables = around.variables},
        language(around.language),
        names(with_names) {
    try {
      root = find_registries({}, environment).front().root;
      people = arguments.text("people") ? environment.directory / *arguments.text("people") : root->path / people_dir();
    } catch (const UsageError&) {
      root.reset();  // nothing to offer from
    } catch (const Failure&) {
      root.reset();
    }
  }

  std::string people_dir() const {
    const auto loaded = read_settings(DiskTree(root->path.string()), environment.today);
    const auto& folder = loaded->registry.settings().people_dir;
    return std::string(folder.given() ? *folder : Person::kind.folder);
  }

  fs::path folder_of(const Kind& kind) const { return &kind == &Person::kind ? people : root->path / kind.folder; }

  /// By the names of their files, be they readable or not.
  Strings ids(const Kind& kind) const {
    Strings found;
    if (!root) return found;
    for (const TreeEntry& entry : DiskTree(folder_of(kind).string()).list(""))
      if (!entry.folder && !entry.name.starts_with('.') && entry.name.ends_with(".yaml"))
        found.push_back(entry.name.substr(0, entry.name.size() - 5));
    return found;
  }

  bool has(const Kind& kind, std::string_view id) const {
    return DiskTree(folder_of(kind).string()).has_file(fmt::format("{}.yaml", id));
  }

  /// Nothing where the registry cannot be read, or nothing of it needs to be.
  const Registry* read(InSight wanted) {
    if (!root || wanted.empty()) return nullptr;
    if (!open || wanted != sight) look_into(std::move(wanted));
    return open && !open->loaded->faulty_settings ? &open->registry() : nullptr;
  }

  void look_into(InSight wanted) try {
    open.reset();
    sight = std::move(wanted);
    open.emplace(open_registry(*root, arguments, environment, {.in_sight = &sight}));
  } catch (const UsageError&) {  // then ids alone are offered
  } catch (const Failure&) {}

  /// No more than says what these records are: of a programme its pair, of a pair its people.
  const Registry* read_about(const std::vector<std::pair<const Kind*, std::string>>& records) {
    if (records.size() > most_told) return nullptr;
    InSight wanted;
    for (const auto& [kind, id] : records)
      if (names || !tells_names(*kind)) wanted[is_of_people(*kind) ? Person::kind.folder : kind->folder].insert(id);
    if (wanted.contains(Program::kind.folder))
      if (const Registry* registry = read(wanted))
        for (const Program& program : registry->all<Program>())
          if (!program.pair.id.empty()) wanted[Pair::kind.folder].emplace(program.pair.id);
    if (wanted.contains(Pair::kind.folder))
      if (const Registry* registry = read(wanted))
        for (const Pair& pair : registry->all<Pair>()) add_people(pair, wanted);
    return read(std::move(wanted));
  }

  static void add_people(const Pair& pair, InSight& wanted) {
    if (!pair.mentor.id.empty()) wanted[Person::kind.folder].emplace(pair.mentor.id);
    for (const auto& mentee : pair.mentees)
      if (!mentee.person.id.empty()) wanted[Person::kind.folder].emplace(mentee.person.id);
  }

  /// «Зайцева Мария Павловна, наставник», «Зайцева – Белов», «№ 83-од от 01.09.2025 …»; else what kind of record it is.
  std::string meaning(const Kind& kind, std::string_view id, const Registry* registry) const {
    const bool told = registry && (names || !tells_names(kind));
    Words words = told ? about(*registry, address_of(kind, id)) : Words();
    if (is_of_people(kind)) words = with_roles(std::move(words), id);
    return std::string(words.empty() ? kind.title.in(language) : words.in(language));
  }

  Words with_roles(Words words, std::string_view id) const {
    std::vector<Words> all;
    if (!words.empty()) all.push_back(std::move(words));
    for (const Kind* role : {&Mentor::kind, &Mentee::kind})
      if (has(*role, id)) all.emplace_back(role->title);
    return joined(all);
  }

  std::ostream nowhere{nullptr};
  const Arguments& arguments;
  Environment environment;
  Language language;
  bool names;
  std::optional<Root> root{};
  fs::path people{};
  InSight sight{};
  std::optional<Open> open{};
};

OfferedRecords::OfferedRecords(const Arguments& arguments, const Environment& environment, bool names, People people)
    : seen_(std::make_unique<Seen>(arguments, environment, names)), people_(people) {}
OfferedRecords::~OfferedRecords() = default;

Offers OfferedRecords::of_kind(const Kind& kind, std::string_view begun) {
  Strings ids = seen_->ids(kind), fit;
  std::ranges::copy_if(ids, std::back_inserter(fit), [&](const std::string& id) { return begins(id, begun); });
  if (fit.empty() && (ids.empty() || begun.empty())) return {};
  const bool wants_names = begun.empty() && people_ == People::by_name && is_of_people(kind) && seen_->names;
  if (fit.empty() || wants_names) {
    const Registry* registry = seen_->read(needed_for(kind, seen_->names));
    return registry ? by_words(kind, ids, begun, *registry) : Offers();
  }
  std::vector<std::pair<const Kind*, std::string>> records;
  for (const std::string& id : fit) records.emplace_back(&kind, id);
  const Registry* registry = seen_->read_about(records);
  Offers offers;
  for (const std::string& id : fit) offers.push_back({id, seen_->meaning(kind, id, registry)});
  return offers;
}

/// By what the records are about: people by their names, which are typed instead of the id; of others the id.
Offers OfferedRecords::by_words(const Kind& kind, std::span<const std::string> ids, std::string_view begun,
                                const Registry& registry) const {
  if (is_of_people(kind)) return seen_->names ? by_names(kind, ids, begun, registry) : Offers();
  Offers offers;
  for (const std::string& id : ids)
    if (std::string meaning = seen_->meaning(kind, id, &registry); has_word_begun(meaning, begun))
      offers.push_back({id, std::move(meaning)});
  return offers;
}

/// By as much of the name as nobody else has; where two are called alike, by the id.
Offers OfferedRecords::by_names(const Kind& kind, std::span<const std::string> ids, std::string_view begun,
                                const Registry& registry) const {
  const std::map<std::string, int> bearers = bearers_of_names(registry.all<Person>());
  Offers offers;
  for (const std::string& id : ids) {
    const std::string_view name = full_name_of(registry, id, registry.day());
    if (name.empty() || !begins(name, begun)) continue;
    const std::string_view surname = surname_of(name);
    const auto is_alone = [&](std::string_view word) {
      const auto found = bearers.find(fold(word));
      return found != bearers.end() && found->second == 1;
    };
    const std::string_view word = begins(surname, begun) && is_alone(surname) ? surname : is_alone(name) ? name : id;
    offers.push_back({std::string(word), fmt::format("{}, {}", id, seen_->meaning(kind, id, &registry))});
  }
  return offers;
}

std::vector<const Kind*> OfferedRecords::kinds_of_record(std::string_view word) const {
  std::vector<const Kind*> found;
  if (word.empty()) return found;
  for (const Kind* kind : single_kinds())
    if (stem(*kind) == word) return {kind};
  if (const std::size_t slash = word.find('/'); slash != word.npos)
    return kind_in(word.substr(0, slash)) ? std::vector{kind_in(word.substr(0, slash))} : found;
  for (const Kind* kind : folder_kinds())
    if (seen_->has(*kind, word)) found.push_back(kind);
  return found.empty() ? std::vector<const Kind*>{&Person::kind, &Mentor::kind, &Mentee::kind} : found;
}

Offers OfferedRecords::of_kinds(std::span<const Kind* const> kinds, std::string_view begun) {
  Offers all;
  for (const Kind* kind : kinds) std::ranges::move(of_kind(*kind, begun), std::back_inserter(all));
  return all;
}

Offers OfferedRecords::of_any(std::string_view begun, bool person_once) {
  if (const std::size_t slash = begun.find('/'); slash != begun.npos) {
    const Kind* kind = kind_in(begun.substr(0, slash));
    Offers offers = kind ? of_kind(*kind, begun.substr(slash + 1)) : Offers();
    for (Offer& offer : offers) offer.word = address_of(*kind, offer.word);
    return offers;
  }
  Offers offers = folders(begun);
  if (begun.empty()) return offers;
  std::ranges::move(by_id(begun, person_once), std::back_inserter(offers));
  if (offers.empty()) offers = of_kind(Person::kind, begun);
  return offers.empty() ? of_kind(Order::kind, begun) : offers;
}

Offers OfferedRecords::folders(std::string_view begun) const {
  Offers offers;
  for (const Kind* kind : folder_kinds())
    if (begins(kind->folder, begun) && !seen_->ids(*kind).empty())
      offers.push_back({fmt::format("{}/", kind->folder), std::string(kind->description.in(seen_->language))});
  return offers;
}

Offers OfferedRecords::by_id(std::string_view begun, bool person_once) {
  std::map<std::string, std::vector<const Kind*>> kinds;
  std::vector<std::pair<const Kind*, std::string>> records;
  for (const Kind* kind : folder_kinds()) {
    if (person_once && (kind == &Mentor::kind || kind == &Mentee::kind)) continue;
    for (const std::string& id : seen_->ids(*kind))
      if (begins(id, begun)) kinds[id].push_back(kind), records.emplace_back(kind, id);
  }
  const Registry* registry = seen_->read_about(records);
  Offers offers;
  for (const auto& [id, of] : kinds)
    for (const Kind* kind : of)
      offers.push_back({of.size() == 1 ? id : address_of(*kind, id), seen_->meaning(*kind, id, registry)});
  return offers;
}

Offers OfferedRecords::items_of(std::string_view address, std::string_view begun) {
  const std::size_t slash = address.find('/');
  const Kind* kind = slash == address.npos ? nullptr : kind_in(address.substr(0, slash));
  if (!kind) return {};
  const std::string id(address.substr(slash + 1));
  InSight wanted;
  wanted[kind->folder].insert(id);
  const Registry* registry = seen_->read(std::move(wanted));
  const void* record = registry ? registry->find(*kind, id) : nullptr;
  const auto shape = std::ranges::find(kind_shapes(), kind, &KindShape::kind);
  Offers offers;
  if (!record || shape == kind_shapes().end()) return offers;
  void* const mapping = const_cast<void*>(record);  // NOLINT: it is only looked at
  each_value(*shape->shape, mapping, sorts(Sort::mark),
             [&](const FieldShape& field, const ValueShape& type, void* mark) {
               std::string word = type.written(mark);
               if (type.presence(mark) == Presence::given && begins(word, begun))
                 offers.push_back({std::move(word), std::string(field.field.title.in(seen_->language))});
             });
  return offers;
}

Offers OfferedRecords::of_question(const ActQuestion& question, std::string_view before, std::string_view begun) {
  Offers offers;
  if (!seen_->read(everything())) return offers;
  for (AnswerOffered& one : question.offered(before, {.loaded = *seen_->open->loaded})) {
    std::string about(one.about.in(seen_->language));
    if (begins(one.word, begun) || begins(about, begun)) offers.push_back({std::move(one.word), std::move(about)});
  }
  return offers;
}

Offers OfferedRecords::of_paper(std::string_view paper, std::string_view begun) {
  const DocumentKind* document = find_document(paper);
  const Registry* registry = document ? seen_->read(everything()) : nullptr;
  if (!registry) return {};
  const std::vector<Subjected> all = subjected(*document, *registry, begun.find('/') != begun.npos);
  std::vector<Subjected> fit;
  std::ranges::copy_if(all, std::back_inserter(fit), [&](const Subjected& one) { return begins(one.word, begun); });
  const bool told = fit.size() <= most_told;
  const auto meaning = [&](const Subjected& one) {
    return one.kind ? seen_->meaning(*one.kind, one.id, told ? registry : nullptr) : std::string();
  };
  Offers offers;
  for (const Subjected& one : fit) offers.push_back({one.word, meaning(one)});
  if (!fit.empty() || begun.empty()) return offers;
  for (const Subjected& one : all)
    if (has_word_begun(meaning(one), begun)) offers.push_back({one.word, meaning(one)});
  return offers;
}

}  // namespace nastavnik::cmd
