#pragma once
#include <string_view>
#include <vector>

#include "base/words.h"
#include "model/registry.h"

namespace nastavnik {

/// What somebody is in mentoring on the day, the offices first: «куратор», «наставник», «ждёт наставника».
std::vector<Words> roles_of(const Registry& registry, std::string_view person, Date day);
/// The same of whom has a role, else what the person was: «в прошлом наставник».
std::vector<Words> roles_now_or_before(const Registry& registry, std::string_view person, Date day);

}  // namespace nastavnik
