#include "model/kinds/years.h"

#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/entering.h"
#include "acts/entry.h"
#include "acts/model_roadmap.h"
#include "acts/question.h"
#include "acts/statistics_item.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/programs.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"

// A school year begins with its roadmap (clauses 10.4, 11.4) and ends with statistics and the final report (11.11, 11.12).

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

std::string year_told(const Answers& answers, const std::string& suggested) {
  const std::string id = answers.has("year") ? answers.text("year") : suggested;
  if (is_school_year_id(id)) return id;
  throw Refusal{
      .what = say({"«{}» — не учебный год", "'{}' is no school year"}, id), .hint = school_year_id.shape, .word = id};
}

/// The school year that has such an id.
Period days_of(const std::string& year) {
  return school_year(Date(std::chrono::sys_days(std::chrono::year(std::stoi(year.substr(0, 4))) / 9 / 1)));
}

ActQuestion year_question(std::vector<AnswerOffered> (*offered)(std::string_view, const Typing&)) {
  return {.name = "year",
          .field = "orders.title",
          .value = {"ГОД", "YEAR"},
          .title = {"Какой учебный год", "Which school year"},
          .expects = {"два года подряд, например 2026-2027", "two years in a row, as 2026-2027"},
          .help = {"учебный год, например 2026-2027", "the school year, as 2026-2027"},
          .is_argument = true,
          .offered = offered};
}

// Opening

constexpr std::array roadmaps{Code{"last", {"прошлогодняя", "the last one"}},
                              Code{"model", {"примерная", "the model"}}};
Notation notation_of_roadmap() { return {.words = Text{"по какой карте", "by which roadmap"}, .codes = roadmaps}; }
Problem read_roadmap(std::string_view text) {
  if (std::ranges::count(roadmaps, text, &Code::code) != 0) return std::nullopt;
  return ValueProblem{.fault = ValueFault::unknown_code, .label = Text{"бывает: last, model", "there is: last, model"}};
}
constexpr ValueShape roadmap_choice{.notation = notation_of_roadmap, .read = read_roadmap};

const SchoolYear* last_with_roadmap(const std::string& year, const Registry& registry) {
  const SchoolYear* last = nullptr;
  for (const SchoolYear& one : registry.all<SchoolYear>())
    if (one.id < year && one.roadmap.given() && !one.roadmap->items.empty() && (!last || last->id < one.id))
      last = &one;
  return last;
}

/// The running year, or the next one where that is open already. The summer belongs to what comes.
std::string year_to_open(const Registry& registry) {
  const Period now = school_year(registry.day());
  const bool is_there = registry.all<SchoolYear>().find(id_of(now)) != nullptr;
  const bool is_summer = registry.day() >= day_within(now, std::chrono::July / 1);
  return id_of(is_there || is_summer ? next_school_year(now) : now);
}

/// The last year that has begun and is open.
std::string year_to_close(const Registry& registry) {
  const std::string now = id_of(school_year(registry.day()));
  std::string last;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    if (year.closed_on.absent() && year.id <= now && last < year.id) last = year.id;
  return last.empty() ? now : last;
}

Wanted wanted_of_opening(std::string_view question, const Answers& answers, const Typing& typing) {
  const std::string year = answers.has("year") ? answers.text("year") : year_to_open(typing.registry());
  const bool any_before = last_with_roadmap(year, typing.registry()) != nullptr;
  if (question == "year") return {.suggested = year};
  if (question == "roadmap") return {.suggested = any_before ? "last" : "model"};
  if (question == "developed-by") return {.is_asked = false};
  return {};
}

std::vector<Given> item_of_model(const ModelItem& one, const Period& year) {
  std::vector<Given> item{{{"stage"}, yaml_word(one.stage)}, {{"content"}, yaml_text(one.content)}};
  if (one.due)
    item.push_back({{"due_on"}, yaml_word(iso(day_within(year, *one.due)))});
  else
    item.push_back({{"term"}, yaml_text("в течение учебного года")});
  item.push_back({{"responsible"}, yaml_words(Strings(one.responsible.begin(), one.responsible.end()))});
  return item;
}

