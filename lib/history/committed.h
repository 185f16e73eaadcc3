#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/git.h"

// What a commit holds, as it is stored: nothing is converted on the way.

namespace nastavnik {

/// One name of a commit.
struct CommittedFile {
  enum class Kind : unsigned char { file, link, repository };
  Kind kind = Kind::file;
  std::string object{};  ///< of a repository within the repository: its commit
  std::uint64_t size = 0;
};

/// By path.
using CommittedFiles = std::map<std::string, CommittedFile>;

/// The files below `prefix` (empty, or with `/` at its end) at a commit; nothing when there is no such folder.
std::optional<CommittedFiles> committed_files(const Git& git, const std::string& commit, const std::string& prefix);

/// Bytes by object.
using Objects = std::map<std::string, std::string, std::less<>>;

/// Bytes that are asked for at once, together at most.
inline constexpr std::uint64_t most_at_once = std::uint64_t{16} << 20;

/// Adds the bytes of the objects; those that the repository lacks are left out.
void fetch(const Git& git, const std::vector<std::string_view>& objects, Objects& known);

}  // namespace nastavnik
