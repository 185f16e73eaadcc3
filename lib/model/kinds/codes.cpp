#include "model/kinds/codes.h"

#include "model/kinds/codes_in_order.h"

namespace nastavnik {
namespace {

template <class... Enums>
consteval bool all_stand_in_order(Types<Enums...>) {
  return (codes_stand_in_order<Enums>() && ...);
}

static_assert(all_stand_in_order(Enumerations{}));

}  // namespace
}  // namespace nastavnik
