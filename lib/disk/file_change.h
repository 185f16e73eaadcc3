#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace nastavnik {

/// A file to be changed: what was read there and what shall stand there; nothing for no file.
struct FileChange {
  std::filesystem::path folder{};
  std::string path{};  ///< below the folder
  std::optional<std::string> before{};
  std::optional<std::string> after{};
  std::filesystem::path like{};  ///< whose owner and rights a file takes that is made anew; empty: the usual ones
};

}  // namespace nastavnik
