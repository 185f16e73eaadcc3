// Clause 7: reverse mentoring.

#include <algorithm>
#include <compare>
#include <set>

#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/program_mentees.h"
#include "rules/questions/programs_of_kind.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

Verdict is_reverse(const Program& program, Date day) {
  if (!program.cancelled.absent()) return Verdict::no;
  const EffectiveKinds kinds = effective_kinds(program, day);
  if (!kinds.given() && !kinds.absent()) return Verdict::unknown;
  return holds_kind(*kinds, MentoringKind::reverse) ? Verdict::yes : Verdict::no;
}

/// Whether another pair of the same days has the mentor as a mentee of one of the mentees, by a reverse programme.
Verdict has_return_pair(const Registry& registry, const Pair& pair) {
  if (unclear_membership(pair)) return Verdict::unknown;
  const auto period = period_of(pair);
  Verdict found = Verdict::no;
  for (const Member& member : pair.mentees)
    for (const Pair* other : registry.pairs_of_mentor(member.person.id)) {
      const auto their = period_of(*other);
      if (!is_member(*other, pair.mentor.id) || !period || !their || !their->meets(*period)) continue;
      const Verdict reverse = is_so_of_any(
          registry.programs_of(*other), [&](const Program* program) { return is_reverse(*program, registry.day()); });
      if (reverse == Verdict::yes) return reverse;
      if (reverse == Verdict::unknown || unclear_membership(*other)) found = Verdict::unknown;
    }
  return found;
}

/// Both people can be seen and are not erased, and what is written of their birth can be read.
bool has_clear_birth(Check& check, const Person* person) {
  if (!person || person->erased_on.given()) return false;
  return check.known(person->birth_date, person->birth_year);
}

/// By the dates where both are known, else by the years: `less` means older.
std::optional<std::strong_ordering> compare_birth(const Person& a, const Person& b) {
  if (a.birth_date.given() && b.birth_date.given()) return *a.birth_date <=> *b.birth_date;
  const At<YearNumber> year_a = year_of_birth(a), year_b = year_of_birth(b);
  if (!year_a.given() || !year_b.given()) return std::nullopt;
  return *year_a <=> *year_b;
}

void report_age(Check& check, const ProgramMentee& mentee, std::strong_ordering birth) {
  const Choices<Leg>& legs = mentee.program.legs;
  const bool both = holds(legs, Leg::young_to_experienced) && holds(legs, Leg::experienced_to_young);
  const bool younger = std::is_gt(birth);
  if (birth == 0)
    check
        .found(legs.front(), {"наставник и {} одного возраста", "the mentor and {} are of the same age"},
               check.who(mentee.person))
        .also(mentee.person, {"наставляемый", "the mentee"});
  else if (!both && younger != holds(legs, Leg::young_to_experienced))
    check
        .found(legs.front(), {"наставник {0} {1}", "the mentor is {0} {1}"},
               younger ? Text{"младше, чем", "younger than"} : Text{"старше, чем", "older than"},
               check.who(mentee.person))
        .also(mentee.person, {"наставляемый", "the mentee"});
}

/// What could not be compared is said once for each person of a programme.
class UncheckedAges {
public:
  explicit UncheckedAges(Check& check) : check_(check) {}

  void no_leg(const ProgramMentee& mentee, const KindCode& code) {
    if (!told_.insert({&mentee.program, {}}).second) return;
    check_
        .found(code,
               {"возраст не проверен: направление (legs) не указано", "ages not checked: no direction (legs) is given"})
        .milder();
  }
  void no_birth(const ProgramMentee& mentee, const Link<Person>& person) {
    if (!told_.insert({&mentee.program, person.id}).second) return;
    check_
        .found(mentee.program.legs.front(),
               {"возраст не проверен: год рождения (birth_year) {} не записан",
                "ages not checked: the year of birth (birth_year) of {} is not recorded"},
               check_.who(person))
        .milder();
  }

private:
  Check& check_;
  std::set<std::pair<const Program*, std::string_view>> told_;
};

void compare_ages(Check& check, const ProgramMentee& mentee, UncheckedAges& unchecked) {
  const Person* mentor = check.follow(mentee.pair.mentor);
  const Person* other = check.follow(mentee.person);
  if (!has_clear_birth(check, mentor) || !has_clear_birth(check, other)) return;
  if (const auto birth = compare_birth(*mentor, *other)) return report_age(check, mentee, *birth);
  unchecked.no_birth(mentee, year_of_birth(*mentor).given() ? mentee.person : mentee.pair.mentor);
}

