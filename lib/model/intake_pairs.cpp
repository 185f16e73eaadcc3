#include "model/intake_of.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Pair)
NASTAVNIK_INTAKE_OF(Program)

}  // namespace nastavnik
