// Clauses 1-2: who is who, and what a personalised programme is.

#include "rules/chapters.h"

namespace nastavnik {
namespace {

/// Speed mentoring is one meeting (clause 7), so its programme has no least length.
bool is_single_meeting(const Program& program) { return is_only(program.kinds, MentoringKind::speed); }

void program_too_short(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.given(program.start, program.end) || is_single_meeting(program)) continue;
    const Date earliest = add_months(*program.start, 3) - 1;
    if (*program.end >= earliest) continue;
    check.report(program.end, {"самая ранняя дата окончания: {}", "the earliest end date: {}"}, earliest)
        .also(program.start, {"начало программы", "start of the programme"});
  }
}

void program_too_long(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.given(program.start, program.end)) continue;
    const Date latest = add_months(*program.start, 12);
    if (*program.end <= latest) continue;
    check.report(program.end, {"самая поздняя дата окончания: {}", "the latest end date: {}"}, latest)
        .also(program.start, {"начало программы", "start of the programme"});
  }
}

constexpr Rule rules[] = {
    {{.id = "P2-2",
      .name = "program-too-short",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "от 3 месяцев до 1 года",
      .title = {"программа длится меньше 3 месяцев", "the programme lasts less than 3 months"},
      .remedy = {"сверьте start и end с подписанной программой; короче трёх месяцев бывает только скоростное наставничество", "compare start and end with the signed programme; only speed mentoring may be shorter"}},
     program_too_short},
    {{.id = "P2-3",
      .name = "program-too-long",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "от 3 месяцев до 1 года",
      .title = {"программа длится больше года", "the programme lasts more than a year"},
      .remedy = {"сократите срок или разделите работу на две программы", "shorten the term or divide the work between two programmes"}},
     program_too_long},
};

}  // namespace

std::span<const Rule> term_rules() { return rules; }

}  // namespace nastavnik
