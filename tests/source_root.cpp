#include "tests/source_root.h"

namespace nastavnik {

// The one object that depends on where the repository stands; all others may come out of a compiler's cache.
std::filesystem::path source_root() { return SOURCE_DIR; }

}  // namespace nastavnik
