#pragma once
#include <string>

#include "model/load.h"
#include "source/change.h"

// Where something that was read stands: from a record back to its file.

namespace nastavnik {

/// The file of the mapping, and the way to it.
struct StandsAt {
  std::string file{};
  NodePath path{};

  /// A key of the mapping set.
  Change setting(std::string key, YamlValue value) const;
};

/// Where the mapping of a record, or the record itself, stands.
StandsAt stands_at(const Loaded& loaded, Span mapping);

/// The mapping as it stands there, to be written once more.
YamlValue written_at(const Loaded& loaded, Span mapping);

}  // namespace nastavnik
