#include <filesystem>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "base/text.h"
#include "base/unseen.h"
#include "cmd/run.h"
#include "document/catalogue.h"
#include "page/package.h"
#include "reports/reports.h"
#include "scratch.h"
#include "tests/files.h"
#include "tests/source_root.h"

// Whoever may write a record, name a file or hand over an argument may put signs there that steer a terminal, a browser
// or the log of a server. No command and no format gives one of them back as it is.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

/// A word to look for, with a bell, a colour of old and of new terminals, and two marks of direction around it.
const std::string word = "Недоброе";
const std::string hostile = "\a\x1B[31m" + word + "\u009B0m\u202Eтекст\u2066\u2028";

/// A registry in which whatever can be hostile is: values by escapes and as they are, names of files, a template.
class HostileRegistry : public Scratch {
public:
  HostileRegistry() {
    fs::copy(source_root() / "tests" / "base" / "pair", path(), fs::copy_options::recursive);
    const std::string escaped = "\"\\a\\e[31m" + word + "\\x9B0m\\u202Eтекст\\u2066\\u2028.\"";
    const std::string seen = word + "\u202Eтекст\u2066.";
    change("people/p-031.yaml", "full_name: ", "full_name: Злобина\u202EАнна # ");
    change("people/p-017.yaml", "full_name: ", "full_name: \"Злобин\\e[31m\\u202E\" # ");
    change("programs/2025-003.yaml", "goal: ", "goal: " + seen + " # ");
    change("programs/2025-003.yaml", "title: ", "title: " + escaped + " # ");
    change("pairs/2025-003.yaml", "why: ", "why: " + seen + " # ");
    change("pairs/2025-003.yaml", "mentor: ", "mentor: " + escaped + " # ");
    change("orders/2025-98-od.yaml", "title: ", "title: " + seen + " # ");
    change("organization.yaml", "full_name: ", "full_name: " + seen + " # ");
    spill(path() / "programs" / (hostile + ".yaml"), slurp(path() / "programs" / "2025-003.yaml"));
    spill(path() / "people" / (hostile + ".yaml"), "full_name: Злобина\u202EАнна\n" + hostile + ": да\n");
    spill(path() / "practices" / (hostile + ".yml"), "title: [\n");
    spill(path() / "practices" / "broken.yaml", "title: [" + seen + "\n" + seen + ": {\n");
    spill(path() / hostile / "one.yaml", "a: 1\n");
  }

private:
  void change(const std::string& file, const std::string& what, const std::string& to) const {
    std::string bytes = slurp(path() / file);
    const std::size_t at = bytes.find(what);
    REQUIRE_MESSAGE(at != bytes.npos, file, " has no ", what);
    spill(path() / file, bytes.replace(at, what.size(), to));
  }
};

/// The first sign that steers or is not seen, with what stands before it.
std::string raw_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto code = next_code_point(text, at);
    const bool layout = code == '\n' || code == '\t' || (code == '\r' && text.substr(at, 1) == "\n");
    const bool mark = code == 0xFEFF && begin == 0;  // of a CSV
    if (!layout && !mark && (code < 0 || steers(code)))
      return fmt::format("U+{:04X} behind: {}", code,
                         text.substr(begin < 60 ? 0 : begin - 60, std::min<std::size_t>(begin, 60)));
  }
  return {};
}

std::string said(const std::vector<std::string>& words, const fs::path& directory, bool terminal = false) {
  std::istringstream in;
  std::ostringstream out, err;
  cmd::run(words, {.in = in,
                   .out = out,
                   .err = err,
                   .directory = directory,
                   .today = Date(2025, 9, 15),
                   .out_terminal = {.is_terminal = terminal},
                   .err_terminal = {.is_terminal = terminal},
                   .no_colour = true});
  std::string all = out.str();
  if (all.starts_with("PK")) {
    std::string parts;
    for (const PackagePart& part : unpacked(all))
      if (part.name.ends_with(".xml")) parts += part.bytes;
    all = parts;
  }
  return all + err.str();
}

/// Runs the command and returns whether it quoted the hostile word.
bool check_clean(const std::vector<std::string>& words, const fs::path& directory) {
  bool quoted = false;
  for (const bool terminal : {false, true}) {
    const std::string text = said(words, directory, terminal);
    CHECK_MESSAGE(raw_sign(text) == "", fmt::format("{}", fmt::join(words, " ")));
    quoted = quoted || text.find(word) != text.npos;
  }
  return quoted;
}

}  // namespace

