#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/ending.h"
#include "acts/entering.h"
#include "acts/standing.h"
#include "model/addresses.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"

// A consent is given or withdrawn (clauses 3.5, 9, 10.5; Law No. 152-FZ): it goes where that consent stands, and what it
// carried falls with it.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

// What is asked

constexpr std::array happenings{Code{"give", {"дать", "give"}}, Code{"withdraw", {"отозвать", "withdraw"}}};

Notation notation_of_happening() {
  return {.words = Text{"дано согласие или отозвано", "whether it was given or withdrawn"}, .codes = happenings};
}

Problem read_happening(std::string_view text) {
  if (std::ranges::count(happenings, text, &Code::code) != 0) return std::nullopt;
  return ValueProblem{.fault = ValueFault::unknown_code,
                      .label = Text{"бывает: give, withdraw", "there is: give, withdraw"}};
}

constexpr ValueShape happening{.notation = notation_of_happening, .read = read_happening};

bool is_kind(const Answers& answers, ConsentKind kind) {
  const Strings kinds = answers.texts("kind");
  return std::ranges::count(kinds, code_of(kind)) != 0;
}

/// Pairs of the person that go on or are in preparation.
std::vector<const Pair*> open_pairs(std::string_view person, const Registry& registry) {
  std::vector<const Pair*> open;
  for (const Pair* pair : pairs_with(person, registry))
    if (pair->end.absent()) open.push_back(pair);
  return open;
}

bool asks_for_pair(const Answers& answers, const Typing& typing) {
  return is_kind(answers, ConsentKind::participation) && answers.texts("kind").size() == 1 &&
         open_pairs(answers.text("person"), typing.registry()).size() > 1;
}

std::string section_of_site(const Registry& registry) {
  const Site& site = *registry.organization().site;
  return site.section_url.given() ? std::string(*site.section_url) : std::string();
}

Wanted wanted_of_consent(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool given = answers.text("what") != "withdraw";
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "pair") {
    const bool is_asked = asks_for_pair(answers, typing);
    return {.is_asked = is_asked, .is_required = is_asked};
  }
  if (question == "form") return {.fits = given};
  if (question == "valid-to" || question == "given-by")
    return {.fits = given, .is_asked = question == "given-by" && is_kind(answers, ConsentKind::parent)};
  if (question == "circumstance")
    return {.fits = !given && (is_kind(answers, ConsentKind::participation) ||
                               is_kind(answers, ConsentKind::mentor_appointment))};
  if (question == "resources" || question == "purpose" || question == "data" || question == "conditions")
    return {.fits = given && is_kind(answers, ConsentKind::pd_dissemination),
            .suggested = question == "resources" ? section_of_site(typing.registry()) : std::string()};
  return {};
}

// Given

class Giving {
public:
  Giving(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), person_(answers.text("person")) {}

  Act done() {
    const Strings kinds = answers_.texts("kind");
    const bool is_alone = kinds.size() == 1;
    if (!(is_alone && is_kind(answers_, ConsentKind::mentor_appointment) && to_appointment()) &&
        !(is_alone && is_kind(answers_, ConsentKind::participation) && to_pair()) &&
        !(is_alone && is_kind(answers_, ConsentKind::helper) && to_helper()))
      to_person();
    act_.means.push_back(
        say({"согласие записано: {} от {}", "the consent is on record: {} of {}"}, person_, *answers_.day("date")));
    act_.next.push_back(fmt::format("nastavnik show people/{}", person_));
    return std::move(act_);
  }

private:
  std::vector<Given> sheet() const {
    std::vector<Given> given;
    give(given, {"given_on"}, answers_, "date");
    give(given, {"form"}, answers_, "form");
    give(given, {"valid_to"}, answers_, "valid-to");
    return given;
  }

  void add(const std::string& file_path, std::string_view list_name, const std::vector<Given>& told) {
    const RecordFile file(typing_.loaded, file_path);
    const FieldTyped list = list_typed(file, list_name, typing_);
    for (Change& change : adding(file, list, {assembled(*list.field->shape, told, typing_)}, typing_))
      act_.changes.push_back(std::move(change));
  }

  void set_consent(Span place, const Shape& shape) {
    act_.changes.push_back(stands_at(typing_.loaded, place)
                               .setting("consent", assembled(*shape.find("consent")->shape, sheet(), typing_)));
  }

  /// That of the appointment that has none, else of one in preparation.
  bool to_appointment() {
    const Mentor* mentor = typing_.registry().all<Mentor>().find(person_);
    if (!mentor) return false;
    for (const Appointment& one : mentor->appointments)
      if (one.end.absent()) {
        if (!one.consent.absent()) return false;
        set_consent(one.span, shape_of_list(Mentor::kind, "appointments"));
        return true;
      }
    std::vector<Given> appointment;
    for (Given& one : sheet()) {
      one.keys.insert(one.keys.begin(), "consent");
      appointment.push_back(std::move(one));
    }
    add(file_of(Mentor::kind, person_), "appointments", appointment);
    return true;
  }

