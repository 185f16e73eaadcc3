// Clause 7: how often pairs meet, and for what.

#include <algorithm>
#include <map>

#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/notions/participation.h"
#include "reports/evidence.h"
#include "reports/reports.h"

namespace nastavnik::reports {
namespace {

struct Tally {
  long long meetings = 0;
  long long minutes = 0;
  long long timed = 0;  ///< meetings of which the minutes are recorded
  long long visits = 0;
  Addresses records{};

  void add(const Meeting& meeting, const Pair& pair) {
    ++meetings;
    if (meeting.form.given() && *meeting.form == MeetingForm::visit) ++visits;
    if (std::string address = address_told(pair); records.empty() || records.back() != address)
      records.push_back(std::move(address));
    if (!meeting.duration.given()) return;
    ++timed;
    minutes += *meeting.duration;
  }
};

/// The year and the month.
using Month = std::pair<int, unsigned>;

struct PairMeetings {
  const Pair* pair = nullptr;
  Tally all{};
  std::map<Month, Tally> months{};
};

struct Meetings {
  std::vector<PairMeetings> pairs{};          ///< of the period, those that did not meet too
  std::map<std::string_view, Tally> forms{};  ///< by code; an empty one of meetings that do not say what they were
  Tally all{};
};

PairMeetings meetings_of(const Pair& pair, const Period& period, Meetings& found) {
  PairMeetings here{&pair};
  for (const Meeting& meeting : pair.meetings) {
    if (!meeting.date.given() || !period.holds(*meeting.date)) continue;
    const std::string_view form = meeting.form.given() ? code_of(*meeting.form) : std::string_view();
    for (Tally* tally :
         {&here.all, &here.months[{meeting.date->year(), meeting.date->month()}], &found.forms[form], &found.all})
      tally->add(meeting, pair);
  }
  return here;
}

Meetings meetings_in(const ReportRequest& request) {
  Meetings found;
  const Participation took_part = participation_in(request.registry(), request.period);
  std::vector<const Pair*> pairs = took_part.pairs;
  pairs.insert(pairs.end(), took_part.groups.begin(), took_part.groups.end());
  std::sort(pairs.begin(), pairs.end(), [](const Pair* a, const Pair* b) { return a->id < b->id; });
  for (const Pair* pair : pairs) found.pairs.push_back(meetings_of(*pair, request.period, found));
  return found;
}

/// What is known of the minutes. Nobody has to write them down, so that none are no gap.
Cell minutes_of(const Tally& tally) {
  if (tally.timed == tally.meetings) return tally.minutes;
  if (tally.timed == 0) return Unsaid{{"не записаны", "not recorded"}};
  return say({"{}; у части встреч не записаны", "{}; of some meetings not recorded"}, tally.minutes);
}

Figures figures_of(const Meetings& found) {
  Addresses met, all;
  for (const PairMeetings& one : found.pairs) {
    all.push_back(address_told(*one.pair));
    if (one.all.meetings > 0) met.push_back(all.back());
  }
  const Addresses& records = found.all.records;
  return {"meetings",
          {"Сколько встреч", "How many meetings"},
          {
              {"meetings",
               {"Встреч", "Meetings"},
               found.all.meetings,
               {"встречи (meetings) с датой в дни периода у пар и групп, которые работали в эти дни",
                "meetings (meetings) dated within the period, of pairs and groups that worked in it"},
               records},
              {"meeting_minutes",
               {"Минут", "Minutes"},
               minutes_of(found.all),
               {"сумма минут этих встреч, где они записаны", "the sum of their minutes, where they are recorded"},
               records},
              {"lesson_visits",
               {"Посещений уроков и занятий", "Visits to lessons"},
               found.all.visits,
               {"из этих встреч те, у которых форма (form) — посещение", "those of form (form) visit"},
               records},
              {"pairs_that_met",
               {"Пар и групп, у которых встречи записаны", "Pairs and groups with meetings recorded"},
               Share{static_cast<long long>(met.size()), static_cast<long long>(all.size())},
               {"из пар и групп, которые работали хотя бы один день периода",
                "of the pairs and groups that worked on one day of the period at least"},
               all},
          }};
}

/// «10.2025».
Words month_words(const Month& month) {
  return say({"{}.{}", "{}/{}"}, fmt::format("{:02}", month.second), std::to_string(month.first));
}

Grid grid_of(std::string_view id, Words title, std::vector<GridColumn> columns, Words when_empty) {
  Grid grid{.id = id, .title = std::move(title), .columns = std::move(columns), .when_empty = std::move(when_empty)};
  grid.columns.push_back({"meetings", {"Встреч", "Meetings"}, true});
  grid.columns.push_back({"minutes", {"Минут", "Minutes"}, true});
  grid.columns.push_back({"visits", {"Посещений", "Visits"}, true});
  return grid;
}

GridRow row_of(std::vector<Cell> cells, const Tally& tally) {
  for (const Cell& number : {Cell(tally.meetings), minutes_of(tally), Cell(tally.visits)}) cells.push_back(number);
  return {std::move(cells), tally.records};
}

void add_tables(const ReportRequest& request, Report& report, const Meetings& found) {
  const Words none{"пар и групп за период не было", "there were no pairs or groups in the period"};
  Grid by_pair = grid_of("meetings_by_pair", {"По парам и группам", "By pair and group"},
                         {{"pair", {"Пара", "Pair"}}, {"who", {"Наставник – наставляемые", "Mentor – mentees"}}}, none);
  Grid by_month = grid_of("meetings_by_month", {"По парам и месяцам", "By pair and month"},
                          {{"pair", {"Пара", "Pair"}}, {"month", {"Месяц", "Month"}}},
                          {"встреч за период не записано", "no meetings are recorded in the period"});
  for (const PairMeetings& one : found.pairs) {
    const Cell pair = say({"{}", "{}"}, one.pair->id);
    by_pair.rows.push_back(row_of({pair, pair_words(request, *one.pair)}, one.all));
    by_pair.rows.back().records = {address_told(*one.pair)};
    for (const auto& [month, tally] : one.months) by_month.rows.push_back(row_of({pair, month_words(month)}, tally));
  }
  Grid by_form = grid_of("meetings_by_form", {"По форме встречи", "By form of the meeting"},
                         {{"form", {"Форма", "Form"}}}, by_month.when_empty);
  for (const Code& form : Codes<MeetingForm>::table)
    if (const auto tally = found.forms.find(form.code); tally != found.forms.end())
      by_form.rows.push_back(row_of({Words(form.label)}, tally->second));
  if (const auto unsaid = found.forms.find(""); unsaid != found.forms.end())
    by_form.rows.push_back(row_of({Unsaid{{"не указана", "not told"}}}, unsaid->second));
  report.add(std::move(by_pair));
  report.add(std::move(by_month));
  report.add(std::move(by_form));
}

void add_meetings(const ReportRequest& request, Report& report) {
  const Meetings found = meetings_in(request);
  report.add(figures_of(found));
  add_tables(request, report, found);
}

}  // namespace

ReportKind meetings_report();
ReportKind meetings_report() {
  return {.name = "meetings",
          .title = {"Встречи пар и групп", "Meetings of pairs and groups"},
          .summary = {"сколько встреч, минут и посещений уроков у каждой пары по месяцам",
                      "how many meetings, minutes and visits to lessons each pair had, by month"},
          .clauses = "7",
          .build = add_meetings};
}

}  // namespace nastavnik::reports
