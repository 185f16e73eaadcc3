// Clause 11, what the curator watches and reports: training, checks, monitoring, the final report, statistics.

#include <algorithm>
#include <array>
#include <vector>

#include "model/kinds/codes_years.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/participation.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/training.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Since when the mentor has been in office without a break: by the appointments, else by the pairs. Nothing for whoever is
/// not in office, or where that cannot be read and the rule is undecided.
std::optional<Date> in_office_since(Check& check, const Mentor& mentor) {
  Periods appointed, working;
  if (!check.known(mentor.appointments)) return std::nullopt;
  for (const Appointment& appointment : mentor.appointments) {
    if (!knows_days(check, appointment)) return std::nullopt;
    appointed.push_back(*period_of(appointment));
  }
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id))
    if (const auto period = knows_days(check, *pair) ? period_of(*pair) : std::nullopt) working.push_back(*period);
  for (const Periods& office : {unite(appointed), unite(working)})
    for (const Period& period : office)
      if (period.holds(check.day())) return period.from;
  return std::nullopt;
}

/// All of the mentor's training can be read, so that what is not found was not held.
bool knows_training(Check& check, const Mentor& mentor, const TrainingDays& trainings) {
  const bool all_read = std::all_of(mentor.training.begin(), mentor.training.end(),
                                    [&](const Training& training) { return check.given(training.date); });
  if (!all_read || !check.known(mentor.training)) return false;
  if (!trainings.sees_events()) check.undecided(mentor);
  return trainings.sees_events();
}

void hold_to_training(Check& check, const Mentor& mentor, Date since, const TrainingDays& trainings) {
  const auto& months = check.limits().training_max_age_months;
  const auto& start = check.limits().training_start_days;
  const Date due = since + *start;
  if (check.day() <= due) return;
  const auto days = trainings.of(mentor);
  if (!days.empty() && add_months(**days.back(), *months) >= check.day()) return;
  if (!knows_training(check, mentor, trainings)) return;
  if (days.empty())
    check.found(
        mentor,
        {"обучения нет ни в training, ни среди событий в years/; наставник с {}, обучить его — до {} ({})",
         "there is no training here and none among the events in years/; a mentor since {}, to be trained by {} ({})"},
        since, due, whose_term(start));
  else
    check
        .found(*days.back(),
               {"последнее обучение — {}, оно засчитывалось по {}: {} ({})",
                "the last training was on {} and counted to {}: {} ({})"},
               **days.back(), add_months(**days.back(), *months), Count{*months, noun::month}, whose_term(months))
        .also(mentor, {"запись наставника", "the mentor's entry"});
}

void mentor_training_outdated(Check& check) {
  const TrainingDays trainings(check.registry());
  for (const Mentor& mentor : check.all<Mentor>())
    if (const auto since = in_office_since(check, mentor)) hold_to_training(check, mentor, *since, trainings);
}

void curator_check_missing(Check& check) {
  const auto& months = check.limits().curator_check_months;
  for (const Program& program : check.all<Program>()) {
    if (!check.confirmed(runs_on(program, check.day()), program) || !check.known(program.curator_checks)) continue;
    const At<Day>* last = &program.start;
    for (const CuratorCheck& item : program.curator_checks)
      if (check.given(item.date) && *item.date >= **last) last = &item.date;
    if (add_months(**last, *months) >= check.day()) continue;
    const Count period{*months, noun::month};
    const Date due = add_months(**last, *months);
    if (last == &program.start)
      check.found(*last,
                  {"с {} проверок не было; первую ждали по {}: раз в {} ({})",
                   "there has been no check since {}; the first was expected by {}: one every {} ({})"},
                  **last, due, period, whose_term(months));
    else
      check.found(*last,
                  {"последняя проверка — {}; следующую ждали по {}: раз в {} ({})",
                   "the last check was on {}; the next was expected by {}: one every {} ({})"},
                  **last, due, period, whose_term(months));
  }
}

/// Whoever mentors is supervised by somebody else.
void curator_is_mentor(Check& check) {
  const auto curators = find_curators(check, check.day());
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.confirmed(works_on(pair, check.day()), pair) || !check.named(pair.mentor)) continue;
    for (const CuratorTerm* term : curators)
      if (term->person == pair.mentor)
        check
            .found(pair.mentor,
                   {"{} — и наставник этой пары, и куратор", "{} is both the mentor of this pair and the curator"},
                   check.who(pair.mentor))
            .also(term->person, {"куратор", "the curator"});
  }
}

