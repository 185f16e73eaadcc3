#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "made_report.h"
#include "model/kinds/waivers.h"
#include "rules/catalogue.h"
#include "rules/clause.h"

// What the formats for other programs say. That they are well formed in the eyes of others is held by
// tests/node/formats_test.mjs.

using namespace nastavnik;
using namespace nastavnik::made;
using namespace std::string_literals;
using nlohmann::json;

namespace {

json sarif_of(const MadeRegistry& registry, Language language = Language::ru) {
  return json::parse(print("sarif", registry, {.language = language, .version = "1.2.3"}));
}

json only_run(const json& log) {
  REQUIRE(log["runs"].size() == 1);
  return log["runs"][0];
}

const json& place_of(const json& result) { return result["locations"][0]["physicalLocation"]; }

pugi::xml_document junit_of(const MadeRegistry& registry, RenderOptions options = {}) {
  pugi::xml_document document;
  REQUIRE(document.load_string(print("junit", registry, options).c_str()));
  return document;
}

std::string text_at(const pugi::xml_document& document, const char* path) {
  const auto found = document.select_node(path);
  return found.attribute() ? found.attribute().value() : found.node().text().get();
}

json gitlab_of(const MadeRegistry& registry) { return json::parse(print("gitlab", registry)); }

/// The short programme set aside by a waiver, and a late activity by the baseline.
struct SetAsideRegistry : MadeRegistry {
  Waiver waiver{};

  SetAsideRegistry() : MadeRegistry(short_program()) {
    const auto file = this->file("waivers.yaml", "waivers:\n  - rule: P2-2\n");
    waiver.reason.value = "Наставляемый уезжает в декабре";
    waiver.decided_by.id = "p-001";
    waiver.decided_on.value = Date{2025, 9, 2};
    waiver.until.value = Date{2025, 11, 29};
    outcome.findings[0].fingerprint = "P2-2 programs/2025-003 end 0f0f0f0f";
    outcome.set_aside.push_back({outcome.findings[0], at(file, "P2-2"), &waiver});
    outcome.findings.clear();
    const auto old = this->file("baseline.txt", "P2-11 programs/2025-003 - -\n");
    find(late_work, {0, 0, 4});
    outcome.set_aside.push_back({outcome.findings[0], at(old, "P2-11"), nullptr});
    outcome.findings.clear();
  }
};

}  // namespace

TEST_CASE("sarif holds the whole catalogue, each rule with its clauses") {
  const auto run = only_run(sarif_of(short_program()));
  const auto& driver = run["tool"]["driver"];
  CHECK(driver["semanticVersion"] == "1.2.3");
  CHECK(driver["rules"].size() == catalogue().size() + 1);
  REQUIRE(run["taxonomies"].size() >= editions().size());
  for (std::size_t i = 0; i < editions().size(); ++i) {
    CHECK(run["taxonomies"][i]["name"] == editions()[i].id);
    CHECK(run["taxonomies"][i]["taxa"].size() == editions()[i].clauses.size());
  }
  const auto& rule = driver["rules"].back();
  CHECK(rule["id"] == "P2-2");
  CHECK(rule["name"] == "program-too-short");
  CHECK(rule["defaultConfiguration"]["level"] == "error");
  CHECK(rule["properties"] == json({{"nature", "formalised"}, {"fromText", true}}));
  const auto& target = rule["relationships"][0]["target"];
  CHECK(target["id"] == "2");
  const auto& taxonomy = run["taxonomies"][target["toolComponent"]["index"].get<std::size_t>()];
  CHECK(taxonomy["name"] == "nso564/2022-03-25");
  CHECK(taxonomy["version"] == "2022-03-25");
  CHECK(taxonomy["taxa"][target["index"].get<std::size_t>()]["name"] == "п. 2");
}

