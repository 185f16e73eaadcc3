#include "model/inventory.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/requirements.h"
#include "source/read_fault.h"

namespace nastavnik {
namespace {

constexpr std::string_view yaml_suffix = ".yaml";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_yaml_of_some_kind(std::string_view name) {
  const std::string low = lower(name);
  return low.ends_with(yaml_suffix) || low.ends_with(".yml");
}

/// In the order of the ids, which is not that of the names: «a-b.yaml» stands before «a.yaml».
std::vector<TreeEntry> by_stem(const Listing& listing) {
  const auto stem = [](const TreeEntry& entry) {
    return std::string_view(entry.name).substr(0, entry.name.rfind('.'));
  };
  std::vector<TreeEntry> sorted = listing.entries;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const TreeEntry& a, const TreeEntry& b) { return stem(a) < stem(b); });
  return sorted;
}

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_left_alone(std::string_view name) { return name.starts_with('.') || name.ends_with(".md"); }

class Walk {
public:
  Walk(const Tree& tree, const std::vector<std::string>& folders, const std::vector<std::string>& singles,
       Sources& sources, Findings& findings)
      : tree_(tree), folders_(folders), singles_(singles), sources_(sources), findings_(findings) {}

  Inventory run() {
    for (std::size_t kind = 0; kind < folders_.size(); ++kind) {
      inventory_.folder_seen.push_back(tree_.has_folder(folders_[kind]));
      if (inventory_.folder_seen.back()) look_into(kind);
    }
    for (const TreeEntry& entry : tree_.list("")) look_at_root(entry);
    return std::move(inventory_);
  }

private:
  void look_into(std::size_t kind) {
    std::map<std::string, std::string> names;
    const Listing listing = tree_.list(folders_[kind]);
    if (listing.fault != ReadFault::none) return report_unlisted(kind);
    for (const TreeEntry& entry : by_stem(listing)) {
      const std::string path = folders_[kind] + "/" + entry.name;
      if (is_left_alone(entry.name)) continue;
      if (entry.folder) {
        report(Structure::file_misplaced, path,
               Text{"внутри папок с записями папок не бывает", "there are no folders within the folders of records"});
      } else if (!entry.name.ends_with(yaml_suffix)) {
        report_strange_name(path);
      } else {
        inventory_.files.push_back({sources_.add(path), kind});
        const auto [same, fresh] = names.emplace(lower(entry.name), entry.name);
        if (!fresh) report_case(inventory_.files.back().source, same->second);
      }
    }
  }

  void report_unlisted(std::size_t kind) {
    inventory_.folder_seen[kind] = false;
    inventory_.unreadable = true;
    report(Structure::file_unreadable, folders_[kind], Text{"нет доступа к папке", "the folder cannot be listed"});
  }

  void report_strange_name(const std::string& path) {
    if (is_yaml_of_some_kind(path))
      report(Structure::file_misnamed, path,
             Text{"имя файла записи кончается на «.yaml»; этот файл не читается",
                  "the file name of a record ends in “.yaml”; this file is not read"});
    else
      report(Structure::file_misplaced, path,
             Text{"в папке записей лежат только файлы .yaml и .md; этот файл не читается",
                  "a folder of records holds only .yaml and .md files; this file is not read"});
  }

  void report_case(std::uint32_t source, const std::string& other) {
    add(Structure::file_misnamed, source,
        say({"имя отличается от «{}» только большими буквами", "the name differs from “{}” in capitals only"}, other));
  }

  void look_at_root(const TreeEntry& entry) {
    if (is_left_alone(entry.name) || is_one_of(singles_, entry.name)) return;
    if (is_one_of(folders_, entry.name)) return entry.folder ? void() : look_at_folder(entry.name);
    const auto& known = entry.folder ? folders_ : singles_;
    if (entry.folder ? holds_records(entry.name) : is_yaml_of_some_kind(entry.name)) report_unknown(entry, known);
  }

  /// What has the name of a folder of records and may be none.
  void look_at_folder(const std::string& name) {
    if (tree_.has_folder(name)) return;
    Arena arena;
    const ReadFault fault = tree_.read(name, arena).fault;
    const bool is_file = fault == ReadFault::none || fault == ReadFault::not_regular || fault == ReadFault::too_large;
    inventory_.unreadable = true;
    report(Structure::file_unreadable, name,
           is_file ? Text{"на этом месте должна быть папка с записями", "a folder of records must stand here"}
                   : explain(fault));
  }

  bool holds_records(const std::string& folder) const {
    for (const TreeEntry& entry : tree_.list(folder))
      if (!entry.folder && is_yaml_of_some_kind(entry.name)) return true;
    return false;
  }

  void report_unknown(const TreeEntry& entry, const std::vector<std::string>& known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    const std::string low = lower(entry.name);
    const auto same = std::find(known.begin(), known.end(), low);
    const std::string_view near = same != known.end() ? std::string_view(*same) : closest(low, names);
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    const Structure row = near.empty() ? Structure::file_misplaced : Structure::file_misnamed;
    report(
        row, entry.name,
        near.empty()
            ? say({"записи отсюда не читаются; здесь бывают: {}", "records are not read from here; known are: {}"}, all)
            : say({"возможно, «{}»; отсюда записи не читаются; здесь бывают: {}",
                   "perhaps “{}”; records are not read from here; known are: {}"},
                  near, all));
  }

  void report(Structure row, const std::string& path, Words label) { add(row, sources_.add(path), std::move(label)); }

  void add(Structure row, std::uint32_t source, Words label) {
    const Requirement& requirement = row_of(row);
    findings_.push_back(
        {.of = &requirement, .severity = requirement.severity, .span = {source, 0, 0}, .label = std::move(label)});
  }

  const Tree& tree_;
  const std::vector<std::string>& folders_;
  const std::vector<std::string>& singles_;
  Sources& sources_;
  Findings& findings_;
  Inventory inventory_;
};

}  // namespace

Inventory take_inventory(const Tree& tree, const std::vector<std::string>& folders,
                         const std::vector<std::string>& singles, Sources& sources, Findings& findings) {
  return Walk(tree, folders, singles, sources, findings).run();
}

}  // namespace nastavnik
