#include "acts/changed_files.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/failure.h"
#include "edit/record_text.h"
#include "model/kinds/people.h"
#include "model/shape.h"
#include "source/read_fault.h"

namespace nastavnik {
namespace {

/// The keys that stand before that of the path, as the field table has them; nothing where it does not know the key.
std::optional<std::vector<std::string_view>> earlier_keys(const Shape* shape, const NodePath& path) {
  std::vector<std::string_view> earlier;
  for (const NodeStep& step : path) {
    const std::string* key = std::get_if<std::string>(&step);
    if (!key) continue;
    const FieldShape* field = shape ? shape->find(*key) : nullptr;
    if (!field) return std::nullopt;
    earlier.clear();
    for (const FieldShape& one : shape->fields) {
      if (&one == field) break;
      earlier.push_back(one.field.key);
    }
    shape = field->shape;
  }
  return earlier;
}

bool is_personal(const Loaded& loaded, std::string_view path) {
  return path.starts_with(loaded.sources.personal_folder());
}

/// The first line of a new record, where the folder has hints for an editor.
std::string first_line(const Tree& tree, std::string_view path, bool personal) {
  const std::size_t slash = path.find('/');
  const std::string_view kind = personal ? Person::kind.folder : path.substr(0, path.find_first_of("/."));
  const std::string schema = fmt::format(".nastavnik/schemas/{}.schema.json", kind);
  if (!tree.has_file(schema)) return {};
  return fmt::format("# yaml-language-server: $schema={}{}\n", slash == path.npos ? "" : "../", schema);
}

/// One file while changes are made in it.
class File {
public:
  File(std::string path, const Tree& tree, const Loaded& loaded)
      : shape_(shape_at(path, is_personal(loaded, path))), file_{.path = std::move(path)} {
    read(tree, loaded);
    file_.after = file_.before;
    fresh_ = file_.before ? "" : first_line(tree, file_.path, is_personal(loaded, file_.path));
  }

  bool operator()(const SetValue& set) {
    return edit([&](RecordText& text) { return text.set(set.path, set.value, earlier_keys(shape_, set.path)); });
  }
  bool operator()(const InsertItem& insert) {
    return edit([&](RecordText& text) {
      return text.insert(insert.list, std::min(insert.index, text.size_of(insert.list)), insert.item,
                         earlier_keys(shape_, insert.list));
    });
  }
  bool operator()(const RemoveValue& remove) {
    return edit([&](RecordText& text) { return text.remove(remove.path); });
  }
  bool operator()(const ReplaceBytes& replace) {
    if (!file_.after || replace.begin > replace.end || replace.end > file_.after->size()) return false;
    file_.after->replace(replace.begin, replace.end - replace.begin, replace.bytes);
    return true;
  }
  bool operator()(const WholeFile& whole) {
    file_.after = whole.bytes;
    return true;
  }

  bool is_changed() const { return file_.before != file_.after; }
  ChangedFile take() { return std::move(file_); }

private:
  /// What was read once counts: another command may be writing.
  void read(const Tree& tree, const Loaded& loaded) {
    for (std::uint32_t source = 0; source < loaded.sources.size(); ++source)
      if (loaded.sources[source].path == file_.path && loaded.sources[source].text.data()) {
        file_.before = std::string(loaded.sources[source].text);
        return;
      }
    Arena arena;
    const ReadResult bytes = tree.read(file_.path, arena);
    if (bytes.fault == ReadFault::none) file_.before = std::string(bytes.text);
    if (bytes.fault != ReadFault::none && bytes.fault != ReadFault::missing)
      throw Failure(say({"{}: {}", "{}: {}"}, file_.path, explain(bytes.fault)));
  }

  template <class Make>
  bool edit(const Make& make) {
    RecordText text(file_.after.value_or(fresh_));
    if (!make(text)) return false;
    file_.after = text.text();
    return true;
  }

  const Shape* shape_;
  ChangedFile file_;
  std::string fresh_{};
};

/// Bytes are replaced from the end of a file to its beginning, before anything else, so that each stands where it was read.
Changes in_order(Changes changes) {
  const auto place = [](const Change& change) {
    const auto* bytes = std::get_if<ReplaceBytes>(&change.what);
    return bytes ? bytes->begin + 1 : 0;
  };
  std::stable_sort(changes.begin(), changes.end(),
                   [&](const Change& a, const Change& b) { return place(a) > place(b); });
  return changes;
}

}  // namespace

Edited edited(const Tree& tree, const Loaded& loaded, const Changes& changes) {
  Edited edited;
  std::map<std::string, File> files;
  for (const Change& change : in_order(changes)) {
    File& file = files.try_emplace(change.file, change.file, tree, loaded).first->second;
    if (!std::visit(file, change.what)) edited.beyond_form.push_back(change);
  }
  for (auto& [path, file] : files)
    if (file.is_changed()) edited.files.push_back(file.take());
  return edited;
}

}  // namespace nastavnik
