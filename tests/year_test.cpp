#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/linked.h"
#include "acts/typed_field.h"
#include "base/text.h"
#include "model/kinds.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/years.h"
#include "rules/catalogue.h"
#include "rules/fingerprint.h"
#include "scratch.h"
#include "shell_words.h"
#include "source/disk.h"
#include "tests/every_field.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// A school year without an editor: tests/year/year.txt is typed as a curator would, and looked at after every command.
// tests/year/README.md tells the form of the script and holds what it cost; UPDATE=1 rewrites the figures.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path folder = nastavnik::source_root() / "tests" / "year";

// The script

struct Step {
  int line = 0;
  Date today{};
  std::string command{};
  bool tells_findings = false;
  std::multiset<std::string> findings{};  ///< «P8-1 error», from here on
};

void read_finding(Step& step, const std::string& line) {
  step.tells_findings = true;
  std::istringstream words(line.substr(2));
  std::string rule, grade;
  words >> rule >> grade;
  if (grade.ends_with(":")) grade.pop_back();
  if (rule != "нет") step.findings.insert(rule + " " + grade);
}

std::vector<Step> script() {
  std::vector<Step> steps;
  std::istringstream lines(slurp(folder / "year.txt"));
  Date today;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (const auto day = parse_date(line)) today = *day;
    if (line.starts_with("nastavnik ")) steps.push_back({.line = number, .today = today, .command = line});
    if (line.starts_with("> ")) read_finding(steps.back(), line);
  }
  return steps;
}

// What stands in the folder of the school

struct School {
  explicit School(const fs::path& at, Date today) : tree(at.string()), loaded(load({.tree = tree, .today = today})) {}
  DiskTree tree;
  std::unique_ptr<Loaded> loaded;
};

std::multiset<std::string> findings_of(const Loaded& loaded) {
  std::multiset<std::string> all;
  for (const Finding& finding : check(loaded, {}).findings)
    if (!finding.of->in_detail) all.insert(fmt::format("{} {}", finding.of->id, code_of(finding.severity)));
  return all;
}

std::multiset<std::string> errors_of(const std::multiset<std::string>& findings) {
  std::multiset<std::string> errors;
  std::ranges::copy_if(findings, std::inserter(errors, errors.end()),
                       [](const std::string& one) { return one.ends_with(" error"); });
  return errors;
}

std::map<std::string, std::uintmax_t> papers_in(const fs::path& directory) {
  std::map<std::string, std::uintmax_t> sizes;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.path().extension() == ".docx") sizes[entry.path().string()] = entry.file_size();
  return sizes;
}

// What it costs

const std::set<std::string>& codes() {
  static const std::set<std::string> all = [] {
    std::set<std::string> set;
    each_field([&](const Way& way) {
      if (!way.field->value) return;
      for (const Code& code : way.field->notation().codes) set.insert(std::string(code.code));
    });
    return set;
  }();
  return all;
}

/// The words of a value that a person has to know: what stands behind the sign of equality, at commas and slashes.
std::vector<std::string> parts_of(const std::string& value) {
  const std::size_t sign = value.find('=');
  const bool is_address = value.find("://") != value.npos;
  std::vector<std::string> parts(1);
  for (const char c : sign == value.npos ? value : value.substr(sign + 1))
    if (c == ',' || c == ' ' || (c == '/' && !is_address))
      parts.emplace_back();
    else
      parts.back() += c;
  std::erase(parts, "");
  return parts;
}

bool is_id(const std::string& word, const std::set<std::string>& ids) {
  static const std::regex mark("[a-z][0-9]+");
  return ids.contains(word) || Person::kind.is_id(word) || Pair::kind.is_id(word) || Order::kind.is_id(word) ||
         SchoolYear::kind.is_id(word) || std::regex_match(word, mark);
}

struct Cost {
  int commands = 0;
  int values = 0;
  int codes = 0;
  int ids = 0;
  int dates = 0;

  void add(const std::vector<std::string>& words, const std::set<std::string>& taken) {
    static const std::regex date("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|сегодня|вчера");
    ++commands;
    for (auto word = words.begin() + 2; word != words.end(); ++word) {
      if (word->starts_with("-")) continue;
      ++values;
      dates += static_cast<int>(std::distance(std::sregex_iterator(word->begin(), word->end(), date), {}));
      for (const std::string& part : parts_of(*word)) {
        const bool is_code = ::codes().contains(part), is_known = is_id(part, taken);
        codes += is_code;
        ids += is_known;
        CHECK_MESSAGE(!is_code, part << " is a code");
        CHECK_MESSAGE(!is_known, part << " is an id");
      }
    }
  }

  std::string table() const {
    return fmt::format(
        "| what | typed | at most |\n"
        "|---|---:|---:|\n"
        "| files opened in an editor | 0 | 0 |\n"
        "| values | {} | 350 |\n"
        "| English codes | {} | 0 |\n"
        "| ids of people and records | {} | 0 |\n"
        "| dates | {} | 90 |\n"
        "| commands | {} | 120 |\n",
        values, codes, ids, dates, commands);
  }
};

