#pragma once
#include <string>

#include "history/committed.h"

namespace nastavnik {

/// Whether what lies in the folder differs from what was committed of it, byte by byte but for the ends of lines.
/// `apart` is a folder in it that has a history of its own; what lies there is not looked at.
bool has_changed(const Git& git, const CommittedFiles& committed, const std::string& apart);

}  // namespace nastavnik
