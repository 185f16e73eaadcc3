#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/entry.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"

// What the school does in a year: reviews of who needs a mentor (clause 11.2), trainings of mentors (11.8), monitoring
// (11.10), events (rows 4 and 6).

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

Strings year_told(const Answers& answers, const Typing& typing) { return {year_with(*answers.day("date"), typing)}; }

Wanted wanted_of_entry(std::string_view question, const Answers& /*answers*/, const Typing& typing) {
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  return {};
}

/// Head and curators, where nobody else was told.
void add_leaders(std::vector<Given>& item, std::string_view key, std::string_view question, const Answers& answers,
                 const Typing& typing) {
  const Strings leaders = leaders_on(typing.registry(), *answers.day("date"));
  if (!answers.has(question) && !leaders.empty()) item.push_back({{std::string(key)}, yaml_words(leaders)});
}

// Trainings

Strings trained(const Answers& answers, const Typing& typing) {
  Strings people = answers.texts("person");
  for (const std::string& person : people)
    if (typing.registry().all<Mentor>().standing(person) == Standing::missing)
      throw Refusal{
          .what = say({"{}: в банке наставников записи нет", "{}: there is no entry in the bank of mentors"}, person),
          .hint = say({"сначала: nastavnik enrol mentor {}", "first: nastavnik enrol mentor {}"}, person),
          .clause = "11.8"};
  return people;
}

void tell_training(Act& act, const Strings& records, const Answers& /*answers*/, const Typing& /*typing*/) {
  act.means.push_back(
      say({"обучение записано наставникам: {}", "mentors whose training is on record: {}"}, records.size()));
  act.next.emplace_back("nastavnik list mentors --without training");
}

// Reviews

constexpr std::array decisions_on_need{"include", "not_needed", "postponed", "declined"};

std::string question_of(std::string_view decision) {
  std::string name(decision);
  std::ranges::replace(name, '_', '-');
  return name;
}

void add_reviewed(std::vector<Given>& item, const Answers& answers, const Typing& typing) {
  add_leaders(item, "by", "by", answers, typing);
  std::vector<YamlValue> people;
  std::set<std::string> decided;
  for (const std::string_view decision : decisions_on_need)
    for (const std::string& person : answers.texts(question_of(decision))) {
      if (!decided.insert(person).second)
        throw Refusal{.what = say({"{}: назван дважды, а решение о человеке одно",
                                   "{}: named twice, and there is one decision on a person"},
                                  person),
                      .clause = "11.2"};
      std::vector<KeyAndValue> one{{"person", yaml_word(person)}, {"decision", yaml_word(decision)}};
      if (decision != "include" && answers.has("reason")) one.push_back({"reason", *answers.value("reason")});
      people.push_back(yaml_mapping(std::move(one)));
    }
  if (!people.empty()) item.push_back({{"people"}, yaml_items(std::move(people))});
}

void tell_review(Act& act, const Strings& records, const Answers& answers, const Typing& typing) {
  act.means.push_back(
      say({"актуализация записана в {} (п. 11.2)", "the review is on record in {} (cl. 11.2)"}, records.front()));
  for (const std::string& person : answers.texts("include"))
    if (!typing.registry().all<Mentee>().find(person))
      act.next.push_back(fmt::format("nastavnik enrol mentee {}", person));
  act.next.emplace_back("nastavnik list mentees --without pair");
}

ActQuestion people_question(std::string_view name, Text title) {
  return {.name = name, .field = "orders.signed_by", .title = title, .is_list = true};
}

// Monitoring

void add_authors(std::vector<Given>& item, const Answers& answers, const Typing& typing) {
  add_leaders(item, "authors", "authors", answers, typing);
}

void tell_monitoring(Act& act, const Strings& records, const Answers& /*answers*/, const Typing& /*typing*/) {
  act.means.push_back(
      say({"мониторинг записан в {} (п. 11.10)", "the monitoring is on record in {} (cl. 11.10)"}, records.front()));
  act.next.push_back(fmt::format("nastavnik report monitoring --year {}", records.front()));
}

// Events

void tell_event(Act& act, const Strings& records, const Answers& answers, const Typing& typing) {
  act.means.push_back(say({"событие записано в {}", "the event is on record in {}"}, records.front()));
  const Strings people = answers.texts("participants");
  const bool any_mentor = std::ranges::any_of(
      people, [&](const std::string& person) { return typing.registry().all<Mentor>().find(person) != nullptr; });
  const std::string kind = answers.text("kind");
  if (any_mentor && (kind == "setting_session" || kind == "consultation" || kind == "experience_exchange"))
    act.means.push_back(
        Text{"участникам-наставникам оно засчитано как обучение: ещё раз записывать не нужно (п. 11.8)",
             "for mentors who took part it counts as training: it need not be entered again (cl. 11.8)"});
  act.next.push_back(fmt::format("nastavnik report roadmap --year {}", records.front()));
}

}  // namespace

