#include <algorithm>

#include <fmt/format.h>

#include "acts/act.h"
#include "acts/ending.h"
#include "acts/standing.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"

// A programme comes to its end (clause 19), and with it the pair, the office of the mentor, the place in the bank.

namespace nastavnik {
namespace {

const Program* program_told(const Answers& answers, const Registry& registry) {
  return registry.all<Program>().find(answers.text("program"));
}

/// The ground, by whichever question told it; empty where none did.
std::string ground_told(const Answers& answers) {
  if (answers.has("plan")) return "plan_completed";
  if (answers.has("curator") || answers.text("by") == "curator") return "by_curator";
  return answers.has("by") ? "by_initiative" : answers.text("ground");
}

Wanted wanted_of_ending(std::string_view question, const Answers& answers, const Typing& typing) {
  const std::string ground = ground_told(answers);
  const bool is_said = answers.has("plan") || answers.has("curator") || answers.has("by");
  if (question == "plan") return {.fits = !answers.has("curator") && !answers.has("by")};
  if (question == "curator") return {.fits = !answers.has("by")};
  if (question == "ground")  // told twice, it has to be the same
    return {.fits = !is_said || answers.text("ground") == ground, .is_asked = !is_said, .is_required = !is_said};
  if (question == "by") return {.fits = is_said || ground == "by_initiative", .is_required = ground == "by_initiative"};
  if (question == "side") {
    const bool is_asked = answers.text("circumstance") != "force_majeure";
    return {.fits = ground == "by_curator", .is_asked = is_asked, .is_required = is_asked && ground == "by_curator"};
  }
  if (question == "circumstance" || question == "explanation") return {.fits = ground != "plan_completed"};
  if (question == "statements") return {.fits = ground == "by_initiative", .is_asked = answers.text("by") == "mutual"};
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  return {};
}

Text words_of_ground(std::string_view code) {
  return std::ranges::find(Codes<Ground>::table, code, &Code::code)->label;
}

/// Of a joint decision all make a statement, else the side that wants to end it.
std::vector<std::string> who_states(const Answers& answers, const Pair& pair, Date day) {
  std::vector<std::string> people;
  if (answers.text("by") != "mentee") people.emplace_back(pair.mentor.id);
  if (answers.text("by") != "mentor")
    for (const Member* member : members_on(pair, day)) people.emplace_back(member->person.id);
  return people;
}

/// Why the mentor's duties end with the programme. That its term ran out is said of a plan that was carried out alone.
WhyEnded why_duties_end(const Answers& answers) {
  const std::string ground = ground_told(answers);
  if (ground == "plan_completed") return {.reason = "term_ended"};
  if (ground == "by_initiative") {
    const bool leaves = answers.text("by") == "mentor" && answers.text("circumstance") == "dismissal";
    return {.reason = leaves ? "left_organization" : "valid_circumstances"};
  }
  return {.reason = "other", .note = "программа завершена по инициативе куратора (п. 19.3)"};
}

class Completing {
public:
  Completing(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), program_(*program_told(answers, typing.registry())) {}

  Act done() {
    refuse_over();
    const StandsAt record = stands_at(typing_.loaded, program_.span);
    act_.changes.push_back(record.setting("completion", completion()));
    if (answers_.has("results")) act_.changes.push_back(record.setting("results", *answers_.value("results")));
    act_.means.push_back(say({"программа {} завершена {}: {}", "the programme {} ended on {}: {}"}, program_.id, day(),
                             words_of_ground(ground())));
    if (const Pair* pair = program_.pair.to) end(*pair);
    take_off_pages(act_, program_, day(), typing_);
    tell_next();
    return std::move(act_);
  }

private:
  Date day() const { return *answers_.day("date"); }
  std::string ground() const { return ground_told(answers_); }

