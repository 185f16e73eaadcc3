// What no single clause says: states, the order of events, doubles.

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/full_name.h"
#include "base/text.h"
#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/positions.h"
#include "model/notions/surveys.h"
#include "model/notions/training.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void mentor_of_oneself(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.named(pair.mentor)) continue;
    for (const Member& member : check.each(pair.mentees)) {
      if (!check.named(member.person) || member.person.id != pair.mentor.id) continue;
      check
          .found(member.person, {"это и наставник, и наставляемый: {}", "both mentor and mentee: {}"},
                 check.who(pair.mentor))
          .also(pair.mentor, {"наставник пары", "mentor of the pair"});
    }
  }
}

bool shares_days(const Member& one, const Member& other) {
  const auto is_over = [](const Member& member, const Member& then) {
    return member.to.given() && then.from.given() && *member.to < *then.from;
  };
  return !is_over(one, other) && !is_over(other, one);
}

void mentee_listed_twice(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    const List<Member>& all = check.each(pair.mentees);
    for (const Member& later : all)
      for (const Member& first : all) {
        if (&first == &later) break;
        if (first.person.id.empty() || first.person.id != later.person.id) continue;
        if (!check.known(first.from, first.to, later.from, later.to) || !shares_days(first, later)) continue;
        check
            .found(later.person, {"в эти дни уже записан: {}", "is listed for these days already: {}"},
                   check.who(later.person))
            .also(first.person, {"уже здесь", "here already"});
        break;
      }
  }
}

/// Both are there and can be read; nothing is undecided while one of them is plainly absent.
template <class One, class Other>
bool both(Check& check, const One& one, const Other& other) {
  return !one.absent() && !other.absent() && check.given(one, other);
}

void program_closed_twice(Check& check, const Program& program) {
  if (!both(check, program.completion, program.cancelled) ||
      !check.given(program.completion->date, program.cancelled->date))
    return;
  check
      .found(program.cancelled->date, {"и отменена, и завершена: {}", "both cancelled and completed: {}"},
             *program.completion->date)
      .also(program.completion->date, {"завершение", "completion"});
}

void activity_closed_twice(Check& check, const Activity& activity) {
  if (!both(check, activity.done, activity.cancelled_by) || !check.given(activity.done->date)) return;
  check
      .found(activity.cancelled_by,
             {"и исключено изменением {}, и выполнено: {}", "both taken out by amendment {} and done: {}"},
             *activity.cancelled_by, *activity.done->date)
      .also(activity.done->date, {"выполнение", "done"});
}

void item_closed_twice(Check& check, const RoadmapItem& item) {
  if (!both(check, item.done_on, item.cancelled) || !check.given(item.cancelled->date)) return;
  check.found(item.cancelled->date, {"и отменён, и выполнен: {}", "both cancelled and done: {}"}, *item.done_on)
      .also(item.done_on, {"выполнение", "done"});
}

void closed_twice(Check& check) {
  for (const Program& program : check.all<Program>()) {
    program_closed_twice(check, program);
    for (const Activity& activity : check.each(program.activities)) activity_closed_twice(check, activity);
  }
  for (const SchoolYear& year : check.all<SchoolYear>())
    if (check.given(year.roadmap))
      for (const RoadmapItem& item : check.each(year.roadmap->items)) item_closed_twice(check, item);
}

using PeopleByName = std::unordered_map<std::string, std::vector<const Person*>>;

/// Somebody met before with the same name, now or formerly, and the same birth date; where one of them has none, with the same year.
const Person* namesake(Check& check, const Person& person, PeopleByName& known) {
  const At<YearNumber> year = year_of_birth(person);
  const Person* found = nullptr;
  const auto look_for = [&](const At<Line>& name) {
    if (!check.given(name, year)) return;
    auto& people = known[fmt::format("{}\n{}", fold(*name), *year)];
    const auto same = std::find_if(people.begin(), people.end(), [&](const Person* other) {
      const bool differs =
          other->birth_date.given() && person.birth_date.given() && *other->birth_date != *person.birth_date;
      return other != &person && !differs;
    });
    if (!found && same != people.end()) found = *same;
    people.push_back(&person);
  };
  look_for(person.full_name);
  for (const FormerName& former : check.each(person.former_names)) look_for(former.full_name);
  return found;
}

