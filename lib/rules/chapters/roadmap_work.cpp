// The appendix, rows 5-7: the work of pairs, the end of programmes, what is told about the stages.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "model/kinds/activities.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/terms_in_words.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/missing.h"
#include "rules/questions/participants.h"
#include "rules/questions/programs_of_pair.h"
#include "rules/questions/waiting.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// Row 5: a programme for each pair

void several_at_once(Check& check, const Programs& programs) {
  Programs active;
  for (const Program* program : programs)
    if (check.confirmed(runs_on(*program, check.day()), *program)) active.push_back(program);
  for (std::size_t i = 1; i < active.size(); ++i)
    check
        .found(active[i]->pair,
               {"у этой пары уже действует программа {}", "the pair already has an active programme, {}"},
               active[i - 1]->id)
        .also(active[i - 1]->pair, {"та программа", "that programme"})
        .milder();
}

/// The first of the programmes of the pair; a start that cannot be read might be earlier.
struct FirstProgram {
  const Program* program = nullptr;
  bool is_known = true;
};

FirstProgram find_first(Check& check, const Programs& programs) {
  FirstProgram first;
  for (const Program* program : programs) {
    if (!check.given(program->start))
      first.is_known = false;
    else if (!first.program || *program->start < *first.program->start)
      first.program = program;
  }
  return first;
}

/// Days without a programme beyond the term for drawing one up; of what came after the first one P19-8 speaks.
void report_no_program(Check& check, const Pair& pair, const Program* first, const Period& days) {
  const auto& term = check.limits().program_due_days;
  const Date due = *pair.start + *term;
  const bool is_over = (first && *first->start <= check.day()) || period_of(pair)->to <= check.day();
  Found found = is_over
                    ? check.found(pair.start,
                                  {"с этого дня по {} пара работала без программы; её составляют по {} ({})",
                                   "from this day to {} the pair worked without a programme; one is due by {} ({})"},
                                  days.to, due, whose_term(term))
                    : check.found(pair.start,
                                  {"пара работает с этого дня, а программа не идёт; её составляют по {} ({})",
                                   "the pair works from this day and no programme runs; one is due by {} ({})"},
                                  due, whose_term(term));
  if (days.to <= due + *term) found.milder();
  if (first) found.also(first->start, {"первая программа пары начинается здесь", "the first programme of the pair"});
}

void hold_to_first_program(Check& check, const Pair& pair, const Programs& programs,
                           const std::optional<Span>& unclear) {
  const FirstProgram first = find_first(check, programs);
  const Date last = first.program ? *first.program->start - 1 : end_of_time;
  const Period days{*pair.start + *check.limits().program_due_days + 1,
                    std::min({last, period_of(pair)->to, check.day()})};
  if (!first.is_known || days.from > days.to) return;
  if (unclear) return check.undecided(*unclear);
  if (!working_gaps(check, {days}, {}).empty()) report_no_program(check, pair, first.program, days);
}

void pair_without_program(Check& check) {
  const auto unclear = find_unclear_program(check.all<Program>());
  for (const Pair& pair : check.all<Pair>()) {
    const auto programs = prepared_programs(check, pair);
    if (!programs || pair.start.absent() || !knows_days(check, pair) || *pair.start > check.day()) continue;
    if (works_on(pair, check.day()) == Verdict::yes) several_at_once(check, *programs);
    hold_to_first_program(check, pair, *programs, unclear);
  }
}

// Row 5: those without a pair

void report_waiting(Check& check, const Mentee& mentee, Date since, Date supported) {
  const auto& days = check.limits().unmatched_days;
  if (supported > since)
    check.found(mentee.entered_on,
                {"без пары с {}, последняя запись о поддержке (support) от {}; одной хватает на {} ({})",
                 "without a pair since {}, the last support (support) is of {}; one is enough for {} ({})"},
                since, supported, Count{*days, noun::day}, whose_term(days));
  else
    check.found(mentee.entered_on,
                {"без пары с {}, а с тех пор записей о поддержке (support) нет; ждать можно {} ({})",
                 "without a pair since {}, and no support (support) is recorded since; waiting may last {} ({})"},
                since, Count{*days, noun::day}, whose_term(days));
}

void unmatched_unsupported(Check& check) {
  for (const Mentee& mentee : check.all<Mentee>())
    if (const auto waiting = left_waiting(check, mentee))
      report_waiting(check, mentee, waiting->since, waiting->supported);
}

// Row 6: surveys

/// Erased, or left the school by the day: they are not asked.
bool is_gone(Check& check, const Link<Person>& person, Date day) {
  if (is_erased(check.registry(), person.id)) return true;
  const Verdict works = is_at_work(check.registry(), person.id, day);
  if (works == Verdict::unknown) check.undecided(person);
  return works != Verdict::yes;
}

