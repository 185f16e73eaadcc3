// Clause 20: changing the term or the content of a programme; people are changed by an order.

#include "model/kinds/amendments.h"

#include <algorithm>

#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/working_days.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/kind_demands.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// The amendments in the order of their dates; where one of them cannot be placed, the rule is undecided.
std::vector<const Amendment*> find_amendments(Check& check, const Program& program) {
  const auto unclear = unclear_amendments(program);
  if (unclear) check.undecided(*unclear);
  return unclear ? std::vector<const Amendment*>() : amendments_until(program, check.day());
}

void not_agreed(Check& check, const Pair& pair, const Amendment& amendment) {
  const auto people = participants_on(check, pair, *amendment.date);
  if (!people) return;
  if (const People silent = left_out(check, *people, amendment.agreed); !silent.empty())
    check.found(amendment.date, {"нет согласия (agreed): {}", "no agreement (agreed) of: {}"}, who_all(check, silent));
  for (const AmendmentAgreement& agreed : check.each(amendment.agreed))
    if (check.given(agreed.date) && *agreed.date > *amendment.date)
      check
          .found(agreed.date,
                 {"согласие дано позже изменения, принятого {}", "the agreement is later than the amendment of {}"},
                 *amendment.date)
          .also(amendment.date, {"дата изменения", "date of the amendment"});
}

void amendment_not_agreed(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.given(program.amendments)) continue;
    const Pair* pair = check.follow(program.pair);
    if (!pair) continue;
    for (const Amendment& amendment : program.amendments)
      if (check.given(amendment.date)) not_agreed(check, *pair, amendment);
  }
}

/// An amendment of the term, and the end that it moves, to a later day or an earlier one.
struct MovedEnd {
  const Amendment* amendment;
  const At<Day>* before;
};

/// The changes of the term one after another, as far as the end before each is known.
std::vector<MovedEnd> find_moved_ends(Check& check, const Program& program) {
  std::vector<MovedEnd> moved;
  const At<Day>* end = &program.end;
  for (const Amendment* amendment : find_amendments(check, program)) {
    if (!changes(*amendment, Amended::term)) continue;
    if (!check.given(*end)) break;
    moved.push_back({amendment, end});
    end = &amendment->new_end;
  }
  return moved;
}

/// A term that ends on a day off can still be changed on the next working day.
void extended_after_end(Check& check) {
  const WorkingDays& calendar = check.working_days();
  for (const Program& program : check.all<Program>())
    for (const auto& [amendment, before] : find_moved_ends(check, program)) {
      if (*amendment->date <= **before) continue;
      const Date latest = calendar.first_from(**before);
      if (!reads_days(check, calendar, **before - 1, latest)) continue;
      if (*amendment->date <= latest) continue;
      check
          .found(amendment->date,
                 {"последний день, когда срок ещё можно было изменить: {}",
                  "the last day on which the term could be changed: {}"},
                 latest)
          .also(*before, {"прежнее окончание", "the end before"});
    }
}

void end_not_moved(Check& check) {
  for (const Program& program : check.all<Program>())
    for (const auto& [amendment, before] : find_moved_ends(check, program)) {
      const At<Day>& end = amendment->new_end;
      if (!check.given(end)) continue;
      if (*end < *amendment->date)
        check
            .found(end,
                   {"изменение принято {}, когда этот день уже прошёл",
                    "the amendment was made on {}, when this day had passed"},
                   *amendment->date)
            .also(amendment->date, {"дата изменения", "date of the amendment"});
      if (*end != **before) continue;
      check
          .found(end,
                 {"программа и без этого изменения длилась по {}",
                  "without this amendment the programme already lasted to {}"},
                 **before)
          .also(*before, {"прежнее окончание", "the end before"});
    }
}

/// A programme that was completed long after a year, whatever its term was.
void hold_completion_to_year(Check& check, const Program& program) {
  const At<Day>& completed = program.completion->date;
  if (!check.given(program.completion, completed, program.start)) return;
  const Date latest = add_months(*program.start, 12);
  const auto& grace = check.limits().expiry_grace_days;
  if (*completed <= latest + *grace) return;
  check
      .found(completed,
             {"год с начала программы истёк {}; на завершение — {} ({})",
              "a year from the start of the programme had passed on {}; for its completion: {} ({})"},
             latest, Count{*grace, noun::day}, whose_term(grace))
      .also(program.start, {"начало программы", "start of the programme"});
}

