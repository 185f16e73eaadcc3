#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/date_words.h"
#include "base/text.h"
#include "document/decisions.h"
#include "document/filling.h"
#include "document/labour.h"
#include "document/order_points.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/activities.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/positions.h"

// The points of an order about the school: its acts, offices, roadmap, releases from duties, pay and incentives.

namespace nastavnik::papers {
namespace {

std::string_view accusative_of(CouncilKind kind) {
  return kind == CouncilKind::union_       ? "методическое объединение"
         : kind == CouncilKind::commission ? "комиссию"
                                           : "совет";
}

const Activity* activity_of(const Program& program, const Release& release) {
  for (const Activity& activity : program.activities)
    if (activity.id.given() && release.activity.given() && *activity.id == *release.activity) return &activity;
  return nullptr;
}

void write_substitutes(Writing& writing, Values& values, const Program& program, const Release& release,
                       Readers& readers) {
  for (const Link<Person>& substitute : release.substitutes) {
    writing.person(values.add("substitutes"), "substitute", substitute.id);
    readers.push_back(substitute.id);
  }
  if (release.substitutes.empty())
    Writing::lack_person(values.add("substitutes"), "substitute",
                         {{"кто замещает", "who substitutes"}, where(program, "releases, substitutes")});
}

void write_members(Writing& writing, Values& values, const Council& council, Readers& readers) {
  std::size_t number = 0;
  values.list("members");
  for (const CouncilMember& member : council.members) {
    if (member.from.given() && council.from.given() && *member.from > writing.day()) continue;
    Values& row = values.add("members");
    row.set("n", std::to_string(++number));
    writing.person(row, "member", member.person.id);
    row.set("role", member.role.given() ? std::string(label_of(*member.role).ru) : "член");
    readers.push_back(member.person.id);
  }
}

/// The order of the regulation with that place: of the one in force, behind it of the former ones.
const Link<Order>& order_of(const Regulation& regulation, std::size_t item) {
  return item == 0 ? regulation.order : regulation.previous[item - 1].order;
}

/// The term of pay: «с 01.03.2025 по 31.08.2025».
std::string term_of(const Payment& payment) {
  std::string term = payment.from.given() ? "с\u00a0" + date_in_figures(*payment.from) : "";
  if (payment.to.given()) term += (term.empty() ? "" : "\n") + std::string("по\u00a0") + date_in_figures(*payment.to);
  return term;
}

/// The agreement on the pay that is signed by the day of the order and valid when the pay begins.
const LabourTerms* terms_of_pay(const Writing& writing, const Mentor& mentor, Date from) {
  const LabourTerms* found = nullptr;
  for (const LabourTerms& terms : mentor.labour_terms) {
    const bool is_signed = terms.date.given() && *terms.date <= writing.day();
    if (is_signed && (!terms.valid_to.given() || from <= *terms.valid_to)) found = &terms;
  }
  return found;
}

/// The order that appointed the mentor, which may be the one that sets the pay, and the agreement on the pay.
std::string grounds_of(const Writing& writing, const Mentor& mentor, const Payment& payment) {
  const Date from = *payment.from;
  std::vector<std::string> grounds;
  const Appointment* appointment = appointment_on(mentor, from);
  if (appointment && !appointment->order.id.empty() && appointment->order.id == payment.order.id)
    grounds.emplace_back("настоящий приказ");
  else if (appointment && appointment->order.to && appointment->order->date.given() &&
           appointment->order->number.given())
    grounds.push_back("приказ " + order_in_words(*appointment->order->date, *appointment->order->number));
  if (const LabourTerms* terms = terms_of_pay(writing, mentor, from))
    grounds.push_back(std::string(terms->document.given() && *terms->document == LabourDocument::contract
                                      ? "договор "
                                      : "соглашение ") +
                      reference_to(*terms));
  return listed(grounds, ",\n");
}

}  // namespace

std::string_view genitive_of(CouncilKind kind) {
  return kind == CouncilKind::union_       ? "методического объединения"
         : kind == CouncilKind::commission ? "комиссии"
                                           : "совета";
}

void add_curators(const Writing& writing, Readers& readers) {
  for (const CuratorTerm* term : curators_on(writing.registry().organization(), writing.day()))
    readers.push_back(term->person.id);
}

void write_acquainted(Writing& writing, const Readers& readers) {
  Readers done;
  writing.values().list("acquainted");
  for (const std::string_view person : readers) {
    if (person.empty() || is_erased(writing.registry(), person)) continue;
    if (std::find(done.begin(), done.end(), person) != done.end()) continue;
    done.push_back(person);
    writing.values().add("acquainted").set("name", writing.name_of(person));
  }
  writing.set("has_acquainted", done.empty() ? "" : "да");
}

void write_regulations(Writing& writing, Decided decided, Readers& readers) {
  const Regulation& regulation = writing.registry().regulation();
  writing.values().list("regulations");
  writing.set("accepted_by", "");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::approve_regulation);
    writing.repeat(order_of(regulation, subject.item),
                   subject.item == 0 ? "regulation.yaml: order" : "regulation.yaml: previous, order");
    Values& values = writing.values().add("regulations");
    const At<Day>& from =
        subject.item == 0 ? regulation.effective_from : regulation.previous[subject.item - 1].approved_on;
    writing.day_ordered(values, "from", from, order_of(regulation, subject.item),
                        {"с какого дня положение действует", "from which day the regulation is in force"},
                        "regulation.yaml: effective_from");
    add_curators(writing, readers);
    if (subject.item > 0) continue;
    const std::vector<std::string> decisions = decisions_in_words(regulation.accepted);
    writing.set("accepted_by", fmt::format("{}", fmt::join(decisions, "; ")));
    writing.set("of_bodies", decisions.size() > 1 ? "решений органов" : "решения органа");
  }
}

