#include "tests/fixture_case.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.h"

namespace nastavnik {
namespace {

constexpr std::string_view expect_mark = "# expect: ";
constexpr std::string_view bytes_mark = " (bytes)";

/// Lines that belong to the case and to no file.
constexpr std::string_view case_words[] = {
    "expect: ", "also: ", "undecided: ", "base: ", "as-of: ", "today: ", "days: ", "due: ", "late: ", "gone: "};

bool is_case_word(std::string_view line) {
  return std::any_of(std::begin(case_words), std::end(case_words),
                     [&](std::string_view word) { return line.starts_with(word); });
}

/// The rest of the line behind `label: `; nothing when the line is another one.
std::optional<std::string_view> after(std::string_view line, std::string_view label) {
  if (!line.starts_with(label)) return std::nullopt;
  return trimmed(line.substr(label.size()));
}

/// What stands between two equal marks: `-- path --`.
std::optional<std::string_view> between(std::string_view line, std::string_view mark) {
  line = trimmed(line);
  if (line.size() < 2 * mark.size() + 3 || !line.starts_with(mark) || !line.ends_with(mark)) return std::nullopt;
  return trimmed(line.substr(mark.size(), line.size() - 2 * mark.size()));
}

/// Text in which a byte may be written `\xHH`.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* code = text.data() + at + 2;
    if (text.substr(at, 2) != "\\x" || at + 4 > text.size() ||
        std::from_chars(code, code + 2, byte, 16).ptr != code + 2) {
      bytes += text[at];
      continue;
    }
    bytes += static_cast<char>(byte);
    at += 3;
  }
  return bytes;
}

std::string_view key_of(std::string_view line) {
  if (line.empty() || line[0] == ' ' || line[0] == '#' || line[0] == '-') return {};
  return line.substr(0, line.find(':'));
}

/// Lines of one file, cut into top-level entries: what stands above the first key has the key "".
struct Entry {
  std::string key;
  std::string text;
};

std::vector<Entry> entries_of(std::string_view text) {
  std::vector<Entry> entries{{}};
  for (const std::string_view line : lines_of(text)) {
    if (const std::string_view key = key_of(line); !key.empty()) entries.push_back({std::string(key), {}});
    entries.back().text += std::string(line) + "\n";
  }
  return entries;
}

class CaseReader {
public:
  CaseReader(FileTexts files, std::vector<std::string>& faults) : files_(std::move(files)), faults_(faults) {}

  FileTexts run(std::string_view text) {
    for (const std::string_view line : lines_of(text)) take(line);
    finish_file();
    return std::move(files_);
  }

private:
  enum class Mode { none, whole, bytes, entries };

  void take(std::string_view line) {
    if (const auto path = between(line, "--")) return begin_whole(*path);
    if (between(line, "!!")) return finish_file();
    if (const auto path = between(line, "~~")) return begin(Mode::entries, *path);
    if (const auto what = between(line, "xx"))
      return mode_ == Mode::entries && !what->ends_with(".yaml") ? remove_entry(*what) : remove_file(*what);
    if (mode_ != Mode::none)
      body_ += std::string(line) + "\n";
    else if (!trimmed(line).empty() && !is_case_word(line))
      faults_.push_back(fmt::format("a line outside any file: {}", line));
  }

  /// `-- path (bytes) --`: bytes that no text editor writes stand in it as `\xHH`.
  void begin_whole(std::string_view path) {
    const bool bytes = path.ends_with(bytes_mark);
    if (bytes) path.remove_suffix(bytes_mark.size());
    begin(bytes ? Mode::bytes : Mode::whole, path);
  }

  void begin(Mode mode, std::string_view path) {
    finish_file();
    mode_ = mode;
    path_ = path;
    if (mode == Mode::entries && !files_.contains(path_)) faults_.push_back(fmt::format("the base has no {}", path_));
    if (mode == Mode::entries) current_ = entries_of(files_[path_]);
  }

  void remove_file(std::string_view path) {
    finish_file();
    if (files_.erase(std::string(path)) == 0) faults_.push_back(fmt::format("the base has no {}", path));
  }

  void remove_entry(std::string_view key) {
    const auto found =
        std::find_if(current_.begin(), current_.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == current_.end()) return faults_.push_back(fmt::format("{} has no {}", path_, key));
    current_.erase(found);
  }

