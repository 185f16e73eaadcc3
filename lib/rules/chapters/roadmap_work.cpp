// The appendix, rows 5-7: the work of pairs, the end of programmes, what is told about the stages.

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/missing.h"
#include "rules/questions/participants.h"
#include "rules/questions/programs_of_pair.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// Row 5: a programme for each pair

void several_at_once(Check& check, const Programs& programs) {
  Programs active;
  for (const Program* program : programs)
    if (knows_days(check, *program) && is_active(*program, check.day())) active.push_back(program);
  for (std::size_t i = 1; i < active.size(); ++i)
    check
        .found(active[i]->pair,
                {"у этой пары уже действует программа {}", "the pair already has an active programme, {}"},
                active[i - 1]->id)
        .also(active[i - 1]->pair, {"та программа", "that programme"})
        .milder();
}

void pair_without_program(Check& check) {
  const auto unclear = find_unclear_program(check.all<Program>());
  for (const Pair& pair : check.all<Pair>()) {
    const auto programs = prepared_programs(check, pair);
    if (!programs || !check.confirmed(works_on(pair, check.day()), pair)) continue;
    several_at_once(check, *programs);
    if (!programs->empty()) continue;
    if (unclear) {
      check.undecided(*unclear);
      continue;
    }
    const Date due = *pair.start + *check.limits().program_due_days;
    Found finding =
        check.found(pair.start,
                     {"пара работает с этого дня, а программы нет; организацией принято составлять её по {}",
                      "the pair works from this day without a programme; the organisation draws one up by {}"},
                     due);
    if (check.day() <= due) finding.milder();
  }
}

// Row 5: those without a pair

/// Since when the mentee has had no pair; nothing while the mentee has one, or it is unclear and the rule undecided.
std::optional<Date> waiting_since(Check& check, const Mentee& mentee) {
  Date since = *mentee.entered_on;
  for (const Pair* pair : check.registry().pairs_of_mentee(mentee.id)) {
    if (const auto unclear = unclear_membership(*pair)) {
      check.undecided(*unclear);
      return std::nullopt;
    }
    for (const Member& member : pair->mentees) {
      const auto own = member.person.id == mentee.id ? period_of(member, *pair) : std::nullopt;
      if (!own || own->from > check.day()) continue;
      if (own->to >= check.day()) return std::nullopt;
      since = std::max(since, own->to + 1);
    }
  }
  return since;
}

bool is_supported(Check& check, const Mentee& mentee, Date since) {
  const auto& support = mentee.support;
  return std::any_of(support.begin(), support.end(),
                     [&](const Support& item) { return !check.given(item.date) || *item.date >= since; });
}

void unmatched_unsupported(Check& check) {
  const int days = *check.limits().unmatched_days;
  for (const Mentee& mentee : check.all<Mentee>()) {
    if (is_erased(check.registry(), mentee.id) || !check.confirmed(is_in_bank(mentee, check.day()), mentee)) continue;
    const auto since = waiting_since(check, mentee);
    if (!since || *since + days >= check.day() || !check.known(mentee.support)) continue;
    if (is_supported(check, mentee, *since) || !check.sees_all<Pair>(mentee)) continue;
    check.found(
        mentee.entered_on,
        {"без пары с {}, а с тех пор записей о поддержке (support) нет; организацией принято ждать не дольше {}",
         "without a pair since {}, and no support (support) is recorded since; the organisation waits no "
         "longer than {}"},
        *since, Count{days, noun::day});
  }
}

// Row 6: surveys

void survey_missing(Check& check) {
  for (const Program& program : check.all<Program>()) {
    const At<Day>& completed = program.completion->date;
    if (!check.given(program.completion, completed) || !check.known(program.surveys)) continue;
    const Pair* pair = check.follow(program.pair);
    auto people = pair ? participants_on(check, *pair, *completed) : std::nullopt;
    if (!people) continue;
    std::erase_if(*people, [&](const Link<Person>* person) { return is_erased(check.registry(), person->id); });
    const People silent = left_out(check, *people, program.surveys);
    if (silent.empty()) continue;
    check.found(program.surveys.given() ? program.surveys.span : completed.span,
                 {"нет анкеты (surveys): {}", "no survey (surveys) of: {}"}, who_all(check, silent));
  }
}

// Row 6: what closes the year

