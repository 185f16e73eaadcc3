#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/entering.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/notions/offices.h"

// A pair or group comes together (clauses 17, 18): how, with whose interest and consents. Its order and its first day are
// for `sign`.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

const Mentor* mentor_told(const Answers& answers, const Registry& registry) {
  return registry.all<Mentor>().find(answers.text("mentor"));
}

/// An appointment that goes on, or is being prepared with its consent, wants no other.
bool wants_appointment(const Answers& answers, const Registry& registry) {
  const Mentor* mentor = mentor_told(answers, registry);
  return mentor && std::ranges::none_of(mentor->appointments, [](const Appointment& one) {
           return !one.end.given() && (one.order.given() || one.consent.given());
         });
}

void refuse_oneself(const Answers& answers) {
  const std::string mentor = answers.text("mentor");
  if (std::ranges::count(answers.texts("mentee"), mentor) != 0)
    throw Refusal{.what = say({"{}: сам себе не наставник", "{}: nobody mentors themselves"}, mentor),
                  .hint = Text{"наставник и наставляемый — разные люди", "mentor and mentee are two people"},
                  .clause = "2"};
}

bool lacks_acquaintance(const Answers& answers, const Registry& registry) {
  return std::ranges::any_of(answers.texts("mentee"), [&](const std::string& person) {
    const Mentee* mentee = registry.all<Mentee>().find(person);
    return mentee && mentee->acquaintance.empty();
  });
}

Wanted wanted_of_pair(std::string_view question, const Answers& answers, const Typing& typing) {
  if (question == "formed") refuse_oneself(answers);  // before more is asked
  if (question == "formed") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "signed") return {.is_asked = false};
  if (question == "council-minutes") return {.is_asked = !typing.registry().organization().councils.empty()};
  if (question == "council-minutes-date")
    return {.is_asked = answers.has("council-minutes"),
            .is_required = answers.has("council-minutes"),
            .suggested = answers.text("formed")};
  const bool is_open = !answers.has("signed");
  if (question == "interest" || question == "consents") return {.is_asked = is_open};
  if (question == "mentor-consent") return {.is_asked = is_open && wants_appointment(answers, typing.registry())};
  if (question == "acquainted") return {.is_asked = is_open && lacks_acquaintance(answers, typing.registry())};
  if (question == "consent-form") return {.is_asked = answers.has("consents") || answers.has("mentor-consent")};
  return {};
}

Strings everybody(const Answers& answers) {
  Strings people{answers.text("mentor")};
  std::ranges::move(answers.texts("mentee"), std::back_inserter(people));
  return people;
}

/// Clause 17 names the curator and those who are to work together.
Strings who_forms(const Answers& answers, const Registry& registry) {
  Strings people;
  for (const CuratorTerm* term : curators_on(registry.organization(), *answers.day("formed")))
    people.emplace_back(term->person.id);
  for (const std::string& one : everybody(answers))
    if (std::ranges::count(people, one) == 0) people.push_back(one);
  return people;
}

/// What all have said on one day is one item.
std::vector<Given> of_all(const Answers& answers) { return {{{"people"}, yaml_words(everybody(answers))}}; }

YamlValue only(const FieldShape& list, const std::vector<Given>& item, const Typing& typing) {
  return yaml_items({assembled(*list.shape, item, typing)});
}

std::vector<Given> told_of_pair(const Answers& answers, const Typing& typing) {
  const Shape& pair = shape_of_kind(Pair::kind);
  std::vector<Given> given{{{"mentor"}, *answers.value("mentor")}};
  std::vector<YamlValue> mentees;
  for (const std::string& mentee : answers.texts("mentee"))
    mentees.push_back(yaml_mapping({{"person", yaml_word(mentee)}}));
  given.push_back({{"mentees"}, yaml_items(std::move(mentees))});
  give(given, {"role_form"}, answers, "form");
  give(given, {"formation", "date"}, answers, "formed");
  // Who says yes to working together has taken part in it; of those who have not, nothing is known yet.
  if (!answers.has("participants") && answers.has("interest"))
    given.push_back({{"formation", "participants"}, yaml_words(who_forms(answers, typing.registry()))});
  for (const std::string key : {"participants", "considered", "criteria", "why"})
    give(given, {"formation", key}, answers, key);
  give(given, {"formation", "council_minutes", "number"}, answers, "council-minutes");
  give(given, {"formation", "council_minutes", "date"}, answers, "council-minutes-date");
  if (answers.has("interest")) {
    std::vector<Given> interest = of_all(answers);
    give(interest, {"date"}, answers, "interest");
    interest.push_back({{"confirmed"}, yaml_word("true")});
    given.push_back({{"interest"}, only(*pair.find("interest"), interest, typing)});
  }
  if (answers.has("consents")) {
    std::vector<Given> consent = of_all(answers);
    give(consent, {"given_on"}, answers, "consents");
    give(consent, {"form"}, answers, "consent-form");
    consent.push_back({{"additional_duties"}, yaml_word("true")});
    given.push_back({{"consents"}, only(*pair.find("consents"), consent, typing)});
  }
  return given;
}

