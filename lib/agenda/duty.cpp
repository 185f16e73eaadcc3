#include "agenda/duty.h"

#include <algorithm>
#include <string>

#include <fmt/args.h>
#include <fmt/format.h>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/school_years.h"
#include "model/shape.h"
#include "model/shape_path.h"
#include "rules/catalogue.h"
#include "rules/citation.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

constexpr std::span<const Duty> (*subjects[])() = {program_duties, pair_duties,     people_duties,
                                                   year_duties,    roadmap_duties,  paper_duties,
                                                   office_duties,  petition_duties, site_duties};

/// By which questions note what they cannot know: the rule whose matter it is.
const Requirement& requirement_of(const Duty& duty) {
  static constexpr Requirement none{};
  const auto rules = listed(duty.rules);
  return rules.empty() ? none : *find_requirement(rules.front());
}

std::string_view id_in(std::string_view record) {
  const std::size_t slash = record.find('/');
  return slash == record.npos ? std::string_view() : record.substr(slash + 1);
}

/// The id of the pair that the record is, or is about.
std::string_view pair_of(const Registry& registry, std::string_view record) {
  const Program* program = record.starts_with("programs/") ? registry.all<Program>().find(id_in(record)) : nullptr;
  return program ? program->pair.id : id_in(record);
}

/// The programme of the pair that has no end; else the pair itself, for a command to say what is missing.
std::string_view program_of(const Registry& registry, std::string_view pair) {
  if (const Pair* found = registry.all<Pair>().find(pair))
    for (const Program* program : registry.programs_of(*found))
      if (program->completion.absent() && program->cancelled.absent()) return program->id;
  return pair;
}

/// The person of the item of the list in which the place lies.
template <class Item>
std::string_view person_before(const List<Item>& list, Span place) {
  std::string_view person;
  if (!list.given() || place.begin < list.span.begin || place.begin > list.span.begin + list.span.size) return person;
  for (const Item& item : list)
    if (item.span.begin <= place.begin) person = item.person.id;
  return person;
}

bool is_set(const Settings& settings, std::string_view threshold) {
  const Shape* shape = shape_at(Settings::kind.folder, false);
  void* const record = const_cast<Settings*>(&settings);  // a walk through records changes nothing
  const auto reached = reach(*shape, record, fmt::format("thresholds.{}", threshold));
  return reached && reached->field->presence(reached->mapping) == Presence::given;
}

/// All who are meant have left, and their data were erased.
bool is_about_nobody(const Registry& registry, const Due& due) {
  const auto is_gone = [&](std::string_view id) {
    const Person* person = registry.all<Person>().find(id);
    return is_erased(registry, id) || (person && person->full_name.absent());
  };
  return due.about.size() == 1 && is_gone(due.about.front());
}

}  // namespace

std::vector<const Duty*> duties() {
  std::vector<const Duty*> all;
  for (const auto subject : subjects)
    for (const Duty& duty : subject()) all.push_back(&duty);
  return all;
}

Words clauses_cited(const Duty& duty) {
  std::vector<Words> cited;
  for (const std::string_view clause : clause_ids(duty.clauses)) cited.push_back(clause_words(clause));
  return joined(cited);
}

std::vector<std::string_view> listed(std::string_view words) {
  std::vector<std::string_view> found;
  while (!words.empty()) {
    const std::size_t comma = words.find(',');
    found.push_back(words.substr(0, comma));
    words.remove_prefix(comma == words.npos ? words.size() : comma + 1);
  }
  return found;
}

std::vector<std::string_view> people_in(const Pair& pair, Date day) {
  std::vector<std::string_view> people;
  if (!pair.mentor.id.empty()) people.push_back(pair.mentor.id);
  for (const Member* member : members_nearest(pair, day))
    if (!member->person.id.empty()) people.push_back(member->person.id);
  return people;
}

std::vector<std::string_view> people_in(const Registry& registry, std::string_view record, Date day) {
  const std::string_view id = id_in(record);
  if (record.starts_with("pairs/"))
    if (const Pair* pair = registry.all<Pair>().find(id)) return people_in(*pair, day);
  if (record.starts_with("programs/"))
    if (const Program* program = registry.all<Program>().find(id); program && program->pair.to)
      return people_in(*program->pair.to, day);
  if (const Mentor* mentor = record.starts_with("mentors/") ? registry.all<Mentor>().find(id) : nullptr)
    return {mentor->id};
  if (const Mentee* mentee = record.starts_with("mentees/") ? registry.all<Mentee>().find(id) : nullptr)
    return {mentee->id};
  return {};
}

Date last_working_day(const WorkingDays& calendar, Date day) {
  while (!calendar.is_working(day)) day = day - 1;
  return day;
}

