#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cmd/command.h"
#include "disk/root.h"
#include "disk/turn.h"
#include "findings/checked_registry.h"
#include "model/load.h"
#include "source/revision.h"
#include "source/tree.h"

namespace nastavnik::cmd {

/// A registry that the command line points at, and the part of it that was asked for.
struct FoundRegistry {
  Root root{};
  std::vector<std::string> narrowed{};  ///< files and folders below the root; empty: all of it
};

/// The registries of the paths, in the order of their roots; without paths that of the current directory. Throws
/// UsageError where there is none.
std::vector<FoundRegistry> find_registries(const std::vector<std::string>& paths, const Environment& environment);

/// The argument that names them: files and folders, and by these what is asked for.
Parameter registry_paths();

/// Records by the folder of their kind; of a kind without ids all. The other kinds are out of sight.
using InSight = std::map<std::string_view, std::set<std::string, std::less<>>>;

/// How a registry is read beyond what the global options say.
struct Opening {
  unsigned jobs = 0;                  ///< threads; none: one for each processor
  std::optional<Date> last_day{};     ///< the records are judged on no later day, unless `--as-of` names another
  const Settings* earlier = nullptr;  ///< settings whose thresholds and day count in place of those of the registry
  const InSight* in_sight = nullptr;  ///< the records that are read; none: all
  bool judges_alone = false;          ///< that people/ is not here is for the command to tell
  bool to_write = false;              ///< nobody else writes from the reading on, until it is closed
};

/// A registry on disk, read.
struct Open {
  Root root{};
  std::string_view command{};  ///< for which it was opened
  bool commits = false;        ///< what the command writes goes into git, too
  bool quiet = false;
  std::unique_ptr<Turn> turn{};
  std::vector<std::unique_ptr<Tree>>
      below{};  ///< the disk, where the trees show it as it was before a run that was killed
  std::unique_ptr<Tree> tree{};
  std::unique_ptr<Tree> people{};          ///< of `--people`; nothing: they are where the settings say
  std::unique_ptr<LoadRequest> request{};  ///< what it was loaded by
  std::unique_ptr<Loaded> loaded{};
  std::filesystem::path people_folder{};  ///< where the people are, whether in the registry or elsewhere
  DayOrigin origin = DayOrigin::clock;

  const Registry& registry() const { return loaded->registry; }
};

/// Throws Failure: the current folder was removed.
[[noreturn]] void folder_is_gone();

/// Nobody else writes there as long as it is held; what a killed run has left is taken back. Throws Failure where another
/// command has the turn.
std::unique_ptr<Turn> take_turn(const std::filesystem::path& root, Environment& environment);

/// Reads the registry as the global options say; whatever is wrong with it stands in what was loaded.
Open open_registry(const Root& root, const Arguments& arguments, Environment& environment, const Opening& opening = {});

/// The registry one stands in, for a command that works with its records: from here on its language is spoken. Throws
/// UsageError where the settings are faulty.
Open open_for_work(const Arguments& arguments, Environment& environment, const Opening& opening);

/// Throws UsageError where it is in doubt what counts as a finding.
void refuse_faulty_settings(const Open& open);

/// The commit that the records stand on.
RecordsRevision revision_of(const Open& open, const Environment& environment);

/// Reads only what says how records are judged.
std::unique_ptr<Loaded> read_settings(const Tree& tree, Date today, std::optional<Date> as_of = {});

unsigned processors();

}  // namespace nastavnik::cmd
