#include <algorithm>
#include <tuple>

#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/notions/about.h"
#include "model/notions/due.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/programs.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "views/list_rows.h"
#include "views/lists.h"

namespace nastavnik::views {
namespace {

using reports::Cell, reports::dash;

Text words_of(PairState state) {
  switch (state) {
    case PairState::forming: return {"формируется", "being formed"};
    case PairState::ready: return {"ещё не начала", "not begun"};
    case PairState::working: return {"работает", "works"};
    case PairState::ended: return {"прекращена", "ended"};
    case PairState::unclear: break;
  }
  return {"не решено", "undecided"};
}

Text words_of(ProgramState state) {
  switch (state) {
    case ProgramState::draft: return {"черновик", "draft"};
    case ProgramState::ready: return {"утверждена", "approved"};
    case ProgramState::active: return {"идёт", "under way"};
    case ProgramState::expired: return {"срок вышел", "term over"};
    case ProgramState::completed: return {"завершена", "completed"};
    case ProgramState::cancelled: return {"отменена", "cancelled"};
    case ProgramState::unclear: break;
  }
  return {"не решено", "undecided"};
}

std::vector<std::string_view> mentees_of(const Pair& pair) {
  std::vector<std::string_view> all;
  for (const Member& member : pair.mentees) all.push_back(member.person.id);
  return all;
}

Words form_of(const Asked& asked, const Pair& pair) {
  if (!pair.role_form.given()) return {};
  const bool own = *pair.role_form == RoleForm::other && pair.role_form.note.given();
  return own ? told(asked, *pair.role_form.note) : Words(label_of(*pair.role_form));
}

/// By what tells their age; what has no day yet is the newest.
template <class T>
std::vector<const T*> by_start(const Table<T>& table) {
  std::vector<const T*> all;
  for (const T& one : table) all.push_back(&one);
  const auto key = [](const T* one) { return std::tuple(one->start.given() ? *one->start : end_of_time, one->id); };
  std::sort(all.begin(), all.end(), [&](const T* a, const T* b) { return key(a) < key(b); });
  return all;
}

bool is_of_mentor(const ListRequest& request, const Pair* pair) {
  return request.narrowed.mentor.empty() || (pair && pair->mentor.id == request.narrowed.mentor);
}

bool is_of_mentee(const ListRequest& request, const Pair* pair) {
  return request.narrowed.mentee.empty() || (pair && is_member(*pair, request.narrowed.mentee));
}

/// With the records of a later day the past is looked at: what begins much later than that day, and of which no paper
/// was made by it, was not there yet.
bool was_there(const ListRequest& request, const At<Day>& start, bool is_draft) {
  const Date day = request.asked.day();
  return day >= request.today || !is_draft || !start.given() || *start <= day + days_ahead;
}

/// A programme is of the kinds that it has, a pair of those of its programmes.
bool is_of_form(const ListRequest& request, const Pair* pair, std::span<const Program* const> programs) {
  const auto& asked = request.narrowed.form;
  if (!asked) return true;
  if (asked->form) return pair && pair->role_form.given() && *pair->role_form == *asked->form;
  return std::ranges::any_of(programs, [&](const Program* program) {
    return holds_kind(*effective_kinds(*program, request.asked.day()), *asked->kind);
  });
}

// --- pairs ---------------------------------------------------------------------------------------------------------

struct WithoutConsent {
  std::vector<std::string_view> people{};
  bool unseen = false;  ///< papers are out of sight that may hold one
};

WithoutConsent without_consent(const Asked& asked, const Pair& pair) {
  std::vector<std::string_view> people{pair.mentor.id};
  for (const std::string_view mentee : mentees_of(pair)) people.push_back(mentee);
  WithoutConsent found;
  for (const std::string_view person : people) {
    if (person.empty() || !sees_consents(asked.registry(), person))
      found.unseen = true;
    else if (participation_consents(asked.registry(), pair, person).empty())
      found.people.push_back(person);
  }
  return found;
}

Verdict lacks_consent(const Asked& asked, const Pair& pair) {
  const WithoutConsent found = without_consent(asked, pair);
  if (!found.people.empty()) return Verdict::yes;
  return found.unseen ? Verdict::unknown : Verdict::no;
}

Verdict lacks(const Asked& asked, const Pair& pair, Lack what) {
  const auto verdict = [](bool is, bool known) { return is ? Verdict::yes : known ? Verdict::no : Verdict::unknown; };
  if (what == Lack::consent) return lacks_consent(asked, pair);
  if (what == Lack::order) return verdict(pair.order.absent(), pair.order.presence != Presence::broken);
  const bool none = asked.registry().programs_of(pair).empty();
  const bool unread = !asked.registry().all<Program>().broken().empty();
  return none ? verdict(!unread, false) : Verdict::no;
}

/// The last day that is recorded of the pair, else the latest end of its programmes; broken where one cannot be read.
At<Day> end_to_expect(const Asked& asked, const Pair& pair) {
  if (!pair.end.absent()) return pair.end.given() ? pair.end->date : unreadable<Day>(pair.end.span);
  At<Day> last;
  for (const Program* program : asked.registry().programs_of(pair)) {
    if (program->cancelled.given()) continue;
    const At<Day> end = end_of_term(*program, asked.day());
    if (end.presence == Presence::broken) return end;
    if (end.given() && (!last.given() || *end > *last)) last = end;
  }
  return last;
}

/// What has ended does not end any more.
Verdict ends_by(const ListRequest& request, bool is_over, const At<Day>& end) {
  if (is_over || end.absent()) return Verdict::no;
  if (!end.given()) return Verdict::unknown;
  return *end <= *request.narrowed.ends_by ? Verdict::yes : Verdict::no;
}

/// The days that the pair works as far as they are known.
std::optional<Period> days_known(const Asked& asked, const Pair& pair) {
  const At<Day> end = end_to_expect(asked, pair);
  return known_until(period_of(pair), end.given() ? std::max(*end, asked.day()) : asked.day());
}

bool is_wanted(const ListRequest& request, const Pair& pair, Rows& rows) {
  const Asked& asked = request.asked;
  const PairState state = state_on(pair, asked.day());
  if (!was_there(request, pair.start, is_draft(pair, asked.day()))) return false;
  if (request.narrowed.active &&
      (state == PairState::ended || state == PairState::ready || state == PairState::forming))
    return false;
  if (!is_of_mentor(request, &pair) || !is_of_mentee(request, &pair)) return false;
  if (!is_of_form(request, &pair, asked.registry().programs_of(pair))) return false;
  if (!is_in_year(request, days_known(asked, pair))) return false;
  const bool is_over = state == PairState::ended;
  if (request.narrowed.ends_by && !belongs(ends_by(request, is_over, end_to_expect(asked, pair)), rows)) return false;
  return !request.narrowed.without || belongs(lacks(asked, pair, *request.narrowed.without), rows);
}

Words programs_in_words(const Asked& asked, const Pair& pair) {
  std::vector<Words> all;
  for (const Program* program : asked.registry().programs_of(pair))
    all.push_back(id_of(asked, Program::kind, program->id));
  return joined(all);
}

/// The day that is recorded; where one is asked for, the one to expect.
At<Day> last_day(const ListRequest& request, const Pair& pair) {
  if (request.narrowed.ends_by) return end_to_expect(request.asked, pair);
  return pair.end.given() ? pair.end->date : At<Day>();
}

// --- programmes ----------------------------------------------------------------------------------------------------

/// The days that the programme runs as far as they are known.
std::optional<Period> days_known(const Asked& asked, const Program& program) {
  const At<Day> end = end_of_term(program, asked.day());
  return known_until(period_of(program), end.given() ? std::max(*end, asked.day()) : asked.day());
}

bool is_wanted(const ListRequest& request, const Program& program, Rows& rows) {
  const Program* const one = &program;
  const Date day = request.asked.day();
  const ProgramState state = state_on(program, day);
  if (!was_there(request, program.start, is_draft(program, day))) return false;
  if (request.narrowed.active && state != ProgramState::active) return false;
  if (!is_of_mentor(request, program.pair.to) || !is_of_mentee(request, program.pair.to)) return false;
  if (!is_of_form(request, program.pair.to, {&one, 1})) return false;
  if (!is_in_year(request, days_known(request.asked, program))) return false;
  const bool is_over = state == ProgramState::completed || state == ProgramState::cancelled;
  return !request.narrowed.ends_by || belongs(ends_by(request, is_over, end_of_term(program, day)), rows);
}

Words whose(const Asked& asked, const Program& program) {
  if (!asked.names || !program.pair.to) return id_of(asked, Pair::kind, program.pair.id);
  return about(asked.registry(), reports::address_told(*program.pair.to));
}

/// The day on which it was completed, else the end of its term.
At<Day> ended_or_to_end(const Program& program, Date day) {
  if (program.completion.absent()) return end_of_term(program, day);
  return program.completion.given() ? program.completion->date : unreadable<Day>(program.completion.span);
}

reports::GridRow row_of(const Asked& asked, const Program& program) {
  const PlanProgress progress = progress_of(program, asked.day());
  return {{id_of(asked, Program::kind, program.id), cell_of(whose(asked, program)),
           Words(words_of(state_on(program, asked.day()))), day_cell(program.start),
           day_cell(ended_or_to_end(program, asked.day())), progress.done, progress.planned,
           cell_of(words_of_codes(asked, *effective_kinds(program, asked.day())))},
          {reports::address_told(program)}};
}

}  // namespace

void list_pairs(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"mentor", {"Наставник", "Mentor"}},
                       {"mentees", {"Наставляемые", "Mentees"}},
                       {"state", {"Состояние", "State"}},
                       {"start", {"Начало", "Start"}, false, true},
                       {"end", {"Окончание", "End"}, false, true},
                       {"form", {"Форма", "Form"}, false, true},
                       {"programs", {"Программы", "Programmes"}, false, true}};
  add_lack_column(request, {"Чьего согласия нет", "Whose consent is lacking"}, rows);
  for (const Pair* pair : by_start(asked.registry().all<Pair>())) {
    if (!is_wanted(request, *pair, rows)) continue;
    rows.grid.rows.push_back(
        {{id_of(asked, Pair::kind, pair->id), cell_of(name_of(asked, pair->mentor.id)),
          cell_of(names_of(asked, mentees_of(*pair))), Words(words_of(state_on(*pair, asked.day()))),
          day_cell(pair->start), day_cell(last_day(request, *pair)), cell_of(form_of(asked, *pair)),
          cell_of(programs_in_words(asked, *pair))},
         {reports::address_told(*pair)}});
    add_lack(request, names_of(asked, without_consent(asked, *pair).people), rows.grid.rows.back());
  }
}

void list_programs(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"pair", {"Чья", "Whose"}},
                       {"state", {"Состояние", "State"}},
                       {"start", {"Начало", "Start"}, false, true},
                       {"end", {"Окончание", "End"}},
                       {"done", {"Выполнено", "Done"}, true, true},
                       {"planned", {"Из", "Of"}, true, true},
                       {"kinds", {"Виды", "Kinds"}, false, true}};
  for (const Program* program : by_start(asked.registry().all<Program>()))
    if (is_wanted(request, *program, rows)) rows.grid.rows.push_back(row_of(asked, *program));
}

}  // namespace nastavnik::views
