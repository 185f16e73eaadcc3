#pragma once
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "page/page.h"
#include "page/word_chart.h"

// The blocks of a report as paragraphs, tables and charts of WordprocessingML.

namespace nastavnik::page {

/// Twips: twentieths of a point.
constexpr int twips_in_mm = 57;
inline std::string mm(int length) { return std::to_string(length * twips_in_mm); }

class WordBody {
public:
  /// Its charts are parts of the package by themselves: `rId<first_chart>` and on.
  WordBody(pugi::xml_node body, const Style& style, int first_chart)
      : body_(body), style_(style), first_chart_(first_chart) {}

  void title(const Page& report);
  void operator()(const Heading& heading);
  void operator()(const Paragraph& block);
  void operator()(const Items& list);
  void operator()(const Figures& block);
  void operator()(const Grid& grid);
  void operator()(const BarChart& chart) {
    place(word_charts(chart, style_.language), chart.title, chart.categories.size());
  }
  void operator()(const Timeline& timeline) {
    place(word_charts(timeline, style_.language), timeline.title, timeline.terms.size());
  }
  void operator()(const Signatures& block);
  void gaps(const Page& report);

  /// The charts so far, in the order of their numbers.
  const std::vector<std::string>& charts() const { return charts_; }

private:
  std::string in(const Words& words) const { return words.in(style_.language); }
  void table(const Grid& grid, bool headed);
  void place(const std::vector<WordChart>& charts, const Words& title, std::size_t lines);
  void place(const WordChart& chart);

  pugi::xml_node body_;
  const Style& style_;
  int first_chart_;
  std::vector<std::string> charts_{};
};

}  // namespace nastavnik::page