void curator_ended_own_pair(Check& check) {
  for (const Program& program : check.all<Program>()) {
    const Completion& completion = *program.completion;
    if (!check.given(program.completion, completion.date, completion.ground)) continue;
    const Pair* pair = *completion.ground == Ground::by_curator ? check.follow(program.pair) : nullptr;
    if (!pair || !check.named(pair->mentor)) continue;
    const auto curators = find_curators(check, *completion.date);
    if (curators.size() != 1 || !(curators.front()->person == pair->mentor)) continue;
    check
        .found(completion.ground,
               {"{} — единственный куратор на {} и наставник этой пары",
                "{} is the only curator on {} and the mentor of this pair"},
               check.who(pair->mentor), *completion.date)
        .also(pair->mentor, {"наставник", "the mentor"});
  }
}

/// Whether the head is among the authors; any authors will do while the school names no head at all (P9-6).
Verdict is_by_head(const Check& check, const Monitoring& monitoring) {
  const Organization& school = check.registry().organization();
  if (!check.registry().has<Organization>() || monitoring.authors.presence == Presence::broken) return Verdict::unknown;
  if (school.heads.absent()) return Verdict::yes;
  Verdict found = Verdict::no;
  for (const Link<Person>& author : monitoring.authors) {
    const Verdict verdict = is_head(school, author, *monitoring.date);
    if (verdict == Verdict::yes) return verdict;
    if (verdict == Verdict::unknown) found = verdict;
  }
  return found;
}

void hold_year_to_monitoring(Check& check, const Period& year, const YearItems<Monitoring>& all) {
  const auto held = all.in(year);
  Verdict found = all.complete ? Verdict::no : Verdict::unknown;
  for (const Monitoring* monitoring : held) {
    const Verdict verdict = is_by_head(check, *monitoring);
    if (verdict == Verdict::yes) return;
    if (verdict == Verdict::unknown) found = verdict;
  }
  if (!check.denied(found, place_of_year(check, year))) return;
  if (held.empty())
    check.found(place_of_year(check, year), {"с {} по {} мониторинга нет", "there is no monitoring from {} to {}"},
                year.from, year.to);
  else if (held.back()->authors.absent())
    check.found(*held.back(), {"не указано, кто провёл (authors)", "it is not stated who held it (authors)"});
  else
    check.found(held.back()->authors, {"руководителя среди авторов нет", "the head is not among the authors"});
}

void monitoring_missing(Check& check) {
  const auto all = items_of_years(check, &SchoolYear::monitoring);
  for (const Period& year : finished_years_with_programs(check)) hold_year_to_monitoring(check, year, all);
}

void hold_year_to_report(Check& check, const Period& year, Date due) {
  const SchoolYear* file = file_of_year(check.registry(), year.to);
  if (file && !check.absent(file->report)) return;
  const Span place = place_of_year(check, year);
  if (file || check.sees_all<SchoolYear>(place))
    check.found(place, {"отчёта нет; его составляют по {} ({})", "there is no report; it was due by {} ({})"}, due,
                whose_term(check.limits().report_due));
}

void final_report_missing(Check& check) {
  const auto since = regulated_since(check);
  if (!since) return;
  const Periods running = days_with_programs(check);
  for (Period year = school_year(*since);; year = next_school_year(year)) {
    const Date due = day_within(calendar_year(year.to), *check.limits().report_due);
    if (due >= check.day()) return;
    if (!shared({{year.from, due}}, running).empty()) hold_year_to_report(check, year, due);
  }
}

void final_report_incomplete(Check& check) {
  constexpr std::array required{ReportSection::effectiveness, ReportSection::involvement,
                                ReportSection::professional_development, ReportSection::program_results};
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    if (!check.known(year.report) || year.report.absent() || !check.known(year.report->sections)) continue;
    std::vector<Words> missing;
    for (const ReportSection section : required)
      if (!holds(year.report->sections, section)) missing.emplace_back(label_of(section));
    if (!missing.empty())
      check.found(year.report->sections.given() ? year.report->sections.span : year.report.span,
                  {"нет частей: {}", "parts that are missing: {}"}, joined(missing));
  }
}

