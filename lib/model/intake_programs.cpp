#include "model/intake_of.h"
#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"

namespace nastavnik {

NASTAVNIK_INTAKE_OF(Program)

}  // namespace nastavnik
