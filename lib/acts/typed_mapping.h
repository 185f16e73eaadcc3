#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/typed_field.h"
#include "source/yaml_value.h"

// Words `FIELD=VALUE` that a person types → a mapping, as it stands in a record.

namespace nastavnik {

/// The only field that must be there, but for the mark; nothing where there are several or none.
const FieldShape* only_required(const Shape& shape);

/// Whether the word is `FIELD=VALUE`.
bool is_assignment(std::string_view word);
/// Its two sides.
std::pair<std::string, std::string> sides_of(std::string_view assignment);

/// A value for a field somewhere in a mapping, by keys from there.
struct Given {
  std::vector<std::string> keys{};
  YamlValue value{};
};

/// The mapping that has these values, its keys in the order of the field table. Throws Refusal where one is given twice, or
/// one is missing that must be there.
YamlValue assembled(const Shape& shape, const std::vector<Given>& given, const Typing& typing);

/// What words `FIELD=VALUE` give for such a mapping; one without a sign of equality is for the only field that it must have.
/// Throws Refusal.
std::vector<Given> given_typed(const InMapping& in, const std::vector<std::string>& words, const Typing& typing);

/// Mappings for the end of a list that holds what `there` does, with the marks that items have. Throws Refusal.
std::vector<YamlValue> items_assembled(const FieldShape& list, const Node* there,
                                       const std::vector<std::vector<Given>>& items, const Typing& typing);

/// The value of any field that is not there yet. Throws Refusal.
YamlValue value_typed(const FieldTyped& to, const std::vector<std::string>& words, const Typing& typing);

/// Mappings for the end of a list that holds these already: one of words `FIELD=VALUE`, or one of each value for the only field
/// that an item must have. Marks that items have go on from those that are there. Throws Refusal.
std::vector<YamlValue> mappings_typed(const FieldTyped& list, const std::vector<std::string>& words,
                                      const Typing& typing);

}  // namespace nastavnik