TEST_CASE("sarif explains rules in the language of the run") {
  const auto rule = [](Language language) {
    const auto run = only_run(sarif_of(MadeRegistry(), language));
    for (const auto& one : run["tool"]["driver"]["rules"]) {
      if (one["id"] == "P2-2") return one;
    }
    return json();
  };
  CHECK(rule(Language::ru)["help"]["text"].get<std::string>().find("программа длится не меньше трёх месяцев") !=
        std::string::npos);
  CHECK(rule(Language::en)["help"]["text"].get<std::string>().find("A personalised programme lasts") !=
        std::string::npos);
  CHECK(rule(Language::en)["help"]["text"].get<std::string>().find("cl. 2. Terms") != std::string::npos);
}

TEST_CASE("sarif says where, in code points") {
  MadeRegistry registry;
  const auto file = registry.file("programs/2025-003.yaml", "goal: \U0001F393 Урок, урок\n");
  registry.find(too_short, registry.at(file, "Урок"), {"мало", "little"}).also = {
      {registry.at(file, "урок"), {"тут", "here"}}};
  const auto run = only_run(sarif_of(registry));
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const auto& result = run["results"][0];
  CHECK(result["message"]["text"] == "программа длится меньше 3 месяцев: мало");
  CHECK(place_of(result)["region"] ==
        json::parse(R"({"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 13})"));
  CHECK(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "programs/2025-003");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 15);
  CHECK(result["relatedLocations"][0]["message"]["text"] == "тут");
}

TEST_CASE("sarif names files by URIs below the folder of the run") {
  const auto artifact_of = [](std::string root) {
    MadeRegistry registry(std::move(root));
    registry.file("programs/план 1:2?.yaml", "a\n");
    registry.find(unknown_key, {0, 0, 1});
    const auto run = only_run(sarif_of(registry));
    const auto artifact = place_of(run["results"][0])["artifactLocation"];
    CHECK(run["originalUriBaseIds"].contains(artifact["uriBaseId"].get<std::string>()));
    CHECK(run["originalUriBaseIds"].size() == 1);
    return artifact;
  };
  const auto file = "programs/%D0%BF%D0%BB%D0%B0%D0%BD%201%3A2%3F.yaml"s;
  CHECK(artifact_of(".") == json({{"uri", file}, {"uriBaseId", "%SRCROOT%"}}));
  CHECK(artifact_of("./school 1") == json({{"uri", "school%201/" + file}, {"uriBaseId", "%SRCROOT%"}}));
  CHECK(artifact_of("../school") == json({{"uri", file}, {"uriBaseId", "REGISTRY"}}));
  CHECK(artifact_of("/srv/school") == json({{"uri", file}, {"uriBaseId", "REGISTRY"}}));
}

TEST_CASE("sarif adds the clauses of implied rules, and says what the text does not demand") {
  MadeRegistry registry = short_program();
  registry.outcome.findings[0].joined = {&late_work, &pay};
  registry.find(late_work, {0, 0, 4});
  const auto run = only_run(sarif_of(registry));
  std::vector<std::string> taxa;
  for (const auto& taxon : run["results"][0]["taxa"]) taxa.push_back(taxon["id"]);
  CHECK(taxa == std::vector<std::string>{"2", "16.2", "row.5", "tk351.8"});
  CHECK(run["results"][0]["taxa"][3]["toolComponent"]["name"] == "tk351_8/2025-03-01");
  CHECK(run["results"][1]["level"] == "warning");
  CHECK(run["results"][1]["properties"] == json({{"nature", "inference"}, {"fromText", false}}));
  CHECK(run["results"][1]["message"]["text"] == "мероприятие опаздывает (не из текста положения: вывод из него)");
}

TEST_CASE("sarif tells what could not be judged and which severities were changed") {
  MadeRegistry registry = short_program();
  registry.outcome.undecided = {{&pay, {0, 0, 4}}};
  registry.outcome.overrides = {{&late_work, Severity::silent, "План ведём в журнале"}};
  auto invocation = only_run(sarif_of(registry))["invocations"][0];
  CHECK(invocation["executionSuccessful"] == true);
  const auto& told = invocation["toolExecutionNotifications"][0];
  CHECK(told["associatedRule"]["id"] == "TK-3");
  CHECK(told["level"] == "warning");
  CHECK(place_of(told)["region"]["endColumn"] == 5);
  const auto& changed = invocation["ruleConfigurationOverrides"][0];
  CHECK(changed["descriptor"]["id"] == "P2-11");
  CHECK(changed["configuration"] == json({{"enabled", false}, {"level", "none"}}));
  CHECK(changed["properties"]["reason"] == "План ведём в журнале");
  registry.outcome.unreadable = true;
  registry.outcome.faulty_settings = true;
  invocation = only_run(sarif_of(registry))["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"].back()["level"] == "error");
  CHECK(invocation["toolConfigurationNotifications"][0]["level"] == "error");
}