/// The sheets that tell of the end; while it is not clear when one was held, it may be among them.
List<Survey> closing_surveys(const Program& program) {
  List<Survey> found = program.surveys;
  for (const Survey& survey : program.surveys)
    if (survey.stage.presence == Presence::broken) {
      found.span = survey.stage.span;
      found.presence = Presence::broken;
    }
  std::erase_if(found.items,
                [](const Survey& survey) { return is_at_start(survey) || survey.stage.presence == Presence::broken; });
  return found;
}

void survey_missing(Check& check) {
  const auto& days = check.limits().survey_days;
  for (const Program& program : check.all<Program>()) {
    const At<Day>& completed = program.completion->date;
    if (!check.given(program.completion, completed) || !check.known(program.surveys)) continue;
    const Date due = *completed + *days;
    const Pair* pair = check.day() > due ? check.follow(program.pair) : nullptr;
    const auto people = pair ? participants_on(check, *pair, *completed) : std::nullopt;
    if (!people) continue;
    People silent = left_out(check, *people, closing_surveys(program));
    std::erase_if(silent, [&](const Link<Person>* person) { return is_gone(check, *person, due); });
    if (silent.empty()) continue;
    check.found(program.surveys.given() ? program.surveys.span : completed.span,
                {"нет анкеты (surveys): {}; опрос проводят по {} ({})", "no survey (surveys) of: {}; due by {} ({})"},
                who_all(check, silent), due, whose_term(days));
  }
}

void hold_to_scale(Check& check, const Survey& survey) {
  const Scale& scale = *survey.scale;
  if (!check.known(survey.scale, scale.from, scale.to)) return;
  if (*scale.from >= *scale.to) {
    check.found(survey.scale, {"низшая оценка {} не ниже высшей {}", "the lowest score {} is not below the highest {}"},
                *scale.from, *scale.to);
    return;
  }
  for (const SurveyAnswer& answer : check.each(survey.answers)) {
    if (!check.known(answer.score, answer.grade, answer.text)) continue;
    if (answer.score.given() && (*answer.score < *scale.from || *answer.score > *scale.to))
      check.found(answer.score, {"{} — вне шкалы анкеты: от {} до {}", "{} is off the scale of the survey: {} to {}"},
                  *answer.score, *scale.from, *scale.to);
    if (answer.score.absent() && answer.grade.absent() && answer.text.absent())
      check.found(answer, {"ответа нет: ни оценки (score), ни оценки словами (grade), ни текста (text)",
                           "there is no answer: no score (score), no grade in words (grade), no text (text)"});
  }
}

void answer_off_scale(Check& check) {
  for (const Program& program : check.all<Program>())
    for (const Survey& survey : check.each(program.surveys)) hold_to_scale(check, survey);
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

/// The first day of a pair among those of the roadmap; nothing where no pair works in it.
std::optional<Date> first_day_of_pairs(Check& check, const Period& roadmap) {
  std::optional<Date> first;
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent() || !knows_days(check, pair)) continue;
    if (!period_of(pair)->meets(roadmap)) continue;
    const Date day = std::max(*pair.start, roadmap.from);
    first = first ? std::min(*first, day) : day;
  }
  return first;
}

/// An item of a stage, and the day on which the stage began by it.
struct Beginning {
  const RoadmapItem* item = nullptr;
  Date day{};
};

/// For each stage, where it began first in the latest roadmap that has it.
using BegunStages = std::array<Beginning, Codes<Stage>::table.size()>;

/// The first day within the roadmap on which a programme was completed.
std::optional<Date> first_completion(Check& check, const Period& roadmap) {
  std::optional<Date> first;
  for (const Program& program : check.all<Program>()) {
    const At<Day>& date = program.completion->date;
    if (check.given(program.completion, date) && roadmap.holds(*date) && (!first || *date < *first)) first = *date;
  }
  return first;
}

/// How the items of one roadmap begin that do not say it.
struct BeginningsOf {
  const SchoolYear& year;
  std::optional<Date> pairs{}, completion{};
};

/// An item begins on its day `from`, else with the first pair; the end of programmes with the first of them, at its term at
/// the latest. That an item is marked as done tells nothing of its beginning.
std::optional<Date> beginning_of(const RoadmapItem& item, const BeginningsOf& others) {
  if (item.from.given()) return *item.from;
  if (*item.stage != Stage::completion) return others.pairs;
  const At<Day> due = due_of(item, others.year);
  if (!due.given()) return others.completion;
  return others.completion ? std::min(*due, *others.completion) : *due;
}

