// Mentors and mentees: what the banks and the training ask for.

#include "agenda/duty.h"

namespace nastavnik {
namespace {

constexpr Duty people_rows[] = {
    {.id = "appointment",
     .what = {"оформить назначение наставника: согласие и приказ",
              "settle the mentor's appointment: consent and order"},
     .of_several = {"оформить назначения наставников: согласия и приказы",
                    "settle the appointments of mentors: consents and orders"},
     .clauses = "9",
     .rules = "P9-2,P9-1",
     .step = "nastavnik sign {id}"},
    {.id = "labour-terms",
     .what = {"заключить с наставником соглашение к трудовому договору", "conclude a labour addendum with the mentor"},
     .of_several = {"заключить с наставниками соглашения к трудовым договорам", "conclude labour addenda with mentors"},
     .clauses = "tk351.8",
     .rules = "TK-1,TK-2",
     .step = "nastavnik document labour-addendum {id}"},
    {.id = "mentor-training",
     .what = {"обучить наставника", "train the mentor"},
     .of_several = {"обучить наставников", "train mentors"},
     .clauses = "11.8,row.4",
     .limits = "training_start_days,training_max_age_months",
     .rules = "P11.8-1,RM4-2",
     .step = "nastavnik train {id}"},
    {.id = "mentee-request",
     .what = {"записать профессиональный запрос наставляемого", "record the mentee's professional request"},
     .of_several = {"записать профессиональные запросы наставляемых", "record professional requests of mentees"},
     .clauses = "row.2",
     .limits = "program_due_days",
     .rules = "RM2-1",
     .step = "nastavnik document mentee-request {id}"},
    {.id = "review-followed",
     .what = {"внести в банк тех, кого решено включить", "enter into the bank whom it was decided to include"},
     .of_several = {"внести в банк тех, кого решено включить", "enter into the bank whom it was decided to include"},
     .clauses = "11.2",
     .limits = "program_due_days",
     .rules = "P11.2-2",
     .step = "nastavnik enrol mentee"},
    {.id = "acquaintance",
     .what = {"ознакомить наставляемого с нормативными актами", "acquaint the mentee with the acts"},
     .of_several = {"ознакомить наставляемых с нормативными актами", "acquaint mentees with the acts"},
     .clauses = "16.1",
     .rules = "P16.1-1",
     .step = "nastavnik add {record} acquaintance",
     .ours = true},
    {.id = "minor-consent",
     .what = {"получить согласие родителя", "get the consent of a parent"},
     .of_several = {"получить согласия родителей", "get consents of parents"},
     .clauses = "7,3.5",
     .rules = "P7-23",
     .step = "nastavnik consent give {person}"},
};

}  // namespace

std::span<const Duty> people_duties() { return people_rows; }

}  // namespace nastavnik