  static const Shape& shape_of_list(const Kind& kind, std::string_view list) {
    return *shape_of_kind(kind).find(list)->shape;
  }

  bool to_pair() {
    const std::vector<const Pair*> pairs = open_pairs(person_, typing_.registry());
    std::string id = answers_.text("pair");
    if (id.empty() && pairs.size() == 1) id = pairs.front()->id;
    if (id.empty()) return false;
    std::vector<Given> told{{{"person"}, yaml_word(person_)}};
    std::ranges::move(sheet(), std::back_inserter(told));
    told.push_back({{"additional_duties"}, yaml_word("true")});
    add(file_of(Pair::kind, id), "consents", told);
    return true;
  }

  bool to_helper() {
    for (const Pair& pair : typing_.registry().all<Pair>())
      for (const Helper& helper : pair.helpers)
        if (helper.person.id == person_ && helper.consent.absent()) {
          set_consent(helper.span, shape_of_list(Pair::kind, "helpers"));
          return true;
        }
    return false;
  }

  void to_person() {
    std::vector<Given> told;
    give(told, {"kinds"}, answers_, "kind");
    std::ranges::move(sheet(), std::back_inserter(told));
    for (const std::string key : {"resources", "purpose", "data", "conditions"}) give(told, {key}, answers_, key);
    give(told, {"given_by"}, answers_, "given-by");
    if (is_kind(answers_, ConsentKind::participation)) told.push_back({{"additional_duties"}, yaml_word("true")});
    add(fmt::format("{}{}.yaml", typing_.loaded.sources.personal_folder(), person_), "consents", told);
  }

  const Answers& answers_;
  const Typing& typing_;
  std::string person_;
  Act act_{};
};

// Withdrawn

class Withdrawing {
public:
  Withdrawing(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), person_(answers.text("person")), day_(*answers.day("date")) {}

  Act done() {
    for (const auto& kind : Codes<ConsentKind>::table) withdraw(kind);
    if (is_kind(answers_, ConsentKind::pd_dissemination)) take_off();
    if (is_kind(answers_, ConsentKind::mentor_appointment)) end_as_mentor();
    if (is_kind(answers_, ConsentKind::participation)) end_in_pairs();
    if (is_kind(answers_, ConsentKind::pd_processing)) {
      leave_banks();
      act_.means.push_back(
          Text{"обрабатывать эти данные больше нельзя, если закон не велит их хранить (152-ФЗ, ст. 9)",
               "these data may be used no longer, unless a law demands to keep them (152-FZ, art. 9)"});
      act_.next.push_back(fmt::format("nastavnik set people/{} erased_on сегодня --dry-run", person_));
    }
    if (act_.next.empty()) act_.next.push_back(fmt::format("nastavnik show people/{}", person_));
    return std::move(act_);
  }

private:
  bool is_of_pair_told(const Pair& pair) const { return !answers_.has("pair") || answers_.text("pair") == pair.id; }

  void withdraw(const Code& code) {
    const ConsentKind kind = static_cast<ConsentKind>(&code - Codes<ConsentKind>::table.data());
    if (!is_kind(answers_, kind)) return;
    std::vector<const Consent*> in_force;
    for (const Consent* one : consents_of(typing_.registry(), person_, kind))
      if (is_in_force(*one, day_) && one->withdrawn_on.absent() && !is_in_other_pair(*one)) in_force.push_back(one);
    if (in_force.empty())
      throw Refusal{
          .what = say({"{}: согласия «{}», которое можно отозвать, в записях нет",
                       "{}: the records have no consent to withdraw: {}"},
                      person_, code.label),
          .hint = say({"что записано: nastavnik show people/{}", "what is entered: nastavnik show people/{}"}, person_),
          .clause = "3.5"};
    for (const Consent* one : in_force) mark(*one);
    act_.means.push_back(
        say({"{}: согласие отозвано {}: {}", "{}: consent withdrawn on {}: {}"}, person_, day_, code.label));
  }

  /// Of the pair that holds the consent, where one does.
  const PairConsent* in_pair(const Consent& consent, const Pair*& holder) const {
    for (const Pair* pair : pairs_with(person_, typing_.registry()))
      for (const PairConsent& one : pair->consents)
        if (&one == &consent) {
          holder = pair;
          return &one;
        }
    return nullptr;
  }

  bool is_in_other_pair(const Consent& consent) const {
    const Pair* pair = nullptr;
    return in_pair(consent, pair) && !is_of_pair_told(*pair);
  }

