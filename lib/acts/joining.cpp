#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/ending.h"
#include "acts/entering.h"
#include "acts/signing.h"
#include "acts/standing.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/notions/pairs.h"

// A group changes while it works: a mentee joins, or leaves it (clauses 10.5, 18).

namespace nastavnik {
namespace {

const Pair& pair_told(const Answers& answers, const Typing& typing) {
  const Pair& pair = *typing.registry().all<Pair>().find(answers.text("group"));
  if (!pair.end.absent())
    throw Refusal{
        .what = say({"{}: пара или группа уже прекращена", "{}: the pair or group has ended already"}, pair.id),
        .clause = "18"};
  return pair;
}

void add(Act& act, const Pair& pair, std::string_view list, const std::vector<Given>& told, const Typing& typing) {
  const RecordFile file(typing.loaded, file_of(pair));
  const FieldTyped to = list_typed(file, list, typing);
  for (Change& change : adding(file, to, {assembled(*to.field->shape, told, typing)}, typing))
    act.changes.push_back(std::move(change));
}

void tell_order(Act& act, const Pair& pair, const std::string& order) {
  if (!order.empty()) return act.next.push_back("nastavnik document order " + order);
  act.next.push_back(fmt::format("nastavnik document order-change-pairs {}", pair.id));
  act.next.push_back(fmt::format("nastavnik sign {} --number … --date …", pair.id));
}

Wanted wanted_of_change(std::string_view question, const Answers& answers, const Typing& typing) {
  const std::string today = iso(typing.registry().day());
  if (question == "from" || question == "to") return {.is_required = true, .suggested = today};
  if (question == "consent-form") return {.is_asked = answers.has("consent")};
  if (question == "date") {
    const bool is_told = answers.has("number");
    const auto known = day_of_order(answers, typing.registry());
    return {.fits = is_told, .is_required = is_told && !known, .suggested = known ? iso(*known) : today};
  }
  return {};
}

// Joining

void refuse_member(const Pair& pair, const std::string& person, Date from, const Typing& typing) {
  if (person == pair.mentor.id)
    throw Refusal{.what = say({"{}: сам себе не наставник", "{}: nobody mentors themselves"}, person), .clause = "2"};
  if (is_member_on(pair, person, from) == Verdict::yes)
    throw Refusal{.what = say({"{} в паре {} уже есть", "{} is in the pair {} already"}, person, pair.id),
                  .clause = "18"};
  if (typing.registry().all<Mentee>().standing(person) == Standing::missing)
    throw Refusal{
        .what = say({"{}: в банке наставляемых записи нет", "{}: there is no entry in the bank of mentees"}, person),
        .hint = say({"сначала: nastavnik enrol mentee {}", "first: nastavnik enrol mentee {}"}, person),
        .clause = "11.5"};
}

Act joined_group(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Pair& pair = pair_told(answers, typing);
  const std::string person = answers.text("mentee");
  const Date from = *answers.day("from");
  refuse_member(pair, person, from, typing);
  Act act{.effect = {.from = from}};
  const std::string order = order_told(act, answers, {OrderKind::change_pairs}, typing);
  std::vector<Given> member{{{"person"}, yaml_word(person)}};
  give(member, {"from"}, answers, "from");
  if (!order.empty()) member.push_back({{"order"}, yaml_word(order)});
  add(act, pair, "mentees", member, typing);
  if (answers.has("interest"))
    add(act, pair, "interest",
        {{{"person"}, yaml_word(person)}, {{"date"}, *answers.value("interest")}, {{"confirmed"}, yaml_word("true")}},
        typing);
  if (answers.has("consent"))
    add(act, pair, "consents",
        {{{"person"}, yaml_word(person)},
         {{"given_on"}, *answers.value("consent")},
         {{"form"}, *answers.value("consent-form")},
         {{"additional_duties"}, yaml_word("true")}},
        typing);
  act.means.push_back(
      say({"{} — в группе {} с {} (п. 18)", "{}: in the group {} from {} (cl. 18)"}, person, pair.id, from));
  if (!answers.has("consent"))
    act.next.push_back(fmt::format("nastavnik document --all consents --pairs {} -o na-podpis", pair.id));
  tell_order(act, pair, order);
  return act;
}

// Leaving

const Member& member_told(const Pair& pair, const std::string& person) {
  for (const Member& member : pair.mentees)
    if (member.person.id == person && member.to.absent()) return member;
  throw Refusal{.what = say({"{}: в паре {} среди наставляемых нет", "{}: no mentee of the pair {}"}, person, pair.id),
                .hint = say({"кто в ней: nastavnik show pairs/{}", "who is in it: nastavnik show pairs/{}"}, pair.id),
                .clause = "18"};
}

void refuse_empty(const Pair& pair, const Member& leaving) {
  if (std::ranges::any_of(pair.mentees, [&](const Member& one) { return &one != &leaving && one.to.absent(); })) return;
  throw Refusal{.what = say({"{}: без {} не останется никого: это не выход из группы, а конец пары",
                             "{}: without {} nobody is left: this is the end of the pair"},
                            pair.id, leaving.person.id),
                .hint = say({"nastavnik complete {}", "nastavnik complete {}"}, pair.id),
                .clause = "18"};
}

Act left_group(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const Pair& pair = pair_told(answers, typing);
  const std::string person = answers.text("mentee");
  const Member& member = member_told(pair, person);
  refuse_empty(pair, member);
  const Date last = *answers.day("to");
  Act act;
  const std::string order = order_told(act, answers, {OrderKind::change_pairs}, typing);
  const StandsAt place = stands_at(typing.loaded, member.span);
  act.changes.push_back(place.setting("to", *answers.value("to")));
  if (answers.has("reason")) act.changes.push_back(place.setting("reason", *answers.value("reason")));
  if (!order.empty()) act.changes.push_back(place.setting("out_order", yaml_word(order)));
  act.means.push_back(
      say({"{}: последний день в группе {} — {}", "{}: the last day in the group {} is {}"}, person, pair.id, last));
  if (other_pairs_of_mentee(person, pair, typing.registry()).empty()) {
    if (answers.has("left"))
      leave_bank(act, person, last, answers.text("left"), typing);
    else if (answers.has("search"))
      search_mentor(act, person, last, typing);
    else
      act.means.push_back(
          say({"{} остаётся в банке наставляемых и ждёт", "{} stays in the bank of mentees and waits"}, person));
  }
  tell_order(act, pair, order);
  return act;
}

// What is asked

ActQuestion group_question() {
  return {.name = "group",
          .field = "programs.pair",
          .value = {"ГРУППА", "GROUP"},
          .title = {"Какая группа", "Which group"},
          .help = {"группа: фамилия участника или номер", "the group: a surname or the id"},
          .is_argument = true,
          .is_required = true};
}

ActQuestion mentee_question() {
  return {.name = "mentee",
          .field = "pairs.mentees.person",
          .value = {"НАСТАВЛЯЕМЫЙ", "MENTEE"},
          .is_argument = true,
          .is_required = true};
}

}  // namespace

ActKind joining() {
  return {
      .name = "join",
      .clauses = "10.5,18",
      .decides = true,
      .summary = {"включить наставляемого в группу", "add a mentee to a group"},
      .description =
          {"Включает наставляемого в пару или группу, которая уже работает: с какого дня, его интерес и согласие на дополнительные "
           "обязанности (п. 10.5), приказ — сразу (--number, --date) или потом (nastavnik sign), но раньше приказа в группу не "
           "входят.",
           "Adds a mentee to a pair or group at work: from which day, the interest and the consent to the additional duties "
           "(clause 10.5), the order at once (--number, --date) or later (nastavnik sign); nobody joins before the order."},
      .questions = {group_question(),
                    mentee_question(),
                    {.name = "from", .field = "pairs.mentees.from"},
                    {.name = "interest",
                     .field = "pairs.interest.date",
                     .title = {"Когда подтвердил интерес", "When interest was confirmed"}},
                    {.name = "consent", .field = "pairs.consents.given_on"},
                    {.name = "consent-form", .field = "pairs.consents.form", .preset = "paper"},
                    {.name = "number", .field = "orders.number"},
                    {.name = "date", .field = "orders.date"}},
      .examples = {{"nastavnik join 2026-517369 p-386512 --from 07.09.2026 --consent 28.08.2026 --dry-run",
                    {"впрок, до приказа; только посмотреть", "ahead of the order, only to look"}}},
      .wanted = wanted_of_change,
      .act = joined_group,
  };
}

ActKind leaving() {
  return {
      .name = "leave",
      .clauses = "10.5,18",
      .decides = true,
      .summary = {"записать выход наставляемого из группы", "record that a mentee leaves a group"},
      .description =
          {"Записывает последний день наставляемого в группе и приказ об изменении её состава — сразу (--number, --date) или потом "
           "(nastavnik sign). Последний наставляемый из группы не выходит: тогда кончается пара (nastavnik complete).",
           "Records the last day of a mentee in a group, and the order on its members at once (--number, --date) or later (nastavnik "
           "sign). The last mentee does not leave a group: then the pair ends (nastavnik complete)."},
      .questions = {group_question(),
                    mentee_question(),
                    {.name = "to", .field = "pairs.mentees.to"},
                    {.name = "reason", .field = "pairs.mentees.reason"},
                    {.name = "left",
                     .field = "mentees.left.reason",
                     .title = {"Почему выбывает из банка (пусто — остаётся)",
                               "Why the mentee leaves the bank (empty: stays)"}},
                    {.name = "search",
                     .title = {"Начат поиск нового наставника", "Another mentor is looked for"},
                     .help = {"наставляемому ищут нового наставника", "another mentor is looked for"},
                     .is_flag = true},
                    {.name = "number", .field = "orders.number"},
                    {.name = "date", .field = "orders.date"}},
      .examples = {{"nastavnik leave 2026-517369 p-451386 --to 28.08.2026 --search --dry-run",
                    {"выход из группы, только посмотреть", "leaving a group, only to look"}}},
      .wanted = wanted_of_change,
      .act = left_group,
  };
}

}  // namespace nastavnik
