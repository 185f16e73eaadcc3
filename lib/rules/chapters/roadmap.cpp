// The appendix, rows 1-4: the papers to begin with, the two banks, choice and training of mentors.

#include <algorithm>
#include <vector>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/earliest.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/training.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/missing.h"
#include "rules/questions/programs_of_pair.h"
#include "rules/questions/waiting.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// The papers

/// Of those who are left waiting in the bank, the one who has been there longest.
const Mentee* find_first_mentee(Check& check) {
  const Mentee* first = nullptr;
  for (const Mentee& mentee : check.all<Mentee>())
    if (left_waiting(check, mentee) && (!first || *mentee.entered_on < *first->entered_on)) first = &mentee;
  return first;
}

/// A pair works: the rules on its order and its programme speak of it.
bool some_pair_works(const Check& check) {
  const Table<Pair>& pairs = check.all<Pair>();
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const Pair& pair) { return works_on(pair, check.day()) == Verdict::yes; });
}

/// Where it is unclear whether one works, the rule is undecided.
bool surely_no_pair_works(Check& check) {
  const auto is_idle = [&](const Pair& pair) { return check.denied(works_on(pair, check.day()), pair); };
  const Table<Pair>& pairs = check.all<Pair>();
  return check.sees_all<Pair>(check.registry().organization()) && std::all_of(pairs.begin(), pairs.end(), is_idle);
}

bool no_order_assigns_pairs(Check& check, const Mentee& place) {
  bool none = true;
  for (const Order& order : check.all<Order>())
    none = none && check.given(order.kinds) && !decides(order, OrderKind::assign_pairs);
  return none && check.sees_all<Order>(place);
}

bool no_program_is_prepared(Check& check, const Mentee& place) {
  bool none = true;
  for (const Program& program : check.all<Program>())
    none = none && check.known(program.cancelled) && program.cancelled.given();
  return none && check.sees_all<Program>(place);
}

void founding_papers_missing(Check& check) {
  const Mentee* first = some_pair_works(check) ? nullptr : find_first_mentee(check);
  if (!first) return;
  const auto& days = check.limits().program_due_days;
  const Date due = *first->entered_on + *days;
  if (check.day() <= due) return;
  const Words missing = list_missing({
      {no_order_assigns_pairs(check, *first),
       {"приказа о закреплении (orders/)", "the order assigning pairs (orders/)"}},
      {no_program_is_prepared(check, *first), {"программы (programs/)", "a programme (programs/)"}},
  });
  if (missing.empty() || !surely_no_pair_works(check)) return;
  check.found(first->entered_on,
              {"в банке ждёт наставляемый, но нет {}; их готовят не позже {} ({})",
               "a mentee waits in the bank; missing: {}; due by {} ({})"},
              missing, due, whose_term(days));
}

/// A programme in whose term the pair has nobody at all is the finding of another rule, and the cause of this one.
bool serves_nobody(const Program& program, const Pair& pair) {
  const At<Day> end = end_of_term(program, program.completion.given() ? *program.completion->date : end_of_time);
  if (!end.given() || !program.start.given()) return false;
  const Period term{*program.start, *end};
  return std::none_of(pair.mentees.begin(), pair.mentees.end(),
                      [&](const Member& member) { return period_of(member, pair)->meets(term); });
}

/// What keeps the days of the programme from being known.
std::optional<Span> unclear_days(const Program& program) {
  const Block<Completion>& completion = program.completion;
  if (!program.start.given()) return program.start.span;
  if (!completion.absent() && !completion->date.given()) return completion.span;
  return std::nullopt;
}

/// What might be a programme that the member takes part in.
std::optional<Span> unclear_program(const Programs& programs, const Table<Program>& all) {
  for (const Program* program : programs)
    if (const auto unclear = unclear_days(*program)) return unclear;
  return find_unclear_program(all);
}

void member_without_program(Check& check, const Pair& pair, const Member& member, const Programs& programs) {
  const Period own = *period_of(member, pair);
  if (!check.all<Mentee>().find(member.person.id)) return;
  if (own.from + *check.limits().program_due_days >= std::min(own.to, check.day())) return;
  const auto takes_in = [&](const Program* program) {
    const auto days = period_of(*program);
    return days && days->meets(own) && !unclear_days(*program);
  };
  if (std::any_of(programs.begin(), programs.end(), takes_in)) return;
  if (const auto unclear = unclear_program(programs, check.all<Program>())) return check.undecided(*unclear);
  check
      .found(member.person,
             {"{} в паре с {}, а дни программы этой пары с его участием не пересекаются",
              "{} is in the pair from {}, and shares no day with a programme of the pair"},
             check.who(member.person), own.from)
      .also(programs.back()->start, {"начало программы", "start of the programme"});
}