void add_beginnings(Check& check, const SchoolYear& year, BegunStages& stages) {
  const auto period = period_of(*year.roadmap, year);
  if (!period) return;
  const BeginningsOf others{year, first_day_of_pairs(check, *period), first_completion(check, *period)};
  BegunStages of_year{};
  for (const RoadmapItem& item : check.each(year.roadmap->items)) {
    if (!check.given(item.stage) || !check.known(item.from, item.cancelled) || item.cancelled.given()) continue;
    const auto begun = beginning_of(item, others);
    Beginning& first = of_year[static_cast<std::size_t>(*item.stage)];
    if (begun && (!first.item || *begun < first.day)) first = {&item, *begun};
  }
  for (std::size_t i = 0; i < stages.size(); ++i)
    if (of_year[i].item) stages[i] = of_year[i];
}

/// A page that may be about the stage: one whose stages cannot be read might be, and leaves the rule undecided.
bool is_covered(Check& check, Stage stage) {
  const auto may_cover = [&](const Publication& page) {
    return !check.known(page.stages) || holds(page.stages, stage);
  };
  const Table<Publication>& pages = check.all<Publication>();
  return std::any_of(pages.begin(), pages.end(), may_cover);
}

void stages_not_covered(Check& check) {
  BegunStages stages{};
  for (const SchoolYear& year : check.all<SchoolYear>())
    if (check.given(year.roadmap)) add_beginnings(check, year, stages);
  const auto& days = check.limits().site_publication_days;
  std::vector<const RoadmapItem*> uncovered;
  std::vector<Words> names;
  for (const Beginning& begun : stages) {
    if (!begun.item || begun.day + *days >= check.day() || is_covered(check, *begun.item->stage)) continue;
    uncovered.push_back(begun.item);
    names.emplace_back(label_of(*begun.item->stage));
  }
  if (uncovered.empty() || !check.sees_all<Publication>(uncovered.front()->stage)) return;
  Found finding =
      check.found(uncovered.front()->stage,
                  {"ни одна страница в publications/ не называет начавшиеся этапы (stages): {}; ждём {} ({})",
                   "no page in publications/ names these stages that have begun (stages): {}; waiting "
                   "lasts {} ({})"},
                  joined(names), Count{*days, noun::day}, whose_term(days));
  for (std::size_t i = 1; i < uncovered.size(); ++i)
    finding.also(uncovered[i]->stage, {"и этот этап", "and this stage"});
}

// Terms in words

/// What is done as needed and what has its day need no advice.
void tell_term(Check& check, const At<Line>& term, const Period& within, Phrase<> outside) {
  switch (told_term(*term, within).kind) {
    case ToldTerm::Kind::dated:
    case ToldTerm::Kind::as_needed: return;
    case ToldTerm::Kind::outside: check.found(term, outside); return;
    case ToldTerm::Kind::unclear: break;
  }
  check.found(term, {"срок словами: программа не напомнит", "a term in words: the program will not remind of it"});
}

template <class Item>
bool is_to_be_dated(Check& check, const Item& item) {
  return check.known(item.moves) && set_due(item).absent() && check.given(item.term);
}

void hold_roadmap_to_days(Check& check, const SchoolYear& year) {
  const auto period = period_of(*year.roadmap, year);
  if (!period || !check.known(year.roadmap->from, year.roadmap->to)) return;
  for (const RoadmapItem& item : year.roadmap->items)
    if (is_to_be_dated(check, item) && check.absent(item.done_on) && check.absent(item.cancelled))
      tell_term(check, item.term, *period,
                {"срок лежит вне срока дорожной карты: программа не напомнит",
                 "the term lies outside that of the roadmap: the program will not remind of it"});
}

void hold_program_to_days(Check& check, const Program& program) {
  if (!check.absent(program.completion) || !check.absent(program.cancelled)) return;
  const At<Day> end = end_of_term(program, check.day());
  if (!check.given(program.start) || !end.given()) return;
  for (const Activity& activity : program.activities)
    if (is_to_be_dated(check, activity) && check.absent(activity.done) && check.absent(activity.cancelled_by))
      tell_term(check, activity.term, {*program.start, *end},
                {"месяц вне срока программы: напоминания не будет",
                 "the month lies outside the term of the programme: there will be no reminder"});
}

void term_not_dated(Check& check) {
  for (const SchoolYear& year : check.all<SchoolYear>())
    if (year.roadmap.given()) hold_roadmap_to_days(check, year);
  for (const Program& program : check.all<Program>()) hold_program_to_days(check, program);
}

