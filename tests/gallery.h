#pragma once
#include <string>
#include <vector>

#include "tests/fixture_run.h"

namespace nastavnik {

/// What the program says in the first case that breaks the rule of a fixture, as on a terminal; empty when it says nothing.
std::string message_of(const Fixture& fixture, Language language);

/// man/messages.md: every row of the catalogue with its message in both languages.
std::string gallery();

}  // namespace nastavnik
