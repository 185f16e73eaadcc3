#pragma once
#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/field.h"
#include "model/types.h"
#include "source/finding.h"
#include "source/node.h"

namespace nastavnik {

/// What reading one file needs to know.
struct ReadContext {
  Findings& findings;
  Date today{};             ///< the real day: what has happened lies on or before it (S-03)
  bool mask = false;        ///< values of this file (people/) are never repeated in a finding
  std::string_view file{};  ///< its bytes
};

/// Types whose value YAML itself types as a number or truth value; all others are texts, whatever they look like.
template <class Type>
inline constexpr bool is_native = std::same_as<typename Type::Value, int> || std::same_as<typename Type::Value, bool>;
template <>
inline constexpr bool is_native<ClockTime> = false;

/// A field that names a record by its id.
template <class Field>
concept Naming = requires(Field& field) {
  field.id = std::string_view();
  field.to;
  field.presence;
};

/// Takes the fields of one mapping out of a node; `finish` reports what nobody took and what does not fit together.
class Reader {
public:
  Reader(const Node& map, ReadContext& context) : map_(map), context_(context), taken_(map.entries.size()) {}

  template <class Type>
  void operator()(At<Type>& at, const Field& field) {
    if (const NodeEntry* entry = take(field, at.presence, at.span)) read(*entry->value, at);
    if constexpr (std::same_as<Type, Day> || std::same_as<Type, ClockTime>) remember(at, field);
  }
  template <class Enum>
  void operator()(NotedChoice<Enum>& at, const Field& field) {
    (*this)(static_cast<At<Choice<Enum>>&>(at), field);
    take_note(field, at.note, at.given() && *at == Enum::other ? &at.span : nullptr);
  }
  template <class Enum>
  void operator()(NotedChoices<Enum>& list, const Field& field) {
    (*this)(static_cast<Choices<Enum>&>(list), field);
    const Span* other = nullptr;
    for (const auto& at : list)
      if (at.given() && *at == Enum::other) other = &at.span;
    take_note(field, list.note, other);
  }
  template <char Letter>
  void operator()(LocalLink<Letter>& link, const Field& field) {
    (*this)(static_cast<At<LocalId<Letter>>&>(link), field);
  }
  template <Naming Named>
  void operator()(Named& link, const Field& field) {
    if (const NodeEntry* entry = take(field, link.presence, link.span)) read(*entry->value, link);
  }
  template <class Item>
  void operator()(List<Item>& list, const Field& field) {
    const NodeEntry* entry = take(field, list.presence, list.span);
    if (!entry) return;
    if constexpr (requires(Reader & reader, Item & item) { fields(reader, item); })
      if (field.may_be_one && entry->value->kind == Node::Kind::map) return read_one(*entry->value, list);
    if (!expect_list(*entry->value, list.presence)) {
      if (is_one_item(*entry->value, static_cast<const Item*>(nullptr))) offer_brackets(*entry->value);
      return;
    }
    list.items.resize(entry->value->items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) read(*entry->value->items[i], list.items[i]);
    if constexpr (std::same_as<Item, At<Day>>)
      for (auto& at : list) report_future(at, field);
    drop_broken(*entry->value, list);
    if constexpr (requires(Item & item) { item.id.value; }) report_repeated_ids(list);
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field& field) {
    const NodeEntry* entry = take(field, block.presence, block.span);
    if (entry && expect_map(*entry->value, block.presence)) read_fields(*entry->value, block.value);
  }

  /// To be called once every field was visited.
  void finish();

private:
  /// A field that may stand here; where it is absent, the place that says so.
  struct Known {
    std::string_view key;
    Text title;
    bool note;  ///< the key stands with `_note` behind it
    Presence* presence = nullptr;
    Span* span = nullptr;
    std::string text() const;
    std::string folded_title() const;
  };
  /// An absent field that may have to be there: known once it is known which unknown key was meant for which field.
  struct Wanted {
    Field field;
    std::size_t known;            ///< index of it
    const Span* other = nullptr;  ///< the code «other» that the field would explain
  };
  /// A day or a time of day that was given.
  struct Moment {
    Field field;
    Span span;
    Presence* presence;
    int value;  ///< grows with time
    std::string text;
  };

  // Whether the value would do as the only item of a list of these.
  template <class Type>
  static bool is_one_item(const Node& node, const At<Type>*) {
    typename Type::Value value{};
    const Problem problem = Type::read(node.text, value);
    return is_one_scalar(node) && (!problem || problem->is_sure);
  }
  template <Naming Named>
  static bool is_one_item(const Node& node, const Named*) {
    return is_one_scalar(node) && node.text.find(' ') == node.text.npos;
  }
  static bool is_one_item(const Node& node, const Target*) { return is_one_scalar(node); }
  static bool is_one_item(const Node&, const void*) { return false; }
  static bool is_one_scalar(const Node& node) { return !node.broken && node.kind == Node::Kind::scalar; }

