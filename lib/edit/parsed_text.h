#pragma once
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string_view>

#include "source/node.h"

namespace nastavnik {

/// A text as it reads; it must outlive this.
struct ParsedText {
  explicit ParsedText(std::string_view text);
  ParsedText(const ParsedText&) = delete;
  ParsedText& operator=(const ParsedText&) = delete;

  Sources sources{};
  Arena arena{};
  std::pmr::monotonic_buffer_resource nodes{};
  Findings findings{};
  const Node* root = nullptr;
  bool read = false;  ///< there is a record and nothing wrong with it: a mapping, or nothing but comments
};

// Places of nodes in their text.

std::size_t end_of(Span span);

/// Whether a list or mapping stands in brackets.
bool is_flow(std::string_view text, const Node& node);

/// Behind the colon of the key; nothing where there is none.
std::optional<std::size_t> behind_colon_of(std::string_view text, const NodeEntry& entry);

}  // namespace nastavnik
