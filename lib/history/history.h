#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/words.h"
#include "history/git.h"
#include "source/revision.h"
#include "source/tree.h"

namespace nastavnik {

/// Why a history could not be asked.
enum class HistoryFault : unsigned char {
  none,
  no_program,     ///< there is no git
  no_repository,  ///< the folder is in no repository
  damaged,        ///< there is a .git, and git takes it for no repository
  distrusted,     ///< the repository belongs to somebody else, so git refuses it
  no_commit,      ///< nothing has been committed yet
  unknown,        ///< there is no such revision
  shallow,        ///< there may be such a revision, but the clone was cut short
  no_registry,    ///< the revision has no registry in this folder
  broken,         ///< git failed
};

/// A revision of the registry, or why there is none.
struct RevisionTree {
  std::unique_ptr<Tree> tree{};
  std::string commit{};
  HistoryFault fault = HistoryFault::none;
};

/// The past of a registry, through the program git. Nothing is kept between two questions.
class History {
public:
  /// `folder` is the registry, `variables` the environment of the caller (NAME=value).
  History(const std::string& folder, const std::vector<std::string>& variables)
      : variables_(variables), git_(folder, variables) {}

  /// The commit that the registry stands on and whether its files differ from it; no commit where there is no history.
  /// `people` is the folder of the people, which may lie elsewhere or have a history of its own; empty: there is none.
  RecordsRevision current(const std::string& people = {}) const;

  /// Why the history could not be asked at all.
  HistoryFault fault() const { return place().fault; }

  /// The registry's files as they were.
  RevisionTree at(const std::string& revision) const;

private:
  struct Place {
    std::string prefix{};  ///< of the registry within the repository: empty, or ends with `/`
    bool shallow = false;
    HistoryFault fault = HistoryFault::none;
  };
  struct Commit {
    std::string id{};
    HistoryFault fault = HistoryFault::none;
  };
  /// A folder beside what was committed of it last.
  struct State {
    std::string commit{};
    std::string of_apart{};  ///< the commit that it names of the folder apart: that is a submodule
    bool changed = false;
    HistoryFault fault = HistoryFault::none;
  };
  Place place() const;
  Commit commit_of(const std::string& revision, const Place& where) const;
  /// `apart` is a folder within that has a history of its own, `required` a file without which there is no registry.
  State state(const std::string& apart, const std::string& required) const;
  std::string top() const;

  std::vector<std::string> variables_;
  Git git_;
};

/// Says what the matter is with the history of the folder.
Words explain(HistoryFault fault, const std::string& revision);

}  // namespace nastavnik
