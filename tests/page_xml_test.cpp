#include <string>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "page/package.h"
#include "page/xml.h"
#include "reports/writers.h"

namespace nastavnik {
namespace {

const std::string spoilt =
    "a\x01"
    "b\uFFFE"
    "c\uFFFF"
    "d\x1B";
const std::string mended =
    "a\uFFFD"
    "b\uFFFD"
    "c\uFFFD"
    "d\uFFFD";

/// A report that has such a text wherever it may have one.
reports::Report spoilt_report() {
  const Words text(spoilt, spoilt);
  reports::Report report{.name = "x", .title = text, .subtitle = {text}, .day = {2025, 9, 15}};
  report.heading(text);
  report.paragraph(text);
  report.add(reports::Points{.items = {text}});
  report.add(reports::Figures{.id = "f", .title = text, .figures = {{.id = "f.x", .title = text, .value = 1LL}}});
  report.add(
      reports::Grid{.id = "g", .title = text, .columns = {{.id = "c", .title = text}}, .rows = {{.cells = {text}}}});
  report.add(
      reports::BarChart{.id = "b", .title = text, .categories = {text}, .series = {{.title = text, .values = {1}}}});
  report.add(reports::Timeline{
      .id = "t",
      .title = text,
      .shown = {{2025, 9, 1}, {2025, 9, 30}},
      .today = {2025, 9, 15},
      .terms = {{.label = text, .planned = {{2025, 9, 1}, {2025, 9, 30}}, .reached = {2025, 9, 15}}}});
  report.add(reports::Signatures{.lines = {{.office = text, .name = text}}});
  report.footer = {text};
  return report;
}

void check_parts(const std::string& bytes) {
  for (const PackagePart& part : unpacked(bytes)) {
    if (!part.name.ends_with(".xml") && !part.name.ends_with(".rels")) continue;
    CHECK_MESSAGE(page::can_be_xml(part.bytes), part.name);
    CHECK_MESSAGE(part.bytes.find("&#01;") == std::string::npos, part.name);
    CHECK_MESSAGE(pugi::xml_document().load_string(part.bytes.c_str()), part.name);
  }
}

}  // namespace

TEST_CASE("what XML cannot hold is replaced, and nothing else") {
  CHECK(page::as_xml(spoilt) == mended);
  CHECK_FALSE(page::can_be_xml(spoilt));
  const std::string sound = "Ёж <a> & \t\r\n \u200b \uFFFD \U0001FFFE \x7f";
  CHECK(page::as_xml(sound) == sound);
  CHECK(page::can_be_xml(sound));
  CHECK(page::as_xml("\uFFFF\uFFFF") == "\uFFFD\uFFFD");
}

TEST_CASE("a document is written without what XML cannot hold, in texts as in attributes") {
  pugi::xml_document document;
  page::with(page::begin(document, "x"), "y", {{"z", spoilt}}).text() = spoilt.c_str();
  const std::string written = page::written(document);
  CHECK(written.find("<y z=\"" + mended + "\">" + mended + "</y>") != std::string::npos);
}

TEST_CASE("pages and workbooks can be opened whatever stands in them") {
  const reports::Report report = spoilt_report();
  check_parts(reports::as_docx(report, {}));
  check_parts(reports::as_xlsx(report, {}));
  CHECK(page::can_be_xml(reports::as_html(report, {})));
}

}  // namespace nastavnik
