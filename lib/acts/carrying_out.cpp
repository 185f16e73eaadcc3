#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/amendment.h"
#include "acts/plan.h"
#include "base/words.h"
#include "document/choice.h"
#include "model/ids.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"

// What becomes of a plan: an activity or an item of the roadmap is carried out (clause 16.2), moved, or dropped, which of a
// programme is an amendment (clause 20).

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

// What is asked

Wanted wanted_of_plan(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool of_year = is_roadmap_named(answers.text("plan")) || is_school_year_id(answers.text("plan"));
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "result" || question == "agreed") return {.fits = !of_year};
  return {};
}

ActQuestion plan_question() {
  return {.name = "plan",
          .field = "orders.title",
          .value = {"ЧЕЙ", "WHOSE"},
          .title = {"Чей план (участник пары, учебный год или «карта»)",
                    "Whose plan (somebody of a pair, a school year, or 'roadmap')"},
          .expects = {"фамилия участника, номер программы, учебный год или «карта» — дорожная карта этого года",
                      "a surname, the id of a programme, a school year, or 'roadmap': that of this year"},
          .is_argument = true,
          .is_required = true};
}

/// What is still open in the plan that was named.
std::vector<AnswerOffered> open_items_offered(std::string_view plan, const Typing& typing) try {
  std::vector<AnswerOffered> all;
  for (const PlanItem& item : plan_typed(plan, typing).items)
    if (item.is_open()) all.push_back({item.id, say({"{}", "{}"}, item.title)});
  return all;
} catch (const Refusal&) {  // no such plan
  return {};
}

ActQuestion items_question() {
  return {.name = "item",
          .field = "orders.title",
          .value = {"ПУНКТ", "ITEM"},
          .title = {"Что именно (метка или слова названия)", "Which (a mark, or words of the title)"},
          .expects = {"метка или слова названия, например a1", "a mark or words of the title, as a1"},
          .is_argument = true,
          .is_list = true,
          .is_required = true,
          .offered = open_items_offered};
}

ActQuestion day_question(Text title, Text help) {
  return {.name = "date", .field = "programs.activities.done.date", .title = title, .help = help, .preset = "today"};
}

// What is written

/// The items that were told, all of which are still to be carried out.
std::vector<const PlanItem*> open_items(const Plan& plan, const Answers& answers) {
  std::vector<const PlanItem*> all;
  for (const std::string& word : answers.texts("item")) {
    const PlanItem& item = item_of(plan, word);
    if (item.is_done)
      throw Refusal{.what = say({"{} «{}» уже выполнено", "{} '{}' has been carried out already"}, item.id, item.title),
                    .hint = say({"что записано: nastavnik show {}", "what is on record: nastavnik show {}"}, plan.id()),
                    .clause = plan.program ? "16.2" : "11.4"};
    if (item.is_dropped)
      throw Refusal{
          .what = say({"{} «{}» из плана исключено", "{} '{}' was dropped from the plan"}, item.id, item.title),
          .clause = "20"};
    if (std::ranges::find(all, &item) == all.end()) all.push_back(&item);
  }
  return all;
}

void set(Act& act, const Plan& plan, const PlanItem& item, std::string_view key, YamlValue value,
         const Typing& typing) {
  NodePath path = plan.path_of(item, typing);
  path.emplace_back(std::string(key));
  act.changes.push_back({plan.file.path, SetValue{std::move(path), std::move(value)}});
}

void tell_next(Act& act, const Plan& plan, const std::vector<const PlanItem*>& told) {
  Strings ids;
  for (const PlanItem* item : told) ids.push_back(item->id);
  if (const PlanItem* next = next_open(plan, ids)) {
    const Words due = next->due ? say({", срок {}", ", due {}"}, *next->due) : Words();
    act.means.push_back(
        say({"следующее в плане: {} «{}»{}", "next in the plan: {} '{}'{}"}, next->id, next->title, due));
    act.next.push_back(fmt::format("nastavnik done {} {} --date …", plan.id(), next->id));
  } else if (plan.program) {
    act.means.push_back(Text{"план выполнен: программу можно завершать (п. 19.1)",
                             "the plan is carried out: the programme may be completed (cl. 19.1)"});
    act.next.push_back(fmt::format("nastavnik complete {} --plan", plan.id()));
  } else {
    act.means.push_back(Text{"в дорожной карте всё выполнено", "all of the roadmap is carried out"});
  }
}

Act carried_out(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Plan plan = plan_typed(answers.text("plan"), typing);
  const std::vector<const PlanItem*> items = open_items(plan, answers);
  const Date day = *answers.day("date");
  Act act;
  for (const PlanItem* item : items) {
    if (plan.program) {
      std::vector<KeyAndValue> done{{"date", yaml_word(iso(day))}};
      if (answers.has("result")) done.push_back({"result", *answers.value("result")});
      set(act, plan, *item, "done", yaml_mapping(std::move(done)), typing);
    } else {
      set(act, plan, *item, "done_on", yaml_word(iso(day)), typing);
    }
    if (item->due && *item->due < day)
      act.means.push_back(
          say({"{}: позже срока на {}", "{}: {} behind the day set"}, item->id, Count{day - *item->due, noun::day}));
  }
  tell_next(act, plan, items);
  return act;
}

Act moved(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Plan plan = plan_typed(answers.text("plan"), typing);
  Act act;
  for (const PlanItem* item : open_items(plan, answers)) {
    NodePath list = plan.path_of(*item, typing);
    list.emplace_back(std::string("moves"));
    act.changes.push_back(
        {plan.file.path, InsertItem{std::move(list), yaml_mapping({{"decided_on", *answers.value("date")},
                                                                   {"to", *answers.value("to")},
                                                                   {"reason", *answers.value("reason")}})}});
    act.means.push_back(
        say({"{} «{}»: новый срок {}", "{} '{}': now due {}"}, item->id, item->title, *answers.day("to")));
  }
  act.next.emplace_back("nastavnik due");
  return act;
}

