#include "history/committing.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "base/failure.h"
#include "disk/draft.h"
#include "history/committed.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

/// A hook may check the whole registry; one that waits for a key waits for ever.
constexpr std::chrono::minutes patience{10};

/// Whose the commit is may be said by variables; which repository it is in may not.
bool may_pass(std::string_view variable) {
  if (!variable.starts_with("GIT_")) return true;
  constexpr std::array passing{"GIT_AUTHOR_",        "GIT_COMMITTER_",     "GIT_CEILING_DIRECTORIES=",
                               "GIT_CONFIG_GLOBAL=", "GIT_CONFIG_SYSTEM=", "GIT_CONFIG_NOSYSTEM="};
  return std::ranges::any_of(passing, [&](std::string_view name) { return variable.starts_with(name); });
}

bool is_well(const ProgramAnswer& answer) { return answer.started && !answer.cut && answer.status == 0; }

std::string line_of(const ProgramAnswer& answer) {
  return is_well(answer) ? answer.out.substr(0, answer.out.find('\n')) : std::string();
}

/// The nearest folder of a file that is there, and not by a link.
fs::path folder_of(const fs::path& file) {
  std::error_code error;
  fs::path folder = file.parent_path();
  while (folder.has_relative_path() && !fs::is_directory(folder, error)) folder = folder.parent_path();
  const fs::path real = fs::canonical(folder, error);
  return error ? folder : real;
}

/// The file below the top of its repository, wherever links lead on the way.
std::string below(const std::string& top, const fs::path& file) {
  std::error_code error;
  return (fs::weakly_canonical(file.parent_path(), error) / file.filename()).lexically_relative(top).generic_string();
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> with_paths(std::vector<std::string> words, const std::vector<std::string>& paths) {
  words.emplace_back("--");
  words.insert(words.end(), paths.begin(), paths.end());
  return words;
}

/// What is going on in a repository that a commit of single files would break into.
Words unfinished(const Git& git) {
  constexpr std::array signs{"MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD"};
  std::vector<std::string> words{"rev-parse", "--path-format=absolute"};
  for (const char* sign : signs) words.insert(words.end(), {"--git-path", sign});
  words.insert(words.end(), {"--git-path", "index.lock"});
  const std::string all = git.ask(std::move(words)).out;
  for (std::string_view rest = all; !rest.empty();) {
    const fs::path path = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), path.native().size() + 1));
    if (!stands(path)) continue;
    if (path.filename() == "index.lock")
      return say({"там сейчас работает другая команда git; если нет, удалите {}",
                  "another git command is at work there; if none is, delete {}"},
                 path.string());
    return {"там не закончено слияние или перенос (merge, rebase); сначала закончите: git status",
            "a merge or rebase is unfinished there; finish it first: git status"};
  }
  return {};
}

}  // namespace

Committing::Committing(const std::vector<fs::path>& files, const std::vector<std::string>& variables) {
  for (const std::string& variable : variables) variables_.push_back(variable);
  for (const fs::path& file : files) place(file);
}

void Committing::place(const fs::path& file) {
  const std::string folder = folder_of(file).string();
  Repository found{.top = line_of(Git(folder, variables_).ask({"rev-parse", "--show-toplevel"}))};
  if (found.top.empty()) {
    found.top = folder;
    found.fault = History(folder, variables_).fault();
    if (found.fault == HistoryFault::none) found.fault = HistoryFault::broken;
  }
  auto known = std::ranges::find(repositories_, found.top, &Repository::top);
  if (known == repositories_.end()) known = repositories_.insert(known, std::move(found));
  known->paths.push_back(below(known->top, file));
}

