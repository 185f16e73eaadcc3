#include "handbook/coverage.h"

#include <algorithm>
#include <ostream>

#include "cmd/command.h"
#include "cmd/page_format.h"
#include "cmd/unknown.h"
#include "document/catalogue.h"
#include "reports/reports.h"

namespace nastavnik::cmd {
namespace {

/// What the other commands make from the records.
std::vector<Product> products() {
  std::vector<Product> all;
  for (const reports::ReportKind& kind : reports::reports())
    all.push_back({"report", kind.name, kind.title, kind.clauses});
  for (const DocumentKind& kind : documents()) all.push_back({"document", kind.name, kind.title, kind.clauses});
  return all;
}

/// Throws UsageError on a word that chooses no clause.
void require_clauses(const std::vector<std::string>& words, const std::vector<ClauseCoverage>& all) {
  for (const std::string& word : words) {
    if (std::ranges::any_of(all, [&](const ClauseCoverage& one) { return lies_in(one.clause->id, word); })) continue;
    std::vector<std::string_view> known;
    for (const ClauseCoverage& one : all) known.push_back(one.clause->id);
    throw unknown(word, known, say({"пункта «{}» нет", "there is no clause “{}”"}, word),
                  Text{"пункты от 1 до 24 с подпунктами (11.5) и строки дорожной карты от row.1 до row.7",
                       "clauses 1 to 24 with their points (11.5), and rows of the roadmap row.1 to row.7"});
  }
}

ExitStatus run_coverage(const Arguments& arguments, Environment& environment) {
  const std::vector<Product> made = products();
  std::vector<ClauseCoverage> all = coverage(made);
  const std::vector<std::string>& words = arguments.list("clause");
  require_clauses(words, all);
  if (!words.empty())
    std::erase_if(all, [&](const ClauseCoverage& one) {
      return std::ranges::none_of(words, [&](const std::string& word) { return lies_in(one.clause->id, word); });
    });
  if (wants_json(arguments))
    environment.out << coverage_json(all);
  else
    print(coverage_page(all, environment.language), arguments, environment);
  return ExitStatus::clean;
}

}  // namespace

Command coverage_command();
Command coverage_command() {
  return {
      .name = "coverage",
      .group = Group::checking,
      .summary = {"показать, что с каждым пунктом положения", "show what becomes of each clause"},
      .description =
          {"По каждому пункту и подпункту положения и по каждой строке дорожной карты: какие правила его проверяют, в каких полях "
           "записей он отражён, какие отчёты и документы по нему составляются и чего по записям решить нельзя, и почему. Реестр для этого не нужен.",
           "For each clause of the regulation with its points, and each row of the roadmap: which rules check it, which fields of the records "
           "keep it, which reports and papers are made for it, and what cannot be decided from records, and why. Needs no registry."},
      .positionals =
          {{.name = "clause",
            .type = Type::text,
            .value = {"ПУНКТЫ", "CLAUSES"},
            .help =
                {"пункт вместе с подпунктами (11), подпункт (11.5) или строка дорожной карты (row.3); без них — все",
                 "a clause with its points (11), a point (11.5) or a row of the roadmap (row.3); without any, all"},
            .completes = {Completes::clause},
            .list = true}},
      .options = {page_format({"json",
                               {"для программ, на обоих языках; схема: coverage-output.schema.json",
                                "for programs, in both languages; schema: coverage-output.schema.json"}})},
      .examples = {{"nastavnik coverage",
                    {"всё положение, пункт за пунктом", "the whole regulation, clause by clause"}},
                   {"nastavnik coverage 11 row.6",
                    {"обязанности куратора и завершение программ",
                     "the duties of the curator and the ending of programmes"}}},
      .statuses = {ExitStatus::clean},
      .run = run_coverage,
  };
}

}  // namespace nastavnik::cmd
