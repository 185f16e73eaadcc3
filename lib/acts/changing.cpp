#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/amendment.h"
#include "acts/entering.h"
#include "acts/plan.h"
#include "model/kinds/calendar.h"
#include "model/kinds/programs.h"
#include "model/notions/programs.h"
#include "model/notions/working_days.h"

// A programme changes while it runs, by the consent of mentor and mentees (clause 20): its term, its plan, its form.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

const Program* program_told(const Answers& answers, const Registry& registry) {
  return registry.all<Program>().find(answers.text("program"));
}

Wanted wanted_of_change(std::string_view question, const Answers& answers, const Typing& typing) {
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "agreed") return {.suggested = answers.text("date")};
  if (question == "due" || question == "responsible" || question == "targets")
    return {.fits = answers.has("activity"), .is_required = question == "due"};
  return {};
}

class Changing {
public:
  Changing(const Answers& answers, const Typing& typing)
      : answers_(answers),
        typing_(typing),
        program_(*program_told(answers, typing.registry())),
        plan_(program_, typing),
        date_(*answers.day("date")) {}

  Act extended() { return new_term(true); }
  Act shortened() { return new_term(false); }

  Act corrected() {
    refuse_over();
    Strings kinds;
    if (answers_.has("activity")) kinds.emplace_back("plan");
    if (answers_.has("kinds")) kinds.emplace_back("form");
    if (kinds.empty()) kinds.emplace_back("content");
    std::vector<Given> told;
    give(told, {"new_kinds"}, answers_, "kinds");
    const std::string mark = amend(std::move(told), kinds);
    if (answers_.has("activity")) add_activities(mark);
    act_.means.push_back(
        say({"программа {} изменена: {} (п. 20)", "the programme {} is amended: {} (cl. 20)"}, program_.id, mark));
    return told_next();
  }

private:
  void refuse_over() const {
    if (program_.completion.absent() && program_.cancelled.absent()) return;
    throw Refusal{.what = say({"программа {} уже кончилась, менять в ней нечего",
                               "the programme {} is over, there is nothing to amend"},
                              program_.id),
                  .hint = say({"новая: nastavnik program {}", "a new one: nastavnik program {}"}, program_.pair.id),
                  .clause = "20"};
  }

  /// What ended on a day off may still be changed on the next working day.
  void refuse_late(Date end) const {
    if (typing_.insists || date_ <= WorkingDays(typing_.registry().the<Calendar>()).first_from(end)) return;
    throw Refusal{.what = say({"срок программы {} кончился {}, а меняют его, пока он идёт",
                               "the term of the programme {} ended on {}; it is changed while it runs"},
                              program_.id, end),
                  .hint = say({"завершить: nastavnik complete {}; если так и было, добавьте --as-is",
                               "to end it: nastavnik complete {}; if it was so, add --as-is"},
                              program_.id),
                  .clause = "20"};
  }

  void refuse_other_way(bool later, Date end, Date to) const {
    if (later ? to > end : to < end) return;
    throw Refusal{
        .what = later ? say({"программа {} и так идёт по {}: {} — не продление",
                             "the programme {} lasts to {} as it is: {} extends nothing"},
                            program_.id, end, to)
                      : say({"программа {} кончается {}: {} — не сокращение",
                             "the programme {} ends on {}: {} shortens nothing"},
                            program_.id, end, to),
        .hint = say({"nastavnik {} {} --to …", "nastavnik {} {} --to …"}, later ? "shorten" : "extend", program_.id),
        .clause = "20"};
  }

  Act new_term(bool later) {
    refuse_over();
    const At<Day> end = end_of_term(program_, date_);
    const Date to = *answers_.day("to");
    if (end.given()) {
      refuse_late(*end);
      refuse_other_way(later, *end, to);
    }
    const std::vector<const PlanItem*> items = to_move(later, to);
    std::vector<Given> told;
    give(told, {"new_end"}, answers_, "to");
    amend(std::move(told), items.empty() ? Strings{"term"} : Strings{"term", "plan"});
    act_.means.push_back(
        say({"программа {} теперь по {} (п. 20)", "the programme {} now lasts to {} (cl. 20)"}, program_.id, to));
    for (const PlanItem* item : items) move(*item, to);
    return told_next();
  }

