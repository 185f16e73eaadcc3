#include "model/steps_of.h"

namespace nastavnik {

NASTAVNIK_STEPS_OF(Pair)
NASTAVNIK_STEPS_OF(Program)

}  // namespace nastavnik
