#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "model/registry.h"

namespace nastavnik::cmd {

/// What stands beside a record that a message names, where people may be named: whom or what it is about.
class Beside {
public:
  /// `named`: people may be named where the message goes (Environment::names_in_messages, names_in_results).
  Beside(const Registry& registry, bool named) : registry_(named ? &registry : nullptr) {}

  /// « (Зайцева – Белов)» of an address, the path of a file or a place in it: `programs/2025-003`,
  /// `programs/2025-003.yaml: end`. Nothing where nobody may be named or the record says no more.
  Words operator()(std::string_view place) const;
  /// The same behind the address or the file.
  Words with(std::string_view place) const;
  std::vector<Words> with(const std::vector<std::string>& places) const;

private:
  const Registry* registry_;  ///< nothing: nobody may be named
};

}  // namespace nastavnik::cmd