  void finish_file() {
    while (body_.ends_with("\n\n")) body_.pop_back();
    if (mode_ == Mode::whole) files_[path_] = body_;
    if (mode_ == Mode::bytes) files_[path_] = unescaped(body_);
    if (mode_ == Mode::entries) replace_entries();
    mode_ = Mode::none;
    body_.clear();
  }

  void replace_entries() {
    for (Entry& entry : entries_of(body_)) {
      if (entry.key.empty()) continue;
      const auto found =
          std::find_if(current_.begin(), current_.end(), [&](const Entry& old) { return old.key == entry.key; });
      if (found == current_.end())
        current_.push_back(std::move(entry));
      else
        found->text = std::move(entry.text);
    }
    std::string text;
    for (const Entry& entry : current_) text += entry.text;
    files_[path_] = text;
  }

  FileTexts files_;
  std::vector<std::string>& faults_;
  Mode mode_ = Mode::none;
  std::string path_;
  std::string body_;
  std::vector<Entry> current_;
};

/// `ID[:severity] [key] ["part of the message"]`
void read_expectation(std::string_view words, Expectation& expectation) {
  const std::size_t quote = words.find('"');
  if (quote != words.npos) {
    expectation.message = words.substr(quote + 1, words.rfind('"') - quote - 1);
    words = trimmed(words.substr(0, quote));
  }
  const std::size_t space = words.find(' ');
  const std::string_view id = words.substr(0, space);
  const std::size_t colon = id.find(':');
  expectation.id = id.substr(0, colon);
  if (colon != id.npos) expectation.severity = id.substr(colon + 1);
  if (space != words.npos) expectation.key = trimmed(words.substr(space + 1));
}

/// Behind `expect:` and the like: `ID[:severity] path[:line] ["part of the message"]`
Expectation expectation_of_line(std::string_view words) {
  Expectation expectation;
  read_expectation(words, expectation);
  std::string_view place = expectation.key;
  if (const std::size_t colon = place.rfind(':'); colon != place.npos) {
    const std::string_view number = place.substr(colon + 1);
    std::from_chars(number.data(), number.data() + number.size(), expectation.line);
    place = place.substr(0, colon);
  }
  expectation.path = place;
  expectation.key.clear();
  return expectation;
}

std::vector<Expectation> expectations_of_lines(const FixtureCase& fixture_case, std::string_view label) {
  std::vector<Expectation> found;
  for (const std::string_view line : lines_of(fixture_case.text))
    if (const auto words = after(line, label)) found.push_back(expectation_of_line(*words));
  return found;
}

}  // namespace

FileTexts apply_case(const FixtureCase& fixture_case, FileTexts base, std::vector<std::string>& faults) {
  return CaseReader(std::move(base), faults).run(fixture_case.text);
}

std::vector<Expectation> expectations(const FixtureCase& fixture_case, const FileTexts& files) {
  std::vector<Expectation> found;
  for (const auto& [path, text] : files) {
    int number = 0;
    for (const std::string_view line : lines_of(text)) {
      ++number;
      const std::size_t mark = line.find(expect_mark);
      if (mark == line.npos) continue;
      Expectation& expectation = found.emplace_back();
      expectation.path = path;
      expectation.line = number;
      read_expectation(trimmed(line.substr(mark + expect_mark.size())), expectation);
    }
  }
  for (Expectation& expectation : expectations_of_lines(fixture_case, "expect:"))
    found.push_back(std::move(expectation));
  return found;
}

std::vector<Expectation> expected_places(const FixtureCase& fixture_case) {
  return expectations_of_lines(fixture_case, "also:");
}

std::vector<Expectation> expected_undecided(const FixtureCase& fixture_case) {
  return expectations_of_lines(fixture_case, "undecided:");
}

std::map<std::string, std::string> unreadable_files(const FixtureCase& fixture_case) {
  std::map<std::string, std::string> found;
  for (const std::string_view line : lines_of(fixture_case.text)) {
    const auto what = between(line, "!!");
    const std::size_t space = what ? what->rfind(' ') : std::string_view::npos;
    if (space != std::string_view::npos) found.emplace(what->substr(0, space), what->substr(space + 1));
  }
  return found;
}

}  // namespace nastavnik
