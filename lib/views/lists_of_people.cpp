#include <algorithm>
#include <set>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/roles.h"
#include "model/notions/states.h"
#include "model/notions/topics.h"
#include "model/notions/training.h"
#include "reports/evidence.h"
#include "views/list_rows.h"
#include "views/lists.h"

namespace nastavnik::views {
namespace {

using reports::Cell, reports::dash;

using Ids = std::vector<std::string_view>;

Cell position_of(const Asked& asked, std::string_view id) {
  const Person* person = asked.names ? asked.registry().all<Person>().find(id) : nullptr;
  const JobPosition* position = person ? main_position(*person, asked.day()) : nullptr;
  return position && position->title.given() ? Cell(told(asked, *position->title)) : dash();
}

Words topics_of(const Asked& asked, const List<At<TopicCode>>& topics) {
  std::vector<Words> all;
  for (const At<TopicCode>& topic : topics)
    if (topic.given()) all.push_back(title_of_topic(asked.registry(), *topic));
  return joined(all);
}

Words left_bank(const Asked& asked, const Leaving& left) {
  if (!left.date.given()) return {"выбытие из банка не читается", "leaving the bank cannot be read"};
  if (!left.reason.given()) return say({"в банке по {}", "in the bank to {}"}, reports::on_day(*left.date));
  const bool own = code_of(*left.reason) == "other" && left.reason.note.given();
  return say({"в банке по {}: {}", "in the bank to {}: {}"}, reports::on_day(*left.date),
             own ? told(asked, *left.reason.note) : Words(label_of(*left.reason)));
}

// --- who lacks what ------------------------------------------------------------------------------------------------

void look_for(const Asked& asked, std::string_view person, ConsentKind kind, MissingConsents& missing) {
  if (is_erased(asked.registry(), person)) return;
  if (has_consent_in_force(asked.registry(), person, kind, asked.day())) return;
  if (!sees_consents(asked.registry(), person))
    missing.unseen = true;
  else if (std::ranges::find(missing.kinds, kind) == missing.kinds.end())
    missing.kinds.push_back(kind);
}

Verdict truth(bool is) { return is ? Verdict::yes : Verdict::no; }

const Appointment* office_of(const Asked& asked, std::string_view mentor) {
  const Mentor* entry = asked.registry().all<Mentor>().find(mentor);
  return entry ? appointment_on(*entry, asked.day()) : nullptr;
}

Ids working_mentees(const Asked& asked, std::string_view mentor) {
  return mentees_of(asked.registry(), mentor, asked.day());
}

/// The pair that the mentee takes part in on the day.
const Pair* pair_of(const Asked& asked, std::string_view mentee) {
  for (const Pair* pair : asked.registry().pairs_of_mentee(mentee))
    if (is_member_on(*pair, mentee, asked.day()) == Verdict::yes) return pair;
  return nullptr;
}

void look_for_those_of_mentor(const Asked& asked, std::string_view mentor, MissingConsents& missing) {
  look_for(asked, mentor, ConsentKind::pd_processing, missing);
  if (office_of(asked, mentor)) look_for(asked, mentor, ConsentKind::mentor_appointment, missing);
}

bool needs_consents_as_mentor(const Asked& asked, std::string_view id) {
  const Mentor* mentor = asked.registry().all<Mentor>().find(id);
  return !working_mentees(asked, id).empty() || (mentor && is_in_bank(*mentor, asked.day()) != Verdict::no);
}

/// What participants of mentoring need; nobody else does.
MissingConsents missing_consents(const Asked& asked, std::string_view id) {
  const Mentee* mentee = asked.registry().all<Mentee>().find(id);
  MissingConsents missing;
  if (needs_consents_as_mentor(asked, id)) look_for_those_of_mentor(asked, id, missing);
  if (pair_of(asked, id) || (mentee && is_in_bank(*mentee, asked.day()) != Verdict::no))
    look_for(asked, id, ConsentKind::pd_processing, missing);
  return missing;
}

Verdict mentor_lacks(const Asked& asked, std::string_view mentor, Lack what) {
  const Mentor* entry = asked.registry().all<Mentor>().find(mentor);
  const Appointment* office = office_of(asked, mentor);
  switch (what) {
    case Lack::consent: return missing_consents(asked, mentor).verdict();
    case Lack::order: return truth(office && office->order.absent());
    case Lack::pair: return truth(working_mentees(asked, mentor).empty());
    case Lack::training: {
      const TrainingDays days(asked.registry());
      if (!entry || !days.of(*entry).empty()) return truth(!entry);
      return days.sees_events() && entry->training.presence != Presence::broken ? Verdict::yes : Verdict::unknown;
    }
    case Lack::program: break;
  }
  return Verdict::no;
}

Verdict mentee_lacks(const Asked& asked, const Mentee& mentee, Lack what) {
  if (what == Lack::consent) return missing_consents(asked, mentee.id).verdict();
  const At<Day> alone = alone_since(asked.registry(), mentee, asked.day());
  return alone.presence == Presence::broken ? Verdict::unknown : truth(alone.given());
}

// --- mentors -------------------------------------------------------------------------------------------------------

Words state_of_mentor(const Asked& asked, std::string_view id) {
  const Mentor* entry = asked.registry().all<Mentor>().find(id);
  if (const Appointment* office = office_of(asked, id))
    return say({"в должности с {}", "in office since {}"}, reports::on_day(*office->from));
  if (!entry) return {"ведёт пару, в банке нет", "has a pair, not in the bank"};
  if (!working_mentees(asked, id).empty()) return {"ведёт пару, назначения нет", "has a pair, not appointed"};
  if (entry->left.given()) return left_bank(asked, *entry->left);
  for (const Appointment& appointment : entry->appointments)
    if (appointment.from.given() && *appointment.from > asked.day())
      return say({"назначение с {}", "appointed from {}"}, reports::on_day(*appointment.from));
  if (!entry->entered_on.given()) return {"день внесения в банк не читается", "the day of entry cannot be read"};
  return say({"в банке с {}, назначения нет", "in the bank since {}, not appointed"},
             reports::on_day(*entry->entered_on));
}

Ids all_mentors(const Asked& asked) {
  Ids all = mentors_in_office(asked.registry(), asked.day());
  for (const Mentor& mentor : asked.registry().all<Mentor>()) all.push_back(mentor.id);
  return in_order(asked, std::move(all));
}

/// The days in the bank; open where the day of leaving cannot be read.
template <class Entry>
std::optional<Period> days_in_bank(const Entry* entry) {
  if (!entry || !entry->entered_on.given()) return std::nullopt;
  return Period{*entry->entered_on,
                entry->left.given() && entry->left->date.given() ? *entry->left->date : end_of_time};
}

bool is_mentor_wanted(const ListRequest& request, std::string_view id, Rows& rows) {
  const Asked& asked = request.asked;
  const Mentor* entry = asked.registry().all<Mentor>().find(id);
  if (request.narrowed.active && !office_of(asked, id) && working_mentees(asked, id).empty()) return false;
  if (!is_in_year(request, known_until(days_in_bank(entry), asked.day()))) return false;
  const auto has_mentee = [&](const Pair* pair) { return is_member(*pair, request.narrowed.mentee); };
  if (!request.narrowed.mentee.empty() && std::ranges::none_of(asked.registry().pairs_of_mentor(id), has_mentee))
    return false;
  if (!request.narrowed.without) return true;
  return needs_consents_as_mentor(asked, id) && belongs(mentor_lacks(asked, id, *request.narrowed.without), rows);
}

// --- mentees -------------------------------------------------------------------------------------------------------

Words in_pair_since(const Asked& asked, const Pair& pair, std::string_view mentee) {
  std::optional<Date> since;
  for (const Member* member : members_on(pair, asked.day()))
    if (member->person.id == mentee) since = period_of(*member, pair)->from;
  if (!since) return {"в паре", "in a pair"};
  const bool group = members_on(pair, asked.day()).size() > 1;
  return group ? say({"в группе с {}", "in a group since {}"}, reports::on_day(*since))
               : say({"в паре с {}", "in a pair since {}"}, reports::on_day(*since));
}

Words state_of_mentee(const Asked& asked, const Mentee& mentee) {
  if (const Pair* pair = pair_of(asked, mentee.id)) return in_pair_since(asked, *pair, mentee.id);
  if (mentee.left.given()) return left_bank(asked, *mentee.left);
  const At<Day> alone = alone_since(asked.registry(), mentee, asked.day());
  if (!alone.given()) return {"не решено: записи не читаются", "undecided: records cannot be read"};
  return say({"ждёт наставника с {}", "waits for a mentor since {}"}, reports::on_day(*alone));
}

bool is_mentee_wanted(const ListRequest& request, const Mentee& mentee, Rows& rows) {
  const Narrowed& narrowed = request.narrowed;
  const Asked& asked = request.asked;
  if (narrowed.active && !pair_of(asked, mentee.id) && is_in_bank(mentee, asked.day()) == Verdict::no) return false;
  if (!is_in_year(request, known_until(days_in_bank(&mentee), asked.day()))) return false;
  const auto has_mentor = [&](const Pair* pair) { return pair->mentor.id == narrowed.mentor; };
  if (!narrowed.mentor.empty() && std::ranges::none_of(asked.registry().pairs_of_mentee(mentee.id), has_mentor))
    return false;
  if (!narrowed.without) return true;
  const bool needs = pair_of(asked, mentee.id) || is_in_bank(mentee, asked.day()) != Verdict::no;
  return needs && belongs(mentee_lacks(asked, mentee, *narrowed.without), rows);
}

Words asked_for(const Asked& asked, const Mentee& mentee) {
  std::vector<Words> all;
  for (const MenteeRequest& one : mentee.requests)
    if (one.topic.given()) all.push_back(title_of_topic(asked.registry(), *one.topic));
  return joined(all);
}

// --- people --------------------------------------------------------------------------------------------------------

/// Whoever is named by people/, the banks, the pairs or the offices.
Ids everybody(const Asked& asked) {
  const Registry& registry = asked.registry();
  Ids all;
  for (const Person& person : registry.all<Person>()) all.push_back(person.id);
  for (const Mentor& mentor : registry.all<Mentor>()) all.push_back(mentor.id);
  for (const Mentee& mentee : registry.all<Mentee>()) all.push_back(mentee.id);
  for (const Pair& pair : registry.all<Pair>()) {
    all.push_back(pair.mentor.id);
    for (const Member& member : pair.mentees) all.push_back(member.person.id);
  }
  for (const HeadTerm& term : registry.organization().heads) all.push_back(term.person.id);
  for (const CuratorTerm& term : registry.organization().curators) all.push_back(term.person.id);
  std::erase_if(all, [](std::string_view id) { return id.empty() || id == concealed_sign; });
  return in_order(asked, std::move(all));
}

Words state_of_person(const Asked& asked, std::string_view id) {
  std::vector<Words> all;
  const Mentee* mentee = asked.registry().all<Mentee>().find(id);
  const bool mentors = asked.registry().all<Mentor>().find(id) || !working_mentees(asked, id).empty();
  if (mentors) all.push_back(state_of_mentor(asked, id));
  if (mentee) all.push_back(state_of_mentee(asked, *mentee));
  return joined(all);
}

constexpr Text consent_lacking{"На что нет согласия", "Consent lacking"};

}  // namespace

void list_people(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"name", {"Фамилия, имя, отчество", "Full name"}},
                       {"role", {"Кто в наставничестве", "Role in mentoring"}},
                       {"state", {"Состояние", "State"}},
                       {"position", {"Должность", "Position"}, false, true}};
  add_lack_column(request, consent_lacking, rows);
  for (const std::string_view id : everybody(asked)) {
    if (request.narrowed.active && roles_of(asked.registry(), id, asked.day()).empty()) continue;
    if (request.narrowed.without && !belongs(missing_consents(asked, id).verdict(), rows)) continue;
    rows.grid.rows.push_back({{name_of({asked.loaded, false}, id), asked.names ? Cell(name_of(asked, id)) : dash(),
                               cell_of(joined(roles_now_or_before(asked.registry(), id, asked.day()))),
                               cell_of(state_of_person(asked, id)), position_of(asked, id)},
                              {reports::address_told<Person>(id)}});
    add_lack(request, missing_consents(asked, id).in_words(), rows.grid.rows.back());
  }
}

