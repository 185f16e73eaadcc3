#include "rules/catalogue.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>

#include "base/ascii.h"
#include "base/text.h"
#include "base/threads.h"
#include "model/kinds/calendar.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"
#include "model/notions/working_days.h"
#include "model/requirements.h"
#include "rules/chapters.h"
#include "rules/citation.h"
#include "rules/editions.h"
#include "rules/set_aside.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

using Chapter = std::span<const Rule> (*)();

// In the order of the regulation; the packs of other law stand last.
constexpr Chapter chapters[] = {
    record_rules,         waiver_rules,         term_rules,          plan_rules,         principle_rules,
    release_rules,        task_rules,           form_rules,          reverse_rules,      kind_rules,
    role_form_rules,      order_rules,          appointment_rules,   head_rules,         pair_order_rules,
    partner_rules,        curator_office_rules, curator_rules,       monitoring_rules,   union_rules,
    mentor_rights_rules,  mentee_rights_rules,  pair_rules,          departure_rules,    ending_rules,
    amendment_rules,      site_rules,           named_people_rules,  site_page_rules,    publication_rules,
    own_regulation_rules, roadmap_rules,        year_opening_rules,  roadmap_work_rules, labour_rules,
    personal_data_rules,  mention_rules,        teacher_paper_rules,
};

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

std::string_view family(std::string_view id) { return id.substr(0, id.find_first_of("-0123456789")); }

/// RM5 and RM5- are of RM5-1 and RM5-2, P10 of P10.5-1; P1 is not of P10-1.
bool begins_id(std::string_view word, std::string_view id) {
  word = trimmed(word, "-");
  if (word.find_first_of("0123456789") == word.npos || word.size() >= id.size()) return false;
  return same_ignoring_case(word, id.substr(0, word.size())) && (id[word.size()] == '-' || id[word.size()] == '.');
}

bool is_about_exceptions(const Requirement& row) { return family(row.id) == "W"; }

std::vector<Override> overrides_of(const Settings& settings) {
  std::vector<Override> result;
  for (const SeverityOverride& item : settings.severities) {
    const Requirement* row = item.rule.given() ? find_requirement(*item.rule) : nullptr;
    if (row && item.severity.given() && item.reason.given())
      result.push_back({row, *item.severity, std::string(*item.reason)});
  }
  return result;
}

void report_unknown(const At<RuleId>& rule, Outcome& outcome) {
  std::vector<std::string_view> known;
  for (const Requirement* row : catalogue()) known.push_back(row->id);
  const std::string_view near = closest(*rule, known);
  const Requirement& row = row_of(Structure::unknown_code);
  Words label =
      near.empty()
          ? say({"правила «{}» нет; все правила: nastavnik rules", "there is no rule “{}”; all rules: nastavnik rules"},
                *rule)
          : say({"правила «{}» нет; возможно, {}; все правила: nastavnik rules",
                 "there is no rule “{}”; perhaps {}; all rules: nastavnik rules"},
                *rule, near);
  outcome.findings.push_back({.of = &row, .severity = row.severity, .span = rule.span, .label = std::move(label)});
  outcome.faulty_settings = true;
}

bool is_about_settings(std::string_view path) { return path == Settings::kind.folder || path == Waivers::kind.folder; }

const Override* override_of(const std::vector<Override>& overrides, const Requirement* row) {
  const auto found = std::find_if(overrides.begin(), overrides.end(), [&](const Override& o) { return o.of == row; });
  return found == overrides.end() ? nullptr : &*found;
}

/// The registry of the revision that decides; nothing where it had none that can be relied on.
const Registry* registry_of(const Base* base) {
  return base && base->loaded && !base->loaded->faulty_settings ? &base->loaded->registry : nullptr;
}

Severity severity_in(const std::vector<Override>& overrides, const Requirement* row) {
  const Override* changed = override_of(overrides, row);
  return changed ? changed->severity : row->severity;
}

/// A severity may be raised at once; lowered it is only as far as the revision that decides lowers it.
void hold_back_overrides(const Registry& registry, const Base& base, Outcome& outcome) {
  const Registry* decides = registry_of(&base);
  const std::vector<Override> before = decides ? overrides_of(decides->settings()) : std::vector<Override>();
  for (const SeverityOverride& item : registry.settings().severities) {
    const Requirement* row = item.rule.given() ? find_requirement(*item.rule) : nullptr;
    if (!row) continue;
    const auto now = std::find_if(outcome.overrides.begin(), outcome.overrides.end(),
                                  [&](const Override& o) { return o.of == row; });
    if (now == outcome.overrides.end() || now->severity <= severity_in(before, row)) continue;
    now->severity = std::max(std::min(row->severity, now->severity), severity_in(before, row));
    outcome.held_back.push_back(
        {item.rule.span,
         say({"строгость {} смягчена после {}", "the severity of {} was lowered after {}"}, row->id, base.name)});
  }
  std::erase_if(outcome.overrides, [](const Override& changed) { return changed.severity == changed.of->severity; });
}

