#pragma once
#include <map>
#include <string>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// Files held as a table: a fixture, a registry before it is written.
class MemoryTree : public Tree {
public:
  MemoryTree() = default;
  explicit MemoryTree(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }
  /// From now on the path stands in its folder but its bytes cannot be had.
  void spoil(const std::string& path, ReadFault fault) { faults_[path] = fault; }

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override;
  bool has_file(const std::string& path) const override;
  /// The bytes are those of the table: it must outlive what was read.
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  std::map<std::string, std::string> files_;
  std::map<std::string, ReadFault> faults_;
};

}  // namespace nastavnik
