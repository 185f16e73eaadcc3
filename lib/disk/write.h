#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

#include "disk/signals.h"
#include "disk/turn.h"

namespace nastavnik {

/// A file to be made: its path below a folder, and its bytes.
struct NewFile {
  std::string path{};
  std::string bytes{};
};

/// What stands where the files must go, as paths below the folder. Throws Failure where something does because another
/// command is writing there.
std::vector<std::string> in_the_way(const std::filesystem::path& folder, std::span<const NewFile> files,
                                    TurnHeld held = TurnHeld::no);

/// New files and folders that come into being together: unless they are kept, all are taken back, and nothing but them.
/// So they are where a signal asks the program to end: then `Interrupted` is thrown.
class Creation {
public:
  explicit Creation(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~Creation();
  Creation(const Creation&) = delete;
  Creation& operator=(const Creation&) = delete;

  /// Makes the file, with its folders; it is there as a whole or not at all. Throws Failure.
  void write(const NewFile& file);
  /// The same, in place of a file that has its name; taken back, that file is there again.
  void replace(const NewFile& file);
  /// What another program is going to make there is taken back with the rest. What is there already is not.
  void adopt(const std::string& path);
  void keep();

private:
  struct Made {
    enum class Kind : unsigned char { file, folder, adopted };
    Kind kind = Kind::file;
    std::filesystem::path path{};
    ino_t number = 0;                ///< of the file, so that nothing else is taken for it
    std::filesystem::path before{};  ///< where the file that it replaced is kept
  };
  void lock();
  void make_folders(const std::filesystem::path& folder);
  void put(const NewFile& file, bool may_replace);
  static void take_back(const Made& made);

  SignalsNoted signals_;
  std::filesystem::path folder_;
  std::vector<Made> made_;
  int lock_ = -1;  ///< of the folder, while files are made there
};

}  // namespace nastavnik
