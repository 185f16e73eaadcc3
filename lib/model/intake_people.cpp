#include "model/intake_of.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Person)
NASTAVNIK_INTAKE_OF(Mentor)
NASTAVNIK_INTAKE_OF(Mentee)

}  // namespace nastavnik