/// A day of a school year in another one.
std::string same_day(Date day, const Period& year) {
  return iso(day_within(year, {day.ymd().month(), day.ymd().day()}));
}

/// What an item of last year plans: what became of it then is left out.
std::vector<Given> item_again(const FieldTyped& items, const RoadmapItem& one, std::size_t place, const Period& year,
                              const Typing& typing) {
  std::vector<Given> item;
  for (const std::string_view key :
       {"stage", "content", "term", "responsible", "responsible_people", "expected_result", "document"}) {
    const FieldTyped at = item_typed(items, fmt::format("#{}", place + 1), typing);
    if (const Node* node = field_typed(at.inside(), key, typing).node)
      item.push_back({{std::string(key)}, as_it_stands(*node)});
  }
  if (one.from.given()) item.push_back({{"from"}, yaml_word(same_day(*one.from, year))});
  if (one.due_on.given()) item.push_back({{"due_on"}, yaml_word(same_day(*one.due_on, year))});
  return item;
}

std::vector<std::vector<Given>> items_of(const std::string& id, const Answers& answers, const Typing& typing) {
  const Period year = days_of(id);
  const SchoolYear* last = last_with_roadmap(id, typing.registry());
  const bool by_last = answers.has("roadmap") ? answers.text("roadmap") == "last" : last != nullptr;
  std::vector<std::vector<Given>> items;
  if (!by_last) {
    for (const ModelItem& one : model_roadmap()) items.push_back(item_of_model(one, year));
    return items;
  }
  if (!last)
    throw Refusal{.what = Text{"прошлых дорожных карт в записях нет", "there is no former roadmap on record"},
                  .hint = Text{"взять примерную: --roadmap model", "to take the model: --roadmap model"},
                  .clause = "10.4"};
  const RecordFile file(typing.loaded, file_of(*last));
  const FieldTyped list = list_typed(file, "roadmap.items", typing);
  const auto& there = last->roadmap->items;
  for (std::size_t i = 0; i < there.size(); ++i) items.push_back(item_again(list, there.items[i], i, year, typing));
  return items;
}

void tell_who_waits(Act& act, Date day, const Registry& registry) {
  const std::size_t waiting = waiting_on(registry, day).size();
  const auto in_office = mentors_in_office(registry, day);
  const auto free = std::ranges::count_if(
      in_office, [&](std::string_view mentor) { return free_places_of(registry, mentor, day) > 0; });
  act.means.push_back(say(
      {"ждут пары: {}; наставников со свободным местом: {}", "waiting for a pair: {}; mentors with a free place: {}"},
      waiting, free));
}

Act opened(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const std::string id = year_told(answers, year_to_open(typing.registry()));
  if (typing.registry().all<SchoolYear>().standing(id) != Standing::missing)
    throw Refusal{.what = say({"учебный год {} уже открыт", "the school year {} is open already"}, id),
                  .hint = say({"что в нём: nastavnik show {}", "what it holds: nastavnik show {}"}, id),
                  .clause = "10.4"};
  const FieldShape& list = *question_at(shape_of_kind(SchoolYear::kind), "roadmap.items").field;
  std::vector<KeyAndValue> roadmap;
  if (const YamlValue* by = answers.value("developed-by"))
    roadmap.push_back({"developed_by", *by});
  else if (const auto curators = curators_on(typing.registry().organization(), typing.registry().day());
           curators.size() == 1)
    roadmap.push_back({"developed_by", yaml_word(curators.front()->person.id)});
  roadmap.push_back({"items", yaml_items(items_assembled(list, nullptr, items_of(id, answers, typing), typing))});
  Act act{.changes = {
              {file_of(SchoolYear::kind, id), SetValue{{std::string("roadmap")}, yaml_mapping(std::move(roadmap))}}}};
  act.means.push_back(say({"учебный год {} открыт; дорожная карта — проект, пока её не утвердит приказ (п. 10.4)",
                           "the school year {} is open; its roadmap is a draft until an order approves it (cl. 10.4)"},
                          id));
  tell_who_waits(act, typing.registry().day(), typing.registry());
  act.next = {fmt::format("nastavnik document roadmap {}", id), fmt::format("nastavnik document order {}", id),
              fmt::format("nastavnik sign {} --number … --date …", id), "nastavnik review … --include …",
              "nastavnik list mentees --without pair"};
  return act;
}

