#include "disk/program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "base/descriptor.h"
#include "disk/signals.h"

namespace nastavnik {
namespace {

/// A descriptor above the three standard ones, so that handing it to a child never treads on another.
int away_from_streams(int number) {
  if (number < 0 || number > 2) return number;
  const int higher = fcntl(number, F_DUPFD_CLOEXEC, 3);
  close(number);
  return higher;
}

std::string drain(int from) {
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t size = read(from, buffer, sizeof buffer);
    if (size > 0)
      bytes.append(buffer, static_cast<std::size_t>(size));
    else if (size == 0 || errno != EINTR)
      return bytes;
  }
}

/// A file without a name: a child that reads or writes it never waits for us, nor we for it.
class Notes {
public:
  Notes() : file_(away_from_streams(memfd_create("nastavnik", MFD_CLOEXEC))) {}
  bool good() const { return file_.good(); }
  int number() const { return file_.number(); }
  bool fill(std::string_view bytes) { return write_all(number(), bytes) && rewind(); }
  std::string all() { return rewind() ? drain(number()) : std::string(); }

private:
  bool rewind() { return lseek(number(), 0, SEEK_SET) == 0; }
  Descriptor file_;
};

class FileActions {
public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t* get() { return &actions_; }

private:
  posix_spawn_file_actions_t actions_{};
};

/// Whether a child is a group of its own, which ends as a whole; one that the user sees is of ours, which has the terminal.
enum class Grouped : unsigned char { apart, with_us };

/// What we ignore or hold back, a child need not.
class Attributes {
public:
  explicit Attributes(Grouped grouped) {
    posix_spawnattr_init(&attributes_);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setpgroup(&attributes_, 0);
    const int apart = grouped == Grouped::apart ? POSIX_SPAWN_SETPGROUP : 0;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | apart));
  }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  posix_spawnattr_t* get() { return &attributes_; }

private:
  posix_spawnattr_t attributes_{};
};

/// Only absolute folders count: a program lying among the records must not be taken for the one of the system.
std::string find_program(const std::string& name, std::string_view path) {
  if (name.starts_with('/')) return name;
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    path.remove_prefix(std::min(path.size(), folder.size() + 1));
    std::string file = std::string(folder) + "/" + name;
    if (folder.starts_with('/') && access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

struct Streams {
  int in;
  int out;
  int err;
};

bool spawn(const ProgramCall& call, FileActions& actions, Grouped grouped, pid_t& child) {
  const std::string program = find_program(call.words.front(), variable_of(call.variables, "PATH"));
  if (program.empty()) return false;
  Attributes attributes(grouped);
  posix_spawn_file_actions_addchdir_np(actions.get(), call.directory.c_str());
  posix_spawn_file_actions_addclosefrom_np(actions.get(), 3);
  std::vector<std::string> words(call.words), variables(call.variables);
  return posix_spawn(&child, program.c_str(), actions.get(), attributes.get(), pointers(words).data(),
                     pointers(variables).data()) == 0;
}

bool spawn(const ProgramCall& call, const Streams& streams, pid_t& child) {
  FileActions actions;
  posix_spawn_file_actions_adddup2(actions.get(), streams.in, 0);
  posix_spawn_file_actions_adddup2(actions.get(), streams.out, 1);
  posix_spawn_file_actions_adddup2(actions.get(), streams.err, 2);
  return spawn(call, actions, Grouped::apart, child);
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) == -1 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Whether there is something to read before patience is lost or a signal is noted.
bool has_word(int from, const ProgramCall& call) {
  const auto is_over = [&] { return call.on_signal != OnSignal::wait && noted_signal() != 0; };
  pollfd waiting{.fd = from, .events = POLLIN, .revents = 0};
  int ready = -1;
  if (is_over()) return false;
  do ready = poll(&waiting, 1, static_cast<int>(call.patience.count()));
  while (ready < 0 && errno == EINTR && !is_over());
  return ready > 0;
}

/// What the child says, as far as it is wanted; whether that was all.
bool listen(int from, const ProgramCall& call, std::string& said) {
  char buffer[1 << 16];
  while (has_word(from, call)) {
    const ssize_t size = read(from, buffer, sizeof buffer);
    if (size == 0) return true;
    if (size < 0 && errno != EINTR) return false;
    if (size > 0) said.append(buffer, static_cast<std::size_t>(size));
    if (said.size() > call.most) return false;
  }
  return false;
}

}  // namespace

std::string_view variable_of(const std::vector<std::string>& variables, std::string_view name) {
  for (const std::string& variable : variables)
    if (variable.size() > name.size() && variable.starts_with(name) && variable[name.size()] == '=')
      return std::string_view(variable).substr(name.size() + 1);
  return {};
}

ProgramAnswer run_program(const ProgramCall& call) {
  ProgramAnswer answer;
  Notes in, err;
  int ends[2];
  if (!in.good() || !err.good() || !in.fill(call.input) || pipe2(ends, O_CLOEXEC) != 0) return answer;
  const Descriptor from(away_from_streams(ends[0]));
  Descriptor to(away_from_streams(ends[1]));
  pid_t child = 0;
  answer.started = spawn(call, {in.number(), to.number(), err.number()}, child);
  static_cast<void>(to.close());
  if (!answer.started) return answer;
  answer.cut = !listen(from.number(), call, answer.out);
  if (answer.cut) kill(-child, call.on_signal == OnSignal::kill ? SIGKILL : SIGTERM);  // and what it has started itself
  answer.status = wait_for(child);
  if (call.on_signal != OnSignal::wait) heed_signals();
  answer.err = err.all();
  return answer;
}

std::optional<int> run_in_terminal(const ProgramCall& call) {
  FileActions actions;
  pid_t child = 0;
  if (!spawn(call, actions, Grouped::with_us, child)) return std::nullopt;
  return wait_for(child);
}

}  // namespace nastavnik
