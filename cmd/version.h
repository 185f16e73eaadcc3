#pragma once
#include "cmd/environment.h"
#include "cmd/exit_status.h"

namespace nastavnik::cmd {

ExitStatus print_version(Environment& environment);

}  // namespace nastavnik::cmd
