#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "base/keyboard.h"
#include "model/kinds.h"
#include "model/shape.h"
#include "tests/memory_tree.h"
#include "views/every_record.h"
#include "views/fields_in_words.h"
#include "views/find.h"
#include "views/list.h"
#include "views/list_rows.h"

using namespace nastavnik;
using namespace nastavnik::views;

namespace {

std::string written(const Shape& shape, std::size_t depth);

/// Some value that fits the field, in the style of one line.
std::string any_value(const FieldShape& field) {
  const Notation notation = field.notation();
  if (!notation.codes.empty()) return std::string(notation.codes.front().code);
  if (notation.json == Notation::Json::truth) return "true";
  if (notation.json == Notation::Json::integer) return fmt::format("{}", std::max(notation.least, 1));
  if (!notation.example.empty()) return fmt::format("\"{}\"", notation.example);
  if (notation.pattern.starts_with("[0-9]{"))
    return fmt::format("\"{}\"", std::string(notation.pattern == "[0-9]{10}" ? 10 : 13, '1'));
  return "Слово";
}

std::string any_field(const FieldShape& field, std::size_t depth) {
  std::string value = field.is_mapping() ? fmt::format("{{{}}}", written(*field.shape, depth + 1)) : any_value(field);
  if (field.is_list()) value = fmt::format("[{}]", value);
  const std::string note = field.note ? fmt::format(", {}_note: Пояснение", field.field.key) : "";
  return fmt::format("{}: {}{}", field.field.key, value, note);
}

/// Every field of the mapping, in the style of one line.
std::string written(const Shape& shape, std::size_t depth) {
  std::string text;
  for (const FieldShape& field : shape.fields) text += (text.empty() ? "" : ", ") + any_field(field, depth);
  return text;
}

void collect_titles(const Shape& shape, std::vector<std::string>& titles) {
  for (const FieldShape& field : shape.fields) {
    titles.push_back(title_of_given(field.field.title).ru);
    if (field.is_mapping()) collect_titles(*field.shape, titles);
  }
}

/// All that the blocks say, in Russian.
std::string said_by(const std::vector<reports::Block>& blocks) {
  std::string all;
  const auto add = [&](const std::string& text) { all += text + '\n'; };
  for (const reports::Block& block : blocks) {
    if (const auto* figures = std::get_if<reports::Figures>(&block)) {
      add(figures->title.ru);
      for (const reports::Figure& one : figures->figures) add(one.title.ru + ": " + shown(one.value, Language::ru));
    }
    if (const auto* grid = std::get_if<reports::Grid>(&block)) {
      add(grid->title.ru);
      for (const reports::GridColumn& column : grid->columns) add(column.title.ru);
      for (const reports::GridRow& row : grid->rows)
        for (const reports::Cell& cell : row.cells) add(shown(cell, Language::ru));
    }
  }
  return all;
}

std::unique_ptr<Loaded> loaded(const MemoryTree& tree) { return load({.tree = tree, .today = Date(2026, 9, 15)}); }

MemoryTree school_of(const std::map<std::string, std::string>& names) {
  MemoryTree tree;
  tree.put("nastavnik.yaml", "format: 1\n");
  for (const auto& [id, name] : names) tree.put("people/" + id + ".yaml", "full_name: " + name + "\n");
  return tree;
}

}  // namespace

TEST_CASE("every field that is given is shown, by its title") {
  for (const KindShape& kind : kind_shapes()) {
    const bool single = kind.kind->single();
    const std::string path =
        single ? std::string(kind.kind->folder) : fmt::format("{}/{}.yaml", kind.kind->folder, kind.kind->id_example);
    MemoryTree tree;
    tree.put("nastavnik.yaml", "format: 1\n");
    tree.put(path, fmt::format("{{{}}}\n", written(*kind.shape, 0)));
    const auto school = loaded(tree);
    bool looked = false;
    each_record(school->registry, [&](const Shape& shape, const Record& record) {
      if (shape.kind != kind.kind) return;
      looked = true;
      const std::string said = said_by(fields_in_words({*school, true, nullptr}, shape, record));
      std::vector<std::string> titles;
      collect_titles(shape, titles);
      for (const std::string& title : titles)
        CHECK_MESSAGE(said.find(title) != said.npos, path, " does not show ", title);
    });
    CHECK_MESSAGE(looked, path);
  }
}

TEST_CASE("a list is called by its key and its titles, in any case and in either layout of the keyboard") {
  std::set<std::string_view> keys;
  for (const ListKind& kind : list_kinds()) {
    CAPTURE(kind.key);
    CHECK(keys.insert(kind.key).second);
    CHECK(find_list(kind.key) == &kind);
    CHECK(find_list(kind.title.ru) == &kind);
    CHECK(find_list(kind.singular.ru) == &kind);
    CHECK(find_list(kind.counted.ru) == &kind);
    CHECK(find_list(typed_in_latin(kind.title.ru)) == &kind);
    CHECK(find_list(typed_in_russian(kind.key)) == &kind);
  }
  CHECK(find_list("программами")->key == "programs");
  CHECK(find_list("НАСТАВНИКАМ")->key == "mentors");
  CHECK(find_list("наставляемых")->key == "mentees");
  CHECK(find_list("банк наставников")->key == "mentors");
  CHECK(find_list("группы")->key == "pairs");
  CHECK(find_list("тетради") == nullptr);
  CHECK(find_list("") == nullptr);
}

