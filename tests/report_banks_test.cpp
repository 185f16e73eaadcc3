// The banks as everybody sees them on the site hold what a consent to dissemination lists, and nothing else.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/notions/banks.h"
#include "page/package.h"
#include "reports/reports.h"
#include "source/disk.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

namespace nastavnik {
namespace {

using reports::Report;

constexpr Date later{2026, 11, 22};  // a withdrawal that lies ahead of the real day would be a fault

Report for_site(const Loaded& loaded, Date day) {
  return make_report(*reports::find_report("banks"),
                     {.loaded = loaded, .period = {day, day}, .names = true, .for_site = true});
}

/// In every format, the parts of a package one after another.
std::string everything(const Report& report) {
  std::string all;
  for (const reports::ReportFormat& format : reports::report_formats()) {
    std::string bytes = format.render(report, {.explain_figures = true});
    if (!format.binary) all += bytes;
    if (format.binary)
      for (const PackagePart& part : unpacked(bytes)) all += part.bytes;
  }
  return all;
}

/// What the records hold of people that might be shown, apart by whether somebody has consented to it.
struct Data {
  std::set<std::string> allowed{};
  std::set<std::string> forbidden{};

  void add(bool may, std::string_view value) {
    if (!value.empty()) (may ? allowed : forbidden).emplace(value);
  }
  void add_lines(bool may, const auto& lines) {
    for (const auto& line : lines)
      if (line.given()) add(may, *line);
  }
  /// One person may have consented to what another has not: the same post.
  bool is_of_another(const std::string& value) const {
    return std::any_of(allowed.begin(), allowed.end(),
                       [&](const std::string& other) { return other.find(value) != other.npos; });
  }
};

bool consents_to(const Person& person, DataField field, Date day) {
  for (const DataConsent& consent : person.consents)
    if (holds(consent.kinds, ConsentKind::pd_dissemination) && *consent.given_on <= day &&
        !(consent.valid_to.given() && *consent.valid_to < day) &&
        !(consent.withdrawn_on.given() && *consent.withdrawn_on <= day) && *consent.conditions == "не установлены" &&
        holds(consent.data, field))
      return true;
  return false;
}

void collect(const Registry& registry, const Person& person, Date day, Data& data) {
  const Mentor* mentor = registry.all<Mentor>().find(person.id);
  const Mentee* mentee = registry.all<Mentee>().find(person.id);
  const bool is_in =
      (mentor && is_in_bank(*mentor, day) == Verdict::yes) || (mentee && is_in_bank(*mentee, day) == Verdict::yes);
  const auto may = [&](DataField field) { return is_in && consents_to(person, field, day); };
  bool is_past = true;  // the names stand the earliest first
  const auto add_name = [&](const At<Line>& full_name, bool is_over) {
    const std::string_view name = *full_name;
    const bool is_borne = is_past && !is_over;
    data.add(is_borne && may(DataField::full_name), name);
    data.add(is_borne && may(DataField::full_name), name.substr(0, name.find(' ')));
    is_past = is_past && is_over;
  };
  for (const FormerName& former : person.former_names) add_name(former.full_name, *former.to < day);
  if (person.full_name.given()) add_name(person.full_name, false);
  for (const JobPosition& post : person.positions) {
    const bool held = period_of(post.from, post.to)->holds(day);
    data.add(held && may(DataField::position), *post.title);
    data.add_lines(held && may(DataField::subjects), post.subjects);
  }
  if (mentor) {
    if (mentor->experience.given()) data.add(may(DataField::experience), *mentor->experience);
    data.add_lines(may(DataField::achievements), mentor->achievements);
  }
  for (const At<Line>* never : {&person.contact->phone, &person.contact->email, &person.contact->address})
    if (never->given()) data.add(false, **never);
  if (mentee)
    for (const Difficulty& difficulty : mentee->difficulties) data.add(false, *difficulty.text);
  data.add(false, person.id);
}

void check_all_formats(const std::string& folder, Date day) {
  CAPTURE(folder);
  CAPTURE(iso(day));
  const DiskTree tree((source_root() / folder).string());
  const auto loaded = load({.tree = tree, .today = later, .as_of = day});
  Data data;
  for (const Person& person : loaded->registry.all<Person>()) collect(loaded->registry, person, day, data);
  const std::string output = everything(for_site(*loaded, day));
  REQUIRE(data.forbidden.size() > 10);
  for (const std::string& value : data.forbidden)
    if (!data.is_of_another(value)) CHECK_MESSAGE(output.find(value) == output.npos, "tells ", value);
  for (const std::string& value : data.allowed) CHECK_MESSAGE(output.find(value) != output.npos, "lacks ", value);
}

/// The only person of the base with a consent, on the day, with another consent in its place.
std::string shown_with(const std::string& consent, Date day = {2025, 2, 10}) {
  const Fixture fixture{.base = "year", .as_of = day};
  const CaseRegistry read =
      load_case(fixture, {.title = "", .today = later, .text = "~~ people/p-017.yaml ~~\nconsents:\n" + consent});
  return everything(for_site(*read.loaded, day));
}

constexpr const char* sound =
    "  - kinds: [pd_dissemination]\n    given_on: 2025-02-10\n    form: paper\n"
    "    resources: ['https://klyuchevskaya.example.ru/nastavnichestvo']\n    data: [full_name]\n"
    "    conditions: не установлены\n";

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("the list for the site holds no datum without a consent, in any format") {
  for (const Date day :
       {Date(2024, 10, 20), Date(2025, 5, 30), Date(2026, 3, 15), Date(2026, 3, 16), Date(2026, 8, 31)})
    check_all_formats("examples/school", day);
}

TEST_CASE("a consent shows what it lists, from its day to its last day") {
  CHECK(shown_with(sound).find("Соколова Марина Петровна") != std::string::npos);
  CHECK(shown_with(sound).find("учитель математики") == std::string::npos);
  CHECK(shown_with(sound, {2025, 2, 9}).find("Соколова") == std::string::npos);
  const std::string ends = std::string(sound) + "    valid_to: 2025-02-20\n";
  CHECK(shown_with(ends, {2025, 2, 20}).find("Соколова") != std::string::npos);
  CHECK(shown_with(ends, {2025, 2, 21}).find("Соколова") == std::string::npos);
  const std::string withdrawn = std::string(sound) + "    withdrawn_on: 2025-02-20\n";
  CHECK(shown_with(withdrawn, {2025, 2, 19}).find("Соколова") != std::string::npos);
  CHECK(shown_with(withdrawn, {2025, 2, 20}).find("Соколова") == std::string::npos);
}

TEST_CASE("a consent without conditions shows, in whatever words it says so") {
  for (const char* none :
       {"нет", "Нет.", "Не установлены", "НЕ УСТАНОВЛЕНЫ.", "«не установлены»", "отсутствуют", "none"})
    CHECK(shown_with(changed(sound, "не установлены", none)).find("Соколова") != std::string::npos);
}

TEST_CASE("who makes the list for the site is told of conditions, and not what they are") {
  const Fixture fixture{.base = "year", .as_of = {2025, 2, 10}};
  const std::string consent = changed(sound, "не установлены", "Фотографию не показывать");
  const CaseRegistry read =
      load_case(fixture, {.title = "", .today = later, .text = "~~ people/p-017.yaml ~~\nconsents:\n" + consent});
  const Report report = for_site(*read.loaded, {2025, 2, 10});
  CHECK(std::any_of(report.asides.begin(), report.asides.end(), [](const page::Gap& gap) {
    return gap.where.starts_with("people/p-017.yaml") && gap.what.ru.find("условия или запреты") != std::string::npos &&
           gap.what.ru.find("Фотографию") == std::string::npos;
  }));
}

TEST_CASE("a post alone is shown without a name") {
  const std::string output = shown_with(changed(sound, "full_name", "position"));
  CHECK(output.find("учитель математики") != std::string::npos);
  CHECK(output.find("без имени") != std::string::npos);
  CHECK(output.find("Соколова") == std::string::npos);
}

TEST_CASE("nothing is shown by a consent that leaves anything in doubt") {
  for (const auto& change : std::vector<std::pair<std::string, std::string>>{
           {"form: paper", "form: oral"},
           {"[pd_dissemination]", "[pd_processing]"},
           {"[pd_dissemination]", "[pd_processing, pd_dissemination]"},
           {"    data: [full_name]\n", ""},
           {"    conditions: не установлены\n", ""},
           {"не установлены", "Без фотографии"},
           {"не установлены", "не установлены, кроме фамилии"},
           {"не установлены", "нет передаче третьим лицам"},
           {"не установлены", "''"},
           {"не установлены", "[нет]"},
           {"data: [full_name]", "data: full_nam"},
           {"data: [full_name]", "data: [full_name]\n    valid_to: скоро"},
           {"data: [full_name]", "data: [full_name]\n    withdrawn_on: вчера"},
           {"given_on: 2025-02-10", "given_on: зимой"},
           {"klyuchevskaya.example.ru/nastavnichestvo", "klyuchevskaya.example.ru/novosti"},
           {"klyuchevskaya.example.ru/nastavnichestvo", "other.example.ru/nastavnichestvo"},
           {"    resources: ['https://klyuchevskaya.example.ru/nastavnichestvo']\n", ""}}) {
    CAPTURE(change.second);
    const std::string output = shown_with(changed(sound, change.first, change.second));
    CHECK(output.find("Соколова") == std::string::npos);
    CHECK(output.find("учитель математики") == std::string::npos);
  }
}

TEST_CASE("machines are told nothing of people, though names are asked for") {
  const DiskTree tree((source_root() / "examples/school").string());
  const Date day(2026, 8, 31);
  const auto loaded = load({.tree = tree, .today = later, .as_of = day});
  const Report report =
      make_report(*reports::find_report("banks"), {.loaded = *loaded, .period = {day, day}, .for_machines = true});
  const auto formats = reports::report_formats();
  const auto json =
      std::find_if(formats.begin(), formats.end(), [](const auto& format) { return format.for_machines; });
  const std::string output = json->render(report, {});
  for (const Person& person : loaded->registry.all<Person>())
    for (const JobPosition& post : person.positions)
      CHECK(output.find(fmt::format("\"{}\"", *post.title)) == std::string::npos);
  CHECK(output.find("p-482913") != std::string::npos);
}

}  // namespace
}  // namespace nastavnik
