#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "handbook/coverage.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

template <class List, class Say>
std::string list_of(const List& list, std::string_view between, Say say) {
  std::string text;
  for (const auto& item : list) text += fmt::format("{}{}", text.empty() ? "" : between, say(item));
  return text;
}

std::string rules_of(const ClauseCoverage& one) {
  return list_of(one.rules, ", ", [](const Requirement* row) { return row->id; });
}

std::string kept_in(const ClauseCoverage& one) {
  return list_of(one.recorded, "; ", [](const Kept& kept) {
    const auto paths = list_of(kept.paths, ", ", [](const std::string& path) { return path; });
    return fmt::format("{}{}{}", kept.kind->folder, paths.empty() ? "" : ": ", paths);
  });
}

std::string products_of(const ClauseCoverage& one) {
  return list_of(one.produced, ", ",
                 [](const Product* product) { return fmt::format("{} {}", product->command, product->name); });
}

std::string points_below(const ClauseCoverage& one) {
  if (one.points.empty()) return {};
  return fmt::format("{}–{}", one.points.front()->id, one.points.back()->id);
}

/// How many of each sort there are, and how each is answered for.
struct Sum {
  std::size_t of_order = 0, clauses = 0, points = 0, rows = 0, checked = 0, recorded = 0, by_points = 0, reasoned = 0,
              unaccounted = 0;
};

Sum sum_of(std::span<const ClauseCoverage> all) {
  Sum sum;
  for (const auto& one : all) {
    const auto id = one.clause->id;
    ++(id.starts_with("order.")  ? sum.of_order
       : id.starts_with("row.")  ? sum.rows
       : id.find('.') == id.npos ? sum.clauses
                                 : sum.points);
    if (!one.rules.empty())
      ++sum.checked;
    else if (!one.recorded.empty() || !one.produced.empty())
      ++sum.recorded;
    else if (!one.points.empty())
      ++sum.by_points;
    else
      ++(one.is_accounted() ? sum.reasoned : sum.unaccounted);
  }
  return sum;
}

std::string sum_in_words(const Sum& sum, Language language) {
  constexpr Noun of_order{{"пункт приказа", "point of the order"},
                          {"пункта приказа", "points of the order"},
                          {"пунктов приказа", "points of the order"}};
  constexpr Noun clause{{"пункт", "clause"}, {"пункта", "clauses"}, {"пунктов", "clauses"}};
  constexpr Noun point{{"подпункт", "point"}, {"подпункта", "points"}, {"подпунктов", "points"}};
  constexpr Noun row{{"строка дорожной карты", "row of the roadmap"},
                     {"строки дорожной карты", "rows of the roadmap"},
                     {"строк дорожной карты", "rows of the roadmap"}};
  std::string kinds;
  const auto add = [&](std::size_t number, const Noun& noun) {
    if (number == 0) return;
    kinds +=
        fmt::format("{}{}", kinds.empty() ? "" : ", ", said(Count{static_cast<long long>(number), noun}, language));
  };
  add(sum.of_order, of_order);
  add(sum.clauses, clause);
  add(sum.points, point);
  add(sum.rows, row);
  return say({"{}. Проверяется правилами: {}; только хранится или составляется: {}; отвечают подпункты: {}; по записям не "
              "решить: {}; без ответа: {}.",
              "{}. Checked by rules: {}; only recorded or produced: {}; answered by the points: {}; not decidable from "
              "records: {}; unaccounted for: {}."},
             kinds, sum.checked, sum.recorded, sum.by_points, sum.reasoned, sum.unaccounted)
      .in(language);
}

Json kept_json(const std::vector<Kept>& all) {
  Json json = Json::array();
  for (const auto& kept : all) json.push_back({{"kind", kept.kind->folder}, {"fields", kept.paths}});
  return json;
}

Json clause_json(const ClauseCoverage& one) {
  Json below = Json::array(), rules = Json::array(), products = Json::array();
  for (const auto* point : one.points) below.push_back(point->id);
  for (const auto* row : one.rules) {
    rules.push_back({{"rule", row->id},
                     {"name", row->name},
                     {"severity", severity_id(row->severity)},
                     {"nature", nature_id(row->nature)},
                     {"from_text", is_from_the_text(*row)}});
  }
  for (const auto* product : one.produced) products.push_back({{"command", product->command}, {"name", product->name}});
  return {{"clause", one.clause->id},
          {"title", {{"ru", one.clause->title_ru}, {"en", one.clause->title_en}}},
          {"points", std::move(below)},
          {"checked", std::move(rules)},
          {"recorded", kept_json(one.recorded)},
          {"produced", std::move(products)},
          {"undecided", one.undecided_ru.empty() ? Json() : Json{{"ru", one.undecided_ru}, {"en", one.undecided_en}}}};
}

}  // namespace

page::Page coverage_page(std::span<const ClauseCoverage> clauses, Language language) {
  constexpr Text title{"Что с каждым пунктом положения", "What becomes of each clause of the regulation"};
  page::Page page{.title = std::string(title.in(language)), .language = language};
  page.add(page::Role::title, page.title);
  page.add(page::Role::text, sum_in_words(sum_of(clauses), language));
  page::Table table{page::Table::Kind::listing};
  std::vector<std::string> heads;
  for (const Text& head :
       {Text{"пункт", "clause"}, Text{"подпункты", "points"}, Text{"проверяется", "checked"},
        Text{"записано", "recorded"}, Text{"составляется", "produced"}, Text{"не решить", "not decidable"}})
    heads.emplace_back(head.in(language));
  table.columns.resize(heads.size());
  table.rows.push_back(page::row_of(heads, true));
  for (const auto& one : clauses)
    table.rows.push_back(page::row_of({titled_clause(one.clause->id).in(language), points_below(one), rules_of(one),
                                       kept_in(one), products_of(one), std::string(one.undecided(language))}));
  page.add(std::move(table));
  return page;
}

std::string coverage_json(std::span<const ClauseCoverage> clauses) {
  const auto sum = sum_of(clauses);
  Json json{{"format", "nastavnik-coverage"},
            {"version", 1},
            {"summary",
             {{"clauses", sum.clauses},
              {"points_of_order", sum.of_order},
              {"points", sum.points},
              {"rows", sum.rows},
              {"checked", sum.checked},
              {"recorded", sum.recorded},
              {"by_points", sum.by_points},
              {"undecided", sum.reasoned},
              {"unaccounted", sum.unaccounted}}},
            {"clauses", Json::array()}};
  for (const auto& one : clauses) json["clauses"].push_back(clause_json(one));
  return json_text(json);
}

}  // namespace nastavnik
