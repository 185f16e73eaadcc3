#include "agenda/foreseen.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "rules/catalogue.h"
#include "rules/citation.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

/// The day before the model regulation: nothing was asked then.
constexpr Date first_asked{2022, 3, 25};

/// To look at a day is to judge all records on it: of a school as many days as it takes, of very many records a few.
constexpr std::size_t looks_at_records = 200'000, least_looks = 8;

using Key = std::pair<Span, const Requirement*>;
using Keys = std::set<Key>;

class Search {
public:
  Search(const Loaded& loaded, std::span<const Requirement* const> rules, const Outlook& outlook, Forecast& forecast)
      : loaded_(loaded),
        request_{.only = rules, .jobs = outlook.jobs},
        forecast_(forecast),
        left_(std::max<std::size_t>(least_looks, looks_at_records / std::max<std::size_t>(loaded.records, 1))) {}

  Keys found_on(Date day) { return found_on(day, request_); }

  /// By an outcome of all rules where there is one.
  Keys found_today(const Outcome* all) { return all ? taken_from(*all) : found_on(loaded_.registry.day()); }

  /// What of the keys is found on the day: only their rules look, and only into their files where these are few.
  Keys found_of(const Keys& keys, Date day) {
    constexpr std::size_t few = 64;
    std::set<const Requirement*> rules;
    std::set<std::string> files;
    for (const auto& [place, of] : keys) {
      rules.insert(of);
      for (const std::string_view id : clause_ids(of->implied_by)) rules.insert(find_requirement(id));
      files.emplace(loaded_.sources.path(place));
    }
    const std::vector<const Requirement*> only(rules.begin(), rules.end());
    CheckRequest request{.only = only, .jobs = request_.jobs};
    if (files.size() <= few) request.within.assign(files.begin(), files.end());
    Keys found = found_on(day, request);
    std::erase_if(found, [&](const Key& key) { return !keys.contains(key); });
    return found;
  }

  Keys found_on(Date day, const CheckRequest& request) {
    const Loaded then = judged_on(loaded_, day);
    Outcome outcome = check(then, request);
    Keys found;
    for (Finding& finding : outcome.findings) keep(std::move(finding), found);
    undecided_ = std::move(outcome.undecided);
    return found;
  }

  /// The undecided of the day that was looked at last.
  void keep_undecided() {
    for (Undecided& one : undecided_) forecast_.undecided.push_back(std::move(one));
  }

  /// Each of those that are found on the later day and not on the earlier one, with the last day without it.
  void date(Date earlier, const Keys& before, Date later, const Keys& after) {
    Keys fresh;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::inserter(fresh, fresh.end()));
    if (fresh.empty()) return;
    if (later - earlier == 1 || left_ == 0) {
      // Where the looks are used up, what lies ahead is told too early, and what has passed is called no later than it is.
      const Date last = later <= loaded_.registry.day() ? later - 1 : earlier;
      for (const Key& key : fresh) forecast_.findings.push_back({told_.at(key), last, later - earlier > 1});
      return;
    }
    --left_;
    const Date middle = earlier + (later - earlier) / 2;
    Keys between = before;
    between.merge(found_of(fresh, middle));
    date(earlier, before, middle, between);
    date(middle, between, later, after);
  }

  /// Week by week, since what is found may be gone again by the last day; at once where there are very many records.
  void ahead(Date today, Keys known, Date until) {
    constexpr int days_of_week = 7;
    const int step = left_ > least_looks ? days_of_week : until - today;
    for (Date from = today; from < until;) {
      const Date to = std::min(from + step, until);
      const Keys wanted = found_on(to);
      if (to == until) keep_undecided();
      Keys all = known;
      all.insert(wanted.begin(), wanted.end());
      date(from, known, to, all);
      known = std::move(all);
      from = to;
    }
  }

private:
  bool is_asked(const Requirement* rule) const {
    return std::find(request_.only.begin(), request_.only.end(), rule) != request_.only.end();
  }

  void keep(Finding finding, Keys& found) {
    const Key key{finding.span, finding.of};
    found.insert(key);
    told_.emplace(key, std::move(finding));
  }

  /// What a rule that is not asked about has silenced (`implied_by`) the outcome does not hold: that is looked for anew.
  Keys taken_from(const Outcome& all) {
    std::set<const Requirement*> silenced;
    for (const Finding& finding : all.findings)
      if (!is_asked(finding.of))
        std::copy_if(finding.joined.begin(), finding.joined.end(), std::inserter(silenced, silenced.end()),
                     [&](const Requirement* rule) { return is_asked(rule); });
    Keys found = silenced.empty() ? Keys() : found_by(silenced);
    for (const Finding& finding : all.findings)
      if (is_asked(finding.of) && !silenced.contains(finding.of)) keep(finding, found);
    undecided_.clear();
    std::copy_if(all.undecided.begin(), all.undecided.end(), std::back_inserter(undecided_),
                 [&](const Undecided& one) { return is_asked(one.of); });
    return found;
  }

  /// What these find today, and nothing that another one asked about implies.
  Keys found_by(const std::set<const Requirement*>& rules) {
    std::set<const Requirement*> with_reasons = rules;
    for (const Requirement* rule : rules)
      for (const std::string_view id : clause_ids(rule->implied_by))
        if (const Requirement* reason = find_requirement(id); is_asked(reason)) with_reasons.insert(reason);
    const std::vector<const Requirement*> only(with_reasons.begin(), with_reasons.end());
    Keys found = found_on(loaded_.registry.day(), {.only = only, .jobs = request_.jobs});
    std::erase_if(found, [&](const Key& key) { return !rules.contains(key.second); });
    return found;
  }

  const Loaded& loaded_;
  CheckRequest request_;
  Forecast& forecast_;
  std::size_t left_;             ///< how many days more may be looked at to tell days apart
  std::map<Key, Finding> told_;  ///< each as it was found first
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
  const Keys now = search.found_today(outlook.found_today);
  search.keep_undecided();
  search.ahead(today, now, outlook.until);
  if (!now.empty()) {
    search.date(first_asked, search.found_of(now, first_asked), today, now);
  }
  for (Foreseen& one : found.findings) one.over = is_over(loaded, one.finding.span);
  std::sort(found.findings.begin(), found.findings.end(), [](const Foreseen& a, const Foreseen& b) {
    return std::tie(a.finding.span, a.finding.of->id) < std::tie(b.finding.span, b.finding.of->id);
  });
  return found;
}

}  // namespace nastavnik