// Closing

Wanted wanted_of_closing(std::string_view question, const Answers& answers, const Typing& typing) {
  const std::string id = answers.has("year") ? answers.text("year") : year_to_close(typing.registry());
  if (question == "year") return {.suggested = id};
  const SchoolYear* year = typing.registry().all<SchoolYear>().find(id);
  const bool reported = year && year->report.given();
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "report") return {.fits = !reported, .suggested = answers.text("date")};
  if (question == "conclusions" || question == "difficulties" || question == "proposals") return {.fits = !reported};
  return {};
}

const SchoolYear& open_year(const Answers& answers, const Typing& typing) {
  const std::string id = year_told(answers, year_to_close(typing.registry()));
  const SchoolYear* year = typing.registry().all<SchoolYear>().find(id);
  if (!year)
    throw Refusal{.what = say({"записи учебного года {} нет", "there is no record of the school year {}"}, id),
                  .hint = say({"сначала: nastavnik open-year {}", "first: nastavnik open-year {}"}, id),
                  .clause = "11.11"};
  if (!year->closed_on.absent())
    throw Refusal{.what = say({"учебный год {} уже закрыт", "the school year {} is closed already"}, id),
                  .clause = "11.11"};
  return *year;
}

/// The parts that the printed report has of itself.
Strings sections() {
  return {"effectiveness", "involvement", "professional_development", "program_results", "legal_base",
          "banks",         "monitoring",  "best_practices",           "problems"};
}

YamlValue report_of(const Answers& answers, const Typing& typing) {
  const std::string_view dated = answers.has("report") ? "report" : "date";
  std::vector<Given> report{{{"date"}, *answers.value(dated)}};
  const auto curators = curators_on(typing.registry().organization(), *answers.day(dated));
  if (answers.has("author"))
    give(report, {"author"}, answers, "author");
  else if (!curators.empty())
    report.push_back({{"author"}, yaml_word(curators.front()->person.id)});
  report.push_back({{"sections"}, yaml_words(sections())});
  for (const std::string key : {"conclusions", "difficulties", "proposals"}) give(report, {key}, answers, key);
  return assembled(*shape_of_kind(SchoolYear::kind).find("report")->shape, report, typing);
}

/// Those of its first half say nothing of the whole year.
bool has_statistics(const SchoolYear& year, const Period& period) {
  constexpr int near_the_end = 122;
  return std::any_of(year.statistics.begin(), year.statistics.end(), [&](const Statistics& one) {
    return one.from.given() && *one.from == period.from && one.date.given() && *one.date > period.to - near_the_end;
  });
}

std::size_t open_items(const SchoolYear& year) {
  if (!year.roadmap.given()) return 0;
  const auto& items = year.roadmap->items;
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const RoadmapItem& one) {
    return one.done_on.absent() && one.cancelled.absent();
  }));
}

void tell_left_open(Act& act, const SchoolYear& year, Date day, const Registry& registry) {
  std::size_t running = 0;
  for (const Program& program : registry.all<Program>())
    if (runs_on(program, day) == Verdict::yes) ++running;
  act.means.push_back(say({"программ, которые ещё идут: {}; пунктов дорожной карты без отметки: {}",
                           "programmes that still run: {}; items of the roadmap without a mark: {}"},
                          running, open_items(year)));
  tell_who_waits(act, day, registry);
}

