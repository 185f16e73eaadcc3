// Clause 7: who mentors whom, and whether they are who the form says.

#include <algorithm>

#include "model/kinds/codes_programs.h"
#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "rules/questions/limits.h"
#include "rules/questions/teachers.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Pairs of the form that have begun or are about to, their membership readable.
std::vector<const Pair*> pairs_of_form(Check& check, RoleForm form) {
  std::vector<const Pair*> found;
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.given(pair.role_form) || *pair.role_form != form || pair.start.absent()) continue;
    if (const auto unclear = unclear_membership(pair))
      check.undecided(*unclear);
    else
      found.push_back(&pair);
  }
  return found;
}

/// Asks of each mentee who has joined, or who begins with the pair.
template <class Ask>
void each_member(const Check& check, const Pair& pair, Ask ask) {
  for (const Member& member : pair.mentees)
    if (!member.from.given() || *member.from <= check.day()) ask(member, period_of(member, pair)->from);
}

const Person* follow_present(Check& check, const Link<Person>& person) {
  const Person* found = check.follow(person);
  return found && found->erased_on.absent() ? found : nullptr;
}

void report_no_teacher(Check& check, const Pair& pair, const Member& member, Date day) {
  if (const auto unseen = unseen_teacher(check, member.person, day))
    check.found(member.person, {"{}", "{}"}, unseen->known).also(pair.role_form, {"форма пары", "form of the pair"});
  else if (const auto days = days_not_teaching(check, member.person, *period_of(member, pair)))
    report_not_teaching(check, member.person, *days).milder().also(pair.role_form, {"форма пары", "form of the pair"});
}

void participant_not_teaching_staff(Check& check) {
  for (const Pair* pair : pairs_of_form(check, RoleForm::teacher_teacher))
    each_member(check, *pair, [&](const Member& member, Date day) { report_no_teacher(check, *pair, member, day); });
}

void mentor_not_head(Check& check) {
  for (const Pair* pair : pairs_of_form(check, RoleForm::head_teacher)) {
    const Person* mentor = follow_present(check, pair->mentor);
    if (!mentor || !check.denied(has_category(*mentor, PositionCategory::head, *pair->start), *mentor)) continue;
    const Verdict deputy = has_category(*mentor, PositionCategory::deputy_head, *pair->start);
    if (check.denied(deputy, *mentor))
      check
          .found(
              pair->mentor,
              {"на {} у наставника нет должности руководителя", "on {} the mentor does not hold the position of head"},
              *pair->start)
          .also(pair->role_form, {"форма пары", "form of the pair"});
    else if (deputy == Verdict::yes)
      check
          .found(pair->mentor, {"на {} наставник — заместитель руководителя", "on {} the mentor is a deputy head"},
                 *pair->start)
          .milder()
          .also(pair->role_form, {"форма пары", "form of the pair"});
  }
}

/// Whether the person has a position at a partner such that `is` says yes.
template <class Is>
Verdict works_at_partner(const Person& person, Date day, Is is) {
  return holds_position(person, day, [&](const JobPosition& position) {
    if (position.employer.absent()) return Verdict::no;
    return position.employer.to ? is(*position.employer.to) : Verdict::unknown;
  });
}

void report_no_student(Check& check, const Pair& pair, const Member& member) {
  const Mentee* entry = check.all<Mentee>().find(member.person.id);
  if (!entry || is_draft(pair, check.day()) || !check.given(entry->category) ||
      *entry->category == MenteeCategory::student)
    return;
  check
      .found(member.person,
             {"в банке наставляемых категория «{}», а не «студент»",
              "in the bank of mentees the category is “{}”, not “student”"},
             *entry->category)
      .also(entry->category, {"категория наставляемого", "category of the mentee"});
}

/// Whose employee the mentor is does not matter: a school that takes students on is an employer too.
void employer_student_mismatch(Check& check) {
  for (const Pair* pair : pairs_of_form(check, RoleForm::employer_student))
    each_member(check, *pair, [&](const Member& member, Date) { report_no_student(check, *pair, member); });
}

Verdict trains_teachers(const Partner& partner) {
  if (!partner.kind.given()) return Verdict::unknown;
  return *partner.kind == PartnerKind::university || *partner.kind == PartnerKind::vocational ? Verdict::yes
                                                                                              : Verdict::no;
}

