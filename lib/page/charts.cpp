#include "page/charts.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace nastavnik::page {
namespace {

constexpr int page = 720;
constexpr int text_height = 18;
constexpr int letter_width = 7;
constexpr int bar_height = 16;
constexpr int gap = 8;
constexpr int bar_room = page - 60;  // the number stands behind the bar

using Node = pugi::xml_node;
using Attributes = std::initializer_list<std::pair<const char*, int>>;

class Drawing {
public:
  Drawing(Node parent, std::string_view id, const Words& title, const std::string& told, Language language)
      : language_(language) {
    Node figure = parent.append_child("figure");
    svg_ = figure.append_child("svg");
    const std::string name(id);
    svg_.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    svg_.append_attribute("role") = "img";
    svg_.append_attribute("aria-labelledby") = (name + "-title " + name + "-told").c_str();
    text_child("title", name + "-title", title.in(language));
    text_child("desc", name + "-told", told);
    caption_ = figure.append_child("figcaption");
    caption_.append_child(pugi::node_pcdata).set_value(title.in(language).c_str());
  }
  void note(const Text& words) {
    caption_.append_child(pugi::node_pcdata).set_value(std::string(words.in(language_)).c_str());
  }
  void rect(int x, int y, int width, int height, std::string_view fill, const char* of_class = nullptr) {
    Node node = place("rect", {{"x", x}, {"y", y}, {"width", width}, {"height", height}});
    node.append_attribute("fill") = std::string(fill).c_str();
    if (of_class) node.append_attribute("class") = of_class;
  }
  void line(int x, int from, int to, const char* of_class) {
    place("line", {{"x1", x}, {"x2", x}, {"y1", from}, {"y2", to}}).append_attribute("class") = of_class;
  }
  void text(int x, int y, const std::string& words) { place("text", {{"x", x}, {"y", y}}).text() = words.c_str(); }
  std::string in(const Words& words) const { return words.in(language_); }
  void finish(int height) {
    svg_.append_attribute("viewBox") = fmt::format("0 0 {} {}", page, height).c_str();
    svg_.append_attribute("width") = page;
    svg_.append_attribute("height") = height;
  }

private:
  Node place(const char* name, Attributes attributes) {
    Node node = svg_.append_child(name);
    for (const auto& [key, value] : attributes) node.append_attribute(key) = value;
    return node;
  }
  void text_child(const char* name, const std::string& id, const std::string& words) {
    Node node = svg_.append_child(name);
    node.append_attribute("id") = id.c_str();
    node.text() = words.c_str();
  }
  Language language_;
  Node svg_;
  Node caption_;
};

long long total(const BarChart& chart, std::size_t category) {
  long long sum = 0;
  for (const Series& series : chart.series) sum += series.values[category];
  return sum;
}

int length(long long value, long long most) { return static_cast<int>(value * bar_room / most); }

int draw_legend(Drawing& drawing, const BarChart& chart) {
  if (chart.series.size() < 2) return 0;
  int y = 0;
  for (std::size_t i = 0; i < chart.series.size(); ++i, y += text_height) {
    drawing.rect(0, y + 3, 12, 12, colour_of(i));
    drawing.text(20, y + 14, drawing.in(chart.series[i].title));
  }
  return y + gap;
}

int draw_stacked(Drawing& drawing, const BarChart& chart, std::size_t category, int y, long long most) {
  int x = 0;
  for (std::size_t n = 0; n < chart.series.size(); ++n) {
    const int width = length(chart.series[n].values[category], most);
    if (width > 0) drawing.rect(x, y, width, bar_height, colour_of(n));
    x += width;
  }
  drawing.text(x + 6, y + 13, std::to_string(total(chart, category)));
  return y + bar_height;
}

int draw_beside(Drawing& drawing, const BarChart& chart, std::size_t category, int y, long long most) {
  for (std::size_t n = 0; n < chart.series.size(); ++n, y += bar_height + 2) {
    const int width = std::max(1, length(chart.series[n].values[category], most));
    drawing.rect(0, y, width, bar_height, colour_of(n));
    drawing.text(width + 6, y + 13, std::to_string(chart.series[n].values[category]));
  }
  return y;
}

int place(const Timeline& timeline, Date day) {
  const Date within = std::clamp(day, timeline.shown.from, timeline.shown.to);
  return (within - timeline.shown.from) * page / std::max(1, timeline.shown.to - timeline.shown.from);
}

/// A line for the first day of each third month, with its name.
void draw_months(Drawing& drawing, const Timeline& timeline, int height) {
  const Date& from = timeline.shown.from;
  for (Date month(from.year(), from.month(), 1); month <= timeline.shown.to; month = add_months(month, 1)) {
    if (month < from || (month.month() - 1) % 3 != 0) continue;
    const int x = place(timeline, month);
    drawing.line(x, text_height, height, "month");
    if (x < page - 60) drawing.text(x + 3, 13, fmt::format("{:02}.{}", month.month(), month.year()));
  }
}

}  // namespace