ProgramAnswer Committing::run(const Repository& repository, std::vector<std::string> words, OnSignal on_signal) const {
  std::vector<std::string> all{"git", "--no-pager", "-c", "core.quotePath=false"};
  if (words.front() != "check-ignore") all.emplace_back("--literal-pathspecs");  // that one refuses the word
  if (on_signal == OnSignal::wait) all.insert(all.end(), {"-c", "core.hooksPath=/dev/null"});  // what is put back
  all.insert(all.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  std::vector<std::string> variables;
  std::ranges::copy_if(variables_, std::back_inserter(variables), may_pass);
  for (const char* variable : {"GIT_EDITOR=:", "GIT_TERMINAL_PROMPT=0"}) variables.emplace_back(variable);
  return run_program({.words = std::move(all),
                      .directory = repository.top,
                      .variables = variables,
                      .patience = patience,
                      .on_signal = on_signal});
}

Words Committing::hindrance() const {
  for (const Repository& repository : repositories_)
    if (const Words why = hindrance(repository); !why.empty())
      return repository.fault == HistoryFault::none ? say({"{}: {}", "{}: {}"}, repository.top, why) : why;
  return {};
}

Words Committing::hindrance(const Repository& repository) const {
  if (repository.fault != HistoryFault::none) return explain(repository.fault, "HEAD");
  if (Words why = unfinished(git(repository)); !why.empty()) return why;
  // Neither command runs anything: the name is looked for in the settings and the variables.
  if (!is_well(run(repository, {"var", "GIT_AUTHOR_IDENT"})) ||
      !is_well(run(repository, {"var", "GIT_COMMITTER_IDENT"})))
    return {
        "git не знает, кто вы; скажите ему: git config --global user.name \"Имя\", git config --global "
        "user.email АДРЕС",
        "git does not know who you are; tell it: git config --global user.name \"Name\", git config --global "
        "user.email ADDRESS"};
  return staged(repository);
}

Words Committing::staged(const Repository& repository) const {
  const Git git = this->git(repository);
  const bool has_commit = is_well(git.ask({"rev-parse", "--verify", "--quiet", "HEAD"}));
  const std::vector<std::string> question =
      has_commit ? std::vector<std::string>{"diff-index", "--cached", "--name-only", "-z", "HEAD"}
                 : std::vector<std::string>{"ls-files", "--cached", "-z"};
  const std::string answer = git.ask(with_paths(question, repository.paths)).out;
  if (const auto staged = parts_at_nul(answer); !staged.empty())
    return say(
        {"в git уже подготовлены изменения файла {} (git add); зафиксируйте их или отложите: git restore --staged",
         "changes of {} are staged already (git add); commit them, or unstage them: git restore --staged"},
        staged.front());
  const std::string ignored = line_of(run(repository, with_paths({"check-ignore"}, repository.paths)));
  if (!ignored.empty())
    return say({"{} в git не хранится: его исключает .gitignore", "git does not keep {}: .gitignore leaves it out"},
               ignored);
  return {};
}

bool Committing::is_detached() const {
  return std::ranges::any_of(repositories_, [&](const Repository& repository) {
    return !is_well(git(repository).ask({"symbolic-ref", "-q", "HEAD"}));
  });
}

Committing::Before Committing::before(const Repository& repository) const {
  const Git git = this->git(repository);
  Before before{.repository = &repository,
                .commit = line_of(git.ask({"rev-parse", "--verify", "--quiet", "HEAD"})),
                .index = line_of(git.ask({"rev-parse", "--path-format=absolute", "--git-path", "index"}))};
  before.staged = bytes_of(before.index);
  return before;
}

bool Committing::commit(const Repository& repository, const std::string& message) const {
  const auto require = [&](const ProgramAnswer& answer) {
    if (!is_well(answer))
      throw Failure(say({"git не сделал фиксацию в {}: {}", "git did not make the commit in {}: {}"}, repository.top,
                        answer.both()));
    return answer.out;
  };
  const std::string all =
      require(run(repository, with_paths({"status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"},
                                         repository.paths)));
  std::vector<std::string> changed, fresh;
  for (const std::string_view line : parts_at_nul(all)) {
    changed.emplace_back(line.substr(3));
    if (line.starts_with("??")) fresh.push_back(changed.back());
  }
  if (changed.empty()) return false;
  if (!fresh.empty()) require(run(repository, with_paths({"add", "--intent-to-add"}, fresh)));
  require(run(repository, with_paths({"commit", "--quiet", "--only", "-m", message}, changed)));
  return true;
}

void Committing::put_back(const Before& before) const {
  const std::string now =
      line_of(run(*before.repository, {"rev-parse", "--verify", "--quiet", "HEAD"}, OnSignal::wait));
  if (now != before.commit)
    run(*before.repository,
        before.commit.empty() ? std::vector<std::string>{"update-ref", "-d", "HEAD", now}
                              : std::vector<std::string>{"update-ref", "HEAD", before.commit, now},
        OnSignal::wait);
  if (before.staged.empty()) return static_cast<void>(::unlink(before.index.c_str()));
  if (holds(before.index, before.staged)) return;
  DraftFile draft = DraftFile::at(fs::path(before.index).concat(".lock"), before.staged);
  if (::rename(draft.path().c_str(), before.index.c_str()) != 0) fail_to_change(before.index, errno);
  draft.moved();
}

std::size_t Committing::make(const std::string& message) {
  std::vector<Before> begun;
  std::size_t made = 0;
  try {
    for (const Repository& repository : repositories_) {
      begun.push_back(before(repository));
      if (commit(repository, message)) ++made;
    }
  } catch (...) {
    for (auto one = begun.rbegin(); one != begun.rend(); ++one) put_back(*one);
    throw;
  }
  return made;
}

std::map<fs::path, std::string> committed_bytes(const std::vector<fs::path>& files,
                                                const std::vector<std::string>& variables) {
  std::map<std::string, std::vector<fs::path>> of_tops;
  for (const fs::path& file : files)
    if (const std::string top = line_of(Git(folder_of(file).string(), variables).ask({"rev-parse", "--show-toplevel"}));
        !top.empty())
      of_tops[top].push_back(file);
  std::map<fs::path, std::string> found;
  for (const auto& [top, those] : of_tops) {
    const Git git(top, variables);
    const std::optional<CommittedFiles> all = committed_files(git, "HEAD", "");
    if (!all) continue;
    std::vector<std::string_view> wanted;
    for (const fs::path& file : those)
      if (const auto one = all->find(below(top, file)); one != all->end()) wanted.push_back(one->second.object);
    Objects objects;
    fetch(git, wanted, objects);
    for (const fs::path& file : those)
      if (const auto one = all->find(below(top, file)); one != all->end())
        if (const auto bytes = objects.find(one->second.object); bytes != objects.end()) found[file] = bytes->second;
  }
  return found;
}

}  // namespace nastavnik
