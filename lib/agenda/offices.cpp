// Offices that end: acting heads, curators, the council; and the change from one curator to the next.

#include "model/notions/offices.h"

#include <algorithm>

#include "agenda/duty.h"
#include "model/kinds/organization.h"
#include "model/kinds/settings.h"

namespace nastavnik {
namespace {

/// Reminded of as papers are that run out.
void add_end(Ahead& ahead, const At<Day>& last, std::vector<std::string_view> about) {
  if (!ahead.check().known(last) || !last.given() || *last < ahead.today()) return;
  ahead.add({.day = *last,
             .reminders = Ahead::before(*last, ahead.limits().remind_expiry_days),
             .place = last.span,
             .about = std::move(about)});
}

/// When somebody else has to be there.
Date day_after(const Ahead& ahead, const At<Day>& last) { return first_working_day(ahead.calendar(), *last + 1); }

void head_ends(Ahead& ahead) {
  const Organization& school = ahead.registry().organization();
  for (const HeadTerm& term : ahead.check().each(school.heads))
    if (term.to.given() && !head_on(school, day_after(ahead, term.to))) add_end(ahead, term.to, {term.person.id});
}

void curator_ends(Ahead& ahead) {
  const Organization& school = ahead.registry().organization();
  for (const CuratorTerm& term : ahead.check().each(school.curators))
    if (term.to.given() && curators_on(school, day_after(ahead, term.to)).empty())
      add_end(ahead, term.to, {term.person.id});
}

void council_ends(Ahead& ahead) {
  const auto& councils = ahead.registry().organization().councils;
  for (const Council& council : ahead.check().each(councils)) {
    if (!council.to.given()) continue;
    const bool followed = std::any_of(councils.begin(), councils.end(), [&](const Council& other) {
      const auto days = period_of(other.from, other.to);
      return days && days->holds(day_after(ahead, council.to));
    });
    if (!followed) add_end(ahead, council.to, {});
  }
}

constexpr Duty office_rows[] = {
    {.id = "head-ends",
     .what = {"записать, кто руководит организацией дальше", "record who is the head from then on"},
     .of_several = {"записать, кто руководит организацией дальше", "record who is the head from then on"},
     .clauses = "10",
     .reminders = "remind_expiry_days",
     .rules = "P9-6,S-11",
     .step = "nastavnik appoint head",
     .look = head_ends},
    {.id = "curator-ends",
     .what = {"назначить куратора: срок прежнего кончается", "appoint a curator: the term of this one ends"},
     .of_several = {"назначить куратора: срок прежнего кончается", "appoint a curator: the term of this one ends"},
     .clauses = "10.3,11.1",
     .reminders = "remind_expiry_days",
     .rules = "P10.3-1,P11.1-1,S-11",
     .step = "nastavnik appoint curator",
     .look = curator_ends},
    {.id = "curator",
     .what = {"назначить куратора: программы идут без него", "appoint a curator: programmes run without one"},
     .of_several = {"назначить куратора: программы идут без него", "appoint a curator: programmes run without one"},
     .clauses = "10.3,11.1",
     .rules = "P10.3-1,P11.1-1",
     .step = "nastavnik appoint curator"},
    {.id = "curator-order",
     .what = {"издать приказ о назначении куратора до первого дня",
              "issue the order appointing the curator before the first day"},
     .of_several = {"издать приказы о назначении кураторов до первого дня",
                    "issue the orders appointing curators before the first day"},
     .clauses = "11.1",
     .rules = "P11.1-2",
     .step = "nastavnik sign"},
    {.id = "council-ends",
     .what = {"утвердить новый состав методического объединения", "approve the new members of the council of mentors"},
     .of_several = {"утвердить новый состав методического объединения",
                    "approve the new members of the council of mentors"},
     .clauses = "11.3",
     .reminders = "remind_expiry_days",
     .rules = "P11.3-1,P12-1",
     .step = "nastavnik appoint council",
     .look = council_ends},
    {.id = "council",
     .what = {"утвердить состав методического объединения приказом", "approve the council of mentors by an order"},
     .of_several = {"утвердить состав методического объединения приказом",
                    "approve the council of mentors by an order"},
     .clauses = "11.3",
     .limits = "program_due_days",
     .rules = "P11.3-1",
     .step = "nastavnik sign"},
};

}  // namespace

std::span<const Duty> office_duties() { return office_rows; }

}  // namespace nastavnik
