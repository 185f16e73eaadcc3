#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "page/package.h"
#include "reports/reports.h"

// Charts of a DOCX: what does not fit on one sheet goes on, to the same scale. What Word programs make of them is held by
// tests/report_formats_test.sh.

using namespace nastavnik;
using namespace nastavnik::reports;

namespace {

std::vector<std::string> charts_of(reports::Block block) {
  Report report{.name = "final", .title = {"Отчёт", "Report"}, .day = Date(2026, 8, 31)};
  report.add(std::move(block));
  const auto formats = report_formats();
  const auto docx =
      std::find_if(formats.begin(), formats.end(), [](const ReportFormat& format) { return format.name == "docx"; });
  REQUIRE(docx != formats.end());
  std::vector<std::string> charts;
  for (PackagePart& part : unpacked(docx->render(report, {})))
    if (part.name.starts_with("word/charts/")) charts.push_back(std::move(part.bytes));
  return charts;
}

BarChart load_of(int mentors) {
  BarChart chart{"load_chart", {"Нагрузка", "Load"}, {}, {{{"наставляемые", "mentees"}, {}}}};
  for (int i = 0; i < mentors; ++i) {
    chart.categories.push_back(say({"p-{}", "p-{}"}, i));
    chart.series[0].values.push_back(i == 3 ? 20 : 1);
  }
  return chart;
}

std::vector<std::string> texts_at(const std::string& part, const char* path) {
  pugi::xml_document document;
  REQUIRE(document.load_string(part.c_str()));
  std::vector<std::string> texts;
  for (const auto& found : document.select_nodes(path)) texts.emplace_back(found.node().text().get());
  return texts;
}

std::string scale_of(const std::string& part) {
  pugi::xml_document document;
  REQUIRE(document.load_string(part.c_str()));
  return document.select_node("//c:valAx/c:scaling/c:max/@val").attribute().value();
}

}  // namespace

TEST_CASE("a chart of many bars goes on over the sheets, to one scale") {
  const auto charts = charts_of(load_of(60));
  REQUIRE(charts.size() == 3);
  std::vector<std::string> categories;
  for (const std::string& chart : charts) {
    CHECK(scale_of(chart) == "22.0");
    for (std::string& category : texts_at(chart, "//c:cat/c:strLit/c:pt/c:v"))
      categories.push_back(std::move(category));
  }
  REQUIRE(categories.size() == 60);
  CHECK(categories.front() == "p-0");
  CHECK(categories.back() == "p-59");
}

TEST_CASE("a chart that would be a book is left out") {
  CHECK(charts_of(load_of(1)).size() == 1);
  CHECK(charts_of(load_of(1000)).empty());
}

TEST_CASE("a bar of a term is what has passed and what is left of it") {
  Timeline line{"terms", {"Сроки", "Terms"}, {Date(2026, 1, 1), Date(2026, 12, 31)}, Date(2026, 6, 1), {}};
  line.terms.push_back({{"до срока", "early"}, {Date(2026, 2, 1), Date(2026, 5, 31)}, Date(2026, 5, 1), true});
  line.terms.push_back({{"идёт", "running"}, {Date(2026, 3, 1), Date(2026, 9, 1)}, Date(2026, 6, 1), false});
  line.terms.push_back({{"просрочена", "overdue"}, {Date(2026, 1, 10), Date(2026, 5, 1)}, Date(2026, 6, 1), false});
  const auto charts = charts_of(line);
  REQUIRE(charts.size() == 1);
  const auto values = texts_at(charts.front(), "//c:val/c:numLit/c:pt/c:v");
  CHECK(values ==
        std::vector<std::string>{"46054", "46082", "46032", "89", "0", "0", "0", "92", "142", "0", "92", "0"});
}
