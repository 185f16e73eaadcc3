#include "model/intake_of.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/people.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Person)
NASTAVNIK_INTAKE_OF(Mentor)
NASTAVNIK_INTAKE_OF(Mentee)

}  // namespace nastavnik