  /// Those that were named, and those whose day the programme does not live to see.
  std::vector<const PlanItem*> to_move(bool later, Date to) const {
    std::vector<const PlanItem*> items;
    for (const std::string& word : answers_.texts("move")) items.push_back(&item_of(plan_, word));
    for (const PlanItem& item : plan_.items)
      if (!later && item.is_open() && item.due && *item.due > to && std::ranges::count(items, &item) == 0)
        items.push_back(&item);
    return items;
  }

  void move(const PlanItem& item, Date to) {
    if (!item.is_open())
      throw Refusal{.what = say({"{} «{}» уже не переносят: выполнено или исключено",
                                 "{} '{}' is not moved any more: it is carried out or dropped"},
                                item.id, item.title),
                    .clause = "16.2"};
    NodePath list = plan_.path_of(item, typing_);
    list.emplace_back(std::string("moves"));
    act_.changes.push_back(
        {plan_.file.path, InsertItem{std::move(list), yaml_mapping({{"decided_on", *answers_.value("date")},
                                                                    {"to", yaml_word(iso(to))},
                                                                    {"reason", *answers_.value("reason")}})}});
    act_.means.push_back(say({"{} «{}»: новый срок {}", "{} '{}': now due {}"}, item.id, item.title, to));
  }

  /// The mark of the amendment.
  std::string amend(std::vector<Given> told, const Strings& changes) {
    give(told, {"date"}, answers_, "date");
    give(told, {"reason"}, answers_, "reason");
    told.push_back({{"changes"}, yaml_words(changes)});
    if (answers_.has("agreed"))
      told.push_back({{"agreed"}, agreed_by(parties_of(program_, date_), *answers_.day("agreed"))});
    NewAmendment made = amending(plan_.file, std::move(told), typing_);
    for (Change& change : made.changes) act_.changes.push_back(std::move(change));
    return made.id;
  }

  void add_activities(const std::string& mark) {
    std::vector<Given> told{{{"title"}, *answers_.value("activity")}, {{"added_by"}, yaml_word(mark)}};
    give(told, {"due_on"}, answers_, "due");
    give(told, {"responsible"}, answers_, "responsible");
    give(told, {"targets"}, answers_, "targets");
    std::vector<YamlValue> items = items_assembled(*plan_.list.field, plan_.list.node, {told}, typing_);
    for (Change& change : adding(plan_.file, plan_.list, std::move(items), typing_))
      act_.changes.push_back(std::move(change));
  }

  Act told_next() {
    act_.next.push_back(fmt::format("nastavnik document amendment {}", program_.id));
    act_.next.emplace_back("nastavnik due");
    return std::move(act_);
  }

  const Answers& answers_;
  const Typing& typing_;
  const Program& program_;
  Plan plan_;
  Date date_;
  Act act_{};
};

/// What the three acts ask alike, behind what is their own.
std::vector<ActQuestion> questions(std::vector<ActQuestion> own) {
  std::vector<ActQuestion> all{
      {.name = "program",
       .field = "publications.programs.program",
       .value = {"ПРОГРАММА", "PROGRAM"},
       .title = {"Какая программа", "Which programme"},
       .help = {"программа: фамилия участника или номер", "the programme: a surname or the id"},
       .is_argument = true,
       .is_required = true}};
  std::ranges::move(own, std::back_inserter(all));
  all.push_back({.name = "reason", .field = "programs.amendments.reason", .is_required = true});
  all.push_back({.name = "date",
                 .field = "programs.amendments.date",
                 .help = {"дата изменения; если не указана, сегодня", "date of the amendment; today if not given"},
                 .preset = "today"});
  all.push_back({.name = "agreed",
                 .field = "programs.amendments.agreed.date",
                 .title = {"Когда наставник и наставляемые согласились", "When mentor and mentees agreed"}});
  return all;
}

ActQuestion end_question() { return {.name = "to", .field = "programs.amendments.new_end", .is_required = true}; }

