#include "cmd/version.h"

#include <ostream>

#include <fmt/format.h>

// NASTAVNIK_VERSION and NASTAVNIK_LIBRARIES come from the build.

namespace nastavnik::cmd {

ExitStatus print_version(Environment& environment) {
  const Text format{"формат записей", "format of records"};
  const Text libraries{"библиотеки", "libraries"};
  environment.out << fmt::format("nastavnik {}\n{}: 1\n{}: {}\n", NASTAVNIK_VERSION, format.in(environment.language),
                                 libraries.in(environment.language), NASTAVNIK_LIBRARIES);
  return ExitStatus::clean;
}

}  // namespace nastavnik::cmd
