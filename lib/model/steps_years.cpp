#include "model/steps_of.h"

namespace nastavnik {

NASTAVNIK_STEPS_OF(SchoolYear)
NASTAVNIK_STEPS_OF(Publication)
NASTAVNIK_STEPS_OF(Practice)
NASTAVNIK_STEPS_OF(Order)

}  // namespace nastavnik