/// That a pair is over, or the mentee has left it, does not undo that there was no programme.
void mentee_without_program(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    const auto programs = prepared_programs(check, pair);
    if (!programs || programs->empty() || pair.start.absent() || !knows_days(check, pair)) continue;
    if (unclear_membership(pair)) {
      check.undecided(pair);
      continue;
    }
    const auto is_idle = [&](const Program* program) { return serves_nobody(*program, pair); };
    if (std::any_of(programs->begin(), programs->end(), is_idle)) continue;
    for (const Member& member : pair.mentees) member_without_program(check, pair, member, *programs);
  }
}

// The banks

void request_missing(Check& check) {
  const auto& days = check.limits().program_due_days;
  for (const Mentee& mentee : check.all<Mentee>()) {
    if (!check.absent(mentee.requests) || is_erased(check.registry(), mentee.id)) continue;
    if (!check.given(mentee.entered_on) || *mentee.entered_on + *days >= check.day()) continue;
    check.found(mentee,
                {"в записи банка нет ни одного запроса (requests); его записывают по {} ({})",
                 "the entry of the bank holds no request (requests); one was due by {} ({})"},
                *mentee.entered_on + *days, whose_term(days));
  }
}

/// The words are about mentors «в организации»: who works only at a partner is not asked.
void questionnaire_missing(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>())
    if (check.absent(mentor.questionnaire) && !is_erased(check.registry(), mentor.id) &&
        check.denied(is_external(check.registry(), mentor.id, check.day()), mentor))
      check.found(mentor, {"в записи банка нет анкеты (questionnaire)",
                           "the entry of the bank holds no questionnaire (questionnaire)"});
}

using Consents = std::vector<const Consent*>;

/// What was only said is no consent to the use of data.
bool is_oral(const Consent* consent) { return consent->form.given() && *consent->form == ConsentForm::oral; }

template <class Entry>
void report_no_written_consent(Check& check, const Entry& entry, const Consents& oral) {
  if (oral.empty())
    check.found(entry.entered_on, {"такого согласия нет ни в одной бумаге этого человека",
                                   "none of the person's papers holds such a consent"});
  else
    check
        .found(oral.front()->form, {"согласие дано устно, а нужно на бумаге или электронное",
                                    "the consent was given orally, and is needed on paper or electronic"})
        .also(entry.entered_on, {"внесён в банк", "entered in the bank"});
}

/// The days in the bank that no consent covers. Nothing is said of the consents but where they stand: they are in people/.
template <class Entry>
void hold_bank_to_consents(Check& check, const Entry& entry, const Consents& consents) {
  Periods covered;
  for (const Consent* consent : consents) {
    if (!knows_days(check, *consent)) return;
    covered.push_back(*period_of(*consent));
  }
  const Period in_bank{*entry.entered_on, entry.left.given() ? *entry.left->date : end_of_time};
  if (*entry.entered_on > check.day()) return;
  const auto given_on = [](const Consent* consent) { return *consent->given_on; };
  const Consent& first = **std::ranges::min_element(consents, {}, given_on);
  if (*first.given_on > *entry.entered_on)
    check.found(entry.entered_on, {"согласие дано позже этого дня", "the consent is later than this day"})
        .also(first.given_on, {"дата согласия", "date of the consent"});
  else if (!uncovered_days(check, in_bank, covered).empty())
    check
        .found(entry.entered_on, {"согласие перестало действовать, а человек оставался в банке",
                                  "the consent ended while the person stayed in the bank"})
        .also(*consents.back(), {"последнее согласие", "the last consent"});
}

bool is_in_other_bank(const Check& check, const Mentor& mentor) {
  return check.all<Mentee>().find(mentor.id) != nullptr;
}
bool is_in_other_bank(const Check&, const Mentee&) { return false; }

/// There is no such person, which S-02 says.
bool is_nobody(const Check& check, std::string_view person) {
  return check.all<Person>().standing(person) == Standing::missing;
}

/// One missing paper is said once: who is in both banks, in that of mentees.
template <class Entry>
void data_consent_missing(Check& check) {
  for (const Entry& entry : check.all<Entry>()) {
    if (!check.given(entry.entered_on) || !check.known(entry.left) || is_erased(check.registry(), entry.id)) continue;
    if (entry.left.given() && !check.given(entry.left->date)) continue;
    const Consents all = consents_of(check.registry(), entry.id, ConsentKind::pd_processing);
    Consents written = all;
    std::erase_if(written, is_oral);
    if (!written.empty())
      hold_bank_to_consents(check, entry, written);
    else if (!sees_consents(check.registry(), entry.id) || is_nobody(check, entry.id))
      check.undecided(entry);
    else if (!is_in_other_bank(check, entry))
      report_no_written_consent(check, entry, all);
  }
}

