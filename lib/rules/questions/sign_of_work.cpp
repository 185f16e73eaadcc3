#include "rules/questions/sign_of_work.h"

#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"

namespace nastavnik {
namespace {

std::optional<SignOfWork> by_end(Check& check, const Pair& pair) {
  const At<Day>& date = pair.end->date;
  if (!check.given(pair.end, date) || *date > check.day()) return std::nullopt;
  return SignOfWork{date.span, say({"пара закрыта {}", "the pair was closed on {}"}, *date)};
}

std::optional<SignOfWork> by_meeting(Check& check, const Pair& pair) {
  for (const Meeting& meeting : check.each(pair.meetings))
    if (check.given(meeting.date))
      return SignOfWork{meeting.date.span, say({"встреча была {}", "there was a meeting on {}"}, *meeting.date)};
  return std::nullopt;
}

std::optional<SignOfWork> by_program(Check& check, const Pair& pair) {
  for (const Program* program : check.registry().programs_of(pair))
    if (check.absent(program->cancelled) && check.given(program->start) && *program->start <= check.day())
      return SignOfWork{program->start.span,
                        say({"программа {} началась {}", "programme {} began on {}"}, program->id, *program->start)};
  return std::nullopt;
}

}  // namespace

std::optional<SignOfWork> sign_of_work(Check& check, const Pair& pair) {
  for (const auto find : {by_end, by_meeting, by_program})
    if (const auto sign = find(check, pair)) return sign;
  return std::nullopt;
}

}  // namespace nastavnik