TEST_CASE("a form or kind of mentoring is called by its code, or by the beginning of its title") {
  for (std::size_t i = 0; i + 1 < Codes<RoleForm>::table.size(); ++i)
    CHECK(find_form(Codes<RoleForm>::table[i].code)->form == static_cast<RoleForm>(i));
  for (std::size_t i = 0; i + 1 < Codes<MentoringKind>::table.size(); ++i)
    CHECK(find_form(Codes<MentoringKind>::table[i].code)->kind == static_cast<MentoringKind>(i));
  CHECK(find_form("педагог-педагог")->form == RoleForm::teacher_teacher);
  CHECK(find_form("Реверсивная")->kind == MentoringKind::reverse);
  CHECK(find_form("реверсивным")->kind == MentoringKind::reverse);
  CHECK(find_form("краткосрочное")->kind == MentoringKind::short_term);
  CHECK(find_form("htdthcbdyjt")->kind == MentoringKind::reverse);
  CHECK_FALSE(find_form("педагог"));  // two forms begin so
  CHECK_FALSE(find_form("other"));    // of both
  CHECK_FALSE(find_form(""));
}

TEST_CASE("people stand in the order of their names, ё as е, those without one behind") {
  const MemoryTree tree = school_of({{"p-001", "Ёлкина Анна Львовна"},
                                     {"p-002", "Жуков Пётр Ильич"},
                                     {"p-003", "Ежов Иван Кузьмич"},
                                     {"p-004", "Алиева Зара Тимуровна"}});
  const auto school = loaded(tree);
  const std::vector<std::string_view> ids{"p-005", "p-002", "p-001", "p-003", "p-004", "p-001"};
  CHECK(in_order({*school, true, nullptr}, ids) ==
        std::vector<std::string_view>{"p-004", "p-003", "p-001", "p-002", "p-005"});
  CHECK(in_order({*school, false, nullptr}, ids) ==
        std::vector<std::string_view>{"p-001", "p-002", "p-003", "p-004", "p-005"});
}

TEST_CASE("every list has columns with ids of their own, the id of the record first") {
  const auto school = loaded(school_of({}));
  for (const ListKind& kind : list_kinds()) {
    const reports::Report made = list(kind, {.asked = {*school, true, nullptr}});
    const auto& grid = std::get<reports::Grid>(made.blocks.front());
    std::set<std::string_view> ids;
    for (const reports::GridColumn& column : grid.columns) CHECK_MESSAGE(ids.insert(column.id).second, kind.key);
    CHECK(grid.columns.front().id == "id");
    CHECK_FALSE(grid.when_empty.empty());
  }
}

TEST_CASE("words are found in any form, all of them in one text") {
  CHECK(WantedWords("сертификаты").are_in("выдан сертификат"));
  CHECK(WantedWords("открытого урока").are_in("Открытый урок чтения"));
  CHECK_FALSE(WantedWords("открытого урока").are_in("Открытая дверь"));
  CHECK(WantedWords("приказ о выплатах").are_in("О выплатах наставникам", "приказ"));
  CHECK_FALSE(WantedWords("приказ").are_in("О выплатах наставникам", "приказ"));
  CHECK(WantedWords("выплаты с марта").are_in("О выплатах за март"));
  CHECK(WantedWords("о").are_in("о"));
  CHECK(WantedWords("льва").are_in("Лев Толстой"));
  CHECK(WantedWords("Ёлку").are_in("у елки"));
  CHECK(WantedWords("ЕЖИК").are_in("про ёжика"));
  CHECK(WantedWords("читат").are_in("читательский дневник"));
  CHECK_FALSE(WantedWords("од").are_in("одиннадцать"));
  CHECK(WantedWords("83-од").are_in("приказ № 83-ОД"));
  CHECK(WantedWords("«цифровой час»").are_in("Цифровой час для коллег"));
  CHECK_FALSE(WantedWords("").are_in("что угодно"));
  CHECK_FALSE(WantedWords(" ,. ").are_in("что угодно"));
  CHECK(WantedWords("01.09.2025").is_day(Date(2025, 9, 1)));
  CHECK(WantedWords("2025-09-01").is_day(Date(2025, 9, 1)));
  CHECK_FALSE(WantedWords("2025-09-01 утро").is_day(Date(2025, 9, 1)));
}

TEST_CASE("what was looked for is marked where it stands") {
  const std::string line = "    - Победитель конкурса «Открытый урок», 2019";
  std::vector<std::string> marked;
  for (const Marked& mark : WantedWords("открытым уроком 2019").marks_in(line))
    marked.push_back(line.substr(mark.at, mark.size));
  CHECK(marked == std::vector<std::string>{"Открытый", "урок", "2019"});
}

TEST_CASE("a text of several lines is found at the line that holds most of the words") {
  MemoryTree tree = school_of({});
  tree.put("practices/club.yaml", "title: Кружок\ndate: 2025-09-01\ntext: |\n  Урок первый.\n  Открытый урок.\n");
  const auto school = loaded(tree);
  const Hits hits = find({*school, true, nullptr}, "открытый урок");
  REQUIRE(hits.all.size() == 1);
  CHECK(hits.all.front().line == 5);
  CHECK(hits.all.front().text == "Открытый урок.");
  CHECK(hits.all.front().field.ru == "Описание");
  CHECK(hits.understood.empty());
  CHECK(find({*school, true, nullptr}, "jnrhsnsq").understood == "открытый");
}