/// Completed programmes by the first day of the school year.
using Completions = std::map<Date, Programs>;

Completions completions_by_year(Check& check) {
  Completions completions;
  for (const Program& program : check.all<Program>())
    if (check.given(program.completion, program.completion->date))
      completions[school_year(*program.completion->date).from].push_back(&program);
  return completions;
}

/// Events of the year of one of the kinds. Nothing where one that cannot be read might be such: the rule is undecided.
std::optional<std::vector<const Event*>> events_of(Check& check, const Period& year, const YearItems<Event>& all,
                                                   std::initializer_list<EventKind> kinds) {
  std::vector<const Event*> found;
  bool clear = all.complete;
  for (const Event* event : all.in(year)) {
    clear = clear && event->kind.given();
    if (event->kind.given() && std::find(kinds.begin(), kinds.end(), *event->kind) != kinds.end())
      found.push_back(event);
  }
  if (!found.empty() || clear) return found;
  check.undecided(place_of_year(check, year));
  return std::nullopt;
}

/// Asks about each finished school year in which programmes were completed.
template <class Ask>
void each_year_of_completions(Check& check, Ask ask) {
  const auto all = items_of_years(check, &SchoolYear::events);
  const Completions completions = completions_by_year(check);
  for (const Period& year : finished_school_years(check)) {
    const auto found = completions.find(year.from);
    if (found != completions.end())
      ask(year, found->second, all);
    else if (!check.all<Program>().broken().empty())
      check.undecided(check.all<Program>().broken().front());
  }
}

void conference_missing(Check& check) {
  each_year_of_completions(check, [&](const Period& year, const Programs& completed, const auto& all) {
    const auto events = events_of(check, year, all, {EventKind::conference, EventKind::seminar});
    if (!events || !events->empty()) return;
    check
        .found(place_of_year(check, year),
                {"с {} по {} среди событий (events) нет ни конференции, ни семинара",
                 "from {} to {} there is neither a conference nor a seminar among the events (events)"},
                year.from, year.to)
        .also(completed.front()->completion->date, {"программа завершена", "a programme was completed"});
  });
}

Words lacking(const Event& event) {
  return list_missing({
      {event.practices.absent(), {"практики (practices)", "practices (practices)"}},
      {event.materials.absent(), {"материалы (materials)", "materials (materials)"}},
  });
}

void closing_event_missing(Check& check) {
  each_year_of_completions(check, [&](const Period& year, const Programs& completed, const auto& all) {
    const auto events = events_of(check, year, all, {EventKind::round_table});
    if (!events) return;
    const auto is_whole = [&](const Event* event) {
      return !check.known(event->practices, event->materials) || lacking(*event).empty();
    };
    if (std::any_of(events->begin(), events->end(), is_whole)) return;
    if (!events->empty()) {
      check.found(events->back()->kind, {"у круглого стола не указаны: {}", "the round table lacks: {}"},
                   lacking(*events->back()));
      return;
    }
    check
        .found(place_of_year(check, year),
                {"с {} по {} среди событий (events) нет круглого стола",
                 "from {} to {} there is no round table among the events (events)"},
                year.from, year.to)
        .also(completed.front()->completion->date, {"программа завершена", "a programme was completed"});
  });
}

// Row 7

/// For each stage, the first item of the latest roadmap in which it has begun.
using BegunStages = std::array<const RoadmapItem*, Codes<Stage>::table.size()>;

bool has_begun(Check& check, const RoadmapItem& item) {
  if (!check.given(item.stage) || !check.known(item.from, item.done_on, item.cancelled)) return false;
  if (item.cancelled.given()) return false;
  return item.done_on.given() || (item.from.given() && *item.from <= check.day());
}

BegunStages begun_stages(Check& check) {
  BegunStages stages{};
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    if (!check.given(year.roadmap)) continue;
    BegunStages of_year{};
    for (const RoadmapItem& item : check.each(year.roadmap->items))
      if (has_begun(check, item) && !of_year[static_cast<std::size_t>(*item.stage)])
        of_year[static_cast<std::size_t>(*item.stage)] = &item;
    for (std::size_t i = 0; i < stages.size(); ++i)
      if (of_year[i]) stages[i] = of_year[i];
  }
  return stages;
}