std::string_view colour_of(std::size_t series) {
  static constexpr std::array<std::string_view, 5> colours{"#1f5f8b", "#c4601d", "#3f7d3a", "#7a4b94", "#6b6b6b"};
  return colours[series % colours.size()];
}

long long longest_bar(const BarChart& chart) {
  long long most = 1;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    if (chart.stacked)
      most = std::max(most, total(chart, i));
    else
      for (const Series& series : chart.series) most = std::max(most, series.values[i]);
  }
  return most;
}

std::string told(const BarChart& chart, Language language) {
  std::string all;
  for (std::size_t i = 0; i < chart.categories.size(); ++i)
    for (const Series& series : chart.series)
      all += fmt::format("{}, {}: {}. ", chart.categories[i].in(language), series.title.in(language), series.values[i]);
  return all;
}

std::string told(const Timeline& timeline, Language language) {
  std::string all;
  for (const Term& term : timeline.terms)
    all += fmt::format("{}: {} – {}. ", term.label.in(language), shown(term.planned.from, language),
                       shown(term.ended ? term.reached : term.planned.to, language));
  return all;
}

void draw(Node parent, const BarChart& chart, Language language) {
  Drawing drawing(parent, chart.id, chart.title, told(chart, language), language);
  int y = draw_legend(drawing, chart);
  const long long longest = longest_bar(chart);
  for (std::size_t i = 0; i < chart.categories.size(); ++i, y += gap) {
    drawing.text(0, y + 14, drawing.in(chart.categories[i]));
    y += text_height;
    y = chart.stacked ? draw_stacked(drawing, chart, i, y, longest) : draw_beside(drawing, chart, i, y, longest);
  }
  drawing.finish(y + gap);
}

void draw(Node parent, const Timeline& timeline, Language language) {
  Drawing drawing(parent, timeline.id, timeline.title, told(timeline, language), language);
  drawing.note(
      {": зелёные завершены, синие идут; пунктир — срок по плану, красная черта — день отчёта",
       ": the green ones are completed, the blue ones run; dashes: the term by plan, the red line: the day of the report"});
  const int step = text_height + bar_height + gap;
  const int height = text_height + gap + static_cast<int>(timeline.terms.size()) * step;
  draw_months(drawing, timeline, height);
  int y = text_height + gap;
  for (const Term& term : timeline.terms) {
    const int from = place(timeline, term.planned.from), planned = place(timeline, term.planned.to),
              reached = place(timeline, term.reached);
    const std::string label = drawing.in(term.label);
    drawing.text(std::clamp(page - static_cast<int>(characters(label)) * letter_width, 0, from), y + 13, label);
    drawing.rect(from, y + text_height, std::max(2, planned - from), bar_height, "none", "planned");
    drawing.rect(from, y + text_height, std::max(2, reached - from), bar_height,
                 colour_of(term.ended ? ended_colour : running_colour));
    y += step;
  }
  if (timeline.shown.holds(timeline.today)) drawing.line(place(timeline, timeline.today), text_height, height, "today");
  drawing.finish(height);
}

}  // namespace nastavnik::page