TEST_CASE("junit fails the cases that make the exit status 1") {
  MadeRegistry registry = short_program("schools/a");
  registry.find(too_short, {0, 0, 4});
  registry.find(late_work, {0, 0, 4}, {"поздно", "late"});
  const auto document = junit_of(registry);
  const auto failing =
      "//testcase[@name='P2-2 program-too-short'][@classname='schools/a/programs/2025-003.yaml']/failure"s;
  CHECK(document.select_nodes(failing.c_str()).size() == 1);
  const auto told = text_at(document, failing.c_str());
  CHECK(told.starts_with("schools/a/programs/2025-003.yaml:4:6: error: программа длится меньше 3 месяцев: самая"));
  CHECK(told.find("programs/2025-003.yaml:1:1: error: ") != std::string::npos);
  CHECK(told.find("  норма: п. 2 «от 3 месяцев до 1 года»\n") != std::string::npos);
  CHECK(document.select_nodes("//testcase[@name='P2-11 activity-late']/failure").empty());
  const auto milder = text_at(document, "//testcase[@name='P2-11 activity-late']/system-out");
  CHECK(milder.find("не из текста положения: вывод из него") != std::string::npos);
  CHECK(text_at(document, "//testsuite/@tests") == "3");
  CHECK(text_at(document, "//testsuite/@failures") == "1");
  const auto strict = junit_of(registry, {.fail_on = Severity::warning});
  CHECK(text_at(strict, "//testcase[@name='P2-11 activity-late']/failure/@type") == "warning");
  CHECK(text_at(strict, "//testsuite/@failures") == "2");
}

TEST_CASE("junit has a case for the run, and errors for what was not judged") {
  MadeRegistry registry;
  registry.file("nastavnik.yaml", "format: 1\n");
  auto document = junit_of(registry);
  CHECK(text_at(document, "//testsuite/@errors") == "0");
  CHECK(text_at(document, "//testcase[@name='nastavnik check']/system-out").starts_with("Нарушений нет."));
  SUBCASE("undecided") {
    registry.outcome.undecided = {{&too_short, {0, 0, 1}}, {&too_short, {0, 0, 1}}};
    document = junit_of(registry);
    CHECK(text_at(document, "//testcase[@classname='nastavnik.yaml']/error/@type") == "undecided");
  }
  SUBCASE("no records") { registry.outcome.records = 0; }
  SUBCASE("unreadable") { registry.outcome.unreadable = true; }
  SUBCASE("faulty settings") { registry.outcome.faulty_settings = true; }
  CHECK(text_at(junit_of(registry), "//testsuite/@errors") == "1");
}

TEST_CASE("junit can be read whatever the bytes") {
  MadeRegistry registry("\xff\x01"s);
  const auto file = registry.file("programs/\xd0\x01\n\".yml"s, "a: \x01\xfe\n"s);
  registry.find(unknown_key, {file, 0, 7}, {"<&>\x01\uFFFF\xff"s, "x"});
  const auto document = junit_of(registry);
  CHECK(text_at(document, "//failure").find("<&>\u2401\uFFFD\uFFFD") != std::string::npos);
}

