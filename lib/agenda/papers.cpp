// Papers with a term: consents, agreements, contracts, exceptions.

#include "model/notions/papers.h"

#include <algorithm>
#include <set>

#include "agenda/duty.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

std::set<std::string_view> people_with_ending_consents(const Registry& registry) {
  std::set<std::string_view> ids;
  const auto ends = [](const Consent& consent) { return consent.valid_to.given(); };
  for (const Person& person : registry.all<Person>())
    if (std::any_of(person.consents.begin(), person.consents.end(), ends)) ids.insert(person.id);
  for (const Mentor& mentor : registry.all<Mentor>())
    for (const Appointment& appointment : mentor.appointments)
      if (appointment.consent.given() && ends(*appointment.consent)) ids.insert(mentor.id);
  for (const Pair& pair : registry.all<Pair>())
    for (const PairConsent& consent : pair.consents)
      if (ends(consent))
        for (const Link<Person>* person : people_of(consent)) ids.insert(person->id);
  return ids;
}

/// Reminded of by the settings, while it is still in force.
void add_expiry(Ahead& ahead, const At<Day>& last, Due due) {
  if (!ahead.check().known(last) || !last.given() || *last < ahead.today()) return;
  due.day = *last;
  due.reminders = Ahead::before(*last, ahead.limits().remind_expiry_days);
  due.place = last.span;
  ahead.add(std::move(due));
}

/// Another one takes its place on the next day.
bool is_renewed(const std::vector<const Consent*>& all, const Consent& consent) {
  return std::any_of(all.begin(), all.end(), [&](const Consent* other) {
    return other != &consent && is_in_force(*other, *consent.valid_to + 1);
  });
}

void consents_of_kind(Ahead& ahead, std::string_view person, ConsentKind kind) {
  const auto all = consents_of(ahead.registry(), person, kind);
  for (const Consent* consent : all) {
    if (!consent->valid_to.given() || !is_in_force(*consent, ahead.today()) || is_renewed(all, *consent)) continue;
    add_expiry(
        ahead, consent->valid_to,
        {.what = say({"получить новое согласие, прежнее истекает: {}", "get a new consent, this one runs out: {}"},
                     label_of(kind)),
         .about = {person}});
  }
}

void consent_expiry(Ahead& ahead) {
  for (const std::string_view person : people_with_ending_consents(ahead.registry())) {
    if (is_erased(ahead.registry(), person)) continue;
    // Whom pages show is the matter of the site.
    for (const ConsentKind kind : {ConsentKind::mentor_appointment, ConsentKind::participation, ConsentKind::helper,
                                   ConsentKind::pd_processing, ConsentKind::parent})
      consents_of_kind(ahead, person, kind);
  }
}

void agreement_expiry(Ahead& ahead) {
  for (const Partner& partner : ahead.check().each(ahead.registry().organization().partners))
    for (const Agreement& agreement : ahead.check().each(partner.agreements))
      if (agreement.valid_to.given() && !agreement_on(partner, *agreement.valid_to + 1))
        add_expiry(ahead, agreement.valid_to, {});
}

/// A pair of the mentor goes on after the day, with a programme or in wait of one.
bool works_beyond(const Ahead& ahead, const Mentor& mentor, Date day) {
  const auto pairs = ahead.registry().pairs_of_mentor(mentor.id);
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair* pair) {
    const auto programs = ahead.registry().programs_of(*pair);
    const auto goes_on = [&](const Program* program) {
      const At<Day> end = end_of_term(*program, ahead.today());
      return program->completion.absent() && program->cancelled.absent() && end.given() && *end > day;
    };
    return works_on(*pair, day + 1) == Verdict::yes &&
           (programs.empty() || std::any_of(programs.begin(), programs.end(), goes_on));
  });
}

void labour_terms_expiry(Ahead& ahead) {
  for (const Mentor& mentor : ahead.registry().all<Mentor>()) {
    const auto& all = mentor.labour_terms;
    for (const LabourTerms& document : all) {
      if (!document.valid_to.given() || !works_beyond(ahead, mentor, *document.valid_to)) continue;
      const bool renewed = std::any_of(all.begin(), all.end(), [&](const LabourTerms& other) {
        const auto days = period_of(other.date, other.valid_to);
        return days && days->holds(*document.valid_to + 1);
      });
      if (!renewed) add_expiry(ahead, document.valid_to, {});
    }
  }
}

void waiver_expiry(Ahead& ahead) {
  for (const Waiver& waiver : ahead.check().each(ahead.registry().the<Waivers>().waivers)) {
    if (!waiver.rule.given() || !waiver.record.given()) continue;
    add_expiry(ahead, waiver.until,
               {.what = say({"исключение из {} ({}) кончается: исправить запись или решить заново",
                             "the waiver of {} ({}) ends: mend the record, or decide again"},
                            *waiver.rule, *waiver.record),
                .step = fmt::format("nastavnik waive {} {}", *waiver.rule, *waiver.record)});
  }
}

constexpr Duty paper_rows[] = {
    {.id = "consent-expiry",
     .what = {"получить новое согласие: прежнее истекает", "get a new consent: this one runs out"},
     .of_several = {"получить новые согласия: прежние истекают", "get new consents: these run out"},
     .clauses = "3.5,9,10.5",
     .reminders = "remind_expiry_days",
     .rules = "P3-5,P9-1,RM2-2,RM3-2,P10.5-2,P9-2",
     .step = "nastavnik consent give {person}",
     .look = consent_expiry},
    {.id = "agreement-expiry",
     .what = {"продлить договор с партнёром: прежний истекает", "renew the agreement with the partner: it runs out"},
     .of_several = {"продлить договоры с партнёрами: прежние истекают", "renew agreements with partners: they run out"},
     .clauses = "10.6",
     .reminders = "remind_expiry_days",
     .rules = "P10.6-1,P2-13,P2-1,P7-18",
     .step = "nastavnik add organization partners.agreements",
     .look = agreement_expiry},
    {.id = "partner-agreement",
     .what = {"заключить договор с организацией, где работает участник",
              "conclude an agreement with the participant's employer"},
     .of_several = {"заключить договоры с организациями, где работают участники",
                    "conclude agreements with the participants' employers"},
     .clauses = "10.6",
     .rules = "P10.6-1,P2-13",
     .step = "nastavnik add organization partners.agreements"},
    {.id = "labour-terms-expiry",
     .what = {"продлить соглашение о наставничестве: прежнее истекает",
              "renew the labour addendum on mentoring: it runs out"},
     .of_several = {"продлить соглашения о наставничестве: прежние истекают",
                    "renew labour addenda on mentoring: they run out"},
     .clauses = "tk351.8",
     .reminders = "remind_expiry_days",
     .rules = "TK-1,TK-2",
     .step = "nastavnik document labour-addendum {id}",
     .look = labour_terms_expiry},
    {.id = "waiver-expiry",
     .what = {"исключение кончается: исправить запись или решить заново",
              "the waiver ends: mend the record, or decide again"},
     .of_several = {"исключения кончаются: исправить записи или решить заново",
                    "waivers end: mend the records, or decide again"},
     .clauses = "",
     .reminders = "remind_expiry_days",
     .step = "nastavnik waive",
     .look = waiver_expiry},
};

}  // namespace

std::span<const Duty> paper_duties() { return paper_rows; }

}  // namespace nastavnik
