#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "cmd/run.h"
#include "page/package.h"
#include "reports/reports.h"
#include "scratch.h"
#include "source/disk.h"
#include "source/node.h"
#include "tests/source_root.h"
#include "views/list.h"

// Names and contacts stand in people/ alone: no output that leaves the terminal repeats them unless it is asked to, and
// no machine format ever does.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path source_dir = nastavnik::source_root();

void collect(const Node& node, std::string_view key, std::set<std::string>& secrets) {
  static const std::set<std::string_view> private_keys{"full_name", "short_name",  "phone",     "email",
                                                       "address",   "external_id", "birth_date"};
  for (const NodeEntry& entry : node.entries) collect(*entry.value, entry.key, secrets);
  for (const Node* item : node.items) collect(*item, key, secrets);
  if (node.kind == Node::Kind::scalar && private_keys.contains(key)) secrets.insert(std::string(node.text));
}

/// Every name (whole, and the surname alone), phone, e-mail and birth date of the registry.
std::set<std::string> secrets_of(const fs::path& root) {
  std::set<std::string> secrets;
  const DiskTree tree(root.string());
  Sources sources;
  Arena arena;
  std::pmr::monotonic_buffer_resource nodes;
  Findings findings;
  for (const TreeEntry& entry : tree.list("people")) {
    const std::uint32_t index = sources.add("people/" + entry.name);
    sources[index].text = tree.read(sources[index].path, arena).text;
    if (const Node* root_node = parse(index, sources, arena, nodes, findings)) collect(*root_node, {}, secrets);
  }
  std::set<std::string> with_surnames = secrets;
  for (const std::string& secret : secrets)
    if (const std::size_t space = secret.find(' ');
        space != secret.npos && static_cast<unsigned char>(secret[0]) > 0x7F)
      with_surnames.insert(secret.substr(0, space));
  return with_surnames;
}

std::string output_of(const std::vector<std::string>& words, const fs::path& directory) {
  std::istringstream in;
  std::ostringstream out, err;
  cmd::run(words, {.in = in, .out = out, .err = err, .directory = directory, .today = Date(2026, 11, 1)});
  return out.str() + err.str();
}

/// A copy of a registry, to be spoiled.
class Copied : public Scratch {
public:
  explicit Copied(const fs::path& registry) { fs::copy(registry, path(), fs::copy_options::recursive); }
};

/// A copy of a registry in which every file of people/ is spoiled, so that findings stand in them.
class Spoiled : public Copied {
public:
  explicit Spoiled(const fs::path& registry) : Copied(registry) {
    int number = 0;
    for (const auto& entry : fs::directory_iterator(path() / "people")) spoil(entry.path(), number++);
  }

private:
  // Each fault shows the value at its place in its own way: an unknown key, an unclosed quote, a wrong type, a twin key.
  static void spoil(const fs::path& file, int number) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    std::string bytes = text.str();
    const std::string name = bytes.substr(0, bytes.find('\n'));
    const std::size_t colon = name.find(": ");
    const std::string value = colon == name.npos ? "Тайнова" : name.substr(colon + 2);
    if (number % 5 == 0) bytes += "ful_name: " + value + "\n";
    if (number % 5 == 1) bytes += "external_id: \"" + value + "\n";
    if (number % 5 == 2) bytes += "birth_date: " + value + "\n";
    if (number % 5 == 3) bytes += name + "\n";
    if (number % 5 == 4) bytes += "consents: " + value + "\n  # " + value + "\n";
    std::ofstream(file, std::ios::binary) << bytes;
  }
};

std::size_t times(const std::string& word, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++count;
  return count;
}

/// `anyway` is what the program says of any registry: the catalogue has words that begin like a surname.
void require_none(const std::set<std::string>& secrets, const std::string& output, const std::string& what,
                  const std::string& anyway) {
  REQUIRE_FALSE(secrets.empty());
  for (const std::string& secret : secrets)
    if (times(secret, output) > times(secret, anyway)) FAIL_CHECK(what << " tells " << secret);
}

