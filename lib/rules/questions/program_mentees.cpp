#include "rules/questions/program_mentees.h"

#include <algorithm>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

std::optional<Period> term_of(Check& check, const Program& program) {
  if (const auto unclear = unclear_amendments(program)) {
    check.undecided(*unclear);
    return std::nullopt;
  }
  const bool over = !check.absent(program.completion);
  const At<Day> end = over ? program.completion->date : end_of_term(program, check.day());
  if (!check.given(program.start, end)) return std::nullopt;
  return Period{*program.start, *end};
}

/// The pair of a programme, when its members can be told.
const Pair* pair_with_members(Check& check, const Program& program) {
  const Pair* pair = check.follow(program.pair);
  const auto unclear = pair ? unclear_membership(*pair) : std::nullopt;
  if (unclear) check.undecided(*unclear);
  return unclear ? nullptr : pair;
}

/// Joins a running group later, and the order on it has not been signed yet.
bool is_yet_to_join(const Member& member, Date day) {
  return member.from.given() && *member.from > day && member.order.absent();
}

void add_members(Check& check, const Program& program, const Pair& pair, Period term,
                 std::vector<ProgramMentee>& found) {
  std::vector<std::string_view> known;
  for (const Member& member : pair.mentees) {
    const auto period = period_of(member, pair);
    if (!period || !period->meets(term) || is_yet_to_join(member, check.day()) ||
        std::find(known.begin(), known.end(), member.person.id) != known.end())
      continue;
    known.push_back(member.person.id);
    if (member.person.presence != Presence::broken && !(member.person == pair.mentor))
      found.push_back({program, pair, member.person, term, std::max(term.from, period->from)});
  }
}

}  // namespace

std::vector<ProgramMentee> mentees_of_programs(Check& check) {
  std::vector<ProgramMentee> found;
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || is_draft(program, check.day())) continue;
    const Pair* pair = pair_with_members(check, program);
    const auto term = pair ? term_of(check, program) : std::nullopt;
    if (term) add_members(check, program, *pair, *term, found);
  }
  return found;
}

BankEntry bank_entry(Check& check, const Link<Person>& person) {
  const Table<Mentee>& bank = check.all<Mentee>();
  const Standing standing = bank.standing(person.id);
  if (standing == Standing::broken || standing == Standing::unseen) {
    check.undecided(person);
    return {};
  }
  return {true, bank.find(person.id)};
}

}  // namespace nastavnik