void compare_table(const std::string& table) {
  const fs::path path = folder / "README.md";
  std::string text = slurp(path);
  const std::size_t begin = text.find("| what | typed |");
  REQUIRE(begin != text.npos);
  const std::size_t blank = text.find("\n\n", begin);
  const std::size_t end = blank == text.npos ? text.size() : blank + 1;
  if (std::getenv("UPDATE")) return spill(path, text.replace(begin, end - begin, table));
  CHECK(text.substr(begin, end - begin) == table);
}

/// What was typed names no record by its id.
std::set<std::string> ids_in(const Loaded& loaded) {
  std::set<std::string> ids;
  for (const std::string& address : addresses_of(loaded))
    if (const std::size_t slash = address.find('/'); slash != address.npos) ids.insert(address.substr(slash + 1));
  return ids;
}

// What it leaves behind

/// A person is told by the surname.
std::string shown(std::string_view text, const Registry& registry) {
  const Person* person = Person::kind.is_id(text) ? registry.all<Person>().find(text) : nullptr;
  if (!person || !person->full_name.given()) return std::string(text);
  return std::string(person->full_name->substr(0, person->full_name->find(' ')));
}

std::string shown(const Node* node, const Registry& registry) {
  if (!node) return "нет";
  if (node->kind == Node::Kind::scalar) return shown(node->text, registry);
  std::vector<std::string> all;
  for (const Node* item : node->items) all.push_back(shown(item, registry));
  return node->kind == Node::Kind::list ? fmt::format("{}", fmt::join(all, ", ")) : "есть";
}

/// «programs Ким completion.ground», «organization кураторы[Гордеева].basis».
std::string fact(const std::string& words, const Loaded& loaded) {
  std::istringstream in(words);
  std::string folder_name, record, path;
  in >> folder_name;
  if (folder_name != "organization" && folder_name != "regulation") in >> record;
  std::getline(in >> std::ws, path);
  const auto kind = std::ranges::find_if(kind_shapes(), [&](const KindShape& one) {
    return one.kind->folder == folder_name || one.kind->folder == folder_name + ".yaml";
  });
  REQUIRE_MESSAGE(kind != kind_shapes().end(), words);
  std::string file(kind->kind->folder);
  if (!record.empty()) {
    const Meant meant = linked_by(*kind->kind, record, loaded);
    REQUIRE_MESSAGE(meant.is_one(), words << ": " << fmt::format("{}", fmt::join(meant.records, ", ")));
    file += "/" + meant.records.front().substr(meant.records.front().find('/') + 1) + ".yaml";
  }
  const RecordFile in_file(loaded, file);
  try {
    return shown(field_typed(top_of(in_file), path, {.loaded = loaded}).node, loaded.registry);
  } catch (const Refusal& refusal) {
    return std::string(refusal.what.ru);
  }
}

int compare_facts(const Loaded& loaded) {
  std::istringstream lines(slurp(folder / "facts.txt"));
  int facts = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t sign = line.find(" = ");
    if (line.starts_with('#') || sign == line.npos) continue;
    ++facts;
    CHECK_MESSAGE(fact(line.substr(0, sign), loaded) == line.substr(sign + 3), line);
  }
  return facts;
}

}  // namespace

TEST_CASE("a school year without an editor") {
  const Scratch scratch;
  std::multiset<std::string> expected, before;
  std::map<std::string, std::uintmax_t> papers;
  Cost cost;
  std::set<std::string> ids;
  Date last;
  for (const Step& step : script()) {
    INFO("tests/year/year.txt:", step.line, ": ", step.command);
    const std::vector<std::string> words = words_of(step.command);
    cost.add(words, ids);
    const nastavnik::Said said =
        nastavnik::run_command(scratch.path(), {words.begin() + 1, words.end()},
                               {.today = step.today, .locale = "ru_RU.UTF-8", .variables = with_tools});
    INFO(said.out, said.err);
    CHECK(said.status == cmd::ExitStatus::clean);
    const School school(scratch.path(), last = step.today);
    ids = ids_in(*school.loaded);
    if (step.tells_findings) expected = step.findings;
    const std::multiset<std::string> now = findings_of(*school.loaded);
    CHECK_MESSAGE(now == expected, fmt::format("{}", fmt::join(now, "; ")));
    if (words[1] != "init") CHECK(std::ranges::includes(errors_of(before), errors_of(now)));
    before = now;
    const auto printed = papers_in(scratch.path());
    if (words[1] == "document" || words[1] == "report") CHECK(printed.size() > papers.size());
    for (const auto& [path, size] : printed) CHECK_MESSAGE(size > 0, path);
    papers = printed;
  }
  CHECK(cost.values <= 350);
  CHECK(cost.codes == 0);
  CHECK(cost.ids == 0);
  CHECK(cost.dates <= 90);
  CHECK(cost.commands <= 120);
  compare_table(cost.table());
  const School school(scratch.path(), last);
  CHECK(compare_facts(*school.loaded) >= 60);
}
