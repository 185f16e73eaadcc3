#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "cmd/write.h"

namespace nastavnik::cmd {

/// What a new registry begins with.
struct NewRegistry {
  bool example = false;          ///< the filled example instead of empty forms
  bool separate_people = false;  ///< git leaves people/ alone
  std::optional<std::string> short_name{};
  std::optional<std::string> full_name{};
  std::string subordination = "municipal";
  Language language = Language::ru;  ///< of the hints that editors show
};

/// Every file of it; nastavnik.yaml, which makes the folder a registry, is the last.
std::vector<NewFile> files_of(const NewRegistry& registry);

}  // namespace nastavnik::cmd
