#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/yaml_value.h"

// Changes of a text that leave every other byte where it is. They know text and places in it, and no kind of record.

namespace nastavnik {

/// A run of bytes of the text.
struct Bytes {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::size_t end() const { return begin + size; }
};

/// A list at the top of a YAML file: `key:` with what is known of its place.
struct ListInText {
  std::string_view key{};
  std::optional<Bytes> list{};  ///< from the first to the last byte of its items, or its brackets
  std::vector<Bytes> items{};
};

/// The text with a mapping put behind the last item of the list, in the form the list has (block or flow, indentation,
/// line ends). Nothing where the text has a form that this cannot be done to.
std::optional<std::string> with_item(std::string_view text, const ListInText& list,
                                     const std::vector<KeyAndValue>& item);

/// The text without the lines that begin at these places.
std::string without_lines(std::string_view text, std::vector<std::size_t> begins);

}  // namespace nastavnik
