#include "rules/set_aside.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "model/kinds/waivers.h"
#include "model/notions/about.h"
#include "rules/baseline.h"
#include "rules/fingerprint.h"
#include "rules/waiver_rules.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

constexpr Noun line_of_file{{"строка", "line"}, {"строки", "lines"}, {"строк", "lines"}};

bool is_whole(const Waiver& waiver) {
  const auto may = [](const auto& field) { return field.given() || field.absent(); };
  return waiver.rule.given() && waiver.record.given() && waiver.reason.given() && waiver.decided_on.given() &&
         waiver.until.given() && !waiver.decided_by.id.empty() && may(waiver.item) && may(waiver.field);
}

bool keeps_to_its_year(const Waiver& waiver) { return *waiver.until <= school_year(*waiver.decided_on).to; }

bool covers(const Waiver& waiver, const PlaceInRecord& place) {
  const bool item =
      waiver.item.absent() || std::find(place.items.begin(), place.items.end(), *waiver.item) != place.items.end();
  const bool field =
      waiver.field.absent() || place.keys == *waiver.field ||
      (place.keys.starts_with(*waiver.field) && place.keys.substr((*waiver.field).size()).starts_with('.'));
  return item && field;
}

/// The waivers of a registry, by what they are about.
class Waived {
public:
  explicit Waived(const Registry* registry) {
    if (!registry) return;
    for (const Waiver& waiver : registry->the<Waivers>().waivers)
      if (const Requirement* row = is_whole(waiver) ? find_requirement(*waiver.rule) : nullptr;
          row && can_be_set_aside(*row))
        by_subject_[{row, *waiver.record}].push_back(&waiver);
  }

  bool empty() const { return by_subject_.empty(); }
  /// The one in effect on the day that covers the finding; nothing when there is none.
  const Waiver* in_effect(const Finding& finding, const Traits& traits, Date day) const {
    return find(finding, traits, [&](const Waiver& waiver) { return is_in_effect(waiver, day); });
  }
  /// The one that covered the finding before the day.
  const Waiver* expired(const Finding& finding, const Traits& traits, Date day) const {
    return find(finding, traits,
                [&](const Waiver& waiver) { return *waiver.until < day && keeps_to_its_year(waiver); });
  }
  template <class Look>
  void each(Look look) const {
    for (const auto& [subject, waivers] : by_subject_)
      for (const Waiver* waiver : waivers) look(*subject.first, *waiver);
  }

private:
  template <class Fits>
  const Waiver* find(const Finding& finding, const Traits& traits, Fits fits) const {
    const auto listed = by_subject_.find({finding.of, traits.record});
    if (listed == by_subject_.end()) return nullptr;
    const auto found = std::find_if(listed->second.begin(), listed->second.end(), [&](const Waiver* waiver) {
      return covers(*waiver, traits.place) && fits(*waiver);
    });
    return found == listed->second.end() ? nullptr : *found;
  }

  std::map<std::pair<const Requirement*, std::string_view>, std::vector<const Waiver*>> by_subject_;
};

/// The lines of a baseline, by what they say.
class OldFindings {
public:
  explicit OldFindings(const Loaded* loaded) {
    if (loaded && loaded->baseline)
      for (const BaselineLine& line : lines_of_baseline(loaded->sources, *loaded->baseline))
        lines_.emplace(line.fingerprint, line.span);
  }
  bool empty() const { return lines_.empty(); }
  const Span* find(std::string_view fingerprint) const {
    const auto line = lines_.find(fingerprint);
    return line == lines_.end() ? nullptr : &line->second;
  }
  auto begin() const { return lines_.begin(); }
  auto end() const { return lines_.end(); }

private:
  std::unordered_map<std::string_view, Span> lines_;
};

const Loaded* decider(const Base* base) {
  return base && base->loaded && !base->loaded->faulty_settings ? base->loaded : nullptr;
}

/// One run over the findings: each is set aside, held back, or stays.
class SettingAside {
public:
  SettingAside(const Loaded& loaded, const CheckRequest& request, Outcome& outcome)
      : loaded_(loaded),
        request_(request),
        outcome_(outcome),
        waivers_(request.strict ? nullptr : &loaded.registry),
        old_(request.strict || request.no_baseline ? nullptr : &loaded),
        base_waivers_(decider(request.base) ? &decider(request.base)->registry : nullptr),
        base_old_(decider(request.base)) {}

  void run() {
    if (waivers_.empty() && old_.empty() && !request_.fingerprints) return;
    look_at_findings();
    report_unused();
    report_stale();
    if (held_lines_ != 0)
      outcome_.held_back.push_back({first_held_line_, say({"{} добавлено после {}", "{} added after {}"},
                                                          Count{held_lines_, line_of_file}, request_.base->name)});
  }

private:
  void look_at_findings() {
    const std::vector<Traits> traits = traits_of(loaded_, outcome_.findings);
    Findings staying;
    for (std::size_t i = 0; i < traits.size(); ++i) {
      Finding& finding = outcome_.findings[i];
      if (request_.fingerprints) finding.fingerprint = traits[i].fingerprint;
      const bool may_be = can_be_set_aside(*finding.of);
      if (may_be && take(finding, traits[i])) continue;
      if (may_be && request_.fingerprints) outcome_.fingerprints.push_back(traits[i].fingerprint);
      staying.push_back(std::move(finding));
    }
    outcome_.findings = std::move(staying);
  }

  bool take(Finding& finding, const Traits& traits) {
    return take_waived(finding, traits) || take_old(finding, traits);
  }