void statistics_missing(Check& check) {
  const auto all = items_of_years(check, &SchoolYear::statistics);
  for (const Period& year : finished_years_with_programs(check)) {
    if (!all.in(year).empty()) continue;
    if (!all.complete)
      check.undecided(place_of_year(check, year));
    else
      check.found(place_of_year(check, year), {"с {} по {} данных нет", "there are no data from {} to {}"}, year.from,
                  year.to);
  }
}

/// One number of the statistics: what stands there, and what the records come to.
struct Number {
  int stored;
  std::size_t counted;
  Span place;
  Words words;  ///< says the counted one
};

std::vector<Number> numbers_of(const Statistics& item, const Participation& found) {
  const std::size_t mentors = found.mentors.size(), mentees = found.mentees.size(), participants = found.participants();
  const std::size_t pairs = found.pairs.size(), groups = found.groups.size(), programs = found.programs.size();
  return {
      {*item.mentors, mentors, item.mentors.span, say({"наставников {}", "mentors {}"}, mentors)},
      {*item.mentees, mentees, item.mentees.span, say({"наставляемых {}", "mentees {}"}, mentees)},
      {*item.participants, participants, item.participants.span,
       say({"участников {}", "participants {}"}, participants)},
      {*item.pairs, pairs, item.pairs.span, say({"пар {}", "pairs {}"}, pairs)},
      {*item.groups, groups, item.groups.span, say({"групп {}", "groups {}"}, groups)},
      {*item.programs, programs, item.programs.span, say({"программ {}", "programmes {}"}, programs)},
  };
}

std::vector<Number> differing_numbers(const Statistics& item, const Participation& found) {
  std::vector<Number> all = numbers_of(item, found);
  std::erase_if(all, [](const Number& number) { return static_cast<std::size_t>(number.stored) == number.counted; });
  return all;
}

/// Of mentees who may be pupils nobody can tell whether the number counts them: it may then lie anywhere between.
bool may_be_right(const Statistics& item, const Participation& most, const Participation& least) {
  const auto all = numbers_of(item, most), without = numbers_of(item, least);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [from, to] = std::minmax(all[i].counted, without[i].counted);
    const auto stored = static_cast<std::size_t>(all[i].stored);
    if (stored < from || to < stored) return false;
  }
  return true;
}

/// One thing left out changes most of the numbers, so a count is one finding.
void report_differing(Check& check, const std::vector<Number>& differing, const Participation& found) {
  std::vector<Words> counted;
  for (const Number& number : differing) counted.push_back(number.words);
  const Words numbers = joined(counted);
  Found finding =
      found.left_out.empty()
          ? check.found(differing.front().place, {"по записям: {}", "by the records: {}"}, numbers)
          : check.found(
                differing.front().place,
                {"по записям: {}; не в счёт наставляемые без педагогической должности, которые не студенты: {}",
                 "by the records: {}; not counted are mentees without a teaching position who are no students: {}"},
                numbers, found.left_out.size());
  for (std::size_t i = 1; i < differing.size(); ++i)
    finding.also(differing[i].place, {"тоже расходится", "differs too"});
}

void hold_to_records(Check& check, const Statistics& item) {
  if (!check.given(item.mentors, item.mentees, item.participants, item.pairs, item.groups, item.programs)) return;
  const Period days{item.from.given() ? *item.from : *item.date, *item.date};
  const auto count = [&](Mentees mentees) { return participation_in(check.registry(), days, mentees); };
  const Participation found = count(Mentees::of_this_model);
  const auto differing = differing_numbers(item, found);
  if (differing.empty()) return;
  const bool is_of_before = *item.date < counts_by_model_since;
  if (is_of_before && differing_numbers(item, count(Mentees::all)).empty()) return;
  if (!found.unclear.empty() && may_be_right(item, found, count(Mentees::surely_of_this_model)))
    return check.undecided(item);
  report_differing(check, differing, found);
}

/// What the numbers are counted from can all be read.
bool sees_participation(Check& check, const Statistics& item) {
  if (!check.sees_all<Pair>(item) || !check.sees_all<Program>(item)) return false;
  for (const Pair& pair : check.all<Pair>())
    if (!knows_days(check, pair) || !check.named(pair.mentor) || !check.known(pair.mentees) ||
        !std::all_of(pair.mentees.begin(), pair.mentees.end(), [&](const Member& member) {
          return check.named(member.person) && check.known(member.from, member.to);
        }))
      return false;
  const Table<Program>& programs = check.all<Program>();
  return std::all_of(programs.begin(), programs.end(),
                     [&](const Program& program) { return knows_days(check, program); });
}

