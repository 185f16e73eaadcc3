#pragma once
#include <string>
#include <vector>

#include "base/words.h"

namespace nastavnik {

/// A JSON Schema (draft-07) of one kind of record.
struct Schema {
  std::string stem{};  ///< `programs` of `schemas/programs.schema.json`
  std::string text{};
};

/// The schemas of all kinds. Titles and descriptions are in `language`, the other one stands under `x-en` or `x-ru`.
std::vector<Schema> schemas(Language language);

}  // namespace nastavnik
