#include "model/intake_of.h"
#include "model/kinds/years.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(SchoolYear)

}  // namespace nastavnik
