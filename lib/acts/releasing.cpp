#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/entering.h"
#include "acts/plan.h"
#include "acts/signing.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

// A mentor or mentee is released from duties for an activity, and somebody takes the lessons (clause 4).

namespace nastavnik {
namespace {

/// Programmes that run on the day, in which the person takes part.
std::vector<const Program*> programs_of(std::string_view person, Date day, const Registry& registry) {
  std::vector<const Program*> all;
  for (const Program& program : registry.all<Program>()) {
    const Pair* pair = program.pair.to;
    if (!pair || runs_on(program, day) == Verdict::no) continue;
    if (pair->mentor.id == person || is_member_on(*pair, person, day) == Verdict::yes) all.push_back(&program);
  }
  return all;
}

const Program& program_told(const Answers& answers, const Typing& typing) {
  if (answers.has("program")) return *typing.registry().all<Program>().find(answers.text("program"));
  const std::string person = answers.text("person");
  const Date day = *answers.day("day");
  const auto all = programs_of(person, day, typing.registry());
  if (all.size() == 1) return *all.front();
  if (all.empty())
    throw Refusal{.what = say({"{}: программы, в которой участвует этот человек, {} нет",
                               "{}: there is no programme in which they take part on {}"},
                              person, day),
                  .clause = "4"};
  std::vector<Words> ids;
  for (const Program* program : all) ids.push_back(say({"{}", "{}"}, program->id));
  throw Refusal{.what = say({"{} участвует в нескольких программах: {}", "{} takes part in several programmes: {}"},
                            person, joined(ids)),
                .hint = Text{"назовите одну: --program", "name one: --program"},
                .is_incomplete = true};
}

Wanted wanted_of_release(std::string_view question, const Answers& answers, const Typing& typing) {
  if (question == "until") return {.is_asked = answers.has("since")};
  if (question == "program") {
    const auto day = answers.day("day");
    return {.is_asked = day && programs_of(answers.text("person"), *day, typing.registry()).size() > 1};
  }
  if (question == "date") {
    const bool is_told = answers.has("number");
    const auto known = day_of_order(answers, typing.registry());
    return {.fits = is_told,
            .is_required = is_told && !known,
            .suggested = known ? iso(*known) : iso(typing.registry().day())};
  }
  return {};
}

Act released(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Program& program = program_told(answers, typing);
  const Plan plan(program, typing);
  Act act;
  const std::string order = order_told(act, answers, {OrderKind::release_from_duties}, typing);
  const FieldTyped list = list_typed(plan.file, "releases", typing);
  std::vector<Given> told;
  give(told, {"person"}, answers, "person");
  give(told, {"date"}, answers, "day");
  give(told, {"from_time"}, answers, "since");
  give(told, {"to_time"}, answers, "until");
  if (answers.has("activity")) told.push_back({{"activity"}, yaml_word(item_of(plan, answers.text("activity")).id)});
  for (const std::string key : {"hours", "reason", "substitutes", "continuity"}) give(told, {key}, answers, key);
  if (!order.empty()) told.push_back({{"order"}, yaml_word(order)});
  for (Change& change : adding(plan.file, list, {assembled(*list.field->shape, told, typing)}, typing))
    act.changes.push_back(std::move(change));
  act.means.push_back(say({"{} освобождается от обязанностей {}: программа {} (п. 4)",
                           "{} is released from duties on {}: the programme {} (cl. 4)"},
                          answers.text("person"), *answers.day("day"), program.id));
  if (!order.empty()) {
    act.next.push_back("nastavnik document order " + order);
  } else {
    act.next.push_back(fmt::format("nastavnik document order-release {}", program.id));
    act.next.push_back(fmt::format("nastavnik sign {} --number … --date …", program.id));
  }
  return act;
}

}  // namespace

ActKind releasing() {
  return {
      .name = "release",
      .clauses = "4",
      .covers = "programs.releases",
      .decides = true,
      .summary = {"освободить от уроков ради мероприятия", "release from lessons for an activity"},
      .description =
          {"Записывает освобождение наставника или наставляемого от должностных обязанностей: день и часы, ради какого мероприятия, почему "
           "случай исключительный, кто замещает и как не прервутся занятия (п. 4). Приказ — сразу (--number, --date) или потом (nastavnik "
           "sign), но не позже самого дня.",
           "Records the release of a mentor or mentee from duties: day and hours, for which activity, why the case is exceptional, who takes "
           "the lessons and how they go on (clause 4). The order comes at once (--number, --date) or later (nastavnik sign), but no later than "
           "the day itself."},
      .questions = {{.name = "person", .field = "programs.releases.person", .is_argument = true, .is_required = true},
                    {.name = "day", .field = "programs.releases.date", .is_argument = true, .is_required = true},
                    {.name = "since", .field = "programs.releases.from_time"},
                    {.name = "until", .field = "programs.releases.to_time"},
                    {.name = "hours", .field = "programs.releases.hours"},
                    {.name = "activity",
                     .field = "orders.title",
                     .value = {"МЕРОПРИЯТИЕ", "ACTIVITY"},
                     .title = {"Ради какого мероприятия (метка или слова названия)",
                               "For which activity (a mark, or words of the title)"}},
                    {.name = "reason", .field = "programs.releases.reason"},
                    {.name = "substitutes", .field = "programs.releases.substitutes"},
                    {.name = "continuity", .field = "programs.releases.continuity"},
                    {.name = "program", .field = "publications.programs.program"},
                    {.name = "number", .field = "orders.number"},
                    {.name = "date", .field = "orders.date"}},
      .examples =
          {{"nastavnik release p-264839 07.09.2026 --activity a2 --reason 'Занятие только утром' --substitutes p-451386 "
            "--continuity 'Урок проведёт замещающий' --dry-run",
            {"впрок, до приказа; только посмотреть", "ahead of the order, only to look"}}},
      .wanted = wanted_of_release,
      .act = released,
  };
}

}  // namespace nastavnik
