#pragma once
#include "model/notions/contracts.h"
#include "rules/rule.h"

// Whom article 351.8 of the Labour Code is about.

namespace nastavnik {

struct Resignation;

bool knows_contract(Check& check, const Mentor& mentor);

/// Whether the mentor is an employee, at the end of the days, who helps an employee in them, not as part of the job
/// function. Without a pair it is not known who was to be helped, and nothing speaks against an employee.
bool falls_under_article(Check& check, const Mentor& mentor, const Period& days);

/// Whether the application is a request to be relieved, and not the refusal that the article lets an employee make.
bool is_mere_request(Check& check, const Mentor& mentor, const Resignation& resignation);

}  // namespace nastavnik
