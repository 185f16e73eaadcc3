#include "handbook/explain.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "handbook/remarks.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/settings.h"
#include "rules/citation.h"
#include "rules/clause.h"
#include "rules/editions.h"
#include "rules/fixture.h"

namespace nastavnik {

namespace {

using nlohmann::ordered_json;

/// Titles of cases begin with one of these; English readers get the word only, as the titles are Russian.
constexpr std::string_view breaks = "нарушает";
constexpr std::string_view keeps = "соблюдает";

constexpr std::string_view limits_key = "thresholds";

std::string severities(const Requirement& row, Language language) {
  std::string text(severity_words(row.severity).in(language));
  if (row.milder != Severity::silent)
    text += fmt::format(" ({} {})", Text{"иногда", "sometimes"}.in(language), severity_words(row.milder).in(language));
  return text;
}

/// «с 2025-03-01», «с 2021-09-01 по 2027-08-31»; empty for what holds at all times.
std::string days_in_force(const Requirement& row, Language language) {
  const Period period = in_force(row);
  if (period.from == Period().from) return {};
  if (period.to == end_of_time) return fmt::format("{} {}", Text{"с", "since"}.in(language), iso(period.from));
  return fmt::format("{} {} {} {}", Text{"с", "from"}.in(language), iso(period.from), Text{"по", "to"}.in(language),
                     iso(period.to));
}

/// «nso564 — положение (все P…, RM…); действует с 2022-03-25».
std::string pack_words(const Requirement& row, Language language) {
  const auto pack = pack_of(row);
  if (!pack)
    return std::string(
        Text{"всегда: форма и связность записей", "always: form and coherence of the records"}.in(language));
  const std::string days = days_in_force(row, language);
  const Code& code = Codes<Pack>::table[static_cast<std::size_t>(*pack)];
  return fmt::format("{} — {}{}", code.code, code.label.in(language),
                     days.empty() ? "" : fmt::format("; {} {}", Text{"действует", "in force"}.in(language), days));
}

Text edition_words(EditionOf edition) {
  switch (edition) {
    case EditionOf::forming:
      return {"та, что действовала в день приказа, которым закреплена пара или назначен наставник",
              "the one in force on the day of the order that assigned the pair or appointed the mentor"};
    case EditionOf::event:
      return {"та, что действовала в день самого события", "the one in force on the day of the event itself"};
    case EditionOf::day_judged: break;
  }
  return {"действующая на день проверки", "the one in force on the day of the check"};
}

std::string_view edition_id(EditionOf edition) {
  switch (edition) {
    case EditionOf::forming: return "forming";
    case EditionOf::event: return "event";
    case EditionOf::day_judged: break;
  }
  return "day_judged";
}

void add_clauses(const Requirement& row, page::Page& page) {
  for (const std::string_view id : clause_ids(row.clauses)) {
    page.add(page::Role::flush, titled_clause(id).in(page.language));
    if (!row.phrase.empty() && id == clause_ids(row.clauses).front())  // whose words it is
      page.add(page::Role::quote, fmt::format("«{}»", row.phrase));
  }
}

/// The limits that the row goes by, as nastavnik.yaml has them.
std::vector<FieldShape> limits_of(const Requirement& row) {
  static const FieldShape thresholds = [] {
    for (const KindShape& tree : kind_shapes())
      if (tree.kind == &Settings::kind)
        for (const FieldShape& node : tree.fields())
          if (node.field.key == limits_key) return node;
    return FieldShape();
  }();
  std::vector<FieldShape> limits;
  for (const std::string_view key : clause_ids(row.limits))
    for (const FieldShape& node : thresholds.fields())
      if (node.field.key == key) limits.push_back(node);
  return limits;
}

page::Table listing() { return {page::Table::Kind::listing, {}, {{}, {}}}; }

/// Where the row belongs, and what of it is ours and not the text's: how it was made countable.
page::Table about(const Requirement& row, Language language) {
  page::Table table = listing();
  const auto add = [&](const Text& what, std::string words) {
    table.rows.push_back(page::row_of({std::string(what.in(language)), std::move(words)}));
  };
  if (!row.precise.empty())
    add({"Уточнено программой", "Made precise by the program"}, std::string(row.precise.in(language)));
  add({"Набор правил", "Pack of rules"}, pack_words(row, language));
  if (pack_of(row)) add({"Редакция", "Edition"}, std::string(edition_words(row.edition).in(language)));
  return table;
}

/// What a school may set.
void add_limits(const Requirement& row, page::Page& page) {
  page::Table table = listing();
  table.title = Text{"Школа может установить (thresholds в nastavnik.yaml)",
                     "What a school may set (thresholds in nastavnik.yaml)"}
                    .in(page.language);
  for (const FieldShape& limit : limits_of(row))
    table.rows.push_back(
        page::row_of({std::string(limit.field.key), fmt::format("{}. {}", limit.field.title.in(page.language),
                                                                by_default(limit).in(page.language))}));
  if (!table.rows.empty()) page.add(std::move(table));
}

/// What a case changes, without the words meant for the tests.
std::string example_lines(const FixtureCase& one) {
  std::string shown, line;
  for (std::size_t at = 0; at < one.text.size(); at += line.size() + 1) {
    line = one.text.substr(at, one.text.find('\n', at) - at);
    std::string_view text = line;
    const bool for_tests = text.starts_with("expect:") || text.starts_with("undecided:") || text.starts_with("base:") ||
                           text.starts_with("as-of:") || text.starts_with("today:");
    if (for_tests) continue;
    if (const std::size_t mark = text.find("# expect:"); mark != text.npos) text = text.substr(0, mark);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.starts_with("~~ ") || text.starts_with("-- "))
      text = text.substr(3, text.size() - 6);
    else if (!text.empty())
      shown += "  ";
    if (text.empty()) continue;
    shown += fmt::format("{}\n", text);
  }
  if (!shown.empty()) shown.pop_back();
  return shown;
}

void add_example(const Fixture& fixture, std::string_view begins, page::Page& page) {
  const auto found = std::find_if(fixture.cases.begin(), fixture.cases.end(),
                                  [&](const FixtureCase& one) { return one.title.starts_with(begins); });
  if (found == fixture.cases.end()) return;
  const Text word = begins == breaks ? Text{"нарушает", "breaks it"} : Text{"соблюдает", "keeps it"};
  std::string lines = example_lines(*found);
  if (lines.empty()) return;  // the case is the school of the tests as it stands
  const std::string title = page.language == Language::ru ? found->title : std::string(word.en);
  page.add(page::Role::caption, fmt::format("{} — {}", Text{"Пример", "Example"}.in(page.language), title));
  page.add(page::Role::sample, std::move(lines));
}

void add_rule(const Requirement& row, const Words& command, page::Page& page) {
  const Language language = page.language;
  const Fixture& fixture = fixture_of(row);
  page.add(page::Role::subtitle,
           fmt::format("{} · {}", severities(row, language), nature_words(row.nature).in(language)));
  page.add(page::Role::text, std::string(row.title.in(language)));
  add_clauses(row, page);
  page.add(about(row, language));
  add_limits(row, page);
  page.add(page::Role::text, language == Language::ru ? fixture.ru : fixture.en);
  add_example(fixture, breaks, page);
  add_example(fixture, keeps, page);
  page.add(page::Role::text,
           fmt::format("{}: {}", Text{"Исправить", "To mend it"}.in(language), row.remedy.in(language)));
  if (!command.empty()) page.add(page::Role::text, say({"Команда: {}", "Command: {}"}, command).in(language));
}

std::string_view scope_id(Scope scope) {
  switch (scope) {
    case Scope::record: return "record";
    case Scope::links: return "links";
    case Scope::registry: break;
  }
  return "registry";
}

/// Null for what holds at all times; an end that is not known is null.
ordered_json in_force_json(const Requirement& row) {
  const Period period = in_force(row);
  if (period.from == Period().from) return {};
  return {{"from", iso(period.from)}, {"to", period.to == end_of_time ? ordered_json() : ordered_json(iso(period.to))}};
}

ordered_json json_of(const Requirement& row) {
  const Fixture& fixture = fixture_of(row);
  ordered_json clauses = ordered_json::array();
  for (const std::string_view id : clause_ids(row.clauses)) clauses.push_back(id);
  ordered_json limits = ordered_json::array();
  for (const FieldShape& limit : limits_of(row)) limits.push_back(limit.field.key);
  const auto pack = pack_of(row);
  const auto both = [](const Text& text) { return ordered_json{{"ru", text.ru}, {"en", text.en}}; };
  return {{"id", row.id},
          {"name", row.name},
          {"severity", severity_words(row.severity).en},
          {"milder", row.milder == Severity::silent ? ordered_json() : ordered_json(severity_words(row.milder).en)},
          {"nature", nature_words(row.nature).en},
          {"clauses", clauses},
          {"phrase", row.phrase},
          {"made_precise", row.precise.empty() ? ordered_json() : both(row.precise)},
          {"limits", limits},
          {"by_format", row.by_format},
          {"pack", pack ? ordered_json(Codes<Pack>::table[static_cast<std::size_t>(*pack)].code) : ordered_json()},
          {"in_force", in_force_json(row)},
          {"edition", edition_id(row.edition)},
          {"scope", scope_id(row.scope)},
          {"title", both(row.title)},
          {"remedy", both(row.remedy)},
          {"explanation", {{"ru", fixture.ru}, {"en", fixture.en}}},
          {"cases", fixture.cases.size()}};
}

}  // namespace