void extended_beyond_year(Check& check) {
  for (const Program& program : check.all<Program>()) {
    hold_completion_to_year(check, program);
    const auto moved = find_moved_ends(check, program);
    if (moved.empty() || !check.given(program.start)) continue;
    const At<Day>& end = moved.back().amendment->new_end;
    const Date latest = add_months(*program.start, 12);
    if (!check.given(end) || *end <= latest) continue;
    check.found(end, {"самая поздняя дата окончания: {}", "the latest end date: {}"}, latest)
        .also(program.start, {"начало программы", "start of the programme"});
  }
}

void new_form_unmet(Check& check) {
  for (const Program& program : check.all<Program>())
    for (const Amendment* amendment : find_amendments(check, program)) {
      if (!changes(*amendment, Amended::form)) continue;
      const Pair* pair = check.given(amendment->new_kinds) ? check.follow(program.pair) : nullptr;
      if (!pair) continue;
      for (const KindDemand demand : kind_demands)
        if (const auto fault = fault_of_change(check, {program, *pair, amendment->new_kinds, *amendment->date}, demand))
          tell(check, *fault);
    }
}

void joined_without_order(Check& check, const Pair& pair, const Member& member) {
  if (!check.given(member.from) || *member.from <= *pair.start || *member.from > check.day()) return;
  if (check.absent(member.order))
    check
        .found(member.from,
               {"приказа о включении (order) у наставляемого нет", "the mentee has no order on joining (order)"})
        .also(pair.start, {"начало пары", "start of the pair"});
}

/// The dismissal has an order of its own.
Verdict left_work_on(const Check& check, const Link<Person>& person, Date day) {
  const Person* file = check.all<Person>().find(person.id);
  if (!file) return Verdict::unknown;
  return holds_position(*file, day, [&](const JobPosition& position) {
    if (position.to.presence == Presence::broken) return Verdict::unknown;
    return position.to.given() && *position.to == day ? Verdict::yes : Verdict::no;
  });
}

void left_without_order(Check& check, const Pair& pair, const Member& member) {
  const bool left_with_pair = pair.end.given() && *member.to >= *pair.end->date;
  if (!check.given(member.to) || left_with_pair || *member.to > check.day()) return;
  if (check.absent(member.out_order) && check.denied(left_work_on(check, member.person, *member.to), member.person))
    check
        .found(member.to,
               {"приказа о выходе (out_order) у наставляемого нет", "the mentee has no order on leaving (out_order)"})
        .milder();
  hold_to_order(check, member.out_order, {OrderKind::change_pairs, OrderKind::assign_pairs}, *member.to, Grade::milder);
}

void members_changed_without_order(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (const auto unclear = unclear_membership(pair))
      check.undecided(*unclear);
    else if (pair.start.given())
      for (const Member& member : pair.mentees) {
        joined_without_order(check, pair, member);
        left_without_order(check, pair, member);
      }
  }
}

void broken_link_of_chain(Check& check, const Amendment& amendment, const Amendment* before) {
  if (!before && check.given(amendment.after))
    check.found(amendment.after, {"по датам это первое изменение, поля after у него быть не должно",
                                  "by date this is the first amendment, it should have no after"});
  if (!before || !check.given(before->id)) return;
  if (check.absent(amendment.after))
    check
        .found(amendment.date,
               {"не указано, после какого изменения (after) принято это; по датам — после {}",
                "it does not say which amendment (after) it follows; by date that is {}"},
               *before->id)
        .also(before->date, {"предыдущее изменение", "the amendment before"});
  if (!check.given(amendment.after) || *amendment.after == *before->id) return;
  check
      .found(amendment.after, {"по датам предыдущее изменение — {}", "by date the amendment before is {}"}, *before->id)
      .also(before->date, {"предыдущее изменение", "the amendment before"});
}

void chain_broken(Check& check) {
  for (const Program& program : check.all<Program>()) {
    const Amendment* before = nullptr;
    for (const Amendment* amendment : find_amendments(check, program)) {
      broken_link_of_chain(check, *amendment, before);
      before = amendment;
    }
  }
}