void drop_from_program(Act& act, const Plan& plan, const std::vector<const PlanItem*>& items, const Answers& answers,
                       const Typing& typing) {
  std::vector<Given> told{
      {{"date"}, *answers.value("date")}, {{"changes"}, yaml_words({"plan"})}, {{"reason"}, *answers.value("reason")}};
  if (answers.has("agreed"))
    told.push_back({{"agreed"}, agreed_by(parties_of(*plan.program, *answers.day("date")), *answers.day("agreed"))});
  NewAmendment amendment = amending(plan.file, std::move(told), typing);
  act.changes = std::move(amendment.changes);
  for (const PlanItem* item : items) set(act, plan, *item, "cancelled_by", yaml_word(amendment.id), typing);
  act.means.push_back(
      say({"из плана {} исключено изменением {} (п. 20)", "dropped from the plan of {} by the amendment {} (cl. 20)"},
          plan.id(), amendment.id));
  act.next.push_back(fmt::format("nastavnik document amendment {}", plan.id()));
}

Act dropped(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Plan plan = plan_typed(answers.text("plan"), typing);
  const std::vector<const PlanItem*> items = open_items(plan, answers);
  Act act;
  if (plan.program) {
    drop_from_program(act, plan, items, answers, typing);
    return act;
  }
  for (const PlanItem* item : items)
    set(act, plan, *item, "cancelled",
        yaml_mapping({{"date", *answers.value("date")}, {"reason", *answers.value("reason")}}), typing);
  act.means.push_back(say({"пункты дорожной карты {} отменены", "items of the roadmap {} are cancelled"}, plan.id()));
  act.next.push_back(fmt::format("nastavnik report roadmap --year {}", plan.id()));
  return act;
}

}  // namespace

ActKind carrying_out() {
  return {
      .name = "done",
      .clauses = "16.2,20",
      .summary = {"отметить выполненное", "mark what was carried out"},
      .description =
          {"Отмечает, что мероприятия программы или пункты дорожной карты выполнены: день и, у мероприятия, итог. Программу называют по "
           "участнику пары или по номеру, дорожную карту — словом «карта» или учебным годом; пункт — меткой или словами названия.",
           "Marks activities of a programme or items of the roadmap as carried out: the day, and of an activity the result. A programme is "
           "named by somebody of the pair or its id, a roadmap by 'roadmap' or the school year, an item by its mark or words of its title."},
      .questions = {plan_question(),
                    items_question(),
                    day_question({"Когда выполнено", "Carried out on"},
                                 {"когда выполнено; если не указано, сегодня", "carried out on; today if not given"}),
                    {.name = "result", .field = "programs.activities.done.result"}},
      .examples = {{"nastavnik done 2026-517369 a2 --date 28.08.2026 --dry-run",
                    {"мероприятие программы, только посмотреть", "an activity of a programme, only to look"}}},
      .wanted = wanted_of_plan,
      .act = carried_out};
}

ActKind moving() {
  return {
      .name = "move",
      .clauses = "16.2,20",
      .decides = true,
      .summary = {"перенести срок мероприятия или пункта", "move the term of an activity or item"},
      .description =
          {"Переносит срок мероприятия программы или пункта дорожной карты: новый день, когда это решено и почему. Прежний срок "
           "остаётся в записи. Дальше конца программы срок не переносят: сначала nastavnik extend.",
           "Moves the term of an activity of a programme or of an item of the roadmap: the new day, when that was decided and why. The "
           "former one stays on record. It is not moved beyond the end of the programme: first comes nastavnik extend."},
      .questions = {plan_question(),
                    items_question(),
                    {.name = "to", .field = "programs.activities.moves.to", .is_required = true},
                    {.name = "reason", .field = "programs.activities.moves.reason", .is_required = true},
                    day_question(
                        {"Когда решено перенести", "When the move was decided"},
                        {"когда решено; если не указано, сегодня", "when that was decided; today if not given"})},
      .examples =
          {{"nastavnik move 2026-517369 a2 --to 30.10.2026 --reason 'Болезнь педагога' --date 28.08.2026 --dry-run",
            {"перенос, только посмотреть", "a move, only to look"}}},
      .wanted = wanted_of_plan,
      .act = moved};
}

ActKind dropping() {
  return {
      .name = "drop",
      .clauses = "20",
      .decides = true,
      .summary = {"исключить мероприятие или отменить пункт", "drop an activity or cancel an item"},
      .description =
          {"Исключает мероприятие из программы изменением, на которое согласны наставник и наставляемые (п. 20), или отменяет пункт "
           "дорожной карты.",
           "Drops an activity from a programme by an amendment to which mentor and mentees agree (clause 20), or cancels an item of the "
           "roadmap."},
      .questions = {plan_question(),
                    items_question(),
                    {.name = "reason", .field = "programs.amendments.reason", .is_required = true},
                    {.name = "agreed",
                     .field = "programs.amendments.agreed.date",
                     .title = {"Когда наставник и наставляемые согласились", "When mentor and mentees agreed"}},
                    day_question(
                        {"Когда решено", "When that was decided"},
                        {"когда решено; если не указано, сегодня", "when that was decided; today if not given"})},
      .examples =
          {{"nastavnik drop 2026-517369 a2 --reason 'Тема закрыта' --agreed 27.08.2026 --date 27.08.2026 --dry-run",
            {"мероприятие программы, только посмотреть", "an activity of a programme, only to look"}}},
      .wanted = wanted_of_plan,
      .act = dropped};
}

}  // namespace nastavnik
