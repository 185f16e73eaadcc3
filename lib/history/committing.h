#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/words.h"
#include "history/git.h"
#include "history/history.h"

// Files committed, each in the repository that it lies in, and nothing else with them. Whoever asks for a commit asks for
// what it does when made by hand: the commit, and it alone, runs the hooks, filters and signing of the repository. What is
// asked before and put back afterwards goes through Git, which runs nothing.

namespace nastavnik {

class Committing {
public:
  /// The repository of the first file comes first. The files need not be there yet, or no more.
  Committing(const std::vector<std::filesystem::path>& files, const std::vector<std::string>& variables);

  /// Why it cannot be, as far as that is known before; empty where nothing is known. Changes nothing.
  Words hindrance() const;
  /// Whether a commit would be on no branch.
  bool is_detached() const;

  /// Makes a commit in every repository where one of the files differs from what was committed last; how many. Throws
  /// Failure with what git said: then there is no commit, and what was staged is as before.
  std::size_t make(const std::string& message);

private:
  struct Repository {
    std::string top{};
    std::vector<std::string> paths{};  ///< below the top
    HistoryFault fault = HistoryFault::none;
  };
  /// What a repository was before the commit.
  struct Before {
    const Repository* repository = nullptr;
    std::string commit{};  ///< empty: none
    std::filesystem::path index{};
    std::string staged{};  ///< the bytes of the index; empty: there is none
  };
  void place(const std::filesystem::path& file);
  Git git(const Repository& repository) const { return {repository.top, variables_}; }
  ProgramAnswer run(const Repository& repository, std::vector<std::string> words,
                    OnSignal on_signal = OnSignal::ask) const;
  Words hindrance(const Repository& repository) const;
  Words staged(const Repository& repository) const;
  Before before(const Repository& repository) const;
  bool commit(const Repository& repository, const std::string& message) const;
  void put_back(const Before& before) const;

  std::vector<std::string> variables_;
  std::vector<Repository> repositories_{};
};

/// What was committed last of the files; those that were not are left out.
std::map<std::filesystem::path, std::string> committed_bytes(const std::vector<std::filesystem::path>& files,
                                                             const std::vector<std::string>& variables);

}  // namespace nastavnik
