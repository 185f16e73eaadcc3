#pragma once
#include <string>
#include <string_view>

#include "model/registry.h"

// What papers need to know of the employment contracts of mentors: article 351.8 of the Labour Code.

namespace nastavnik {

struct LabourTerms;

/// Whether the article, in force on the day, is about the mentor: it is about our own employees.
bool falls_under_labour_code(const Registry& registry, std::string_view mentor, Date day);
/// Whether the pair helps or helped an employee, whom alone the article is about.
bool has_helped_employee(const Registry& registry, const Pair& pair);
/// The last document that states something of mentoring and is valid on the day or will be.
const LabourTerms* labour_terms_on(const Mentor& mentor, Date day);
/// «от 27.02.2026 № 6».
std::string reference_to(const LabourTerms& terms);

}  // namespace nastavnik
