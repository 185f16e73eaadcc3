#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/command.h"
#include "disk/root.h"
#include "findings/check_report.h"
#include "model/load.h"
#include "source/tree.h"

namespace nastavnik::cmd {

/// A registry that the command line points at, and the part of it that was asked for.
struct FoundRegistry {
  Root root{};
  std::vector<std::string> narrowed{};  ///< files and folders below the root; empty: all of it
};

/// The registries of the paths, in the order of their roots; without paths that of the current directory.
/// Throws UsageError where there is none.
std::vector<FoundRegistry> find_registries(const std::vector<std::string>& paths, const Environment& environment);

/// A registry on disk, read as the global options say.
struct OpenRegistry {
  std::unique_ptr<Tree> tree{};
  std::unique_ptr<Tree> people{};
  std::unique_ptr<Loaded> loaded{};
  DayOrigin origin = DayOrigin::clock;
  std::filesystem::path people_folder{};  ///< where the people are, whether in the registry or elsewhere
};

/// `day`, where it is given, is judged instead of the one that the options and the registry name; thresholds and day of
/// `earlier` settings count in place of those of the registry.
OpenRegistry open_registry(const FoundRegistry& found, const Arguments& arguments, unsigned jobs,
                           const Environment& environment, std::optional<Date> day = {},
                           const Settings* earlier = nullptr);

}  // namespace nastavnik::cmd
