#include "document/labour.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"

namespace nastavnik::papers {

void resignation(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  Values& values = writing.values();
  const std::size_t item = writing.subject().item;
  const Resignation* asked = item < mentor.resignations.size() ? &mentor.resignations[item] : nullptr;
  if (asked) writing.speak_of(asked->date);
  writing.person(values, "person", mentor.id);
  values.set("labour_code", falls_under_labour_code(writing.registry(), mentor.id, writing.day()) ? "да" : "");
  set_led(values, "reason", asked && asked->reason.given() ? *asked->reason : std::string_view());
  values.set("leaving",
             asked && asked->leaving_on.given() ? date_in_words(*asked->leaving_on) : "«____» ______________ 20___ г.");
  const Appointment* appointment = appointment_on(mentor, writing.day());
  if (!appointment && !mentor.appointments.empty()) appointment = &mentor.appointments.back();
  writing.order(values, "appointed", appointment ? appointment->order : Link<Order>{},
                {"приказ о назначении наставником", "order of appointment"}, where(mentor, "appointments, order"));
}

void replacement(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  Values& values = writing.values();
  const std::size_t item = writing.subject().item;
  const Replacement* asked = item < pair.replacements.size() ? &pair.replacements[item] : nullptr;
  if (asked) writing.speak_of(asked->date);
  writing.person(values, "person", writing.subject().person);
  writing.person(values, "mentor", pair.mentor.id);
  writing.order(values, "assigned", pair.order, {"приказ о закреплении пары", "order assigning the pair"},
                where(pair, "order"));
  set_led(values, "reason", asked && asked->reason.given() ? *asked->reason : std::string_view());
}

void ending_statement(Writing& writing) {
  const Program& program = *writing.subject().program;
  const std::string_view person = writing.subject().person;
  const Completion& completion = *program.completion;
  Values& values = writing.values();
  for (const Statement& statement : completion.statements)
    if (is_by(statement, person)) writing.speak_of(statement.date);
  writing.speak_of(completion.date);
  writing.person(values, "person", person);
  write_program(writing, program, completion.date);
  const bool mentors = program.pair.to && program.pair->mentor.id == person;
  values.set("role", mentors ? "наставника" : "наставляемого");
  values.set("day", completion.date.given() ? date_in_words(*completion.date) : "«____» ______________ 20___ г.");
  const bool mutual = completion.initiator.given() && *completion.initiator == Initiator::mutual;
  values.set("initiative", mutual ? "обоюдное решение наставника и наставляемого"
                           : completion.initiator.given() ? "моя инициатива"
                                                          : "");
  values.set("circumstance", circumstance_of(completion));
}

namespace {

std::string subject_of(const ConsentKind kind) {
  switch (kind) {
    case ConsentKind::mentor_appointment: return "на назначение меня наставником (пункт 9 Положения)";
    case ConsentKind::participation:
      return "на возложение на меня дополнительных обязанностей, связанных с наставнической деятельностью (подпункт 5 "
             "пункта 10 Положения)";
    case ConsentKind::helper: return "помогать наставнику (подпункт 1 пункта 13 Положения)";
    case ConsentKind::pd_processing: return "на обработку персональных данных";
    case ConsentKind::pd_dissemination: return "на распространение персональных данных";
    case ConsentKind::parent: return "на участие моего несовершеннолетнего ребёнка в наставничестве";
  }
  return {};
}

/// With whom the person works in the pair that the consent was for.
void write_others(Writing& writing, const Pair* pair, std::string_view person) {
  Values& values = writing.values();
  for (const char* list : {"mentees", "mentors"}) values.list(list);
  if (pair && pair->mentor.id != person) writing.person(values.add("mentors"), "mentor", pair->mentor.id);
  if (pair && pair->mentor.id == person)
    for (const Member& member : pair->mentees) writing.person(values.add("mentees"), "mentee", member.person.id);
  values.set("has_mentees", values.find("mentees")->shows() ? "да" : "");
}

/// What a demand to stop the dissemination has to name: the data, and where they are.
void write_disseminated(Writing& writing, const Consent& consent) {
  Values& values = writing.values();
  std::vector<std::string> data;
  for (const auto& field : consent.data)
    if (field.given()) data.emplace_back(label_of(*field).ru);
  values.set("data", data.empty() ? std::string(60, '_') : listed(data));
  values.list("resources");
  for (const At<Url>& url : consent.resources)
    if (url.given()) values.add("resources").set("url", std::string(*url));
  values.set("has_resources", values.find("resources")->shows() ? "да" : "");
}

}  // namespace

void consent_withdrawal(Writing& writing) {
  const Subject& subject = writing.subject();
  const Consent& consent = *subject.consent;
  Values& values = writing.values();
  writing.speak_of(consent.withdrawn_on);
  write_signer(writing, subject.person);
  writing.date(values, "given", consent.given_on, {"дата согласия", "date of the consent"},
               fmt::format("people/{}: consents, given_on", subject.person));
  const bool processing = subject.consent_kind == ConsentKind::pd_processing;
  const bool dissemination = subject.consent_kind == ConsentKind::pd_dissemination;
  values.set("heading", dissemination ? "Требование прекратить распространение персональных данных" : "Отзыв согласия");
  values.set("processing", processing ? "да" : "");
  values.set("dissemination", dissemination ? "да" : "");
  values.set("duty", processing || dissemination ? "" : "да");
  values.set("on_what", subject_of(subject.consent_kind));
  write_others(writing, processing || dissemination ? nullptr : subject.pair, subject.person);
  write_disseminated(writing, dissemination ? consent : Consent{});
}

}  // namespace nastavnik::papers
