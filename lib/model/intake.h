#pragma once
#include <vector>

#include "model/reader.h"
#include "model/registry.h"

// What is done with a record of each kind while it is loaded. The definitions are long, as every step visits every
// field; so they stand in files of their own, a few kinds in each (intake_*.cpp).

namespace nastavnik {

/// Reads the record from its map and makes it what it was at the end of the day.
template <class T>
void take_in(const Node& root, ReadContext& context, Date day, T& record);

/// Leaves every field of the record broken: it should be there, but it cannot be read.
template <class T>
void obscure(T& record);

/// Follows the links of the record; gives back the paths of files that it names.
template <class T>
std::vector<const At<Path>*> follow_links(const Registry& registry, Findings& findings, T& record);

}  // namespace nastavnik
