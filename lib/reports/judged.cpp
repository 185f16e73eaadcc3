#include "reports/judged.h"

#include <algorithm>

#include "rules/citation.h"
#include "rules/conceal.h"

namespace nastavnik::reports {
namespace {

std::string address_at(const ReportRequest& request, Span span) {
  return std::string(record_address(request.loaded.sources.path(span)));
}

bool lists(const std::vector<std::string_view>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

Outcome held(const ReportRequest& request) {
  Outcome outcome = check(request.loaded, {.names = request.names});
  tell_the_rest(outcome.findings);
  if (!request.names) Conceal(request.loaded).messages_of(outcome);
  return outcome;
}

FindingsByRecord::FindingsByRecord(const ReportRequest& request, const Outcome& outcome) {
  const auto keep = [&](Rules& kept, const Finding& finding) {
    std::vector<std::string> records{address_at(request, finding.span)};
    for (const Place& place : finding.also) records.push_back(address_at(request, place.span));
    for (const std::string& record : records) {
      kept[record].push_back(finding.of->id);
      for (const Requirement* joined : finding.joined) kept[record].push_back(joined->id);
    }
  };
  for (const Finding& finding : outcome.findings) keep(found_, finding);
  for (const SetAside& aside : outcome.set_aside) keep(set_aside_, aside.finding);
  for (const Undecided& item : outcome.undecided) undecided_[address_at(request, item.span)].push_back(item.of->id);
}

std::vector<std::string_view> FindingsByRecord::broken(const Addresses& records,
                                                       std::span<const std::string_view> rules) const {
  return ids_in(found_, records, rules);
}

std::vector<std::string_view> FindingsByRecord::set_aside(const Addresses& records,
                                                          std::span<const std::string_view> rules) const {
  return ids_in(set_aside_, records, rules);
}

std::vector<std::string_view> FindingsByRecord::ids_in(const Rules& kept, const Addresses& records,
                                                       std::span<const std::string_view> rules) {
  std::vector<std::string_view> ids;
  for (const std::string_view rule : rules)
    for (const std::string& record : records)
      if (const auto found = kept.find(record); found != kept.end() && lists(found->second, rule) && !lists(ids, rule))
        ids.push_back(rule);
  return ids;
}

bool FindingsByRecord::is_undecided(const Addresses& records, std::span<const std::string_view> rules) const {
  return std::any_of(records.begin(), records.end(), [&](const std::string& record) {
    const auto found = undecided_.find(record);
    return found != undecided_.end() &&
           std::any_of(rules.begin(), rules.end(), [&](std::string_view rule) { return lists(found->second, rule); });
  });
}

std::string place_of(const ReportRequest& request, Span span) {
  const Sources& sources = request.loaded.sources;
  return fmt::format("{}:{}", request.names ? std::string(sources.path(span)) : path_without_name(sources, span),
                     request.loaded.sources.position(span).line);
}

Words told(const Finding& finding) {
  if (finding.label.empty()) return finding.of->title;
  return say({"{}: {}", "{}: {}"}, finding.of->title, finding.label);
}

}  // namespace nastavnik::reports
