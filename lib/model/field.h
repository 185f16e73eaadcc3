#pragma once
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "source/span.h"

namespace nastavnik {

/// What is known of a field. A rule may call a thing missing only when it is absent.
enum class Presence : unsigned char {
  absent,
  given,
  broken,   ///< it is there, but cannot be read; a finding says why
  unknown,  ///< a link whose target cannot be seen (the people are kept elsewhere, the file is broken)
};

/// A value of one field with its place. `Type` says what may stand there (types.h).
template <class Type>
struct At {
  using type = Type;
  typename Type::Value value{};
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  const typename Type::Value& operator*() const { return value; }
  const typename Type::Value* operator->() const { return &value; }
};

/// A field that names another record; `to` is set while the record is there and can be read.
template <class Record>
struct Link {
  using record = Record;
  std::string_view id{};
  const Record* to = nullptr;
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  const Record* operator->() const { return to; }
  /// Both name the same record, whether or not it can be seen.
  friend bool operator==(const Link& a, const Link& b) { return !a.id.empty() && a.id == b.id; }
};

/// A list of scalars, links or mappings; it is there or not as a whole.
template <class Item>
struct List {
  std::vector<Item> items{};
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }
  const Item* begin() const { return items.data(); }
  const Item* end() const { return items.data() + items.size(); }
  Item* begin() { return items.data(); }
  Item* end() { return items.data() + items.size(); }
  const Item& operator[](std::size_t i) const { return items[i]; }
  const Item& front() const { return items.front(); }
  const Item& back() const { return items.back(); }
};

/// A mapping that is there or not as a whole.
template <class Part>
struct Block {
  Part value{};
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  const Part& operator*() const { return value; }
  const Part* operator->() const { return &value; }
};

/// Whether the schema demands the field.
enum class Need : unsigned char { optional, required };

/// When a date is: `opens` — its mapping exists from that day on; `happened` — only this field does;
/// `planned` — it may lie ahead. A day later than the one judged does not exist yet unless it is planned.
enum class When : unsigned char { planned, happened, opens };

/// What is said of a field once, where it is named.
struct Field {
  std::string_view key{};
  Text title{};
  Need need = Need::optional;
  When when_ = When::planned;
  std::string_view clause{};       ///< ids of the clause register, comma-separated, for the manual
  std::string_view reported_by{};  ///< the rules that speak when the field is absent, comma-separated
  std::string_view not_before{};   ///< key of the sibling date that this one may not precede (S-03)
  std::string_view noted_by{};   ///< the rule that speaks when `other` has no note; the reader does where none is named
  std::string_view with{};       ///< key of the sibling that makes this one required
  std::string_view with_code{};  ///< the sibling does so only where it holds this code
  bool with_other = false;       ///< it does so where it does not hold the code; without a code, where it is absent
  std::string_view instead_of{};  ///< key of the sibling that may not stand beside this one
  bool may_be_empty = false;      ///< a list without items says no more than its absence
  bool opens_with_link = false;   ///< the mapping exists only while the linked item does (`added_by`)
  bool may_be_one = false;        ///< a list of mappings whose only item may stand there without the list
  std::string_view apart_by{};    ///< of a list of mappings without ids: the keys that tell its items apart

  template <class Member, class Value>
  constexpr Field with_member(Member Field::*member, Value value) const {
    Field copy = *this;
    copy.*member = value;
    return copy;
  }
  consteval Field in(std::string_view c) const { return with_member(&Field::clause, c); }
  consteval Field by(std::string_view rule) const { return with_member(&Field::reported_by, rule); }
  consteval Field noted(std::string_view rule) const { return with_member(&Field::noted_by, rule); }
  consteval Field after(std::string_view sibling) const { return with_member(&Field::not_before, sibling); }
  /// Required where the sibling is there, or where it holds the code.
  consteval Field when(std::string_view sibling, std::string_view code = {}) const {
    return with_member(&Field::with, sibling).with_member(&Field::with_code, code);
  }
  /// Required where the sibling holds another code.
  consteval Field when_other_than(std::string_view sibling, std::string_view code) const {
    return when(sibling, code).with_member(&Field::with_other, true);
  }
  /// Required where the sibling is absent.
  consteval Field unless(std::string_view sibling) const { return when(sibling).with_member(&Field::with_other, true); }
  /// Never beside the sibling.
  consteval Field in_place_of(std::string_view sibling) const { return with_member(&Field::instead_of, sibling); }
  consteval Field or_empty() const { return with_member(&Field::may_be_empty, true); }
  consteval Field or_one() const { return with_member(&Field::may_be_one, true); }
  consteval Field happened() const { return with_member(&Field::when_, When::happened); }
  consteval Field opens() const { return with_member(&Field::when_, When::opens); }
  /// What tells the items of the list apart, by keys at commas.
  consteval Field apart(std::string_view keys) const { return with_member(&Field::apart_by, keys); }
  consteval Field opens_by_link() const { return with_member(&Field::opens_with_link, true); }
};

/// A field that the schema requires.
consteval Field must(std::string_view key, Text title) { return {.key = key, .title = title, .need = Need::required}; }
/// A field that may be absent.
consteval Field may(std::string_view key, Text title) { return {.key = key, .title = title}; }

/// What is the same for all records of a kind.
struct Kind {
  std::string_view folder{};      ///< the folder of its files; the file name for a kind with one file
  Text title{};                   ///< one record: «программа», "programme"
  Text description{};             ///< one line for schema and manual
  std::string_view id_pattern{};  ///< the whole file stem, for schemas and the manual; empty for a kind with one file
  Text id_shape{};                ///< the pattern in words
  std::string_view id_example{};
  bool (*is_id)(std::string_view) =
      nullptr;  ///< whether a text is an id of this kind (the pattern, and what it cannot say)
  constexpr bool single() const { return id_pattern.empty(); }
};

/// What every record begins with.
struct Record {
  std::string_view id{};  ///< the file stem; empty for a kind with one file
  Span span{};            ///< the first line of the file
  bool broken = false;    ///< the file could not be read: nothing is known but its name
  bool hidden = false;    ///< the record is later than the day judged
};

}  // namespace nastavnik
