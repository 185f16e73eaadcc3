#pragma once
#include <string>
#include <vector>

namespace nastavnik::cmd {

/// A word that may come next, and what is said of it where that is shown.
struct Offer {
  std::string word{};
  std::string meaning{};
};
using Offers = std::vector<Offer>;

}  // namespace nastavnik::cmd