void statistics_differ_from_records(Check& check) {
  auto items = items_of_years(check, &SchoolYear::statistics).items;
  std::erase_if(items, [](const Statistics* item) { return !item->explanation.absent(); });
  if (items.empty() || !sees_participation(check, *items.front())) return;
  for (const Statistics* item : items)
    if (check.known(item->from)) hold_to_records(check, *item);
}

/// Whether one of the curators of the day is among those who compiled it; true on a day without a curator (P10.3-1).
bool is_by_curator(const Check& check, const Statistics& item) {
  const auto curators = curators_on(check.registry().organization(), *item.date);
  return curators.empty() || std::any_of(curators.begin(), curators.end(), [&](const CuratorTerm* term) {
           return names(item.compiled_by, term->person.id);
         });
}

void statistics_author_missing(Check& check) {
  const Organization& school = check.registry().organization();
  for (const Statistics* item : items_of_years(check, &SchoolYear::statistics).items) {
    if (!check.known(item->compiled_by) || !check.sees_the<Organization>(*item) || !check.known(school.curators))
      continue;
    if (school.system_administrator.presence == Presence::broken) {
      check.undecided(school.system_administrator);
      continue;
    }
    const bool no_curator = !is_by_curator(check, *item);
    const bool no_administrator =
        !school.system_administrator.absent() && !names(item->compiled_by, school.system_administrator.id);
    constexpr Text both{"нет ни куратора, ни системного администратора",
                        "neither the curator nor the system administrator is there"};
    constexpr Text curator{"нет куратора", "the curator is not there"};
    constexpr Text administrator{"нет системного администратора", "the system administrator is not there"};
    if (no_curator || no_administrator)
      check.found(item->compiled_by.given() ? item->compiled_by.span : item->span, {"{}", "{}"},
                  no_curator && no_administrator ? both
                  : no_curator                   ? curator
                                                 : administrator);
  }
}

