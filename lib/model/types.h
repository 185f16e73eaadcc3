#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "model/field.h"

namespace nastavnik {

/// Which row of the catalogue a value breaks.
enum class ValueFault : unsigned char { wrong_type, bad_text, bad_id, bad_date, unknown_code };

/// Why a scalar is not a value of its type. What stands there is said by the reader, in front of these words.
struct ValueProblem {
  ValueFault fault = ValueFault::wrong_type;
  Words label{};        ///< what is allowed; tells nothing of the value
  Words closer{};       ///< the same with what the value was probably meant to be; not for people/; often there is none
  std::string meant{};  ///< the value that was probably meant, as it is written; often there is none
  bool is_sure = false;  ///< and beyond doubt

  const Words& words(bool masked) const { return masked || closer.empty() ? label : closer; }
};

using Problem = std::optional<ValueProblem>;

// The types of scalars. Each says what C++ value it becomes and reads it from the text as written.

/// One line of text, at most 300 characters.
struct Line {
  using Value = std::string_view;
  static constexpr std::size_t longest = 300;
  static Problem read(std::string_view text, Value& value);
};
/// Text that may have several lines, at most 20000 characters.
struct Prose {
  using Value = std::string_view;
  static constexpr std::size_t longest = 20000;
  static Problem read(std::string_view text, Value& value);
};
struct Day {
  using Value = Date;
  static Problem read(std::string_view text, Value& value);
};
/// A month and a day, `06-01`.
struct MonthDay {
  using Value = std::chrono::month_day;
  static Problem read(std::string_view text, Value& value);
};
struct YearNumber {
  using Value = int;
  static Problem read(std::string_view text, Value& value);
};
/// `HH:MM`, kept as minutes since midnight.
struct ClockTime {
  using Value = int;
  static Problem read(std::string_view text, Value& value);
};
struct Flag {
  using Value = bool;
  static Problem read(std::string_view text, Value& value);
};
/// An address beginning with http:// or https://.
struct Url {
  using Value = std::string_view;
  static constexpr std::size_t longest = 2000;
  static Problem read(std::string_view text, Value& value);
};
/// A path inside the registry, relative, with `/`.
struct Path {
  using Value = std::string_view;
  static constexpr std::size_t longest = 300;
  static Problem read(std::string_view text, Value& value);
};
/// A code of the school's own: `multigrade`.
struct OwnCode {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// A short name for links: `pedagogical-university`.
struct Slug {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// The id of a rule; the catalogue knows which there are.
struct RuleId {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// The mark of an item of any list within a record: `a1`, `m2`.
struct ItemMark {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// A field by its keys from the top of the record: `end`, `activities.done`.
struct FieldPath {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// The address of a record: `programs/2025-003`, `organization`.
struct RecordAddress {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};
/// A subject field: a code of `Topic` or one of the school's own (nastavnik.yaml, topics).
struct TopicCode {
  using Value = std::string_view;
  static Problem read(std::string_view text, Value& value);
};

Problem read_whole(std::string_view text, int least, int most, int& value);
Problem read_digits(std::string_view text, std::size_t count);
Problem read_local_id(std::string_view text, char letter);
/// What is wrong with a subject field, where `own` holds the topics of nastavnik.yaml.
Problem check_topic(std::string_view text, std::span<const std::string_view> own);

/// A whole number within bounds.
template <int Least, int Most>
struct Whole {
  using Value = int;
  static constexpr int least = Least;
  static constexpr int most = Most;
  static Problem read(std::string_view text, int& value) { return read_whole(text, Least, Most, value); }
};
/// A text of so many digits (ИНН, ОГРН).
template <std::size_t N>
struct Digits {
  using Value = std::string_view;
  static constexpr std::size_t count = N;
  static Problem read(std::string_view text, std::string_view& value) {
    value = text;
    return read_digits(text, N);
  }
};
/// The mark of an item within its record: a letter and a number, `a1`.
template <char Letter>
struct LocalId {
  using Value = std::string_view;
  static constexpr char letter = Letter;
  static Problem read(std::string_view text, std::string_view& value) {
    value = text;
    return read_local_id(text, Letter);
  }
};

/// One value of an enumeration: the code in the file and how people call it.
struct Code {
  std::string_view code{};
  Text label{};
};

/// Specialised for each enumeration (codes.h): `name`, `clause`, `table` with a row for each enumerator, in their order;
/// kinds/codes.cpp holds the two together.
/// An enumeration with an enumerator `other` is open: `other` needs the sibling `FIELD_note`.
template <class Enum>
struct Codes;

template <class Enum>
concept Open = requires {
  Enum::other;
};

/// The code's place in the table, or the words that list the table and name the nearest code.
Problem find_code(std::string_view text, std::span<const Code> table, std::size_t& index);

/// A value of an enumeration.
template <class Enum>
struct Choice {
  using Value = Enum;
  static Problem read(std::string_view text, Enum& value) {
    std::size_t index = 0;
    Problem problem = find_code(text, Codes<Enum>::table, index);
    value = static_cast<Enum>(index);
    return problem;
  }
};

template <class Enum>
Text label_of(Enum value) {
  return Codes<Enum>::table[static_cast<std::size_t>(value)].label;
}
template <class Enum>
std::string_view code_of(Enum value) {
  return Codes<Enum>::table[static_cast<std::size_t>(value)].code;
}
/// An enumerator among the arguments of a message is said by its label.
template <class Enum>
requires requires { Codes<Enum>::table; }
std::string_view said(const Enum& value, Language language) { return label_of(value).in(language); }

/// A value of an open enumeration with the note that explains `other`.
template <class Enum>
struct NotedChoice : At<Choice<Enum>> {
  At<Line> note{};
};
/// A list of codes of an open enumeration with one note.
template <class Enum>
struct NotedChoices : List<At<Choice<Enum>>> {
  At<Line> note{};
};
template <class Enum>
using Choices = List<At<Choice<Enum>>>;

/// A link to an item of the same record by its mark: `m1`.
template <char Letter>
struct LocalLink : At<LocalId<Letter>> {};

struct Partner;

/// A link to one of `organization.partners` by its short name.
struct PartnerLink {
  std::string_view id{};
  const Partner* to = nullptr;
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  const Partner* operator->() const { return to; }
};

/// A link to a difficulty or strength of a mentee: `p-031/d1`.
struct Target {
  std::string_view person{};
  std::string_view mark{};
  Span span{};
  Presence presence = Presence::absent;
  bool given() const { return presence == Presence::given; }
  bool is_difficulty() const { return mark.starts_with('d'); }
};

/// Person and mark of the text, whatever is wrong with them.
Problem read_target(std::string_view text, Target& target);

}  // namespace nastavnik