void tell_held_back(const Loaded& loaded, const Base& base, Outcome& outcome) {
  for (const ChangedSetting& changed : loaded.changed_settings)
    outcome.held_back.push_back({changed.span, say({"значение {} изменено после {}, и считается прежнее",
                                                    "the value of {} was changed after {}, and the former one counts"},
                                                   changed.key, base.name)});
}

void change_severities(const std::vector<Override>& overrides, Finding& finding) {
  const bool is_waived = finding.of->waived != Severity::silent && finding.severity == finding.of->waived;
  const Override* changed = override_of(overrides, finding.of);
  if (changed && !is_waived) finding.severity = changed->severity;
}

void change_severities(Outcome& outcome) {
  for (Finding& finding : outcome.findings) change_severities(outcome.overrides, finding);
  for (SetAside& aside : outcome.set_aside) change_severities(outcome.overrides, aside.finding);
  std::erase_if(outcome.findings, [](const Finding& finding) { return finding.severity == Severity::silent; });
}

/// One missing paper is one finding: a row that another implies is silent where that one speaks, and lends it its clauses.
void drop_implied(Findings& findings) {
  std::map<std::pair<std::uint32_t, std::string_view>, Finding*> firsts;  // of a row in a file
  for (Finding& finding : findings) firsts.emplace(std::pair(finding.span.source, finding.of->id), &finding);
  const auto reason_for = [&](const Finding& implied) -> Finding* {
    for (const std::string_view id : clause_ids(implied.of->implied_by))
      if (const auto first = firsts.find({implied.span.source, id}); first != firsts.end()) return first->second;
    return nullptr;
  };
  std::vector<bool> dropped(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].of->implied_by.empty()) continue;
    Finding* reason = reason_for(findings[i]);
    if (!reason) continue;
    dropped[i] = true;
    if (std::find(reason->joined.begin(), reason->joined.end(), findings[i].of) == reason->joined.end())
      reason->joined.push_back(findings[i].of);
  }
  std::size_t index = 0;
  std::erase_if(findings, [&](const Finding&) { return static_cast<bool>(dropped[index++]); });
}

void sort_by_place(const Sources& sources, Outcome& outcome) {
  const auto place = [&](const auto& item) {
    return std::make_tuple(sources.path(item.span), item.span.begin, item.span.size, item.of->id);
  };
  std::stable_sort(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& a, const Finding& b) {
    return std::make_tuple(place(a), std::string_view(a.label.ru)) <
           std::make_tuple(place(b), std::string_view(b.label.ru));
  });
  std::stable_sort(outcome.set_aside.begin(), outcome.set_aside.end(),
                   [&](const SetAside& a, const SetAside& b) { return place(a.finding) < place(b.finding); });
  std::stable_sort(outcome.undecided.begin(), outcome.undecided.end(),
                   [&](const Undecided& a, const Undecided& b) { return place(a) < place(b); });
}

/// Who was formed by an order under another edition is not held to this one.
void drop_formed_otherwise(const Requirement& row, const FormingDays& days, Outcome& outcome) {
  const Period period = in_force(row);
  const auto formed_otherwise = [&](const auto& item) { return !period.holds(days.of(item.span)); };
  std::erase_if(outcome.findings, formed_otherwise);
  std::erase_if(outcome.undecided, formed_otherwise);
}

std::vector<const Rule*> rules_held(const Registry& registry, const CheckRequest& request, const Outcome& outcome) {
  std::vector<const Rule*> held;
  for (const Chapter chapter : chapters)
    for (const Rule& rule : chapter())
      if (rule.check && is_held(rule.what, registry, request, outcome)) held.push_back(&rule);
  return held;
}

void add(Outcome found, Outcome& outcome) {
  std::move(found.findings.begin(), found.findings.end(), std::back_inserter(outcome.findings));
  std::move(found.undecided.begin(), found.undecided.end(), std::back_inserter(outcome.undecided));
  ++outcome.rules;
}

// Rules know nothing of each other. The last ones take the longest (they read every text), so they are the first to go.
void run_rules(const Registry& registry, const CheckRequest& request, const AskedFiles& files, Outcome& outcome) {
  const std::vector<const Rule*> rules = rules_held(registry, request, outcome);
  std::vector<Outcome> found(rules.size());
  const WorkingDays calendar(registry.the<Calendar>());
  std::optional<FormingDays> days;
  std::once_flag once;
  share_out(rules.size(), request.jobs, [&](std::size_t, std::size_t turn) {
    const std::size_t i = rules.size() - 1 - turn;
    Check check(rules[i]->what, registry, files, calendar, request.names, found[i]);
    rules[i]->check(check);
    if (rules[i]->what.edition != EditionOf::forming || (found[i].findings.empty() && found[i].undecided.empty()))
      return;
    std::call_once(once, [&] { days.emplace(registry); });
    drop_formed_otherwise(rules[i]->what, *days, found[i]);
  });
  for (Outcome& one : found) add(std::move(one), outcome);
}

