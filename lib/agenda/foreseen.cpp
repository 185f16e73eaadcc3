#include "agenda/foreseen.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "rules/catalogue.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

/// How far back the day is looked for on which something late was due.
constexpr int days_looked_back = 366;

using Key = std::pair<Span, const Requirement*>;
using Keys = std::set<Key>;

class Search {
public:
  Search(const Loaded& loaded, std::span<const Requirement* const> rules, const Outlook& outlook, Forecast& forecast)
      : loaded_(loaded), request_{.only = rules, .jobs = outlook.jobs}, forecast_(forecast) {}

  Keys found_on(Date day) {
    const Loaded then = judged_on(loaded_, day);
    Outcome outcome = check(then, request_);
    Keys found;
    for (const Finding& finding : outcome.findings) found.emplace(finding.span, finding.of);
    undecided_ = std::move(outcome.undecided);
    return found;
  }

  /// The undecided of the day that was looked at last.
  void keep_undecided() {
    for (Undecided& one : undecided_) forecast_.undecided.push_back(std::move(one));
  }

  /// Each of those wanted that are found on the later day and not on the earlier one, with the last day without it.
  void date(const Keys& wanted, Date earlier, const Keys& before, Date later, const Keys& after) {
    Keys fresh;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::inserter(fresh, fresh.end()));
    if (fresh.empty()) return;
    if (later - earlier == 1) {
      for (const auto& [place, of] : fresh) forecast_.findings.push_back({of, place, earlier});
      return;
    }
    const Date middle = earlier + (later - earlier) / 2;
    Keys between = before;
    for (const Key& key : found_on(middle))
      if (wanted.contains(key)) between.insert(key);
    date(wanted, earlier, before, middle, between);
    date(wanted, middle, between, later, after);
  }

  /// Week by week: what is found may be gone again by the last day.
  void ahead(Date today, Keys known, Date until) {
    constexpr int days_of_week = 7;
    for (Date from = today; from < until;) {
      const Date to = std::min(from + days_of_week, until);
      const Keys wanted = found_on(to);
      if (to == until) keep_undecided();
      Keys all = known;
      all.insert(wanted.begin(), wanted.end());
      date(wanted, from, known, to, all);
      known = std::move(all);
      from = to;
    }
  }

private:
  const Loaded& loaded_;
  CheckRequest request_;
  Forecast& forecast_;
  std::vector<Undecided> undecided_;
};

/// Whether the place stands in a pair or a programme that has ended.
bool is_over(const Loaded& loaded, Span place) {
  const std::string record = address_of(loaded.sources, place);
  const std::string_view id = std::string_view(record).substr(record.find('/') + 1);
  const Date today = loaded.registry.day();
  if (record.starts_with("pairs/")) {
    const Pair* pair = loaded.registry.all<Pair>().find(id);
    return pair && pair->end.given() && pair->end->date.given() && *pair->end->date <= today;
  }
  if (record.starts_with("programs/")) {
    const Program* program = loaded.registry.all<Program>().find(id);
    return program && (program->completion.given() || program->cancelled.given());
  }
  return false;
}

}  // namespace

Forecast forecast(const Loaded& loaded, std::span<const Requirement* const> rules, const Outlook& outlook) {
  Forecast found;
  const Date today = loaded.registry.day();
  Search search(loaded, rules, outlook, found);
  const Keys now = search.found_on(today);
  search.keep_undecided();
  if (!now.empty()) {
    const Date long_ago = today - days_looked_back;
    Keys then;
    for (const Key& key : search.found_on(long_ago))
      if (now.contains(key)) then.insert(key);
    for (const auto& [place, of] : then) found.findings.push_back({of, place, long_ago});
    search.date(now, long_ago, then, today, now);
  }
  search.ahead(today, now, outlook.until);
  for (Foreseen& one : found.findings) one.over = is_over(loaded, one.place);
  std::sort(found.findings.begin(), found.findings.end(), [](const Foreseen& a, const Foreseen& b) {
    return std::tie(a.place, a.of->id) < std::tie(b.place, b.of->id);
  });
  return found;
}

}  // namespace nastavnik
