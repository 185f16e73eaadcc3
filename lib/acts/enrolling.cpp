#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/entering.h"
#include "acts/newcomer.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/people.h"
#include "model/notions/papers.h"

// A person enters one of the banks (clause 11.5): who that is, the consent to the use of personal data, the entry.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

// Of which bank

constexpr std::array banks{Code{"mentor", {"наставник", "mentor"}}, Code{"mentee", {"наставляемый", "mentee"}}};

Notation notation_of_bank() { return {.words = Text{"чей банк", "whose bank"}, .codes = banks}; }

Problem read_bank(std::string_view text) {
  if (std::ranges::count(banks, text, &Code::code) != 0) return std::nullopt;
  return ValueProblem{.fault = ValueFault::unknown_code,
                      .label = Text{"бывает: mentor, mentee", "there is: mentor, mentee"}};
}

constexpr ValueShape bank{.notation = notation_of_bank, .read = read_bank};

// What is asked

/// Mentors and mentees are teachers, unless it is told otherwise.
constexpr const char* teacher = "teaching_staff";

bool is_of(const Answers& answers, std::string_view bank_code) { return answers.text("bank") == bank_code; }
bool is_new(const Answers& answers) { return is_newcomer(answers.text("person")); }

bool lacks_consent(const Answers& answers, const Typing& typing) {
  if (is_new(answers)) return true;
  const Registry& registry = typing.registry();
  return !has_consent_in_force(registry, answers.text("person"), ConsentKind::pd_processing, registry.day());
}

bool is_any(std::string_view question, std::initializer_list<std::string_view> names) {
  return std::ranges::count(names, question) != 0;
}

Wanted wanted_of_entry(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool of_newcomer =
      question.starts_with("position") || is_any(question, {"birth-year", "teaching-since", "employer"});
  if (of_newcomer && answers.has("person") && !is_new(answers)) return is_known();
  if (is_any(question, {"position", "position-from"})) return {.fits = is_new(answers), .is_required = true};
  if (question == "position-category") return {.fits = is_new(answers), .suggested = teacher};
  if (is_any(question, {"birth-year", "teaching-since"})) return {.fits = is_new(answers)};
  if (question == "employer") return {.fits = is_new(answers), .is_asked = false};
  if (question == "consent") return {.is_asked = lacks_consent(answers, typing)};
  if (question == "consent-form") return {.is_asked = answers.has("consent")};
  if (question == "entered") return {.suggested = iso(typing.registry().day())};
  if (is_any(question, {"questionnaire", "topics"})) return {.fits = is_of(answers, "mentor")};
  const bool of_mentee = is_of(answers, "mentee");
  if (question == "category") return {.fits = of_mentee, .is_required = true};
  if (question == "requested")
    return {.fits = of_mentee,
            .is_asked = answers.has("request"),
            .suggested = answers.text(answers.has("entered") ? "entered" : "consent")};
  if (is_any(question, {"request", "difficulty", "strength"})) return {.fits = of_mentee};
  return {};
}

// What is written

class Enrolling {
public:
  Enrolling(const Answers& answers, const Typing& typing, const Lot& lot)
      : answers_(answers), typing_(typing), lot_(lot), kind_(is_of(answers, "mentor") ? Mentor::kind : Mentee::kind) {}

  Act done() {
    const std::string person = is_new(answers_) ? entered() : known();
    if (answers_.has("consent") && !is_new(answers_)) add_consent(person);
    const std::string entry = fmt::format("{}/{}", kind_.folder, person);
    for (const KeyAndValue& one : entry_told().keys)
      act_.changes.push_back({entry + ".yaml", SetValue{{one.key}, one.value}});
    act_.means.push_back(
        &kind_ == &Mentor::kind
            ? say({"{} — в банке наставников с {}", "{}: in the bank of mentors from {}"}, person, day())
            : say({"{} — в банке наставляемых с {}", "{}: in the bank of mentees from {}"}, person, day()));
    if (!answers_.has("consent") && lacks_consent(answers_, typing_))
      act_.next.push_back(fmt::format("nastavnik document consent-data {}", person));
    act_.next.push_back(fmt::format("nastavnik show {}", entry));
    act_.next.emplace_back("nastavnik list mentees --without pair");
    return std::move(act_);
  }

private:
  Date day() const { return answers_.day("entered").value_or(typing_.registry().day()); }

  std::string known() const {
    const std::string person = answers_.text("person");
    if (typing_.registry().find(kind_, person))
      throw Refusal{.what = say({"{}: в банке уже есть", "{}: in the bank already"}, person),
                    .hint = say({"что там записано: nastavnik show {}/{}", "what is entered: nastavnik show {}/{}"},
                                kind_.folder, person),
                    .clause = "11.5"};
    require_free_id(kind_, person, typing_);
    return person;
  }

  YamlValue consent() const {
    const FieldShape& field = *shape_of_kind(Person::kind).find("consents");
    std::vector<Given> given{{{"kinds"}, yaml_words({"pd_processing"})}};
    give(given, {"given_on"}, answers_, "consent");
    give(given, {"form"}, answers_, "consent-form");
    return assembled(*field.shape, given, typing_);
  }

  std::string entered() {
    Newcomer newcomer{.name = answers_.text("person"), .category = teacher};
    if (answers_.has("consent")) newcomer.consent = consent();
    NewRecord made = nastavnik::entered(newcomer, answers_, typing_, lot_);
    act_.changes = std::move(made.changes);
    return made.address.substr(made.address.find('/') + 1);
  }

