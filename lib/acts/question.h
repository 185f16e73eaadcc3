#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/typed_mapping.h"

// What an act needs to be told, as values: who can be asked is asked for it. Nothing here asks.

namespace nastavnik {

/// One thing to be told, by the field that the answer fills.
struct Question {
  std::vector<std::string> keys{};  ///< to the field, from the mapping that is being made
  const FieldShape* field = nullptr;
  bool required = false;
  std::string suggested{};       ///< the answer that the records suggest, as it would be typed; empty where they do not
  std::string_view missed_by{};  ///< the rule that would call it an error to lack it; empty where none would
};

/// What is asked of the field that keys with dots between them lead to.
Question question_at(const Shape& top, std::string_view path);

/// What is asked of a new record of the kind: what is known when it is made. Other fields may be named.
std::vector<Question> questions_of(const Kind& kind, const Typing& typing);

/// What a new record of the kind is nothing without, though it may be in preparation: of a pair the mentees.
std::vector<Question> essentials_of(const Kind& kind);

/// Whether such a mapping may hold more than what is asked of it, beside where its paper lies.
bool may_hold_more(const Shape& shape, const std::vector<Given>& given);

/// What is asked of a new mapping: what it must have, and what a rule would miss in it.
std::vector<Question> questions_of(const Shape& shape);

/// What else is told of a mapping that holds these: what it must have and has not.
std::vector<Question> missing_of(const Shape& shape, const std::vector<Given>& given);

/// Whether the question fits a mapping that holds these: it is not there yet, and no sibling stands in its place.
bool is_open(const Question& question, const std::vector<Given>& given);
/// Whether such a mapping must have the field, be it for the sake of a sibling.
bool is_needed(const FieldShape& field, const std::vector<Given>& given);

/// What a new record of the kind is called by, where that is no field of it: of an entry in a bank the person; of a school
/// year, page or practice its id. Its field is that of another record that names the person, or nothing.
struct NameQuestion {
  Text title{};
  const FieldShape* person = nullptr;
  std::string suggested{};
};
std::optional<NameQuestion> name_question_of(const Kind& kind, const Typing& typing);

/// The bank that a person must be in to stand in the field; nothing where it asks for none.
const Kind* bank_of(const FieldShape& field);

}  // namespace nastavnik
