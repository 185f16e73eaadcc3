// Programmes: their term, what is planned in them, and what follows their end.

#include "model/kinds/programs.h"

#include "agenda/duty.h"
#include "model/kinds/activities.h"
#include "model/kinds/pairs.h"
#include "model/kinds/settings.h"
#include "model/notions/due.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

/// Programmes that run; of what is broken in them the check tells.
template <class Do>
void each_running(Ahead& ahead, Do run) {
  Check& check = ahead.check();
  for (const Program& program : ahead.registry().all<Program>())
    if (check.absent(program.completion) && check.confirmed(runs_on(program, ahead.today()), program)) run(program);
}

/// The day on which the pair stops, where that comes before the end of the term; it takes the programme with it.
const At<Day>* earlier_end(const Program& program, const At<Day>& end) {
  const Pair* pair = program.pair.to;
  const bool ends = pair && pair->end.given() && pair->end->date.given() && *pair->end->date < *end;
  return ends ? &pair->end->date : nullptr;
}

void program_end(Ahead& ahead) {
  each_running(ahead, [&](const Program& program) {
    const At<Day> end = end_of_term(program, ahead.today());
    if (!ahead.check().given(end)) return;
    const At<Day>* of_pair = earlier_end(program, end);
    const Date day = of_pair ? **of_pair : *end;
    Due due{.day = day, .reminders = Ahead::before(day, ahead.limits().remind_program_end_days), .place = end.span};
    if (of_pair)
      due.what = Text{"завершить программу: пара прекращает работу", "complete the programme: the pair ends"};
    ahead.add(std::move(due));
  });
}

/// «Открытый урок»; nothing where it has no title.
Words title_of(const Activity& activity) {
  if (activity.title.given()) return say({"провести мероприятие «{}»", "hold the activity “{}”"}, *activity.title);
  return {};
}

void activity(Ahead& ahead) {
  each_running(ahead, [&](const Program& program) {
    for (const Activity& item : ahead.check().each(program.activities)) {
      if (!ahead.check().absent(item.cancelled_by) || !ahead.check().absent(item.done)) continue;
      const At<Day> due = due_of(item, program, ahead.today());
      if (ahead.check().given(due)) ahead.add({.day = *due, .place = due.span, .what = title_of(item)});
    }
  });
}

void program_start(Ahead& ahead) {
  for (const Program& program : ahead.registry().all<Program>()) {
    if (!ahead.check().absent(program.cancelled) || !ahead.check().given(program.start)) continue;
    if (*program.start > ahead.today()) ahead.add({.day = ahead.before(*program.start), .place = program.start.span});
  }
}

constexpr Duty program_rows[] = {
    {.id = "program-end",
     .what = {"завершить программу или продлить её", "complete the programme or extend it"},
     .of_several = {"завершить или продлить программы", "complete or extend programmes"},
     .clauses = "19,20",
     .reminders = "remind_program_end_days",
     .rules = "P19-6,P19-7,P19-8,P11.9-1,P20-2,P20-4",
     .step = "nastavnik complete {id}",
     .covers = "P19-7,P19-8",
     .look = program_end},
    {.id = "activity",
     .what = {"провести мероприятие программы", "hold an activity of the programme"},
     .of_several = {"провести мероприятия программ", "hold activities of programmes"},
     .clauses = "16.2",
     .rules = "P16.2-1",
     .step = "nastavnik done {id}",
     .look = activity},
    {.id = "program-start",
     .what = {"составить программу до начала работы", "draw up the programme before it begins"},
     .of_several = {"составить программы до начала работы", "draw up programmes before they begin"},
     .clauses = "2,row.5",
     .rules = "P2-2,P2-3,P2-4,P2-5,P2-6,P2-7,P2-8,P2-9,P2-10,P2-12,P6-1,P7-6,P7-7,P7-8,P15.2-1,P11.6-1",
     .step = "nastavnik document program {id}",
     .look = program_start},
    {.id = "curator-check",
     .what = {"проверить, как идёт программа", "check how the programme goes"},
     .of_several = {"проверить, как идут программы", "check how programmes go"},
     .clauses = "11.9",
     .limits = "curator_check_months",
     .rules = "P11.9-1",
     .step = "nastavnik curator-check {id}"},
    {.id = "help-request",
     .what = {"записать обращения за помощью или сменить вид наставничества",
              "record requests for help, or change the kind of mentoring"},
     .of_several = {"записать обращения за помощью", "record requests for help"},
     .clauses = "7,15.3",
     .limits = "help_request_months",
     .rules = "P7-15",
     .step = "nastavnik add pairs/{pair} help_requests"},
    {.id = "plan-done",
     .what = {"завершить программу: план выполнен", "complete the programme: its plan is carried out"},
     .of_several = {"завершить программы: планы выполнены", "complete programmes: their plans are carried out"},
     .clauses = "19.1",
     .limits = "expiry_grace_days",
     .rules = "P19-7",
     .step = "nastavnik complete {id}"},
    {.id = "survey",
     .what = {"провести анкетирование участников", "survey the participants"},
     .of_several = {"провести анкетирование по программам", "survey the participants of programmes"},
     .clauses = "row.6",
     .limits = "survey_days",
     .rules = "RM6-1",
     .step = "nastavnik document survey {id}",
     .of_ended = true},
    {.id = "release",
     .what = {"оформить освобождение от обязанностей приказом", "issue the order of the release from duties"},
     .of_several = {"оформить освобождения от обязанностей приказом", "issue orders of releases from duties"},
     .clauses = "4",
     .rules = "P4-1,P4-2,P4-3,P4-4",
     .step = "nastavnik document order-release {id}"},
};

}  // namespace

std::span<const Duty> program_duties() { return program_rows; }

}  // namespace nastavnik
