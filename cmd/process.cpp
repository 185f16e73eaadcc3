#include "cmd/process.h"

#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nastavnik::cmd {
namespace {

class FileActions {
public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t* get() { return &actions_; }

private:
  posix_spawn_file_actions_t actions_;
};

std::string drain(int from) {
  std::string output;
  char buffer[4096];
  while (true) {
    const ssize_t size = read(from, buffer, sizeof buffer);
    if (size > 0)
      output.append(buffer, static_cast<std::size_t>(size));
    else if (size == 0 || errno != EINTR)
      return output;
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) == -1 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

bool spawn(const std::vector<std::string>& words, const std::filesystem::path& directory, int output, pid_t& child) {
  FileActions actions;
  posix_spawn_file_actions_addchdir_np(actions.get(), directory.c_str());
  posix_spawn_file_actions_addopen(actions.get(), 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(actions.get(), output, 1);
  posix_spawn_file_actions_adddup2(actions.get(), output, 2);
  std::vector<std::string> copies(words);
  std::vector<char*> argv;
  argv.reserve(copies.size() + 1);
  for (std::string& word : copies) argv.push_back(word.data());
  argv.push_back(nullptr);
  return posix_spawnp(&child, argv[0], actions.get(), nullptr, argv.data(), environ) == 0;
}

}  // namespace

ProgramResult start_process(const std::vector<std::string>& words, const std::filesystem::path& directory) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  pid_t child = 0;
  ProgramResult result;
  result.started = spawn(words, directory, ends[1], child);
  close(ends[1]);
  if (result.started) {
    result.output = drain(ends[0]);
    result.status = wait_for(child);
  }
  close(ends[0]);
  return result;
}

}  // namespace nastavnik::cmd
