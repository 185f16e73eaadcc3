#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/date_words.h"
#include "base/text.h"
#include "document/filling.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/activities.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"

namespace nastavnik::papers {
namespace {

std::string order_id(const Writing& writing) { return order_id_of(writing.number(), writing.day()); }

/// Whether the order that is written is the one that a decision names, or the decision names none yet.
bool is_this(const Writing& writing, const Link<Order>& order) {
  if (order.id.empty() || order.id == writing.unrecorded_order()) return true;
  return !writing.number().empty() && order.id == order_id(writing);
}

/// The mentors that the order appoints: those without another order behind them.
std::vector<const Mentor*> appointed(const Writing& writing) {
  std::vector<const Mentor*> mentors;
  for (const Subject& subject : writing.subjects()) {
    const Mentor* mentor = writing.registry().all<Mentor>().find(subject.pair->mentor.id);
    if (!mentor || std::find(mentors.begin(), mentors.end(), mentor) != mentors.end()) continue;
    const bool by_other =
        std::any_of(mentor->appointments.begin(), mentor->appointments.end(), [&](const Appointment& appointment) {
          return appointment.order.to && !is_this(writing, appointment.order) && appointment.end.absent();
        });
    if (!by_other) mentors.push_back(mentor);
  }
  return mentors;
}

const Appointment* appointment_by(const Writing& writing, const Mentor& mentor) {
  for (const Appointment& appointment : mentor.appointments)
    if (is_this(writing, appointment.order)) return &appointment;
  return nullptr;
}

void write_appointments(Writing& writing) {
  const std::vector<const Mentor*> mentors = appointed(writing);
  const std::string list = mentors.size() == 1 ? "one_mentor" : "many_mentors";
  for (const char* name : {"one_mentor", "many_mentors"}) writing.values().list(name);
  for (const Mentor* mentor : mentors) {
    Values& values = writing.values().add(list);
    writing.person(values, "mentor", mentor->id);
    const Appointment* appointment = appointment_by(writing, *mentor);
    writing.date(values, "from", appointment ? appointment->from : At<Day>{},
                 {"с какого дня назначить", "from which day to appoint"}, where(*mentor, "appointments, from"));
    writing.repeat(appointment ? appointment->order : Link<Order>{}, where(*mentor, "appointments, order"));
    values.set("mark", mentor == mentors.back() ? "" : ";");
  }
  writing.set("has_many_mentors", mentors.size() > 1 ? "да" : "");
  if (!mentors.empty()) writing.decide(OrderKind::appoint_mentors);
}

/// «учитель физики» under the name, which may break before the initials: a long surname fills the column.
std::string name_and_position(const Writing& writing, std::string_view id) {
  constexpr std::string_view hard_space = "\u00a0";
  std::string name = writing.name_of(id);
  if (const std::size_t at = name.find(hard_space); at != std::string::npos) name.replace(at, hard_space.size(), " ");
  const std::string position = writing.position_of(id);
  return name + (position.empty() ? "" : "\n" + position);
}

/// «02.03.2026 – 27.11.2026», each day on a line.
std::string term_of(const Pair& pair, const At<Day>& end) {
  const std::string from = date_in_figures(*pair.start);
  return end.given() ? from + " –\n" + date_in_figures(*end) : "с\u00a0" + from;
}

/// What the order says of the programme: its title; where it has none, when it was approved.
std::string program_of(const Program* program) {
  if (!program) return "разрабатывается";
  if (program->title.given()) return quoted(*program->title);
  const bool approved = program->approved.given() && program->approved->date.given();
  return approved ? "утверждена " + date_in_figures(*program->approved->date) : "";
}

void write_unit(Writing& writing, const Pair& pair, std::size_t number) {
  Values& values = writing.values().add("pairs");
  const auto programs = writing.registry().programs_of(pair);
  const Program* program = programs.empty() ? nullptr : programs.front();
  values.set("n", std::to_string(number));
  values.set("mentor", name_and_position(writing, pair.mentor.id));
  std::vector<std::string> mentees;
  for (const Member& member : pair.mentees)
    if (member.from.absent()) mentees.push_back(name_and_position(writing, member.person.id));
  values.set("mentees", fmt::format("{}", fmt::join(mentees, "\n")));
  const Gap no_form{{"форма наставничества", "form of mentoring"}, where(pair, "role_form")};
  if (pair.role_form.given())
    values.set("form", label(pair.role_form));
  else
    values.lack("form", no_form);
  const std::vector<std::string> kinds = program ? kinds_of(*program, writing.day()) : std::vector<std::string>();
  values.set("kinds", kinds.empty() ? "" : "; " + listed(kinds));
  if (pair.start.given())
    values.set("term", term_of(pair, program ? end_of_term(*program, writing.day()) : At<Day>{}));
  else
    values.lack("term", {{"начало работы", "start of the work"}, where(pair, "start")});
  const std::string told = program_of(program);
  values.set("program", told);
  if (!told.empty()) writing.set("has_programs", "да");
}

std::string units(std::size_t pairs, std::size_t groups) {
  if (groups == 0) return pairs == 1 ? "наставническую пару" : "наставнические пары";
  if (pairs == 0) return groups == 1 ? "наставническую группу" : "наставнические группы";
  return "наставнические пары и группы";
}

std::string units_genitive(std::size_t pairs, std::size_t groups) {
  if (groups == 0) return pairs == 1 ? "наставнической пары" : "наставнических пар";
  if (pairs == 0) return groups == 1 ? "наставнической группы" : "наставнических групп";
  return "наставнических пар и групп";
}

struct Sizes {
  std::size_t pairs = 0;
  std::size_t groups = 0;
};

Sizes count_units(const Writing& writing) {
  Sizes sizes;
  for (const Subject& subject : writing.subjects()) ++(subject.pair->mentees.size() > 1 ? sizes.groups : sizes.pairs);
  return sizes;
}

/// The day of a consent, short: a line for each must do.
void write_given(Values& values, const At<Day>& day, const Gap& gap) {
  if (day.given())
    values.set("given", date_in_figures(*day));
  else
    values.lack("given", gap);
}

/// The consents of clause 9 of those whom the order appoints.
void write_own_consents(Writing& writing) {
  writing.values().list("own_consents");
  for (const Mentor* mentor : appointed(writing)) {
    Values& values = writing.values().add("own_consents");
    values.set("name", writing.name_of(mentor->id));
    const Appointment* appointment = appointment_by(writing, *mentor);
    const Consent* consent = consent_to_mentor(writing.registry(), *mentor, appointment);
    write_given(values, consent ? consent->given_on : At<Day>{},
                {say({"согласие {} быть наставником", "consent of {} to be a mentor"}, mentor->id),
                 where(*mentor, "appointments, consent")});
  }
}

/// The consents to the duties of all who are assigned.
void write_consents(Writing& writing) {
  for (const Subject& subject : writing.subjects()) {
    const Pair& pair = *subject.pair;
    const auto add = [&](std::string_view person) {
      Values& values = writing.values().add("grounds");
      values.set("name", writing.name_of(person));
      const std::vector<const Consent*> consents = participation_consents(writing.registry(), pair, person);
      write_given(values, consents.empty() ? At<Day>{} : consents.front()->given_on,
                  {say({"согласие {} на дополнительные обязанности", "consent of {} to the additional duties"}, person),
                   where(pair, "consents")});
    };
    add(pair.mentor.id);
    for (const Member& member : pair.mentees)
      if (member.from.absent()) add(member.person.id);
  }
}

/// Where the mentor works, if with partners only.
const Partner* partner_of(const Registry& registry, std::string_view mentor, Date day) {
  const Person* person = registry.all<Person>().find(mentor);
  return person && is_external(registry, mentor, day) == Verdict::yes ? employer_on(*person, day) : nullptr;
}

/// The agreements by which people of partners work as mentors.
void write_agreements(Writing& writing) {
  writing.values().list("agreements");
  std::vector<const Partner*> done;
  for (const Subject& subject : writing.subjects()) {
    const Date day = subject.pair->start.given() ? *subject.pair->start : writing.day();
    const Partner* partner = partner_of(writing.registry(), subject.pair->mentor.id, day);
    if (!partner || std::find(done.begin(), done.end(), partner) != done.end()) continue;
    done.push_back(partner);
    Values& values = writing.values().add("agreements");
    const Agreement* agreement = agreement_on(*partner, day);
    values.set("partner", partner->name.given() ? std::string(*partner->name)
                                                : std::string(partner->id.given() ? *partner->id : ""));
    values.set("kind", agreement && agreement->kind.given() ? std::string(label_of(*agreement->kind).ru)
                                                            : "договор с партнёром");
    if (agreement && agreement->date.given())
      values.set("ref",
                 order_in_words(*agreement->date, agreement->number.given() ? *agreement->number : std::string_view()));
    else
      values.lack("ref", {say({"договор с партнёром {}", "agreement with the partner {}"},
                              partner->id.given() ? *partner->id : std::string_view()),
                          "organization.yaml: partners, agreements"});
  }
}

/// The grounds of the order are one list: «;» behind each, a full stop behind the last.
void write_marks(Writing& writing) {
  Values* last = nullptr;
  for (const char* list : {"own_consents", "grounds", "agreements"})
    for (Values& ground : writing.values().items(list)) {
      ground.set("mark", ";");
      last = &ground;
    }
  if (last) last->set("mark", ".");
}

/// That programmes are still to be drawn up; the term only where the school has set one.
void write_drafting(Writing& writing) {
  const Registry& registry = writing.registry();
  std::size_t lacking = 0;
  for (const Subject& subject : writing.subjects()) lacking += registry.programs_of(*subject.pair).empty() ? 1U : 0U;
  writing.values().list("to_draft");
  if (lacking == 0) return;
  Values& values = writing.values().add("to_draft");
  values.set("some", lacking < writing.subjects().size() ? ", программы которых ещё разрабатываются," : "");
  const auto& days = registry.settings().thresholds->program_due_days;
  values.set("term", days.given() && *days > 0 ? " в течение " + days_in_words(*days) + " со дня начала работы" : "");
}

/// Who reads the order and signs for it, each once.
void write_acquainted(Writing& writing, const std::vector<std::string_view>& people) {
  std::vector<std::string_view> done;
  writing.values().list("acquainted");
  for (const std::string_view person : people) {
    if (person.empty() || is_erased(writing.registry(), person)) continue;
    if (std::find(done.begin(), done.end(), person) != done.end()) continue;
    done.push_back(person);
    writing.values().add("acquainted").set("name", writing.name_of(person));
  }
}

std::vector<std::string_view> members_of(const Writing& writing) {
  std::vector<std::string_view> people;
  for (const CuratorTerm* term : curators_on(writing.registry().organization(), writing.day()))
    people.push_back(term->person.id);
  for (const Subject& subject : writing.subjects()) {
    people.push_back(subject.pair->mentor.id);
    for (const Member& member : subject.pair->mentees)
      if (!member.to.given() || *member.to >= writing.day()) people.push_back(member.person.id);
  }
  return people;
}

std::string_view accusative_of(CouncilKind kind) {
  return kind == CouncilKind::union_       ? "методическое объединение"
         : kind == CouncilKind::commission ? "комиссию"
                                           : "совет";
}

std::string latin(std::string_view number) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 33> letters{
      {{"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},  {"д", "d"},  {"е", "e"},    {"ё", "e"},
       {"ж", "zh"}, {"з", "z"},  {"и", "i"},  {"й", "y"},  {"к", "k"},  {"л", "l"},    {"м", "m"},
       {"н", "n"},  {"о", "o"},  {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},    {"у", "u"},
       {"ф", "f"},  {"х", "kh"}, {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "shch"}, {"ъ", ""},
       {"ы", "y"},  {"ь", ""},   {"э", "e"},  {"ю", "yu"}, {"я", "ya"}}};
  std::string result;
  for (std::size_t i = 0; i < number.size();) {
    const auto lead = static_cast<unsigned char>(number[i]);
    const std::size_t size = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    const std::string small = fold(number.substr(i, size));
    i += size;
    const auto* letter =
        std::find_if(letters.begin(), letters.end(), [&](const auto& one) { return one.first == small; });
    if (letter != letters.end())
      result += letter->second;
    else if (size == 1 && std::isalnum(lead) != 0)
      result += small;
    else if (!result.empty() && result.back() != '-')
      result += '-';
  }
  while (result.ends_with('-')) result.pop_back();
  return result;
}

}  // namespace

std::string order_id_of(std::string_view number, Date day) { return fmt::format("{}-{}", day.year(), latin(number)); }

void order_pairs(Writing& writing) {
  writing.decide(OrderKind::assign_pairs);
  writing.decide(OrderKind::approve_mentees);
  for (const Subject& subject : writing.subjects()) writing.repeat(subject.pair->order, where(*subject.pair, "order"));
  write_appointments(writing);
  const Sizes sizes = count_units(writing);
  writing.set("units", units(sizes.pairs, sizes.groups));
  const bool appoints = !appointed(writing).empty();
  const std::string who = appointed(writing).size() == 1 ? "наставника" : "наставников";
  writing.set("heading", fmt::format("{}закреплении {}", appoints ? "О назначении " + who + " и " : "О ",
                                     units_genitive(sizes.pairs, sizes.groups)));
  std::size_t number = 0;
  writing.set("has_programs", "");
  for (const Subject& subject : writing.subjects()) write_unit(writing, *subject.pair, ++number);
  write_own_consents(writing);
  write_consents(writing);
  write_agreements(writing);
  write_marks(writing);
  write_drafting(writing);
  write_acquainted(writing, members_of(writing));
}

void order_end_pairs(Writing& writing) {
  writing.decide(OrderKind::end_pairs);
  for (const Subject& subject : writing.subjects())
    writing.repeat(subject.pair->end->order, where(*subject.pair, "end, order"));
  const Sizes sizes = count_units(writing);
  writing.set("heading", "О прекращении работы " + units_genitive(sizes.pairs, sizes.groups));
  writing.set("units.gen", units_genitive(sizes.pairs, sizes.groups));
  std::size_t number = 0;
  for (const Subject& subject : writing.subjects()) {
    const Pair& pair = *subject.pair;
    Values& values = writing.values().add("pairs");
    values.set("n", std::to_string(++number));
    values.set("mentor", name_and_position(writing, pair.mentor.id));
    std::vector<std::string> mentees;
    for (const Member& member : pair.mentees)
      if (!left_before(member, pair.end->date)) mentees.push_back(name_and_position(writing, member.person.id));
    values.set("mentees", fmt::format("{}", fmt::join(mentees, "\n")));
    writing.date(values, "end", pair.end->date, {"последний день работы", "last day of the work"},
                 where(pair, "end, date"));
    values.set("reason", label(pair.end->reason));
  }
  write_acquainted(writing, members_of(writing));
}

void order_change_pairs(Writing& writing) {
  writing.decide(OrderKind::change_pairs);
  writing.set("heading", "Об изменении состава наставнических групп");
  for (const char* list : {"included", "left"}) writing.values().list(list);
  for (const Subject& subject : writing.subjects())
    for (const Member& member : subject.pair->mentees) {
      const auto add = [&](const std::string& list, const At<Day>& day, const Link<Order>& order,
                           std::string_view key) {
        if (!day.given() || order.id != subject.order) return;
        writing.repeat(order, where(*subject.pair, fmt::format("mentees, {}", key)));
        Values& values = writing.values().add(list);
        writing.person(values, "mentee", member.person.id);
        writing.person(values, "mentor", subject.pair->mentor.id);
        writing.date(values, "day", day, {"день", "day"}, where(*subject.pair, "mentees"));
        set_led(values, "reason", member.reason.given() ? *member.reason : std::string_view());
      };
      add("included", member.from, member.order, "order");
      add("left", member.to, member.out_order, "out_order");
    }
  write_acquainted(writing, members_of(writing));
}

void order_relieve(Writing& writing) {
  writing.decide(OrderKind::relieve_mentor);
  const Mentor& mentor = *writing.subject().mentor;
  const Appointment& appointment = mentor.appointments[writing.subject().item];
  writing.repeat(appointment.end->order, where(mentor, "appointments, end, order"));
  writing.set("heading", "О прекращении исполнения обязанностей наставника");
  writing.person(writing.values(), "mentor", mentor.id);
  writing.date(writing.values(), "end", appointment.end->date,
               {"последний день исполнения обязанностей", "last day in office"},
               where(mentor, "appointments, end, date"));
  set_led(writing.values(), "reason", label(appointment.end->reason));
  writing.order(writing.values(), "appointed", appointment.order, {"приказ о назначении", "order of appointment"},
                where(mentor, "appointments, order"));
  writing.values().list("statements");
  for (const Resignation& resignation : mentor.resignations)
    if (resignation.date.given()) writing.values().add("statements").set("date", date_in_words(*resignation.date));
  writing.values().list("warned");
  if (appointment.end->notified_on.given())
    writing.values().add("warned").set("date", date_in_words(*appointment.end->notified_on));
  write_acquainted(writing, {mentor.id});
}

void order_release(Writing& writing) {
  writing.decide(OrderKind::release_from_duties);
  writing.set("heading", "Об освобождении от выполнения должностных обязанностей и о замещении");
  std::vector<std::string_view> people;
  for (const Subject& subject : writing.subjects()) {
    const Program& program = *subject.program;
    const Release& release = program.releases[subject.item];
    writing.repeat(release.order, where(program, "releases, order"));
    Values& values = writing.values().add("releases");
    writing.person(values, "person", release.person.id);
    writing.date(values, "day", release.date, {"день освобождения", "day of the release"},
                 where(program, "releases, date"));
    const bool timed = release.from_time.given() && release.to_time.given();
    values.set("time", timed ? fmt::format(" с {} до {}", clock_time(*release.from_time), clock_time(*release.to_time))
                             : " на весь день");
    const Activity* purpose = nullptr;
    for (const Activity& activity : program.activities)
      if (activity.id.given() && release.activity.given() && *activity.id == *release.activity) purpose = &activity;
    writing.text(values, "activity", purpose ? purpose->title : At<Line>{},
                 {"мероприятие программы", "activity of the programme"}, where(program, "releases, activity"));
    writing.led(values, "reason", release.reason, {"почему случай исключительный", "why the case is exceptional"},
                where(program, "releases, reason"));
    writing.led(values, "continuity", release.continuity, {"как не прерываются занятия", "how lessons go on"},
                where(program, "releases, continuity"));
    people.push_back(release.person.id);
    for (const Link<Person>& substitute : release.substitutes) {
      writing.person(values.add("substitutes"), "substitute", substitute.id);
      people.push_back(substitute.id);
    }
    if (release.substitutes.empty())
      Writing::lack_person(values.add("substitutes"), "substitute",
                           {{"кто замещает", "who substitutes"}, where(program, "releases, substitutes")});
  }
  write_acquainted(writing, people);
}

void order_curator(Writing& writing) {
  writing.decide(OrderKind::appoint_curator);
  const Organization& school = writing.registry().organization();
  const CuratorTerm& term = school.curators[writing.subject().item];
  writing.repeat(term.order, "organization.yaml: curators, order");
  writing.set("heading", "О назначении куратора реализации программ наставничества");
  writing.person(writing.values(), "appointed", term.person.id);
  writing.date(writing.values(), "from", term.from, {"с какого дня куратор", "curator from which day"},
               "organization.yaml: curators, from");
  writing.values().list("previous");
  std::vector<std::string_view> people{term.person.id};
  for (const CuratorTerm& other : school.curators) {
    if (!term.from.given() || !other.to.given() || *other.to + 1 != *term.from) continue;
    Values& values = writing.values().add("previous");
    writing.person(values, "former", other.person.id);
    values.set("to", date_in_words(*other.to));
    people.push_back(other.person.id);
  }
  write_acquainted(writing, people);
}

void order_regulation(Writing& writing) {
  writing.decide(OrderKind::approve_regulation);
  const Regulation& regulation = writing.registry().regulation();
  writing.repeat(regulation.order, "regulation.yaml: order");
  const Value& school = *writing.values().find("school.short_name.prep");
  writing.set("heading", "Об утверждении Положения о системе наставничества педагогических работников в " +
                             (school.gap ? mark_of(*school.gap) : school.text));
  writing.date(writing.values(), "from", regulation.effective_from,
               {"с какого дня положение действует", "from which day the regulation is in force"},
               "regulation.yaml: effective_from");
  const std::vector<std::string> decisions = decisions_in_words(regulation.accepted);
  write_bodies(writing.values(), regulation.accepted, regulation.agreed);
  writing.set("accepted_by", fmt::format("{}", fmt::join(decisions, "; ")));
  writing.set("of_bodies", decisions.size() > 1 ? "решений органов" : "решения органа");
  std::vector<std::string_view> people;
  for (const CuratorTerm* term : curators_on(writing.registry().organization(), writing.day()))
    people.push_back(term->person.id);
  write_acquainted(writing, people);
}

void order_roadmap(Writing& writing) {
  writing.decide(OrderKind::approve_roadmap);
  const SchoolYear& year = *writing.subject().year;
  writing.repeat(year.roadmap->order, where(year, "roadmap, order"));
  writing.set(
      "heading",
      fmt::format(
          "Об утверждении дорожной карты (плана мероприятий) по реализации Положения о системе наставничества на {}",
          roadmap_years(year)));
  writing.set("year", roadmap_years(year));
  std::vector<std::string_view> people;
  for (const CuratorTerm* term : curators_on(writing.registry().organization(), writing.day()))
    people.push_back(term->person.id);
  write_acquainted(writing, people);
}

std::string_view genitive_of(CouncilKind kind) {
  return kind == CouncilKind::union_       ? "методического объединения"
         : kind == CouncilKind::commission ? "комиссии"
                                           : "совета";
}

void order_council(Writing& writing) {
  writing.decide(OrderKind::approve_council);
  const Council& council = writing.registry().organization().councils[writing.subject().item];
  writing.repeat(council.order, "organization.yaml: councils, order");
  const CouncilKind kind = council.kind.given() ? *council.kind : CouncilKind::union_;
  const std::string council_of = std::string(accusative_of(kind)) + " наставников";
  const bool named = council.name.given() && fold(*council.name) != fold(council_of);
  writing.set("council", named ? fmt::format("{} («{}»)", council_of, *council.name) : council_of);
  writing.set("heading", fmt::format("Об утверждении состава {} наставников", genitive_of(kind)));
  writing.date(writing.values(), "from", council.from, {"когда создано объединение", "when the council was set up"},
               "organization.yaml: councils, from");
  writing.values().list("proposed");
  if (council.proposed_by.given()) writing.person(writing.values().add("proposed"), "proposer", council.proposed_by.id);
  std::size_t number = 0;
  std::vector<std::string_view> people;
  writing.values().list("members");
  for (const CouncilMember& member : council.members) {
    if (member.from.given() && council.from.given() && *member.from > writing.day()) continue;
    Values& values = writing.values().add("members");
    values.set("n", std::to_string(++number));
    writing.person(values, "member", member.person.id);
    values.set("role", member.role.given() ? std::string(label_of(*member.role).ru) : "член");
    people.push_back(member.person.id);
  }
  write_acquainted(writing, people);
}

}  // namespace nastavnik::papers