ActQuestion move_question() {
  return {.name = "move",
          .field = "orders.title",
          .value = {"МЕРОПРИЯТИЕ", "ACTIVITY"},
          .title = {"Какие мероприятия перенести на новый конец (метка или слова названия)",
                    "Which activities move to the new end (a mark, or words of the title)"},
          .is_list = true};
}

}  // namespace

ActKind extending() {
  return {
      .name = "extend",
      .clauses = "20",
      .covers = "programs.amendments",
      .decides = true,
      .summary = {"продлить программу", "extend a programme"},
      .description =
          {"Продлевает программу изменением, на которое согласны наставник и наставляемые (п. 20), и переносит на новый конец "
           "мероприятия, которые названы. Продлевают, пока срок идёт; дольше года программа не длится (п. 2).",
           "Extends a programme by an amendment to which mentor and mentees agree (clause 20), and moves the activities that are "
           "named to the new end. A term is extended while it runs; no programme lasts longer than a year (clause 2)."},
      .questions = questions({end_question(), move_question()}),
      .examples =
          {{"nastavnik extend 2026-517369 --to 30.12.2026 --reason 'Не успели провести уроки' --date 28.08.2026 --agreed "
            "28.08.2026 --dry-run",
            {"продление, только посмотреть", "an extension, only to look"}}},
      .wanted = wanted_of_change,
      .act = [](const Answers& answers, const Typing& typing, const Lot&) {
        return Changing(answers, typing).extended();
      }};
}

ActKind shortening() {
  return {
      .name = "shorten",
      .clauses = "20",
      .decides = true,
      .summary = {"сократить срок программы", "shorten the term of a programme"},
      .description =
          {"Сокращает срок программы изменением, на которое согласны наставник и наставляемые (п. 20). Невыполненные "
           "мероприятия, до срока которых программа не дойдёт, переносятся на новый конец. Короче трёх месяцев программа не бывает "
           "(п. 2).",
           "Shortens the term of a programme by an amendment to which mentor and mentees agree (clause 20). Activities that are "
           "not carried out and due behind the new end move to it. No programme is shorter than three months (clause 2)."},
      .questions = questions({end_question(), move_question()}),
      .examples =
          {{"nastavnik shorten 2026-517369 --to 30.09.2026 --reason 'План почти выполнен' --date 28.08.2026 --agreed "
            "28.08.2026 --dry-run",
            {"сокращение, только посмотреть", "a shorter term, only to look"}}},
      .wanted = wanted_of_change,
      .act = [](const Answers& answers, const Typing& typing, const Lot&) {
        return Changing(answers, typing).shortened();
      }};
}

ActKind correcting() {
  return {
      .name = "correct",
      .clauses = "20",
      .decides = true,
      .summary = {"изменить содержание программы", "amend what a programme holds"},
      .description =
          {"Изменяет программу по согласию наставника и наставляемых (п. 20): новое мероприятие, другие виды наставничества или "
           "иное содержание словами (--reason). Исключает мероприятие nastavnik drop, переносит nastavnik move.",
           "Amends a programme by the consent of mentor and mentees (clause 20): a new activity, other kinds of mentoring, or other "
           "content in words (--reason). An activity is dropped by nastavnik drop and moved by nastavnik move."},
      .questions = questions(
          {{.name = "activity", .field = "programs.activities.title", .title = {"Новое мероприятие", "A new activity"}},
           {.name = "due", .field = "programs.activities.due_on"},
           {.name = "responsible", .field = "programs.activities.responsible"},
           {.name = "targets", .field = "programs.activities.targets"},
           {.name = "kinds", .field = "programs.amendments.new_kinds"}}),
      .examples =
          {{"nastavnik correct 2026-517369 --activity 'Открытый урок' --due 30.09.2026 --reason 'Запрос педагогов' --date "
            "28.08.2026 --agreed 28.08.2026 --dry-run",
            {"новое мероприятие, только посмотреть", "a new activity, only to look"}}},
      .wanted = wanted_of_change,
      .act = [](const Answers& answers, const Typing& typing, const Lot&) {
        return Changing(answers, typing).corrected();
      }};
}

}  // namespace nastavnik