page::Page explain_page(const std::vector<const Requirement*>& rows, Language language,
                        const std::function<Words(const Requirement&)>& command) {
  page::Page page{.language = language};
  page.title = rows.size() == 1 ? id_and_name(*rows.front())
                                : std::string(Text{"Объяснение правил", "Rules explained"}.in(language));
  page.add(page::Role::title, page.title);
  for (const Requirement* row : rows) {
    if (rows.size() > 1) page.add(page::Role::heading, id_and_name(*row));
    add_rule(*row, command(*row), page);
  }
  return page;
}

std::string explain_json(const Requirement& row) { return json_text(json_of(row)); }

page::Page rules_page(const std::vector<const Requirement*>& rows, Language language) {
  page::Page page{.title = std::string(Text{"Правила", "Rules"}.in(language)), .language = language};
  page.add(page::Role::title, page.title);
  std::vector<page::Table> packs;
  for (const Requirement* row : rows) {
    std::string pack = pack_words(*row, language);
    auto found = std::ranges::find(packs, pack, &page::Table::title);
    if (found == packs.end()) {
      found = packs.insert(packs.end(), listing());
      found->title = std::move(pack);
    }
    const std::string clauses =
        row->clauses.empty() ? "" : fmt::format(" [{}]", clause_words(clause_ids(row->clauses).front()).in(language));
    found->rows.push_back(
        page::row_of({std::string(row->id), fmt::format("{}{} · {}{}", row->title.in(language), clauses,
                                                        severity_words(row->severity).in(language),
                                                        row->id == row->name ? "" : fmt::format(" · {}", row->name))}));
  }
  for (page::Table& pack : packs) page.add(std::move(pack));
  return page;
}

std::string list_rules_json(const std::vector<const Requirement*>& rows) {
  ordered_json all = ordered_json::array();
  for (const Requirement* row : rows) all.push_back(json_of(*row));
  return json_text(ordered_json{{"format", "nastavnik-rules"}, {"version", 1}, {"rules", all}});
}

}  // namespace nastavnik
