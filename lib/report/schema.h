#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/words.h"
#include "model/types.h"

namespace nastavnik {

/// A JSON Schema (draft-07) of one kind of record.
struct Schema {
  std::string stem{};  ///< `programs` of `schemas/programs.schema.json`
  std::string text{};
};

/// The schemas of all kinds. `rules` are the ids that severities and waivers may name, with what each is about; titles
/// and descriptions are in `language`, the other one stands under `x-en` or `x-ru`.
std::vector<Schema> schemas(Language language, std::span<const Code> rules);

}  // namespace nastavnik
