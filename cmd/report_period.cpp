#include "cmd/report_period.h"

#include <algorithm>

#include "model/ids.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"

namespace nastavnik::cmd {
namespace {

std::optional<Period> asked_period(const Arguments& arguments) {
  const auto word = arguments.text("period");
  if (!word) return std::nullopt;
  const std::size_t dots = word->find("..");
  if (dots != std::string::npos) {
    const auto from = parse_date(std::string_view(*word).substr(0, dots)),
               to = parse_date(std::string_view(*word).substr(dots + 2));
    if (from && to && *from > *to)
      throw UsageError{say({"первый день {} позже последнего {} (параметр {})",
                            "the first day {} is later than the last one {} (option {})"},
                           *from, *to, arguments.spelled("period"))};
    if (from && to) return Period{*from, *to};
  }
  throw UsageError{
      say({"«{}» — не период (параметр {})", "'{}' is no period (option {})"}, *word, arguments.spelled("period")),
      Text{"например: --period 2025-09-01..2025-12-31", "for example: --period 2025-09-01..2025-12-31"}};
}

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

std::optional<Period> asked_year(const Arguments& arguments) {
  const auto word = arguments.text("year");
  if (!word) return std::nullopt;
  SchoolYear year;
  year.id = *word;
  if (const auto period = period_of(year)) return period;
  throw UsageError{say({"«{}» — не учебный год (параметр {})", "'{}' is no school year (option {})"}, *word,
                       arguments.spelled("year")),
                   Text{"например: --year 2025-2026", "for example: --year 2025-2026"}};
}

std::optional<Period> asked_days(const Arguments& arguments) {
  if (arguments.given("year") && arguments.given("period"))
    throw UsageError{say({"{} и {} вместе не бывают", "{} and {} do not go together"}, arguments.spelled("year"),
                         arguments.spelled("period"))};
  const std::optional<Period> year = asked_year(arguments);
  return year ? year : asked_period(arguments);
}

Period days_reported(const std::optional<Period>& asked, Date day) {
  return asked ? up_to(*asked, day) : Period{school_year(day).from, day};
}

}  // namespace nastavnik::cmd
