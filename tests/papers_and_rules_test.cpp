#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "acts/changed_files.h"
#include "acts/recording.h"
#include "cmd/command.h"
#include "document/choice.h"
#include "document/draft.h"
#include "document/papers.h"
#include "model/kinds/orders.h"
#include "model/order_id.h"
#include "model/shape.h"
#include "tests/fixture_run.h"

// The paper that the program prints satisfies the rule that asks for it: the cases of papers_and_rules.test, whose head
// tells their form.

namespace nastavnik {
namespace {

using Lines = std::vector<std::string>;

struct PaperCase {
  std::string paper{};
  std::string title{};
  std::string base{};
  Date day{};
  Lines answers{};  ///< rules
  Lines about{};    ///< as typed behind the name of the paper
  Lines says{};
  bool prints_after = false;
  std::string number{};
  Date dated{};
  std::string before{}, after{};  ///< changes
};

struct PaperCases {
  std::string common;  ///< changes of all
  std::vector<PaperCase> cases;
  std::map<std::string, std::string> unprinted;  ///< why no paper answers the rule
};

Lines words_of_line(std::string_view line) {
  Lines words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

/// Reads a line of the head of a case; no when it is none.
bool read_head(const std::string& line, PaperCase& one) {
  const std::size_t colon = line.find(": ");
  const std::string key = line.substr(0, colon), value = colon == line.npos ? "" : line.substr(colon + 2);
  if (key == "base")
    one.base = value;
  else if (key == "as-of")
    one.day = parse_date(value).value_or(Date());
  else if (key == "answers")
    one.answers = words_of_line(value);
  else if (key == "about")
    one.about = words_of_line(value);
  else if (key == "says")
    one.says.push_back(value);
  else if (key == "prints")
    one.prints_after = value == "after";
  else if (key == "order") {
    const std::size_t space = value.find(' ');
    one.number = value.substr(0, space);
    one.dated = parse_date(value.substr(space + 1)).value_or(Date());
  } else
    return false;
  return true;
}

PaperCases read_cases() {
  PaperCases all;
  std::string text = test_text("papers_and_rules.test"), line;
  enum class In { common, head, before, after, unprinted } in = In::common;
  for (std::size_t at = 0; at < text.size(); at += line.size() + 1) {
    line = text.substr(at, text.find('\n', at) - at);
    if (line.starts_with("== ")) {
      const std::size_t colon = line.find(": ");
      in = colon == line.npos ? In::unprinted : In::head;
      if (in == In::head) all.cases.push_back({.paper = line.substr(3, colon - 3), .title = line.substr(colon + 2)});
      continue;
    }
    if (in == In::head && !read_head(line, all.cases.back())) in = In::before;
    if (line == ">>")
      in = In::after;
    else if (in == In::common && !line.starts_with("#"))
      all.common += line + '\n';
    else if (in == In::before)
      all.cases.back().before += line + '\n';
    else if (in == In::after)
      all.cases.back().after += line + '\n';
    else if (in == In::unprinted && !line.empty())
      all.unprinted[line.substr(0, line.find(": "))] = line.substr(line.find(": ") + 2);
  }
  return all;
}

/// A registry in memory, and what the rules find in it.
struct Judged {
  Judged(FileTexts texts, Date day) : files(std::move(texts)) {
    for (const auto& [path, text] : files) tree.put(path, text);
    loaded = load({.tree = tree, .today = day, .as_of = day});
    outcome = check(*loaded, {.details = false});
  }
  Lines findings() const {
    Lines lines;
    for (const Finding& finding : outcome.findings) lines.push_back(shown(loaded->sources, finding));
    return lines;
  }
  bool finds(std::string_view rule) const {
    return std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) {
      const auto is_it = [&](const Requirement* row) { return row->id == rule; };
      return is_it(finding.of) || std::any_of(finding.joined.begin(), finding.joined.end(), is_it);
    });
  }

