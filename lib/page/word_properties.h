#pragma once
#include <string>

#include <pugixml.hpp>

#include "base/date.h"

namespace nastavnik::page {

/// Says in the properties of a document (`docProps/core.xml`) what it is and where it comes from; of whoever wrote it
/// before, nothing stays.
void tell_properties(pugi::xml_node properties, const std::string& title, const std::string& description, Date day);

}  // namespace nastavnik::page
