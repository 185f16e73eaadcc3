#include "findings/summary.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/printable.h"
#include "findings/address.h"
#include "model/kinds/waivers.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

constexpr Noun undecided_case{{"случай", "case"}, {"случая", "cases"}, {"случаев", "cases"}};

constexpr Noun put_off{{"проверка отложена", "check is put off"},
                       {"проверки отложены", "checks are put off"},
                       {"проверок отложено", "checks are put off"}};

constexpr Noun finding_case{{"замечание", "finding"}, {"замечания", "findings"}, {"замечаний", "findings"}};

Count count(std::size_t number, const Noun& noun) { return {static_cast<long long>(number), noun}; }

void join(Words& all, const Words& more, std::string_view between) {
  if (!all.empty()) {
    all.ru += between;
    all.en += between;
  }
  all.ru += more.ru;
  all.en += more.en;
}

void add(BySeverity& findings, const Finding& finding) {
  if (finding.severity != Severity::silent) findings[static_cast<std::size_t>(finding.severity)] += 1 + finding.more;
}

void add(Tally& sum, const SetAside& aside) {
  if (!aside.waiver) {
    ++sum.old;
    return;
  }
  const Date until = *aside.waiver->until;
  const bool first = sum.waived++ == 0;
  sum.waived_longer |= !first && until != sum.waived_until;
  sum.waived_until = first ? until : std::min(until, sum.waived_until);
}

std::size_t total(const BySeverity& findings) { return findings[0] + findings[1] + findings[2]; }

Words verdict(const Tally& tally) {
  if (const auto found = counted(tally.findings); !found.empty()) return say({"Найдено: {}.", "Found: {}."}, found);
  if (tally.idle) {
    return {
        "Ничего не проверено: выбранные правила выключены в nastavnik.yaml (packs, severities) или в этот день не действуют.",
        "Nothing was checked: the rules chosen are switched off in nastavnik.yaml (packs, severities), or hold on other days."};
  }
  if (tally.records == 0) {
    return {"Проверять нечего: не прочитано ни одной записи.", "Nothing to check: no record was read."};
  }
  if (tally.undecided > 0 || tally.unreadable || tally.faulty_settings) {
    return {"Нарушений не найдено, но проверено не всё.", "Nothing was found, but not everything was checked."};
  }
  return {"Нарушений нет.", "All is well."};
}

Words what_was_read(const Tally& tally, Counting counting) {
  const auto records = count(tally.records, noun::record);
  const auto files = count(tally.files, noun::file);
  if (counting == Counting::records) return say({"Прочитано: {}, {}.", "Read: {} in {}."}, records, files);
  return say({"Прочитано: {}, {}; проверено {}.", "Read: {} in {}; {} checked."}, records, files,
             count(tally.rules, noun::rule));
}

Words left_out(const Tally& tally) {
  return say({"Ещё {} помягче не показано (--severity).", "{} more of lower severity not shown (--severity)."},
             count(tally.milder, finding_case));
}

/// «6 по исключениям, первое до 2025-11-29 (waivers.yaml)».
Words waived(const Tally& tally) {
  const Date until = tally.waived_until;
  if (tally.waived_longer)
    return say({"{} по исключениям, первое до {} (waivers.yaml)", "{} waived, the first until {} (waivers.yaml)"},
               tally.waived, until);
  return say({"{} по исключениям до {} (waivers.yaml)", "{} waived until {} (waivers.yaml)"}, tally.waived, until);
}

/// What does not count: «1 по исключениям, 12 старых».
Words not_counted(const Tally& tally) {
  Words all;
  if (tally.waived > 0) join(all, waived(tally), ", ");
  if (tally.old > 0) join(all, say({"{} из старых (baseline.txt)", "{} old (baseline.txt)"}, tally.old), ", ");
  return say({"Не в счёт: {}.", "Not counted: {}."}, all);
}

Words held_back_line(const CheckedRegistry& registry, const HeldBack& held) {
  return say({"Пока не действует: {}: {}", "Not in effect yet: {}: {}"}, shown_place(registry, held.span), held.what);
}

Words day_of(const CheckedRegistry& registry) {
  const auto origin = [&]() -> Text {
    switch (registry.origin) {
      case DayOrigin::option: return {"из параметра --as-of", "from the option --as-of"};
      case DayOrigin::registry: return {"as_of в nastavnik.yaml", "as_of in nastavnik.yaml"};
      case DayOrigin::clock: break;
    }
    return {"сегодня", "today"};
  };
  return say({"{} ({})", "{} ({})"}, registry.as_of, origin());
}