  FileTexts files;
  MemoryTree tree;
  std::unique_ptr<Loaded> loaded;
  Outcome outcome;
};

FileTexts changed(const FileTexts& files, const std::string& changes) {
  Lines faults;
  FileTexts result = apply_case({.text = changes}, files, faults);
  CHECK(faults == Lines{});
  return result;
}

/// Prints the paper of the case; the record of the order that it is goes into `files`.
void print(const PaperCase& one, const Judged& registry, const PaperRequest& request, FileTexts* files = nullptr) {
  const PaperChoice choice =
      choose_papers(*find_document(one.paper), {.words = one.about, .numbered = request.number.has_value()},
                    registry.loaded->registry);
  REQUIRE(std::holds_alternative<std::vector<ChosenPaper>>(choice));
  const auto& papers = std::get<std::vector<ChosenPaper>>(choice);
  REQUIRE(papers.size() == 1);
  Writing writing(registry.loaded->registry, papers.front().subjects, request);
  papers.front().kind->write(writing);
  const Draft made = draft(*papers.front().kind, writing, PaperFormat::markdown, {.day = one.day}, std::nullopt);
  for (const Gap& gap : made.report.gaps) CHECK_MESSAGE(false, gap.where);
  for (std::string said : one.says) {
    for (std::size_t at = said.find('~'); at != said.npos; at = said.find('~')) said.replace(at, 1, "\u00a0");
    CHECK_MESSAGE(made.bytes.find(said) != std::string::npos, said, " is not in\n", made.bytes);
  }
  if (!files) return;
  const SignedOrder order{order_id_of(writing.number(), writing.day()), writing.number(), writing.day(),
                          writing.values().find("heading")->text, writing.decisions()};
  const Changes changes = changes_of(order, registry.loaded->registry);
  for (const ChangedFile& file : edited(MemoryTree(), *registry.loaded, changes).files)
    (*files)[file.path] = *file.after;
}

void play(const PaperCase& one, const std::string& common) {
  CAPTURE(one.paper);
  CAPTURE(one.title);
  REQUIRE(find_document(one.paper) != nullptr);
  const FileTexts start = changed(base_files(one.base), common);
  const Judged before(changed(start, one.before), one.day);
  for (const std::string& rule : one.answers)
    CHECK_MESSAGE(before.finds(rule), rule, " finds nothing; there is\n",
                  fmt::format("{}", fmt::join(before.findings(), "\n")));
  FileTexts recorded = before.files;
  const bool is_order = !one.number.empty();
  const PaperRequest request = is_order ? PaperRequest{.number = one.number, .date = one.dated} : PaperRequest{};
  if (!one.prints_after) print(one, before, request, is_order ? &recorded : nullptr);
  const Judged after(changed(recorded, one.after), one.day);
  CHECK_MESSAGE(after.findings().empty(), fmt::format("{}", fmt::join(after.findings(), "\n")));
  print(one, after, {});
}

/// Rules that speak when an order, or what is a paper of its own, is absent.
void collect_demands(const FieldShape& node, bool on_paper, std::set<std::string>& rules) {
  const auto holds = [&](const FieldShape& child) { return child.field.key == "stored_at"; };
  const bool is_paper = std::any_of(node.fields().begin(), node.fields().end(), holds);
  const bool names_order = node.notation().example == Order::kind.id_example;
  if (on_paper || is_paper || names_order)
    for (std::string rule = std::string(node.field.reported_by); !rule.empty();) {
      const std::size_t end = std::min(rule.find(','), rule.size());
      rules.insert(rule.substr(0, end));
      rule.erase(0, end + 1);
    }
  for (const FieldShape& child : node.fields()) collect_demands(child, is_paper, rules);
}

std::set<std::string> demanding_rules() {
  std::set<std::string> rules;
  for (const KindShape& tree : kind_shapes())
    for (const FieldShape& node : tree.fields()) collect_demands(node, false, rules);
  return rules;
}

}  // namespace

TEST_CASE("a paper that the program prints satisfies the rules that ask for it") {
  const PaperCases all = read_cases();
  std::set<std::string> covered;
  for (const PaperCase& one : all.cases) {
    covered.insert(one.paper);
    play(one, all.common);
  }
  for (const DocumentKind& kind : documents()) CHECK_MESSAGE(covered.contains(std::string(kind.name)), kind.name);
}

TEST_CASE("a paper that a rule demands can be printed, or it is said why not") {
  const PaperCases all = read_cases();
  std::set<std::string> answered;
  for (const PaperCase& one : all.cases) answered.insert(one.answers.begin(), one.answers.end());
  for (const std::string& rule : demanding_rules())
    CHECK_MESSAGE(answered.contains(rule) != all.unprinted.contains(rule), rule);
  for (const auto& one : all.unprinted) {
    CHECK_MESSAGE(find_requirement(one.first) != nullptr, one.first);
    CHECK(!one.second.empty());
  }
}

}  // namespace nastavnik
