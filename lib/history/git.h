#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "disk/program.h"

namespace nastavnik {

/// The program `git`, asked about one folder. It reads only, and only what no setting of a repository can turn into
/// running something: names, numbers and bytes as they are stored. No hook, filter, pager, network or lock comes into play,
/// whatever the repository's own settings and the GIT_… variables of the caller say.
class Git {
public:
  /// `variables` is the environment of the caller, NAME=value.
  Git(std::string folder, const std::vector<std::string>& variables);

  ProgramAnswer ask(std::vector<std::string> words, std::string_view input = {}) const;
  const std::string& folder() const { return folder_; }

private:
  std::string folder_;
  std::vector<std::string> variables_;
};

/// The parts of an answer to `-z`.
std::vector<std::string_view> parts_at_nul(std::string_view text);

}  // namespace nastavnik