  void mark(const Consent& consent) {
    const auto done = [&](Span span) { return std::ranges::count(marked_, span.begin) != 0; };
    if (done(consent.span)) return;
    marked_.push_back(consent.span.begin);
    const Pair* pair = nullptr;
    const PairConsent* of_several = in_pair(consent, pair);
    if (of_several && !of_several->people.absent()) return split(*of_several, *pair);
    act_.changes.push_back(stands_at(typing_.loaded, consent.span).setting("withdrawn_on", yaml_word(iso(day_))));
  }

  /// What several signed on one day is two items from now on: that of the others, and that of this person.
  void split(const PairConsent& shared, const Pair& pair) {
    const StandsAt place = stands_at(typing_.loaded, shared.span);
    Strings others;
    for (const Link<Person>& one : shared.people)
      if (one.id != person_) others.emplace_back(one.id);
    YamlValue own = written_at(typing_.loaded, shared.span);
    std::erase_if(own.keys, [](const KeyAndValue& one) { return one.key == "people"; });
    own.keys.insert(own.keys.begin(), {"person", yaml_word(person_)});
    own.keys.push_back({"withdrawn_on", yaml_word(iso(day_))});
    act_.changes.push_back(place.setting("people", yaml_words(others)));
    act_.changes.push_back({place.file, InsertItem{{std::string("consents")}, std::move(own)}});
    act_.means.push_back(say({"в паре {} согласие {} записано теперь отдельно от остальных",
                              "in the pair {} the consent of {} stands apart from that of the others now"},
                             pair.id, person_));
  }

  /// Nobody stands in a bank whose data may not be used.
  void leave_banks() {
    const std::vector<const Pair*> pairs = open_pairs(person_, typing_.registry());
    if (!pairs.empty() && !typing_.insists)
      throw Refusal{.what = say({"{}: пара {} ещё не завершена, а без обработки данных её не вести",
                                 "{}: the pair {} has not ended, and cannot go on without the use of data"},
                                person_, pairs.front()->id),
                    .hint = say({"сначала: nastavnik complete {} --by … --circumstance …",
                                 "first: nastavnik complete {} --by … --circumstance …"},
                                pairs.front()->id),
                    .clause = "row.2,row.3"};
    leave_bank(act_, person_, day_, "own_wish", typing_);
    const Mentor* mentor = typing_.registry().all<Mentor>().find(person_);
    if (!mentor || !mentor->left.absent()) return;
    act_.changes.push_back(
        stands_at(typing_.loaded, mentor->span)
            .setting("left", yaml_mapping({{"date", yaml_word(iso(day_))}, {"reason", yaml_word("own_wish")}})));
    end_appointment(act_, *mentor, day_, {.reason = "resigned"}, typing_);
    act_.means.push_back(
        say({"{} выбывает из банка наставников {}", "{} leaves the bank of mentors on {}"}, person_, day_));
  }

  /// From the day after the withdrawal no page names the person.
  void take_off() {
    for (const Publication& page : typing_.registry().all<Publication>()) {
      if (!page.withdrawn.absent()) continue;
      for (const ShownPerson& shown : page.people) {
        if (shown.person.id != person_ || !shown.to.absent()) continue;
        act_.changes.push_back(stands_at(typing_.loaded, shown.span).setting("to", yaml_word(iso(day_))));
        act_.means.push_back(say({"страница publications/{} называет {} по {}: уберите данные и на самом сайте",
                                  "the page publications/{} names {} to {}: take the data off the site itself, too"},
                                 page.id, person_, day_));
      }
    }
  }

  void end_as_mentor() {
    const Mentor* mentor = typing_.registry().all<Mentor>().find(person_);
    if (!mentor) return;
    end_appointment(act_, *mentor, day_, {.reason = "resigned"}, typing_);
    for (const Pair* pair : open_pairs(person_, typing_.registry()))
      if (pair->mentor.id == person_) end_whole(*pair, "mentor");
  }

  void end_in_pairs() {
    for (const Pair* pair : open_pairs(person_, typing_.registry())) {
      if (!is_of_pair_told(*pair) || std::ranges::count(ended_, pair->id) != 0) continue;
      if (pair->mentor.id == person_) {
        end_whole(*pair, "mentor");
        end_appointment(act_, *pair, day_, {.reason = "resigned"}, typing_);
      } else if (members_on(*pair, day_).size() > 1) {
        leave(*pair);
      } else {
        end_whole(*pair, "mentee");
        end_appointment(act_, *pair, day_, {.reason = "valid_circumstances"}, typing_);
      }
    }
  }