Words days(std::span<const CheckedRegistry> registries) {
  const bool one = std::ranges::all_of(registries, [&](const CheckedRegistry& registry) {
    return std::tie(registry.as_of, registry.origin) == std::tie(registries.front().as_of, registries.front().origin);
  });
  Words all;
  for (const auto& registry : registries.first(one ? std::min<std::size_t>(1, registries.size()) : registries.size())) {
    const auto root = printable(registry.root);
    join(all, one ? day_of(registry) : say({"{} — {}", "{} — {}"}, root, day_of(registry)), "; ");
  }
  return say({"День проверки: {}.", "Day of the check: {}."}, all);
}

/// The rules that were left undecided, with how many times where it was more than once.
Words undecided_rules(std::span<const CheckedRegistry> registries) {
  std::map<std::string_view, std::size_t> times;
  for (const auto& registry : registries) {
    for (const auto& undecided : registry.outcome->undecided) ++times[undecided.of->id];
  }
  Words all;
  for (const auto& [id, number] : times) {
    const auto shown = number == 1 ? std::string(id) : fmt::format("{} × {}", id, number);
    join(all, {shown, shown}, ", ");
  }
  return all;
}

/// How many judgements wait, and for what.
Words undecided(const Tally& tally) {
  const Count number = count(tally.undecided, put_off);
  if (tally.faulty_records)
    return say({"Ещё {}, пока не исправлены ошибки выше.", "Besides, {} until the errors above are mended."}, number);
  return say({"Ещё {}: нужных сведений не видно.", "Besides, {}: what they ask about cannot be seen."}, number);
}

Words first_undecided(std::span<const CheckedRegistry> registries) {
  const auto first =
      std::ranges::find_if(registries, [](const auto& registry) { return !registry.outcome->undecided.empty(); });
  const Span span = first->outcome->undecided.front().span;
  const std::string place = shown_place(*first, span);
  const auto with_people = [&](Language language) {
    const std::string people = shown_people(*first, span, language);
    return people.empty() ? place : fmt::format("{} ({})", place, people);
  };
  return {with_people(Language::ru), with_people(Language::en)};
}

/// Which rules were left undecided.
Words undecided_in_detail(std::span<const CheckedRegistry> registries, const Tally& tally) {
  return say({"Не решено: {} ({}): нужные сведения испорчены или не видны; первое место: {}.",
              "Not decided: {} ({}): what they ask about is broken or cannot be seen; the first place: {}."},
             count(tally.undecided, undecided_case), undecided_rules(registries), first_undecided(registries));
}

/// What the undecided say of themselves, each once.
void add_reasons(std::vector<Words>& lines, std::span<const CheckedRegistry> registries) {
  std::map<std::string_view, const Words*> reasons;
  for (const auto& registry : registries)
    for (const auto& undecided : registry.outcome->undecided)
      if (!undecided.why.empty()) reasons.emplace(undecided.why.ru, &undecided.why);
  for (const auto& [key, why] : reasons)
    lines.push_back(say({"Не решено, потому что {}.", "Not decided because {}."}, *why));
}

Words override_line(const CheckedRegistry& registry, const Override& changed, bool name_the_root) {
  const auto root = name_the_root ? printable(registry.root) + ": " : std::string{};
  return say({"Строгость изменена: {}{} {} → {}: {}", "Severity changed: {}{} {} → {}: {}"}, root,
             id_and_name(*changed.of), severity_id(changed.of->severity), severity_id(changed.severity),
             printable(changed.reason));
}

void add_reservations(std::vector<Words>& lines, std::span<const CheckedRegistry> registries, const Tally& tally,
                      Counting counting) {
  if (tally.faulty_settings) {
    lines.push_back({"Настройки (nastavnik.yaml, waivers.yaml) с ошибками: остальное не проверялось.",
                     "The settings (nastavnik.yaml, waivers.yaml) are faulty: nothing else was checked."});
  }
  if (tally.unreadable) {
    lines.push_back({"Часть файлов прочитать не удалось: итог неполон.",
                     "Some files could not be read: the result is incomplete."});
  }
  if (tally.undecided > 0) {
    lines.push_back(undecided(tally));
    if (counting == Counting::records_and_rules)
      lines.push_back(undecided_in_detail(registries, tally));
    else if (!tally.faulty_records)
      join(lines.back(), say({"Первое место: {}.", "The first place: {}."}, first_undecided(registries)), " ");
    add_reasons(lines, registries);
  }
  if (tally.fixable > 0)
    lines.push_back(
        say({"Из них {} исправит команда nastavnik fix.", "Of these nastavnik fix mends {}."}, tally.fixable));
  if (tally.milder > 0 && !is_clean(tally)) lines.push_back(left_out(tally));
  if (tally.waived + tally.old > 0 && !is_clean(tally)) lines.push_back(not_counted(tally));
  for (const auto& registry : registries) {
    for (const auto& changed : registry.outcome->overrides) {
      lines.push_back(override_line(registry, changed, registries.size() > 1));
    }
    for (const auto& held : registry.outcome->held_back) lines.push_back(held_back_line(registry, held));
  }
}

