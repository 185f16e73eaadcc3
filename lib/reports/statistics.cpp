// Clause 11.12: how many take part in mentoring, on a day and over a period.

#include <map>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/participation.h"
#include "model/notions/programs.h"
#include "model/notions/topics.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "reports/years_compared.h"

namespace nastavnik::reports {
namespace {

Addresses of_participants(const Participation& found) {
  Addresses all = addresses<Mentor>(found.mentors);
  const Addresses mentees = addresses<Mentee>(found.mentees);
  all.insert(all.end(), mentees.begin(), mentees.end());
  return all;
}

/// Mentees of another model are shown where there are any.
void add_left_out(Figures& figures, const Participation& found) {
  if (found.left_out.empty()) return;
  figures.figures.push_back(
      {"left_out",
       {"Не учтены (не педагоги и не студенты)", "Left out (neither teachers nor students)"},
       counted(found.left_out.size()),
       {"наставляемые, у которых ни в один из дней в паре не было педагогической должности, у нас или у партнёра, и которые не студенты колледжа или вуза; пары, где все такие, и их программы тоже не считаются",
        "mentees who on none of their days in the pair had a teaching position, here or at a partner, and are no students of a college or university; pairs that have none but such, and their programmes, are not counted either"},
       addresses<Mentee>(found.left_out)});
}

Figures numbers(std::string_view id, Words title, const Participation& found) {
  Figures figures{
      id,
      std::move(title),
      {
          {"mentors",
           {"Наставников", "Mentors"},
           counted(found.mentors.size()),
           {"люди, которые хотя бы в один из дней были наставниками работавшей пары или группы; каждый один раз",
            "people who on one of the days at least were mentors of a working pair or group; each once"},
           addresses<Mentor>(found.mentors)},
          {"mentees",
           {"Наставляемых", "Mentees"},
           counted(found.mentees.size()),
           {"педагоги и студенты, которые хотя бы в один из дней входили в работавшую пару или группу как наставляемые; каждый один раз",
            "teachers and students who on one of the days at least belonged to a working pair or group as mentees; each once"},
           addresses<Mentee>(found.mentees)},
          {"participants",
           {"Участников всего", "Participants in all"},
           counted(found.participants()),
           {"наставники и наставляемые вместе; кто был и тем и другим, считается один раз",
            "mentors and mentees together; who was both is counted once"},
           of_participants(found)},
          {"pairs",
           {"Пар", "Pairs"},
           counted(found.pairs.size()),
           {"работали хотя бы один из дней, и в каждый из этих дней наставляемый был один",
            "worked on one of the days at least, with one mentee on each of them"},
           addresses(found.pairs)},
          {"groups",
           {"Групп", "Groups"},
           counted(found.groups.size()),
           {"работали хотя бы один из дней, и в какой-то из этих дней наставляемых было двое или больше",
            "worked on one of the days at least, with two or more mentees on one of them"},
           addresses(found.groups)},
          {"programs",
           {"Персонализированных программ", "Personalised programmes"},
           counted(found.programs.size()),
           {"начались не позже последнего из дней и не были завершены до первого",
            "began not later than the last of the days and were not completed before the first"},
           addresses(found.programs)},
      }};
  add_left_out(figures, found);
  return figures;
}

/// Records under a heading of a table, in the order of the codes.
struct Counted {
  Words title{};
  Addresses on_day{};
  Addresses in_period{};
};

using Tally = std::map<std::size_t, Counted>;

Grid table_of(std::string_view id, Words title, Words what, Words definition, const Tally& tally) {
  Grid grid{.id = id,
            .title = std::move(title),
            .definition = std::move(definition),
            .columns = {{"what", std::move(what)},
                        {"on_day", {"На дату", "On the day"}, true},
                        {"in_period", {"За период", "Over the period"}, true}},
            .when_empty = {"никого нет", "there is none"}};
  for (const auto& [code, counted_here] : tally)
    grid.rows.push_back(
        {{counted_here.title, counted(counted_here.on_day.size()), counted(counted_here.in_period.size())},
         counted_here.in_period});
  return grid;
}

/// Puts what one side of the statistics holds under its headings; `side` says which side.
using Sort = void (*)(const ReportRequest&, const Participation&, Addresses Counted::*, Tally&);

void by_role_form(const ReportRequest&, const Participation& found, Addresses Counted::*side, Tally& tally) {
  for (const auto* list : {&found.pairs, &found.groups})
    for (const Pair* pair : *list) {
      if (!pair->role_form.given()) continue;
      Counted& here = tally[static_cast<std::size_t>(*pair->role_form)];
      here.title = label_of(*pair->role_form);
      (here.*side).push_back(address_told(*pair));
    }
}

void by_kind(const ReportRequest& request, const Participation& found, Addresses Counted::*side, Tally& tally) {
  for (const Program* program : found.programs) {
    const EffectiveKinds kinds = effective_kinds(*program, request.day());
    if (!kinds.given()) continue;
    for (const auto& kind : *kinds) {
      Counted& here = tally[static_cast<std::size_t>(*kind)];
      here.title = label_of(*kind);
      (here.*side).push_back(address_told(*program));
    }
  }
}

void by_category(const ReportRequest& request, const Participation& found, Addresses Counted::*side, Tally& tally) {
  for (const std::string_view person : found.mentees) {
    const Mentee* entry = request.registry().all<Mentee>().find(person);
    const bool known = entry && entry->category.given();
    Counted& here = tally[known ? static_cast<std::size_t>(*entry->category) : Codes<MenteeCategory>::table.size()];
    here.title = known ? Words(label_of(*entry->category)) : no_data().words;
    (here.*side).push_back(address_told<Mentee>(person));
  }
}

void by_topic(const ReportRequest& request, const Participation& found, Addresses Counted::*side, Tally& tally) {
  std::map<std::string_view, std::size_t> places;
  for (const Code& code : Codes<Topic>::table) places.emplace(code.code, places.size());
  for (const OwnTopic& topic : request.registry().settings().topics)
    if (topic.code.given()) places.emplace(*topic.code, places.size());
  for (const Program* program : found.programs)
    for (const auto& topic : program->directions) {
      if (!topic.given()) continue;
      Counted& here = tally[places[*topic]];
      here.title = title_of_topic(request.registry(), *topic);
      (here.*side).push_back(address_told(*program));
    }
}

struct Parts {
  const Participation& on_day;
  const Participation& in_period;
};

void add_table(const ReportRequest& request, Report& report, const Parts& parts, Sort sort, std::string_view id,
               Words title, Words what, Words definition) {
  Tally tally;
  sort(request, parts.in_period, &Counted::in_period, tally);
  sort(request, parts.on_day, &Counted::on_day, tally);
  report.add(table_of(id, std::move(title), std::move(what), std::move(definition), tally));
}

void add_form_chart(const Report& report, Report& into) {
  BarChart chart{"forms_chart",
                 {"Пары и группы по формам наставничества", "Pairs and groups by form of mentoring"},
                 {},
                 {{{"за период", "over the period"}, {}}}};
  const auto& grid = std::get<Grid>(report.blocks.back());
  for (const GridRow& row : grid.rows) {
    chart.categories.push_back(std::get<Words>(row.cells[0]));
    chart.series[0].values.push_back(std::get<long long>(row.cells[2]));
  }
  if (!chart.categories.empty()) into.add(std::move(chart));
}

/// What the tables leave out because a record does not say it.
void note_gaps(const ReportRequest& request, Report& report, const Participation& found) {
  for (const std::string_view person : found.mentees) {
    const Mentee* entry = request.registry().all<Mentee>().find(person);
    if (!entry || !entry->category.given())
      report.missing({"категория наставляемого", "category of the mentee"},
                     address_told<Mentee>(person) + ".yaml: category");
  }
  for (const auto* list : {&found.pairs, &found.groups})
    for (const Pair* pair : *list)
      if (!pair->role_form.given())
        report.missing({"форма наставничества", "form of mentoring"}, address_told(*pair) + ".yaml: role_form");
}

/// Who and what took part on the day and over the period.
class Sides {
public:
  explicit Sides(const ReportRequest& request)
      : on_day_(participation_in(request.registry(), {request.day(), request.day()}, Mentees::of_this_model)),
        in_period_(participation_in(request.registry(), request.period, Mentees::of_this_model)) {}
  const Participation& on_day() const { return on_day_; }
  const Participation& in_period() const { return in_period_; }
  Parts parts() const { return {on_day_, in_period_}; }

private:
  Participation on_day_;
  Participation in_period_;
};

}  // namespace

void add_participants(const ReportRequest& request, Report& report) {
  const Sides sides(request);
  report.add(numbers("on_day", say({"На {}", "On {}"}, on_day(request.day())), sides.on_day()));
  report.add(
      numbers("in_period", say({"За период {}", "Over the period {}"}, days_of(request.period)), sides.in_period()));
}

void add_forms_and_kinds(const ReportRequest& request, Report& report) {
  const Sides sides(request);
  const Parts parts = sides.parts();
  add_table(request, report, parts, by_role_form, "forms", {"Формы наставничества", "Forms of mentoring"},
            {"Форма", "Form"}, {"пары и группы по форме (role_form)", "pairs and groups by form (role_form)"});
  add_form_chart(report, report);
  add_table(request, report, parts, by_kind, "kinds", {"Виды наставничества", "Kinds of mentoring"}, {"Вид", "Kind"},
            {"программы по виду с учётом изменений; программа с двумя видами стоит в двух строках",
             "programmes by kind, as amended; a programme of two kinds stands in two rows"});
  add_table(request, report, parts, by_category, "categories", {"Категории наставляемых", "Categories of mentees"},
            {"Категория", "Category"}, {"наставляемые по категории в банке", "mentees by their category in the bank"});
  add_table(request, report, parts, by_topic, "topics", {"Предметные направления", "Subject fields"},
            {"Направление", "Field"},
            {"программы по направлению; программа с двумя направлениями стоит в двух строках",
             "programmes by subject field; a programme with two stands in two rows"});
  note_gaps(request, report, sides.in_period());
}

void add_statistics(const ReportRequest& request, Report& report) {
  add_participants(request, report);
  report.heading({"Как они распределены", "How they are distributed"});
  add_forms_and_kinds(request, report);
  add_years_compared(request, report);
}

ReportKind statistics_report();
ReportKind statistics_report() {
  return {.name = "statistics",
          .title = {"Статистика участников", "Statistics of participants"},
          .summary = {"сколько наставников, наставляемых, пар, групп и программ на дату и за период",
                      "how many mentors, mentees, pairs, groups and programmes there are on a day and over a period"},
          .clauses = "11.12",
          .build = add_statistics};
}

}  // namespace nastavnik::reports
