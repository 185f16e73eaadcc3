#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "acts/changed_files.h"
#include "cmd/beside.h"
#include "cmd/open.h"
#include "rules/conceal.h"

namespace nastavnik::cmd {

/// What may be said of files and of what changes in them, as far as names may be shown. The registry outlives it.
class ShownFiles {
public:
  /// `after`: the registry with the changes, which may show names that were not read before.
  ShownFiles(const Open& open, bool names, const Loaded* after = nullptr);

  /// As the reader can open it.
  std::string path(std::string_view file) const;
  /// The same with whom or what the record in it is about, where names may be shown.
  std::string path_and_whose(std::string_view file, Language language) const;
  /// Whether what stands in the file may not be shown.
  bool conceals(const ChangedFile& file) const;
  /// Whether lines of it can be shown: of a scan they cannot.
  static bool is_text(const ChangedFile& file);
  /// Of a person it is only told that something changes.
  std::string diff(const ChangedFile& file) const;

private:
  std::string inside(std::string_view file) const;

  const Sources& sources_;
  std::filesystem::path root_;
  Beside beside_;
  Conceal conceal_;
  std::optional<Conceal> conceal_after_{};
  bool names_;
  std::unordered_map<std::string_view, std::uint32_t> places_{};
};

}  // namespace nastavnik::cmd
