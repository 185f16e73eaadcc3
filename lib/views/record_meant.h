#pragma once
#include <string_view>

#include "model/find.h"
#include "model/load.h"

namespace nastavnik::views {

/// The record that a word means, among all that were found, those that cannot be read too. A person is one: `people/ID`
/// stands for the entries of both banks, unless an address names one of them.
Meant find_record(const Loaded& loaded, std::string_view word);

}  // namespace nastavnik::views
