#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/typed_field.h"
#include "source/change.h"

// Acts made from the field table alone, for every kind and field: typed words → changes of one file.

namespace nastavnik {

/// The field set to the value that the words mean; the fields of a mapping by words `FIELD=VALUE`. Throws Refusal.
Changes setting(const RecordFile& file, std::string_view field, const std::vector<std::string>& words,
                const Typing& typing);

/// Several fields set at once, each by a word `FIELD=VALUE`. Throws Refusal.
Changes setting(const RecordFile& file, const std::vector<std::string>& assignments, const Typing& typing);

/// Several fields set at once to values that were typed already, by the words that name them. Throws Refusal.
Changes setting(const RecordFile& file, const std::vector<std::pair<std::string, YamlValue>>& values,
                const Typing& typing);

/// Throws Refusal where the field is a list that items are added to, and not set.
void require_settable(const FieldTyped& to);

/// Whether a list of values stands there, which setting the field replaces.
bool replaces_list(const FieldTyped& to);

/// What stands in a file, to be written once more.
YamlValue as_it_stands(const Node& node);

/// The list that the words name. Throws Refusal where it is none.
FieldTyped list_typed(const RecordFile& file, std::string_view list, const Typing& typing);

/// Items added to the end of the list, as they were typed already.
Changes adding(const RecordFile& file, const FieldTyped& list, std::vector<YamlValue> items, const Typing& typing);

/// Items added to the end of the list: values, or one mapping by words `FIELD=VALUE`; the only field that an item must have
/// need not be named. A mark that items have is the next one. Throws Refusal.
Changes adding(const RecordFile& file, std::string_view list, const std::vector<std::string>& words,
               const Typing& typing);

/// The field taken out, or these items of the list. Throws Refusal.
Changes removing(const RecordFile& file, std::string_view field, const std::vector<std::string>& items,
                 const Typing& typing);

}  // namespace nastavnik
