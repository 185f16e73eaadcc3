#include "model/order_id.h"

#include <fmt/format.h>

#include "base/latin.h"

namespace nastavnik {

std::string order_id_of(std::string_view number, Date day) {
  return fmt::format("{}-{}", day.year(), in_latin(number));
}

}  // namespace nastavnik
