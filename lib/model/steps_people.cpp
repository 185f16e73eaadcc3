#include "model/steps_of.h"

namespace nastavnik {

NASTAVNIK_STEPS_OF(Person)
NASTAVNIK_STEPS_OF(Mentor)
NASTAVNIK_STEPS_OF(Mentee)

}  // namespace nastavnik