  void refuse_over() const {
    const bool is_over = !program_.completion.absent();
    if (!is_over && program_.cancelled.absent()) return;
    throw Refusal{
        .what = is_over ? say({"программа {} уже завершена", "the programme {} has ended already"}, program_.id)
                        : say({"программа {} отменена", "the programme {} is cancelled"}, program_.id),
        .hint = say({"что записано: nastavnik show programs/{}", "what is entered: nastavnik show programs/{}"},
                    program_.id),
        .clause = "19"};
  }

  YamlValue completion() const {
    const Shape& shape = *shape_of_kind(Program::kind).find("completion")->shape;
    std::vector<Given> given{{{"ground"}, yaml_word(ground())}};
    give(given, {"date"}, answers_, "date");
    if (ground() == "by_initiative") give(given, {"initiator"}, answers_, "by");
    if (answers_.text("circumstance") == "force_majeure" && !answers_.has("side"))
      given.push_back({{"side"}, yaml_word("neither")});
    for (const std::string key : {"side", "circumstance", "explanation"}) give(given, {key}, answers_, key);
    if (answers_.has("statements") && program_.pair.to) {
      std::vector<Given> statement{{{"people"}, yaml_words(who_states(answers_, *program_.pair.to, day()))}};
      give(statement, {"date"}, answers_, "statements");
      given.push_back({{"statements"}, yaml_items({assembled(*shape.find("statements")->shape, statement, typing_)})});
    }
    return assembled(shape, given, typing_);
  }

  /// Another programme of the pair that is to come or runs keeps it together.
  bool goes_on(const Pair& pair) const {
    return answers_.has("keep-pair") ||
           std::ranges::any_of(typing_.registry().programs_of(pair), [&](const Program* other) {
             return other->id != program_.id && other->completion.absent() && other->cancelled.absent();
           });
  }

  void end(const Pair& pair) {
    if (goes_on(pair)) {
      act_.means.push_back(say({"пара {} работает дальше", "the pair {} goes on"}, pair.id));
      return;
    }
    const auto members = members_on(pair, day());
    end_pair(act_, pair, day(), {.reason = "program_ended"}, typing_);
    if (!answers_.has("keep-mentor")) end_appointment(act_, pair, day(), why_duties_end(answers_), typing_);
    for (const Member* member : members) release(member->person.id, pair);
  }

  void release(std::string_view mentee, const Pair& pair) {
    if (!other_pairs_of_mentee(mentee, pair, typing_.registry()).empty()) return;
    if (answers_.has("left")) return leave_bank(act_, mentee, day(), answers_.text("left"), typing_);
    if (answers_.has("search")) return search_mentor(act_, mentee, day(), typing_);
    act_.means.push_back(
        say({"{} остаётся в банке наставляемых и ждёт", "{} stays in the bank of mentees and waits"}, mentee));
  }

