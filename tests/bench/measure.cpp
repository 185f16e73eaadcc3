// Measures `nastavnik check` on a large registry against reading alone, all in one run, and prints a Markdown table.
// `measure NASTAVNIK REGISTRY [ROUNDS]`. Only ratios within one run mean anything: the rounds are interleaved.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "source/disk.h"

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

struct Run {
  double seconds = 0;
  long peak_kib = 0;
  int status = 0;
};

struct Files {
  std::vector<std::string> paths;
  std::uintmax_t bytes = 0;
};

Files files_of(const fs::path& root) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.is_regular_file()) {
      files.paths.push_back(entry.path().lexically_relative(root).string());
      files.bytes += entry.file_size();
    }
  std::sort(files.paths.begin(), files.paths.end());
  return files;
}

/// Reads every file the way the program does, and does nothing with it.
void read_all(const std::string& root, const Files& files, unsigned threads) {
  const nastavnik::DiskTree tree(root);
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> readers;
  for (unsigned i = 0; i < threads; ++i)
    readers.emplace_back([&] {
      nastavnik::Arena arena;
      for (std::size_t k = next++; k < files.paths.size(); k = next++) tree.read(files.paths[k], arena);
    });
}

/// Runs something in a process of its own, so that its memory is its own too.
template <class Work>
Run timed(Work work) {
  const auto begin = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(99);
  }
  Run run;
  rusage usage{};
  wait4(child, &run.status, 0, &usage);
  run.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  run.peak_kib = usage.ru_maxrss;
  return run;
}

Run read_run(const std::string& root, const Files& files, unsigned threads) {
  return timed([&] {
    read_all(root, files, threads);
    _exit(0);
  });
}

Run check_run(const std::string& program, const std::string& root, unsigned threads) {
  return timed([&] {
    const int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(nothing, STDOUT_FILENO) < 0) _exit(1);
    const std::string jobs = std::to_string(threads);
    execl(program.c_str(), program.c_str(), "check", "-C", root.c_str(), "--as-of", "2025-09-15", "--jobs",
          jobs.c_str(), "--format", "concise", nullptr);
  });
}

/// The best of the rounds: noise only ever adds.
Run best(const std::vector<Run>& runs) {
  return *std::min_element(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.seconds < b.seconds; });
}

void print_row(std::string_view what, const Run& run, const Files& files, double against) {
  fmt::print("| {} | {:.2f} s | {:.0f} | {:.1f} | {:.0f} MiB | {:.1f} |\n", what, run.seconds,
             static_cast<double>(files.paths.size()) / run.seconds / 1000, run.seconds / against,
             static_cast<double>(run.peak_kib) / 1024,
             static_cast<double>(run.peak_kib) * 1024 / static_cast<double>(files.bytes));
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "measure NASTAVNIK REGISTRY [ROUNDS]\n";
    return 2;
  }
  const std::string program = words[1], root = words[2];
  const int rounds = count > 3 ? std::stoi(words[3]) : 3;
  const Files files = files_of(root);
  std::vector<Run> read1, read4, check1, check4;
  for (int i = 0; i < rounds; ++i) {
    read1.push_back(read_run(root, files, 1));
    read4.push_back(read_run(root, files, 4));
    check4.push_back(check_run(program, root, 4));
    check1.push_back(check_run(program, root, 1));
    if (const int status = check1.back().status; !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
      std::cerr << "the check failed\n";
      return 1;
    }
  }
  fmt::print("{} files, {:.1f} MB, best of {} interleaved rounds, {} cores\n\n", files.paths.size(),
             static_cast<double>(files.bytes) / 1e6, rounds, std::thread::hardware_concurrency());
  fmt::print(
      "| what | time | thousand files/s | ÷ reading alone, same threads | peak memory | ÷ bytes read |\n|---|---|---|---|---|---|\n");
  const Run r1 = best(read1), r4 = best(read4), c1 = best(check1), c4 = best(check4);
  print_row("reading alone, 1 thread", r1, files, r1.seconds);
  print_row("reading alone, 4 threads", r4, files, r4.seconds);
  print_row("`check`, 1 thread", c1, files, r1.seconds);
  print_row("`check`, 4 threads", c4, files, r4.seconds);
  fmt::print("\n`check` with 4 threads is {:.1f} times as fast as with 1.\n", c1.seconds / c4.seconds);
}
