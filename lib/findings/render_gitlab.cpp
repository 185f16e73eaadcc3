#include <map>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "base/unseen.h"
#include "findings/address.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "rules/citation.h"

// The report of GitLab's Code Quality: a list of issues in the form of Code Climate.
namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::info:
    case Severity::silent: break;
  }
  return "info";
}

Json location(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  return {{"path", shown_path(registry, span)},
          {"positions",
           {{"begin", {{"line", position.line}, {"column", position.column}}},
            {"end", {{"line", position.end_line}, {"column", position.end_column}}}}}};
}

class IssueList {
public:
  explicit IssueList(Language language) : language_(language) {}

  void finding(const CheckedRegistry& registry, const Finding& finding) {
    all_.push_back(issue_of(registry, finding, gitlab_severity(finding.severity), ""));
  }

  /// GitLab has no word for an exception: the issue is told of as the mildest there is, with the reason in front.
  void set_aside(const CheckedRegistry& registry, const SetAside& aside) {
    const auto why = fmt::format("[{}] ", why_set_aside(registry, aside).in(language_));
    all_.push_back(issue_of(registry, aside.finding, "info", why));
  }

  void undecided(const CheckedRegistry& registry, const Undecided& undecided) {
    constexpr Text why{"не решено: нужное правилу испорчено или не видно",
                       "not decided: what the rule asks about is broken or cannot be seen"};
    const auto description = fmt::format("{} ({})", why.in(language_), undecided.of->title.in(language_));
    all_.push_back(issue(registry, *undecided.of, undecided.span, description, "minor", ""));
  }

  Json take() { return std::move(all_); }

private:
  Json issue_of(const CheckedRegistry& registry, const Finding& finding, std::string_view severity,
                std::string_view before) {
    const auto& row = *finding.of;
    auto description = fmt::format("{}{}", before, row.title.in(language_));
    if (!finding.label.empty()) description += ": " + finding.label.in(language_);
    std::string body;
    for (const auto& note : notes(finding)) body += fmt::format("- {}\n", note.in(language_));
    Json json = issue(registry, row, finding.span, description, severity, finding.fingerprint);
    json["content"] = {{"body", body}};
    json["nature"] = nature_id(row.nature);
    for (const auto& place : finding.also) json["other_locations"].push_back(location(registry, place.span));
    return json;
  }

  Json issue(const CheckedRegistry& registry, const Requirement& row, Span span, std::string_view description,
             std::string_view severity, std::string_view known_by) {
    return {{"type", "issue"},
            {"check_name", row.id},
            {"description", printable(description)},
            {"categories", {"Bug Risk"}},
            {"severity", severity},
            {"fingerprint", fingerprint(registry, row, span, known_by)},
            {"location", location(registry, span)}};
  }

  /// What the finding is known by in its registry, and the registry. GitLab takes issues with one fingerprint for one
  /// issue, so that a second one gets a number.
  std::string fingerprint(const CheckedRegistry& registry, const Requirement& row, Span span,
                          std::string_view known_by) {
    auto name = known_by.empty() ? fmt::format("{} {}", row.id, shown_path(registry, span))
                                 : fmt::format("{} {}", printable(registry.root), known_by);
    const auto times = ++seen_[name];
    return times == 1 ? name : fmt::format("{} {}", name, times);
  }

  Language language_;
  Json all_ = Json::array();
  std::map<std::string, std::size_t> seen_{};
};

}  // namespace

void render_gitlab(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  IssueList issues(options.language);
  for (const auto& registry : registries) {
    for (const auto& finding : registry.outcome->findings) issues.finding(registry, finding);
    for (const auto& aside : registry.outcome->set_aside) issues.set_aside(registry, aside);
    for (const auto& undecided : registry.outcome->undecided) issues.undecided(registry, undecided);
  }
  out << json_text(issues.take());
}

}  // namespace nastavnik
