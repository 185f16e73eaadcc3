#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/kinds/codes_people.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

// Pages of the site and of social networks: what they show on a day, and what of it takes a consent.

namespace nastavnik {

struct Consent;
struct ShownPerson;
struct ShownProgram;

/// Published by the day and not taken off.
Verdict is_live_on(const Publication& page, Date day);

/// The day from which the page shows the programme or the person.
const At<Day>& shown_from(const Publication& page, const ShownProgram& item);
const At<Day>& shown_from(const Publication& page, const ShownPerson& item);

/// Whether the page, while it is live, shows the programme or the person on the day.
Verdict is_shown_on(const Publication& page, const ShownProgram& item, Date day);
Verdict is_shown_on(const Publication& page, const ShownPerson& item, Date day);

/// Of the staff whose name, position, subjects, qualification and experience the law on education has a school publish
/// (No. 273-FZ, article 29).
Verdict is_published_staff(const Person& person, Date day);
/// The data shown of the person that take a consent to dissemination: all but those of the staff that the school has to
/// publish. That somebody is a mentee, a photo or an award are no such data. Nothing while it is not known whether the
/// person is of the staff.
std::optional<std::vector<DataField>> data_by_consent(const Registry& registry, const Publication& page,
                                                      const ShownPerson& item, Date day);
/// The consent lets the page be used. What it should say and does not is the matter of PD-3.
bool allows_page(const Consent& consent, std::string_view url);
bool allows_data(const Consent& consent, DataField field);
/// The consent says that the person has set no conditions and prohibitions.
bool sets_no_conditions(const Consent& consent);
/// The consent sets conditions or prohibitions, which only a person can read.
bool sets_conditions(const Consent& consent);
/// What the person's consents to dissemination let every one of the pages show on the day: each a sheet of its own that
/// names pages and data and says that there are no conditions (Law No. 152-FZ, article 10.1, parts 5 and 10), written or
/// electronic, with no date in doubt. What stands in a list for the site needs no less.
std::vector<DataField> shown_by_consent(const Registry& registry, std::string_view person,
                                        std::span<const std::string_view> pages, Date day);

}  // namespace nastavnik