void person_recorded_twice(Check& check) {
  check.sees_all<Person>(check.registry().organization());
  PeopleByName by_name;
  std::unordered_map<std::string_view, const Person*> by_number;
  for (const Person& person : check.all<Person>()) {
    const bool numbered = check.given(person.external_id);
    const auto number = numbered ? by_number.emplace(*person.external_id, &person) : std::pair{by_number.end(), true};
    if (const Person* same = namesake(check, person, by_name)) {
      check
          .found(person.full_name,
                 {"имя то же, что у {}, и даты рождения не расходятся",
                  "the same name as {}, and dates of birth that do not differ"},
                 check.who(*same))
          .also(same->full_name, {"первая запись", "the first record"});
    } else if (!number.second) {
      const Person& other = *number.first->second;
      check
          .found(person.external_id,
                 {"номер в кадровой системе тот же, что у {}", "the same number in the personnel system as {}"},
                 check.who(other))
          .also(other.external_id, {"первая запись", "the first record"});
    }
  }
}

Words words_of(NameFlaw flaw) {
  switch (flaw) {
    case NameFlaw::none: break;
    case NameFlaw::sign:
      return {
          "в имени бывают только буквы, пробелы, дефис, апостроф и точка; здесь есть и другой знак, может быть, невидимый",
          "a name has letters, spaces, hyphens, apostrophes and full stops only; here is another sign, perhaps an invisible one"};
    case NameFlaw::mixed_letters:
      return {
          "буквы разных алфавитов в одном имени: латинские «a», «c», «e», «o», «p», «x» на вид не отличить от русских",
          "letters of several alphabets in one name: the Latin a, c, e, o, p, x look just like the Russian ones"};
    case NameFlaw::one_word:
      return {"здесь одно слово: нужны фамилия, имя и отчество, если оно есть",
              "this is one word: a surname, a given name and the patronymic, if there is one, are needed"};
    case NameFlaw::no_surname:
      return {"второе слово — отчество: похоже, нет фамилии или имени; порядок: фамилия, имя, отчество",
              "the second word is a patronymic: the surname or the given name seems to be missing"};
    case NameFlaw::oblique:
      return {"отчество не в именительном падеже: нужно имя, как в паспорте, на вопрос «кто?»",
              "the patronymic is not in the nominative: the name is needed as in the passport"};
    case NameFlaw::small_letter:
      return {"фамилия, имя и отчество пишутся с большой буквы",
              "surname, given name and patronymic begin with a capital"};
    case NameFlaw::capitals:
      return {"большая буква нужна только первая: так имя попадёт и в документы",
              "only the first letter is a capital: papers show the name as it stands here"};
  }
  return {};
}

void name_flawed(Check& check, const At<Line>& name, NameFlaw (*flaw_of)(std::string_view)) {
  if (!check.given(name)) return;
  const NameFlaw flaw = flaw_of(*name);
  if (flaw != NameFlaw::none) check.found(name, {"{}", "{}"}, words_of(flaw));
}

void forms_flawed(Check& check, const Block<CaseForms>& forms) {
  if (!check.given(forms)) return;
  for (const At<Line>* form : {&forms->genitive, &forms->dative, &forms->accusative})
    name_flawed(check, *form, flaw_of_name);
}

void name_malformed(Check& check) {
  for (const Person& person : check.all<Person>()) {
    name_flawed(check, person.full_name, flaw_of_full_name);
    name_flawed(check, person.short_name, flaw_of_name);
    forms_flawed(check, person.name_forms);
    for (const FormerName& former : check.each(person.former_names)) {
      name_flawed(check, former.full_name, flaw_of_full_name);
      forms_flawed(check, former.name_forms);
    }
  }
}

/// The consents with which people became mentors.
template <class Visit>
void each_consent_of_mentors(Check& check, Visit visit) {
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : check.each(mentor.appointments))
      if (check.given(appointment.consent)) visit(*appointment.consent);
}

/// All other consents: to the use of data, to duties in a pair, to help.
template <class Visit>
void each_other_consent(Check& check, Visit visit) {
  for (const Person& person : check.all<Person>())
    for (const DataConsent& consent : check.each(person.consents)) visit(consent);
  for (const Pair& pair : check.all<Pair>()) {
    for (const PairConsent& consent : check.each(pair.consents)) visit(consent);
    for (const Helper& helper : check.each(pair.helpers))
      if (check.given(helper.consent)) visit(*helper.consent);
  }
}