  void add_consent(const std::string& person) {
    const RecordFile file(typing_.loaded, fmt::format("{}{}.yaml", typing_.loaded.sources.personal_folder(), person));
    for (Change& change : adding(file, list_typed(file, "consents", typing_), {consent()}, typing_))
      act_.changes.push_back(std::move(change));
  }

  YamlValue entry_told() const {
    const Shape& shape = shape_of_kind(kind_);
    std::vector<Given> given{{{"entered_on"}, yaml_word(iso(day()))}};
    give(given, {"questionnaire", "date"}, answers_, "questionnaire");
    give(given, {"topics"}, answers_, "topics");
    give(given, {"category"}, answers_, "category");
    if (answers_.has("request")) given.push_back({{"requests"}, requests(*shape.find("requests")->shape)});
    if (answers_.has("difficulty")) given.push_back({{"difficulties"}, difficulties(*shape.find("difficulties"))});
    if (answers_.has("strength")) given.push_back({{"strengths"}, strengths(*shape.find("strengths"))});
    return assembled(shape, given, typing_);
  }

  YamlValue requests(const Shape& shape) const {
    const Date on = answers_.day("requested").value_or(day());
    std::vector<YamlValue> all;
    for (const YamlValue& topic : answers_.value("request")->list)
      all.push_back(assembled(shape, {{{"date"}, yaml_word(iso(on))}, {{"topic"}, topic}}, typing_));
    return yaml_items(std::move(all));
  }

  YamlValue difficulties(const FieldShape& list) const {
    const Date on = answers_.day("requested").value_or(day());
    std::vector<Given> given{{{"found_on"}, yaml_word(iso(on))}, {{"text"}, *answers_.value("difficulty")}};
    return yaml_items(items_assembled(list, nullptr, {given}, typing_));
  }

  YamlValue strengths(const FieldShape& list) const {
    return yaml_items(items_assembled(list, nullptr, {{{{"text"}, *answers_.value("strength")}}}, typing_));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Lot& lot_;
  const Kind& kind_;
  Act act_{};
};

Act enrolled(const Answers& answers, const Typing& typing, const Lot& lot) {
  return Enrolling(answers, typing, lot).done();
}

}  // namespace

ActKind enrolling() {
  return {
      .name = "enrol",
      .clauses = "11.5,row.2,row.3",
      .covers = "mentors,mentees",
      .summary = {"внести в банк наставников или наставляемых", "enter in the bank of mentors or of mentees"},
      .description =
          {"Вносит человека в банк: согласие на обработку персональных данных, запись банка, анкету и темы наставника или запрос "
           "наставляемого — всё сразу. Если человека в реестре ещё нет, назовите фамилию, имя и отчество полностью и должность: его запись "
           "появится тоже.\n\n"
           "Согласие даётся не позже внесения в банк (строки 2 и 3 дорожной карты). Дата внесения — сегодня, если она не указана; "
           "дата запроса — дата внесения.\n\n"
           "На терминале программа спросит, чего не хватает.",
           "Enters a person in a bank: the consent to the processing of personal data, the entry, the questionnaire and topics of a "
           "mentor or the request of a mentee, all at once. Somebody who is not on record yet is named in full, with the position: "
           "their record is made, too.\n\n"
           "The consent is given no later than the entry (rows 2 and 3 of the roadmap). The day of the entry is today unless it is "
           "given; that of the request is the day of the entry.\n\n"
           "On a terminal what is missing is asked for."},
      .questions = {{.name = "bank",
                     .choice = &bank,
                     .value = {"БАНК", "BANK"},
                     .title = {"В какой банк", "Which bank"},
                     .help = {"в какой банк: наставник, наставляемый", "which bank: mentor, mentee"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "person",
                     .field = "orders.signed_by",
                     .title = {"Кто", "Who"},
                     .is_argument = true,
                     .is_required = true,
                     .may_be_new = true},
                    {.name = "position", .field = "people.positions.title"},
                    {.name = "position-category", .field = "people.positions.category"},
                    {.name = "position-from",
                     .field = "people.positions.from",
                     .title = {"В должности с какого дня", "In the position from which day"}},
                    {.name = "employer", .field = "people.positions.employer"},
                    {.name = "birth-year", .field = "people.birth_year"},
                    {.name = "teaching-since", .field = "people.teaching_since"},
                    {.name = "consent",
                     .field = "people.consents.given_on",
                     .title = {"Дата согласия на обработку персональных данных",
                               "Date of the consent to the processing of personal data"}},
                    {.name = "consent-form",
                     .field = "people.consents.form",
                     .help = {"как дано согласие; если не указано, на бумаге, с подписью",
                              "how the consent was given; if not said, on paper, signed"},
                     .preset = "paper"},
                    {.name = "entered",
                     .field = "mentors.entered_on",
                     .title = {"Когда внесён в банк", "Entered in the bank on"}},
                    {.name = "questionnaire", .field = "mentors.questionnaire.date"},
                    {.name = "topics", .field = "mentors.topics"},
                    {.name = "category", .field = "mentees.category"},
                    {.name = "request", .field = "mentees.requests.topic", .is_list = true},
                    {.name = "requested", .field = "mentees.requests.date"},
                    {.name = "difficulty", .field = "mentees.difficulties.text"},
                    {.name = "strength", .field = "mentees.strengths.text"}},
      .examples = {{"nastavnik enrol наставник 'Белова Анна Ивановна' --position 'учитель физики' "
                    "--position-from 01.09.2010 --consent 14.09.2026 --questionnaire 14.09.2026 "
                    "--topics 'методика преподавания' --dry-run",
                    {"человека ещё нет в реестре; только посмотреть",
                     "somebody who is not on record yet; only to look"}}},
      .wanted = wanted_of_entry,
      .act = enrolled,
  };
}

}  // namespace nastavnik
