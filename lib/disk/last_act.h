#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "disk/file_change.h"

namespace nastavnik {

/// What is told of a set of files later, by whoever took it back. No names: records by their ids.
struct ActNote {
  std::string act{};
  std::string day{};
  std::vector<std::string> records{};
};

/// The last set of files that was changed.
struct LastAct {
  ActNote note{};
  bool taken_back = false;                       ///< already; then nothing else stands here
  std::vector<FileChange> back{};                ///< what would take it back
  std::vector<std::filesystem::path> changed{};  ///< files that are no longer what the act made of them
  std::vector<std::filesystem::path> lost{};     ///< files of which it is no longer known what they were
  std::vector<std::filesystem::path> folders{};  ///< that the act has made
};

/// What `take_back` would take back; nothing where nothing is kept. Reads only.
std::optional<LastAct> last_act(const std::filesystem::path& root);

/// Takes the act back, all of it or nothing, as `commit` changes files; the caller has the turn. Throws Failure as that does.
void take_back(const std::filesystem::path& root, const LastAct& act);

/// Takes the act back as if there had been none: the one before is the last again, where it was kept (`may_be_refused`).
void call_off(const std::filesystem::path& root, const LastAct& act);

/// The last act stands: nothing is kept of the one before any more.
void let_stand(const std::filesystem::path& root);

}  // namespace nastavnik
