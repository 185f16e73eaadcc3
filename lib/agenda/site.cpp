// The site: what is published, and how soon.

#include <algorithm>

#include "agenda/duty.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/showing.h"

namespace nastavnik {
namespace {

/// The consent to dissemination that was withdrawn, where none is in force; nothing while it cannot be seen.
const Consent* withdrawn_consent(Ahead& ahead, std::string_view person) {
  if (is_erased(ahead.registry(), person) || !sees_consents(ahead.registry(), person)) return nullptr;
  const Consent* last = nullptr;
  for (const Consent* consent : consents_of(ahead.registry(), person, ConsentKind::pd_dissemination)) {
    if (is_in_force(*consent, ahead.today())) return nullptr;
    if (consent->withdrawn_on.given() && (!last || *last->withdrawn_on < *consent->withdrawn_on)) last = consent;
  }
  return last;
}

/// Dissemination stops within three working days of the demand (article 10.1, part 14).
void shown_after_withdrawal(Ahead& ahead) {
  constexpr int days_to_stop = 3;
  for (const Publication& page : ahead.registry().all<Publication>())
    for (const ShownPerson& shown : page.people) {
      if (is_shown_on(page, shown, ahead.today()) != Verdict::yes || shown.person.id.empty()) continue;
      const auto data = data_by_consent(ahead.registry(), page, shown, ahead.today());
      if (!data || data->empty()) continue;
      if (const Consent* consent = withdrawn_consent(ahead, shown.person.id))
        ahead.add({.day = ahead.calendar().last_of(days_to_stop, *consent->withdrawn_on),
                   .place = shown.person.span,
                   .about = {shown.person.id}});
    }
}

constexpr Duty site_rows[] = {
    {.id = "site-section",
     .what = {"завести на сайте раздел о наставничестве", "open a section on mentoring on the site"},
     .of_several = {"завести на сайте раздел о наставничестве", "open a section on mentoring on the site"},
     .clauses = "21",
     .rules = "P21-1",
     .step = "organization.yaml: site"},
    {.id = "site-content",
     .what = {"разместить на сайте недостающие сведения о наставничестве",
              "put on the site what is lacking about mentoring"},
     .of_several = {"разместить на сайте недостающие сведения о наставничестве",
                    "put on the site what is lacking about mentoring"},
     .clauses = "21",
     .rules = "P21-2",
     .step = "nastavnik report publication"},
    {.id = "site-program",
     .what = {"показать программу на сайте", "show the programme on the site"},
     .of_several = {"показать программы на сайте", "show programmes on the site"},
     .clauses = "21",
     .rules = "P21-3",
     .step = "nastavnik report publication"},
    {.id = "site-banks",
     .what = {"обновить на сайте базы наставников и наставляемых",
              "update the bases of mentors and mentees on the site"},
     .of_several = {"обновить на сайте базы наставников и наставляемых",
                    "update the bases of mentors and mentees on the site"},
     .clauses = "21",
     .rules = "P21-4",
     .step = "nastavnik report banks --for site"},
    {.id = "results",
     .what = {"опубликовать результаты программы", "publish the results of the programme"},
     .of_several = {"опубликовать результаты программ", "publish the results of programmes"},
     .clauses = "22",
     .rules = "P22-2",
     .step = "nastavnik report publication",
     .of_ended = true},
    {.id = "site-stages",
     .what = {"рассказать на сайте о начавшихся этапах дорожной карты",
              "tell on the site of the stages that have begun"},
     .of_several = {"рассказать на сайте о начавшихся этапах дорожной карты",
                    "tell on the site of the stages that have begun"},
     .clauses = "row.7",
     .rules = "RM7-1",
     .step = "nastavnik report publication"},
    {.id = "shown-after-expiry",
     .what = {"убрать данные человека с сайта или получить новое согласие",
              "take the person's data off the site, or get a new consent"},
     .of_several = {"убрать данные людей с сайта или получить новые согласия",
                    "take people's data off the site, or get new consents"},
     .clauses = "152fz.10.1,21",
     .rules = "PD-4,P21-5",
     .step = "{file}: people",
     .in_working_days = true},
    {.id = "shown-without-consent",
     .what = {"убрать данные человека с сайта: согласие отозвано",
              "take the person's data off the site: consent is withdrawn"},
     .of_several = {"убрать данные людей с сайта: согласия отозваны",
                    "take people's data off the site: consents are withdrawn"},
     .clauses = "152fz.10.1",
     .rules = "PD-4",
     .step = "{file}: people",
     .alone = true,
     .look = shown_after_withdrawal},
};

}  // namespace

std::span<const Duty> site_duties() { return site_rows; }

}  // namespace nastavnik
