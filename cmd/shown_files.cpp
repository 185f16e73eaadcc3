#include "cmd/shown_files.h"

#include <fmt/format.h>

#include "edit/diff.h"

namespace nastavnik::cmd {

ShownFiles::ShownFiles(const Open& open, bool names, const Loaded* after)
    : sources_(open.loaded->sources),
      root_(open.root.shown),
      beside_(open.registry(), names),
      conceal_(*open.loaded),
      names_(names) {
  if (after) conceal_after_.emplace(*after);
  for (std::uint32_t source = 0; source < sources_.size(); ++source) places_.emplace(sources_[source].path, source);
}

std::string ShownFiles::inside(std::string_view file) const {
  const auto place = places_.find(file);
  return names_ || place == places_.end() ? std::string(file) : path_without_name(sources_, {place->second, 0, 0});
}

std::string ShownFiles::path(std::string_view file) const {
  return (root_ / inside(file)).lexically_normal().generic_string();
}

std::string ShownFiles::path_and_whose(std::string_view file, Language language) const {
  return path(file) + beside_(file).in(language);
}

bool ShownFiles::conceals(const ChangedFile& file) const {
  return !names_ && file.path.starts_with(sources_.personal_folder());
}

bool ShownFiles::is_text(const ChangedFile& file) {
  return file.path.ends_with(".yaml") || file.path.ends_with(".txt") || file.path.starts_with('.');
}

std::string ShownFiles::diff(const ChangedFile& file) const {
  if (!is_text(file))
    return fmt::format("--- {0}\n+++ {0}\n@@ {1} → {2} B @@\n", inside(file.path), file.before.value_or("").size(),
                       file.after.value_or("").size());
  if (conceals(file)) return fmt::format("--- {0}\n+++ {0}\n@@ …: --names @@\n", inside(file.path));
  const std::string whole = unified_diff(file.path, file.before.value_or(""), file.after.value_or(""));
  if (names_) return whole;
  const std::string concealed = conceal_.text(whole);
  return conceal_after_ ? conceal_after_->text(concealed) : concealed;
}

}  // namespace nastavnik::cmd
