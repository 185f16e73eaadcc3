#include "model/intake_of.h"
#include "model/kinds/calendar.h"
#include "model/kinds/organization.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Settings)
NASTAVNIK_INTAKE_OF(Organization)
NASTAVNIK_INTAKE_OF(Regulation)
NASTAVNIK_INTAKE_OF(Calendar)
NASTAVNIK_INTAKE_OF(Waivers)

}  // namespace nastavnik
