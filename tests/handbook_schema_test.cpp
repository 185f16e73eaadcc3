#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "handbook/schema.h"
#include "model/kinds.h"
#include "rules/catalogue.h"
#include "tests/source_root.h"

using namespace nastavnik;
using Json = nlohmann::json;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Calls `visit` for each schema inside a schema, with its address.
void for_each_schema(const Json& schema, const std::string& at,
                     const std::function<void(const Json&, std::string)>& visit) {
  visit(schema, at);
  if (schema.contains("items")) for_each_schema(schema["items"], at + "[]", visit);
  for (const Json& way : schema.value("anyOf", Json::array())) {  // a list, or its only item
    if (way.contains("items")) for_each_schema(way["items"], at + "[]", visit);
    if (way.contains("properties")) for_each_schema(way, at, visit);
  }
  if (!schema.contains("properties")) return;
  for (const auto& [key, value] : schema["properties"].items())
    for_each_schema(value, fmt::format("{}.{}", at, key), visit);
}

Json schema_of(std::string_view stem, Language language = Language::ru) {
  for (const Schema& schema : schemas(language))
    if (schema.stem == stem) return Json::parse(schema.text);
  FAIL("no schema " << stem);
  return {};
}

}  // namespace

TEST_CASE("schemas/ holds what the program prints; UPDATE=1 writes it") {
  const std::filesystem::path folder = nastavnik::source_root() / "schemas";
  for (const Schema& schema : schemas(Language::ru)) {
    const auto path = folder / (schema.stem + ".schema.json");
    if (std::getenv("UPDATE")) std::ofstream(path, std::ios::binary) << schema.text;
    CHECK_MESSAGE(read_file(path) == schema.text, path.string() << " differs; UPDATE=1 writes it anew");
  }
}

TEST_CASE("each kind has one schema") {
  std::vector<std::string> stems;
  for (const Schema& schema : schemas(Language::ru)) stems.push_back(schema.stem);
  CHECK(stems.size() == folder_kinds().size() + single_kinds().size());
  std::sort(stems.begin(), stems.end());
  CHECK(std::adjacent_find(stems.begin(), stems.end()) == stems.end());
}

TEST_CASE("every mapping is closed but for own keys") {
  std::size_t mappings = 0;
  for (const Schema& schema : schemas(Language::ru)) {
    for_each_schema(Json::parse(schema.text), schema.stem, [&](const Json& inner, const std::string& at) {
      if (inner.value("type", Json()) != "object") return;
      ++mappings;
      CHECK_MESSAGE(inner["additionalProperties"] == false, at);
      CHECK_MESSAGE(inner["patternProperties"] == Json({{"^x-[a-z0-9_-]+$", true}}), at);
      for (const auto& key : inner.value("required", Json::array())) {
        CHECK_MESSAGE(inner["properties"].contains(key.get<std::string>()), at << " requires " << key);
      }
    });
  }
  CHECK(mappings > 50);
}

TEST_CASE("every field says in both languages what it is") {
  for (const Schema& schema : schemas(Language::ru)) {
    for_each_schema(Json::parse(schema.text), schema.stem, [&](const Json& inner, const std::string& at) {
      for (const char* word : {"title", "description"}) {
        CHECK_MESSAGE(!inner.value(word, "").empty(), at << " " << word);
        CHECK_MESSAGE(!inner["x-en"].value(word, "").empty(), at << " x-en " << word);
      }
      CHECK_MESSAGE(inner.contains("errorMessage") == inner["x-en"].contains("errorMessage"), at);
      if (!inner.contains("enum")) return;
      CHECK_MESSAGE(inner["enum"].size() == inner["enumDescriptions"].size(), at);
      CHECK_MESSAGE(inner["enum"].size() == inner["x-en"]["enumDescriptions"].size(), at);
    });
  }
}

TEST_CASE("in English the Russian stands under x-ru") {
  const Json ru = schema_of("programs");
  const Json en = schema_of("programs", Language::en);
  CHECK(en["title"] == "personalised programme");
  CHECK(en["x-ru"]["title"] == ru["title"]);
  CHECK(en["properties"]["start"]["title"] == ru["properties"]["start"]["x-en"]["title"]);
  CHECK_FALSE(en.contains("x-en"));
}

TEST_CASE("what the schema requires is what makes a record a record") {
  const Json programs = schema_of("programs");
  CHECK(programs["required"] == Json({"pair", "start", "end"}));
  CHECK(programs["properties"]["completion"]["required"] == Json({"date"}));
  CHECK(programs["properties"]["amendments"]["items"]["required"] == Json({"id", "date", "changes", "reason"}));
}

TEST_CASE("types become the words of JSON Schema") {
  const Json release = schema_of("programs")["properties"]["releases"]["items"]["properties"];
  CHECK(release["hours"]["type"] == "integer");
  CHECK(release["hours"]["minimum"] == 1);
  CHECK(release["hours"]["maximum"] == 12);
  CHECK(release["person"]["pattern"] == "^p-[0-9]{3,9}$");
  CHECK(release["from_time"]["type"] == "string");
  CHECK(release["substitutes"]["type"] == "array");
  CHECK(release["substitutes"]["minItems"] == 1);
  const Json consent = schema_of("people")["properties"]["consents"]["items"];
  CHECK(consent["required"] == Json({"kinds", "given_on", "form"}));
  CHECK(consent["properties"]["additional_duties"]["type"] == "boolean");
  CHECK(schema_of("pairs")["properties"]["consents"]["items"]["required"] == Json({"given_on", "form"}));
}

TEST_CASE("an open enumeration has its note, a topic may be the school's own") {
  const Json program = schema_of("programs")["properties"];
  CHECK(program.contains("kinds_note"));
  CHECK_FALSE(program.contains("legs_note"));
  CHECK(program["kinds_note"]["maxLength"] == 300);
  CHECK(program["directions"]["items"]["anyOf"].size() == 2);
}

TEST_CASE("the rules that settings may name are those of the catalogue") {
  const Json rule = schema_of("nastavnik")["properties"]["severities"]["items"]["properties"]["rule"];
  CHECK(rule["enum"].size() == catalogue().size());
  CHECK(std::find(rule["enum"].begin(), rule["enum"].end(), "P2-2") != rule["enum"].end());
}

TEST_CASE("a threshold says its default") {
  const Json limits = schema_of("nastavnik")["properties"]["thresholds"]["properties"];
  CHECK(limits["mentor_capacity"]["description"].get<std::string>().find("По умолчанию 3.") != std::string::npos);
  CHECK(limits["statistics_due"]["description"].get<std::string>().find("09-20, 05-31") != std::string::npos);
}
