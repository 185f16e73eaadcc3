// What is done once a school year: the review of needs, statistics, monitoring, the report, the opening of the next year;
// and the regulation itself.

#include "model/kinds/years.h"

#include <algorithm>

#include "agenda/duty.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/notions/banks.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/years.h"

namespace nastavnik {
namespace {

using Reviews = YearItems<NeedsReview>;

bool is_basis(const Ahead& ahead, YearBasis basis) {
  const auto& given = ahead.registry().settings().year_basis;
  return given.given() && *given == basis;
}

/// Whether the year lacks a review; while one cannot be read, that is noted.
bool lacks_review(Ahead& ahead, const Reviews& reviews, const Period& year) {
  if (!reviews.in(year).empty()) return false;
  if (!reviews.complete) ahead.check().undecided(place_of_year(ahead.check(), year));
  return reviews.complete;
}

/// A year of its own after each review.
void review_within_a_year(Ahead& ahead, const Reviews& reviews, Date since) {
  constexpr int days_of_year = 365;
  Date last = since - 1;
  for (const NeedsReview* review : reviews.items) last = std::max(last, *review->date);
  if (!reviews.complete) return ahead.check().undecided(place_of_year(ahead.check(), school_year(last)));
  const Date due = last + days_of_year - 1;
  ahead.add({.day = due,
             .reminders = {add_months(due, -1)},
             .place = place_of_year(ahead.check(), school_year(due + 1)),
             .occasion = iso(due)});
}

/// Reminded of a month before: by default from 1 May.
void needs_review(Ahead& ahead) {
  const auto since = regulated_since(ahead.check());
  if (!since) return;
  const Reviews reviews = items_of_years(ahead.check(), &SchoolYear::needs_reviews);
  if (is_basis(ahead, YearBasis::rolling)) return review_within_a_year(ahead, reviews, *since);
  const YearOf year_of = is_basis(ahead, YearBasis::calendar) ? calendar_year : school_year;
  for (Period year = year_of(*since); year.from <= ahead.until(); year = year_of(year.to + 1)) {
    const bool is_over = year.to < ahead.today();
    const Date due = is_over ? year.to : day_within(year, *ahead.limits().review_due) - 1;
    if (is_asked_for(year, *since) && due <= year.to && lacks_review(ahead, reviews, year))
      ahead.add({.day = due,
                 .reminders = {add_months(due + 1, -1)},
                 .place = place_of_year(ahead.check(), year),
                 .occasion = iso(year.from),
                 .stated = is_over});
  }
}

/// In the autumn, when pairs are formed; nothing is late after it.
void autumn_review(Ahead& ahead) {
  constexpr int days_of_september = 30, days_of_august = 31;
  const auto since = regulated_since(ahead.check());
  const Period year = school_year(ahead.today());
  const Date due = year.from + days_of_september - 1;
  if (!since || *since > due || due < ahead.today() || is_basis(ahead, YearBasis::calendar)) return;
  const Reviews reviews = items_of_years(ahead.check(), &SchoolYear::needs_reviews);
  if (lacks_review(ahead, reviews, {year.from - days_of_august, year.to}))
    ahead.add(
        {.day = due, .reminders = {year.from}, .place = place_of_year(ahead.check(), year), .occasion = iso(due)});
}

/// Whether programmes ran in the school year up to the day, or will if they go on as they do.
bool any_program_until(Ahead& ahead, Date day) {
  const Period days{school_year(day).from, day};
  const Table<Program>& programs = ahead.registry().all<Program>();
  return std::any_of(programs.begin(), programs.end(), [&](const Program& program) {
    const auto period = period_of(program);
    const At<Day> end = end_of_term(program, ahead.today());
    if (!period || program.cancelled.given()) return false;
    const Date last = program.completion.given() || !end.given() ? period->to : std::max(*end, ahead.today());
    return Period{period->from, last}.meets(days);
  });
}

/// The days on which statistics are gathered, from the year before to the end of the days asked about; in order.
std::vector<Date> days_of_statistics(const Ahead& ahead) {
  std::vector<Date> days;
  for (int year = ahead.today().year() - 1; year <= ahead.until().year(); ++year)
    for (const auto& due : ahead.limits().statistics_due) days.push_back(day_within(calendar_year({year, 1, 1}), *due));
  std::sort(days.begin(), days.end());
  return days;
}

/// What was gathered up to a month before the day, and before the month before the next one, is that of the day.
void statistics(Ahead& ahead) {
  constexpr int days_early = 30;
  const auto since = regulated_since(ahead.check());
  if (!since) return;
  const auto gathered = items_of_years(ahead.check(), &SchoolYear::statistics);
  const std::vector<Date> days = days_of_statistics(ahead);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Date next = i + 1 < days.size() ? days[i + 1] : end_of_time;
    if (days[i] < *since || next - days_early <= ahead.today() || !any_program_until(ahead, days[i])) continue;
    if (!gathered.in({days[i] - days_early, next - days_early - 1}).empty()) continue;
    if (!gathered.complete) return ahead.check().undecided(place_of_year(ahead.check(), school_year(days[i])));
    ahead.add({.day = days[i], .place = place_of_year(ahead.check(), school_year(days[i])), .occasion = iso(days[i])});
  }
}

template <class Entry>
bool has_in_bank(const Ahead& ahead) {
  return !bank_on<Entry>(ahead.registry(), ahead.today()).empty();
}

/// Where the check shows that a year is not opened.
Span place_of_newest_year(const Registry& registry) {
  const SchoolYear* newest = nullptr;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    if (!newest || newest->id < year.id) newest = &year;
  return newest ? newest->span : registry.organization().span;
}

/// From 1 August; on the second working day of September the check asks for it.
void year_opening(Ahead& ahead) {
  constexpr int days_of_august = 31;
  const auto since = regulated_since(ahead.check());
  if (!since || (!has_in_bank<Mentor>(ahead) && !has_in_bank<Mentee>(ahead))) return;
  for (Period year = school_year(ahead.today()); year.from <= ahead.until() + days_of_august;
       year = next_school_year(year)) {
    if (file_of_year(ahead.registry(), year.from) || *since > year.to) continue;
    const Date due = ahead.calendar().last_of(1, year.from - 1);
    if (ahead.check().sees_all<SchoolYear>(ahead.registry().organization()))
      ahead.add({.day = due,
                 .reminders = {year.from - days_of_august},
                 .place = place_of_newest_year(ahead.registry()),
                 .occasion = iso(year.from),
                 .step = "nastavnik open-year {year}"});
  }
}

/// The first day to come on which a pair or a programme begins.
std::optional<Date> first_start(const Ahead& ahead) {
  std::optional<Date> first;
  const auto look_at = [&](const At<Day>& start) {
    if (start.given() && *start > ahead.today() && (!first || *start < *first)) first = *start;
  };
  for (const Pair& pair : ahead.registry().all<Pair>()) look_at(pair.start);
  for (const Program& program : ahead.registry().all<Program>())
    if (program.cancelled.absent()) look_at(program.start);
  return first;
}

/// Before anything begins by it; once something has begun, the check asks for it.
void regulation_approval(Ahead& ahead) {
  const Registry& registry = ahead.registry();
  const Regulation& regulation = registry.regulation();
  if (regulation.broken || regulation.approved_on.given() || !regulation.previous.absent()) return;
  const std::optional<Date> start = first_start(ahead);
  const bool is_set = regulation.effective_from.given() && *regulation.effective_from >= ahead.today();
  if (!start && !is_set) return;
  const Date day = is_set ? *regulation.effective_from : ahead.before(*start);
  if (day < ahead.today()) return;
  ahead.add({.day = day,
             .place = registry.has<Regulation>() ? regulation.span : registry.organization().span,
             .stated = is_set});
}

void regulation_begins(Ahead& ahead) {
  const Regulation& regulation = ahead.registry().regulation();
  if (!regulation.approved_on.given()) return;
  if (regulation.effective_from.given() && *regulation.effective_from >= ahead.today())
    ahead.add({.day = *regulation.effective_from, .place = regulation.effective_from.span});
}

constexpr Duty year_rows[] = {
    {.id = "needs-review",
     .what = {"уточнить, кому из педагогов нужен наставник", "review who of the teachers needs a mentor"},
     .of_several = {"уточнить, кому из педагогов нужен наставник", "review who of the teachers needs a mentor"},
     .clauses = "11.2",
     .limits = "review_due",
     .rules = "P11.2-1",
     .step = "nastavnik review",
     .look = needs_review},
    {.id = "needs-review-autumn",
     .what = {"уточнить к началу работы пар, кому нужен наставник",
              "review who needs a mentor before pairs are formed"},
     .of_several = {"уточнить к началу работы пар, кому нужен наставник",
                    "review who needs a mentor before pairs are formed"},
     .clauses = "11.2",
     .step = "nastavnik review",
     .ours = true,
     .look = autumn_review},
    {.id = "statistics",
     .what = {"собрать статистику участников", "gather the statistics of participants"},
     .of_several = {"собрать статистику участников", "gather the statistics of participants"},
     .clauses = "11.12",
     .limits = "statistics_due",
     .rules = "P11.12-1",
     .step = "nastavnik report statistics --save",
     .look = statistics},
    {.id = "statistics-of-year",
     .what = {"записать статистику учебного года", "record the statistics of the school year"},
     .of_several = {"записать статистику учебных лет", "record the statistics of school years"},
     .clauses = "11.12",
     .rules = "P11.12-1",
     .step = "nastavnik report statistics --year {year} --save",
     .ours = true},
    {.id = "final-report",
     .what = {"составить итоговый аналитический отчёт", "draw up the final analytical report"},
     .of_several = {"составить итоговые аналитические отчёты", "draw up final analytical reports"},
     .clauses = "11.11",
     .limits = "report_due",
     .rules = "P11.11-1",
     .step = "nastavnik report final --year {year}"},
    {.id = "monitoring",
     .what = {"провести мониторинг с участием руководителя", "hold the monitoring together with the head"},
     .of_several = {"провести мониторинг с участием руководителя", "hold the monitoring together with the head"},
     .clauses = "11.10,row.6",
     .rules = "P11.10-1",
     .step = "nastavnik monitor",
     .ours = true},
    {.id = "conference",
     .what = {"провести школьную конференцию или семинар", "hold a school conference or seminar"},
     .of_several = {"провести школьную конференцию или семинар", "hold a school conference or seminar"},
     .clauses = "row.6",
     .rules = "RM6-2",
     .step = "nastavnik event",
     .ours = true},
    {.id = "round-table",
     .what = {"провести круглый стол с лучшими практиками", "hold a round table with best practices"},
     .of_several = {"провести круглый стол с лучшими практиками", "hold a round table with best practices"},
     .clauses = "row.6",
     .rules = "RM6-3",
     .step = "nastavnik event",
     .ours = true},
    {.id = "best-practice",
     .what = {"описать лучший опыт учебного года", "describe the best practice of the school year"},
     .of_several = {"описать лучший опыт учебных лет", "describe the best practices of school years"},
     .clauses = "11.6",
     .rules = "P11.6-2",
     .step = "nastavnik new practice",
     .ours = true},
    {.id = "year-opening",
     .what = {"открыть учебный год: дорожная карта, кому нужен наставник, статистика",
              "open the school year: roadmap, who needs a mentor, statistics"},
     .of_several = {"открыть учебный год", "open the school year"},
     .clauses = "row.1,11.2,11.4",
     .rules = "RM1-3",
     .step = "nastavnik open-year {year}",
     .ours = true,
     .look = year_opening},
    {.id = "new-law",
     .what = {"сверить положение с новым законом или актом", "compare the regulation with the new law or act"},
     .of_several = {"сверить положение с новыми законами", "compare the regulation with new laws"},
     .clauses = "24",
     .rules = "P24-2",
     .step = "nastavnik set regulation reviewed",
     .tells = true},
    {.id = "regulation-approval",
     .what = {"утвердить положение приказом", "approve the regulation by an order"},
     .of_several = {"утвердить положение приказом", "approve the regulation by an order"},
     .clauses = "8,23",
     .rules = "P8-1",
     .step = "nastavnik sign regulation",
     .look = regulation_approval},
    {.id = "regulation-begins",
     .what = {"положение вступает в силу", "the regulation takes effect"},
     .of_several = {"положение вступает в силу", "the regulation takes effect"},
     .clauses = "23",
     .step = "nastavnik document regulation",
     .look = regulation_begins},
};

}  // namespace

std::span<const Duty> year_duties() { return year_rows; }

}  // namespace nastavnik