/// A paper of which somebody keeps the original, and where to speak of it.
struct Paper {
  const Copy& copy;
  Span place;
};

std::vector<Paper> papers_of(Check& check) {
  std::vector<Paper> papers;
  const auto add_consent = [&](const Consent& consent) {
    if (check.given(consent.form) && *consent.form == ConsentForm::paper)
      papers.push_back({consent.copy, consent.form.span});
  };
  each_consent_of_mentors(check, add_consent);
  each_other_consent(check, add_consent);
  for (const Mentor& mentor : check.all<Mentor>())
    for (const LabourTerms& terms : check.each(mentor.labour_terms)) papers.push_back({terms.copy, terms.date.span});
  for (const Program& program : check.all<Program>())
    if (check.given(program.completion))
      for (const Statement& statement : check.each(program.completion->statements))
        papers.push_back({statement.copy, statement.date.span});
  for (const Order& order : check.all<Order>()) papers.push_back({order.copy, order.date.span});
  const Regulation& regulation = check.registry().regulation();
  if (check.registry().has<Regulation>()) papers.push_back({regulation.copy, regulation.approved_on.span});
  for (const Partner& partner : check.each(check.registry().organization().partners))
    for (const Agreement& agreement : check.each(partner.agreements))
      papers.push_back({agreement.copy, agreement.date.span});
  return papers;
}

/// A school that says of no paper where it is kept has left out one key, not one key a paper.
void report_unlocated(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.absent(school.archive)) return;
  const std::vector<Paper> papers = papers_of(check);
  std::vector<Paper> unlocated;
  for (const Paper& paper : papers)
    if (check.absent(paper.copy.file) && check.absent(paper.copy.stored_at)) unlocated.push_back(paper);
  if (unlocated.size() > 1 && unlocated.size() == papers.size()) {
    static constexpr Noun paper{{"документ", "paper"}, {"документа", "papers"}, {"документов", "papers"}};
    check.found(school,
                {"нет общего места (archive), и ни у одного документа нет своего; в реестре {}",
                 "there is no common place (archive), and no paper has its own; the registry has {}"},
                Count{static_cast<long long>(papers.size()), paper});
    return;
  }
  for (const Paper& paper : unlocated)
    check.found(paper.place,
                {"у этого документа нет ни file, ни stored_at", "this paper has neither file nor stored_at"});
}

void original_not_located(Check& check) {
  for (const Span& file : check.registry().missing_files())
    check.found(file, {"такого файла в реестре нет", "the registry has no such file"});
  // A consent to be a mentor is held to its form by P9-4.
  each_other_consent(check, [&](const Consent& consent) {
    if (check.given(consent.form) && *consent.form == ConsentForm::electronic && check.absent(consent.signature))
      check.found(consent.form,
                  {"не указан вид подписи (signature)", "the kind of signature (signature) is not given"});
  });
  report_unlocated(check);
}

/// The day comes before the one that it follows from.
void report_early(Check& check, const At<Day>& event, const At<Day>& origin, const Phrase<>& label,
                  const Phrase<>& name) {
  if (check.given(event, origin) && *event < *origin) check.found(event, label).also(origin, name);
}

/// The day comes after the last one.
void report_late(Check& check, const At<Day>& event, const At<Day>& last, const Phrase<Date>& label) {
  if (check.given(event) && *event > *last)
    check.found(event, label, *last).also(last, {"последний день", "the last day"});
}

/// Work before the first day may be a slip of a date or an acquaintance made ahead: the dates are to be compared.
void report_before(Check& check, const At<Day>& event, const At<Day>& first, const Phrase<Date>& label) {
  if (check.given(event, first) && *event < *first)
    check.found(event, label, *first).milder().also(first, {"первый день", "the first day"});
}

/// Of a release before the start P4-4 speaks.
void before_program(Check& check, const Program& program) {
  static constexpr Phrase<Date> label{"программа начинается позже: {}", "the programme starts later: {}"};
  for (const Activity& activity : check.each(program.activities))
    if (check.given(activity.done)) report_before(check, activity.done->date, program.start, label);
}

