#include <ostream>

#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "findings/address.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "model/kinds/waivers.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

Json place_of(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  return {{"path", inner_path(registry, span)},
          {"line", position.line},
          {"column", position.column},
          {"end_line", position.end_line},
          {"end_column", position.end_column}};
}

std::string_view origin_id(DayOrigin origin) {
  switch (origin) {
    case DayOrigin::option: return "option";
    case DayOrigin::registry: return "registry";
    case DayOrigin::clock: return "clock";
  }
  return "clock";
}

Json summary_of(const CheckedRegistry& registry) {
  const auto sum = tally({&registry, 1});
  return {{"files", sum.files},
          {"records", sum.records},
          {"rules", sum.rules},
          {"errors", sum.findings[0]},
          {"warnings", sum.findings[1]},
          {"infos", sum.findings[2]},
          {"waived", sum.waived},
          {"old", sum.old},
          {"undecided", sum.undecided},
          {"unreadable", sum.unreadable},
          {"faulty_settings", sum.faulty_settings}};
}

Json finding_of(const CheckedRegistry& registry, const Finding& finding, Language language) {
  const auto& rule = *finding.of;
  const auto path = inner_path(registry, finding.span);
  const auto address = record_address(path);
  Json json{{"rule", rule.id},
            {"name", rule.name},
            {"severity", severity_id(finding.severity)},
            {"nature", nature_id(rule.nature)},
            {"from_text", is_from_the_text(rule)},
            {"clauses", clauses_of(finding)},
            {"implied", Json::array()},
            {"title", rule.title.in(language)},
            {"message", finding.label.in(language)},
            {"record", address.empty() ? Json(nullptr) : Json(address)}};
  for (const Requirement* row : finding.joined) json["implied"].push_back(row->id);
  json.update(place_of(registry, finding.span));
  if (!finding.fingerprint.empty()) json["fingerprint"] = finding.fingerprint;
  if (finding.fix) json["fix"] = finding.fix->safe ? "safe" : "unsafe";
  json["related"] = Json::array();
  for (const auto& place : finding.also) {
    auto related = place_of(registry, place.span);
    related["message"] = place.label.in(language);
    json["related"].push_back(std::move(related));
  }
  return json;
}

/// What set a finding aside; the words of a waiver where it is one.
Json excuse_of(const CheckedRegistry& registry, const SetAside& aside) {
  Json json{{"kind", aside.waiver ? "waiver" : "baseline"}};
  if (const Waiver* waiver = aside.waiver) {
    json["reason"] = reason_of(registry, *waiver);
    json["decided_by"] = waiver->decided_by.id;
    json["decided_on"] = iso(*waiver->decided_on);
    json["until"] = iso(*waiver->until);
  }
  json.update(place_of(registry, aside.by));
  return json;
}

Json run_of(const CheckedRegistry& registry, Language language) {
  Json run{{"root", registry.root},           {"as_of", iso(registry.as_of)}, {"origin", origin_id(registry.origin)},
           {"summary", summary_of(registry)}, {"overrides", Json::array()},   {"undecided", Json::array()},
           {"findings", Json::array()},       {"set_aside", Json::array()},   {"held_back", Json::array()}};
  for (const auto& changed : registry.outcome->overrides) {
    run["overrides"].push_back(
        {{"rule", changed.of->id}, {"severity", severity_id(changed.severity)}, {"reason", changed.reason}});
  }
  for (const auto& undecided : registry.outcome->undecided) {
    Json json{{"rule", undecided.of->id}};
    json.update(place_of(registry, undecided.span));
    if (!undecided.why.empty()) json["why"] = undecided.why.in(language);
    run["undecided"].push_back(std::move(json));
  }
  for (const auto& finding : registry.outcome->findings)
    run["findings"].push_back(finding_of(registry, finding, language));
  for (const auto& aside : registry.outcome->set_aside) {
    run["set_aside"].push_back(
        {{"by", excuse_of(registry, aside)}, {"finding", finding_of(registry, aside.finding, language)}});
  }
  for (const auto& held : registry.outcome->held_back) {
    Json json{{"message", held.what.in(language)}};
    json.update(place_of(registry, held.span));
    run["held_back"].push_back(std::move(json));
  }
  return run;
}

Json statistics_of(std::span<const CheckedRegistry> registries) {
  Json rules = Json::array();
  std::size_t total = 0;
  for (const auto& rule : count_by_rule(registries)) {
    total += rule.total;
    rules.push_back({{"rule", rule.of->id},
                     {"name", rule.of->name},
                     {"total", rule.total},
                     {"errors", rule.findings[0]},
                     {"warnings", rule.findings[1]},
                     {"infos", rule.findings[2]}});
  }
  return {{"total", total}, {"rules", std::move(rules)}};
}

}  // namespace

void render_json(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  Json json{{"format", "nastavnik-check"},
            {"version", 1},
            {"language", options.language == Language::ru ? "ru" : "en"},
            {"runs", Json::array()}};
  for (const auto& registry : registries) json["runs"].push_back(run_of(registry, options.language));
  if (options.statistics) json["statistics"] = statistics_of(registries);
  out << json_text(json);
}

}  // namespace nastavnik