  void end_whole(const Pair& pair, std::string_view initiator) {
    ended_.emplace_back(pair.id);
    if (!pair.start.given() || *pair.start > day_) {
      act_.means.push_back(
          say({"пара {} работать не начинала: составьте другую", "the pair {} had not begun"}, pair.id));
      return;
    }
    end_pair(act_, pair, day_, {.reason = "consent_withdrawn"}, typing_);
    complete_programs(act_, pair, day_, completion(initiator, pair), typing_);
    if (initiator == "mentor") search_mentors(act_, pair, day_, day_, typing_);
    tell_order(pair.id);
  }

  YamlValue completion(std::string_view initiator, const Pair& pair) const {
    std::vector<KeyAndValue> keys{
        {"date", yaml_word(iso(day_))}, {"ground", yaml_word("by_initiative")}, {"initiator", yaml_word(initiator)}};
    if (answers_.has("circumstance"))
      keys.push_back({"circumstance", *answers_.value("circumstance")});
    else if (initiator == "mentor" && may_refuse_by_law(pair.mentor.id, day_, typing_.registry()))
      keys.push_back({"circumstance", yaml_word("statutory_refusal")});
    return yaml_mapping(std::move(keys));
  }

  void leave(const Pair& pair) {
    for (const Member& member : pair.mentees)
      if (member.person.id == person_ && member.to.absent())
        act_.changes.push_back(stands_at(typing_.loaded, member.span).setting("to", yaml_word(iso(day_))));
    act_.means.push_back(
        say({"{}: последний день в группе {} — {}", "{}: the last day in the group {} is {}"}, person_, pair.id, day_));
    tell_order(pair.id);
  }

  void tell_order(std::string_view pair) {
    act_.next.push_back(fmt::format("nastavnik document order {}", pair));
    act_.next.push_back(fmt::format("nastavnik sign {} --number … --date …", pair));
  }

  const Answers& answers_;
  const Typing& typing_;
  std::string person_;
  Date day_;
  std::vector<std::size_t> marked_{};
  Strings ended_{};
  Act act_{};
};

Act consented(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  return answers.text("what") == "give" ? Giving(answers, typing).done() : Withdrawing(answers, typing).done();
}

}  // namespace

ActKind consenting() {
  return {
      .name = "consent",
      .clauses = "3.5,9,10.5,152fz",
      .summary = {"записать согласие или его отзыв", "record a consent or its withdrawal"},
      .description =
          {"give (дать) записывает согласие туда, где ему место: согласие быть наставником — к назначению, на дополнительные "
           "обязанности — в пару, остальные — в запись человека. Если на одном листе несколько согласий, назовите все через запятую.\n\n"
           "withdraw (отозвать) записывает день отзыва и всё, что держалось на согласии: пары и их программы завершаются по инициативе "
           "этой стороны (п. 19.2), из группы человек выходит, страницы сайта больше его не называют.",
           "give records a consent where it belongs: that to be a mentor with the appointment, that to additional duties in the pair, "
           "others with the person. Where one sheet holds several, name them all with commas between them.\n\n"
           "withdraw records the day and what rested on the consent: pairs and their programmes end on the initiative of that side "
           "(clause 19.2), a group is left, pages of the site name the person no longer."},
      .questions = {{.name = "what",
                     .choice = &happening,
                     .value = {"ЧТО", "WHAT"},
                     .title = {"Дано или отозвано", "Given or withdrawn"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "person",
                     .field = "pairs.consents.person",
                     .value = {"ЧЕЛОВЕК", "PERSON"},
                     .title = {"Чьё согласие", "Whose consent"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "kind",
                     .field = "people.consents.kinds",
                     .value = {"НА_ЧТО", "KIND"},
                     .title = {"На что согласие", "What is consented to"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "date",
                     .field = "people.consents.given_on",
                     .title = {"День согласия или отзыва", "Day of the consent or its withdrawal"}},
                    {.name = "circumstance",
                     .field = "programs.completion.circumstance",
                     .title = {"Обстоятельство, если кончаются программы", "Circumstance, where programmes end"}},
                    {.name = "form", .field = "people.consents.form", .preset = "paper"},
                    {.name = "pair", .field = "programs.pair", .title = {"В какой паре", "In which pair"}},
                    {.name = "valid-to", .field = "people.consents.valid_to"},
                    {.name = "resources", .field = "people.consents.resources"},
                    {.name = "purpose", .field = "people.consents.purpose"},
                    {.name = "data", .field = "people.consents.data"},
                    {.name = "conditions", .field = "people.consents.conditions"},
                    {.name = "given-by", .field = "people.consents.given_by"}},
      .examples = {{"nastavnik consent give p-386512 'обработка персональных данных' --date 28.08.2026 --dry-run",
                    {"новое согласие, только посмотреть", "a new consent, only to look"}}},
      .wanted = wanted_of_consent,
      .act = consented,
  };
}

}  // namespace nastavnik
