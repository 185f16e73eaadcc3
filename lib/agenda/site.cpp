// The site: what is published, and how soon.

#include <algorithm>

#include "agenda/duty.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/showing.h"

namespace nastavnik {
namespace {

/// Somebody whom a page shows, or is going to, and what consents there are to it.
struct Showing {
  const Publication& page;
  const ShownPerson& shown;
  Date from{};
  std::vector<const Consent*> consents{};

  bool is_covered_on(Date day) const {
    return std::any_of(consents.begin(), consents.end(), [&](const Consent* one) { return is_in_force(*one, day); });
  }
};

/// Those who are shown by consent, where all consents can be seen; what the law has a school publish takes none.
template <class Do>
void each_shown(Ahead& ahead, Do run) {
  for (const Publication& page : ahead.registry().all<Publication>())
    for (const ShownPerson& shown : page.people) {
      const At<Day>& from = shown_from(page, shown);
      const std::string_view person = shown.person.id;
      if (person.empty() || !from.given() || is_erased(ahead.registry(), person)) continue;
      const auto data = data_by_consent(ahead.registry(), page, shown, std::max(*from, ahead.today()));
      if (!data || data->empty() || !sees_consents(ahead.registry(), person)) continue;
      run(Showing{page, shown, *from, consents_of(ahead.registry(), person, ConsentKind::pd_dissemination)});
    }
}

/// Dissemination stops within three working days of the demand (article 10.1, part 14).
void shown_after_withdrawal(Ahead& ahead) {
  constexpr int days_to_stop = 3;
  each_shown(ahead, [&](const Showing& one) {
    if (is_shown_on(one.page, one.shown, ahead.today()) != Verdict::yes || one.is_covered_on(ahead.today() + 1)) return;
    const Consent* last = nullptr;
    for (const Consent* consent : one.consents)
      if (consent->withdrawn_on.given() && (!last || *last->withdrawn_on < *consent->withdrawn_on)) last = consent;
    if (last)
      ahead.add({.day = ahead.calendar().last_of(days_to_stop, *last->withdrawn_on),
                 .place = one.shown.person.span,
                 .about = {one.shown.person.id}});
  });
}

void shown_after_expiry(Ahead& ahead) {
  each_shown(ahead, [&](const Showing& one) {
    for (const Consent* consent : one.consents) {
      if (!consent->valid_to.given() || consent->withdrawn_on.given() || *consent->valid_to < ahead.today()) continue;
      const Date next = *consent->valid_to + 1;
      if (one.is_covered_on(next) || is_shown_on(one.page, one.shown, next) != Verdict::yes) continue;
      ahead.add({.day = *consent->valid_to,
                 .reminders = Ahead::before(*consent->valid_to, ahead.limits().remind_expiry_days),
                 .place = one.shown.person.span,
                 .about = {one.shown.person.id}});
    }
  });
}

void shown_from_a_day(Ahead& ahead) {
  each_shown(ahead, [&](const Showing& one) {
    if (one.from > ahead.today() && !one.is_covered_on(one.from))
      ahead.add({.day = ahead.before(one.from), .place = one.shown.person.span, .about = {one.shown.person.id}});
  });
}

constexpr Duty site_rows[] = {
    {.id = "site-section",
     .what = {"завести на сайте раздел о наставничестве", "open a section on mentoring on the site"},
     .of_several = {"завести на сайте раздел о наставничестве", "open a section on mentoring on the site"},
     .clauses = "21",
     .limits = "site_publication_days",
     .rules = "P21-1",
     .step = "nastavnik set organization site"},
    {.id = "site-content",
     .what = {"разместить на сайте недостающие сведения о наставничестве",
              "put on the site what is lacking about mentoring"},
     .of_several = {"разместить на сайте недостающие сведения о наставничестве",
                    "put on the site what is lacking about mentoring"},
     .clauses = "21",
     .limits = "site_publication_days",
     .rules = "P21-2",
     .step = "nastavnik report publication",
     .tells = true},
    {.id = "site-program",
     .what = {"показать программу на сайте", "show the programme on the site"},
     .of_several = {"показать программы на сайте", "show programmes on the site"},
     .clauses = "21",
     .limits = "site_publication_days",
     .rules = "P21-3",
     .step = "nastavnik report publication"},
    {.id = "site-ended-program",
     .what = {"убрать завершённую программу из реализуемых на сайте",
              "take the programme that has ended off the running ones on the site"},
     .of_several = {"убрать завершённые программы из реализуемых на сайте",
                    "take programmes that have ended off the running ones on the site"},
     .clauses = "21",
     .limits = "site_publication_days",
     .rules = "S-15",
     .step = "nastavnik set {record} programs"},
    {.id = "site-banks",
     .what = {"обновить на сайте базы наставников и наставляемых",
              "update the bases of mentors and mentees on the site"},
     .of_several = {"обновить на сайте базы наставников и наставляемых",
                    "update the bases of mentors and mentees on the site"},
     .clauses = "21",
     .limits = "bank_publication_days",
     .rules = "P21-4",
     .step = "nastavnik report banks --for site"},
    {.id = "results",
     .what = {"опубликовать результаты программы", "publish the results of the programme"},
     .of_several = {"опубликовать результаты программ", "publish the results of programmes"},
     .clauses = "22",
     .limits = "results_publication_days",
     .rules = "P22-2",
     .step = "nastavnik publish",
     .of_ended = true},
    {.id = "site-stages",
     .what = {"рассказать на сайте о начавшихся этапах дорожной карты",
              "tell on the site of the stages that have begun"},
     .of_several = {"рассказать на сайте о начавшихся этапах дорожной карты",
                    "tell on the site of the stages that have begun"},
     .clauses = "row.7",
     .limits = "site_publication_days",
     .rules = "RM7-1",
     .step = "nastavnik report publication"},
    {.id = "consent-before-showing",
     .what = {"получить согласие на распространение данных до размещения на сайте",
              "get the consent to dissemination before the data are shown"},
     .of_several = {"получить согласия на распространение данных до размещения на сайте",
                    "get the consents to dissemination before the data are shown"},
     .clauses = "21,152fz.10.1",
     .rules = "P21-5",
     .step = "nastavnik consent give {person}",
     .covers = "P21-5",
     .look = shown_from_a_day},
    {.id = "shown-after-expiry",
     .what = {"убрать данные с сайта или получить новое согласие: прежнее истекает",
              "take the data off the site, or get a new consent: this one runs out"},
     .of_several = {"убрать данные с сайта или получить новые согласия: прежние истекают",
                    "take the data off the site, or get new consents: these run out"},
     .clauses = "152fz.10.1",
     .reminders = "remind_expiry_days",
     .rules = "PD-4,P21-5",
     .step = "nastavnik consent give {person}",
     .covers = "PD-4",
     .look = shown_after_expiry},
    {.id = "shown-without-consent",
     .what = {"убрать данные с сайта: согласие отозвано", "take the data off the site: the consent is withdrawn"},
     .of_several = {"убрать данные с сайта: согласия отозваны", "take the data off the site: consents are withdrawn"},
     .clauses = "152fz.10.1",
     .rules = "PD-4",
     .step = "nastavnik unpublish {id}",
     .covers = "PD-4",
     .look = shown_after_withdrawal},
    {.id = "shown-unconsented",
     .what = {"убрать данные с сайта или получить согласие", "take the data off the site, or get a consent"},
     .of_several = {"убрать данные с сайта или получить согласия", "take the data off the site, or get consents"},
     .clauses = "21,152fz.10.1",
     .rules = "P21-5,PD-4",
     .step = "nastavnik unpublish {id}"},
};

}  // namespace

std::span<const Duty> site_duties() { return site_rows; }

}  // namespace nastavnik
