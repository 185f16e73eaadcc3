#include <map>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/address.h"
#include "report/clauses.h"
#include "report/printable.h"
#include "report/renderers.h"

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

Json location(const CheckReport& report, Span span) {
  const auto position = report.sources->position(span);
  return {{"path", shown_path(report, span)},
          {"positions",
           {{"begin", {{"line", position.line}, {"column", position.column}}},
            {"end", {{"line", position.end_line}, {"column", position.end_column}}}}}};
}

class IssueList {
public:
  explicit IssueList(Language language) : language_(language) {}

  void finding(const CheckReport& report, const Finding& finding) {
    const auto& row = *finding.of;
    std::string description(row.title.in(language_));
    if (!finding.label.empty()) description += ": " + finding.label.in(language_);
    std::string body;
    for (const auto& note : notes(finding)) body += fmt::format("- {}\n", note.in(language_));
    Json json = issue(report, row, finding.span, description, gitlab_severity(finding.severity));
    json["content"] = {{"body", body}};
    json["nature"] = nature_id(row.nature);
    for (const auto& place : finding.also) json["other_locations"].push_back(location(report, place.span));
    all_.push_back(std::move(json));
  }

  void undecided(const CheckReport& report, const Undecided& undecided) {
    constexpr Text why{"не решено: нужное правилу испорчено или не видно",
                       "not decided: what the rule asks about is broken or cannot be seen"};
    const auto description = fmt::format("{} ({})", why.in(language_), undecided.of->title.in(language_));
    all_.push_back(issue(report, *undecided.of, undecided.span, description, "minor"));
  }

  Json take() { return std::move(all_); }

private:
  Json issue(const CheckReport& report, const Requirement& row, Span span, std::string_view description,
             std::string_view severity) {
    return {{"type", "issue"},
            {"check_name", row.id},
            {"description", printable(description)},
            {"categories", {"Bug Risk"}},
            {"severity", severity},
            {"fingerprint", fingerprint(report, row, span)},
            {"location", location(report, span)}};
  }

  /// GitLab takes issues with one fingerprint for one issue, so that a second one in the same place gets a number.
  std::string fingerprint(const CheckReport& report, const Requirement& row, Span span) {
    auto name = fmt::format("{} {}", row.id, shown_path(report, span));
    const auto times = ++seen_[name];
    return times == 1 ? name : fmt::format("{} {}", name, times);
  }

  Language language_;
  Json all_ = Json::array();
  std::map<std::string, std::size_t> seen_{};
};

}  // namespace

void render_gitlab(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options) {
  IssueList issues(options.language);
  for (const auto& report : reports) {
    for (const auto& finding : report.outcome->findings) issues.finding(report, finding);
    for (const auto& undecided : report.outcome->undecided) issues.undecided(report, undecided);
  }
  out << issues.take().dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace nastavnik
