#include "cmd/offered_files.h"

#include <algorithm>
#include <filesystem>

#include "base/printable.h"
#include "base/text.h"

namespace nastavnik::cmd {
namespace {

namespace fs = std::filesystem;

/// `~/` is the home folder, as it is for shells.
fs::path folder_meant(std::string_view written, const Environment& environment) {
  constexpr std::string_view home = "HOME=";
  if (written.starts_with("~/"))
    for (const std::string& variable : environment.variables)
      if (variable.starts_with(home)) return fs::path(variable.substr(home.size())) / written.substr(2);
  return environment.directory / written;
}

/// A name that a shell can put into its line as it stands.
bool is_plain(const std::string& name) { return !invalid_utf8(name) && printable(name) == name; }

}  // namespace

Offers offered_files(std::string_view begun, bool folders, const Environment& environment) {
  const std::string_view folder = begun.substr(0, begun.rfind('/') + 1), name = begun.substr(folder.size());
  std::error_code error;
  Offers offers;
  for (fs::directory_iterator entry(folder_meant(folder, environment), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string file = entry->path().filename().string();
    const bool hidden = file.starts_with('.') && !name.starts_with('.');
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    if (!file.starts_with(name) || hidden || !is_plain(file) || (folders && !is_folder)) continue;
    offers.push_back({fmt::format("{}{}{}", folder, file, is_folder ? "/" : ""), ""});
  }
  std::ranges::sort(offers, {}, &Offer::word);
  return offers;
}

}  // namespace nastavnik::cmd
