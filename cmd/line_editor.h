#pragma once
#include "cmd/ask_line.h"

namespace nastavnik::cmd {

/// Asks on the terminal that is the standard input and output, with keys to edit the line and Tab to complete it.
/// LC_CTYPE is set for it: to `locale` where its characters are UTF-8, else to C.UTF-8.
/// A terminal that is not dumb is asked to mark what is pasted, so that it is one answer.
AskLine line_editor(const char* locale, bool is_dumb);

}  // namespace nastavnik::cmd