  template <class Type>
  void read(const Node& node, At<Type>& at) {
    at.span = node.span;
    at.presence = Presence::broken;
    if (!expect_scalar(node, is_native<Type>)) return;
    if (Problem problem = Type::read(node.text, at.value)) return report(node, *problem);
    at.presence = Presence::given;
    if constexpr (!is_native<Type>) warn_of_quotes(node, true);
    if constexpr (std::same_as<Type, Line> || std::same_as<Type, Prose>) warn_of_comment(node);
  }
  template <Naming Named>
  void read(const Node& node, Named& link) {
    link.span = node.span;
    link.presence = Presence::broken;
    if (!expect_scalar(node, false)) return;
    link.id = node.text;
    link.presence = Presence::given;
    warn_of_quotes(node, false);
  }
  void read(const Node& node, Target& target);
  template <class Item>
  requires requires(Reader& reader, Item& item) { fields(reader, item); }
  void read(const Node& node, Item& item) {
    item.span = node.span;
    Presence presence = Presence::given;
    if (expect_map(node, presence)) read_fields(node, item);
  }
  template <class Item>
  void read_fields(const Node& node, Item& item) {
    item.span = node.span;
    Reader inner(node, context_);
    fields(inner, item);
    inner.finish();
  }
  /// The only item of the list, written without one.
  template <class Item>
  void read_one(const Node& node, List<Item>& list) {
    if (expect_map(node, list.presence)) read_fields(node, list.items.emplace_back());
  }
  /// An item that cannot be read leaves the list broken as a whole: what is not found in it may have been there.
  template <class Item>
  void drop_broken(const Node& node, List<Item>& list) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const bool broken = [&] {
        if constexpr (requires(Item & item) { item.presence; })
          return list[i].presence == Presence::broken;
        else
          return node.items[i]->kind != Node::Kind::map || node.items[i]->broken;
      }();
      if (broken) {
        list.presence = Presence::broken;
      } else {
        if (kept != i) list.items[kept] = std::move(list.items[i]);
        ++kept;
      }
    }
    list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(kept), list.items.end());
  }
  template <class Item>
  void report_repeated_ids(const List<Item>& list) {
    std::map<std::decay_t<decltype(*std::declval<const Item&>().id)>, Span> firsts;
    for (const Item& item : list)
      if (item.id.given())
        if (const auto [first, fresh] = firsts.emplace(*item.id, item.id.span); !fresh)
          report_repeated(item.id.span, first->second);
  }

  const NodeEntry* take(const Field& field, Presence& presence, Span& span);
  const NodeEntry* find(std::string_view key);
  const NodeEntry* sibling(std::string_view key) const;
  bool is_slip_of(std::string_view key) const;
  void find_slips();
  void report_missed();
  bool is_missed(const Field& field);
  bool is_missed_by(const NodeEntry* sibling, const Field& field);
  void take_note(const Field& field, At<Line>& note, const Span* other);
  bool expect_scalar(const Node& node, bool native);
  bool expect_list(const Node& node, Presence& presence);
  bool expect_map(const Node& node, Presence& presence);
  void offer(std::vector<ReplaceBytes> edits, bool safe);
  void offer_key(const NodeEntry& entry, const std::string& meant);
  void offer_brackets(const Node& value);
  void unexpected(const Node& node, Text wanted);
  void warn_of_quotes(const Node& node, bool mends);
  void warn_of_comment(const Node& node);
  void report(const Node& node, const ValueProblem& problem);
  void report(const Requirement& row, Span span, Words label);
  void remember(At<Day>& at, const Field& field);
  void remember(At<ClockTime>& at, const Field& field);
  void report_future(At<Day>& at, const Field& field);
  void report_repeated(Span span, Span first);
  void report_unknown_keys();
  static Words instead_of(const std::string& near, const std::vector<std::string>& known);
  void report_order();
  Words found(const Node& node, const Words& label) const;

  const Node& map_;
  ReadContext& context_;
  std::vector<bool> taken_;
  std::vector<Known> known_;
  std::vector<Wanted> wanted_;
  std::vector<std::string> slips_;  ///< of each entry that nobody knows: the key that it was meant for, if any
  std::vector<Moment> moments_;
};

/// Reads a whole record; what does not fit its kind becomes findings.
template <class T>
void read_record(const Node& node, ReadContext& context, T& record) {
  Reader reader(node, context);
  fields(reader, record);
  reader.finish();
}

}  // namespace nastavnik