void before_pair(Check& check, const Pair& pair) {
  static constexpr Phrase<Date> label{"пара начинает работу позже: {}", "the pair begins its work later: {}"};
  for (const Meeting& meeting : check.each(pair.meetings)) report_before(check, meeting.date, pair.start, label);
  for (const HelpRequest& request : check.each(pair.help_requests))
    report_before(check, request.asked_on, pair.start, label);
  for (const Helper& helper : check.each(pair.helpers)) report_before(check, helper.from, pair.start, label);
}

void after_completion(Check& check, const Program& program, const At<Day>& last) {
  static constexpr Phrase<Date> label{"программа завершена раньше: {}", "the programme was completed before: {}"};
  for (const Activity& activity : check.each(program.activities))
    if (check.given(activity.done)) report_late(check, activity.done->date, last, label);
  for (const Amendment& amendment : check.each(program.amendments)) report_late(check, amendment.date, last, label);
  for (const Release& release : check.each(program.releases)) report_late(check, release.date, last, label);
}

void events_of_program(Check& check, const Program& program) {
  if (check.given(program.cancelled, program.cancelled->date, program.start) &&
      *program.cancelled->date >= *program.start)
    check
        .found(program.cancelled->date,
               {"отменяют до начала; начатую программу завершают (completion)",
                "a programme is cancelled before it starts; one that has started is completed (completion)"})
        .also(program.start, {"начало программы", "start of the programme"});
  before_program(check, program);
  if (!check.given(program.completion)) return;
  const At<Day>& completed = program.completion->date;
  report_early(check, completed, program.start,
               {"программа завершена раньше, чем началась", "the programme was completed before it started"},
               {"начало программы", "start of the programme"});
  if (check.given(completed)) after_completion(check, program, completed);
}

void events_of_pair(Check& check, const Pair& pair) {
  for (const Replacement& petition : check.each(pair.replacements))
    if (check.given(petition.outcome))
      report_early(check, petition.outcome->date, petition.date,
                   {"решение раньше ходатайства", "the decision comes before the petition"},
                   {"ходатайство", "the petition"});
  before_pair(check, pair);
  if (!check.given(pair.end)) return;
  const At<Day>& last = pair.end->date;
  report_early(check, last, pair.start,
               {"пара прекращена раньше, чем начала работу", "the pair ended before it began to work"},
               {"начало работы", "start of the work"});
  if (!check.given(last)) return;
  static constexpr Phrase<Date> label{"пара прекращена раньше: {}", "the pair ended before: {}"};
  for (const Member& member : check.each(pair.mentees)) report_late(check, member.from, last, label);
  for (const Meeting& meeting : check.each(pair.meetings)) report_late(check, meeting.date, last, label);
  for (const HelpRequest& request : check.each(pair.help_requests)) report_late(check, request.asked_on, last, label);
  for (const Helper& helper : check.each(pair.helpers)) report_late(check, helper.from, last, label);
  for (const Replacement& petition : check.each(pair.replacements)) report_late(check, petition.date, last, label);
}

/// The older name stands first, and each was borne longer than none.
void names_of_person(Check& check, const Person& person) {
  const FormerName* before = nullptr;
  for (const FormerName& name : check.each(person.former_names)) {
    if (before && check.given(name.to, before->to) && *name.to <= *before->to)
      check
          .found(
              name.to,
              {"прежние имена перечисляют от раннего к позднему, а день «to» этого имени не позже, чем у предыдущего: поправьте дни to или поменяйте имена местами",
               "former names stand the earliest first, and “to” of this one is no later than that of the one before: correct the days or exchange the names"})
          .also(before->to, {"предыдущее имя", "the name before"});
    report_early(check, name.to, person.birth_date,
                 {"прежнее имя носили по день до рождения", "the former name was borne to a day before the birth"},
                 {"дата рождения", "date of birth"});
    before = &name;
  }
}

/// What was borne last is not what is borne now.
void last_name_of_person(Check& check, const Person& person) {
  if (person.former_names.empty()) return;
  const FormerName& last = *std::prev(person.former_names.end());
  if (check.given(person.full_name, last.full_name) && fold(*last.full_name) == fold(*person.full_name))
    check.found(last.full_name,
                {"прежнее имя то же, что и нынешнее: уберите его из former_names или исправьте одно из двух",
                 "the former name is today's: take it out of former_names, or correct one of the two"});
}

