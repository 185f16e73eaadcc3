#pragma once
#include <string>
#include <vector>

#include "page/page.h"

// Charts of a report as Word draws them itself: DrawingML, no pictures, so that they print sharp and can be restyled.

namespace nastavnik::page {

struct WordChart {
  std::string part{};  ///< the XML of `word/charts/chartN.xml`
  std::string title{};
  std::string told{};  ///< what it shows, in words
  int height_mm = 0;
};

/// One for each sheet that it takes, to the same scale; none where that would be a book.
std::vector<WordChart> word_charts(const BarChart& chart, Language language);
/// A term is a bar of what has passed and, while it runs, of what is left of it by plan.
std::vector<WordChart> word_charts(const Timeline& timeline, Language language);

}  // namespace nastavnik::page
