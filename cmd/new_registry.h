#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "disk/write.h"

namespace nastavnik::cmd {

/// What a new registry begins with.
struct NewRegistry {
  bool example = false;          ///< the filled example instead of empty forms
  bool separate_people = false;  ///< git leaves people/ alone
  std::optional<std::string> short_name{};
  std::optional<std::string> full_name{};
  std::string subordination = "municipal";
  Language language = Language::ru;  ///< of the hints that editors show
  Date today{};                      ///< the samples are of this day
};

/// What git must be told to leave alone when people are kept apart.
inline constexpr std::string_view people_kept_apart = "/people/";

/// Files beside the records that a folder may have of its own, as a fresh clone has: init leaves them as they are.
bool may_stand_already(std::string_view path);

/// The file by which a server (`gitlab`, `github`) checks the registry on every push.
NewFile pipeline_for(std::string_view server);

/// Every file of it; nastavnik.yaml, which makes the folder a registry, is the last.
std::vector<NewFile> files_of(const NewRegistry& registry);

}  // namespace nastavnik::cmd
