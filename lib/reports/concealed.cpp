#include "reports/concealed.h"

#include <algorithm>

namespace nastavnik::reports {
namespace {

/// Goes through the blocks of a report.
class Concealing {
public:
  explicit Concealing(const Conceal& conceal) : conceal_(conceal) {}

  void operator()(Words& words) const {
    for (std::string* text : {&words.ru, &words.en}) *text = conceal_.text(without_named_addresses(*text));
  }
  void operator()(Addresses& records) const {
    for (std::string& record : records) record = address_without_name(record);
  }
  void operator()(Cell& cell) const {
    if (auto* words = std::get_if<Words>(&cell)) (*this)(*words);
    if (auto* failed = std::get_if<Failed>(&cell)) (*this)(failed->words);
    if (auto* unsaid = std::get_if<Unsaid>(&cell)) (*this)(unsaid->words);
  }
  void operator()(Heading& heading) const { (*this)(heading.text); }
  void operator()(Passage& passage) const { (*this)(passage.text); }
  void operator()(Points& points) const {
    for (Words& item : points.items) (*this)(item);
  }
  void operator()(Figures& block) const {
    for (Figure& figure : block.figures) {
      (*this)(figure.value);
      (*this)(figure.records);
    }
  }
  void operator()(Grid& grid) const {
    for (GridRow& row : grid.rows) {
      for (Cell& cell : row.cells) (*this)(cell);
      (*this)(row.records);
    }
  }
  void operator()(BarChart& chart) const {
    for (Words& category : chart.categories) (*this)(category);
  }
  void operator()(Timeline& timeline) const {
    for (Term& term : timeline.terms) (*this)(term.label);
  }
  void operator()(Signatures&) const {}  // blanks to sign on paper
  void operator()(std::vector<Gap>& gaps) const {
    for (Gap& gap : gaps) {
      (*this)(gap.what);
      gap.where = address_without_name(gap.where);
    }
  }

private:
  /// Words that are addresses, among others.
  static std::string without_named_addresses(std::string_view text) {
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" ,;()", begin), text.size());
      result += address_without_name(text.substr(begin, end - begin));
      if (end < text.size()) result += text[end];
      begin = end + 1;
    }
    return result;
  }

  const Conceal& conceal_;
};

}  // namespace

void conceal(Report& report, const Conceal& conceal) {
  const Concealing concealing(conceal);
  for (Block& block : report.blocks) std::visit(concealing, block);
  concealing(report.gaps);
  concealing(report.asides);
}

}  // namespace nastavnik::reports
