// Measures `nastavnik check` on a large registry against reading alone, and questions against the check, all in one run, and
// prints Markdown tables. `measure NASTAVNIK REGISTRY [ROUNDS]`. Only ratios within one run mean anything: the rounds are
// interleaved. Ends with 1 where a question takes longer than it may.

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

using Words = std::vector<std::string>;

Run program_run(const std::string& program, const Words& words) {
  return timed([&] {
    const int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0) _exit(1);
    std::vector<char*> all{const_cast<char*>(program.c_str())};
    for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
    all.push_back(nullptr);
    execv(program.c_str(), all.data());
  });
}

bool has_failed(const Run& run) { return !WIFEXITED(run.status) || WEXITSTATUS(run.status) > 1; }

Words on_registry(const std::string& root, Words words) {
  for (const char* word : {"-C", root.c_str(), "--as-of", "2025-09-15"}) words.emplace_back(word);
  return words;
}

Run check_run(const std::string& program, const std::string& root, unsigned threads) {
  return program_run(program, on_registry(root, {"check", "--format", "concise", "--jobs", std::to_string(threads)}));
}

/// Stands for the number of the round: what is written must be something else each time.
constexpr const char* round_number = "N";

/// What somebody asks who waits for the answer, and how much of the time of a check it may take.
struct Question {
  std::string name;
  Words words;
  double most;
  std::vector<Run> runs{};
};

std::vector<Question> questions(const std::string& root) {
  std::vector<Question> all;
  const auto ask = [&](double most, Words words) {
    std::string name = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) name += " " + words[i];
    all.push_back({name, on_registry(root, std::move(words)), most});
  };
  constexpr double question = 1.2, completion = 0.5, act = 2.2;
  ask(question, {"status"});
  ask(question, {"due"});
  ask(question, {"list"});
  ask(question, {"list", "pairs", "--active"});
  ask(question, {"show", "pairs/2025-1000000"});
  ask(question, {"find", "договор"});
  ask(act, {"set", "programs/2025-1000000", "title", "Уверенный урок", "--dry-run"});
  ask(act, {"set", "programs/2025-1000000", "title", "Уверенный урок", round_number});
  for (const char* word : {"p-10", "2025-10"})
    all.push_back({std::string("completion of `show ") + word + "`",
                   {"shell", "words", "zsh", "--names", "--", "-C", root, "show", word},
                   completion});
  return all;
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

/// Whether all took no longer than they may.
bool print_questions(const std::vector<Question>& all, const Run& check) {
  fmt::print("\n| what | time | ÷ `check` | at most |\n|---|---|---|---|\n| `check` | {:.2f} s | 1.00 | |\n",
             check.seconds);
  bool in_time = true;
  for (const Question& one : all) {
    const double seconds = best(one.runs).seconds, ratio = seconds / check.seconds;
    in_time = in_time && ratio <= one.most;
    fmt::print("| {} | {:.2f} s | {:.2f} | {:.1f} |\n",
               one.name.find('`') == std::string::npos ? "`" + one.name + "`" : one.name, seconds, ratio, one.most);
  }
  return in_time;
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
  std::vector<Run> read1, read4, check1, check4, checks;
  std::vector<Question> asked = questions(root);
  for (int i = 0; i < rounds; ++i) {
    read1.push_back(read_run(root, files, 1));
    read4.push_back(read_run(root, files, 4));
    check4.push_back(check_run(program, root, 4));
    check1.push_back(check_run(program, root, 1));
    checks.push_back(program_run(program, on_registry(root, {"check", "--format", "concise"})));
    for (Question& one : asked) {
      Words words_now = one.words;
      std::ranges::replace(words_now, round_number, std::to_string(i));
      one.runs.push_back(program_run(program, words_now));
      if (!has_failed(one.runs.back())) continue;
      std::cerr << one.name << ": failed\n";
      return 1;
    }
    if (has_failed(check1.back())) {
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
  return print_questions(asked, best(checks)) ? 0 : 1;
}
