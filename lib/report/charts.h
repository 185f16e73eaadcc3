#pragma once
#include <pugixml.hpp>

#include "report/report.h"

// Charts of a report as SVG inside a page.

namespace nastavnik::report {

/// Adds the chart as `<figure><svg>…`; what it shows is told in words, too.
void draw(pugi::xml_node parent, const BarChart& chart, Language language);
void draw(pugi::xml_node parent, const Timeline& timeline, Language language);

}  // namespace nastavnik::report
