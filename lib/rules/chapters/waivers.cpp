// What the exceptions themselves are held to.

#include "model/kinds/waivers.h"

#include "rules/catalogue.h"
#include "rules/rule.h"
#include "rules/waiver_rules.h"

namespace nastavnik {
namespace {

void outlives_year(Check& check) {
  for (const Waiver& waiver : check.each(check.registry().the<Waivers>().waivers)) {
    if (!check.given(waiver.decided_on, waiver.until)) continue;
    const Date last = school_year(*waiver.decided_on).to;
    if (*waiver.until > last)
      check.found(waiver.until, {"самый поздний день: {}", "the latest day: {}"}, last)
          .also(waiver.decided_on, {"решено в этом учебном году", "decided in this school year"});
  }
}

void not_allowed(Check& check) {
  for (const Waiver& waiver : check.each(check.registry().the<Waivers>().waivers)) {
    const Requirement* row = check.given(waiver.rule) ? find_requirement(*waiver.rule) : nullptr;
    if (row && !can_be_set_aside(*row))
      check.found(waiver.rule, {"это не правило положения: {}", "this is no rule of the regulation: {}"}, row->title);
  }
}

constexpr Rule waiver_rows[] = {
    {{.id = "W-1",
      .name = "waiver-unused",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"исключение ничего не исключает", "a waiver waives nothing"},
      .remedy = {"уберите исключение из waivers.yaml: нарушения, ради которого его сделали, больше нет",
                 "remove the waiver from waivers.yaml: what it was made for is no longer there"},
      .scope = Scope::registry}},
    {{.id = "W-2",
      .name = "waiver-outlives-year",
      .nature = Nature::inference,
      .title = {"исключение действует дольше учебного года", "a waiver outlives its school year"},
      .remedy = {"ограничьте срок концом учебного года; на следующий год решают заново",
                 "end it with the school year; the next year is decided anew"}},
     outlives_year},
    {{.id = "W-3",
      .name = "waiver-not-allowed",
      .nature = Nature::inference,
      .title = {"от этого требования исключений не бывает", "this requirement cannot be waived"},
      .remedy = {"исправьте саму запись и уберите исключение", "mend the record itself and remove the waiver"}},
     not_allowed},
    {{.id = "W-4",
      .name = "baseline-stale",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"строка baseline.txt ничего не закрывает", "a line of baseline.txt covers nothing"},
      .remedy = {"уберите лишние строки: nastavnik baseline prune", "remove such lines: nastavnik baseline prune"},
      .scope = Scope::registry}},
};

}  // namespace

std::span<const Rule> waiver_rules();
std::span<const Rule> waiver_rules() { return waiver_rows; }

const Requirement& row_of(WaiverFault fault) { return waiver_rows[static_cast<std::size_t>(fault)].what; }

}  // namespace nastavnik
