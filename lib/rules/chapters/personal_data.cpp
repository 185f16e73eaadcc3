// Federal Law No. 152-FZ: consents to the use of personal data, and what pages show of people.

#include <algorithm>
#include <array>
#include <vector>

#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/working_days.h"
#include "rules/questions/days.h"
#include "rules/questions/missing.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// Consents. Most of them stand in people/: of their values nothing is repeated in a message.

/// Every consent, wherever it stands, with the id of the person who gave it.
template <class Do>
void each_consent(Check& check, Do run) {
  for (const Person& person : check.all<Person>())
    for (const DataConsent& consent : check.each(person.consents)) run(person.id, consent);
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : check.each(mentor.appointments))
      if (check.given(appointment.consent)) run(mentor.id, *appointment.consent);
  for (const Pair& pair : check.all<Pair>()) {
    for (const PairConsent& consent : check.each(pair.consents))
      for (const Link<Person>* person : people_of(consent)) run(person->id, consent);
    for (const Helper& helper : check.each(pair.helpers))
      if (check.given(helper.consent)) run(helper.person.id, *helper.consent);
  }
}

/// Consents of the kind, dated while the law of the row is in force.
template <class Do>
void each_consent(Check& check, ConsentKind kind, Do run) {
  each_consent(check, [&](std::string_view person, const Consent& consent) {
    if (!check.given(consent.kinds) || !holds(consent.kinds, kind)) return;
    if (check.given(consent.given_on) && check.in_force(*consent.given_on)) run(person, consent);
  });
}

/// A sheet that holds nothing but the two consents to the use of data is mended by taking them apart, which PD-2 asks for.
bool is_mended_by_parting(const Consent& consent) {
  return consent.kinds.size() == 2 && holds(consent.kinds, ConsentKind::pd_dissemination);
}

/// What was only said is no document.
void report_oral(Check& check, const Consent& consent) {
  if (check.given(consent.form) && *consent.form == ConsentForm::oral)
    check.found(consent.form, {"согласие дано устно, а нужен документ: на бумаге или электронный",
                               "the consent was given orally, and a document is needed: on paper or electronic"});
}

void data_consent_not_separate(Check& check) {
  each_consent(check, ConsentKind::pd_processing, [&](std::string_view, const Consent& consent) {
    report_oral(check, consent);
    if (consent.kinds.size() == 1 || is_mended_by_parting(consent)) return;
    check.found(consent.kinds,
                {"на этом листе не одно согласие, а с {} на обработку данных нужен отдельный документ",
                 "this sheet holds more than one consent, and since {} processing takes a document of "
                 "its own"},
                check.in_force().from);
  });
}

void dissemination_consent_not_separate(Check& check) {
  each_consent(check, ConsentKind::pd_dissemination, [&](std::string_view, const Consent& consent) {
    report_oral(check, consent);
    if (consent.kinds.size() > 1)
      check.found(consent.kinds, {"на этом листе не только согласие на распространение",
                                  "this sheet holds more than the consent to dissemination"});
  });
}

bool lacks_contact(Check& check, std::string_view id) {
  const Person* person = check.all<Person>().find(id);
  if (!person || !check.known(person->contact)) return false;
  const Contact& contact = *person->contact;
  return check.known(contact.phone, contact.email, contact.address) && contact.phone.absent() &&
         contact.email.absent() && contact.address.absent();
}

void hold_to_content(Check& check, std::string_view person, const Consent& consent) {
  if (!check.known(consent.resources, consent.purpose, consent.data, consent.conditions)) return;
  const Words missing = list_missing({
      {consent.resources.absent(), {"адреса страниц (resources)", "addresses of pages (resources)"}},
      {consent.purpose.absent(), {"цель (purpose)", "the purpose (purpose)"}},
      {consent.data.absent(), {"перечень данных (data)", "the list of data (data)"}},
      {consent.conditions.absent(), {"условия и запреты (conditions)", "conditions and prohibitions (conditions)"}},
      {consent.valid_to.absent(), {"срок (valid_to)", "the term (valid_to)"}},
      {lacks_contact(check, person), {"контакт человека (contact)", "a contact of the person (contact)"}},
  });
  if (!missing.empty()) check.found(consent.given_on, {"нет: {}", "lacking: {}"}, missing);
}

/// The operator is written once, at the school; the full name is asked for by P1-1, INN and OGRN the order wants only where the
/// person knows them.
void hold_to_operator(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.sees_the<Organization>(school) || !check.absent(school.address)) return;
  check.found(school, {"для согласий на распространение нет адреса организации (address)",
                       "for consents to dissemination the address of the organisation (address) is lacking"});
}

/// What has been withdrawn or has expired is not mended any more.
void dissemination_consent_incomplete(Check& check) {
  bool any = false;
  each_consent(check, ConsentKind::pd_dissemination, [&](std::string_view person, const Consent& consent) {
    if (!check.known(consent.valid_to, consent.withdrawn_on) || !is_in_force(consent, check.day())) return;
    any = true;
    hold_to_content(check, person, consent);
  });
  if (any) hold_to_operator(check);
}

// Pages

/// People whom live pages show on the day judged.
template <class Do>
void each_shown(Check& check, Do run) {
  for (const Publication& page : check.all<Publication>()) {
    if (page.people.absent() || !is_live(check, page)) continue;
    for (const ShownPerson& shown : check.each(page.people))
      if (is_shown(check, page, shown)) run(page, shown);
  }
}