/// What a format says of a registry without anybody.
std::string said_of_nobody(const std::string& format, const std::string& language) {
  const Scratch scratch;
  std::ofstream(scratch.path() / "nastavnik.yaml") << "format: 1\n";
  return output_of({"check", "--format", format, "--lang", language}, scratch.path());
}

std::vector<fs::path> registries() {
  std::vector<fs::path> found;
  for (const char* folder : {"examples", "tests/base"})
    for (const auto& entry : fs::directory_iterator(source_dir / folder))
      if (fs::is_directory(entry.path() / "people")) found.push_back(entry.path());
  return found;
}

}  // namespace

TEST_CASE("no output names anybody") {
  std::size_t checked = 0;
  for (const fs::path& registry : registries()) {
    const std::set<std::string> secrets = secrets_of(registry);
    const Spoiled spoiled(registry);
    for (const char* format : {"text", "concise", "json", "sarif", "junit", "github", "gitlab"})
      for (const char* language : {"ru", "en"}) {
        const std::string anyway = said_of_nobody(format, language);
        require_none(secrets, output_of({"check", "--format", format, "--lang", language}, registry),
                     registry.filename().string() + " " + format, anyway);
        const std::string output = output_of({"check", "--format", format, "--lang", language}, spoiled.path());
        CHECK(output.find("people/") != output.npos);
        require_none(secrets, output, registry.filename().string() + " spoiled " + format, anyway);
        ++checked;
      }
  }
  CHECK(checked >= 56);
}

TEST_CASE("a machine format names nobody even when asked") {
  for (const fs::path& registry : registries()) {
    const std::set<std::string> secrets = secrets_of(registry);
    const Spoiled spoiled(registry);
    for (const char* format : {"json", "sarif", "junit", "github", "gitlab"})
      require_none(secrets, output_of({"check", "--names", "--format", format}, spoiled.path()), format,
                   said_of_nobody(format, "ru"));
  }
}

namespace {

std::string first_pair(const fs::path& registry) {
  std::set<std::string> pairs;
  for (const auto& entry : fs::directory_iterator(registry / "pairs")) pairs.insert(entry.path().stem().string());
  return *pairs.begin();
}

/// What a report says, the parts of a package one after another.
std::string report_of(const reports::ReportKind& kind, const std::string& format, const fs::path& registry,
                      const std::string& pair, bool names) {
  std::vector<std::string> words{"report", std::string(kind.name)};
  if (!kind.subject.empty()) words.push_back(pair);
  words.insert(words.end(), {"--format", format, "--explain-figures", "-q"});
  if (names) words.emplace_back("--names");
  std::string output = output_of(words, registry);
  if (format != "xlsx" && format != "docx") return output;
  std::string parts;
  for (const PackagePart& part : unpacked(output)) parts += part.bytes;
  return parts;
}

}  // namespace

TEST_CASE("no report names anybody unasked, and none for machines ever") {
  std::size_t checked = 0;
  for (const fs::path& registry : {source_dir / "examples" / "school", source_dir / "tests" / "base" / "pair"}) {
    const std::set<std::string> secrets = secrets_of(registry);
    for (const reports::ReportKind& kind : reports::reports())
      for (const reports::ReportFormat& format : reports::report_formats()) {
        if (format.on_paper_only && !kind.on_paper) continue;
        const std::string output =
            report_of(kind, std::string(format.name), registry, first_pair(registry), format.for_machines);
        CHECK_MESSAGE(!output.empty(), kind.name, " ", format.name);
        require_none(secrets, output,
                     registry.filename().string() + " " + std::string(kind.name) + " " + std::string(format.name), "");
        ++checked;
      }
  }
  CHECK(checked >= 170);
}

TEST_CASE("who asks for names in a report gets them") {
  const fs::path registry = source_dir / "tests" / "base" / "pair";
  const std::string output = report_of(*reports::find_report("load"), "html", registry, "2025-003", true);
  bool named = false;
  for (const std::string& secret : secrets_of(registry)) named = named || output.find(secret) != output.npos;
  CHECK(named);
}

