#include <doctest/doctest.h>

#include "page/package.h"
#include "page/writers.h"

// What each format makes of the same page.

namespace nastavnik {
namespace {

using page::Align, page::Look, page::Page, page::Role, page::row_of;

Page page_of(page::Block block) {
  Page page{.title = "Т", .day = {2025, 9, 3}};
  page.add(std::move(block));
  return page;
}

std::string main_of(const Page& page) {
  const std::string html = page::as_html(page);
  const std::size_t begin = html.find("<main>") + 6;
  return html.substr(begin, html.find("</main>") - begin);
}

std::string part(const std::string& docx, const std::string& name) {
  for (const PackagePart& one : unpacked(docx))
    if (one.name == name) return one.bytes;
  return {};
}

std::string word_of(const Page& page) { return part(page::as_docx(page), "word/document.xml"); }

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

page::Table counted(page::Table::Kind kind) {
  page::Table table{kind, "Пары", {{}, {0, Align::right}}, {row_of({"Вид", "Число"}, true), row_of({"в группе", "2"})}};
  table.rows[1].basis = {"по программам", {"pairs/1", "pairs/2"}};
  return table;
}

}  // namespace

TEST_CASE("a run that is missing is marked in every format that can") {
  const Page page = page_of(page::Paragraph{Role::text, {{"Адрес: "}, {"нет", Look::missing}, {" **"}}});
  CHECK(page::as_text(page, 80) == "Адрес: нет **\n");
  CHECK(page::as_markdown(page) == "Адрес: **нет** \\*\\*\n");
  CHECK(main_of(page) == "<p>Адрес: <mark>нет</mark> **</p>");
  CHECK(has(word_of(page), "<w:highlight w:val=\"yellow\"/></w:rPr><w:t xml:space=\"preserve\">нет</w:t>"));
}

TEST_CASE("paragraphs look by their roles") {
  Page page{.title = "Т", .day = {2025, 9, 3}, .official = true};
  page.add(Role::title, "ПРИКАЗ");
  page.add(Role::chapter, "1. Цель");
  page.add(Role::numbered, "Раз.");
  page.add(Role::numbered, "Два.");
  page.add(page::PageBreak{});
  page.add(Role::numbered, "Снова раз.");
  page.add(Role::dashed, "пункт");
  page.add(Role::text, "- не список\n# не заголовок");
  page.add(Role::text, "");
  CHECK(page::as_markdown(page) ==
        "# ПРИКАЗ\n\n## 1. Цель\n\n1\\. Раз.\n\n2\\. Два.\n\n---\n\n1\\. Снова раз.\n\n- пункт\n\n"
        "\\- не список\\\n\\# не заголовок\n");
  CHECK(main_of(page) ==
        "<h1>ПРИКАЗ</h1><h2>1. Цель</h2><p>1. Раз.</p><p>2. Два.</p><p class=\"new-page\">1. Снова раз.</p>"
        "<p>– пункт</p><p>- не список<br/># не заголовок</p>");
  CHECK(page::as_text(page, 80) ==
        "ПРИКАЗ\n══════\n\n1. Цель\n───────\n\n1. Раз.\n\n2. Два.\n\n1. Снова раз.\n\n– пункт\n\n"
        "- не список # не заголовок\n");
  CHECK(has(word_of(page), "<w:pStyle w:val=\"Numbered\"/><w:pageBreakBefore/>"));
  CHECK(has(word_of(page), "w:left=\"1701\""));
}

TEST_CASE("what a number rests on is folded on a page, and shown where that was asked for") {
  Page page = page_of(counted(page::Table::Kind::listing));
  CHECK(page::as_text(page, 80) == "Пары\n  в группе  2\n");
  CHECK(page::as_markdown(page) == "**Пары**\n\n| Вид | Число |\n| --- | ---: |\n| в группе | 2 |\n");
  CHECK(has(main_of(page), "<td class=\"how\"><details><summary>"));
  CHECK_FALSE(has(word_of(page), "pairs/1"));
  page.unfolded = true;
  CHECK(page::as_text(page, 80) == "Пары\n  в группе  2\n      по программам\n      записи: pairs/1, pairs/2\n");
  CHECK(page::as_markdown(page).ends_with("\n\n- в группе: по программам; `pairs/1`, `pairs/2`\n"));
  CHECK(has(main_of(page), "<details open=\"\">"));
  CHECK(has(word_of(page), "в группе: по программам. pairs/1, pairs/2"));
}

TEST_CASE("a listing tells its rows one by one, a grid draws them") {
  CHECK(page::as_text(page_of(counted(page::Table::Kind::grid)), 80) ==
        "Пары\nВид       Число\n────────  ─────\nв группе      2\n");
  page::Table table{page::Table::Kind::listing, {}, {{}, {}, {}}};
  table.rows = {row_of({"пункт", "проверяется", "решить нельзя"}, true), row_of({"п. 1", "P1-1", ""}),
                row_of({"п. 2", "", "почему"})};
  CHECK(page::as_text(page_of(table), 80) == "п. 1\n  проверяется  P1-1\n\nп. 2\n  решить нельзя  почему\n");
}

TEST_CASE("a sample keeps its lines and indents, a quotation stands under what it is quoted from") {
  Page page{.title = "Т", .day = {2025, 9, 3}};
  page.add(Role::flush, "п. 2");
  page.add(Role::quote, "«от 3 месяцев»");
  page.add(Role::caption, "Пример");
  page.add(Role::sample, "a.yaml\n  end: <1>");
  page.add_paragraphs("раз\n\nдва");
  CHECK(page::as_text(page, 80) == "п. 2\n  «от 3 месяцев»\n\nПример\n  a.yaml\n    end: <1>\n\nраз\n\nдва\n");
  CHECK(page::as_markdown(page) ==
        "п. 2\n\n> «от 3 месяцев»\n\n**Пример**\n\n```\na.yaml\n  end: <1>\n```\n\nраз\n\nдва\n");
  CHECK(has(main_of(page), "<blockquote>«от 3 месяцев»</blockquote>"));
  CHECK(has(page::as_roff(page, {"X", 1, "2025-09-03", "x", "x"}),
            ".RS 4\n.nf\na.yaml\n  end: <1>\n.fi\n.RE\n.PP\nраз\n"));
}

TEST_CASE("a table that only arranges is no table for who listens") {
  const Page page = page_of(page::Table{page::Table::Kind::plain, {}, {{50}, {50}}, {row_of({"Директор", "Югай"})}});
  CHECK(page::as_text(page, 80) == "Директор  Югай\n");
  CHECK(page::as_markdown(page) == "Директор — Югай\n");
  CHECK(has(main_of(page), "<table class=\"plain\" role=\"presentation\">"));
  CHECK(has(word_of(page), "<w:tblStyle w:val=\"Plain\"/>"));
}

TEST_CASE("a page says in its properties where it comes from, and at its foot what it must") {
  Page page{.title = "Итоги", .description = "по записям", .language = Language::en, .day = {2025, 9, 3}};
  page.footer = {"Черновик"};
  CHECK(has(page::as_html(page), "<html lang=\"en\">"));
  CHECK(has(page::as_html(page), "content=\"по записям\""));
  CHECK(has(page::as_html(page), "<footer><p>Черновик</p></footer>"));
  const std::string docx = page::as_docx(page);
  CHECK(has(part(docx, "docProps/core.xml"), "<dc:title>Итоги</dc:title><dc:description>по записям</dc:description>"));
  CHECK(has(part(docx, "word/footer1.xml"), "Черновик"));
  CHECK(has(part(docx, "word/styles.xml"), "w:val=\"en-GB\""));
}

}  // namespace nastavnik
