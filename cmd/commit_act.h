#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cmd/command.h"
#include "cmd/open.h"
#include "disk/file_change.h"

namespace nastavnik::cmd {

/// `--commit` and `--no-commit` of a command that writes.
Parameter commit_option();
Parameter no_commit_option();

/// Whether what the command writes is to be committed: it was asked for, or the registry wants it so. Throws
/// UsageError where both were asked for.
bool is_to_be_committed(const Arguments& arguments, const Registry& registry);

/// What is written, and how it is told in a commit.
struct WrittenAct {
  std::vector<std::filesystem::path> files{};  ///< those of people first
  std::vector<FileChange> changes{};           ///< of the same files
  std::vector<std::string> records{};          ///< addresses without names
  std::vector<Words> grounds{};                ///< clause, order: a line each
  std::function<void()> write{};
  std::function<void()> put_back{};  ///< everything as it was before `write`
};

/// Whether nothing can be committed, whatever the act will be; says why.
bool is_commit_hindered(const Open& open, Environment& environment);

/// What is known to hinder the commit of the act is told; nothing is written.
ExitStatus try_to_commit(const WrittenAct& act, const Open& open, Environment& environment);

/// Writes, and commits where that is wanted. What is known to hinder the commit is told before anything is written; where git
/// refuses it afterwards, everything is put back.
ExitStatus write_and_commit(const WrittenAct& act, const Open& open, Environment& environment);

}  // namespace nastavnik::cmd