/// What is missing is not held against the pair; what is broken leaves the rule undecided.
bool is_known_not_young(Check& check, const Member& member, const Person& person, Date day) {
  const Table<Mentee>& bank = check.all<Mentee>();
  const Mentee* entry = bank.find(person.id);
  if (bank.standing(person.id) == Standing::broken) {
    check.undecided(member);
    return false;
  }
  const Verdict young = is_young(check.registry(), person, day);
  if (young == Verdict::unknown)
    entry ? check.known(entry->category) : check.known(person.birth_date, person.birth_year, person.teaching_since);
  return young == Verdict::no;
}

/// Says by what the mentee is not young: by the category in the bank, else by the limits.
Found report_not_young(Check& check, const Member& member) {
  if (check.all<Mentee>().find(member.person.id))
    return check.found(member.person, {"по банку наставляемых это не молодой и не начинающий педагог",
                                       "by the bank of mentees this is not a young or beginning teacher"});
  static constexpr Noun year{{"год", "year"}, {"года", "years"}, {"лет", "years"}};
  const auto& age = check.limits().young_age;
  const auto& experience = check.limits().young_experience_years;
  return check.found(member.person,
                     {"по возрасту и стажу это не молодой педагог; пределы: возраст — {} ({}), стаж — {} ({})",
                      "by age and experience this is not a young teacher; limits: age {} ({}), experience {} ({})"},
                     Count{*age, year}, whose_limit(age), Count{*experience, year}, whose_limit(experience));
}

void report_no_young_teacher(Check& check, const Pair& pair, const Member& member, Date day) {
  const Person* person = follow_present(check, member.person);
  if (!person) return;
  if (check.denied(has_category(*person, PositionCategory::teaching_staff, day), *person))
    check
        .found(member.person,
               {"на {} у наставляемого нет должности педагогического работника в нашей организации",
                "on {} the mentee holds no teaching position in this organisation"},
               day)
        .also(pair.role_form, {"форма пары", "form of the pair"});
  if (is_known_not_young(check, member, *person, day))
    report_not_young(check, member).also(pair.role_form, {"форма пары", "form of the pair"});
}

void university_teacher_mismatch(Check& check) {
  for (const Pair* pair : pairs_of_form(check, RoleForm::uni_young_teacher)) {
    each_member(check, *pair,
                [&](const Member& member, Date day) { report_no_young_teacher(check, *pair, member, day); });
    const Person* mentor = follow_present(check, pair->mentor);
    if (!mentor || !check.denied(works_at_partner(*mentor, *pair->start, trains_teachers), *mentor)) continue;
    check
        .found(pair->mentor,
               {"на {} у наставника нет должности у партнёра — вуза или колледжа (employer)",
                "on {} the mentor holds no position at a partner that is a university or college (employer)"},
               *pair->start)
        .also(pair->role_form, {"форма пары", "form of the pair"});
  }
}

/// Studies by the bank, or by a position held on the day here or elsewhere.
bool is_student(Check& check, const Person& person, Date day) {
  const Mentee* entry = check.all<Mentee>().find(person.id);
  if (entry && check.given(entry->category) && *entry->category == MenteeCategory::student) return true;
  const Verdict studies = holds_position(person, day, [](const JobPosition& position) {
    if (!position.category.given()) return Verdict::unknown;
    return *position.category == PositionCategory::student ? Verdict::yes : Verdict::no;
  });
  return check.confirmed(studies, person);
}

/// Certainly under age on the day; where only the year of birth is known, the year of coming of age is left out.
bool is_minor(Check& check, const Person& person, Date day) {
  constexpr int of_age = 18;
  if (!check.known(person.birth_date, person.birth_year)) return false;
  if (person.birth_date.given()) return add_months(*person.birth_date, of_age * 12) > day;
  return person.birth_year.given() && day.year() - *person.birth_year < of_age;
}

/// Holds a student who is under age on the first day in the pair to the consent of a parent by that day.
void hold_to_parent(Check& check, const Pair& pair, const Member& member, Date first) {
  const Person* person = follow_present(check, member.person);
  if (!person || !is_student(check, *person, first) || !is_minor(check, *person, first)) return;
  const auto consents = consents_of(check.registry(), person->id, ConsentKind::parent);
  if (!std::all_of(consents.begin(), consents.end(),
                   [&](const Consent* consent) { return check.given(consent->given_on); }))
    return;
  if (std::any_of(consents.begin(), consents.end(),
                  [&](const Consent* consent) { return *consent->given_on <= first; }))
    return;
  if (!sees_consents(check.registry(), person->id)) return check.undecided(member);
  check
      .found(
          member.person,
          {"на {} студенту не было 18 лет, а согласия родителя к этому дню нет (kinds: [parent] в people/)",
           "on {} the student was under 18, and there is no consent of a parent by that day (kinds: [parent] in people/)"},
          first)
      .also(pair.start, {"начало работы пары", "start of the pair"});
}

