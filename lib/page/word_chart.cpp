#include "page/word_chart.h"

#include <algorithm>

#include "base/printable.h"
#include "page/charts.h"
#include "page/xml.h"

namespace nastavnik::page {
namespace {

using Node = pugi::xml_node;

constexpr const char* category_axis = "1";
constexpr const char* value_axis = "2";
constexpr int bar_mm = 6;
constexpr int axis_mm = 10;
constexpr int legend_mm = 8;
constexpr int between_mm = 3;
constexpr int sheet_mm = 220;
constexpr std::size_t most_sheets = 10;

/// How the bars of a series are painted.
enum class Paint : unsigned char { full, outline, none };

struct Bars {
  std::string title{};
  std::vector<std::string> categories{};
  std::vector<long long> values{};
  std::string colour{};  ///< `rrggbb`
  Paint paint = Paint::full;
};

/// Where the axis of the values begins and ends; days as spreadsheets number them.
struct Scale {
  long long from = 0;
  long long to = 0;
  bool of_days = false;
};

Node value_of(Node parent, const char* name, const std::string& value) { return with(parent, name, {{"val", value}}); }

void literal(Node parent, const char* kind, const std::vector<std::string>& values, bool numbers) {
  Node list = parent.append_child(kind);
  if (numbers) list.append_child("c:formatCode").text() = "General";
  value_of(list, "c:ptCount", std::to_string(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i)
    with(list, "c:pt", {{"idx", std::to_string(i)}}).append_child("c:v").text() = values[i].c_str();
}

void paint(Node parent, const Bars& bars) {
  Node shape = parent.append_child("c:spPr");
  const auto colour = [&](Node node) { value_of(node.append_child("a:solidFill"), "a:srgbClr", bars.colour); };
  if (bars.paint == Paint::full)
    colour(shape);
  else
    shape.append_child("a:noFill");
  Node line = shape.append_child("a:ln");
  if (bars.paint == Paint::none)
    line.append_child("a:noFill");
  else
    colour(line);
}

/// Numbers beside or inside the bars; a nought says nothing there.
void label(Node series, bool inside) {
  Node labels = series.append_child("c:dLbls");
  with(labels, "c:numFmt", {{"formatCode", inside ? "0;;" : "0"}, {"sourceLinked", "0"}});
  if (inside) {
    Node text = labels.append_child("c:txPr");
    text.append_child("a:bodyPr");
    value_of(with(text.append_child("a:p").append_child("a:pPr"), "a:defRPr").append_child("a:solidFill"), "a:srgbClr",
             "ffffff");
  }
  value_of(labels, "c:dLblPos", inside ? "ctr" : "outEnd");
  for (const auto& [name, value] : {std::pair("c:showLegendKey", "0"),
                                    {"c:showVal", "1"},
                                    {"c:showCatName", "0"},
                                    {"c:showSerName", "0"},
                                    {"c:showPercent", "0"},
                                    {"c:showBubbleSize", "0"}})
    value_of(labels, name, value);
}

enum class Labels : unsigned char { none, beside, inside };

void add_series(Node chart, std::size_t index, const Bars& bars, Labels labels) {
  Node series = chart.append_child("c:ser");
  value_of(series, "c:idx", std::to_string(index));
  value_of(series, "c:order", std::to_string(index));
  series.append_child("c:tx").append_child("c:v").text() = bars.title.c_str();
  paint(series, bars);
  value_of(series, "c:invertIfNegative", "0");
  if (labels != Labels::none) label(series, labels == Labels::inside);
  std::vector<std::string> values;
  for (const long long value : bars.values) values.push_back(std::to_string(value));
  literal(series.append_child("c:cat"), "c:strLit", bars.categories, false);
  literal(series.append_child("c:val"), "c:numLit", values, true);
}

void add_category_axis(Node plot) {
  Node axis = plot.append_child("c:catAx");
  value_of(axis, "c:axId", category_axis);
  value_of(axis.append_child("c:scaling"), "c:orientation", "maxMin");  // the first category on top
  for (const auto& [name, value] : {std::pair("c:delete", "0"),
                                    {"c:axPos", "l"},
                                    {"c:majorTickMark", "none"},
                                    {"c:minorTickMark", "none"},
                                    {"c:tickLblPos", "low"},
                                    {"c:crossAx", value_axis},
                                    {"c:crosses", "autoZero"},
                                    {"c:auto", "0"},
                                    {"c:lblAlgn", "ctr"},
                                    {"c:lblOffset", "100"},
                                    {"c:noMultiLvlLbl", "1"}})
    value_of(axis, name, value);
}

/// Without days the numbers stand at the bars and the axis is left out.
void add_value_axis(Node plot, const Scale& scale, Language language) {
  Node axis = plot.append_child("c:valAx");
  value_of(axis, "c:axId", value_axis);
  Node scaling = axis.append_child("c:scaling");
  value_of(scaling, "c:orientation", "minMax");
  value_of(scaling, "c:max",
           scale.of_days ? std::to_string(scale.to)
                         : one_decimal(scale.to * 11, 10, Language::en));  // room for the number behind a bar
  value_of(scaling, "c:min", std::to_string(scale.from));
  value_of(axis, "c:delete", scale.of_days ? "0" : "1");
  value_of(axis, "c:axPos", "t");
  if (scale.of_days) {
    value_of(
        axis.append_child("c:majorGridlines").append_child("c:spPr").append_child("a:ln").append_child("a:solidFill"),
        "a:srgbClr", "c4c4c4");
    with(axis, "c:numFmt",
         {{"formatCode", language == Language::ru ? "dd\\.mm\\.yyyy" : "yyyy\\-mm\\-dd"}, {"sourceLinked", "0"}});
  }
  for (const auto& [name, value] : {std::pair("c:majorTickMark", "none"),
                                    {"c:minorTickMark", "none"},
                                    {"c:tickLblPos", "nextTo"},
                                    {"c:crossAx", category_axis},
                                    {"c:crosses", "autoZero"},
                                    {"c:crossBetween", "between"}})
    value_of(axis, name, value);
  if (scale.of_days) value_of(axis, "c:majorUnit", one_decimal(scale.to - scale.from, 4, Language::en));
}

void add_legend(Node chart) {
  Node legend = chart.append_child("c:legend");
  value_of(legend, "c:legendPos", "b");
  value_of(legend, "c:overlay", "0");
}

Node begin_space(pugi::xml_document& document, Language language) {
  Node space = begin(document, "c:chartSpace");
  space.append_attribute("xmlns:c") = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  space.append_attribute("xmlns:a") = "http://schemas.openxmlformats.org/drawingml/2006/main";
  value_of(space, "c:date1904", "0");
  value_of(space, "c:lang", language == Language::ru ? "ru-RU" : "en-GB");
  value_of(space, "c:roundedCorners", "0");
  return space;
}

void end_space(Node space) {
  Node shape = space.append_child("c:spPr");
  shape.append_child("a:noFill");
  shape.append_child("a:ln").append_child("a:noFill");
  Node text = space.append_child("c:txPr");
  text.append_child("a:bodyPr");
  Node run = with(text.append_child("a:p").append_child("a:pPr"), "a:defRPr", {{"sz", "1000"}});
  with(run, "a:latin", {{"typeface", "Times New Roman"}});
}

std::string chart_part(const std::vector<Bars>& series, bool stacked, const Scale& scale, Language language) {
  pugi::xml_document document;
  Node space = begin_space(document, language);
  Node chart = space.append_child("c:chart");
  value_of(chart, "c:autoTitleDeleted", "1");
  Node plot = chart.append_child("c:plotArea");
  plot.append_child("c:layout");
  Node bars = plot.append_child("c:barChart");
  value_of(bars, "c:barDir", "bar");
  value_of(bars, "c:grouping", stacked ? "stacked" : "clustered");
  value_of(bars, "c:varyColors", "0");
  for (std::size_t i = 0; i < series.size(); ++i)
    add_series(bars, i, series[i], scale.of_days ? Labels::none : stacked ? Labels::inside : Labels::beside);
  value_of(bars, "c:gapWidth", "50");
  if (stacked) value_of(bars, "c:overlap", "100");
  value_of(bars, "c:axId", category_axis);
  value_of(bars, "c:axId", value_axis);
  add_category_axis(plot);
  add_value_axis(plot, scale, language);
  if (series.size() > 1) add_legend(chart);
  value_of(chart, "c:plotVisOnly", "1");
  value_of(chart, "c:dispBlanksAs", "gap");
  end_space(space);
  return harmless(written(document));
}

std::string word_colour(std::size_t index) { return std::string(colour_of(index).substr(1)); }

/// The number of the day in a spreadsheet.
long long serial(Date day) { return day - Date(1899, 12, 30); }

struct Terms {
  Bars before{.paint = Paint::none};
  Bars ended{.colour = word_colour(ended_colour)};
  Bars running{.colour = word_colour(running_colour)};
  Bars left{.colour = word_colour(running_colour), .paint = Paint::outline};

  void add(const Term& term, const Timeline& timeline, Language language) {
    const auto place = [&](Date day) { return serial(std::clamp(day, timeline.shown.from, timeline.shown.to)); };
    const long long from = place(term.planned.from), reached = std::max(from, place(term.reached));
    before.values.push_back(from);
    ended.values.push_back(term.ended ? reached - from : 0);
    running.values.push_back(term.ended ? 0 : reached - from);
    left.values.push_back(term.ended ? 0 : std::max(0LL, place(term.planned.to) - reached));
    for (Bars* bars : {&before, &ended, &running, &left}) bars->categories.push_back(term.label.in(language));
  }
};

/// How many categories stand on a sheet, and on how many sheets they stand.
struct Sheets {
  std::size_t categories = 0;
  std::size_t each = 1;

  Sheets(std::size_t all, std::size_t bars)
      : categories(all), each(static_cast<std::size_t>(sheet_mm) / (bars * bar_mm + between_mm)) {}
  std::size_t count() const { return (categories + each - 1) / each; }
  std::size_t end(std::size_t sheet) const { return std::min(categories, (sheet + 1) * each); }
};

std::string title_of(const Words& title, const Sheets& sheets, std::size_t sheet, Language language) {
  return sheets.count() == 1
             ? title.in(language)
             : say({"{}, лист {} из {}", "{}, sheet {} of {}"}, title, sheet + 1, sheets.count()).in(language);
}

BarChart slice(const BarChart& chart, std::size_t from, std::size_t to) {
  const auto part = [&](const auto& list) {
    return std::decay_t<decltype(list)>(list.begin() + static_cast<std::ptrdiff_t>(from),
                                        list.begin() + static_cast<std::ptrdiff_t>(to));
  };
  BarChart sheet{chart.id, chart.title, part(chart.categories), chart.series, chart.stacked};
  for (Series& series : sheet.series) series.values = part(series.values);
  return sheet;
}

std::vector<Bars> bars_of(const BarChart& chart, Language language) {
  std::vector<Bars> all;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    Bars bars{.title = chart.series[i].title.in(language), .values = chart.series[i].values, .colour = word_colour(i)};
    for (const Words& category : chart.categories) bars.categories.push_back(category.in(language));
    all.push_back(std::move(bars));
  }
  return all;
}

std::vector<Bars> bars_of(const Timeline& timeline, Language language) {
  Terms terms;
  for (const Term& term : timeline.terms) terms.add(term, timeline, language);
  terms.before.title = " ";  // it moves the others and has nothing to say in the legend
  terms.ended.title = Text{"завершены", "completed"}.in(language);
  terms.running.title = Text{"идут: прошло", "running: passed"}.in(language);
  terms.left.title = Text{"идут: осталось по плану", "running: left by plan"}.in(language);
  return {terms.before, terms.ended, terms.running, terms.left};
}

int height_of(std::size_t categories, std::size_t bars, bool legend) {
  return static_cast<int>(categories) * (static_cast<int>(bars) * bar_mm + between_mm) + axis_mm +
         (legend ? legend_mm : 0);
}

}  // namespace

std::vector<WordChart> word_charts(const BarChart& chart, Language language) {
  const std::size_t bars = chart.stacked ? 1 : chart.series.size();
  const Sheets sheets(chart.categories.size(), bars);
  std::vector<WordChart> all;
  for (std::size_t i = 0; i < sheets.count() && sheets.count() <= most_sheets; ++i) {
    const BarChart sheet = slice(chart, i * sheets.each, sheets.end(i));
    all.push_back({chart_part(bars_of(sheet, language), chart.stacked, {0, longest_bar(chart)}, language),
                   title_of(chart.title, sheets, i, language), told(sheet, language),
                   height_of(sheet.categories.size(), bars, chart.series.size() > 1)});
  }
  return all;
}

std::vector<WordChart> word_charts(const Timeline& timeline, Language language) {
  const Sheets sheets(timeline.terms.size(), 1);
  const Scale scale{serial(timeline.shown.from), serial(timeline.shown.to), true};
  std::vector<WordChart> all;
  for (std::size_t i = 0; i < sheets.count() && sheets.count() <= most_sheets; ++i) {
    Timeline sheet = timeline;
    sheet.terms.assign(timeline.terms.begin() + static_cast<std::ptrdiff_t>(i * sheets.each),
                       timeline.terms.begin() + static_cast<std::ptrdiff_t>(sheets.end(i)));
    all.push_back({chart_part(bars_of(sheet, language), true, scale, language),
                   title_of(timeline.title, sheets, i, language), told(sheet, language),
                   height_of(sheet.terms.size(), 1, true)});
  }
  return all;
}

}  // namespace nastavnik::page
