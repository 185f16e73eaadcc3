#include "findings/sarif_catalogue.h"

#include <string>

#include <fmt/format.h>

#include "rules/catalogue.h"
#include "rules/citation.h"
#include "rules/clause.h"
#include "rules/fixture.h"

namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

/// The taxonomy of clauses that no edition here has.
constexpr std::string_view other_law = "other-law";

Json message(std::string_view text) { return {{"text", text}}; }

std::string explanation(const Requirement& row, Language language) {
  const Fixture& fixture = fixture_of(row);
  return language == Language::ru ? fixture.ru : fixture.en;
}

std::string help(const Requirement& row, Language language) {
  std::string text;
  const auto add = [&](std::string_view sentence) {
    if (!sentence.empty()) text += fmt::format("{}{}", text.empty() ? "" : "\n\n", sentence);
  };
  add(explanation(row, language));
  for (const auto id : clause_ids(row.clauses)) add(titled_clause(id).in(language));
  if (!row.phrase.empty()) add(fmt::format("«{}»", row.phrase));
  add(nature_words(row.nature).in(language));
  add(row.remedy.in(language));
  return text;
}

Json notification() {
  return {{"id", "undecided"},
          {"shortDescription",
           {{"text", "a rule that cannot be judged, because what it asks about is broken or cannot be seen"}}}};
}

Json taxon_of(const Clause& clause, Language language) {
  const std::string_view title = clause.title(language);
  Json taxon{{"id", clause.id},
             {"name", clause_words(clause.id).in(language)},
             {"shortDescription", message(title.empty() ? clause.id : title)}};
  if (!clause.text.empty()) taxon["fullDescription"] = message(clause.text);
  return taxon;
}

/// An edition of an act; its version is the first day it is in force.
Json taxonomy_of(const Edition& edition, Language language) {
  Json taxa = Json::array();
  for (const auto& clause : edition.clauses) taxa.push_back(taxon_of(clause, language));
  const auto act = language == Language::ru ? edition.act_ru : edition.act_en;
  return {{"name", edition.id},
          {"version", iso(edition.in_force.from)},
          {"releaseDateUtc", iso(edition.dated)},
          {"shortDescription", message(act)},
          {"language", language == Language::ru ? "ru" : "en"},
          {"isComprehensive", !edition.excerpts},
          {"taxa", std::move(taxa)}};
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "note";
    case Severity::silent: break;
  }
  return "none";
}

SarifCatalogue::SarifCatalogue(const CheckedRegistry& registry, Language language) : language_(language) {
  std::size_t number = 0;
  for (const auto& edition : editions()) {
    std::size_t index = 0;
    for (const auto& clause : edition.clauses) taxa_.insert_or_assign(clause.id, Taxon{number, index++});
    names_.push_back(edition.id);
    ++number;
  }
  for (const auto* row : catalogue()) add(row);
  const auto add_all = [&](const Finding& finding) {
    add(finding.of);
    for (const auto* row : finding.joined) add(row);
  };
  for (const auto& finding : registry.outcome->findings) add_all(finding);
  for (const auto& aside : registry.outcome->set_aside) add_all(aside.finding);
  for (const auto& undecided : registry.outcome->undecided) add(undecided.of);
  for (const auto& changed : registry.outcome->overrides) add(changed.of);
  if (!other_law_.empty()) names_.push_back(other_law);
}

void SarifCatalogue::add(const Requirement* row) {
  if (!rules_.emplace(row, rows_.size()).second) return;
  rows_.push_back(row);
  for (const auto id : clause_ids(row->clauses)) {
    if (taxa_.emplace(id, Taxon{editions().size(), other_law_.size()}).second) other_law_.push_back(id);
  }
}

Json SarifCatalogue::rule(const Requirement& row) const { return {{"id", row.id}, {"index", index(row)}}; }

Json SarifCatalogue::taxon(std::string_view clause) const {
  const auto& [taxonomy, index] = taxa_.find(clause)->second;
  return {{"id", clause}, {"index", index}, {"toolComponent", {{"name", names_[taxonomy]}, {"index", taxonomy}}}};
}

Json SarifCatalogue::descriptor(const Requirement& row) const {
  Json json{{"id", row.id}};
  if (row.name != row.id) json["name"] = row.name;  // a name that repeats the id is against the standard
  json["shortDescription"] = message(row.title.in(language_));
  if (const auto text = explanation(row, language_); !text.empty()) json["fullDescription"] = message(text);
  json["help"] = message(help(row, language_));
  json["defaultConfiguration"] = {{"level", sarif_level(row.severity)}};
  Json relationships = Json::array();
  for (const auto id : clause_ids(row.clauses)) {
    relationships.push_back({{"target", taxon(id)}, {"kinds", {"relevant"}}});
  }
  if (!relationships.empty()) json["relationships"] = std::move(relationships);
  json["properties"] = {{"nature", nature_id(row.nature)}, {"fromText", is_from_the_text(row)}};
  return json;
}

Json SarifCatalogue::driver(std::string_view version) const {
  Json rules = Json::array(), taxonomies = Json::array();
  for (const auto* row : rows_) rules.push_back(descriptor(*row));
  for (const auto name : names_) taxonomies.push_back({{"name", name}, {"index", taxonomies.size()}});
  return {{"name", "nastavnik"},
          {"semanticVersion", version},
          {"language", language_ == Language::ru ? "ru" : "en"},
          {"rules", std::move(rules)},
          {"notifications", {notification()}},
          {"supportedTaxonomies", std::move(taxonomies)}};
}

Json SarifCatalogue::taxonomies() const {
  Json all = Json::array(), others = Json::array();
  for (const auto& edition : editions()) all.push_back(taxonomy_of(edition, language_));
  for (const auto id : other_law_) {
    const auto name = clause_words(id).in(language_);
    others.push_back({{"id", id}, {"name", name}, {"shortDescription", message(name)}});
  }
  if (!others.empty()) all.push_back({{"name", other_law}, {"taxa", std::move(others)}});
  return all;
}

}  // namespace nastavnik
