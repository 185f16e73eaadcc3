#pragma once
#include <string_view>

#include "model/field.h"
#include "model/load.h"
#include "reports/report.h"
#include "rules/conceal.h"

namespace nastavnik::views {

/// What a view is asked of.
struct Asked {
  const Loaded& loaded;
  bool names = false;                ///< people are named; else they are ids
  const Conceal* conceal = nullptr;  ///< what takes names out of texts; nothing where they may be shown
  std::size_t jobs = 1;              ///< threads that may look at once

  const Registry& registry() const { return loaded.registry; }
  Date day() const { return registry().day(); }
};

/// The full name, or that it was erased; the id of whom the records do not name, or where names are not shown.
Words name_of(const Asked& asked, std::string_view person);
/// The id of a record; of what is no id of the kind, and may be a name, nothing where people are not named.
Words id_of(const Asked& asked, const Kind& kind, std::string_view id);
/// A text that a person wrote, as it may be shown.
Words told(const Asked& asked, std::string_view text);
reports::Cell cell_of(Words words);
/// What is wrong, and what was found there.
Words what_of(const Finding& finding);

}  // namespace nastavnik::views
