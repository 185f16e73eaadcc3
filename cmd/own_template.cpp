#include "cmd/own_template.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/printable.h"
#include "base/text.h"
#include "cmd/unknown.h"
#include "document/catalogue.h"
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

/// The folder of templates; that there is none is no fault, that it is no folder is one.
Listing templates_in(const DiskTree& tree) {
  Listing listing = tree.list(templates_folder);
  if (listing.fault == ReadFault::missing && stands_in(tree.list(""), templates_folder))
    throw Failure(Text{"templates — не папка, шаблоны из неё не прочитать",
                       "templates is no folder: no template can be read there"});
  if (listing.fault != ReadFault::none && listing.fault != ReadFault::missing)
    throw Failure(
        say({"папка templates не читается: {}", "the folder templates cannot be read: {}"}, why(listing.fault)));
  return listing;
}

/// Named like the template of the document, and not so.
bool is_like(const std::string& file, std::string_view document) {
  const std::filesystem::path path(file);
  const std::string stem = fold(path.stem().string()), extension = fold(path.extension().string());
  constexpr std::array<std::string_view, 8> of_texts{".docx", ".docm", ".dotx", ".dotm",
                                                     ".doc",  ".dot",  ".odt",  ".rtf"};
  if (std::ranges::count(of_texts, extension) == 0 || file == fmt::format("{}.docx", document)) return false;
  const std::vector<std::string_view> names = names_of(documents());
  return stem == document || (!find_document(stem) && meant_by(stem, names) == document);
}

}  // namespace

std::optional<std::string> own_template(const std::filesystem::path& root, const std::string& file) {
  const DiskTree tree(root.string(), largest_template);
  Arena arena;
  const ReadResult read = tree.read(std::string(templates_folder) + '/' + file, arena);
  if (read.fault == ReadFault::none) return std::string(read.text);
  if (read.fault == ReadFault::missing && !stands_in(templates_in(tree), file)) return std::nullopt;
  throw Failure(say({"шаблон templates/{} не читается: {}", "the template templates/{} cannot be read: {}"}, file,
                    why(read.fault)));
}

std::vector<std::string> own_templates(const std::filesystem::path& root) {
  const Listing listing = templates_in(DiskTree(root.string()));
  std::vector<std::string> names;
  for (const TreeEntry& entry : listing.entries)
    if (!entry.name.starts_with('.') && !entry.name.starts_with('~') &&
        (!entry.folder || entry.name.ends_with(".docx")))
      names.push_back(entry.name);
  return names;
}

std::vector<Words> misnamed_folders(const std::filesystem::path& root) {
  std::vector<Words> faults;
  for (const TreeEntry& entry : DiskTree(root.string()).list("").entries)
    if (entry.folder && entry.name != templates_folder && fold(entry.name) == templates_folder)
      faults.push_back(say({"папка {} не используется: шаблоны лежат в папке templates, её имя — маленькими буквами",
                            "the folder {} is not used: templates lie in the folder templates, all in small letters"},
                           printable(entry.name)));
  return faults;
}

std::vector<Words> overlooked_templates(const std::filesystem::path& root, std::string_view document) {
  std::vector<Words> faults = misnamed_folders(root);
  for (const std::string& name : own_templates(root))
    if (is_like(name, document))
      faults.push_back(
          say({"{0}/{1} не используется: шаблон должен называться {2}.docx и быть документом Word (.docx)",
               "{0}/{1} is not used: the template has to be named {2}.docx and be a Word document (.docx)"},
              templates_folder, printable(name), document));
  return faults;
}

}  // namespace nastavnik::cmd
