// Applications and petitions: the answer to them, and what follows from it; article 351.8 of the Labour Code.

#include "agenda/duty.h"

namespace nastavnik {
namespace {

constexpr Duty petition_rows[] = {
    {.id = "resignation-answer",
     .what = {"ответить на заявление наставника о сложении обязанностей", "answer the mentor's application to resign"},
     .of_several = {"ответить на заявления о сложении обязанностей", "answer applications to resign"},
     .clauses = "13.3",
     .limits = "request_answer_working_days",
     .rules = "P13.3-2",
     .step = "nastavnik resign {id}"},
    {.id = "mentor-relief",
     .what = {"снять обязанности с наставника: заявление удовлетворено",
              "relieve the mentor: the application is granted"},
     .of_several = {"снять обязанности с наставников: заявления удовлетворены",
                    "relieve mentors: their applications are granted"},
     .clauses = "13.3,9",
     .rules = "P13.3-3",
     .step = "nastavnik sign {id}"},
    {.id = "mentor-leaves",
     .what = {"прекратить назначение: наставник отказался по статье 351.8 ТК РФ",
              "end the appointment: the mentor has refused under article 351.8"},
     .of_several = {"прекратить назначения: наставники отказались по статье 351.8 ТК РФ",
                    "end appointments: mentors have refused under article 351.8"},
     .clauses = "tk351.8",
     .rules = "TK-7",
     .step = "nastavnik sign {id}"},
    {.id = "cancellation-notice",
     .what = {"предупредить наставника об отмене поручения: не меньше трёх рабочих дней",
              "give the mentor notice of the cancellation: three working days at least"},
     .of_several = {"предупредить наставников об отмене поручений", "give mentors notice of cancellations"},
     .clauses = "tk351.8",
     .rules = "TK-3",
     .step = "nastavnik document cancellation-notice {id}"},
    {.id = "replacement-answer",
     .what = {"ответить на ходатайство о замене наставника", "answer the petition to replace the mentor"},
     .of_several = {"ответить на ходатайства о замене наставника", "answer petitions to replace the mentor"},
     .clauses = "15.5",
     .limits = "request_answer_working_days",
     .rules = "P15.5-2",
     .step = "nastavnik replace {id}"},
    {.id = "replacement",
     .what = {"заменить наставника: ходатайство удовлетворено", "replace the mentor: the petition is granted"},
     .of_several = {"заменить наставников: ходатайства удовлетворены", "replace mentors: petitions are granted"},
     .clauses = "15.5,10.5,18",
     .limits = "unmatched_days",
     .rules = "P15.5-3",
     .step = "nastavnik pair",
     .of_ended = true},
};

}  // namespace

std::span<const Duty> petition_duties() { return petition_rows; }

}  // namespace nastavnik
