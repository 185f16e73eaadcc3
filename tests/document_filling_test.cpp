#include <doctest/doctest.h>

#include "document/filling.h"
#include "document/paper.h"
#include "page/writers.h"

namespace nastavnik {
namespace {

std::string joined(const std::vector<std::vector<Piece>>& stretches) {
  std::string text;
  for (const std::vector<Piece>& pieces : stretches) {
    text += '[';
    for (const Piece& piece : pieces) text += piece.gap ? '<' + piece.text + '>' : piece.text;
    text += ']';
  }
  return text;
}

std::string fill(const std::vector<std::string>& stretches, const Values& values, FillReport& report) {
  return joined(filled(stretches, ValueScope{values}, report));
}

Values example() {
  Values values;
  values.set("name", "Югай & <Ко>");
  values.set("none", "");
  values.lack("place", {{"место", "place"}, "organization.yaml: place"});
  values.list("nobody");
  for (const char* mentee : {"Шмидт", "Юсупов"}) {
    Values& pair = values.add("pairs");
    pair.set("mentee", mentee);
    pair.set("note", std::string(mentee) == "Шмидт" ? "да" : "");
  }
  return values;
}

std::string paper_text(const char* source, FillReport& report) {
  return page::as_markdown(filled(read_paper(source), example(), report));
}

}  // namespace

TEST_CASE("a placeholder may run over stretches; its text stands where it begins") {
  const Values values = example();
  FillReport report;
  CHECK(fill({"Я, {{name}}!"}, values, report) == "[Я, Югай & <Ко>!]");
  CHECK(fill({"Я, {", "{na", "me}} и", " все"}, values, report) == "[Я, Югай & <Ко>][][ и][ все]");
  CHECK(fill({"{{ name }}{{none}}", "{{name}"}, values, report) == "[Югай & <Ко>][{{name}]");
  CHECK(report.unknown.empty());
}

TEST_CASE("what is unknown, missing or unbalanced is reported") {
  const Values values = example();
  FillReport report;
  CHECK(fill({"{{nmae}} {{place}} {{place}}"}, values, report) == "[ <[не указано: место]> <[не указано: место]>]");
  CHECK(report.unknown == std::vector<std::string>{"nmae"});
  REQUIRE(report.gaps.size() == 1);
  CHECK(report.gaps.front().where == "organization.yaml: place");
  paper_text("{{#pairs}}\n{{mentee}}\n", report);
  paper_text("{{mentee}}\n{{/nobody}}\n", report);
  CHECK(report.unbalanced == std::vector<std::string>{"pairs", "nobody"});
}

TEST_CASE("sections repeat, show and hide paragraphs, rows and words") {
  FillReport report;
  CHECK(paper_text("{{#pairs}}\n- {{mentee}}{{#note}} ({{note}}){{/note}}\n{{/pairs}}\n", report) ==
        "- Шмидт (да)\n\n- Юсупов\n");
  CHECK(paper_text("{{#nobody}}\n- {{mentee}}\n{{/nobody}}\n{{^nobody}}\nНикого.\n{{/nobody}}\n", report) ==
        "Никого.\n");
  CHECK(paper_text("+ {{#pairs}}{{mentee}}{{/pairs}}\n\n+ Всё.\n", report) ==
        "1\\. Шмидт\n\n2\\. Юсупов\n\n3\\. Всё.\n");
  CHECK(paper_text("|: 50 50\n|! Кто | Да |\n| {{#pairs}}{{mentee}} | {{note}}{{/pairs}} |\n", report) ==
        "| Кто | Да |\n| --- | --- |\n| Шмидт | да |\n| Юсупов |  |\n");
  CHECK(paper_text("Есть{{#pairs}} {{mentee}}{{/pairs}}.\n", report) == "Есть Шмидт.\n");
  CHECK(paper_text("{{#place}}\nМесто: {{place}}\n{{/place}}\n", report) == "Место: **\\[не указано: место\\]**\n");
  CHECK(report.unknown.empty());
  CHECK(report.unbalanced.empty());
}

TEST_CASE("a value is never taken for markup") {
  FillReport report;
  Values values;
  values.set("text", "*a* <b> [c](d) {{name}} ** # 1. |\nвторая");
  const page::Page paper = filled(read_paper("|: 100\n| {{text}} |\n\n{{text}}\n"), values, report);
  CHECK(page::as_markdown(paper).find("| \\*a\\* \\<b> \\[c\\](d) {{name}} \\*\\* \\# 1. \\|<br>вторая |") !=
        std::string::npos);
  CHECK(page::as_html(paper).find("<p>*a* &lt;b&gt; [c](d) {{name}} ** # 1. |<br/>вторая</p>") != std::string::npos);
  CHECK(report.unknown.empty());
}

TEST_CASE("what would turn the text round or steer what shows it goes into no paper, the template stays as it is") {
  FillReport report;
  Values values;
  values.set("text", "а\u202Eб\u2066в\x1Bг\u2028д\tе\nж");
  CHECK(fill({"\u202A{{text}}\u200F"}, values, report) == "[\u202Aа\uFFFDб\uFFFDв\u241Bг\uFFFDд\tе\nж\u200F]");
}

TEST_CASE("the source of a paper: styles, joined lines, bold words, breaks") {
  const page::Page paper =
      read_paper("@ title Т\n# ПРИКАЗ\n= середина\nодна\nстрока **жирно** и<br>ещё\n\n> гриф\n---\n. влево\n");
  REQUIRE(paper.blocks.size() == 6);
  CHECK(paper.title == "Т");
  const auto& text = std::get<page::Paragraph>(paper.blocks[2]);
  CHECK(text.text() == "одна строка жирно и\nещё");
  REQUIRE(text.runs.size() == 3);
  CHECK(text.runs[1].look == page::Look::bold);
  CHECK(std::get<page::Paragraph>(paper.blocks[3]).role == page::Role::stamp);
  CHECK(std::holds_alternative<page::PageBreak>(paper.blocks[4]));
}

TEST_CASE("a column whose heading is a section stays away with it, and the others fill the width") {
  FillReport report;
  const char* table = "|: 20 30^ 50\n|! Кто | {{#HEAD}}Примечание{{/HEAD}} | Когда |\n| a | | b |\n";
  const auto of = [&](const std::string& name) {
    std::string source = table;
    for (std::size_t at = source.find("HEAD"); at != std::string::npos; at = source.find("HEAD"))
      source.replace(at, 4, name);
    return filled(read_paper(source), example(), report);
  };
  const auto columns = [](const page::Page& paper) { return std::get<page::Table>(paper.blocks.front()).columns; };
  CHECK(columns(of("name")).size() == 3);
  CHECK(page::as_markdown(of("name")) == "| Кто | Примечание | Когда |\n| --- | :---: | --- |\n| a |  | b |\n");
  REQUIRE(columns(of("none")).size() == 2);
  CHECK(columns(of("none"))[0].width == 28);
  CHECK(columns(of("none"))[1].width == 72);
  CHECK(columns(of("none"))[1].align == page::Align::left);
  CHECK(page::as_markdown(of("none")) == "| Кто | Когда |\n| --- | --- |\n| a | b |\n");
  CHECK(report.unknown.empty());
}

}  // namespace nastavnik
