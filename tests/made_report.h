#pragma once
#include <deque>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "findings/checked_registry.h"

// Reports of a check, made by hand for the tests of the renderers.

namespace nastavnik::made {

inline const Requirement too_short{
    .id = "P2-2",
    .name = "program-too-short",
    .nature = Nature::formalised,
    .clauses = "2",
    .phrase = "от 3 месяцев до 1 года",
    .title = {"программа длится меньше 3 месяцев", "the programme is shorter than 3 months"},
    .remedy = {"измените срок программы", "change the term of the programme"}};
inline const Requirement late_work{.id = "P2-11",
                                   .name = "activity-late",
                                   .severity = Severity::warning,
                                   .nature = Nature::inference,
                                   .clauses = "16.2,row.5",
                                   .phrase = "в установленные сроки",
                                   .title = {"мероприятие опаздывает", "an activity is late"},
                                   .remedy = {"отметьте выполнение", "record what was done"}};
inline const Requirement unknown_key{.id = "record-unknown-key",
                                     .name = "record-unknown-key",
                                     .title = {"неизвестный ключ", "unknown key"},
                                     .remedy = {"исправьте ключ", "correct the key"}};
inline const Requirement bad_yaml{.id = "yaml-syntax",
                                  .name = "yaml-syntax",
                                  .title = {"файл записан не по правилам YAML", "the file is not YAML"},
                                  .remedy = {"исправьте строку", "correct the line"}};
inline const Requirement repeated_key{.id = "yaml-duplicate-key",
                                      .name = "yaml-duplicate-key",
                                      .title = {"ключ повторяется", "a key is repeated"},
                                      .remedy = {"оставьте один", "keep one"}};
inline const Requirement pay{.id = "TK-3",
                             .name = "refusal-too-late",
                             .severity = Severity::info,
                             .nature = Nature::law,
                             .clauses = "tk351.8",
                             .title = {"отказ подан поздно", "the refusal came late"},
                             .remedy = {"сверьте даты", "compare the dates"}};

/// A registry made by hand: files, findings at words of them, and what the check made of them.
struct MadeRegistry {
  std::deque<std::string> texts{};
  Sources sources{};
  Outcome outcome{};
  std::string root = ".";
  DayOrigin origin = DayOrigin::registry;

  explicit MadeRegistry(std::string where = ".") : root(std::move(where)) {
    outcome.records = 41;
    outcome.files = 44;
    outcome.rules = 61;
  }

  std::uint32_t file(std::string path, std::string text) {
    const auto index = sources.add(std::move(path));
    sources[index].text = texts.emplace_back(std::move(text));
    return index;
  }
  Span at(std::uint32_t source, std::string_view words) const {
    const auto begin = sources[source].text.find(words);
    REQUIRE(begin != std::string_view::npos);
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(words.size())};
  }
  Finding& find(const Requirement& rule, Span span, Words label = {}) {
    return outcome.findings.emplace_back(Finding{&rule, rule.severity, span, std::move(label), {}});
  }
  CheckedRegistry report() const { return {root, &sources, &outcome, Date{2025, 9, 15}, origin}; }
};

inline std::string print(std::string_view format, std::span<const CheckedRegistry> reports,
                         RenderOptions options = {}) {
  std::ostringstream out;
  for (const auto& known : check_formats()) {
    if (known.name == format) known.render(out, reports, options);
  }
  REQUIRE(!out.str().empty());
  return out.str();
}

inline std::string print(std::string_view format, const MadeRegistry& registry, RenderOptions options = {}) {
  const auto report = registry.report();
  return print(format, {&report, 1}, options);
}

inline MadeRegistry short_program(std::string root = ".") {
  MadeRegistry registry(std::move(root));
  const auto file =
      registry.file("programs/2025-003.yaml", "pair: 2025-003\ngoal: Урок\nstart: 2025-09-01\nend: 2025-11-29\n");
  auto& finding = registry.find(too_short, registry.at(file, "2025-11-29"),
                                {"самая ранняя дата окончания: 2025-11-30", "the earliest end: 2025-11-30"});
  finding.also.push_back({registry.at(file, "2025-09-01"), {"начало программы", "start of the programme"}});
  return registry;
}

}  // namespace nastavnik::made
