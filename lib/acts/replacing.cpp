#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/ending.h"
#include "acts/entering.h"
#include "acts/standing.h"
#include "model/addresses.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/notions/pairs.h"

// A mentee asks for another mentor (clause 15.5): the petition, what was decided, and what ends and begins with it.

namespace nastavnik {
namespace {

/// Of the new pair it is told what `pair` asks.
constexpr std::array told_of_new_pair{"form",        "participants", "considered", "criteria",       "why",
                                      "signed",      "interest",     "consents",   "mentor-consent", "acquainted",
                                      "consent-form"};

const Pair* pair_told(const Answers& answers, const Registry& registry) {
  return registry.all<Pair>().find(answers.text("pair"));
}

std::string mentee_told(const Answers& answers, const Pair& pair) {
  if (answers.has("mentee")) return answers.text("mentee");
  return pair.mentees.size() == 1 ? std::string(pair.mentees.begin()->person.id) : std::string();
}

const Replacement* open_petition(const Pair& pair) {
  const auto found =
      std::ranges::find_if(pair.replacements, [](const Replacement& one) { return one.outcome.absent(); });
  return found == pair.replacements.end() ? nullptr : &*found;
}

Wanted wanted_of_replacement(std::string_view question, const Answers& answers, const Typing& typing) {
  const Pair* pair = pair_told(answers, typing.registry());
  const bool is_asked_before = pair && open_petition(*pair);
  if (question == "asked") return {.is_asked = !is_asked_before, .is_required = !is_asked_before};
  if (question == "mentee") {
    const bool is_group = pair && pair->mentees.size() > 1 && !is_asked_before;
    return {.is_asked = is_group, .is_required = is_group};
  }
  if (question == "reason") return {.is_asked = !is_asked_before};
  if (question == "decision") return {.fits = answers.has("decided")};
  const bool granted = is_granted(answers);
  if (question == "last") return {.fits = granted, .suggested = answers.text("decided")};
  if (question == "formed") return {.fits = granted && answers.has("mentor"), .suggested = answers.text("decided")};
  if (std::ranges::count(told_of_new_pair, question) != 0) return {.fits = granted && answers.has("mentor")};
  return {};
}

class Replacing {
public:
  Replacing(const Answers& answers, const Typing& typing, const Lot& lot)
      : answers_(answers), typing_(typing), lot_(lot), pair_(*pair_told(answers, typing.registry())) {}

  Act done() {
    refuse_over();
    const bool granted = is_granted(answers_);
    std::string new_pair;
    if (granted && answers_.has("mentor")) new_pair = prepared();
    petition(new_pair);
    if (!answers_.has("decided")) return waiting();
    if (!granted) {
      act_.means.push_back(
          say({"наставник не меняется: пара {} работает дальше", "the mentor stays: the pair {} goes on"}, pair_.id));
      return std::move(act_);
    }
    end();
    if (new_pair.empty()) search_mentors(act_, pair_, last(), *answers_.day("decided"), typing_);
    return std::move(act_);
  }

private:
  Date last() const { return answers_.day("last").value_or(*answers_.day("decided")); }

  void refuse_over() const {
    if (!pair_.end.absent())
      throw Refusal{.what = say({"пара {} уже прекращена", "the pair {} has ended already"}, pair_.id),
                    .clause = "15.5"};
    if (answers_.text("mentor") == pair_.mentor.id)
      throw Refusal{.what = say({"{} и есть наставник этой пары", "{} is the mentor of this pair"}, pair_.mentor.id),
                    .hint = Text{"назовите другого", "name another"},
                    .clause = "15.5"};
  }

  YamlValue outcome(const std::string& new_pair) const {
    std::vector<KeyAndValue> keys{{"date", *answers_.value("decided")}, {"decision", *answers_.value("decision")}};
    if (!new_pair.empty()) keys.push_back({"new_pair", yaml_word(new_pair)});
    return yaml_mapping(std::move(keys));
  }

  void petition(const std::string& new_pair) {
    const Replacement* open = answers_.has("asked") ? nullptr : open_petition(pair_);
    if (open && answers_.has("decided")) {
      act_.changes.push_back(stands_at(typing_.loaded, open->span).setting("outcome", outcome(new_pair)));
      return;
    }
    const RecordFile file(typing_.loaded, file_of(pair_));
    const FieldTyped list = list_typed(file, "replacements", typing_);
    std::vector<Given> told{{{"mentee"}, yaml_word(mentee_told(answers_, pair_))},
                            {{"addressed_to"}, yaml_words({"head", "curator"})}};
    give(told, {"date"}, answers_, "asked");
    give(told, {"reason"}, answers_, "reason");
    if (answers_.has("decided")) told.push_back({{"outcome"}, outcome(new_pair)});
    for (Change& change : adding(file, list, {assembled(*list.field->shape, told, typing_)}, typing_))
      act_.changes.push_back(std::move(change));
  }

  Act waiting() {
    act_.means.push_back(Text{"ходатайство записано и ждёт решения (п. 15.5)",
                              "the petition is on record and waits for the decision (cl. 15.5)"});
    act_.next.push_back(fmt::format("nastavnik document replacement {}", mentee_told(answers_, pair_)));
    act_.next.push_back(fmt::format("nastavnik replace {} --decided …", pair_.id));
    return std::move(act_);
  }

