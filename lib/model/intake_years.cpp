#include "model/intake_of.h"
#include "model/kinds/orders.h"
#include "model/kinds/practices.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(SchoolYear)
NASTAVNIK_INTAKE_OF(Publication)
NASTAVNIK_INTAKE_OF(Practice)
NASTAVNIK_INTAKE_OF(Order)

}  // namespace nastavnik