TEST_CASE("no list, no record shown and nothing found names anybody unasked") {
  const fs::path registry = source_dir / "tests" / "base" / "pair";
  const std::set<std::string> secrets = secrets_of(registry);
  for (const char* format : {"table", "markdown", "html", "csv", "json"}) {
    for (const views::ListKind& kind : views::list_kinds())
      require_none(secrets, output_of({"list", std::string(kind.key), "--format", format}, registry), format, "");
    for (const auto& entry : fs::recursive_directory_iterator(registry)) {
      if (entry.path().extension() != ".yaml") continue;
      const std::string file = entry.path().lexically_relative(registry).generic_string();
      const std::string output = output_of({"show", file, "--format", format}, registry);
      CHECK_MESSAGE(output.find("nastavnik: ") == output.npos, output);
      require_none(secrets, output, file + " " + format, "");
    }
    for (const std::string& secret : secrets) {
      const std::string output = output_of({"find", secret, "--format", format}, registry);
      require_none(secrets, output, "find " + secret, "");
    }
    const std::string ambiguous = output_of({"show", "на", "--format", format}, registry);
    require_none(secrets, ambiguous, "several", "");
  }
}

TEST_CASE("a name that somebody wrote into a meeting or a file's name is not repeated by what shows records") {
  const Copied copied(source_dir / "tests" / "base" / "pair");
  const std::set<std::string> secrets = secrets_of(copied.path());
  const auto add = [&](const char* file, const std::string& text) {
    std::ofstream(copied.path() / file, std::ios::app) << text;
  };
  add("pairs/2025-003.yaml",
      "meetings:\n  - {date: 2025-09-10, topic: Беседа с Соколовой М. П.}\n"
      "help_requests:\n  - {asked_on: 2025-09-10, mentee: p-031, topic: Урок у Соколовой}\n");
  add("practices/leak.yaml", "title: Опыт Соколовой\ndate: 2025-09-01\ntext: Звоните 8 (383) 000-00-17\n");
  add("pairs/2025-Соколова.yaml", "mentor: p-017\nmentees:\n  - person: p-031\nstart: 2025-09-01\n");
  add("programs/Соколова.yaml", "pair: 2025-Соколова\nstart: 2025-09-01\nend: 2026-05-25\n");
  add("publications/Незнаева.yaml",
      "kinds: [news]\nurl: https://a.example.ru\nchannel: site\npublished_on: 2025-09-01\n");
  add("orders/2025-Незнаева.yaml", "number: [1\n");
  add("programs/2026-Незнаева.yaml",
      "pair: 2025-Соколова\ntitle: Программа Соколовой\nstart: 2025-09-01\nend: 2026-05-25\n"
      "activities:\n  - {id: a1, title: Урок у Соколовой, due_on: 2025-10-01}\n");
  add("years/2026-2027.yaml",
      "roadmap:\n  approved_on: 2025-08-20\n  items:\n    - {id: r1, title: Беседа с Соколовой, due_on: 2026-05-30}\n");
  add("mentors/Незнаева.yaml", "entered_on: 2025-09-01\n");
  const auto require_silent = [&](const std::vector<std::string>& words) {
    const std::string output = output_of(words, copied.path());
    require_none(secrets, output, fmt::format("{}", fmt::join(words, " ")), "");
    CHECK_MESSAGE(output.find("Незнаев") == output.npos, fmt::format("{}", fmt::join(words, " ")));
  };
  for (const char* format : {"table", "html", "csv", "json"}) {
    for (const views::ListKind& kind : views::list_kinds())
      require_silent({"list", std::string(kind.key), "--format", format});
    for (const char* record : {"pairs/2025-003", "p-017", "mentors/p-017", "practices/leak", "Сокол", "2025-98-од"})
      require_silent({"show", record, "--format", format});
    for (const char* words : {"беседа", "новости", "опыт", "p-017", "2025-09-01"})
      require_silent({"find", words, "--format", format});
  }
  for (const char* format : {"table", "html", "csv", "json"})
    for (const char* day : {"2025-08-20", "2025-09-15", "2026-05-20", "2026-09-01"}) {
      require_silent({"status", "--as-of", day, "--format", format});
      require_silent({"due", "--as-of", day, "--days", "400", "--format", format});
      require_silent({"due", "--as-of", day, "--days", "400", "--format", "ics"});
    }
  for (const char* format : {"text", "html", "csv", "json"}) {
    require_silent({"report", "journal", "p-017", "--format", format});
    require_silent({"report", "meetings", "--format", format});
  }
}

