#include "model/intake_of.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Pair)

}  // namespace nastavnik