Act closed(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const SchoolYear& year = open_year(answers, typing);
  const std::string id(year.id), file = file_of(year);
  const Date day = *answers.day("date");
  const Period period{days_of(id).from, std::min(day, days_of(id).to)};
  Act act;
  if (!has_statistics(year, period)) act.changes.push_back(statistics_change(typing.registry(), period, true));
  if (!year.report.given())
    act.changes.push_back({file, SetValue{{std::string("report")}, report_of(answers, typing)}});
  act.changes.push_back({file, SetValue{{std::string("closed_on")}, *answers.value("date")}});
  tell_left_open(act, year, day, typing.registry());
  act.next = {fmt::format("nastavnik report final --year {}", id),
              fmt::format("nastavnik open-year {}", id_of(next_school_year(days_of(id))))};
  return act;
}

std::vector<AnswerOffered> year_to_open_offered(std::string_view /*before*/, const Typing& typing) {
  return {{year_to_open(typing.registry()), Text{"ещё не открыт", "not open yet"}}};
}

std::vector<AnswerOffered> year_to_close_offered(std::string_view /*before*/, const Typing& typing) {
  return {{year_to_close(typing.registry()), Text{"ещё не закрыт", "not closed yet"}}};
}

}  // namespace

ActKind opening_year() {
  return {
      .name = "open-year",
      .clauses = "10.4,11.4",
      .covers = "years",
      .summary = {"открыть учебный год: дорожная карта на него", "open a school year: its roadmap"},
      .description =
          {"Заводит запись учебного года с дорожной картой: прошлогодней, у которой сроки перенесены на год, или примерной из приложения к "
           "положению. Пункты потом меняют: nastavnik set, add, remove. Карту утверждает приказ: nastavnik sign.",
           "Makes the record of a school year with its roadmap: that of the last year, its terms a year later, or the model of the "
           "appendix. Items are changed afterwards by nastavnik set, add, remove. An order approves it: nastavnik sign."},
      .questions = {year_question(year_to_open_offered),
                    {.name = "roadmap",
                     .choice = &roadmap_choice,
                     .title = {"Какую дорожную карту взять", "Which roadmap to take"}},
                    {.name = "developed-by", .field = "years.roadmap.developed_by"}},
      .examples = {{"nastavnik open-year 2027-2028 --dry-run",
                    {"следующий год, только посмотреть", "the next year, only to look"}}},
      .wanted = wanted_of_opening,
      .act = opened,
  };
}

ActKind closing_year() {
  return {
      .name = "close-year",
      .clauses = "11.11,11.12",
      .covers = "years.closed_on,years.statistics,years.report",
      .decides = true,
      .summary = {"закрыть учебный год: статистика и итоговый отчёт",
                  "close a school year: statistics and final report"},
      .description =
          {"Записывает статистику года, посчитанную по записям, итоговый отчёт с выводами, трудностями и предложениями организации и день, "
           "которым год закрыт. Говорит, что осталось: какие программы идут, кто ждёт пары. В закрытый год без --as-is ничего не "
           "записывают. Сам отчёт печатает nastavnik report final.",
           "Records the statistics of the year, counted from the records, the final report with the school's conclusions, difficulties and "
           "proposals, and the day on which the year is closed. Tells what is left: which programmes run, who waits for a pair. A closed "
           "year takes no changes without --as-is. The report itself is printed by nastavnik report final."},
      .questions = {year_question(year_to_close_offered),
                    {.name = "date",
                     .field = "years.closed_on",
                     .title = {"Каким днём закрыт", "Closed on"},
                     .help = {"каким днём закрыт; если не указано, сегодня", "closed on; today if not given"},
                     .preset = "today"},
                    {.name = "report",
                     .field = "years.report.date",
                     .help = {"дата итогового отчёта; если не указана, день закрытия",
                              "date of the final report; the day of closing if not given"}},
                    {.name = "author", .field = "years.report.author"},
                    {.name = "conclusions", .field = "years.report.conclusions"},
                    {.name = "difficulties", .field = "years.report.difficulties"},
                    {.name = "proposals", .field = "years.report.proposals"}},
      .examples =
          {{"nastavnik close-year 2026-2027 --date 25.06.2027 --report 21.06.2027 --conclusions 'Пары работали весь год' --dry-run",
            {"закрыть год, только посмотреть", "to close a year, only to look"}}},
      .wanted = wanted_of_closing,
      .act = closed,
  };
}

}  // namespace nastavnik
