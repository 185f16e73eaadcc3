#include "source/finding.h"

#include <map>
#include <utility>

namespace nastavnik {

void count_the_rest(Findings& findings, std::size_t from) {
  if (findings.size() - from <= most_alike) return;
  std::map<std::pair<std::uint32_t, const Requirement*>, std::vector<std::size_t>> kept;
  std::size_t end = from;
  for (std::size_t i = from; i < findings.size(); ++i) {
    std::vector<std::size_t>& alike = kept[{findings[i].span.source, findings[i].of}];
    if (alike.size() == most_alike) {
      findings[alike.back()].more += 1 + findings[i].more;
      continue;
    }
    alike.push_back(end);
    if (i != end) findings[end] = std::move(findings[i]);
    ++end;
  }
  findings.resize(end);
}

void tell_the_rest(Findings& findings) {
  count_the_rest(findings, 0);
  for (Finding& finding : findings) {
    if (finding.more == 0) continue;
    const Words& said = finding.label.empty() ? Words(finding.of->title) : finding.label;
    finding.label =
        say({"{}; и ещё таких в этом файле: {}", "{}; and {} more like it in this file"}, said, finding.more);
  }
}

}  // namespace nastavnik