  /// The new pair as `pair` makes it; its id.
  std::string prepared() {
    const ActKind& pairing = *find_act("pair");
    Answers answers;
    std::vector<YamlValue> mentees;
    for (const Member* member : members_on(pair_, last())) mentees.push_back(yaml_word(member->person.id));
    answers.put("mentor", *answers_.value("mentor"));
    answers.put("mentee", yaml_items(std::move(mentees)));
    answers.put("formed", *answers_.value(answers_.has("formed") ? "formed" : "decided"));
    for (const std::string_view question : told_of_new_pair)
      if (answers_.has(question)) answers.put(question, *answers_.value(question));
    if (!answers_.has("form") && pair_.role_form.given()) answers.put("form", yaml_word(code_of(*pair_.role_form)));
    act_ = pairing.act(answers, typing_, lot_);
    const auto made =
        std::ranges::find_if(act_.changes, [](const Change& one) { return one.file.starts_with("pairs/"); });
    return made->file.substr(made->file.find('/') + 1, made->file.rfind('.') - made->file.find('/') - 1);
  }

  void end() {
    end_pair(act_, pair_, last(), {.reason = "mentor_replaced"}, typing_);
    complete_programs(act_, pair_, last(),
                      yaml_mapping({{"date", yaml_word(iso(last()))},
                                    {"ground", yaml_word("by_initiative")},
                                    {"initiator", yaml_word("mentee")},
                                    {"circumstance", yaml_word("mentor_replaced")}}),
                      typing_);
    if (!answers_.has("keep-mentor"))
      end_appointment(act_, pair_, last(),
                      {.reason = "other", .note = "Замена наставника по ходатайству наставляемого"}, typing_);
    act_.next.push_back(fmt::format("nastavnik sign {} --number … --date …", pair_.id));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Lot& lot_;
  const Pair& pair_;
  Act act_{};
};

Act replaced(const Answers& answers, const Typing& typing, const Lot& lot) {
  return Replacing(answers, typing, lot).done();
}

std::vector<ActQuestion> questions() {
  std::vector<ActQuestion> all{
      {.name = "pair",
       .field = "programs.pair",
       .value = {"ПАРА", "PAIR"},
       .title = {"Какая пара или группа", "Which pair or group"},
       .help = {"пара или группа: фамилия участника или номер", "the pair or group: a surname or the id"},
       .is_argument = true,
       .is_required = true},
      {.name = "mentor",
       .field = "pairs.mentor",
       .value = {"НАСТАВНИК", "MENTOR"},
       .title = {"Новый наставник, если он найден", "The new mentor, where there is one"},
       .is_argument = true},
      {.name = "asked", .field = "pairs.replacements.date"},
      {.name = "mentee", .field = "pairs.replacements.mentee"},
      {.name = "reason", .field = "pairs.replacements.reason"},
      {.name = "decided",
       .field = "pairs.replacements.outcome.date",
       .title = {"Когда решили по ходатайству", "When the petition was decided"}},
      {.name = "decision", .field = "pairs.replacements.outcome.decision", .preset = "granted"},
      {.name = "last", .field = "pairs.end.date"},
      {.name = "keep-mentor",
       .title = {"Наставник остаётся в обязанностях", "The mentor stays in office"},
       .help = {"обязанности с прежнего наставника не снимаются", "the mentor before stays in office"},
       .is_flag = true}};
  const ActKind pair = pairing();
  for (ActQuestion question : pair.questions) {
    if (question.name != "formed" && std::ranges::count(told_of_new_pair, question.name) == 0) continue;
    if (question.name == "formed") {
      question.preset = {};  // the day of the decision
      question.help = {};
    }
    all.push_back(question);
  }
  return all;
}

}  // namespace

ActKind replacing() {
  return {
      .name = "replace",
      .clauses = "15.5",
      .covers = "pairs.replacements",
      .decides = true,
      .summary = {"заменить наставника по ходатайству", "replace a mentor at a mentee's request"},
      .description =
          {"Записывает ходатайство наставляемого о замене наставника (п. 15.5), а когда по нему решено (--decided) — и решение. Удовлетворено: "
           "пара и её программа кончаются, с наставника без других пар снимаются обязанности, а с новым наставником готовится новая пара — как "
           "в nastavnik pair; пока его нет, наставляемому ищут наставника.",
           "Records the petition of a mentee for another mentor (clause 15.5), and once it is decided (--decided) the decision. Granted: the "
           "pair and its programme end, a mentor without another pair is relieved, and a new pair with the new mentor is in preparation, as by "
           "nastavnik pair; while there is none, a mentor is looked for."},
      .questions = questions(),
      .examples = {{"nastavnik replace 2026-517369 --asked 24.08.2026 --mentee p-451386 --decided 28.08.2026 --dry-run",
                    {"удовлетворено, нового наставника ещё нет; только посмотреть",
                     "granted, no new mentor yet; only to look"}}},
      .wanted = wanted_of_replacement,
      .act = replaced,
  };
}

}  // namespace nastavnik
