#include <algorithm>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "acts/formatting.h"
#include "acts/judge.h"
#include "tests/files.h"
#include "tests/made_record.h"
#include "tests/memory_tree.h"
#include "tests/source_root.h"

namespace nastavnik {
namespace {

namespace fs = std::filesystem;

constexpr const char* registries[] = {"examples/school", "examples/mistakes", "tests/base/bare", "tests/base/pair",
                                      "tests/base/year"};

using Files = std::map<std::string, std::string>;

Files files_of(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).generic_string()] = slurp(entry.path());
  return files;
}

/// A registry in memory, read.
struct ReadRegistry {
  explicit ReadRegistry(const Files& all) : tree(all), loaded(load(request())) {}
  ReadRegistry(const ReadRegistry&) = delete;
  ReadRegistry& operator=(const ReadRegistry&) = delete;
  LoadRequest request() const { return {.tree = tree, .today = Date(2025, 9, 15)}; }
  Formatted formatted() const { return nastavnik::formatted(*loaded, {}); }

  MemoryTree tree;
  std::unique_ptr<Loaded> loaded;
};

Files with_changes(Files files, const Changes& changes) {
  for (const Change& change : changes) files[change.file] = *std::get<WholeFile>(change.what).bytes;
  return files;
}

TEST_CASE("what init and the example write is in the standard form") {
  CHECK(ReadRegistry(files_of(source_root() / "examples/school")).formatted().changes.empty());
  Files samples;
  for (const auto& [path, text] : files_of(source_root() / "cmd/new_registry")) {
    if (path.ends_with(".yaml")) samples[path] = text;
    const std::size_t begin = text.find("```yaml\n");
    if (path.ends_with("README.md") && begin != text.npos)
      samples[path.substr(0, path.find('/')) + "/2025-1.yaml"] =
          text.substr(begin + 8, text.find("```", begin + 8) - begin - 8);
  }
  const Formatted formatted = ReadRegistry(samples).formatted();
  CHECK(formatted.records >= 12);
  CHECK(formatted.left_alone.empty());
  for (const Change& change : formatted.changes) FAIL_CHECK(change.file);
}

TEST_CASE("a check finds the same in the standard form, and a second run changes nothing") {
  std::size_t records = 0, changed = 0;
  for (const char* folder : registries) {
    CAPTURE(folder);
    const Files files = files_of(source_root() / folder);
    const ReadRegistry before(files);
    const Formatted formatted = before.formatted();
    records += formatted.records, changed += formatted.changes.size();
    const Judged judged = judge(before.request(), *before.loaded, formatted.changes);
    CHECK(judged.fresh.empty());
    CHECK(judged.gone.empty());
    CHECK(judged.in_doubt.empty());
    const ReadRegistry after(with_changes(files, formatted.changes));
    CHECK(after.formatted().changes.empty());
    CHECK(after.formatted().left_alone.size() == formatted.left_alone.size());
    const CheckRequest how{.fingerprints = true, .no_baseline = true};
    CHECK(check(*after.loaded, how).fingerprints == check(*before.loaded, how).fingerprints);
  }
  MESSAGE(fmt::format("{} records, {} of them changed", records, changed));
}

/// Comments above and behind lines, wherever there is room for them.
std::string commented(const std::string& text, RecordMaker& make, std::size_t& count) {
  std::string result;
  bool in_text = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    in_text = in_text && line.starts_with("  ");
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (!in_text && make.one_of(3)) result += fmt::format("{:{}}# строка {}\n", "", indent, count++);
    in_text = in_text || line.ends_with("|");
    result += line + (!in_text && make.one_of(4) ? fmt::format(" # о {}", count++) : "") + "\n";
    begin = end + 1;
  }
  return result;
}

TEST_CASE("no comment is lost, whatever it stands at") {
  std::size_t count = 0, kept = 0;
  for (const char* folder : registries) {
    CAPTURE(folder);
    Files files = files_of(source_root() / folder);
    const std::size_t left_alone = ReadRegistry(files).formatted().left_alone.size();
    RecordMaker make(564);
    for (auto& [path, text] : files)
      if (path.ends_with(".yaml")) text = commented(text, make, count);
    const ReadRegistry registry(files);
    const Formatted formatted = registry.formatted();
    CHECK(formatted.left_alone.size() == left_alone);
    const Files after = with_changes(files, formatted.changes);
    for (const auto& [path, text] : files) {
      std::vector<std::string> before = comments_made(text), now = comments_made(after.at(path));
      std::sort(before.begin(), before.end());
      std::sort(now.begin(), now.end());
      CHECK(before == now);
      kept += now.size();
    }
    CHECK(ReadRegistry(after).formatted().changes.empty());
  }
  CHECK(kept == count);
  MESSAGE(fmt::format("{} comments", kept));
}

TEST_CASE("only what was asked about changes") {
  const ReadRegistry registry(files_of(source_root() / "tests/base/pair"));
  const AskedFiles asked(registry.loaded->sources, {"publications"});
  const Formatted formatted = nastavnik::formatted(*registry.loaded, asked);
  CHECK(formatted.records == 1);
  REQUIRE(formatted.changes.size() == 1);
  CHECK(formatted.changes.front().file == "publications/section.yaml");
}

}  // namespace
}  // namespace nastavnik