ActKind training() {
  return entering_by(
      {.list = "mentors.training", .records = trained, .tell = tell_training},
      {.name = "train",
       .clauses = "11.8,row.4",
       .covers = "mentors.training",
       .summary = {"записать обучение наставников", "record a training of mentors"},
       .description =
           {"Записывает обучение сразу всем, кто учился: курсы, стажировку. Обучение на событии школы (установочная сессия, обмен опытом) "
            "записывают один раз — nastavnik event с участниками.",
            "Records a training of all who took part: a course, an internship. Training at an event of the school (a setting session, an "
            "exchange of experience) is entered once, by nastavnik event with its participants."},
       .questions = {{.name = "person",
                      .field = "orders.signed_by",
                      .title = {"Кто учился", "Who was trained"},
                      .is_argument = true,
                      .is_list = true,
                      .is_required = true},
                     {.name = "date", .field = "mentors.training.date"},
                     {.name = "kind", .field = "mentors.training.kind", .is_required = true},
                     {.name = "title", .field = "mentors.training.title", .is_required = true},
                     {.name = "provider", .field = "mentors.training.provider"},
                     {.name = "hours", .field = "mentors.training.hours"},
                     {.name = "paper", .field = "mentors.training.document"}},
       .examples =
           {{"nastavnik train p-185760 p-264839 --date 20.08.2026 --kind курсы --title 'Наставничество в школе' --hours 36 "
             "--dry-run",
             {"двоим сразу, только посмотреть", "of two at once, only to look"}}},
       .wanted = wanted_of_entry});
}

ActKind holding_event() {
  return entering_by(
      {.list = "years.events", .records = year_told, .tell = tell_event},
      {.name = "event",
       .clauses = "10.6,row.4,row.6",
       .covers = "years.events",
       .summary = {"записать событие учебного года", "record an event of the school year"},
       .description =
           {"Записывает событие и всех, кто участвовал: установочную сессию, круглый стол, конкурс, обмен опытом. Запись "
            "попадает в тот учебный год, в который входит день.",
            "Records an event and all who took part: a setting session, a round table, a contest, an exchange of experience. It "
            "goes to the school year that the day lies in."},
       .questions = {{.name = "title", .field = "years.events.title", .is_argument = true, .is_required = true},
                     {.name = "date",
                      .field = "years.events.date",
                      .help = {"когда прошло; если не указано, сегодня", "held on; today if not given"},
                      .preset = "today"},
                     {.name = "kind", .field = "years.events.kind", .is_required = true},
                     {.name = "participants", .field = "years.events.participants"},
                     {.name = "level", .field = "years.events.level"},
                     {.name = "practices", .field = "years.events.practices"},
                     {.name = "materials", .field = "years.events.materials"}},
       .examples =
           {{"nastavnik event 'Обмен опытом наставников' --date 26.08.2026 --kind 'обмен опытом' --participants 'p-185760, p-264839' "
             "--dry-run",
             {"событие и кто на нём был, только посмотреть", "an event and who was there, only to look"}}},
       .wanted = wanted_of_entry});
}

ActKind reviewing() {
  return entering_by(
      {.list = "years.needs_reviews", .records = year_told, .rest = add_reviewed, .tell = tell_review},
      {.name = "review",
       .clauses = "11.2",
       .covers = "years.needs_reviews",
       .summary = {"записать, кому из педагогов нужен наставник", "record which teachers need a mentor"},
       .description =
           {"Записывает актуализацию сведений о наставляемых: кто её провёл (если не сказано, руководитель и кураторы этого дня) и что решено "
            "о людях. Причину спрашивают у всех решений, кроме «включить в банк».",
            "Records a review of who needs mentoring: who held it (unless told, the head and the curators of the day) and what was decided "
            "on people. A reason is asked of every decision but to include."},
       .questions = {{.name = "date",
                      .field = "years.needs_reviews.date",
                      .help = {"день актуализации; если не указан, сегодня", "day of the review; today if not given"},
                      .preset = "today",
                      .is_argument = true},
                     people_question("include", {"Кого включить в банк", "Whom to include in the bank"}),
                     people_question("not-needed", {"Кому наставник не требуется", "Who needs no mentor"}),
                     people_question("postponed", {"О ком решение отложено", "On whom the decision is postponed"}),
                     people_question("declined", {"Кто отказался", "Who declined"}),
                     {.name = "reason", .field = "years.needs_reviews.people.reason"},
                     {.name = "by", .field = "years.needs_reviews.by"}},
       .examples = {{"nastavnik review 27.08.2026 --not-needed p-867130 --reason 'опыт есть' --dry-run",
                     {"решение об одном человеке, только посмотреть", "on one person, only to look"}}},
       .wanted = [](std::string_view question, const Answers& answers, const Typing& typing) {
         const bool any_other = answers.has("not-needed") || answers.has("postponed") || answers.has("declined");
         if (question == "reason") return Wanted{.fits = any_other, .is_required = any_other};
         return wanted_of_entry(question, answers, typing);
       }});
}

ActKind monitoring() {
  return entering_by(
      {.list = "years.monitoring", .records = year_told, .rest = add_authors, .tell = tell_monitoring},
      {.name = "monitor",
       .clauses = "11.10",
       .covers = "years.monitoring",
       .summary = {"записать мониторинг наставничества", "record a monitoring of mentoring"},
       .description =
           {"Записывает мониторинг: кто провёл (если не сказано, руководитель и кураторы этого дня), как и что установлено.",
            "Records a monitoring: who carried it out (unless told, the head and the curators of the day), how, and what was found."},
       .questions = {{.name = "date",
                      .field = "years.monitoring.date",
                      .help = {"день мониторинга; если не указан, сегодня",
                               "day of the monitoring; today if not given"},
                      .preset = "today",
                      .is_argument = true},
                     {.name = "method", .field = "years.monitoring.method", .is_required = true},
                     {.name = "findings", .field = "years.monitoring.findings", .is_required = true},
                     {.name = "authors", .field = "years.monitoring.authors"}},
       .examples =
           {{"nastavnik monitor 28.08.2026 --method 'анкетирование' --findings 'Пары работают по планам' --dry-run",
             {"мониторинг, только посмотреть", "a monitoring, only to look"}}},
       .wanted = wanted_of_entry});
}

}  // namespace nastavnik