// Choice and training

void choice_unrecorded(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    const Formation& formation = *pair.formation;
    if (is_draft(pair, check.day()) || !check.given(pair.formation)) continue;
    if (!check.known(formation.considered, formation.why)) continue;
    const Words missing = list_missing({
        {formation.considered.absent(), {"кого рассматривали (considered)", "who was considered (considered)"}},
        {formation.why.absent(), {"почему выбран этот (why)", "why this one was chosen (why)"}},
    });
    if (!missing.empty()) check.found(formation.date, {"не записано: {}", "not recorded: {}"}, missing);
  }
}

/// The pair of the mentor that began first.
const Pair* find_first_pair(Check& check, const Mentor& mentor) {
  const Pair* first = nullptr;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id))
    if (check.known(pair->start) && pair->start.given() && (!first || *pair->start < *first->start)) first = pair;
  return first;
}

/// The field that says since when the mentor is one: the first appointment, else the first pair of a partner's employee.
const At<Day>* find_first_day(Check& check, const Mentor& mentor, const Pair& pair) {
  if (!check.known(mentor.appointments)) return nullptr;
  const At<Day>* first = nullptr;
  for (const Appointment& appointment : mentor.appointments) {
    if (!check.given(appointment.from)) return nullptr;
    keep_earliest(first, appointment.from);
  }
  return first ? first : &pair.start;
}

/// Nothing is asked for before the school had its regulation.
void hold_to_preparation(Check& check, const Mentor& mentor, const At<Day>& since, Date regulated,
                         const TrainingDays& trainings) {
  const auto& limit = check.limits().training_start_days;
  const Date due = std::max(*since, regulated) + *limit;
  if (check.day() <= due) return;
  const auto days = trainings.of(mentor);
  if (!days.empty() && **days.front() <= due) return;
  if (!check.known(mentor.training)) return;
  for (const Training& training : mentor.training)
    if (!check.given(training.date)) return;
  if (!trainings.sees_events()) return check.undecided(mentor);
  check
      .found(days.empty() ? mentor.span : days.front()->span,
             {"подготовка нужна по {} ({})", "the preparation was due by {} ({})"}, due, whose_term(limit))
      .also(since, {"с этого дня наставник", "a mentor from this day"});
}

void mentor_not_prepared(Check& check) {
  const auto regulated = regulated_since(check);
  if (!regulated) return;
  const TrainingDays trainings(check.registry());
  const auto& broken = check.all<Pair>().broken();
  if (!broken.empty()) check.undecided(broken.front());
  for (const Mentor& mentor : check.all<Mentor>())
    if (const Pair* pair = find_first_pair(check, mentor))
      if (const At<Day>* since = find_first_day(check, mentor, *pair))
        hold_to_preparation(check, mentor, *since, *regulated, trainings);
}