/// An appointment in preparation: its consent, and neither order nor first day.
Changes appointment_prepared(const Answers& answers, const Typing& typing) {
  const std::string mentor = answers.text("mentor");
  if (!mentor_told(answers, typing.registry()))
    throw Refusal{.what = say({"{}: в банке наставников записи нет, и согласие быть наставником вписать некуда",
                               "{}: there is no entry in the bank of mentors to hold the consent to be a mentor"},
                              mentor),
                  .hint = say({"сначала: nastavnik enrol mentor {}", "first: nastavnik enrol mentor {}"}, mentor),
                  .clause = "11.5"};
  const RecordFile file(typing.loaded, file_of(Mentor::kind, mentor));
  const FieldTyped list = list_typed(file, "appointments", typing);
  std::vector<Given> given;
  give(given, {"consent", "given_on"}, answers, "mentor-consent");
  give(given, {"consent", "form"}, answers, "consent-form");
  return adding(file, list, {assembled(*list.field->shape, given, typing)}, typing);
}

/// The mentees have read the regulation of the school (clause 16.1).
Changes acquainted(const Answers& answers, const Typing& typing) {
  Changes changes;
  for (const std::string& person : answers.texts("mentee")) {
    if (!typing.registry().all<Mentee>().find(person)) continue;
    const RecordFile file(typing.loaded, file_of(Mentee::kind, person));
    const FieldTyped list = list_typed(file, "acquaintance", typing);
    const std::vector<Given> item{{{"date"}, *answers.value("acquainted")},
                                  {{"acts"}, yaml_items({yaml_text("Положение о системе наставничества")})}};
    for (Change& change : adding(file, list, {assembled(*list.field->shape, item, typing)}, typing))
      changes.push_back(std::move(change));
  }
  return changes;
}

/// All papers of the pair that are signed on one day, by one answer.
Answers with_signed(Answers answers, const Registry& registry) {
  const YamlValue* told = answers.value("signed");
  if (!told) return answers;
  const YamlValue day = *told;
  const auto put = [&](std::string_view question, bool fits) {
    if (fits && !answers.has(question)) answers.put(question, day);
  };
  put("interest", true);
  put("consents", true);
  put("mentor-consent", wants_appointment(answers, registry));
  put("acquainted", lacks_acquaintance(answers, registry));
  return answers;
}

/// Who stands in the bank of mentees alone is named as the mentor of somebody in that of mentors alone.
void refuse_swapped(const Answers& answers, const Registry& registry) {
  const auto is_of = [](const auto& bank, const auto& other, std::string_view id) {
    return bank.find(id) && other.standing(id) == Standing::missing;
  };
  const Table<Mentor>& mentors = registry.all<Mentor>();
  const Table<Mentee>& mentees = registry.all<Mentee>();
  const std::string mentor = answers.text("mentor");
  for (const std::string& mentee : answers.texts("mentee"))
    if (is_of(mentees, mentors, mentor) && is_of(mentors, mentees, mentee))
      throw Refusal{.what = say({"{} — в банке наставляемых, а {} — в банке наставников",
                                 "{} is in the bank of mentees, and {} in that of mentors"},
                                mentor, mentee),
                    .hint = say({"наставника называют первым: nastavnik pair {0} {1}; если так и задумано, сначала "
                                 "nastavnik enrol mentor {1}",
                                 "the mentor is named first: nastavnik pair {0} {1}; if it is meant so, first "
                                 "nastavnik enrol mentor {1}"},
                                mentee, mentor),
                    .clause = "11.5"};
}

Act paired(const Answers& told, const Typing& typing, const Lot& lot) {
  refuse_swapped(told, typing.registry());
  const Answers answers = with_signed(told, typing.registry());
  NewRecord made = new_record(Pair::kind, {.given = told_of_pair(answers, typing)}, typing, lot);
  const std::string id = made.address.substr(made.address.find('/') + 1);
  Act act{.changes = std::move(made.changes)};
  if (answers.has("mentor-consent"))
    for (Change& change : appointment_prepared(answers, typing)) act.changes.push_back(std::move(change));
  if (answers.has("acquainted"))
    for (Change& change : acquainted(answers, typing)) act.changes.push_back(std::move(change));
  act.means.push_back(answers.texts("mentee").size() > 1
                          ? say({"группа {} готовится: работать она начнёт по приказу (п. 18)",
                                 "the group {} is in preparation: its work begins by an order (cl. 18)"},
                                id)
                          : say({"пара {} готовится: работать она начнёт по приказу (п. 18)",
                                 "the pair {} is in preparation: its work begins by an order (cl. 18)"},
                                id));
  if (!answers.has("interest"))
    act.means.push_back(Text{"взаимный интерес ещё не записан: его спрашивает п. 17.2",
                             "mutual interest is not recorded yet: clause 17.2 asks for it"});
  if (!answers.has("consents"))
    act.next.push_back(fmt::format("nastavnik document --all consents --pairs {} -o na-podpis", id));
  act.next.push_back(fmt::format("nastavnik document order {}", id));
  act.next.push_back(fmt::format("nastavnik sign {} --number … --date …", id));
  return act;
}

}  // namespace

