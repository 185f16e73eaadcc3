#include <filesystem>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "base/web_address.h"
#include "findings/address.h"
#include "findings/renderers.h"
#include "findings/sarif_catalogue.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "rules/citation.h"

// SARIF 2.1.0: one run a registry, the rules of the catalogue with the clauses they rest on as taxonomies.
namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view current_folder = "%SRCROOT%";
constexpr std::string_view registry_folder = "REGISTRY";

Json message(std::string_view text) { return {{"text", text}}; }

/// One registry as a run.
class SarifRun {
public:
  SarifRun(const CheckedRegistry& registry, const RenderOptions& options)
      : registry_(registry), language_(options.language), catalogue_(registry, options.language) {
    const std::filesystem::path root = std::filesystem::path(registry.root).lexically_normal();
    below_current_ = root.is_relative() && *root.begin() != "..";
    json_ = {{"tool", {{"driver", catalogue_.driver(options.version)}}},
             {"language", language_ == Language::ru ? "ru" : "en"},
             {"automationDetails", {{"id", fmt::format("nastavnik/{}/", registry.root)}}},
             {"invocations", {invocation()}},
             {"originalUriBaseIds", {{base(), {{"description", message(base_words())}}}}},
             {"columnKind", "unicodeCodePoints"},
             {"taxonomies", catalogue_.taxonomies()},
             {"results", Json::array()},
             {"properties",
              {{"asOf", iso(registry.as_of)},
               {"summary", summary_in_one_line({&registry, 1}, Counting::records_and_rules).in(language_)}}}};
    for (const auto& finding : registry.outcome->findings) json_["results"].push_back(result(finding));
    for (const auto& aside : registry.outcome->set_aside) json_["results"].push_back(suppressed(aside));
  }

  Json take() { return std::move(json_); }

private:
  std::string_view base() const { return below_current_ ? current_folder : registry_folder; }

  std::string_view base_words() const {
    constexpr Text current{"папка, в которой запускали nastavnik", "the folder in which nastavnik was run"};
    constexpr Text registry{"папка реестра", "the folder of the registry"};
    return (below_current_ ? current : registry).in(language_);
  }

  Json location(Span span) const {
    const auto inside = inner_path(registry_, span);
    const auto path = below_current_ ? shown_path(registry_, span) : inside;
    const auto position = registry_.sources->position(span);
    Json json{{"physicalLocation",
               {{"artifactLocation", {{"uri", percent_encoded(path)}, {"uriBaseId", base()}}},
                {"region",
                 {{"startLine", position.line},
                  {"startColumn", position.column},
                  {"endLine", position.end_line},
                  {"endColumn", position.end_column}}}}}};
    if (const auto record = record_address(inside); !record.empty()) {
      json["logicalLocations"] = Json::array({{{"fullyQualifiedName", record}}});
    }
    return json;
  }

  Json result(const Finding& finding) const {
    const auto& row = *finding.of;
    std::string text(row.title.in(language_));
    if (!finding.label.empty()) text += ": " + finding.label.in(language_);
    if (const auto beyond = beyond_the_text(row); !beyond.empty()) text += fmt::format(" ({})", beyond.in(language_));
    Json json{{"ruleId", row.id},
              {"ruleIndex", catalogue_.index(row)},
              {"level", sarif_level(finding.severity)},
              {"message", message(text)},
              {"locations", {location(finding.span)}}};
    Json related = Json::array(), taxa = Json::array();
    for (const auto& place : finding.also) {
      Json one{{"id", related.size() + 1}};
      one.update(location(place.span));
      one["message"] = message(place.label.in(language_));
      related.push_back(std::move(one));
    }
    for (const auto clause : clauses_of(finding)) taxa.push_back(catalogue_.taxon(clause));
    if (!related.empty()) json["relatedLocations"] = std::move(related);
    if (!taxa.empty()) json["taxa"] = std::move(taxa);
    if (!finding.fingerprint.empty()) json["partialFingerprints"] = {{"nastavnik/v1", finding.fingerprint}};
    json["properties"] = {{"nature", nature_id(row.nature)}, {"fromText", is_from_the_text(row)}};
    return json;
  }

  /// A finding that a waiver or the baseline sets aside, with the place that says so.
  Json suppressed(const SetAside& aside) const {
    Json json = result(aside.finding);
    json["suppressions"] = Json::array({{{"kind", "external"},
                                         {"status", "accepted"},
                                         {"justification", why_set_aside(registry_, aside).in(language_)},
                                         {"location", location(aside.by)}}});
    return json;
  }

  Json held_back(const HeldBack& held) const {
    return {{"level", "warning"}, {"message", message(held.what.in(language_))}, {"locations", {location(held.span)}}};
  }

  Json undecided(const Undecided& undecided) const {
    constexpr Text why{"не решено: нужное правилу испорчено или не видно",
                       "not decided: what the rule asks about is broken or cannot be seen"};
    return {{"descriptor", {{"id", "undecided"}, {"index", 0}}},
            {"associatedRule", catalogue_.rule(*undecided.of)},
            {"level", "warning"},
            {"message", message(fmt::format("{}: {}", undecided.of->id, why.in(language_)))},
            {"locations", {location(undecided.span)}}};
  }

  static Json failure(std::string_view words) { return {{"level", "error"}, {"message", message(words)}}; }

  Json override_of(const Override& changed) const {
    return {{"descriptor", catalogue_.rule(*changed.of)},
            {"configuration",
             {{"enabled", changed.severity != Severity::silent}, {"level", sarif_level(changed.severity)}}},
            {"properties", {{"reason", changed.reason}}}};
  }

  Json invocation() const {
    constexpr Text unreadable{"часть файлов прочитать не удалось", "some files could not be read"};
    constexpr Text faulty{"настройки с ошибками, остальное не проверялось",
                          "the settings are faulty and nothing else was checked"};
    const auto& outcome = *registry_.outcome;
    Json rules = Json::array(), execution = Json::array(), configuration = Json::array();
    for (const auto& changed : outcome.overrides) rules.push_back(override_of(changed));
    for (const auto& one : outcome.undecided) execution.push_back(undecided(one));
    if (outcome.unreadable) execution.push_back(failure(unreadable.in(language_)));
    for (const auto& held : outcome.held_back) configuration.push_back(held_back(held));
    if (outcome.faulty_settings) configuration.push_back(failure(faulty.in(language_)));
    Json json{{"executionSuccessful", !outcome.unreadable && !outcome.faulty_settings}};
    if (!rules.empty()) json["ruleConfigurationOverrides"] = std::move(rules);
    if (!execution.empty()) json["toolExecutionNotifications"] = std::move(execution);
    if (!configuration.empty()) json["toolConfigurationNotifications"] = std::move(configuration);
    return json;
  }

  const CheckedRegistry& registry_;
  Language language_;
  SarifCatalogue catalogue_;
  bool below_current_ = true;
  Json json_{};
};

}  // namespace

void render_sarif(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  Json runs = Json::array();
  for (const auto& registry : registries) runs.push_back(SarifRun(registry, options).take());
  const Json log{
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", std::move(runs)}};
  out << json_text(log);
}

}  // namespace nastavnik
