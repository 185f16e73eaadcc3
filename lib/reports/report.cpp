#include "reports/report.h"

#include <algorithm>

namespace nastavnik::reports {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

std::string said_mark(Mark mark, Language language) {
  switch (mark) {
    case Mark::yes: return "✓";
    case Mark::no: return "✗";
    case Mark::not_asked: return "—";
    case Mark::undecided: break;
  }
  return std::string(Text{"не решено", "undecided"}.in(language));
}

std::string said_share(const Share& share, Language language) {
  if (share.whole == 0) return "—";
  const std::string per_cent = one_decimal(share.part * 100, share.whole, language);
  if (language == Language::ru) return fmt::format("{}\u00a0% ({}\u00a0из\u00a0{})", per_cent, share.part, share.whole);
  return fmt::format("{}% ({}\u00a0of\u00a0{})", per_cent, share.part, share.whole);
}

}  // namespace

Unsaid no_data() { return {{"нет данных", "no data"}}; }

Cell Report::missing(const Words& what, std::string where) {
  Gap gap{what, std::move(where)};
  if (std::find(gaps.begin(), gaps.end(), gap) == gaps.end()) gaps.push_back(std::move(gap));
  return no_data();
}

Words days_of(const Period& period) {
  if (period.from == period.to) return say({"на {}", "on {}"}, on_day(period.to));
  if (period.from == beginning_of_time) return say({"по {}", "up to {}"}, on_day(period.to));
  return say({"с {} по {}", "from {} to {}"}, on_day(period.from), on_day(period.to));
}

bool is_dash(const Cell& cell) {
  const auto* words = std::get_if<Words>(&cell);
  return words && *words == std::get<Words>(dash());
}

void leave_out_empty_columns(Report& report) {
  for (Block& block : report.blocks) {
    auto* grid = std::get_if<Grid>(&block);
    if (!grid || grid->rows.empty()) continue;
    for (std::size_t i = grid->columns.size(); i-- > 0;) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      if (!std::ranges::all_of(grid->rows, [i](const GridRow& row) { return is_dash(row.cells[i]); })) continue;
      grid->columns.erase(grid->columns.begin() + at);
      for (GridRow& row : grid->rows) row.cells.erase(row.cells.begin() + at);
    }
  }
}

std::string shown(const Cell& value, Language language) {
  return std::visit(Overloaded{
                        [&](const Words& words) { return words.in(language); },
                        [&](long long number) { return fmt::format("{}", number); },
                        [&](Date day) { return shown(day, language); },
                        [&](const Share& share) { return said_share(share, language); },
                        [&](const Average& average) {
                          return average.count == 0 ? std::string("—")
                                                    : one_decimal(average.sum, average.count, language);
                        },
                        [&](Mark mark) { return said_mark(mark, language); },
                        [&](const Failed& failed) { return fmt::format("✗ {}", failed.words.in(language)); },
                        [&](const Unsaid& unsaid) { return unsaid.words.in(language); },
                    },
                    value);
}

}  // namespace nastavnik::reports
