#include "cmd/own_template.h"

#include <algorithm>

#include "base/failure.h"
#include "source/disk.h"
#include "source/read_fault.h"

namespace nastavnik::cmd {
namespace {

/// A template with pictures is larger than any record.
constexpr std::uint64_t largest_template = std::uint64_t{64} << 20;

Words why(ReadFault fault) {
  if (fault == ReadFault::too_large)
    return Text{"файл больше 64 МиБ, таких шаблонов не бывает", "the file is larger than 64 MiB, no template is"};
  return explain(fault);
}

bool stands_in(const Listing& listing, const std::string& file) {
  return std::any_of(listing.entries.begin(), listing.entries.end(),
                     [&](const TreeEntry& entry) { return entry.name == file; });
}

}  // namespace

std::optional<std::string> own_template(const std::filesystem::path& root, const std::string& file) {
  const DiskTree tree(root.string(), largest_template);
  Arena arena;
  const ReadResult read = tree.read(std::string(templates_folder) + '/' + file, arena);
  if (read.fault == ReadFault::none) return std::string(read.text);
  if (read.fault == ReadFault::missing && !stands_in(tree.list(templates_folder), file)) return std::nullopt;
  throw Failure(say({"шаблон templates/{} не читается: {}", "the template templates/{} cannot be read: {}"}, file,
                    why(read.fault)));
}

std::vector<std::string> own_templates(const std::filesystem::path& root) {
  const Listing listing = DiskTree(root.string()).list(templates_folder);
  if (listing.fault != ReadFault::none && listing.fault != ReadFault::missing)
    throw Failure(
        say({"папка templates не читается: {}", "the folder templates cannot be read: {}"}, why(listing.fault)));
  std::vector<std::string> names;
  for (const TreeEntry& entry : listing.entries)
    if (!entry.name.starts_with('.') && !entry.name.starts_with('~') &&
        (!entry.folder || entry.name.ends_with(".docx")))
      names.push_back(entry.name);
  return names;
}

}  // namespace nastavnik::cmd
