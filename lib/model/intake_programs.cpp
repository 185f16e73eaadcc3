#include "model/intake_of.h"
#include "model/kinds/programs.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Program)

}  // namespace nastavnik