constexpr Rule monitoring_rows[] = {
    {{.id = "P11.8-1",
      .name = "mentor-training-outdated",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.8",
      .phrase = "организует повышение уровня профессионального мастерства наставников",
      .precise = {"обучение — не позже срока после назначения и не старше срока, за который оно засчитывается",
                  "a training within a term after the appointment, and not older than it counts for"},
      .title = {"у наставника нет обучения или оно слишком давнее", "the mentor has no training, or it is too old"},
      .remedy = {"запланируйте обучение и запишите его (training) в mentors/ или событием с участниками в years/",
                 "plan a training and record it (training) in mentors/, or as an event with participants in years/"},
      .limits = "training_start_days,training_max_age_months",
      .scope = Scope::registry},
     mentor_training_outdated},
    {{.id = "P11.9-1",
      .name = "curator-check-missing",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "11.9",
      .phrase = "курирует процесс разработки и реализации персонализированных программ наставничества",
      .title = {"куратор давно не проверял ход программы", "the curator has not checked the programme for long"},
      .remedy = {"проверьте ход программы и запишите итог (curator_checks) в файле программы",
                 "check the programme and record the outcome (curator_checks) in its file"},
      .limits = "curator_check_months",
      .scope = Scope::record},
     curator_check_missing},
    {{.id = "P11.9-2",
      .name = "curator-is-mentor",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "11.9",
      .phrase = "курирует процесс разработки и реализации персонализированных программ наставничества",
      .title = {"куратор сам наставник пары, которую курирует", "the curator mentors a pair that is to be supervised"},
      .remedy = {"назначьте этой программе другого куратора (curators) или решите, кто будет её проверять",
                 "appoint another curator for this programme (curators), or decide who is to check it"},
      .scope = Scope::links},
     curator_is_mentor},
    {{.id = "P19.3-1",
      .name = "curator-ended-own-pair",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "19.3",
      .phrase = "по инициативе куратора",
      .title = {"куратор своей властью завершил программу пары, в которой сам наставник",
                "the curator ended on own initiative the programme of a pair that the curator mentors"},
      .remedy =
          {"проверьте основание (ground): если так решили обе стороны, это by_initiative с заявлениями (statements)",
           "check the ground (ground): where both sides wished it, it is by_initiative with statements (statements)"},
      .scope = Scope::links},
     curator_ended_own_pair},
    {{.id = "P11.10-1",
      .name = "monitoring-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.10",
      .phrase = "организует совместно с руководителем организации мониторинг реализации системы наставничества",
      .precise = {"раз в учебный год, в котором шла хоть одна программа",
                  "once a school year in which any programme ran"},
      .title = {"за учебный год нет мониторинга с участием руководителя",
                "the school year has no monitoring with the head taking part"},
      .remedy = {"запишите мониторинг (monitoring) в years/ и укажите руководителя среди авторов (authors)",
                 "record the monitoring (monitoring) in years/ with the head among its authors (authors)"},
      .scope = Scope::registry},
     monitoring_missing},
    {{.id = "P11.11-1",
      .name = "final-report-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.11",
      .phrase = "формирует итоговый аналитический отчет о реализации системы наставничества",
      .precise = {"отчёт — за год, в котором программа шла до дня отчёта; день наш",
                  "a report is for a year in which a programme ran before the day of the report; the day is ours"},
      .title = {"за учебный год нет итогового аналитического отчёта", "the school year has no final analytical report"},
      .remedy = {"составьте итоговый отчёт и запишите его (report) в файле учебного года в years/",
                 "draw up the final report and record it (report) in the school year's file in years/"},
      .limits = "report_due",
      .scope = Scope::registry},
     final_report_missing},
    {{.id = "P11.11-2",
      .name = "final-report-incomplete",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.11",
      .phrase =
          "оценку вовлеченности педагогов в различные формы наставничества и повышения квалификации педагогических работников",
      .precise = {"четыре части отчёта названы кодами", "the four parts of the report are named by codes"},
      .title = {"в итоговом отчёте есть не все обязательные части", "the final report lacks one of its required parts"},
      .remedy =
          {"дополните отчёт и перечень частей (report.sections): результативность, вовлечённость, повышение квалификации, результаты программ",
           "complete the report and its parts (report.sections): effectiveness, involvement, professional development, results"},
      .scope = Scope::record},
     final_report_incomplete},
    {{.id = "P11.12-1",
      .name = "statistics-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.12",
      .phrase =
          "фиксирует данные о количестве участников персонализированных программ наставничества в формах статистического наблюдения",
      .precise = {"раз в учебный год, в котором шла хоть одна программа",
                  "once a school year in which any programme ran"},
      .title = {"за учебный год нет статистических данных", "the school year has no statistics"},
      .remedy = {"зафиксируйте данные о числе участников (statistics) в файле учебного года в years/",
                 "record the numbers of participants (statistics) in the school year's file in years/"},
      .scope = Scope::registry},
     statistics_missing},
    {{.id = "P11.12-2",
      .name = "statistics-differ-from-records",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.12",
      .phrase = "фиксирует данные о количестве участников",
      .precise =
          {"участник — тот, чья пара работала хотя бы день периода, и каждый один раз; наставляемый — педагог или студент",
           "a participant is in a pair that worked one day of the period at least, each once; a mentee is a teacher or student"},
      .title = {"статистические данные расходятся с записями", "the statistics differ from the records"},
      .remedy = {"исправьте числа (statistics) в years/ или объясните расхождение (explanation)",
                 "correct the numbers (statistics) in years/, or explain the difference (explanation)"},
      .scope = Scope::registry},
     statistics_differ_from_records},
    {{.id = "P11.12-3",
      .name = "statistics-author-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "11.12",
      .phrase = "(совместно с системным администратором)",
      .precise = {"среди составителей — куратор того дня и системный администратор",
                  "the compilers include the curator of that day and the system administrator"},
      .title = {"статистику составили без куратора или системного администратора",
                "the statistics were compiled without the curator or the system administrator"},
      .remedy =
          {"допишите в составители (compiled_by) куратора и системного администратора, если они участвовали",
           "add the curator and the system administrator to those who compiled it (compiled_by), if they took part"},
      .scope = Scope::registry},
     statistics_author_missing},
};

}  // namespace

std::span<const Rule> monitoring_rules();
std::span<const Rule> monitoring_rules() { return monitoring_rows; }

}  // namespace nastavnik
