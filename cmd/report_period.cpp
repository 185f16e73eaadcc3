#include "cmd/report_period.h"

#include <algorithm>
#include <thread>

#include "model/ids.h"
#include "model/notions/school_years.h"

namespace nastavnik::cmd {
namespace {

std::optional<Period> asked_year(const Arguments& arguments) {
  const auto word = arguments.text("year");
  if (!word) return std::nullopt;
  SchoolYear year;
  year.id = *word;
  if (const auto period = period_of(year)) return period;
  throw UsageError{say({"«{}» — не учебный год (параметр --year)", "'{}' is no school year (option --year)"}, *word),
                   Text{"например: --year 2025-2026", "for example: --year 2025-2026"}};
}

std::optional<Period> asked_period(const Arguments& arguments) {
  const auto word = arguments.text("period");
  if (!word) return std::nullopt;
  const std::size_t dots = word->find("..");
  if (dots != std::string::npos) {
    const auto from = parse_date(std::string_view(*word).substr(0, dots)),
               to = parse_date(std::string_view(*word).substr(dots + 2));
    if (from && to && *from > *to)
      throw UsageError{say({"первый день {} позже последнего {} (параметр --period)",
                            "the first day {} is later than the last one {} (option --period)"},
                           *from, *to)};
    if (from && to) return Period{*from, *to};
  }
  throw UsageError{say({"«{}» — не период (параметр --period)", "'{}' is no period (option --period)"}, *word),
                   Text{"например: --period 2025-09-01..2025-12-31", "for example: --period 2025-09-01..2025-12-31"}};
}

unsigned threads() { return std::max(1U, std::thread::hardware_concurrency()); }

/// The part of the days that lies before the end of the day judged.
Period up_to(const Period& asked, Date day) {
  if (asked.from > day)
    throw UsageError{say({"дни отчёта начинаются {}, а записи — на {}",
                          "the days of the report begin on {}, the records are as of {}"},
                         asked.from, day),
                     Text{"другой день записей: --as-of", "another day of the records: --as-of"}};
  return {asked.from, std::min(asked.to, day)};
}

}  // namespace

OpenForReport open_for_report(const Arguments& arguments, Environment& environment) {
  if (arguments.given("year") && arguments.given("period"))
    throw UsageError{Text{"--year и --period вместе не бывают", "--year and --period do not go together"}};
  std::optional<Period> asked = asked_year(arguments);
  if (!asked) asked = asked_period(arguments);
  OpenForReport open;
  open.found = std::move(find_registries({}, environment).front());
  open.registry = open_registry(open.found, arguments, threads(), environment);
  Date day = open.registry.loaded->registry.day();
  if (asked && asked->to < day && !arguments.given("as-of")) {
    open.registry = open_registry(open.found, arguments, threads(), environment, asked->to);
    day = asked->to;
  }
  const Settings& settings = open.registry.loaded->registry.settings();
  if (settings.language.given()) environment.speak(*settings.language);
  if (open.registry.loaded->faulty_settings)
    throw UsageError{Text{"в nastavnik.yaml или waivers.yaml ошибки, считать по ним нельзя",
                          "nastavnik.yaml or waivers.yaml is faulty; nothing can be counted by them"},
                     Text{"что в них не так: nastavnik check", "what is wrong with them: nastavnik check"}};
  open.asked = asked.has_value();
  open.period = asked ? up_to(*asked, day) : Period{school_year(day).from, day};
  return open;
}

}  // namespace nastavnik::cmd