/// What a run has to go through to tell of the files. The calendar is read for all records; whether an exception is used,
/// and what a revision holds back, is seen from all findings.
AskedFiles files_to_judge(const Loaded& loaded, const CheckRequest& request) {
  const AskedFiles asked(loaded.sources, request.within);
  const bool is_about_all = asked.hold(Settings::kind.folder) || asked.hold(Calendar::kind.folder) ||
                            asked.hold(Waivers::kind.folder) || asked.hold(baseline_file);
  return is_about_all || request.base ? AskedFiles() : asked;
}

void narrow(const AskedFiles& files, Outcome& outcome) {
  const auto outside = [&](const auto& item) { return !files.hold(item.span); };
  std::erase_if(outcome.findings, outside);
  std::erase_if(outcome.undecided, outside);
  std::erase_if(outcome.set_aside, [&](const SetAside& aside) { return outside(aside.finding); });
}

}  // namespace

const std::vector<const Requirement*>& catalogue() {
  static const std::vector<const Requirement*> all = [] {
    std::vector<const Requirement*> rows;
    for (const Requirement& row : yaml_requirements()) rows.push_back(&row);
    for (const Requirement& row : structural_requirements()) rows.push_back(&row);
    for (const Chapter chapter : chapters)
      for (const Rule& rule : chapter()) rows.push_back(&rule.what);
    return rows;
  }();
  return all;
}

const Requirement* find_requirement(std::string_view word) {
  for (const Requirement* row : catalogue())
    if (same_ignoring_case(word, row->id) || same_ignoring_case(word, row->name)) return row;
  return nullptr;
}

bool chooses(std::string_view word, const Requirement& row) {
  if (same_ignoring_case(word, row.id) || same_ignoring_case(word, row.name) ||
      same_ignoring_case(word, family(row.id)))
    return true;
  if (begins_id(word, row.id)) return true;
  for (const std::string_view clause : clause_ids(row.clauses))
    if (lies_in(clause, word)) return true;
  return false;
}

bool can_be_set_aside(const Requirement& row) {
  return row.nature != Nature::format && !row.by_format && !is_about_exceptions(row);
}

bool CheckRequest::takes(const Requirement& row) const {
  return (only.empty() || std::find(only.begin(), only.end(), &row) != only.end()) && selection.takes(row);
}

bool is_held(const Requirement& row, const Registry& registry, const CheckRequest& request, const Outcome& outcome) {
  if (!request.takes(row)) return false;
  const Registry* before = registry_of(request.base);
  const bool on = is_switched_on(row, registry.settings()) || (before && is_switched_on(row, before->settings()));
  if (row.in_detail && !request.details && request.selection.select.empty()) return false;
  return on && is_judged_on(row, registry.day()) && severity_in(outcome.overrides, &row) != Severity::silent;
}

bool Selection::takes(const Requirement& row) const {
  const auto chosen = [&](const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return chooses(word, row); });
  };
  return (select.empty() || chosen(select)) && !chosen(ignore);
}

std::vector<const At<RuleId>*> unknown_rules(const Registry& registry) {
  std::vector<const At<RuleId>*> unknown;
  const auto look_at = [&](const At<RuleId>& rule) {
    if (rule.given() && !find_requirement(*rule)) unknown.push_back(&rule);
  };
  for (const SeverityOverride& item : registry.settings().severities) look_at(item.rule);
  for (const Waiver& waiver : registry.the<Waivers>().waivers) look_at(waiver.rule);
  return unknown;
}

Outcome check(const Loaded& loaded, const CheckRequest& request) {
  Outcome outcome;
  outcome.files = loaded.files;
  outcome.records = loaded.records;
  outcome.unreadable = loaded.unreadable;
  outcome.faulty_settings = loaded.faulty_settings;
  for (const At<RuleId>* rule : unknown_rules(loaded.registry)) report_unknown(*rule, outcome);
  for (const Finding& finding : loaded.findings)
    if (outcome.faulty_settings ? is_about_settings(loaded.sources.path(finding.span)) : request.takes(*finding.of))
      outcome.findings.push_back(finding);
  if (!outcome.faulty_settings) {
    if (!request.strict) outcome.overrides = overrides_of(loaded.registry.settings());
    if (!request.strict && request.base) hold_back_overrides(loaded.registry, *request.base, outcome);
    if (request.base) tell_held_back(loaded, *request.base, outcome);
    outcome.idle = std::none_of(catalogue().begin(), catalogue().end(), [&](const Requirement* row) {
      return is_held(*row, loaded.registry, request, outcome);
    });
    run_rules(loaded.registry, request, files_to_judge(loaded, request), outcome);
    set_aside(loaded, request, outcome);
    drop_implied(outcome.findings);
    change_severities(outcome);
  }
  narrow(AskedFiles(loaded.sources, request.within), outcome);
  sort_by_place(loaded.sources, outcome);
  return outcome;
}

}  // namespace nastavnik