constexpr Rule amendment_rows[] = {
    {{.id = "P20-1",
      .name = "amendment-not-agreed",
      .nature = Nature::text,
      .clauses = "20",
      .phrase = "По обоюдному согласию наставника и наставляемого/наставляемых педагогов",
      .title = {"изменение программы согласовали не все участники", "not all participants agreed to the amendment"},
      .remedy = {"получите согласие наставника и каждого наставляемого не позже дня изменения и запишите его (agreed)",
                 "get the agreement of the mentor and each mentee by the day of the amendment and record it (agreed)"},
      .scope = Scope::links},
     amendment_not_agreed},
    {{.id = "P20-2",
      .name = "amended-after-end",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "20",
      .phrase = "возможно продление срока реализации персонализированной программы наставничества",
      .precise = {"продлить можно срок, который ещё идёт; кончился в выходной — в первый рабочий день",
                  "a term is extended while it runs; one that ends on a day off, on the next working day"},
      .title = {"срок программы изменили, когда он уже истёк",
                "the term of the programme was changed after it had passed"},
      .remedy =
          {"сверьте дату изменения (date) с бумагой; если срок уже истёк, завершите программу по п. 19 и начните новую",
           "compare the date of the amendment (date) with the paper; if the term had passed, end the programme under cl. 19 and start a new one"}},
     extended_after_end},
    {{.id = "P20-3",
      .name = "amended-end-unchanged",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "20",
      .phrase = "Изменение сроков реализации персонализированной программы наставничества",
      .precise = {"новое окончание — другой день, чем прежнее, и не раньше самого изменения",
                  "the new end is another day than the old one, and no earlier than the amendment"},
      .title = {"изменение срока не меняет окончания программы или относит его в прошлое",
                "the change of the term does not change the end of the programme or puts it in the past"},
      .remedy =
          {"сверьте новое окончание (new_end) с бумагой; если срок не менялся, запишите изменение как содержательное (changes: [content])",
           "compare the new end (new_end) with the paper; if the term did not change, record the change as one of content (changes: [content])"}},
     end_not_moved},
    {{.id = "P20-4",
      .name = "extended-beyond-year",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2,20",
      .phrase = "от 3 месяцев до 1 года",
      .precise = {"с продлениями и до завершения программа укладывается в год от её начала; отсрочка наша",
                  "with its extensions, and up to its completion, it stays within a year; the grace is ours"},
      .title = {"вместе с продлениями или на деле программа длилась больше года",
                "with its extensions, or in fact, the programme lasted more than a year"},
      .remedy = {"завершите программу по п. 19 и продолжите работу новой программой",
                 "end the programme under cl. 19 and go on with a new one"},
      .limits = "expiry_grace_days",
      .implied_by = "P2-3"},
     extended_beyond_year},
    {{.id = "P20-5",
      .name = "amended-form-requirements-unmet",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "20,7",
      .phrase = "корректировка ее содержания (например, плана мероприятий, формы наставничества)",
      .precise = {"новая форма отвечает п. 7 так, как если бы программу составили с ней сразу",
                  "the new form meets clause 7 as if the programme had been drawn up with it"},
      .title = {"после смены формы программа не отвечает правилам новой формы",
                "after the change of form the programme breaks the rules of the new form"},
      .remedy =
          {"приведите программу в соответствие с новыми видами (new_kinds): состав, средства связи, график встреч, цели",
           "bring the programme in line with its new kinds (new_kinds): members, tools, schedule of meetings, goals"},
      .scope = Scope::links},
     new_form_unmet},
    {{.id = "P20-6",
      .name = "membership-changed-without-order",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "20,10.5,18",
      .phrase = "корректировка ее содержания",
      .precise = {"вошедшего включают приказом; о выходе текст молчит, он — предупреждение, по дню выхода",
                  "an order adds who joins; of leaving the text is silent, so that is a warning, judged on its day"},
      .title = {"состав пары или группы изменён без приказа",
                "the members of the pair or group changed without an order"},
      .remedy =
          {"издайте приказ об изменении состава и укажите его у наставляемого: order при включении, out_order при выходе",
           "issue an order on the change and name it with the mentee: order on joining, out_order on leaving"},
      .scope = Scope::registry},
     members_changed_without_order},
    {{.id = "P20-7",
      .name = "amendment-chain-broken",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "20",
      .phrase = "корректировка ее содержания",
      .title = {"изменения программы не складываются в одну цепочку",
                "the amendments of the programme do not form one chain"},
      .remedy = {"укажите в каждом изменении, после какого оно принято (after); у первого поля after нет",
                 "state in each amendment which one it follows (after); the first has no after"}},
     chain_broken},
};

}  // namespace

std::span<const Rule> amendment_rules();
std::span<const Rule> amendment_rules() { return amendment_rows; }

}  // namespace nastavnik
