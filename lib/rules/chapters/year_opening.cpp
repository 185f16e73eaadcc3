// The appendix, row 1: the school year that nobody has opened.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/years.h"
#include "model/notions/banks.h"
#include "model/notions/positions.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"
#include "model/notions/working_days.h"
#include "rules/questions/days.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Where the finding stands: the newest file of years/, else the school's.
Span place_of_newest(const Check& check) {
  const SchoolYear* newest = nullptr;
  for (const SchoolYear& year : check.all<SchoolYear>())
    if (!newest || newest->id < year.id) newest = &year;
  return newest ? newest->span : check.registry().organization().span;
}

std::vector<Words> waiting_people(const Check& check) {
  std::vector<Words> names;
  for (const WaitingMentee& waiting : waiting_on(check.registry(), check.day()))
    names.push_back(check.who(waiting.mentee->id));
  return names;
}

std::vector<Words> free_mentors(const Check& check) {
  std::vector<Words> names;
  for (const std::string_view mentor : mentors_in_office(check.registry(), check.day()))
    if (free_places_of(check.registry(), mentor, check.day()) > 0) names.push_back(check.who(mentor));
  return names;
}

Words list_or_none(const std::vector<Words>& names) {
  return names.empty() ? Words(Text{"никто", "nobody"}) : joined(names);
}

template <class Entry>
bool has_in_bank(const Check& check) {
  const Table<Entry>& bank = check.all<Entry>();
  return std::any_of(bank.begin(), bank.end(), [&](const Entry& entry) {
    return is_in_bank(entry, check.day()) == Verdict::yes && !is_erased(check.registry(), entry.id);
  });
}

bool has_people(const Check& check) { return has_in_bank<Mentor>(check) || has_in_bank<Mentee>(check); }

void school_year_not_opened(Check& check) {
  const Period year = school_year(check.day());
  const auto since = regulated_since(check);
  if (!since || *since > check.day() || file_of_year(check.registry(), check.day()) || !has_people(check)) return;
  // A school that begins with the regulation in summer opens the year to come.
  constexpr int summer = 92;
  if (*since > year.to - summer && file_of_year(check.registry(), year.to + 1)) return;
  const WorkingDays& calendar = check.working_days();
  const Date second_working_day = calendar.last_of(2, year.from - 1);
  if (!reads_days(check, calendar, year.from - 1, second_working_day)) return;
  const Span place = place_of_newest(check);
  if (check.day() < second_working_day || !check.sees_all<SchoolYear>(place)) return;
  check.found(
      place,
      {"файла years/{}.yaml нет; году нужны дорожная карта (roadmap) и актуализация сведений (needs_reviews); ждут "
       "пары: {}; свободны наставники: {}",
       "there is no years/{}.yaml; the year needs a roadmap (roadmap) and a review of needs (needs_reviews); "
       "waiting for a pair: {}; free mentors: {}"},
      id_of(year), list_or_none(waiting_people(check)), list_or_none(free_mentors(check)));
}

constexpr Rule year_opening_rows[] = {
    {{.id = "RM1-3",
      .name = "school-year-not-opened",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "row.1,11.2,11.4",
      .phrase = "Подготовка условий для реализации системы наставничества",
      .title = {"учебный год начался, а файла этого года нет", "the school year has begun and has no file"},
      .remedy = {"создайте файл года в years/, внесите дорожную карту и актуализацию сведений о наставляемых",
                 "create the year's file in years/ and enter the roadmap and the review of who needs mentoring"},
      .scope = Scope::registry},
     school_year_not_opened},
};

}  // namespace

std::span<const Rule> year_opening_rules();
std::span<const Rule> year_opening_rules() { return year_opening_rows; }

}  // namespace nastavnik
