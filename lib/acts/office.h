#pragma once
#include <string>

#include "acts/act.h"

namespace nastavnik {

/// On what footing the curator serves: as told, else as the positions tell; empty where neither does.
std::string basis_told(const Answers& answers, const Registry& registry);

/// The term in office that the answers tell, and the end of the one before.
Act office_taken(const Answers& answers, const Typing& typing, const Lot& lot);

}  // namespace nastavnik
