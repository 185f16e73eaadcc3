#include "cmd/registries.h"

#include <algorithm>
#include <map>

#include "source/disk.h"

namespace nastavnik::cmd {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void no_registry(const fs::path& path) {
  throw UsageError{say({"здесь нет реестра: ни в «{}», ни выше нет файла nastavnik.yaml",
                        "there is no registry here: no nastavnik.yaml in '{}' or above"},
                       path.string()),
                   Text{"завести реестр: nastavnik init", "to make one: nastavnik init"}};
}

void place(const std::string& word, const Environment& environment,
           std::map<fs::path, std::vector<std::string>>& roots) {
  PlaceOnDisk place = place_on_disk(environment.directory / word);
  if (!place.exists) throw UsageError{say({"нет файла или папки «{}»", "there is no file or folder '{}'"}, word)};
  if (place.root.empty()) no_registry(place.path);
  roots[place.root].push_back(std::move(place.below));
}

}  // namespace

std::vector<FoundRegistry> find_registries(const std::vector<std::string>& paths, const Environment& environment) {
  std::map<fs::path, std::vector<std::string>> roots;
  for (const std::string& path : paths) place(path, environment, roots);
  if (paths.empty()) place(".", environment, roots);
  std::vector<FoundRegistry> found;
  for (auto& [root, narrowed] : roots) {
    const bool is_whole = std::find(narrowed.begin(), narrowed.end(), "") != narrowed.end();
    // Without an argument the whole registry is meant, wherever below its root one stands.
    found.push_back({root_seen_from(environment.directory, root),
                     is_whole || paths.empty() ? std::vector<std::string>() : narrowed});
  }
  return found;
}

OpenRegistry open_registry(const FoundRegistry& found, const Arguments& arguments, unsigned jobs,
                           const Environment& environment, std::optional<Date> day, const Settings* earlier) {
  OpenRegistry open;
  open.tree = std::make_unique<DiskTree>(found.root.path.string());
  if (const auto people = arguments.text("people")) {
    const fs::path folder = environment.directory / *people;
    std::error_code error;
    if (!fs::is_directory(folder, error))
      throw UsageError{
          say({"нет папки «{}» (параметр --people)", "there is no folder '{}' (option --people)"}, *people)};
    open.people = std::make_unique<DiskTree>(folder.string());
    open.people_folder = folder;
  }
  const auto as_of = day ? day : arguments.date("as-of");
  open.loaded = load({.tree = *open.tree,
                      .people = open.people.get(),
                      .today = environment.today,
                      .as_of = as_of,
                      .jobs = jobs,
                      .earlier = earlier});
  const Settings& settings = open.loaded->registry.settings();
  if (!open.people)
    open.people_folder = found.root.path / (settings.people_dir.given() ? *settings.people_dir : Person::kind.folder);
  open.origin = as_of ? DayOrigin::option : settings.as_of.given() ? DayOrigin::registry : DayOrigin::clock;
  return open;
}

}  // namespace nastavnik::cmd
