#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/kinds/codes_people.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

// Who works where and as what, and how old people are.

namespace nastavnik {

struct JobPosition;

/// Positions held on the day, here or elsewhere.
std::vector<const JobPosition*> positions_on(const Person& person, Date day);
/// Of several positions held on the day the one in this school, and of those the highest; nothing where none is held.
const JobPosition* main_position(const Person& person, Date day);
/// The partner for whom the person works on the day; of several the first.
const Partner* employer_on(const Person& person, Date day);
/// Works with partners only; unknown while the positions cannot be seen.
Verdict is_external(const Registry& registry, std::string_view person, Date day);
/// Whether the person works in this school on the day; unknown while the positions cannot be seen or read.
Verdict works_here(const Registry& registry, std::string_view person, Date day);
/// Whether the person holds any position on the day, here or elsewhere; unknown while the positions cannot be read.
Verdict is_at_work(const Registry& registry, std::string_view person, Date day);
/// Whether one of the positions held on some of the days is such; unknown while one that cannot be read might be.
Verdict holds_position(const Person& person, const Period& days, const std::function<Verdict(const JobPosition&)>& is);
Verdict holds_position(const Person& person, Date day, const std::function<Verdict(const JobPosition&)>& is);
/// Whether the person holds a position of the category in this school on the day, or on some of the days.
Verdict has_category(const Person& person, PositionCategory category, const Period& days);
Verdict has_category(const Person& person, PositionCategory category, Date day);
/// Whether the mentee is one of this model of mentoring: on some of the days a teacher, here or at a partner, or a student of
/// a college or university. Pupils belong to another model. Unknown while the records cannot be seen or read.
Verdict is_of_this_model(const Registry& registry, std::string_view mentee, const Period& days);
/// Whether one who is a mentee of the pair about the day works in this school.
Verdict has_employee(const Registry& registry, const Pair& pair, Date day);

/// By the date of birth, else by the year; at the field that tells it.
At<YearNumber> year_of_birth(const Person& person);
/// A young or beginning teacher: by the entry of the bank, without one by age and years of teaching; unknown where what
/// it takes is not told or cannot be read.
Verdict is_young(const Registry& registry, const Person& person, Date day);
/// Only the day of erasure is left of the person: rules that ask for names, consents, ages and surveys are not held against them.
bool is_erased(const Registry& registry, std::string_view person);

}  // namespace nastavnik