void write_regulation_changes(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("regulation_changes");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::amend_regulation);
    const RegulationChange& change = writing.registry().regulation().changes[subject.item];
    writing.repeat(change.order, "regulation.yaml: changes, order");
    Values& values = writing.values().add("regulation_changes");
    writing.led(values, "summary", change.summary, {"что изменено", "what was changed"},
                "regulation.yaml: changes, summary");
    set_led(values, "basis", change.basis.given() ? *change.basis : std::string_view());
    add_curators(writing, readers);
  }
}

void write_local_acts(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("local_acts");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::local_act);
    const LocalAct& act = writing.registry().organization().local_acts[subject.item];
    writing.repeat(act.order, "organization.yaml: local_acts, order");
    Values& values = writing.values().add("local_acts");
    values.set("title", act.title.given() ? quoted(*act.title) : "");
    const std::string_view number = act.number.given() ? *act.number : std::string_view();
    values.set("ref", act.date.given() ? order_in_words(*act.date, number) : "");
    add_curators(writing, readers);
  }
}

void write_curators(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("curators");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::appoint_curator);
    const Organization& school = writing.registry().organization();
    const CuratorTerm& term = school.curators[subject.item];
    writing.repeat(term.order, "organization.yaml: curators, order");
    Values& values = writing.values().add("curators");
    writing.person(values, "appointed", term.person.id);
    writing.date(values, "from", term.from, {"с какого дня куратор", "curator from which day"},
                 "organization.yaml: curators, from");
    readers.push_back(term.person.id);
    const bool has_roadmap = std::ranges::any_of(writing.subjects(), [](const Subject& other) {
      return other.decision && other.decision->kind == OrderKind::approve_roadmap;
    });
    values.set("drafting", has_roadmap ? "" : ", разработать дорожную карту");
    values.list("previous");
    for (const CuratorTerm& other : school.curators) {
      if (!term.from.given() || !other.to.given() || *other.to + 1 != *term.from) continue;
      Values& previous = values.add("previous");
      writing.person(previous, "former", other.person.id);
      previous.set("to", date_in_words(*other.to));
      readers.push_back(other.person.id);
    }
  }
}

