#pragma once
#include <string>
#include <vector>

#include "source/span.h"

namespace nastavnik {

struct Loaded;
struct Node;
struct Shape;

/// Where in its record a span stands, in words that outlive moved lines.
struct PlaceInRecord {
  std::string path{};                ///< `activities[a1].done.date`; empty: the record as a whole
  std::string keys{};                ///< the path without items: `activities.done.date`
  std::vector<std::string> items{};  ///< the ids of the items on the way
  std::string value{};               ///< the scalar that stands there; never one of people/
};

/// Where the span stands in the record, or, of what reading a file has found, where it stood in the file.
PlaceInRecord place_in(const Loaded& loaded, Span span);

/// Where the span stands in the file while that is read: what is wrong with the form may have no value in the record.
PlaceInRecord place_in(const Node& root, Span span, const Shape* shape, bool personal);

}  // namespace nastavnik
