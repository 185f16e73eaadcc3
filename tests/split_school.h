#pragma once
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "disk/commit.h"
#include "tests/files.h"

// Files of two repositories that are changed together, and processes that are killed while they do it.

namespace nastavnik {

using Files = std::map<std::string, std::string>;

/// Every file below the folder but what is kept while files are changed.
inline Files files_below(const std::filesystem::path& folder) {
  Files files;
  for (const std::filesystem::directory_entry& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().string().find("/.nastavnik/act/") == std::string::npos)
      files[entry.path().lexically_relative(folder).string()] = slurp(entry.path());
  return files;
}

inline void put(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << bytes;
}

/// A registry with its people in a repository of their own, and an act that changes both.
struct SplitSchool {
  explicit SplitSchool(const std::filesystem::path& folder) : root(folder / "school"), people(folder / "people") {
    put(root / "pairs/1.yaml", "old pair");
    put(root / "orders/1.yaml", "old order");
    put(root / "programs/1.yaml", "a programme to go");
    put(people / "p-1.yaml", "old person");
  }
  std::vector<FileChange> act() const {
    return {{root, "pairs/1.yaml", "old pair", "new pair"},
            {root, "years/deep/1.yaml", {}, "a new file in new folders"},
            {people, "p-1.yaml", "old person", "new person"},
            {people, "p-2.yaml", {}, "one more"},
            {root, "programs/1.yaml", "a programme to go", {}}};
  }
  std::filesystem::path root, people;
};

/// Runs in a process of its own that is killed before its system call of that number; whether it came to its end first.
inline bool is_done_when_killed_at(int call, const std::function<void()>& run) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    run();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSTOPPED(status));
  ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  for (int seen = 0;;) {
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
    if (!WIFSTOPPED(status)) return WIFEXITED(status);
    const bool enters_or_leaves = WIFSTOPPED(status) && WSTOPSIG(status) == (SIGTRAP | 0x80);
    if (!enters_or_leaves || ++seen != 2 * call + 1) continue;
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
  }
}

}  // namespace nastavnik
