#include <algorithm>
#include <tuple>

#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/notions/about.h"
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
    case ProgramState::cancelled: break;
  }
  return {"отменена", "cancelled"};
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

Verdict lacks_consent(const Asked& asked, const Pair& pair) {
  std::vector<std::string_view> people = mentees_of(pair);
  people.push_back(pair.mentor.id);
  Verdict found = Verdict::no;
  for (const std::string_view person : people) {
    if (person.empty() || !sees_consents(asked.registry(), person))
      found = Verdict::unknown;
    else if (participation_consents(asked.registry(), pair, person).empty())
      return Verdict::yes;
  }
  return found;
}

Verdict lacks(const Asked& asked, const Pair& pair, Lack what) {
  const auto verdict = [](bool is, bool known) { return is ? Verdict::yes : known ? Verdict::no : Verdict::unknown; };
  if (what == Lack::consent) return lacks_consent(asked, pair);
  if (what == Lack::order) return verdict(pair.order.absent(), pair.order.presence != Presence::broken);
  const bool none = asked.registry().programs_of(pair).empty();
  const bool unread = !asked.registry().all<Program>().broken().empty();
  return none ? verdict(!unread, false) : Verdict::no;
}

bool is_wanted(const ListRequest& request, const Pair& pair, Rows& rows) {
  const Asked& asked = request.asked;
  const PairState state = state_on(pair, asked.day());
  if (request.narrowed.active &&
      (state == PairState::ended || state == PairState::ready || state == PairState::forming))
    return false;
  if (!is_of_mentor(request, &pair) || !is_of_form(request, &pair, asked.registry().programs_of(pair))) return false;
  if (!is_in_year(request, period_of(pair))) return false;
  return !request.narrowed.without || belongs(lacks(asked, pair, *request.narrowed.without), rows);
}

Words programs_in_words(const Asked& asked, const Pair& pair) {
  std::vector<Words> all;
  for (const Program* program : asked.registry().programs_of(pair))
    all.push_back(id_of(asked, Program::kind, program->id));
  return joined(all);
}

At<Day> last_day(const Pair& pair) { return pair.end.given() ? pair.end->date : At<Day>(); }

// --- programmes ----------------------------------------------------------------------------------------------------

bool is_wanted(const ListRequest& request, const Program& program) {
  const Program* const one = &program;
  if (request.narrowed.active && state_on(program, request.asked.day()) != ProgramState::active) return false;
  return is_of_mentor(request, program.pair.to) && is_of_form(request, program.pair.to, {&one, 1}) &&
         is_in_year(request, period_of(program));
}

Words whose(const Asked& asked, const Program& program) {
  if (!asked.names || !program.pair.to) return id_of(asked, Pair::kind, program.pair.id);
  return about(asked.registry(), reports::address_of(*program.pair.to));
}

Words state_in_words(const Asked& asked, const Program& program) {
  const bool unread = program.start.presence == Presence::broken || program.completion.presence == Presence::broken;
  return unread ? Text{"не решено", "undecided"} : words_of(state_on(program, asked.day()));
}

reports::GridRow row_of(const Asked& asked, const Program& program) {
  const PlanProgress progress = progress_of(program, asked.day());
  return {{id_of(asked, Program::kind, program.id), cell_of(whose(asked, program)),
           cell_of(words_of_codes(asked, *effective_kinds(program, asked.day()))), state_in_words(asked, program),
           day_cell(program.start), day_cell(end_of_term(program, asked.day())), progress.done, progress.planned},
          {reports::address_of(program)}};
}

}  // namespace

void list_pairs(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"mentor", {"Наставник", "Mentor"}},
                       {"mentees", {"Наставляемые", "Mentees"}},
                       {"form", {"Форма", "Form"}, false, true},
                       {"state", {"Состояние", "State"}},
                       {"start", {"Начало", "Start"}},
                       {"end", {"Окончание", "End"}},
                       {"programs", {"Программы", "Programmes"}, false, true}};
  for (const Pair* pair : by_start(asked.registry().all<Pair>())) {
    if (!is_wanted(request, *pair, rows)) continue;
    rows.grid.rows.push_back({{id_of(asked, Pair::kind, pair->id), cell_of(name_of(asked, pair->mentor.id)),
                               cell_of(names_of(asked, mentees_of(*pair))), cell_of(form_of(asked, *pair)),
                               Words(words_of(state_on(*pair, asked.day()))), day_cell(pair->start),
                               day_cell(last_day(*pair)), cell_of(programs_in_words(asked, *pair))},
                              {reports::address_of(*pair)}});
  }
}

void list_programs(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"pair", {"Чья", "Whose"}},
                       {"kinds", {"Виды", "Kinds"}, false, true},
                       {"state", {"Состояние", "State"}},
                       {"start", {"Начало", "Start"}},
                       {"end", {"Окончание", "End"}},
                       {"done", {"Выполнено", "Done"}, true},
                       {"planned", {"Из", "Of"}, true}};
  for (const Program* program : by_start(asked.registry().all<Program>()))
    if (is_wanted(request, *program)) rows.grid.rows.push_back(row_of(asked, *program));
}

}  // namespace nastavnik::views
