#include "model/steps_of.h"

namespace nastavnik {

NASTAVNIK_STEPS_OF(Settings)
NASTAVNIK_STEPS_OF(Organization)
NASTAVNIK_STEPS_OF(Regulation)
NASTAVNIK_STEPS_OF(Calendar)
NASTAVNIK_STEPS_OF(Waivers)

}  // namespace nastavnik