void events_out_of_order(Check& check) {
  for (const Person& person : check.all<Person>()) {
    names_of_person(check, person);
    last_name_of_person(check, person);
  }
  for (const Program& program : check.all<Program>()) events_of_program(check, program);
  for (const Pair& pair : check.all<Pair>()) events_of_pair(check, pair);
  const auto look_at = [&](const Consent& consent) {
    report_early(check, consent.withdrawn_on, consent.given_on,
                 {"отозвано раньше, чем дано", "withdrawn before it was given"},
                 {"согласие дано", "the consent was given"});
  };
  each_consent_of_mentors(check, look_at);
  each_other_consent(check, look_at);
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& request : check.each(mentor.resignations))
      if (check.given(request.outcome))
        report_early(check, request.outcome->date, request.date,
                     {"решение раньше заявления", "the decision comes before the request"},
                     {"заявление", "the request"});
}

/// Before the first order and programme: behind them P9-6 and P10.3-1 ask for the same.
void office_not_recorded(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.sees_the<Organization>(school)) return;
  if (check.all<Order>().empty() && check.absent(school.heads))
    check.found(school, {"не назван руководитель школы (heads)", "the head of the school is not named (heads)"});
  if (check.all<Program>().empty() && check.absent(school.curators))
    check.found(school, {"не назван куратор (curators)", "the curator is not named (curators)"});
}

void hold_to_wordings(Check& check, const Wordings& wordings, const SurveyAnswer& answer) {
  if (!check.given(answer.question) || !names_mark(answer) || wordings.find(*answer.question)) return;
  if (!wordings.sees_all()) return check.undecided(answer.question);
  check.found(answer.question, {"вопроса с такой меткой нет ни в одном файле учебного года (survey_questions)",
                                "no file of a school year (survey_questions) has a question with this mark"});
}

/// A mark is never used again for other words: answers of former years would be told as answers to them.
void question_unknown_or_reworded(Check& check) {
  const Wordings wordings(check.registry());
  for (const SchoolYear& year : check.all<SchoolYear>())
    for (const SurveyQuestion& question : check.each(year.survey_questions)) {
      if (!check.given(question.id, question.text)) continue;
      const SurveyQuestion* first = wordings.find(*question.id);
      if (!first || fold(*first->text) == fold(*question.text)) continue;
      check
          .found(question.text, {"метка {} уже занята другим вопросом: «{}»", "{} is another question already: “{}”"},
                 *question.id, *first->text)
          .also(first->text, {"тот вопрос", "that question"});
    }
  for (const Program& program : check.all<Program>())
    for (const Survey& survey : check.each(program.surveys))
      for (const SurveyAnswer& answer : check.each(survey.answers)) hold_to_wordings(check, wordings, answer);
}

using EventsOfPeople = std::unordered_map<std::string_view, std::vector<const Event*>>;

EventsOfPeople events_that_train(Check& check) {
  EventsOfPeople events;
  for (const SchoolYear& year : check.all<SchoolYear>())
    for (const Event& event : year.events)
      if (trains_mentors(event) && event.date.given())
        for (const Link<Person>& person : event.participants) events[person.id].push_back(&event);
  return events;
}

/// Counted twice, the hours and the numbers of reports would be too high.
void training_recorded_twice(Check& check) {
  const EventsOfPeople events = events_that_train(check);
  for (const Mentor& mentor : check.all<Mentor>()) {
    const auto of_mentor = events.find(mentor.id);
    if (of_mentor == events.end()) continue;
    for (const Training& training : check.each(mentor.training)) {
      if (!check.given(training.date, training.kind)) continue;
      const auto repeated = std::ranges::find_if(of_mentor->second, [&](const Event* event) {
        return *event->date == *training.date && code_of(*event->kind) == code_of(*training.kind);
      });
      if (repeated == of_mentor->second.end()) continue;
      check
          .found(training,
                 {"это событие учебного года, и наставник среди участников: обучение считается дважды",
                  "this is an event of the school year with the mentor among those who took part: the training "
                  "is counted twice"})
          .also(**repeated, {"событие", "the event"});
    }
  }
}

