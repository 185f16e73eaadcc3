#include <algorithm>
#include <iterator>
#include <ostream>

#include <fmt/format.h>

#include "base/layout.h"
#include "findings/address.h"
#include "findings/paint.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

std::string finding_line(const CheckedRegistry& registry, const Finding& finding, const Painted& severity,
                         const RenderOptions& options) {
  const auto& label = finding.label.in(options.language);
  std::string rules(finding.of->id);
  for (const Requirement* implied : finding.joined) rules += fmt::format(", {}", implied->id);
  const std::string people = shown_people(registry, finding, options.language);
  return fmt::format("{}: {}: {}{}{} [{}]{}{}", fit(shown_place(registry, finding.span)), fit(severity),
                     finding.of->title.in(options.language), label.empty() ? "" : ": ", fit(label), rules,
                     people.empty() ? "" : "  ", people);
}

std::string counted_line(const CheckedRegistry& registry, const Finding& finding, const RenderOptions& options) {
  return finding_line(registry, finding,
                      Paint(options.colour).by_severity(finding.severity, shown_severity(finding.severity, options)),
                      options);
}

/// On a terminal within its width, what goes on set in.
std::string as_lines(const std::string& line, const RenderOptions& options) {
  constexpr std::size_t indent = 2;
  if (options.width <= indent) return line + '\n';
  std::string all;
  for (std::string one : lines_within(line, options.width - indent)) {
    one.resize(one.find_last_not_of(' ') + 1);
    all += std::string(all.empty() ? 0 : indent, ' ') + one + '\n';
  }
  return all;
}

std::string waived_line(const CheckedRegistry& registry, const SetAside& aside, const RenderOptions& options) {
  return fmt::format("{} ({})", finding_line(registry, aside.finding, {"waived"}, options),
                     fit(why_set_aside(registry, aside).in(options.language)));
}

}  // namespace

std::string statistics_table(std::span<const CheckedRegistry> registries, Language language) {
  const auto rules = count_by_rule(registries);
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

void render_concise(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  if (options.statistics) {
    out << statistics_table(registries, options.language);
  } else {
    for (const auto& registry : registries) {
      for (const auto& finding : registry.outcome->findings)
        out << as_lines(counted_line(registry, finding, options), options);
      for (const auto& aside : registry.outcome->set_aside)
        if (aside.waiver) out << as_lines(waived_line(registry, aside, options), options);
    }
  }
  if (!options.quiet) out << fit(summary_in_one_line(registries, counting(options)).in(options.language)) << '\n';
}

}  // namespace nastavnik
