#pragma once
#include <memory_resource>
#include <string>
#include <vector>

#include "source/arena.h"
#include "source/source.h"

namespace nastavnik {

struct Node;

/// Where in its record a span stands, in words that outlive moved lines.
struct PlaceInRecord {
  std::string path{};                ///< `activities[a1].done.date`; empty: the record as a whole
  std::string keys{};                ///< the path without items: `activities.done.date`
  std::vector<std::string> items{};  ///< the ids of the items on the way
  std::string value{};               ///< the scalar that stands there; never one of people/
};

/// Finds the fields that spans stand at. Reads a file anew, once while the spans asked for lie in it.
class PlaceFinder {
public:
  explicit PlaceFinder(const Sources& sources) : sources_(sources) {}
  PlaceInRecord at(Span span);

private:
  const Node* root_of(std::uint32_t source);

  const Sources& sources_;
  bool is_read_ = false;
  std::uint32_t read_ = 0;
  const Node* root_ = nullptr;
  Arena arena_;
  std::pmr::monotonic_buffer_resource nodes_;
};

}  // namespace nastavnik
