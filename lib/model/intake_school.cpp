#include "model/intake_of.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Settings)
NASTAVNIK_INTAKE_OF(Organization)
NASTAVNIK_INTAKE_OF(Regulation)
NASTAVNIK_INTAKE_OF(Calendar)
NASTAVNIK_INTAKE_OF(Waivers)

}  // namespace nastavnik
