#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/ending.h"
#include "acts/entering.h"
#include "acts/signing.h"
#include "acts/standing.h"
#include "model/addresses.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"

// A mentor asks to be relieved (clause 13.3); an employee may refuse at any time (article 351.8 of the Labour Code).

namespace nastavnik {
namespace {

const Mentor* mentor_told(const Answers& answers, const Registry& registry) {
  return registry.all<Mentor>().find(answers.text("mentor"));
}

const Resignation* open_request(const Mentor* mentor) {
  if (!mentor) return nullptr;
  const auto found =
      std::ranges::find_if(mentor->resignations, [](const Resignation& one) { return one.outcome.absent(); });
  return found == mentor->resignations.end() ? nullptr : &*found;
}

Wanted wanted_of_resignation(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool is_asked_before = open_request(mentor_told(answers, typing.registry()));
  if (question == "asked" || question == "leaving")
    return {.is_asked = !is_asked_before, .is_required = !is_asked_before};
  if (question == "reason") return {.is_asked = !is_asked_before};
  if (question == "decision") return {.fits = answers.has("decided")};
  const bool granted = is_granted(answers);
  if (question == "circumstance" || question == "explanation" || question == "number")
    return {.fits = granted, .is_asked = question == "number"};
  if (question == "date") {
    const bool fits = granted && answers.has("number");
    const auto known = day_of_order(answers, typing.registry());
    return {.fits = fits, .is_required = fits && !known, .suggested = known ? iso(*known) : answers.text("decided")};
  }
  return {};
}

class Resigning {
public:
  Resigning(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), mentor_(found(answers, typing)) {}

  Act done() {
    request();
    if (!answers_.has("decided")) return waiting();
    if (!is_granted(answers_)) {
      act_.means.push_back(
          say({"обязанности не сложены: {} остаётся наставником", "not relieved: {} remains a mentor"}, mentor_.id));
      return std::move(act_);
    }
    relieve();
    return std::move(act_);
  }

private:
  static const Mentor& found(const Answers& answers, const Typing& typing) {
    if (const Mentor* mentor = mentor_told(answers, typing.registry())) return *mentor;
    throw Refusal{.what = say({"{}: в банке наставников записи нет", "{}: there is no entry in the bank of mentors"},
                              answers.text("mentor")),
                  .clause = "13.3"};
  }

  bool is_employee(Date day) const { return may_refuse_by_law(mentor_.id, day, typing_.registry()); }

  void refuse_rejection(Date asked) const {
    if (answers_.text("decision") != "rejected" || typing_.insists || !is_employee(asked)) return;
    throw Refusal{
        .what = say(
            {"{} работает в организации: отказаться от наставничества работник вправе досрочно, и отказать ему нельзя",
             "{} is employed by the school: an employee may give up mentoring at any time, and cannot be rejected"},
            mentor_.id),
        .hint = Text{"освободить: та же команда без --decision; если в самом деле отказали, добавьте --as-is",
                     "to relieve: the same command without --decision; if it really was rejected, add --as-is"},
        .clause = "tk351.8"};
  }

  YamlValue outcome() const {
    return yaml_mapping({{"date", *answers_.value("decided")}, {"decision", *answers_.value("decision")}});
  }

  void request() {
    const Resignation* open = answers_.has("asked") ? nullptr : open_request(&mentor_);
    const std::optional<Date> asked =
        open && open->date.given() ? std::optional<Date>(*open->date) : answers_.day("asked");
    refuse_rejection(asked.value_or(typing_.registry().day()));
    leaving_ = open && open->leaving_on.given() ? *open->leaving_on
                                                : answers_.day("leaving").value_or(typing_.registry().day());
    if (open && answers_.has("decided")) {
      act_.changes.push_back(stands_at(typing_.loaded, open->span).setting("outcome", outcome()));
      return;
    }
    const RecordFile file(typing_.loaded, file_of(mentor_));
    const FieldTyped list = list_typed(file, "resignations", typing_);
    std::vector<Given> told{{{"addressed_to"}, yaml_words({"head", "curator"})}};
    give(told, {"date"}, answers_, "asked");
    give(told, {"leaving_on"}, answers_, "leaving");
    give(told, {"reason"}, answers_, "reason");
    if (answers_.has("decided")) told.push_back({{"outcome"}, outcome()});
    for (Change& change : adding(file, list, {assembled(*list.field->shape, told, typing_)}, typing_))
      act_.changes.push_back(std::move(change));
  }

