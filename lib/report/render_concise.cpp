#include <algorithm>
#include <iterator>
#include <ostream>

#include <fmt/format.h>

#include "report/address.h"
#include "report/paint.h"
#include "report/printable.h"
#include "report/renderers.h"
#include "report/summary.h"

namespace nastavnik {
namespace {

std::string finding_line(const CheckReport& report, const Finding& finding, const RenderOptions& options) {
  const auto& label = finding.label.in(options.language);
  const auto severity = Paint(options.colour).by_severity(finding.severity, severity_id(finding.severity));
  std::string rules(finding.of->id);
  for (const Requirement* implied : finding.joined) rules += fmt::format(", {}", implied->id);
  return fmt::format("{}: {}: {}{}{} [{}]", shown_place(report, finding.span), severity,
                     finding.of->title.in(options.language), label.empty() ? "" : ": ", printable(label), rules);
}

}  // namespace

std::string statistics_table(std::span<const CheckReport> reports, Language language) {
  const auto rules = count_by_rule(reports);
  std::size_t digits = 0, id = 0, name = 0;
  for (const auto& rule : rules) {
    digits = std::max(digits, fmt::formatted_size("{}", rule.total));
    id = std::max(id, rule.of->id.size());
    name = std::max(name, rule.of->name.size());
  }
  std::string table;
  for (const auto& rule : rules) {
    fmt::format_to(std::back_inserter(table), "{:>{}}  {:<{}}  {:<{}}  {}\n", rule.total, digits, rule.of->id, id,
                   rule.of->name, name, counted(rule.findings).in(language));
  }
  return table;
}

void render_concise(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options) {
  if (options.statistics) {
    out << statistics_table(reports, options.language);
  } else {
    for (const auto& report : reports) {
      for (const auto& finding : report.outcome->findings) out << finding_line(report, finding, options) << '\n';
    }
  }
  if (!options.quiet) out << summary_in_one_line(reports).in(options.language) << '\n';
}

}  // namespace nastavnik
