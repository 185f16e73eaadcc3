#include "document/papers.h"
#include "document/wording.h"

namespace nastavnik::papers {

void resignation(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  Values& values = writing.values();
  writing.person(values, "person", mentor.id);
  const Resignation* last = mentor.resignations.empty() ? nullptr : &mentor.resignations.back();
  values.set("reason", last && last->reason.given() ? without_stop(*last->reason) : "");
  values.set("leaving",
             last && last->leaving_on.given() ? date_in_words(*last->leaving_on) : "«____» ______________ 20___ г.");
  const Appointment* appointment = mentor.appointments.empty() ? nullptr : &mentor.appointments.back();
  writing.order(values, "appointed", appointment ? appointment->order : Link<Order>{},
                {"приказ о назначении наставником", "order of appointment"}, where(mentor, "appointments, order"));
}

void replacement(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  Values& values = writing.values();
  writing.person(values, "person", writing.subject().person);
  writing.person(values, "mentor", pair.mentor.id);
  writing.order(values, "assigned", pair.order, {"приказ о закреплении пары", "order assigning the pair"},
                where(pair, "order"));
  values.set("reason", "");
  for (const Replacement& request : pair.replacements)
    if (request.mentee.id == writing.subject().person && request.reason.given())
      values.set("reason", without_stop(*request.reason));
}

}  // namespace nastavnik::papers
