#include "acts/making.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/typed_mapping.h"
#include "base/full_name.h"
#include "base/latin.h"
#include "base/text.h"
#include "model/ids.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/order_id.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

/// The field that a word without a sign of equality is for.
struct Calling {
  const Kind* kind = nullptr;
  std::string_view field{};
};

constexpr std::array calling{Calling{&Person::kind, "full_name"}, Calling{&Pair::kind, "mentor"},
                             Calling{&Program::kind, "pair"}, Calling{&Order::kind, "number"}};

std::string_view field_called_by(const Kind& kind) {
  const auto* found = std::ranges::find(calling, kind.folder, [](const Calling& one) { return one.kind->folder; });
  return found == calling.end() ? std::string_view() : found->field;
}

bool is(const Kind& kind, const Kind& other) { return kind.folder == other.folder; }

/// A record while it is being made.
class Making {
public:
  Making(const Kind& kind, const Typing& typing, const Lot& lot)
      : kind_(kind), shape_(shape_of_kind(kind)), typing_(typing), lot_(lot) {
    for (std::string& address : addresses_of(typing.loaded)) taken_.insert(std::move(address));
  }

  NewRecord made(RecordTold told) {
    given_ = std::move(told.given);
    if (!told.name.empty() && kind_.single()) refuse_word(told.name);
    const YamlValue record = assembled(shape_, given_, typing_);
    if (record.keys.empty()) refuse_nothing();
    if (is(kind_, Person::kind) && !typing_.insists) {
      refuse_oblique();
      refuse_namesake();
    }
    return as_changes(kind_.single() ? std::string() : id_by(told.name), record);
  }

  RecordTold told_by(const Strings& words) const {
    RecordTold told;
    Strings bare;
    for (const std::string& word : words)
      if (is_assignment(word))
        told.given.push_back(given(sides_of(word).first, sides_of(word).second));
      else if (told.given.empty())
        bare.push_back(word);
      else
        refuse_word(word);
    told.name = fmt::format("{}", fmt::join(bare, " "));
    const std::string_view field = field_called_by(kind_);
    if (told.name.empty() || field.empty()) return told;
    told.given.push_back(given(field, told.name));
    told.name.clear();
    return told;
  }

  void require_free(const RecordTold& told) {
    given_ = told.given;
    if (kind_.single()) refuse_taken({});
    if (is(kind_, Order::kind) && !value_of({"number"}).empty() && !value_of({"date"}).empty()) refuse_taken(id_by({}));
  }

  void require_free_id(const std::string& name) const { refuse_taken(id_by(name)); }

private:
  Words whole() const { return say({"новая запись: {}", "a new record: {}"}, kind_.title); }

  Given given(std::string_view field, const std::string& word) const {
    const InMapping in{&shape_, nullptr, {}, is(kind_, Person::kind)};
    const FieldTyped to = field_typed(in, field, typing_);
    return {to.keys, value_typed(to, {word}, typing_)};
  }

  [[noreturn]] void refuse_word(const std::string& word) const {
    throw Refusal{.what = say({"{}; к какому полю относится «{}»?", "{}; of which field is '{}'?"}, whole(), word),
                  .hint = Text{"пишите ПОЛЕ=ЗНАЧЕНИЕ; значение из нескольких слов возьмите в кавычки",
                               "write FIELD=VALUE; put a value of several words in quotes"}};
  }

  /// A record without a field is none.
  [[noreturn]] void refuse_nothing() const {
    const std::string_view field = field_called_by(kind_);
    const FieldShape& first = field.empty() ? shape_.fields.front() : *shape_.find(field);
    throw Refusal{.what = say({"{}; не указано ни одного поля", "{}; no field is given"}, whole()),
                  .hint = say({"{} — {}", "{}: {}"}, first.field.title, expected(first, typing_)),
                  .is_incomplete = true};
  }

  std::string value_of(const Strings& keys) const {
    const auto found = std::ranges::find(given_, keys, &Given::keys);
    return found == given_.end() ? std::string() : found->value.text;
  }

  /// Whether both say it, and not the same.
  bool differs(const char* key, const std::string& there) const {
    const std::string here = value_of({key});
    return !here.empty() && !there.empty() && here != there;
  }

  bool is_namesake(const Person& person, const std::string& name) const {
    return person.full_name.given() && fold(*person.full_name) == name &&
           !differs("birth_year", person.birth_year.given() ? std::to_string(*person.birth_year) : "") &&
           !differs("birth_date", person.birth_date.given() ? iso(*person.birth_date) : "");
  }

  /// Whom one appoints or brings together stands in another case than a name in the records.
  void refuse_oblique() const {
    const std::string name = value_of({"full_name"});
    if (flaw_of_full_name(name) != NameFlaw::oblique) return;
    throw Refusal{
        .what = say({"«{}»: имя не в именительном падеже", "'{}': the name is not in the nominative"}, name),
        .hint = Text{"кого в записях ещё нет, назовите как в паспорте; если имя и правда такое, добавьте --as-is",
                     "name who is not on record yet as in the passport; if it is the name, add --as-is"},
        .may_insist = true};
  }

