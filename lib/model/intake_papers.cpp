#include "model/intake_of.h"
#include "model/kinds/orders.h"
#include "model/kinds/practices.h"
#include "model/kinds/publications.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Order)
NASTAVNIK_INTAKE_OF(Publication)
NASTAVNIK_INTAKE_OF(Practice)

}  // namespace nastavnik
