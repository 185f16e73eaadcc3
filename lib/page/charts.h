#pragma once
#include <array>

#include <pugixml.hpp>

#include "page/page.h"

// Charts of a report as SVG inside a page, and what charts of any format have in common.

namespace nastavnik::page {

/// Adds the chart as `<figure><svg>…`; what it shows is told in words, too.
void draw(pugi::xml_node parent, const BarChart& chart, Language language);
void draw(pugi::xml_node parent, const Timeline& timeline, Language language);

/// What the chart shows, in words: for whoever does not see it.
std::string told(const BarChart& chart, Language language);
std::string told(const Timeline& timeline, Language language);

/// The number that the longest bar stands for; one where there is none.
long long longest_bar(const BarChart& chart);

/// The colour of a series, `#rrggbb`.
std::string_view colour_of(std::size_t series);

/// Colours of a timeline: what has passed of a term that runs, and a term that has ended.
inline constexpr std::size_t running_colour = 0, ended_colour = 2;

}  // namespace nastavnik::page