constexpr Rule roadmap_work_rows[] = {
    {{.id = "RM5-1",
      .name = "pair-without-program",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.5",
      .phrase = "Разработка персонализированных программ наставничества для каждой пары/группы",
      .precise = {"программа идёт не позже чем через program_due_days дней после начала пары; срок наш",
                  "a programme runs within program_due_days days of the start of the pair; the term is ours"},
      .title = {"пара работает или работала без своей программы или у неё их две сразу",
                "a pair works or worked without a programme of its own, or has two at once"},
      .remedy = {"составьте программу пары или внесите её в programs/; если действуют две, завершите одну",
                 "draw up the pair's programme, or enter it in programs/; if two are active, end one"},
      .limits = "program_due_days",
      .scope = Scope::links},
     pair_without_program},
    {{.id = "RM5-2",
      .name = "unmatched-mentee-unsupported",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.5",
      .phrase = "не сформировавших пару или группу (при необходимости)",
      .precise = {"такая запись действует unmatched_days дней; организация может установить свой срок",
                  "such a record holds for unmatched_days days; the organisation may set a term of its own"},
      .title = {"наставляемый долго без пары, а поддержка или поиск наставника не записаны",
                "a mentee has long been without a pair and no support or search is recorded"},
      .remedy = {"продолжите поиск наставника и запишите, что сделано (support), в mentees/",
                 "go on looking for a mentor and record what was done (support) in mentees/"},
      .limits = "unmatched_days",
      .scope = Scope::registry},
     unmatched_unsupported},
    {{.id = "RM6-1",
      .name = "survey-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.6",
      .phrase =
          "Проведение мониторинга качества реализации персонализированных программ наставничества (анкетирование)",
      .precise = {"анкета есть у каждого участника, кто не выбыл; срок наш, в тексте его нет",
                  "there is a survey of each participant who has not left; the term is ours, the text has none"},
      .title = {"после завершения программы анкету заполнили не все участники",
                "not all participants were surveyed after the programme ended"},
      .remedy =
          {"проведите анкетирование наставника и каждого наставляемого и запишите ответы (surveys) в файле программы",
           "survey the mentor and each mentee and record the answers (surveys) in the programme's file"},
      .limits = "survey_days",
      .scope = Scope::registry},
     survey_missing},
    {{.id = "RM6-2",
      .name = "school-conference-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.6",
      .phrase = "Проведение школьной конференции или семинара",
      .precise = {"событие в том учебном году, в котором завершалась программа",
                  "an event in the school year in which a programme ended"},
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
      .precise = {"круглый стол называет практики и материалы", "the round table names practices and materials"},
      .title = {"в году завершились программы, а круглого стола с лучшими практиками не было",
                "programmes ended in the year and there was no round table with best practices"},
      .remedy =
          {"проведите круглый стол и запишите его (events) в years/ с практиками (practices) и материалами (materials)",
           "hold the round table and record it (events) in years/ with practices (practices) and materials (materials)"},
      .scope = Scope::registry},
     closing_event_missing},
    {{.id = "RM6-4",
      .name = "answer-off-scale",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "row.6",
      .phrase =
          "Проведение мониторинга качества реализации персонализированных программ наставничества (анкетирование)",
      .title = {"ответ анкеты пуст или не укладывается в её шкалу",
                "an answer is empty or off the scale of its survey"},
      .remedy =
          {"исправьте оценку (score), назовите шкалу анкеты (scale) или запишите ответ словами (grade, text)",
           "correct the score (score), name the scale of the survey (scale), or record the answer in words (grade, text)"}},
     answer_off_scale},
    {{.id = "RM7-1",
      .name = "stage-not-covered",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.7",
      .phrase =
          "Освещение мероприятий Дорожной карты осуществляется на всех этапах на сайте организации и социальных сетях",
      .precise = {"о каждом начавшемся этапе есть страница; срок наш, в тексте его нет",
                  "each stage that has begun has a page; the term is ours, the text has none"},
      .title = {"этапы дорожной карты начались, а на сайте и в соцсетях о них ничего нет",
                "stages of the roadmap have begun and nothing is published about them"},
      .remedy =
          {"расскажите об этапах на сайте или в социальной сети и внесите страницу с ними (stages) в publications/",
           "publish about the stages on the site or a social network and enter the page with them (stages) in publications/"},
      .limits = "site_publication_days",
      .scope = Scope::registry},
     stages_not_covered},
    {{.id = "RM7-2",
      .name = "term-not-dated",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "appendix,2",
      .phrase = "Срок реализации",
      .title = {"срок записан словами, которые программа не переводит в день",
                "the term is told in words that the program cannot turn into a day"},
      .remedy = {"если нужно напоминание, впишите день (due_on) или назовите месяц, четверть или полугодие (term)",
                 "if you want a reminder, enter a day (due_on) or name a month, a quarter or a half-year (term)"}},
     term_not_dated},
};

}  // namespace

std::span<const Rule> roadmap_work_rules();
std::span<const Rule> roadmap_work_rules() { return roadmap_work_rows; }

}  // namespace nastavnik
