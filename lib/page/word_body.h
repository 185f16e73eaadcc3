#pragma once
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "page/page.h"
#include "page/word_chart.h"

// The blocks of a page as paragraphs, tables and charts of WordprocessingML. How they look, `docx/word/styles.xml` says.

namespace nastavnik::page {

/// Twentieths of a point.
constexpr int twips(int millimetres) { return millimetres * 567 / 10; }

class WordBody {
public:
  /// Its charts are parts of the package by themselves: `rId<first_chart>` and on.
  WordBody(pugi::xml_node body, const Page& page, int first_chart);

  void operator()(const Paragraph& paragraph);
  void operator()(const Items& list);
  void operator()(const Notice& notice);
  void operator()(const Table& table);
  void operator()(const BarChart& chart) {
    place(word_charts(chart, page_.language), chart.title, chart.categories.size());
  }
  void operator()(const Timeline& timeline) {
    place(word_charts(timeline, page_.language), timeline.title, timeline.terms.size());
  }
  void operator()(const PageBreak&) { new_page_ = true; }

  /// The charts so far, in the order of their numbers.
  const std::vector<std::string>& charts() const { return charts_; }

private:
  pugi::xml_node begin(const char* style);
  void say(const std::string& text, const char* style);
  void explain(const Table& table);
  void place(const std::vector<WordChart>& charts, const Words& title, std::size_t lines);
  void place(const WordChart& chart);

  pugi::xml_node body_;
  const Page& page_;
  int first_chart_;
  int width_mm_;  ///< between the margins
  bool new_page_ = false;
  std::vector<std::string> charts_{};
};

}  // namespace nastavnik::page
