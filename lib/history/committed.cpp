#include "history/committed.h"

#include <algorithm>
#include <charconv>

namespace nastavnik {
namespace {

std::string_view take(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return take(text, ' ');
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// `100644 blob <object>    <size>\t<path>`.
void take_file(std::string_view line, CommittedFiles& files) {
  std::string_view head = take(line, '\t');
  const std::string_view mode = take_word(head), type = take_word(head), object = take_word(head);
  using enum CommittedFile::Kind;
  const CommittedFile::Kind kind = type == "commit" ? repository : mode == "120000" ? link : file;
  files[std::string(line)] = {kind, std::string(object), number_of(take_word(head))};
}

/// `<object> blob <size>\n<bytes>\n`, or `<object> missing\n`.
void keep(std::string_view answer, Objects& known) {
  while (!answer.empty()) {
    std::string_view head = take(answer, '\n');
    const std::string_view object = take_word(head), type = take_word(head);
    if (type != "blob") continue;
    const std::uint64_t size = number_of(take_word(head));
    if (size >= answer.size()) return;
    known.emplace(object, answer.substr(0, size));
    answer.remove_prefix(size + 1);
  }
}

}  // namespace

std::optional<CommittedFiles> committed_files(const Git& git, const std::string& commit, const std::string& prefix) {
  const ProgramAnswer answer = git.ask({"ls-tree", "-r", "-z", "-l", "--full-tree", commit + ":" + prefix});
  if (!answer.started || answer.cut || answer.status != 0) return std::nullopt;
  CommittedFiles files;
  for (const std::string_view line : parts_at_nul(answer.out)) take_file(line, files);
  return files;
}

void fetch(const Git& git, const std::vector<std::string_view>& objects, Objects& known) {
  std::string wanted;
  for (const std::string_view object : objects) wanted += std::string(object) + "\n";
  if (!wanted.empty()) keep(git.ask({"cat-file", "--batch"}, wanted).out, known);
}

}  // namespace nastavnik