ActKind pairing() {
  return {
      .name = "pair",
      .clauses = "17,18,10.5",
      .covers = "pairs",
      .summary = {"составить пару или группу", "bring a pair or group together"},
      .description =
          {"Записывает пару или группу, которая готовится: кто в ней, как она сложилась, взаимный интерес (п. 17.2), согласия на "
           "дополнительные обязанности (п. 10.5) и согласие быть наставником (п. 9), если наставник ещё не назначен. Ни приказа, ни "
           "начала работы здесь нет: их записывает sign.\n\n"
           "Подписано всё в один день — назовите его один раз: --signed. Даты интереса и согласий — общие для всех; если у кого-то день другой, поправьте его потом: nastavnik set.\n\n"
           "На терминале программа спросит, чего не хватает.",
           "Records a pair or group that is in preparation: who is in it, how it came together, mutual interest (clause 17.2), the "
           "consents to the additional duties (clause 10.5) and the consent to be a mentor (clause 9), where the mentor is not "
           "appointed yet. Order and beginning are recorded by sign.\n\n"
           "Where all was signed on one day, tell it once: --signed. The days of interest and consents are those of all; who answered on another day is put right later: nastavnik set.\n\n"
           "On a terminal what is missing is asked for."},
      .questions = {{.name = "mentor",
                     .field = "pairs.mentor",
                     .value = {"НАСТАВНИК", "MENTOR"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "mentee",
                     .field = "pairs.mentees.person",
                     .value = {"НАСТАВЛЯЕМЫЙ", "MENTEE"},
                     .title = {"Наставляемые", "Mentees"},
                     .is_argument = true,
                     .is_list = true,
                     .is_required = true},
                    {.name = "formed",
                     .field = "pairs.formation.date",
                     .help = {"когда пара сложилась; если не указано, сегодня",
                              "when the pair came together; today if not given"},
                     .preset = "today"},
                    {.name = "form", .field = "pairs.role_form"},
                    {.name = "participants",
                     .field = "pairs.formation.participants",
                     .help = {"кто участвовал в формировании; если не указано, куратор и те, кто подтвердил интерес",
                              "who took part in forming it; if not given, the curator and who confirmed interest"}},
                    {.name = "considered", .field = "pairs.formation.considered"},
                    {.name = "criteria", .field = "pairs.formation.criteria"},
                    {.name = "why", .field = "pairs.formation.why"},
                    {.name = "council-minutes",
                     .field = "pairs.formation.council_minutes.number",
                     .title = {"Номер протокола, в котором объединение предложило пару",
                               "Number of the minutes in which the council proposed the pair"}},
                    {.name = "council-minutes-date", .field = "pairs.formation.council_minutes.date"},
                    {.name = "signed",
                     .field = "pairs.interest.date",
                     .title = {"Когда подписано всё: взаимный интерес, согласия, ознакомление",
                               "When all was signed: mutual interest, consents, acquaintance"}},
                    {.name = "interest",
                     .field = "pairs.interest.date",
                     .title = {"Когда все подтвердили взаимный интерес", "When all confirmed their mutual interest"}},
                    {.name = "consents",
                     .field = "pairs.consents.given_on",
                     .title = {"Дата согласий на дополнительные обязанности",
                               "Date of the consents to the additional duties"}},
                    {.name = "mentor-consent",
                     .field = "mentors.appointments.consent.given_on",
                     .title = {"Дата согласия быть наставником", "Date of the consent to be a mentor"}},
                    {.name = "acquainted",
                     .field = "mentees.acquaintance.date",
                     .title = {"Когда наставляемые ознакомились с положением (п. 16.1)",
                               "When the mentees read the regulation (clause 16.1)"}},
                    {.name = "consent-form",
                     .field = "pairs.consents.form",
                     .help = {"как даны согласия; если не указано, на бумаге, с подписью",
                              "how the consents were given; if not said, on paper, signed"},
                     .preset = "paper"}},
      .examples = {{"nastavnik pair Югай Зайцева --formed 10.09.2026 --form 'педагог – педагог' --interest 10.09.2026 "
                    "--consents 11.09.2026 --dry-run",
                    {"пара, только посмотреть", "a pair, only to look"}}},
      .wanted = wanted_of_pair,
      .act = paired,
  };
}

}  // namespace nastavnik
