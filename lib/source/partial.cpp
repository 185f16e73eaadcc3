#include "source/partial.h"

namespace nastavnik {

Listing PartialTree::list(const std::string& folder) const { return shows_(folder) ? whole_.list(folder) : Listing{}; }

bool PartialTree::has_folder(const std::string& folder) const { return shows_(folder) && whole_.has_folder(folder); }

}  // namespace nastavnik
