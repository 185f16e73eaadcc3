#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/type_list.h"
#include "base/words.h"
#include "model/kinds/codes.h"
#include "model/types.h"

// How the values of fields are written, in words and as a pattern: for the schemas and the manual.

namespace nastavnik {

/// How one value is written.
struct Notation {
  enum class Json : unsigned char { text, integer, truth };
  Json json = Json::text;
  Words words{};          ///< a sentence without its full stop
  Words refusal{};        ///< what an editor says of a value that does not fit; empty where the codes say it better
  std::string pattern{};  ///< of the whole text, without anchors; empty where there is none
  std::size_t longest = 0;
  int least = 0;  ///< bounds of an integer
  int most = 0;
  std::string example{};
  std::span<const Code> codes{};
  std::string_view codes_name{};  ///< of the enumeration
  bool codes_may_grow = false;    ///< the school adds codes of its own
  bool names_rule = false;        ///< the codes are the rules of the catalogue
};

/// One per type of scalar.
template <class Type>
Notation notation_of();
template <>
Notation notation_of<Line>();
template <>
Notation notation_of<Prose>();
template <>
Notation notation_of<Day>();
template <>
Notation notation_of<MonthDay>();
template <>
Notation notation_of<YearNumber>();
template <>
Notation notation_of<ClockTime>();
template <>
Notation notation_of<Flag>();
template <>
Notation notation_of<Url>();
template <>
Notation notation_of<Path>();
template <>
Notation notation_of<OwnCode>();
template <>
Notation notation_of<Slug>();
template <>
Notation notation_of<RuleId>();
template <>
Notation notation_of<ItemMark>();
template <>
Notation notation_of<FieldPath>();
template <>
Notation notation_of<RecordAddress>();
template <>
Notation notation_of<TopicCode>();

Notation whole_notation(int least, int most);
Notation digits_notation(std::size_t count);
Notation local_id_notation(char letter);
Notation codes_notation(std::string_view name, std::span<const Code> codes);
/// A link to a record of the kind.
Notation link_notation(const Kind& kind);
Notation partner_notation();
Notation target_notation();
/// A link to an item of the same record.
Notation local_link_notation(char letter);

// The types that stand for families.
template <class Type>
struct NotationOf {
  static Notation get() { return notation_of<Type>(); }
};
template <int Least, int Most>
struct NotationOf<Whole<Least, Most>> {
  static Notation get() { return whole_notation(Least, Most); }
};
template <std::size_t N>
struct NotationOf<Digits<N>> {
  static Notation get() { return digits_notation(N); }
};
template <char Letter>
struct NotationOf<LocalId<Letter>> {
  static Notation get() { return local_id_notation(Letter); }
};
template <class Enum>
struct NotationOf<Choice<Enum>> {
  static_assert(holds<Enum>(Enumerations{}), "the enumeration is missing in model/kinds/codes.h");
  static Notation get() { return codes_notation(Codes<Enum>::name, Codes<Enum>::table); }
};

}  // namespace nastavnik