  void tell_next() {
    const std::string_view program = program_.id;
    act_.next.push_back(fmt::format("nastavnik document completion {}", program));
    if (program_.pair.to && program_.pair.to->end.absent() && !goes_on(*program_.pair.to)) {
      act_.next.push_back(fmt::format("nastavnik document order {}", program_.pair.to->id));
      act_.next.push_back(fmt::format("nastavnik sign {} --number … --date …", program_.pair.to->id));
    }
    if (program_.pair.to)
      act_.next.push_back(fmt::format("nastavnik document --all survey --pairs {} -o ankety", program_.pair.to->id));
    if (program_.pair.to)
      act_.next.push_back(fmt::format("nastavnik document mentoring-certificate {}", program_.pair.to->mentor.id));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Program& program_;
  Act act_{};
};

Act completed(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  return Completing(answers, typing).done();
}

}  // namespace

ActKind completing() {
  return {
      .name = "complete",
      .clauses = "19",
      .covers = "programs.completion,pairs.end",
      .decides = true,
      .summary = {"завершить программу, а с ней и пару", "end a programme, and with it the pair"},
      .description =
          {"Завершает программу на одном из трёх оснований: план выполнен (--plan), по инициативе участников (--by), по инициативе "
           "куратора (--curator). Вместе с ней записывает последний день пары и, если других пар у наставника нет, его последний день в "
           "обязанностях; наставляемый выбывает из банка (--left), ищет нового наставника (--search) или ждёт; программа уходит со страницы "
           "реализуемых. Пара, у которой есть ещё программа, работает дальше.\n\n"
           "План выполнен, когда выполнены все мероприятия, кроме исключённых (п. 19.1). Участники называют уважительное обстоятельство "
           "(п. 19.2), куратор — недолжное исполнение или форс-мажор (п. 19.3).",
           "Ends a programme on one of three grounds: the plan is carried out (--plan), on the initiative of participants (--by), on that "
           "of the curator (--curator). With it go the last day of the pair and, where the mentor has no other pair, the last day in office; "
           "the mentee leaves the bank (--left), looks for another mentor (--search) or waits; the page of running programmes shows it no "
           "more. A pair that has another programme goes on.\n\n"
           "A plan is carried out when all activities are done but those dropped (clause 19.1). Participants name a valid circumstance "
           "(clause 19.2), the curator improper performance or force majeure (clause 19.3)."},
      .questions = {{.name = "program",
                     .field = "publications.programs.program",
                     .value = {"ПРОГРАММА", "PROGRAM"},
                     .title = {"Какая программа", "Which programme"},
                     .help = {"программа: фамилия участника или номер", "the programme: a surname or the id"},
                     .is_argument = true,
                     .is_required = true},
                    {.name = "plan",
                     .title = {"План выполнен в полном объёме", "The plan is carried out in full"},
                     .help = {"план выполнен (п. 19.1)", "the plan is carried out (clause 19.1)"},
                     .is_flag = true},
                    {.name = "curator",
                     .title = {"По инициативе куратора", "On the curator's initiative"},
                     .help = {"по инициативе куратора (п. 19.3)", "on the curator's initiative (clause 19.3)"},
                     .is_flag = true},
                    {.name = "ground", .field = "programs.completion.ground"},
                    {.name = "by",
                     .field = "programs.completion.initiator",
                     .help = {"по чьей инициативе: наставник, наставляемый, обоюдно (п. 19.2)",
                              "on whose initiative: mentor, mentee, mutual (clause 19.2)"}},
                    {.name = "date",
                     .field = "programs.completion.date",
                     .help = {"когда завершена; если не указано, сегодня", "ended on; today if not given"},
                     .preset = "today"},
                    {.name = "circumstance", .field = "programs.completion.circumstance"},
                    {.name = "explanation", .field = "programs.completion.explanation"},
                    {.name = "side", .field = "programs.completion.side"},
                    {.name = "statements",
                     .field = "programs.completion.statements.date",
                     .title = {"Дата заявлений участников", "Date of the statements"}},
                    {.name = "results", .field = "programs.results"},
                    {.name = "left",
                     .field = "mentees.left.reason",
                     .title = {"Почему наставляемые выбывают из банка (пусто — остаются)",
                               "Why the mentees leave the bank (empty: they stay)"}},
                    {.name = "search",
                     .title = {"Начат поиск нового наставника", "Another mentor is looked for"},
                     .help = {"наставляемому ищут нового наставника", "another mentor is looked for"},
                     .is_flag = true},
                    {.name = "keep-pair",
                     .title = {"Пара работает дальше", "The pair goes on"},
                     .help = {"пара работает дальше, новая программа будет",
                              "the pair goes on, a new programme will follow"},
                     .is_flag = true},
                    {.name = "keep-mentor",
                     .title = {"Наставник остаётся в обязанностях", "The mentor stays in office"},
                     .help = {"обязанности с наставника не снимаются", "the mentor stays in office"},
                     .is_flag = true}},
      .examples =
          {{"nastavnik complete 2026-517369 --by обоюдно --circumstance нагрузка --date 28.08.2026 --statements "
            "27.08.2026 --search --dry-run",
            {"по обоюдному решению, только посмотреть", "by mutual decision, only to look"}}},
      .wanted = wanted_of_ending,
      .act = completed,
  };
}

}  // namespace nastavnik