void reverse_leg_contradicts_age(Check& check) {
  UncheckedAges unchecked(check);
  for (const ProgramMentee& mentee : mentees_of_programs(check)) {
    const KindCode* code = find_kind(mentee, MentoringKind::reverse, check.day());
    if (!code) continue;
    if (check.given(mentee.program.legs))
      compare_ages(check, mentee, unchecked);
    else if (mentee.program.legs.absent() &&
             check.confirmed(has_return_pair(check.registry(), mentee.pair), mentee.pair))
      unchecked.no_leg(mentee, *code);
  }
}

void reverse_without_return_leg(Check& check) {
  for (const OfKind& of : programs_of_kind(check, MentoringKind::reverse)) {
    const Choices<Leg>& legs = of.program.legs;
    if (holds(legs, Leg::young_to_experienced) && holds(legs, Leg::experienced_to_young)) continue;
    if (!check.given(of.pair.start) || !check.known(legs)) continue;
    if (!check.denied(has_return_pair(check.registry(), of.pair), of.pair)) continue;
    if (legs.absent())
      check.found(of.code, {"направление (legs) не указано, встречной пары тоже нет",
                            "no direction (legs) is given, and there is no opposite pair"});
    else
      check
          .found(legs.front(), {"указано только одно направление, и встречной пары нет",
                                "only one direction is given, and there is no opposite pair"})
          .milder();
  }
}

bool holds_topic(const List<At<TopicCode>>& list, std::initializer_list<Topic> topics) {
  return std::any_of(topics.begin(), topics.end(), [&](Topic topic) {
    return std::any_of(list.begin(), list.end(), [&](const auto& at) { return *at == code_of(topic); });
  });
}

bool has_clear_topics(Check& check, const Program& program) {
  return check.given(program.directions) && std::all_of(program.directions.begin(), program.directions.end(),
                                                        [&](const auto& at) { return check.given(at); });
}

void reverse_topic_unusual(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.given(program.legs) || !check.absent(program.cancelled) || !has_clear_topics(check, program)) continue;
    for (const auto& leg : program.legs) {
      if (*leg == Leg::young_to_experienced && !holds_topic(program.directions, {Topic::digital, Topic::new_trends}))
        check
            .found(leg, {"младший учит новому, а среди направлений нет ни digital, ни new_trends",
                         "the younger teaches new things, and neither digital nor new_trends is among the directions"})
            .also(program.directions, {"направления", "the directions"});
      if (*leg == Leg::experienced_to_young &&
          !holds_topic(program.directions,
                       {Topic::teaching_methods, Topic::lessons_extracurricular, Topic::upbringing}))
        check
            .found(
                leg,
                {"опытный учит методике, а среди направлений нет ни teaching_methods, ни lessons_extracurricular, ни upbringing",
                 "the experienced teaches methods, and none of teaching_methods, lessons_extracurricular, upbringing is among the directions"})
            .also(program.directions, {"направления", "the directions"});
    }
  }
}

constexpr Rule reverse_rows[] = {
    {{.id = "P7-9",
      .name = "reverse-leg-contradicts-age",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "профессионал младшего возраста становится наставником опытного работника",
      .precise = {"возраст — по датам рождения, а где их нет — по годам",
                  "age is by the dates of birth, else by the years"},
      .title = {"возраст участников не подходит направлению реверсивного наставничества или не проверен",
                "ages do not fit the direction of reverse mentoring, or could not be compared"},
      .remedy = {"проверьте направление (legs) в программе и год рождения (birth_year) участников в people/",
                 "check the direction (legs) in the programme and the years of birth (birth_year) in people/"},
      .scope = Scope::links},
     reverse_leg_contradicts_age},
    {{.id = "P7-10",
      .name = "reverse-without-return-leg",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "а опытный педагог становится наставником молодого педагога",
      .precise = {"ждём оба направления, в одной программе или во встречной паре; одно — повод для совета",
                  "both directions are expected, in one programme or by an opposite pair; one of them is advice"},
      .title = {"у реверсивного наставничества нет встречного направления",
                "reverse mentoring has no return direction"},
      .remedy = {"укажите в программе оба направления (legs) или заведите встречную пару",
                 "name both directions in the programme (legs), or set up the opposite pair"},
      .scope = Scope::links},
     reverse_without_return_leg},
    {{.id = "P7-11",
      .name = "reverse-topic-unusual",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "7",
      .phrase = "по вопросам новых тенденций, технологий",
      .title = {"направления работы не подходят стороне реверсивного наставничества",
                "the directions of work do not fit the side of reverse mentoring"},
      .remedy =
          {"добавьте направление (directions): младший учит новому и цифровому, опытный — методике и воспитанию",
           "add a direction (directions): the younger teaches new and digital things, the experienced methods and upbringing"}},
     reverse_topic_unusual},
};

}  // namespace

std::span<const Rule> reverse_rules();
std::span<const Rule> reverse_rules() { return reverse_rows; }

}  // namespace nastavnik
