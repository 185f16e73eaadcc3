#include "model/intake_of.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(SchoolYear)
NASTAVNIK_INTAKE_OF(Publication)
NASTAVNIK_INTAKE_OF(Practice)
NASTAVNIK_INTAKE_OF(Order)

}  // namespace nastavnik