void write_councils(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("councils");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::approve_council);
    const Council& council = writing.registry().organization().councils[subject.item];
    writing.repeat(council.order, "organization.yaml: councils, order");
    const CouncilKind kind = council.kind.given() ? *council.kind : CouncilKind::union_;
    const std::string council_of = std::string(accusative_of(kind)) + " наставников";
    const bool named = council.name.given() && fold(*council.name) != fold(council_of);
    Values& values = writing.values().add("councils");
    values.set("council", named ? fmt::format("{} («{}»)", council_of, *council.name) : council_of);
    writing.date(values, "from", council.from, {"когда создано объединение", "when the council was set up"},
                 "organization.yaml: councils, from");
    values.list("proposed");
    if (council.proposed_by.given()) writing.person(values.add("proposed"), "proposer", council.proposed_by.id);
    write_members(writing, values, council, readers);
  }
}

void write_roadmaps(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("roadmaps");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::approve_roadmap);
    const SchoolYear& year = *subject.year;
    writing.repeat(year.roadmap->order, where(year, "roadmap, order"));
    writing.values().add("roadmaps").set("year", roadmap_years(year));
    add_curators(writing, readers);
  }
}

void write_releases(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("releases");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::release_from_duties);
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
    const Activity* purpose = activity_of(program, release);
    writing.text(values, "activity", purpose ? purpose->title : At<Line>{},
                 {"мероприятие программы", "activity of the programme"}, where(program, "releases, activity"));
    writing.led(values, "reason", release.reason, {"почему случай исключительный", "why the case is exceptional"},
                where(program, "releases, reason"));
    writing.led(values, "continuity", release.continuity, {"как не прерываются занятия", "how lessons go on"},
                where(program, "releases, continuity"));
    readers.push_back(release.person.id);
    write_substitutes(writing, values, program, release, readers);
  }
}

void write_payments(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("payments");
  writing.set("has_payments", decided.empty() ? "" : "да");
  for (const char* name : {"has_pay_grounds", "labour_code"}) writing.set(name, "");
  std::size_t number = 0;
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::payment);
    const Mentor& mentor = *subject.mentor;
    const Payment& payment = mentor.payments[subject.item];
    writing.repeat(payment.order, where(mentor, "payments, order"));
    Values& values = writing.values().add("payments");
    values.set("n", std::to_string(++number));
    writing.person(values, "mentor", mentor.id);
    writing.text(values, "size", payment.size, {"размер выплаты", "amount of the pay"},
                 where(mentor, "payments, size"));
    values.set("term", term_of(payment));
    const std::string grounds = payment.from.given() ? grounds_of(writing, mentor, payment) : "";
    values.set("grounds", grounds);
    if (!grounds.empty()) writing.set("has_pay_grounds", "да");
    if (falls_under_labour_code(writing.registry(), mentor.id, writing.day())) writing.set("labour_code", "да");
    readers.push_back(mentor.id);
  }
}

void write_incentives(Writing& writing, Decided decided, Readers& readers) {
  writing.values().list("incentives");
  for (const Subject& subject : decided) {
    writing.decide(OrderKind::incentive);
    const SchoolYear& year = *subject.year;
    const Incentive& incentive = year.incentives[subject.item];
    writing.repeat(incentive.order, where(year, "incentives, order"));
    Values& values = writing.values().add("incentives");
    writing.led(values, "proposal", incentive.text, {"предложение о поощрении", "proposal of an incentive"},
                where(year, "incentives, text"));
    values.set("proposed_on", incentive.date.given() ? " от\u00a0" + date_in_figures(*incentive.date) : "");
    add_curators(writing, readers);
  }
}

std::string heading_of_regulation(const Writing& writing) {
  const Value& school = *writing.values().find("school.short_name.prep");
  return "Об утверждении Положения о системе наставничества педагогических работников в " +
         (school.gap ? mark_of(*school.gap) : school.text);
}

std::string heading_of_council(const Writing& writing) {
  const Council& council = writing.registry().organization().councils[writing.subject().item];
  const CouncilKind kind = council.kind.given() ? *council.kind : CouncilKind::union_;
  return fmt::format("Об утверждении состава {} наставников", genitive_of(kind));
}

}  // namespace nastavnik::papers
