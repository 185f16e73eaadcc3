#pragma once
#include "base/words.h"
#include "source/tree.h"

namespace nastavnik {

/// Why the bytes of a file cannot be had, in words.
Words explain(ReadFault fault);

}  // namespace nastavnik