void list_mentors(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"name", {"Фамилия, имя, отчество", "Full name"}},
                       {"position", {"Должность", "Position"}, false, true},
                       {"state", {"Состояние", "State"}},
                       {"mentees", {"Ведёт", "Has"}, true},
                       {"capacity", {"Может вести", "May have"}, true},
                       {"topics", {"Темы", "Topics"}, false, true}};
  add_lack_column(request, consent_lacking, rows);
  for (const std::string_view id : all_mentors(asked)) {
    if (!is_mentor_wanted(request, id, rows)) continue;
    const Mentor* entry = asked.registry().all<Mentor>().find(id);
    rows.grid.rows.push_back(
        {{name_of({asked.loaded, false}, id), asked.names ? Cell(name_of(asked, id)) : dash(), position_of(asked, id),
          state_of_mentor(asked, id), reports::counted(working_mentees(asked, id).size()),
          static_cast<long long>(capacity_of(asked.registry(), id)),
          entry ? cell_of(topics_of(asked, entry->topics)) : dash()},
         {reports::address_told<Mentor>(id)}});
    add_lack(request, missing_consents(asked, id).in_words(), rows.grid.rows.back());
  }
}

void list_mentees(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"name", {"Фамилия, имя, отчество", "Full name"}},
                       {"category", {"Категория", "Category"}, false, true},
                       {"state", {"Состояние", "State"}},
                       {"mentor", {"Наставник", "Mentor"}},
                       {"topics", {"Запросы", "Requests"}, false, true}};
  add_lack_column(request, consent_lacking, rows);
  Ids ids;
  for (const Mentee& mentee : asked.registry().all<Mentee>()) ids.push_back(mentee.id);
  for (const std::string_view id : in_order(asked, std::move(ids))) {
    const Mentee& mentee = *asked.registry().all<Mentee>().find(id);
    if (!is_mentee_wanted(request, mentee, rows)) continue;
    const Pair* pair = pair_of(asked, id);
    rows.grid.rows.push_back(
        {{name_of({asked.loaded, false}, id), asked.names ? Cell(name_of(asked, id)) : dash(),
          mentee.category.given() ? Cell(Words(label_of(*mentee.category))) : dash(), state_of_mentee(asked, mentee),
          pair ? cell_of(name_of(asked, pair->mentor.id)) : dash(), cell_of(asked_for(asked, mentee))},
         {reports::address_told<Mentee>(id)}});
    add_lack(request, missing_consents(asked, id).in_words(), rows.grid.rows.back());
  }
}

}  // namespace nastavnik::views