TEST_CASE("no format of the check gives back what steers") {
  const HostileRegistry registry;
  for (const char* format : {"text", "concise", "json", "sarif", "junit", "github", "gitlab"}) {
    CAPTURE(std::string(format));
    CHECK(check_clean({"check", "--format", format, "--names"}, registry.path()));
    check_clean({"check", "--format", format, "--statistics", "--strict", "-v"}, registry.path());
  }
}

TEST_CASE("no report gives back what steers") {
  const HostileRegistry registry;
  std::set<std::string> quoted;
  for (const reports::ReportKind& kind : reports::reports())
    for (const reports::ReportFormat& format : reports::report_formats()) {
      if (format.on_paper_only && !kind.on_paper) continue;
      std::vector<std::string> words{"report", std::string(kind.name)};
      if (!kind.subject.empty()) words.emplace_back("2025-003");
      words.insert(words.end(), {"--format", std::string(format.name), "--explain-figures"});
      if (!format.for_machines) words.emplace_back("--names");
      if (check_clean(words, registry.path())) quoted.insert(std::string(format.name));
    }
  for (const char* format : {"text", "markdown", "html", "json", "csv", "xlsx"})
    CHECK_MESSAGE(quoted.contains(format), format, " quotes nothing, so that the case shows nothing");
}

TEST_CASE("no paper gives back what steers") {
  const HostileRegistry registry;
  bool quoted = false;
  for (const DocumentKind& kind : documents())
    for (const char* format : {"html", "markdown"})
      for (const char* subject : {"2025-003", "2025-98-od", "p-031", ""}) {
        std::vector<std::string> words{"document", std::string(kind.name)};
        if (*subject) words.emplace_back(subject);
        words.insert(words.end(), {"--format", format, "-o", "-", "--review", "--draft"});
        quoted = check_clean(words, registry.path()) || quoted;
      }
  CHECK(quoted);
}

TEST_CASE("no command gives back an argument or a file name that steers") {
  const HostileRegistry registry;
  int quoting = 0;
  for (const char* command : {"init", "check", "waive", "baseline", "report", "document", "template", "rules",
                              "explain", "coverage", "schema", "completion", "manual", "help", "zzz"}) {
    CAPTURE(std::string(command));
    quoting += check_clean({command, hostile}, registry.path()) ? 1 : 0;
    check_clean({command, "--" + hostile}, registry.path());
    check_clean({command, "-C", hostile}, registry.path());
  }
  CHECK(quoting >= 8);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"init", "new", "--name", hostile},
           {"init", hostile, "--dry-run"},
           {"init", hostile},
           {"waive", "P2-2", hostile, "--reason", hostile, "--until", "2025-11-29"},
           {"waive", "P2-2", "programs/2025-003", "--reason", hostile, "--until", "2025-11-29", "--dry-run"},
           {"waive", "P2-2", "programs/2025-003", "--by", hostile, "--reason", "да", "--until", "2025-11-29"},
           {"check", "--base", hostile},
           {"check", "--as-of", hostile},
           {"check", "--select", hostile},
           {"check", "--people", hostile},
           {"report", "final", "--year", hostile},
           {"report", "final", "-o", hostile + "/a.html"},
           {"report", "final", "--format", hostile},
           {"document", "order-pairs", "2025-98-od", "-o", hostile},
           {"document", "order-pairs", hostile},
           {"document", "order-pairs", "2025-98-od", "--number", hostile, "--date", "2025-09-01", "--format",
            "markdown"},
           {"document", "order-pairs", "2025-98-od", "--number", hostile, "--date", "2025-09-01", "--record"},
           {"schema", "people", "--all", hostile},
           {"baseline", "create", "--dry-run"},
           {"baseline", "create"},
           {"baseline", "show"},
           {"baseline", "prune", "--dry-run"},
           {"template", "list"},
       })
    check_clean(words, registry.path());
}

TEST_CASE("a template of the school gives back nothing that steers") {
  const HostileRegistry registry;
  said({"template", "export", "order-pairs"}, registry.path());
  const fs::path file = registry.path() / "templates" / "order-pairs.docx";
  std::vector<PackagePart> parts = unpacked(slurp(file));
  for (PackagePart& part : parts)
    if (const std::size_t at = part.bytes.find("{{"); part.name == "word/document.xml" && at != part.bytes.npos)
      part.bytes.insert(at + 2, word + "\u009B\u202E");
  spill(file, packed(parts, Date(2025, 9, 1)));
  spill(registry.path() / "templates" / (hostile + ".docx"), "nothing");
  CHECK(check_clean({"template", "check"}, registry.path()));
  CHECK(check_clean({"document", "order-pairs", "2025-98-od", "--format", "docx", "-o", "-"}, registry.path()));
}
