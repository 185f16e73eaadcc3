#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// A file to be made: its path below a folder, and its bytes.
struct NewFile {
  std::string path{};
  std::string bytes{};
};

/// Writes a file whole or not at all, in place of what has its name. Throws Failure.
void replace(const std::filesystem::path& folder, const NewFile& file);

/// Changes a file that was read as `before`, whole or not at all; whose it is and its rights stay, and a link to it stays
/// one. Throws Failure where it may not be written, is being written, or is no longer what was read.
void rewrite(const std::filesystem::path& folder, const NewFile& file, std::string_view before);

/// What stands where the files must go, as paths below the folder.
std::vector<std::string> in_the_way(const std::filesystem::path& folder, std::span<const NewFile> files);

/// New files and folders that come into being together: unless they are kept, all are taken back.
class Creation {
public:
  explicit Creation(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~Creation();
  Creation(const Creation&) = delete;
  Creation& operator=(const Creation&) = delete;

  /// Makes the file, with its folders; it is there as a whole or not at all. Throws Failure.
  void write(const NewFile& file);
  /// What another program has made is taken back with the rest.
  void adopt(const std::string& path) { made_.push_back(folder_ / path); }
  void keep() { made_.clear(); }

private:
  void make_folders(const std::filesystem::path& folder);

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> made_;
};

}  // namespace nastavnik
