#include "model/addresses.h"

#include <fmt/format.h>

#include "model/kinds.h"

namespace nastavnik {

std::string address_of(const Kind& kind, std::string_view id) {
  return kind.single() ? std::string(stem(kind)) : fmt::format("{}/{}", kind.folder, id);
}

std::string file_of(const Kind& kind, std::string_view id) { return address_of(kind, id) + ".yaml"; }

}  // namespace nastavnik
