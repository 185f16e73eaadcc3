#pragma once
#include <string>
#include <string_view>

#include "rules/outcome.h"
#include "views/asked.h"

// One record: what it says, what speaks of it, its dates, what is wrong with it.

namespace nastavnik::views {

struct ShowRequest {
  Asked asked;
  std::string_view address{};        ///< of a record that was found; of `people/ID` with the entries of both banks
  std::string_view with{};           ///< another record that is shown with it
  const Outcome* outcome = nullptr;  ///< of a check of the whole registry, its words as they may be shown
};

/// What became of a record that was found.
enum class Readable : unsigned char { yes, broken, later };
Readable readable(const Loaded& loaded, std::string_view address);

reports::Report show(const ShowRequest& request);

}  // namespace nastavnik::views