TEST_CASE("gitlab gets issues that it can tell apart") {
  MadeRegistry registry = short_program("./schools/a");
  registry.find(too_short, {0, 0, 4});
  registry.find(late_work, {0, 0, 4});
  registry.outcome.undecided = {{&pay, {0, 0, 4}}};
  const auto issues = gitlab_of(registry);
  REQUIRE(issues.size() == 4);
  CHECK(issues[0]["check_name"] == "P2-2");
  CHECK(issues[0]["severity"] == "major");
  CHECK(issues[0]["description"] == "программа длится меньше 3 месяцев: самая ранняя дата окончания: 2025-11-30");
  CHECK(issues[0]["location"] == json::parse(R"({"path": "schools/a/programs/2025-003.yaml",
    "positions": {"begin": {"line": 4, "column": 6}, "end": {"line": 4, "column": 16}}})"));
  CHECK(issues[0]["other_locations"][0]["positions"]["begin"]["line"] == 3);
  CHECK(issues[1]["fingerprint"] != issues[0]["fingerprint"]);
  CHECK(issues[2]["severity"] == "minor");
  CHECK(issues[2]["nature"] == "inference");
  CHECK(issues[2]["content"]["body"].get<std::string>().find("- не из текста положения") != std::string::npos);
  CHECK(issues[3]["description"].get<std::string>().starts_with("не решено"));
}

TEST_CASE("gitlab knows a finding again when lines are added above it") {
  const auto fingerprint = [](std::string text) {
    MadeRegistry registry;
    const auto file = registry.file("programs/2025-003.yaml", std::move(text));
    registry.find(too_short, registry.at(file, "end"));
    return gitlab_of(registry)[0]["fingerprint"];
  };
  CHECK(fingerprint("end: 1\n") == fingerprint("# новая строка\nend: 2\n"));
}

TEST_CASE("sarif suppresses what is set aside, and says why") {
  SetAsideRegistry registry;
  registry.outcome.held_back = {{registry.at(1, "rule"), {"исключение новее main", "a waiver newer than main"}}};
  const auto run = only_run(sarif_of(registry));
  REQUIRE(run["results"].size() == 2);
  const auto& waived = run["results"][0];
  CHECK(waived["ruleId"] == "P2-2");
  CHECK(waived["partialFingerprints"] == json({{"nastavnik/v1", "P2-2 programs/2025-003 end 0f0f0f0f"}}));
  REQUIRE(waived["suppressions"].size() == 1);
  const auto& suppression = waived["suppressions"][0];
  CHECK(suppression["kind"] == "external");
  CHECK(suppression["status"] == "accepted");
  CHECK(suppression["justification"] ==
        "исключение до 2025-11-29, решение p-001 от 2025-09-02: Наставляемый уезжает в декабре");
  CHECK(suppression["location"]["physicalLocation"]["artifactLocation"]["uri"] == "waivers.yaml");
  CHECK(run["results"][1]["suppressions"][0]["justification"] == "старое замечание (baseline.txt)");
  CHECK(run["invocations"][0]["toolConfigurationNotifications"][0]["message"]["text"] == "исключение новее main");
}

TEST_CASE("junit skips what is set aside") {
  SetAsideRegistry registry;
  const auto skipped = "//testcase[@name='P2-2 program-too-short']/skipped"s;
  const auto document = junit_of(registry);
  CHECK(
      text_at(document, skipped.c_str()).starts_with("исключение до 2025-11-29, решение p-001 от 2025-09-02: Наставл"));
  CHECK(text_at(document, "//testsuite/@skipped") == "2");
  CHECK(text_at(document, "//testsuite/@failures") == "0");
  registry.find(too_short, {0, 0, 4});
  const auto failing = junit_of(registry);
  CHECK(failing.select_nodes(skipped.c_str()).empty());
  CHECK(failing.select_nodes("//testcase[@name='P2-2 program-too-short']/failure").size() == 1);
  CHECK(text_at(failing, "//testcase[@name='P2-2 program-too-short']/system-out").find("исключение до") !=
        std::string::npos);
  CHECK(text_at(failing, "//testsuite/@skipped") == "1");
}

TEST_CASE("gitlab tells of what is set aside as the mildest") {
  const auto issues = gitlab_of(SetAsideRegistry());
  REQUIRE(issues.size() == 2);
  CHECK(issues[0]["severity"] == "info");
  CHECK(issues[0]["description"].get<std::string>().starts_with("[исключение до 2025-11-29, "));
  CHECK(issues[0]["fingerprint"] == ". P2-2 programs/2025-003 end 0f0f0f0f");
  CHECK(issues[1]["description"].get<std::string>().starts_with("[старое замечание (baseline.txt)] мероприятие"));
}