/// The first finding of the gravest severity.
const Finding* gravest(std::span<const CheckedRegistry> registries) {
  const Finding* found = nullptr;
  for (const auto& registry : registries) {
    for (const auto& finding : registry.outcome->findings) {
      if (!found || finding.severity < found->severity) found = &finding;
    }
  }
  return found;
}

}  // namespace

Tally tally(std::span<const CheckedRegistry> registries) {
  Tally sum;
  for (const auto& registry : registries) {
    const auto& outcome = *registry.outcome;
    sum.files += outcome.files;
    sum.records += outcome.records;
    sum.rules = std::max(sum.rules, outcome.rules);
    sum.undecided += outcome.undecided.size();
    sum.milder += outcome.milder;
    sum.unreadable |= outcome.unreadable;
    sum.faulty_settings |= outcome.faulty_settings;
    sum.idle |= outcome.idle;
    for (const auto& aside : outcome.set_aside) add(sum, aside);
    for (const auto& finding : outcome.findings) {
      add(sum.findings, finding);
      if (finding.fix && finding.fix->safe) ++sum.fixable;
      sum.faulty_records |= finding.of->nature == Nature::format && finding.severity == Severity::error;
    }
  }
  return sum;
}

std::vector<RuleCount> count_by_rule(std::span<const CheckedRegistry> registries) {
  std::map<std::string_view, RuleCount> by_id;
  for (const auto& registry : registries) {
    for (const auto& finding : registry.outcome->findings) {
      auto& rule = by_id[finding.of->id];
      rule.of = finding.of;
      add(rule.findings, finding);
      rule.total = total(rule.findings);
    }
  }
  std::vector<RuleCount> all;
  for (const auto& [id, rule] : by_id) all.push_back(rule);
  std::ranges::stable_sort(all, std::greater{}, &RuleCount::total);
  return all;
}

Words counted(const BySeverity& findings) {
  constexpr std::array nouns{&noun::error, &noun::warning, &noun::advice};
  Words all;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i] == 0) continue;
    const auto number = count(findings[i], *nouns[i]);
    join(all, {said(number, Language::ru), said(number, Language::en)}, ", ");
  }
  return all;
}

bool is_clean(const Tally& tally) {
  return tally.records > 0 && !tally.idle && total(tally.findings) == 0 && tally.undecided == 0 && !tally.unreadable &&
         !tally.faulty_settings;
}

Counting counting(const RenderOptions& options) {
  return options.verbose ? Counting::records_and_rules : Counting::records;
}

std::vector<Words> summary(std::span<const CheckedRegistry> registries, Counting counting) {
  const auto sum = tally(registries);
  std::vector<Words> lines;
  if (is_clean(sum)) {
    lines.push_back(summary_in_one_line(registries, counting));
    add_reservations(lines, registries, sum, counting);
    return lines;
  }
  lines = {verdict(sum), what_was_read(sum, counting)};
  add_reservations(lines, registries, sum, counting);
  lines.push_back(days(registries));
  if (const auto* worst = gravest(registries)) {
    lines.push_back(say({"Дальше: nastavnik explain {}", "Next: nastavnik explain {}"}, worst->of->id));
  }
  return lines;
}

Words summary_in_one_line(std::span<const CheckedRegistry> registries, Counting counting) {
  const auto sum = tally(registries);
  Words line = verdict(sum);
  if (sum.undecided > 0) {
    join(line, undecided(sum), " ");
  }
  if (sum.waived + sum.old > 0) join(line, not_counted(sum), " ");
  if (sum.milder > 0) join(line, left_out(sum), " ");
  join(line, what_was_read(sum, counting), " ");
  join(line, days(registries), " ");
  return line;
}

}  // namespace nastavnik