Date first_working_day(const WorkingDays& calendar, Date day) {
  while (!calendar.is_working(day)) day = day + 1;
  return day;
}

std::vector<std::string_view> people_at(const Loaded& loaded, Span place, Date day) {
  const std::string record = address_of(loaded.sources, place);
  const Organization& school = loaded.registry.organization();
  if (const std::string_view one = record == "organization" ? person_before(school.curators, place) : ""; !one.empty())
    return {one};
  if (record.starts_with("publications/"))
    if (const Publication* page = loaded.registry.all<Publication>().find(id_in(record)))
      for (const ShownPerson& shown : page->people)
        if (shown.person.span == place) return {shown.person.id};
  const Pair* pair = record.starts_with("pairs/") ? loaded.registry.all<Pair>().find(id_in(record)) : nullptr;
  if (const std::string_view one = pair ? person_before(pair->helpers, place) : ""; !one.empty()) return {one};
  return people_in(loaded.registry, record, day);
}

Ahead::Ahead(const Duty& duty, const Loaded& loaded, const WorkingDays& calendar, const Outlook& outlook,
             Agenda& agenda)
    : duty_(duty),
      loaded_(loaded),
      calendar_(calendar),
      outlook_(outlook),
      agenda_(agenda),
      check_(requirement_of(duty), loaded.registry, files_, calendar, false, outcome_) {}

const Thresholds& Ahead::limits() const { return *registry().settings().thresholds; }

namespace {

/// Whom the place in a pair names: its mentor, or one of its mentees.
std::string_view person_named_at(const Registry& registry, std::string_view record, Span place) {
  const Pair* pair = record.starts_with("pairs/") ? registry.all<Pair>().find(id_in(record)) : nullptr;
  if (!pair) return {};
  if (pair->mentor.span == place) return pair->mentor.id;
  for (const Member& member : pair->mentees)
    if (member.person.span == place || member.span == place) return member.person.id;
  return {};
}

}  // namespace

std::string step_for(const Loaded& loaded, std::string_view pattern, Span place, Date day) {
  const std::string record = address_of(loaded.sources, place);
  const Period year = school_year(day), next = school_year(day + 1);
  const std::vector<std::string_view> people = people_at(loaded, place, day);
  const std::string_view id = id_in(record), pair = pair_of(loaded.registry, record);
  std::string_view person = person_named_at(loaded.registry, record, place);
  if (person.empty() && people.size() == 1) person = people.front();
  if (person.empty() && record.starts_with("people/")) person = id;
  if (person.empty() && pattern.find("/{person}") != pattern.npos) return record;
  std::string line = fmt::format(fmt::runtime(pattern), fmt::arg("id", id), fmt::arg("record", record),
                                 fmt::arg("file", loaded.sources.path(place)), fmt::arg("pair", pair),
                                 fmt::arg("person", person), fmt::arg("program", program_of(loaded.registry, pair)),
                                 fmt::arg("year", id_of(year)), fmt::arg("next_year", id_of(next)));
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

bool Ahead::is_waived(const Due& due) const {
  const auto& waivers = registry().the<Waivers>().waivers;
  const auto rules = listed(duty_.rules);
  const Requirement* const rule = rules.empty() ? nullptr : find_requirement(rules.front());
  return rule && std::any_of(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
           return waiver.rule.given() && waiver.record.given() && waiver.until.given() && waiver.item.absent() &&
                  waiver.field.absent() && *waiver.record == due.record && *waiver.until >= today() &&
                  find_requirement(*waiver.rule) == rule;
         });
}

bool Ahead::is_told(const Due& due) const {
  return due.day <= outlook_.until || (!due.reminders.empty() && due.reminders.front() <= today());
}

/// A default of the program that has passed is no delay; nor is what is advised.
TermOf Ahead::term_of(const Due& due) const {
  if (due.stated) return TermOf::records;
  if (duty_.ours || due.advised) return TermOf::program;
  const auto keys = listed(duty_.limits);
  if (keys.empty()) return TermOf::records;
  const bool own =
      std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return is_set(registry().settings(), key); });
  return own ? TermOf::school : TermOf::program;
}

void Ahead::add(Due due) {
  due.duty = &duty_;
  if (due.record.empty()) due.record = address_of(loaded_.sources, due.place);
  if (!is_told(due) || is_waived(due)) return;
  due.term = term_of(due);
  due.passed = due.day < today() && calendar_.count(due.day, today()) > 0;
  if (due.what.empty()) due.what = duty_.what;
  if (due.about.empty()) due.about = people_at(loaded_, due.place, due.day);
  if (is_about_nobody(registry(), due)) return;
  due.step = step_for(loaded_, due.step.empty() ? duty_.step : std::string_view(due.step), due.place, due.day);
  agenda_.items.push_back(std::move(due));
}

}  // namespace nastavnik