/// Dissemination stops within three working days of the demand (article 10.1, part 14).
bool may_still_be_shown(const Check& check, const Consent& consent) {
  constexpr int days_to_stop = 3;
  const WorkingDays& calendar = check.working_days();
  return consent.withdrawn_on.given() && calendar.count(period_of(consent)->to, check.day()) <= days_to_stop;
}

/// Of those who never consented, and of what a consent in force lets be shown, P21-5 speaks.
void shown_after_consent_ended(Check& check) {
  each_shown(check, [&](const Publication& page, const ShownPerson& shown) {
    if (!check.named(shown.person) || is_erased(check.registry(), shown.person.id)) return;
    const Consent* last =
        last_given(check, consents_of(check.registry(), shown.person.id, ConsentKind::pd_dissemination));
    if (!last || is_in_force(*last, check.day())) return;
    if (!sees_consents(check.registry(), shown.person.id)) return check.undecided(shown.person);
    if (data_by_consent(check, page, shown).empty() || !is_overdue(check, period_of(*last)->to)) return;
    constexpr Text withdrawn{"отозвано (показ прекращают в течение трёх рабочих дней)",
                             "withdrawn (showing stops within three working days)"};
    constexpr Text expired{"истекло", "expired"};
    Found found = check.found(shown.person,
                              {"{}: последнее согласие на распространение {}, а человек показан и {}",
                               "{}: the last consent to dissemination is {}, and the person is still shown on {}"},
                              check.who(shown.person), last->withdrawn_on.given() ? withdrawn : expired, check.day());
    if (may_still_be_shown(check, *last)) found.milder();
    found.also(*last, {"последнее согласие", "the last consent"});
  });
}

constexpr std::array kept_off_pages{DataField::birth_date,
                                    DataField::phone,
                                    DataField::email,
                                    DataField::address,
                                    DataField::difficulties,
                                    DataField::survey_answers,
                                    DataField::personnel_proposals};

void private_data_published(Check& check) {
  each_shown(check, [&](const Publication&, const ShownPerson& shown) {
    if (!check.given(shown.data)) return;
    std::vector<Words> found;
    for (const DataField field : kept_off_pages)
      if (holds(shown.data, field)) found.emplace_back(label_of(field));
    if (!found.empty()) check.found(shown.data, {"показаны: {}", "shown: {}"}, joined(found));
  });
}

constexpr Rule personal_data_rows[] = {
    {{.id = "PD-1",
      .name = "data-consent-not-separate",
      .nature = Nature::law,
      .clauses = "152fz.9",
      .title = {"согласие на обработку персональных данных — не отдельный документ",
                "the consent to data processing is not a document of its own"},
      .remedy =
          {"возьмите согласие на обработку данных отдельным документом и запишите его (kinds: [pd_processing]) в people/",
           "take the consent to data processing as a separate document and record it (kinds: [pd_processing]) in people/"},
      .edition = EditionOf::event},
     data_consent_not_separate},
    {{.id = "PD-2",
      .name = "dissemination-consent-not-separate",
      .nature = Nature::law,
      .clauses = "152fz.10.1",
      .title = {"согласие на распространение данных — не отдельный документ",
                "the consent to dissemination is not a document of its own"},
      .remedy =
          {"возьмите согласие на распространение отдельным документом и запишите его (kinds: [pd_dissemination]) в people/",
           "take the consent to dissemination as a separate document and record it (kinds: [pd_dissemination]) in people/"},
      .edition = EditionOf::event},
     dissemination_consent_not_separate},
    {{.id = "PD-3",
      .name = "dissemination-consent-incomplete",
      .severity = Severity::warning,
      .nature = Nature::law,
      .clauses = "rkn18",
      .title = {"в согласии на распространение данных есть не всё обязательное",
                "the consent to dissemination lacks some of its required content"},
      .remedy =
          {"дополните согласие в people/ по бумаге: адреса, цель, данные, условия, срок; реквизиты организации — в organization.yaml",
           "complete the consent in people/ after the paper: addresses, purpose, data, conditions, term; the organisation's details in organization.yaml"},
      .scope = Scope::links,
      .edition = EditionOf::event},
     dissemination_consent_incomplete},
    {{.id = "PD-4",
      .name = "shown-after-consent-ended",
      .milder = Severity::warning,
      .nature = Nature::law,
      .clauses = "152fz.10.1",
      .title = {"согласие на распространение отозвано или истекло, а человек всё ещё показан на сайте",
                "the consent to dissemination is withdrawn or expired and the person is still shown"},
      .remedy = {"уберите данные со страницы сейчас и запишите день (people, to) в publications/",
                 "take the data off the page now and record the day (people, to) in publications/"},
      .scope = Scope::links},
     shown_after_consent_ended},
    {{.id = "PD-5",
      .name = "private-data-published",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "21",
      .title = {"на странице показаны данные, которым не место на сайте",
                "the page shows data that do not belong on a site"},
      .remedy = {"уберите эти данные со страницы и из перечня показанных (people, data) в publications/",
                 "take these data off the page and out of the list of what it shows (people, data) in publications/"}},
     private_data_published},
};

}  // namespace

std::span<const Rule> personal_data_rules();
std::span<const Rule> personal_data_rules() { return personal_data_rows; }

}  // namespace nastavnik
