#include "history/git.h"

#include <iterator>
#include <utility>

namespace nastavnik {
namespace {

/// More than git has to say of any registry: a small repository can name files without end.
constexpr std::size_t most_said = std::size_t{48} << 20;
/// A pipe among the files of a repository holds git up for ever.
constexpr std::chrono::seconds patience{30};

/// Variables that would turn git to another repository, index, configuration or program stay behind; how far up a
/// repository is looked for may be bounded.
bool may_pass(std::string_view variable) {
  return !variable.starts_with("GIT_") || variable.starts_with("GIT_CEILING_DIRECTORIES=");
}

std::vector<std::string> begin() {
  return {"git",
          "--no-pager",
          "--no-replace-objects",
          "--literal-pathspecs",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "core.quotePath=false",
          "-c",
          "safe.bareRepository=explicit"};
}

}  // namespace

Git::Git(std::string folder, const std::vector<std::string>& variables) : folder_(std::move(folder)) {
  for (const std::string& variable : variables)
    if (may_pass(variable) && !variable.starts_with("LC_ALL=") && !variable.starts_with("LANGUAGE="))
      variables_.push_back(variable);
  // Answers are understood in English; objects that a partial clone lacks are not fetched.
  for (const char* variable :
       {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1"})
    variables_.emplace_back(variable);
}

ProgramAnswer Git::ask(std::vector<std::string> words, std::string_view input) const {
  std::vector<std::string> all = begin();
  all.insert(all.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  return run_program({.words = std::move(all),
                      .directory = folder_,
                      .variables = variables_,
                      .input = input,
                      .most = most_said,
                      .patience = patience});
}

std::vector<std::string_view> parts_at_nul(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t end; (end = text.find('\0')) != std::string_view::npos; text.remove_prefix(end + 1))
    parts.push_back(text.substr(0, end));
  return parts;
}

}  // namespace nastavnik
