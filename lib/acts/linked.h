#pragma once
#include <string_view>

#include "model/find.h"
#include "model/load.h"

namespace nastavnik {

/// The records of the kind that the word may mean. A pair and a programme are also called by whoever takes part, those that
/// still go on before those that are over; a page of the site by its address or what it holds. A record that is there and cannot be read, or is later than the day judged, is
/// meant by its id alone.
Meant linked_by(const Kind& kind, std::string_view word, const Loaded& loaded);

}  // namespace nastavnik