constexpr Rule record_rows[] = {
    {{.id = "S-05",
      .name = "mentor-of-oneself",
      .nature = Nature::inference,
      .title = {"наставник записан своим же наставляемым", "the mentor is listed as their own mentee"},
      .remedy = {"исправьте наставника (mentor) или наставляемого (mentees) в файле пары",
                 "correct the mentor (mentor) or the mentee (mentees) in the pair's file"}},
     mentor_of_oneself},
    {{.id = "S-06",
      .name = "closed-twice",
      .nature = Nature::inference,
      .title = {"запись закрыта двумя способами сразу", "a record is closed in two ways at once"},
      .remedy = {"оставьте что-то одно: выполнено (завершено) или отменено",
                 "keep one of the two: done (completed) or cancelled"}},
     closed_twice},
    {{.id = "S-07",
      .name = "person-recorded-twice",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"похоже, один человек записан дважды", "one person seems to be recorded twice"},
      .remedy =
          {"сравните обе записи в people/; если это один человек, оставьте одну и исправьте ссылки на вторую",
           "compare the two records in people/; if they are one person, keep one and correct the links to the other"},
      .scope = Scope::registry},
     person_recorded_twice},
    {{.id = "S-08",
      .name = "original-not-located",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"подлинник документа не найти или не проверить", "the original of a paper cannot be found or verified"},
      .remedy =
          {"укажите у документа файл (file) или место хранения (stored_at) либо одно место для всех (archive) в organization.yaml; у электронного согласия — вид подписи (signature)",
           "give the paper a file (file) or a place (stored_at), or one place for all (archive) in organization.yaml; an electronic consent also needs its kind of signature (signature)"},
      .scope = Scope::registry},
     original_not_located},
    {{.id = "S-09",
      .name = "events-out-of-order",
      .milder = Severity::warning,
      .nature = Nature::inference,
      .title = {"события идут в невозможном порядке", "events stand in an impossible order"},
      .remedy =
          {"сверьте обе даты с документами и исправьте ошибочную; после завершения программы и пары новых событий в них не бывает",
           "compare both dates with the papers and correct the wrong one; nothing happens in a programme or pair after its end"}},
     events_out_of_order},
    {{.id = "S-10",
      .name = "name-malformed",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"имя человека записано так, как имена не пишут", "a person's name is written as names are not"},
      .remedy =
          {"наберите имя заново, без скобок, цифр и пояснений; прежнее имя запишите в former_names, должность — в positions, прочее — в своё поле с «x-»",
           "type the name anew, without brackets, digits or remarks; a former name goes to former_names, a post to positions, the rest to a field of your own with “x-”"}},
     name_malformed},
    {{.id = "S-11",
      .name = "office-not-recorded",
      .severity = Severity::info,
      .nature = Nature::inference,
      .title = {"не записано, кто отвечает в школе за наставничество",
                "it is not recorded who answers for mentoring in the school"},
      .remedy = {"назначьте руководителя и куратора: nastavnik appoint руководитель …, nastavnik appoint куратор …",
                 "appoint the head and the curator: nastavnik appoint head …, nastavnik appoint curator …"},
      .scope = Scope::registry},
     office_not_recorded},
    {{.id = "S-12",
      .name = "survey-question-unclear",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"по метке не понять, какой вопрос анкеты задан", "a mark does not tell which question a survey asked"},
      .remedy =
          {"впишите вопрос в survey_questions файла учебного года под меткой, которой ещё не было; слова старого вопроса не меняют",
           "enter the question in survey_questions of the school year under a mark that was not used yet; the words of an old one stay"},
      .scope = Scope::registry},
     question_unknown_or_reworded},
    {{.id = "S-13",
      .name = "training-recorded-twice",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"одно обучение наставника записано дважды", "one training of a mentor is recorded twice"},
      .remedy = {"уберите запись из training: участников события хватает",
                 "remove the entry in training: the event names who took part"},
      .scope = Scope::registry},
     training_recorded_twice},
    {{.id = "S-14",
      .name = "mentee-listed-twice",
      .nature = Nature::inference,
      .title = {"наставляемый записан в паре дважды на одни и те же дни",
                "a mentee is listed twice in a pair for the same days"},
      .remedy = {"оставьте одну запись (mentees) или исправьте дни второй (from, to)",
                 "keep one entry (mentees), or correct the days of the other (from, to)"}},
     mentee_listed_twice},
};

}  // namespace

std::span<const Rule> record_rules();
std::span<const Rule> record_rules() { return record_rows; }

}  // namespace nastavnik