void minor_without_parent_consent(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent()) continue;
    if (const auto unclear = unclear_membership(pair)) {
      check.undecided(*unclear);
      continue;
    }
    for (const Member& member : pair.mentees)
      if (const Date first = period_of(member, pair)->from; first <= check.day())
        hold_to_parent(check, pair, member, first);
  }
}

constexpr Rule role_form_rows[] = {
    {{.id = "P7-18",
      .name = "participant-not-teaching-staff",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase =
          "наставнической пары «педагог-профессионал – педагог, вовлеченный в различные формы поддержки и сопровождения»",
      .precise = {"педагог — у нас или, в первый день в паре, у партнёра с договором, каждый день; отсрочка наша",
                  "a teacher here or, on the first day in the pair, at a partner with an agreement; the grace is ours"},
      .title = {"форма «педагог – педагог», а по записям не видно, что наставляемый — педагогический работник",
                "the form is teacher to teacher, and the records do not show the mentee as teaching staff"},
      .remedy =
          {"проверьте должности (positions) в people/, договор с организацией партнёра (partners) или форму (role_form) в файле пары",
           "check the positions (positions) in people/, the agreement with the partner (partners), or the form (role_form) in the pair's file"},
      .limits = "expiry_grace_days",
      .scope = Scope::links,
      .edition = EditionOf::forming},
     participant_not_teaching_staff},
    {{.id = "P7-19",
      .name = "mentor-not-head",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "наставнической пары «руководитель организации – педагог»",
      .precise = {"руководитель — по должности в день начала пары; заместитель — повод для совета",
                  "the head is so by position on the day the pair starts; a deputy is a reason for advice"},
      .title = {"форма «руководитель – педагог», а наставник не руководитель",
                "the form is head to teacher and the mentor is not the head"},
      .remedy = {"проверьте должность наставника (positions) в people/ или форму (role_form) в файле пары",
                 "check the mentor's position (positions) in people/ or the form (role_form) in the pair's file"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     mentor_not_head},
    {{.id = "P7-20",
      .name = "employer-student-mismatch",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "работодатель – студент",
      .precise =
          {"наставляемый — студент по категории в банке; работодатель — и сама организация, и партнёр",
           "the mentee is a student by the category in the bank; the employer may be this organisation or a partner"},
      .title = {"форма «работодатель – студент», а наставляемый не студент",
                "the form is employer to student and the mentee is no student"},
      .remedy = {"укажите категорию student (category) в mentees/ или другую форму (role_form) в файле пары",
                 "give the category student (category) in mentees/, or another form (role_form) in the pair's file"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     employer_student_mismatch},
    {{.id = "P7-21",
      .name = "university-teacher-mismatch",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "педагог вуза/колледжа – молодой педагог организации",
      .precise = {"молодой — по категории в банке, а где её нет, по возрасту и стажу",
                  "young is by the category in the bank, else by age and experience"},
      .title = {"форма «педагог вуза/колледжа – молодой педагог», а участники другие",
                "the form is university teacher to young teacher and the participants are not"},
      .remedy =
          {"проверьте место работы наставника (employer), стаж и возраст наставляемого в people/ или смените форму (role_form)",
           "check the mentor's employer (employer) and the mentee's experience and age in people/, or change the form (role_form)"},
      .limits = "young_age,young_experience_years",
      .scope = Scope::links,
      .edition = EditionOf::forming},
     university_teacher_mismatch},
    {{.id = "P7-23",
      .name = "minor-without-parent-consent",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "7,3.5",
      .phrase = "работодатель – студент",
      .title = {"студент до 18 лет участвует в паре без согласия родителя",
                "a student under 18 takes part in a pair without a parent's consent"},
      .remedy =
          {"возьмите согласие родителя или опекуна и запишите его (consents, kinds: [parent], given_by) в people/",
           "take the consent of a parent or guardian and record it (consents, kinds: [parent], given_by) in people/"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     minor_without_parent_consent},
};

}  // namespace

std::span<const Rule> role_form_rules();
std::span<const Rule> role_form_rules() { return role_form_rows; }

}  // namespace nastavnik
