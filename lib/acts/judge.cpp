#include "acts/judge.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "rules/fingerprint.h"
#include "source/overlaid.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

using Told = std::pair<const Requirement*, std::string_view>;

Told told(const Finding& finding) { return {finding.of, finding.label.ru}; }

/// The findings of the first that the second does not have.
Findings without(const Findings& all, const Findings& others) {
  std::unordered_set<std::string_view> known;
  for (const Finding& finding : others) known.insert(finding.fingerprint);
  Findings rest;
  std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
               [&](const Finding& finding) { return !known.contains(finding.fingerprint); });
  return rest;
}

/// What a rule said of one place before and says of another now, word for word, is not new: a file that is told of may be
/// there only since.
void drop_moved(Findings& fresh, Findings& gone) {
  std::multiset<Told> before, moved;
  for (const Finding& finding : gone) before.insert(told(finding));
  std::erase_if(fresh, [&](const Finding& finding) {
    const auto same = before.find(told(finding));
    if (same == before.end()) return false;
    moved.insert(*same);
    before.erase(same);
    return true;
  });
  std::erase_if(gone, [&](const Finding& finding) {
    const auto same = moved.find(told(finding));
    if (same == moved.end()) return false;
    moved.erase(same);
    return true;
  });
}

using LeftUndecided = std::pair<std::string_view, std::string>;

LeftUndecided doubt_of(const Undecided& undecided, const Sources& sources) {
  return {undecided.of->id, address_of(sources, undecided.span)};
}

std::vector<Undecided> new_doubts(const Outcome& outcome, const Sources& sources, const Outcome& before,
                                  const Sources& sources_before) {
  std::set<LeftUndecided> known;
  for (const Undecided& undecided : before.undecided) known.insert(doubt_of(undecided, sources_before));
  std::vector<Undecided> fresh;
  for (const Undecided& undecided : outcome.undecided)
    if (!known.contains(doubt_of(undecided, sources))) fresh.push_back(undecided);
  return fresh;
}

/// What of the files could not be seen before they were changed.
class Veiled {
public:
  Veiled(const Outcome& former, const Sources& sources, const std::vector<ChangedFile>& files) {
    for (const ChangedFile& file : files) changed_.insert(file.path);
    for (const Finding& finding : former.findings)
      if (finding.of->nature == Nature::format && finding.severity == Severity::error)
        faulty_ = faulty_ || changed_.contains(sources.path(finding.span));
    for (const Undecided& undecided : former.undecided) {
      if (changed_.contains(sources.path(undecided.span))) rules_.insert(undecided.of);
      doubts_.insert(doubt_of(undecided, sources));
    }
  }

  /// A rule that could not be decided there, or by what a changed file lacked; it finds what nobody has written now.
  bool was(const Finding& finding, const Sources& sources) const {
    if (finding.of->nature == Nature::format) return false;
    return rules_.contains(finding.of) || doubts_.contains({finding.of->id, address_of(sources, finding.span)}) ||
           (faulty_ && !changed_.contains(sources.path(finding.span)));
  }

private:
  std::set<std::string, std::less<>> changed_;
  std::set<const Requirement*> rules_;
  std::set<LeftUndecided> doubts_;
  bool faulty_ = false;  ///< a changed file lacked what other files are judged by
};

/// The errors of the day on which the changes take effect that it would not have without them.
Findings found_then(const Loaded& before, const Judged& judged, const CheckRequest& how) {
  Findings then = without(check(judged_on(*judged.after, *judged.effect.from), how).findings, judged.outcome.findings);
  std::erase_if(then, [](const Finding& finding) { return finding.severity != Severity::error; });
  return then.empty() ? then : without(then, check(judged_on(before, *judged.effect.from), how).findings);
}

}  // namespace

bool Judged::is_refused(Accepts accepts) const {
  const auto rests_on = [&](const Finding& finding) { return finding.of->id == effect.rests_on; };
  if (accepts == Accepts::nothing && std::ranges::any_of(then, rests_on)) return true;
  return std::any_of(fresh.begin(), fresh.end(), [&](const Finding& finding) {
    if (finding.severity != Severity::error) return false;
    if (was_veiled[static_cast<std::size_t>(&finding - fresh.data())]) return false;
    if (accepts == Accepts::what_shows_only) return is_of_yaml(*finding.of);
    return accepts == Accepts::nothing || finding.of->nature == Nature::format;
  });
}

bool Judged::has_unveiled_errors() const {
  for (std::size_t i = 0; i < fresh.size(); ++i)
    if (was_veiled[i] && fresh[i].severity == Severity::error) return true;
  return false;
}

Judged judge(const LoadRequest& request, const Loaded& before, const Changes& changes, bool names,
             const TakesEffect& effect) {
  Judged judged;
  Edited texts = edited(request.tree, before, changes);
  judged.beyond_form = std::move(texts.beyond_form);
  if (!judged.beyond_form.empty()) return judged;
  judged.files = std::move(texts.files);
  FilesLaidOver files;
  for (const ChangedFile& file : judged.files) files.emplace(file.path, file.after);
  const Tree* people = request.people;
  if (people) {
    judged.trees.push_back(std::make_unique<OverlaidTree>(*people, below(before.sources.personal_folder(), files)));
    people = judged.trees.back().get();
  }
  judged.trees.push_back(std::make_unique<OverlaidTree>(request.tree, std::move(files)));
  judged.after = load({.tree = *judged.trees.back(),
                       .people = people,
                       .today = request.today,
                       .as_of = request.as_of,
                       .jobs = request.jobs,
                       .earlier = request.earlier});
  const CheckRequest how{.jobs = request.jobs, .fingerprints = true, .names = names};
  const Outcome former = check(before, how);
  judged.outcome = check(*judged.after, how);
  judged.fresh = without(judged.outcome.findings, former.findings);
  judged.gone = without(former.findings, judged.outcome.findings);
  drop_moved(judged.fresh, judged.gone);
  const Veiled veiled(former, before.sources, judged.files);
  for (const Finding& finding : judged.fresh) judged.was_veiled.push_back(veiled.was(finding, judged.after->sources));
  judged.in_doubt = new_doubts(judged.outcome, judged.after->sources, former, before.sources);
  judged.effect = effect;
  if (effect.from && *effect.from > judged.after->registry.day()) judged.then = found_then(before, judged, how);
  return judged;
}

}  // namespace nastavnik