constexpr Rule roadmap_rows[] = {
    {{.id = "RM1-1",
      .name = "founding-papers-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.1",
      .phrase = "Подготовка и принятие локальных нормативных правовых актов организации",
      .precise =
          {"приказ и программа есть, пока в банке кто-то ждёт без поддержки; сроки наши",
           "the order and a programme are there while somebody waits in the bank unsupported; the terms are ours"},
      .title = {"наставляемые ждут, а приказа о закреплении или программы нет",
                "mentees are waiting and there is no order assigning pairs, or no programme"},
      .remedy = {"издайте приказ о закреплении (orders/) и составьте программы (programs/)",
                 "issue the order assigning pairs (orders/) and draw up programmes (programs/)"},
      .limits = "program_due_days,unmatched_days",
      .scope = Scope::registry},
     founding_papers_missing},
    {{.id = "RM1-2",
      .name = "mentee-without-program",
      .nature = Nature::formalised,
      .clauses = "row.1",
      .phrase = "подготовка персонализированных программ наставничества – при наличии в организации наставляемых",
      .precise = {"дни участия в паре и дни программы пересекаются; срок, за который её составляют, наш",
                  "the days in the pair and those of a programme meet; the term for drawing one up is ours"},
      .title = {"наставляемый состоит или состоял в паре, но его нет ни в одной программе",
                "the mentee is or was in a pair and in none of its programmes"},
      .remedy = {"проверьте срок участия (mentees, from и to) в файле пары и составьте программу на это время",
                 "check the mentee's term (mentees, from and to) in the pair's file and draw up a programme for it"},
      .limits = "program_due_days",
      .scope = Scope::registry},
     mentee_without_program},
    {{.id = "RM2-1",
      .name = "mentee-request-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.2",
      .phrase = "Сбор информации о профессиональных запросах педагогов",
      .precise = {"у каждого в банке записан хотя бы один запрос; срок наш",
                  "everyone in the bank has at least one request on record; the term is ours"},
      .title = {"не записан профессиональный запрос наставляемого",
                "the mentee's professional request is not recorded"},
      .remedy = {"спросите наставляемого и запишите запрос с датой и темой (requests) в mentees/",
                 "ask the mentee and record the request with date and topic (requests) in mentees/"},
      .limits = "program_due_days",
      .scope = Scope::links},
     request_missing},
    {{.id = "RM2-2",
      .name = "mentee-data-consent-missing",
      .nature = Nature::formalised,
      .clauses = "row.2",
      .phrase = "обеспечение согласий на сбор и обработку персональных данных",
      .precise =
          {"письменное согласие дано до внесения в банк и действует, пока человек в нём; нерабочие дни не в счёт",
           "a written consent comes before the entry and is in force while the person is in the bank; days off aside"},
      .title = {"нет согласия наставляемого на обработку персональных данных, данного до внесения в банк",
                "the mentee's consent to data processing given before entry in the bank is missing"},
      .remedy =
          {"возьмите отдельное письменное согласие и запишите его (consents) в people/; дату внесения (entered_on) сверьте с бумагой",
           "take a separate written consent and record it (consents) in people/; compare the day of entry (entered_on) with the paper"},
      .implied_by = "PD-1",
      .scope = Scope::registry},
     data_consent_missing<Mentee>},
    {{.id = "RM3-1",
      .name = "mentor-questionnaire-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.3",
      .phrase = "Проведение анкетирования среди потенциальных наставников в организации",
      .precise = {"у каждого наставника организации записан день анкеты; кто работает только у партнёра, не спрошен",
                  "each mentor of the organisation has a day of the questionnaire; a partner's employee is not asked"},
      .title = {"нет анкеты наставника", "the mentor's questionnaire is missing"},
      .remedy = {"проведите анкетирование и запишите дату анкеты (questionnaire) в mentors/",
                 "hold the survey and record the date of the questionnaire (questionnaire) in mentors/"},
      .scope = Scope::links},
     questionnaire_missing},
    {{.id = "RM3-2",
      .name = "mentor-data-consent-missing",
      .nature = Nature::formalised,
      .clauses = "row.3",
      .phrase = "обеспечение согласий на сбор и обработку персональных данных",
      .precise =
          {"письменное согласие дано до внесения в банк и действует, пока человек в нём; нерабочие дни не в счёт",
           "a written consent comes before the entry and is in force while the person is in the bank; days off aside"},
      .title = {"нет согласия наставника на обработку персональных данных, данного до внесения в банк",
                "the mentor's consent to data processing given before entry in the bank is missing"},
      .remedy =
          {"возьмите отдельное письменное согласие и запишите его (consents) в people/; дату внесения (entered_on) сверьте с бумагой",
           "take a separate written consent and record it (consents) in people/; compare the day of entry (entered_on) with the paper"},
      .implied_by = "PD-1",
      .scope = Scope::registry},
     data_consent_missing<Mentor>},
    {{.id = "RM4-1",
      .name = "mentor-choice-unrecorded",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.4",
      .phrase = "Анализ банка наставников и выбор подходящих для конкретной персонализированной программы",
      .precise = {"названы те, кого рассматривали, и почему выбран этот",
                  "those considered are named, and why this one was chosen"},
      .title = {"не записано, каких наставников рассматривали и почему выбран этот",
                "it is not recorded which mentors were considered and why this one was chosen"},
      .remedy =
          {"впишите в файл пары, кого рассматривали (formation.considered) и почему выбран этот наставник (formation.why)",
           "enter in the pair's file who was considered (formation.considered) and why this mentor was chosen (formation.why)"}},
     choice_unrecorded},
    {{.id = "RM4-2",
      .name = "mentor-not-prepared",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "row.4",
      .phrase = "обмена опытом среди наставников – «установочные сессии» наставников",
      .precise =
          {"подготовка есть не позже training_start_days дней после первого назначения; срок наш",
           "a preparation is no later than training_start_days days after the first appointment; the term is ours"},
      .title = {"наставник вовремя не прошёл подготовку", "the mentor was not prepared in time"},
      .remedy = {"проведите обучение или установочную сессию и запишите (training в mentors/ или events в years/)",
                 "hold a training or setting session and record it (training in mentors/ or events in years/)"},
      .limits = "training_start_days",
      .implied_by = "P11.8-1",
      .scope = Scope::registry},
     mentor_not_prepared},
};

}  // namespace

std::span<const Rule> roadmap_rules();
std::span<const Rule> roadmap_rules() { return roadmap_rows; }

}  // namespace nastavnik
