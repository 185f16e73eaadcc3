#include "rules/baseline.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "rules/catalogue.h"
#include "rules/waiver_rules.h"
#include "source/merge.h"

namespace nastavnik {
namespace {

constexpr std::string_view head =
    "# Старые замечания, с которыми реестр начат: правило, запись, поле, отпечаток значения.\n"
    "# Known old findings: rule, record, field, hash of the value. See: nastavnik help baseline\n";

bool is_of_stale_line(const Finding& finding) { return finding.of == &row_of(WaiverFault::stale_line); }

bool is_by_baseline(const SetAside& aside) { return aside.waiver == nullptr; }

}  // namespace

std::vector<BaselineLine> lines_of_baseline(const Sources& sources, std::uint32_t source) {
  const std::string_view text = sources[source].text;
  std::vector<BaselineLine> lines;
  for (const std::string_view whole : lines_of(text)) {
    const std::string_view line = trimmed(whole, " \t\r");
    if (!line.empty() && !line.starts_with('#') && !is_merge_mark(line))
      lines.push_back(
          {line,
           {source, static_cast<std::uint32_t>(line.data() - text.data()), static_cast<std::uint32_t>(line.size())}});
  }
  return lines;
}

bool is_fingerprint(std::string_view line) {
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  return (spaces == 3 || spaces == 4) && find_requirement(line.substr(0, line.find(' '))) != nullptr;
}

std::vector<Span> stale_lines(const Outcome& outcome, const Sources& sources) {
  std::vector<Span> spans;
  for (const Finding& finding : outcome.findings)
    if (is_of_stale_line(finding) && is_fingerprint(sources.text(finding.span))) spans.push_back(finding.span);
  return spans;
}

Outcome shown_of_baseline(const Outcome& outcome) {
  Outcome shown;
  for (const SetAside& aside : outcome.set_aside)
    if (is_by_baseline(aside)) shown.findings.push_back(aside.finding);
  std::copy_if(outcome.findings.begin(), outcome.findings.end(), std::back_inserter(shown.findings), is_of_stale_line);
  return shown;
}

std::size_t count_in_baseline(const Outcome& outcome) {
  return static_cast<std::size_t>(std::count_if(outcome.set_aside.begin(), outcome.set_aside.end(), is_by_baseline));
}

std::size_t count_beyond_baseline(const Outcome& outcome) {
  return static_cast<std::size_t>(std::count_if(outcome.findings.begin(), outcome.findings.end(),
                                                [](const Finding& finding) { return !can_be_set_aside(*finding.of); }));
}

std::string baseline_text(std::vector<std::string> fingerprints) {
  std::sort(fingerprints.begin(), fingerprints.end());
  fingerprints.erase(std::unique(fingerprints.begin(), fingerprints.end()), fingerprints.end());
  std::string text(head);
  for (const std::string& fingerprint : fingerprints) text += fingerprint + "\n";
  return text;
}

}  // namespace nastavnik
