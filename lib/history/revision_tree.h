#pragma once
#include <memory>
#include <string>

#include "history/git.h"
#include "source/tree.h"

namespace nastavnik {

/// The files below `prefix` (empty, or with `/` at its end) at a commit; nothing when there is no such folder. Names are
/// read now, bytes when they are asked for, a folder at a time.
std::unique_ptr<Tree> read_revision(const Git& git, const std::string& commit, const std::string& prefix);

}  // namespace nastavnik