  void refuse_namesake() const {
    const std::string name = fold(value_of({"full_name"}));
    for (const Person& person : typing_.registry().all<Person>()) {
      if (!is_namesake(person, name)) continue;
      throw Refusal{
          .what = say({"человек с таким именем уже есть: {}", "there is somebody of that name already: {}"},
                      address(person.id)),
          .hint = say({"если это другой человек, добавьте --as-is; изменить запись: nastavnik set {} ПОЛЕ ЗНАЧЕНИЕ",
                       "if it is somebody else, add --as-is; to change the record: nastavnik set {} FIELD VALUE"},
                      address(person.id)),
          .may_insist = true};
    }
  }

  int year_of(const Strings& keys) const {
    const auto day = parse_date(value_of(keys));
    return day ? day->year() : typing_.registry().day().year();
  }

  std::string address(std::string_view id) const {
    return kind_.single() ? std::string(kind_.folder.substr(0, kind_.folder.find('.')))
                          : fmt::format("{}/{}", kind_.folder, id);
  }

  bool is_free(std::string_view id) const { return !taken_.contains(address(id)); }

  std::string drawn(std::string_view before) const {
    for (;;)
      if (std::string id = fmt::format("{}-{:06}", before, lot_() % 1000000); is_free(id)) return id;
  }

  std::string id_by(const std::string& name) const {
    if (is(kind_, Person::kind)) return drawn("p");
    if (is(kind_, Mentor::kind) || is(kind_, Mentee::kind)) return person_called(name);
    if (is(kind_, Order::kind)) return order_id_of(value_of({"number"}), *parse_date(value_of({"date"})));
    if (is(kind_, Pair::kind))
      return drawn(
          std::to_string(year_of(value_of({"start"}).empty() ? Strings{"formation", "date"} : Strings{"start"})));
    if (is(kind_, Program::kind))
      return is_free(value_of({"pair"})) ? value_of({"pair"}) : drawn(std::to_string(year_of({"start"})));
    return own_id(name.empty() && is(kind_, Practice::kind) ? in_latin(value_of({"title"})).substr(0, longest_slug)
                                                            : name);
  }

  std::string person_called(const std::string& name) const {
    if (name.empty())
      throw Refusal{.what = say({"{}; не указан человек", "{}; the person is not named"}, whole()),
                    .hint = say({"например: {} Иванова", "for example: {} p-017"}, command_for_new(kind_)),
                    .is_incomplete = true};
    const Meant meant = find_person(name, typing_.registry().all<Person>(), false);
    if (!meant.is_one())
      throw Refusal{.what = say({"в people/ нет человека «{}»", "there is nobody '{}' in people/"}, name),
                    .hint = say({"сначала: {} '{}'", "first: {} '{}'"}, command_for_new(Person::kind), name),
                    .word = name,
                    .meant = meant};
    return meant.records.front().substr(meant.records.front().find('/') + 1);
  }

  /// What the school calls it: «2025/2026», `math-club`.
  std::string own_id(std::string id) const {
    std::ranges::replace(id, '/', '-');
    while (id.ends_with('-')) id.pop_back();
    if (kind_.is_id(id)) return id;
    throw Refusal{.what = id.empty()
                              ? say({"{}; не указано, как её назвать", "{}; its id is not given"}, whole())
                              : say({"{}; так назвать нельзя: «{}»", "{}; it cannot be called '{}'"}, whole(), id),
                  .hint = say({"нужно: {}", "wanted: {}"}, kind_.id_shape),
                  .is_incomplete = id.empty()};
  }

  void refuse_taken(const std::string& id) const {
    if (is_free(id)) return;
    throw Refusal{
        .what = say({"такая запись уже есть: {}", "there is such a record already: {}"}, address(id)),
        .hint = say({"изменить её: nastavnik set {} ПОЛЕ ЗНАЧЕНИЕ", "to change it: nastavnik set {} FIELD VALUE"},
                    address(id))};
  }

  NewRecord as_changes(const std::string& id, const YamlValue& record) const {
    NewRecord made{.address = address(id)};
    refuse_taken(id);
    const std::string folder =
        is(kind_, Person::kind) ? typing_.loaded.sources.personal_folder() : fmt::format("{}/", kind_.folder);
    const std::string file = kind_.single() ? std::string(kind_.folder) : fmt::format("{}{}.yaml", folder, id);
    for (const KeyAndValue& one : record.keys) made.changes.push_back({file, SetValue{{one.key}, one.value}});
    return made;
  }

  const Kind& kind_;
  const Shape& shape_;
  const Typing& typing_;
  const Lot& lot_;
  std::set<std::string, std::less<>> taken_;
  std::vector<Given> given_;
};

}  // namespace

RecordTold told_by(const Kind& kind, const Strings& words, const Typing& typing) {
  return Making(kind, typing, {}).told_by(words);
}

NewRecord new_record(const Kind& kind, const Strings& words, const Typing& typing, const Lot& lot) {
  return new_record(kind, told_by(kind, words, typing), typing, lot);
}

NewRecord new_record(const Kind& kind, RecordTold told, const Typing& typing, const Lot& lot) {
  return Making(kind, typing, lot).made(std::move(told));
}

void require_free(const Kind& kind, const RecordTold& told, const Typing& typing) {
  Making(kind, typing, {}).require_free(told);
}

void require_free_id(const Kind& kind, const std::string& name, const Typing& typing) {
  Making(kind, typing, {}).require_free_id(name);
}

}  // namespace nastavnik
