#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cmd/line_editor.h"
#include "cmd/run.h"
#include "disk/signals.h"

namespace {

using nastavnik::Date;
using nastavnik::cmd::Environment;
using nastavnik::cmd::Terminal;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The locale of a category.
std::string locale_of(const char* category) {
  for (const char* name : {"LC_ALL", category, "LANG"})
    if (const std::string_view value = variable(name); !value.empty()) return std::string(value);
  return {};
}

bool is_dumb() { return variable("TERM").empty() || variable("TERM") == "dumb"; }

/// Nothing where there is nobody to ask.
nastavnik::cmd::AskLine ask_line() {
  if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1) return {};
  return nastavnik::cmd::line_editor(locale_of("LC_CTYPE").c_str(), is_dumb());
}

Terminal terminal(int descriptor) {
  Terminal terminal{.is_terminal = isatty(descriptor) == 1};
  winsize size{};
  if (terminal.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
    terminal.width = size.ws_col;
  return terminal;
}

Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday)};
}

std::filesystem::path current_directory() {
  std::error_code error;
  const std::filesystem::path directory = std::filesystem::current_path(error);
  return error ? "." : directory;
}

std::vector<std::string> variables() {
  std::vector<std::string> all;
  for (char** entry = environ; entry && *entry; ++entry) all.emplace_back(*entry);
  return all;
}

bool is_set(const char* name) { return !variable(name).empty() && variable(name) != "0"; }

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // then writing says that the file is too large, as it says that the disk is full
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  Environment environment{
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .directory = current_directory(),
      .today = today(),
      .out_terminal = terminal(STDOUT_FILENO),
      .err_terminal = terminal(STDERR_FILENO),
      .locale = locale_of("LC_MESSAGES"),
      .no_colour = !variable("NO_COLOR").empty() || is_dumb(),
      .force_colour = is_set("CLICOLOR_FORCE"),
      .seed = std::random_device()(),
      .variables = variables(),
      .ask_line = ask_line(),
  };
  const nastavnik::cmd::ExitStatus status = nastavnik::cmd::run(words, environment);
  nastavnik::die_of_noted_signal();
  return static_cast<int>(status);
}
