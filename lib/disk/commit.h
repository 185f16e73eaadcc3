#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "disk/file_change.h"
#include "disk/last_act.h"
#include "disk/turn.h"

// A set of files of one registry changed together. People may lie in a repository of their own, so each file says in which
// folder it is; what is kept of a file while it is changed, and until the next act, stays in `.nastavnik/act` of that
// folder, which git leaves alone.

namespace nastavnik {

/// What another program makes while the files are changed; it is taken back with them.
struct MadeBeside {
  std::filesystem::path path{};
  std::function<void()> make{};
};

/// What `last_act` knows afterwards.
struct Remembering {
  enum class As : unsigned char {
    nothing,      ///< the act before stays the last one
    act,          ///< this is the last one
    taking_back,  ///< the last one is taken back
    calling_off,  ///< the last one does not stand after all: the one before is the last again
    erasure       ///< no act is, and nothing is kept of any
  };
  As as = As::nothing;
  ActNote note{};
  bool may_be_refused = false;  ///< by another program: the act before is kept until the next one, to be the last again
};

/// Changes all files or none, however it is interrupted: what a killed run has left half done, `recover` takes back. Whose a
/// file is and its rights stay, and a link to it stays one. The journal is kept at the root. Throws Failure where a file may
/// not be written or is no longer what was read, Interrupted where a signal asked for the end; then nothing is changed.
void commit(const std::filesystem::path& root, std::span<const FileChange> changes, TurnHeld held = TurnHeld::yes,
            const MadeBeside& beside = {}, const Remembering& remembering = {});

/// A file that a killed run has changed, and what it held before; nothing: there was none.
struct HalfDone {
  std::filesystem::path path{};
  std::optional<std::string> before{};
};

/// What `recover` would take back.
std::vector<HalfDone> half_done(const std::filesystem::path& root);

/// What was taken back.
struct Recovered {
  std::vector<std::filesystem::path>
      theirs{};  ///< files that somebody has changed since; they stay, with `.before` beside
};

/// Takes back what a killed run has left half done; nothing where there was none. Throws Failure where the journal is none,
/// or was written elsewhere: then nothing is touched.
std::optional<Recovered> recover(const std::filesystem::path& root);

}  // namespace nastavnik
