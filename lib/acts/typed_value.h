#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/named.h"
#include "acts/refusal.h"
#include "model/load.h"
#include "model/shape.h"
#include "source/yaml_value.h"

// A word that a person types → a value of a field, as it stands in a record.

namespace nastavnik {

/// What typed words are read by.
struct Typing {
  const Loaded& loaded;
  bool year_follows = false;  ///< a day may lack its year: the nearest that fits is meant
  bool names = false;         ///< what stands in people/ may be told
  bool insists = false;       ///< what looks like a slip is meant

  const Registry& registry() const { return loaded.registry; }
};

/// «nastavnik new пара».
Words command_for_new(const Kind& kind);

/// «Окончание (end)».
Words called(const Field& field);

/// What may stand in the field: «дата, например 15.09.2025», its codes in words, the keys of its mapping.
Words expected(const FieldShape& field, const Typing& typing);

/// The codes that the type takes, the school's own topics too; none where it has no codes.
std::vector<Named> codes_of(const ValueShape& type, const Registry& registry);

/// «да», «д», `y`, in either layout of the keyboard; nothing where the word is neither yes nor no.
std::optional<bool> yes_or_no(std::string_view word);

/// Whether the type holds what a person says in words, commas and all.
bool is_free_text(const ValueShape& type);

/// The value that the word means: a day in any of the ways people write it, a code by its words, a person by the surname, a
/// record by what finds it, yes and no. Throws Refusal.
YamlValue value_typed(const ValueShape& type, const Field& field, std::string_view word, const Typing& typing);

/// The words of a list of values one by one: each where a text belongs, elsewhere commas part several.
std::vector<std::string> parted(const FieldShape& list, const std::vector<std::string>& words, const Typing& typing);
/// The values of the list that they mean. Throws Refusal.
std::vector<YamlValue> values_typed(const FieldShape& list, const std::vector<std::string>& words,
                                    const Typing& typing);
/// As the whole of a list that did not stand there.
YamlValue as_list(const FieldShape& list, std::vector<YamlValue> items);

/// Whether the word means the value that stands in a file. Of a record that may mean several each is meant.
bool means(const ValueShape& type, std::string_view word, std::string_view written, const Typing& typing);

}  // namespace nastavnik