  Act waiting() {
    act_.means.push_back(is_employee(leaving_)
                             ? Text{"заявление записано; работнику отказать нельзя (ст. 351.8 ТК РФ)",
                                    "the request is on record; an employee cannot be rejected (article 351.8)"}
                             : Text{"заявление записано и ждёт решения (п. 13.3)",
                                    "the request is on record and waits for the decision (cl. 13.3)"});
    act_.next.push_back(fmt::format("nastavnik document resignation {}", mentor_.id));
    act_.next.push_back(fmt::format("nastavnik resign {} --decided …", mentor_.id));
    return std::move(act_);
  }

  YamlValue completion(Date last) const {
    std::vector<KeyAndValue> keys{
        {"date", yaml_word(iso(last))}, {"ground", yaml_word("by_initiative")}, {"initiator", yaml_word("mentor")}};
    if (answers_.has("circumstance"))
      keys.push_back({"circumstance", *answers_.value("circumstance")});
    else if (is_employee(last))
      keys.push_back({"circumstance", yaml_word("statutory_refusal")});
    if (answers_.has("explanation")) keys.push_back({"explanation", *answers_.value("explanation")});
    return yaml_mapping(std::move(keys));
  }

  /// The day from which relief was asked for is no day in office any more.
  void relieve() {
    const Date last = leaving_ - 1;
    std::vector<const Pair*> pairs;
    for (const Pair* pair : typing_.registry().pairs_of_mentor(mentor_.id))
      if (pair->end.absent() && pair->start.given() && *pair->start <= last) pairs.push_back(pair);
    std::vector<OrderKind> kinds{OrderKind::relieve_mentor};
    if (!pairs.empty()) kinds.push_back(OrderKind::end_pairs);
    const std::string order = order_told(act_, answers_, kinds, typing_);
    end_appointment(act_, mentor_, last, {.reason = "resigned", .order = order}, typing_);
    for (const Pair* pair : pairs) {
      end_pair(act_, *pair, last, {.reason = "participant_left", .order = order}, typing_);
      complete_programs(act_, *pair, last, completion(last), typing_);
      search_mentors(act_, *pair, last, *answers_.day("decided"), typing_);
    }
    if (!order.empty()) return act_.next.push_back("nastavnik document order " + order);
    act_.next.push_back(fmt::format("nastavnik document order-relieve {}", mentor_.id));
    act_.next.push_back(fmt::format("nastavnik sign {} --number … --date …", mentor_.id));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Mentor& mentor_;
  Date leaving_{};
  Act act_{};
};

Act resigned(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  return Resigning(answers, typing).done();
}

}  // namespace

ActKind resigning() {
  return {
      .name = "resign",
      .clauses = "13.3,tk351.8",
      .covers = "mentors.resignations",
      .decides = true,
      .summary = {"сложить с наставника обязанности", "relieve a mentor who asks for it"},
      .description =
          {"Записывает заявление наставника о сложении обязанностей (п. 13.3), а когда по нему решено (--decided) — и решение. Удовлетворено: "
           "накануне дня, с которого он просит освободить, кончаются его назначение, пары и их программы, а наставляемым ищут нового "
           "наставника. Приказ — сразу (--number, --date) или потом (nastavnik sign).\n\n"
           "Работнику организации отказать нельзя: статья 351.8 ТК РФ.",
           "Records the request of a mentor to be relieved (clause 13.3), and once it is decided (--decided) the decision. Granted: on the day "
           "before the one from which relief is asked for the appointment ends, and so do the pairs and their programmes; another mentor is "
           "looked for. The order comes at once (--number, --date) or later (nastavnik sign).\n\n"
           "An employee of the school cannot be rejected: article 351.8 of the Labour Code."},
      .questions = {{.name = "mentor",
                     .field = "pairs.mentor",
                     .value = {"НАСТАВНИК", "MENTOR"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "asked", .field = "mentors.resignations.date"},
                    {.name = "leaving", .field = "mentors.resignations.leaving_on"},
                    {.name = "reason", .field = "mentors.resignations.reason"},
                    {.name = "decided",
                     .field = "mentors.resignations.outcome.date",
                     .title = {"Когда решили по заявлению", "When the request was decided"}},
                    {.name = "decision", .field = "mentors.resignations.outcome.decision", .preset = "granted"},
                    {.name = "circumstance", .field = "programs.completion.circumstance"},
                    {.name = "explanation", .field = "programs.completion.explanation"},
                    {.name = "number", .field = "orders.number"},
                    {.name = "date", .field = "orders.date"}},
      .examples = {{"nastavnik resign p-264839 --asked 24.08.2026 --leaving 14.09.2026 --decided 26.08.2026 --dry-run",
                    {"удовлетворено, только посмотреть", "granted, only to look"}}},
      .wanted = wanted_of_resignation,
      .act = resigned,
  };
}

}  // namespace nastavnik