TEST_CASE("what is kept of people for undo lies where git does not see it, and no file of it is called by a name") {
  const Copied copied(source_dir / "tests" / "base" / "pair");
  const std::set<std::string> secrets = secrets_of(copied.path());
  const auto person = copied.path() / "people" / "p-031.yaml";
  std::ofstream(person, std::ios::app) << "birth_date: 01.02.2002\n";
  const std::string said = output_of({"fix"}, copied.path()) + output_of({"undo", "--dry-run"}, copied.path());
  const fs::path kept = copied.path() / ".nastavnik" / "act";
  std::ostringstream ignored;
  ignored << std::ifstream(kept / ".gitignore").rdbuf();
  CHECK(ignored.str() == "*\n");
  std::string told = said + output_of({"undo"}, copied.path());
  for (const auto& entry : fs::recursive_directory_iterator(kept)) told += entry.path().filename().string() + '\n';
  std::ostringstream done;
  done << std::ifstream(kept / "done").rdbuf();
  CHECK(done.str().find("p-031") != std::string::npos);
  require_none(secrets, told + done.str(), "undo", "");
}

TEST_CASE("a phone or a year is no key to whose it is") {
  const fs::path registry = source_dir / "tests" / "base" / "pair";
  for (const char* words : {"000-00-17", "mail", "1979", "1990"})
    CHECK(output_of({"find", words, "--format", "csv"}, registry).find("people/") == std::string::npos);
}

TEST_CASE("a record of people/ that is spoiled is not shown either") {
  const fs::path registry = source_dir / "tests" / "base" / "pair";
  const std::set<std::string> secrets = secrets_of(registry);
  const Spoiled spoiled(registry);
  for (const char* format : {"table", "json"})
    for (const auto& entry : fs::directory_iterator(spoiled.path() / "people"))
      require_none(secrets,
                   output_of({"show", "people/" + entry.path().stem().string(), "--format", format}, spoiled.path()),
                   entry.path().filename().string(), "");
}

TEST_CASE("a name that slipped into the text of another record is found and not repeated") {
  const Copied copied(source_dir / "tests" / "base" / "year");
  std::ofstream(copied.path() / "practices" / "leak.yaml")
      << "title: Как помочь Титову\ndate: 2025-05-26\n"
         "programs: [2024-001]\ntext: Звоните 8 (383) 000-00-17.\n";
  const std::set<std::string> secrets = secrets_of(copied.path());
  for (const char* format : {"text", "concise", "json", "github", "sarif", "junit", "gitlab"}) {
    const std::string output =
        output_of({"check", "--as-of", "2026-02-10", "--names", "--format", format}, copied.path());
    CAPTURE(std::string(format));
    CHECK(output.find("PD-6") != output.npos);
    CHECK(output.find("p-034") != output.npos);
    require_none(secrets, output, format, said_of_nobody(format, "ru"));
  }
}