  bool take_waived(Finding& finding, const Traits& traits) {
    const Date day = loaded_.registry.day();
    const Waiver* waiver = waivers_.in_effect(finding, traits, day);
    if (!waiver) {
      if (const Waiver* former = waivers_.expired(finding, traits, day))
        finding.also.push_back({former->until.span, say({"исключение действовало по этот день",
                                                         "the waiver was in effect until this day"})});
      return false;
    }
    used_.insert(waiver);
    if (request_.base && !base_waivers_.in_effect(finding, traits, day)) return hold_back(finding, *waiver);
    if (finding.of->waived == Severity::silent) {
      outcome_.set_aside.push_back({std::move(finding), waiver->rule.span, waiver});
      return true;
    }
    finding.severity = finding.of->waived;
    finding.also.push_back({waiver->rule.span, say({"исключение: {}", "waived: {}"}, *waiver->reason)});
    return false;
  }

  bool hold_back(Finding& finding, const Waiver& waiver) {
    const Words what = say({"исключение добавлено или расширено после {} и пока не действует",
                            "this waiver was added or widened after {} and is not in effect yet"},
                           request_.base->name);
    finding.also.push_back({waiver.rule.span, what});
    if (held_waivers_.insert(&waiver).second)
      outcome_.held_back.push_back({waiver.rule.span, say({"исключение {} для {} добавлено или расширено после {}",
                                                           "the waiver of {} for {} was added or widened after {}"},
                                                          *waiver.rule, told(*waiver.record), request_.base->name)});
    return false;
  }

  bool take_old(Finding& finding, const Traits& traits) {
    const Span* line = old_.find(traits.fingerprint);
    if (!line) return false;
    used_lines_.insert(line->begin);
    if (request_.base && !base_old_.find(traits.fingerprint)) {
      if (held_lines_++ == 0 || *line < first_held_line_) first_held_line_ = *line;
      return false;
    }
    outcome_.set_aside.push_back({std::move(finding), *line, nullptr});
    return true;
  }

  /// The rule was judged everywhere, so that what it did not find is not there.
  bool is_settled(const Requirement& row) const {
    return is_held(row, loaded_.registry, request_, outcome_) && !undecided_.contains(&row);
  }

  void report(WaiverFault fault, Span span, Words label) {
    const Requirement& row = row_of(fault);
    if (is_held(row, loaded_.registry, request_, outcome_))
      outcome_.findings.push_back({.of = &row, .severity = row.severity, .span = span, .label = std::move(label)});
  }

  void report_stale(Span line, const Text& label) {
    report(WaiverFault::stale_line, line, label);
    if (!is_fingerprint(loaded_.sources.text(line))) return;  // somebody's own words
    if (outcome_.findings.empty() || outcome_.findings.back().span != line) return;
    const std::string_view text = loaded_.sources[line.source].text;
    const std::size_t end = std::min(text.find('\n', line.begin), text.size() - 1) + 1;
    outcome_.findings.back().fix = Fix{{{line.begin, end, ""}}, true};
  }

  void report_unused() {
    for (const Undecided& undecided : outcome_.undecided) undecided_.insert(undecided.of);
    waivers_.each([&](const Requirement& row, const Waiver& waiver) {
      if (is_in_effect(waiver, loaded_.registry.day()) && !used_.contains(&waiver) && is_settled(row))
        report(WaiverFault::unused, waiver.rule.span,
               say({"в {} нет нарушения {}", "in {} there is no finding of {}"}, told(*waiver.record), row.id));
    });
  }

  /// Git has left two versions of baseline.txt: which lines stay is not settled.
  bool is_merge_unfinished() const {
    return std::any_of(loaded_.findings.begin(), loaded_.findings.end(), [&](const Finding& finding) {
      return finding.of == &row_of(YamlRow::unfinished_merge) && finding.span.source == loaded_.baseline;
    });
  }

  void report_stale() {
    if (is_merge_unfinished()) return;
    for (const auto& [fingerprint, span] : old_) {
      const Requirement* row =
          is_fingerprint(fingerprint) ? find_requirement(fingerprint.substr(0, fingerprint.find(' '))) : nullptr;
      if (!row || !can_be_set_aside(*row))
        report_stale(span, {"так отпечаток замечания не пишется", "no fingerprint of a finding is written like this"});
      else if (!used_lines_.contains(span.begin) && is_settled(*row))
        report_stale(span, {"такого замечания больше нет", "there is no such finding any more"});
    }
  }

  Words told(std::string_view record) const { return address_told(loaded_.registry, record, request_.names); }

  const Loaded& loaded_;
  const CheckRequest& request_;
  Outcome& outcome_;
  const Waived waivers_;
  const OldFindings old_;
  const Waived base_waivers_;
  const OldFindings base_old_;
  std::set<const Waiver*> used_, held_waivers_;
  std::unordered_set<std::uint32_t> used_lines_;
  std::unordered_set<const Requirement*> undecided_;
  long long held_lines_ = 0;
  Span first_held_line_{};
};

}  // namespace

bool is_in_effect(const Waiver& waiver, Date day) {
  return *waiver.decided_on <= day && day <= *waiver.until && keeps_to_its_year(waiver);
}

void set_aside(const Loaded& loaded, const CheckRequest& request, Outcome& outcome) {
  SettingAside(loaded, request, outcome).run();
}

std::size_t covered(const Waiver& waiver, const Outcome& outcome) {
  const auto set_aside = [&](const SetAside& one) { return one.waiver == &waiver; };
  const auto made_milder = [&](const Finding& finding) {
    return finding.of->waived != Severity::silent &&
           std::any_of(finding.also.begin(), finding.also.end(),
                       [&](const Place& place) { return place.span == waiver.rule.span; });
  };
  return static_cast<std::size_t>(std::count_if(outcome.set_aside.begin(), outcome.set_aside.end(), set_aside) +
                                  std::count_if(outcome.findings.begin(), outcome.findings.end(), made_milder));
}

}  // namespace nastavnik
