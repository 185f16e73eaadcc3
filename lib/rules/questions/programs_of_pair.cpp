#include "rules/questions/programs_of_pair.h"

#include "model/kinds/programs.h"

namespace nastavnik {

std::optional<Programs> prepared_programs(Check& check, const Pair& pair) {
  Programs prepared;
  for (const Program* program : check.registry().programs_of(pair)) {
    if (!check.known(program->cancelled)) return std::nullopt;
    if (program->cancelled.absent()) prepared.push_back(program);
  }
  return prepared;
}

std::optional<Span> find_unclear_program(const Table<Program>& programs) {
  if (!programs.broken().empty()) return programs.broken().front();
  for (const Program& program : programs)
    if (program.pair.presence == Presence::broken) return program.pair.span;
  return std::nullopt;
}

}  // namespace nastavnik