/// A page that may be about the stage: one whose stages cannot be read might be, and leaves the rule undecided.
bool is_covered(Check& check, Stage stage) {
  const auto may_cover = [&](const Publication& page) {
    return !check.known(page.stages) || holds(page.stages, stage);
  };
  const Table<Publication>& pages = check.all<Publication>();
  return std::any_of(pages.begin(), pages.end(), may_cover);
}

void stage_not_covered(Check& check) {
  for (const RoadmapItem* item : begun_stages(check)) {
    if (!item || is_covered(check, *item->stage) || !check.sees_all<Publication>(item->stage)) continue;
    const At<Day>& since = item->from.given() ? item->from : item->done_on;
    check
        .found(item->stage,
                {"с {} ни одна страница в publications/ не называет этот этап (stages)",
                 "since {} no page in publications/ names this stage (stages)"},
                *since)
        .also(since, {"этап начался", "the stage began"});
  }
}

constexpr Rule roadmap_work_rows[] = {
    {{.id = "RM5-1",
      .name = "pair-without-program",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.5",
      .phrase = "Разработка персонализированных программ наставничества для каждой пары/группы",
      .title = {"у работающей пары нет своей программы или их две сразу",
                "an active pair has no programme of its own, or two at once"},
      .remedy = {"составьте программу пары в programs/; если действуют две, завершите одну",
                 "draw up the pair's programme in programs/; if two are active, end one"},
      .scope = Scope::links},
     pair_without_program},
    {{.id = "RM5-2",
      .name = "unmatched-mentee-unsupported",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.5",
      .phrase = "не сформировавших пару или группу (при необходимости)",
      .title = {"наставляемый долго без пары, а поддержка или поиск наставника не записаны",
                "a mentee has long been without a pair and no support or search is recorded"},
      .remedy = {"продолжите поиск наставника и запишите, что сделано (support), в mentees/",
                 "go on looking for a mentor and record what was done (support) in mentees/"},
      .scope = Scope::registry},
     unmatched_unsupported},
    {{.id = "RM6-1",
      .name = "survey-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.6",
      .phrase =
          "Проведение мониторинга качества реализации персонализированных программ наставничества (анкетирование)",
      .title = {"после завершения программы анкету заполнили не все участники",
                "not all participants were surveyed after the programme ended"},
      .remedy =
          {"проведите анкетирование наставника и каждого наставляемого и запишите ответы (surveys) в файле программы",
           "survey the mentor and each mentee and record the answers (surveys) in the programme's file"},
      .scope = Scope::links},
     survey_missing},
    {{.id = "RM6-2",
      .name = "school-conference-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.6",
      .phrase = "Проведение школьной конференции или семинара",
      .title = {"в году завершились программы, а школьной конференции или семинара не было",
                "programmes ended in the year and there was no school conference or seminar"},
      .remedy = {"проведите конференцию или семинар и запишите событие (events) в years/",
                 "hold a conference or seminar and record the event (events) in years/"},
      .scope = Scope::registry},
     conference_missing},
    {{.id = "RM6-3",
      .name = "closing-event-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.6",
      .phrase = "Проведение итогового мероприятия (круглого стола) по выявлению лучших практик наставничества",
      .title = {"в году завершились программы, а круглого стола с лучшими практиками не было",
                "programmes ended in the year and there was no round table with best practices"},
      .remedy =
          {"проведите круглый стол и запишите его (events) в years/ с практиками (practices) и материалами (materials)",
           "hold the round table and record it (events) in years/ with practices (practices) and materials (materials)"},
      .scope = Scope::registry},
     closing_event_missing},
    {{.id = "RM7-1",
      .name = "stage-not-covered",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.7",
      .phrase =
          "Освещение мероприятий Дорожной карты осуществляется на всех этапах на сайте организации и социальных сетях",
      .title = {"этап дорожной карты начался, а на сайте и в соцсетях о нём ничего нет",
                "a stage of the roadmap has begun and nothing is published about it"},
      .remedy =
          {"расскажите об этапе на сайте или в социальной сети и внесите страницу с этим этапом (stages) в publications/",
           "publish about the stage on the site or a social network and enter the page with it (stages) in publications/"},
      .scope = Scope::registry},
     stage_not_covered},
};

}  // namespace

std::span<const Rule> roadmap_work_rules();
std::span<const Rule> roadmap_work_rules() { return roadmap_work_rows; }

}  // namespace nastavnik