TEST_CASE("a former name is as secret as today's, where it cannot be read, too") {
  for (const char* former : {"\n  - {full_name: Тайнова Анна Львовна, to: 2019-06-18}", " Тайнова Анна Львовна",
                             "\n  - {full_name: {a: Тайнова Анна Львовна}, to: 2019-06-18}"}) {
    const Copied copied(source_dir / "tests" / "base" / "year");
    std::ofstream(copied.path() / "people" / "p-034.yaml", std::ios::app) << "former_names:" << former << '\n';
    std::ofstream(copied.path() / "practices" / "leak.yaml") << "title: [Тайновой Анне\nwhy: {\n";
    for (const char* format : {"text", "concise", "json", "github", "sarif", "junit", "gitlab"}) {
      const std::string output = output_of({"check", "--as-of", "2026-02-10", "--format", format}, copied.path());
      CAPTURE(std::string(format));
      CHECK(output.find("practices/leak.yaml") != output.npos);
      CHECK(output.find("Тайнов") == output.npos);
    }
  }
}

TEST_CASE("a name that stands where the records cannot be read is not repeated") {
  const Copied copied(source_dir / "tests" / "base" / "year");
  const std::set<std::string> secrets = secrets_of(copied.path());
  const auto add = [&](const char* file, const std::string& text) { std::ofstream(copied.path() / file) << text; };
  add("practices/broken.yaml", "title: [Титову Максиму Андреевичу\nwhy: {\n");
  add("practices/phone.yaml", "title: \"тел. 8 (383) 000-00-17\nwhy: {\n");
  add("practices/Титов.yaml", "title: Что\n");
  add("pairs/2030-001.yaml", "mentor: Титову М. А.\nmentees: [Титов Максим]\n");
  add("mentors/Титов Максим.yaml", "appointments: 1\n");
  for (const char* format : {"text", "concise", "json", "github", "sarif", "junit", "gitlab"}) {
    CAPTURE(std::string(format));
    const std::string output = output_of({"check", "--as-of", "2026-02-10", "--format", format}, copied.path());
    CHECK(output.find("practices/broken.yaml") != output.npos);
    require_none(secrets, output, format, said_of_nobody(format, "ru"));
  }
  const std::string named = output_of({"check", "--as-of", "2026-02-10", "--names"}, copied.path());
  CHECK(named.find("[Титову Максиму Андреевичу") != named.npos);
  CHECK(named.find("mentors/Титов Максим.yaml") != named.npos);
}

TEST_CASE("who is in no folder of people yet is not named where an id belongs") {
  const Copied copied(source_dir / "tests" / "base" / "pair");
  fs::rename(copied.path() / "people" / "p-031.yaml", copied.path() / "people" / "Неведомова Анна.yaml");
  std::ofstream(copied.path() / "people" / "Neznaeva-Olga.yaml") << "full_name: 1\nfull_name: 2\n";
  std::ofstream(copied.path() / "people" / "Неведомов.yml") << "full_name: 1\n";
  std::ofstream(copied.path() / "programs" / "2030-001.yaml") << "pair: Незнаева Ольга Петровна\ncurator: Neznaeva\n";
  for (const char* format : {"text", "concise", "json", "github", "sarif", "junit", "gitlab"}) {
    const std::string output = output_of({"check", "--format", format}, copied.path());
    CAPTURE(std::string(format));
    CHECK(output.find("S-01") != output.npos);
    for (const char* secret : {"Неведом", "Незнаев", "Neznaev", "%D0%9D%D0%B5%D0%B2"})
      CHECK_MESSAGE(output.find(secret) == output.npos, secret);
  }
  for (const reports::ReportKind& kind : reports::reports()) {
    const std::string output = report_of(kind, "json", copied.path(), "2025-003", false);
    for (const char* secret : {"Неведом", "Незнаев", "Neznaev"})
      CHECK_MESSAGE(output.find(secret) == output.npos, kind.name, " tells ", secret);
  }
}

TEST_CASE("who asks for names gets them") {
  const fs::path registry = source_dir / "tests" / "base" / "pair";
  const Spoiled spoiled(registry);
  const std::string output = output_of({"check", "--names"}, spoiled.path());
  bool named = false;
  for (const std::string& secret : secrets_of(registry)) named = named || output.find(secret) != output.npos;
  CHECK(named);
}
