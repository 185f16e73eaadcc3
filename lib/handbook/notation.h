#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/type_list.h"
#include "base/words.h"
#include "model/field.h"
#include "model/kinds/codes.h"
#include "model/types.h"

// How the values of fields are written, in words and as a pattern: for the schemas and the manual.

namespace nastavnik {

/// How one value is written.
struct Form {
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
  std::string by_default{};       ///< what stands for an absent value; empty where nothing does
};

/// One per type of scalar.
template <class Type>
Form form_of();
template <>
Form form_of<Line>();
template <>
Form form_of<Prose>();
template <>
Form form_of<Day>();
template <>
Form form_of<MonthDay>();
template <>
Form form_of<YearNumber>();
template <>
Form form_of<ClockTime>();
template <>
Form form_of<Flag>();
template <>
Form form_of<Url>();
template <>
Form form_of<Path>();
template <>
Form form_of<OwnCode>();
template <>
Form form_of<Slug>();
template <>
Form form_of<RuleId>();
template <>
Form form_of<ItemMark>();
template <>
Form form_of<FieldPath>();
template <>
Form form_of<RecordAddress>();
template <>
Form form_of<TopicCode>();

Form whole_form(int least, int most);
Form digits_form(std::size_t count);
Form local_id_form(char letter);
Form codes_form(std::string_view name, std::span<const Code> codes);
/// A link to a record of the kind.
Form link_form(const Kind& kind);
Form partner_form();
Form target_form();
/// A link to an item of the same record.
Form local_link_form(char letter);

// The types that stand for families.
template <class Type>
struct FormOf {
  static Form get() { return form_of<Type>(); }
};
template <int Least, int Most>
struct FormOf<Whole<Least, Most>> {
  static Form get() { return whole_form(Least, Most); }
};
template <std::size_t N>
struct FormOf<Digits<N>> {
  static Form get() { return digits_form(N); }
};
template <char Letter>
struct FormOf<LocalId<Letter>> {
  static Form get() { return local_id_form(Letter); }
};
template <class Enum>
struct FormOf<Choice<Enum>> {
  static_assert(holds<Enum>(Enumerations{}), "the enumeration is missing in model/kinds/codes.h");
  static Form get() { return codes_form(Codes<Enum>::name, Codes<Enum>::table); }
};

/// What stands for an absent value; empty where nothing does.
Words by_default(const Form& form);

/// What else is to be said of a field: the clause behind it, the rule that speaks when it is absent.
Words remarks(const Field& field);

/// The title of the note that explains the code `other`.
Words note_title(const Field& field);

}  // namespace nastavnik
