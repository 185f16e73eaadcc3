#include "model/intake_of.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Pair)
NASTAVNIK_INTAKE_OF(Program)

}  // namespace nastavnik
