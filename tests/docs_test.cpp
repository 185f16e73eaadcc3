#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cmd/run.h"
#include "scratch.h"
#include "shell_words.h"
#include "tests/files.h"
#include "tests/source_root.h"

// What a reader is told to type is typed here: the ```console blocks of the guides are run in a directory that holds
// examples/, and what they show is what the program says; a ```yaml block that names a file is put there, and
// `<!-- today: 2025-08-25 -->` sets the day. UPDATE=1
// rewrites what the program says.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path source_dir = nastavnik::source_root();

std::string output_of(const std::string& line, const fs::path& directory, Date today) {
  std::vector<std::string> words = words_of(line);
  REQUIRE(words.front() == "nastavnik");
  words.erase(words.begin());
  std::istringstream in;
  std::ostringstream out;
  cmd::run(words, {.in = in, .out = out, .err = out, .directory = directory, .today = today, .locale = "ru_RU.UTF-8"});
  return out.str();
}

/// A directory as a reader has it: the examples are there, what is made goes away.
class Reader : public Scratch {
public:
  Reader() { fs::create_symlink(source_dir / "examples", path() / "examples"); }
};

constexpr std::string_view file_block = "```yaml ";
constexpr std::string_view day_set = "<!-- today: ";

/// Writes the block into the file that its first line names; gives back its lines.
std::string written(std::istringstream& lines, const fs::path& file) {
  std::ofstream out(file, std::ios::binary);
  REQUIRE(out);
  std::string result;
  for (std::string line; std::getline(lines, line) && line != "```";) result += line + '\n';
  out << result;
  return result + "```\n";
}

/// The guide with what its commands say now.
std::string replayed(const std::string& guide, const fs::path& directory, int& commands) {
  std::istringstream lines(guide);
  std::string result;
  Date today(2026, 11, 22);
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "```console")
      in_block = true;
    else if (line == "```")
      in_block = false;
    else if (in_block && !line.starts_with("$ "))
      continue;
    if (line.starts_with(day_set)) today = parse_date(line.substr(day_set.size(), 10)).value();
    result += line + '\n';
    if (line.starts_with(file_block)) result += written(lines, directory / line.substr(file_block.size()));
    if (!in_block || !line.starts_with("$ ")) continue;
    result += output_of(line.substr(2), directory, today);
    ++commands;
  }
  return result;
}

/// The pictures of a guide; each has words for those who do not see it.
std::vector<std::string> pictures_of(const fs::path& guide) {
  const std::string text = slurp(guide);
  const std::regex image("<img src=\"([^\"]*)\"( alt=\"([^\"]+)\")?");
  std::vector<std::string> names;
  for (std::sregex_iterator found(text.begin(), text.end(), image), end; found != end; ++found) {
    CAPTURE((*found)[1].str());
    CHECK((*found)[3].matched);
    CHECK(fs::exists(guide.parent_path() / (*found)[1].str()));
    names.push_back(fs::path((*found)[1].str()).filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("a guide and its twin show the same pictures, and each picture is shown") {
  std::set<std::string> shown;
  for (const char* name :
       {"asking.md", "documents.md", "due.md", "entering.md", "exceptions.md", "install.md", "reports.md", "year.md"}) {
    CAPTURE(std::string(name));
    const std::vector<std::string> pictures = pictures_of(source_dir / "man" / name);
    CHECK(pictures == pictures_of(source_dir / "man/ru" / name));
    shown.insert(pictures.begin(), pictures.end());
  }
  std::set<std::string> kept;
  for (const fs::directory_entry& file : fs::directory_iterator(source_dir / "man/pictures"))
    kept.insert(file.path().filename().string());
  CHECK(shown == kept);
}

TEST_CASE("the guides show what the program says") {
  for (const char* name :
       {"README.md", "README.ru.md", "examples/mistakes/README.md", "man/documents.md", "man/ru/documents.md",
        "man/due.md", "man/ru/due.md", "man/entering.md", "man/ru/entering.md", "man/exceptions.md",
        "man/ru/exceptions.md", "man/install.md", "man/ru/install.md", "man/reports.md", "man/ru/reports.md",
        "man/year.md", "man/ru/year.md"}) {
    CAPTURE(std::string(name));
    const Reader reader;
    const std::string guide = slurp(source_dir / name);
    int commands = 0;
    const std::string now = replayed(guide, reader.path(), commands);
    if (std::getenv("UPDATE")) std::ofstream(source_dir / name, std::ios::binary) << now;
    CHECK(now == guide);
    CHECK(commands > 0);
  }
}
