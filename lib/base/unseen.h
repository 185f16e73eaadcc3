#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nastavnik {

/// A character that nobody sees and that can hide what is said or turn it round.
struct Unseen {
  std::size_t at = 0;  ///< its first byte
  std::size_t size = 0;
  std::int32_t code = 0;
  bool turns = false;  ///< it changes the order in which the letters around it are shown
};

/// The first of them from the byte on. What joins an emoji or chooses its form, and what joins letters of a script that
/// is written joined, hides nothing.
std::optional<Unseen> unseen(std::string_view utf8, std::size_t from = 0);

/// Whether a character steers what shows it instead of being shown: controls, line and paragraph separators, marks of
/// direction, codes that are no characters.
bool steers(std::int32_t code);

/// JSON in which what steers or is not seen is escaped by its number: it means the same.
std::string visible_json(std::string_view json);

/// The one way JSON is written: two spaces a level, broken UTF-8 replaced, a line break at the end.
template <class Json>
std::string json_text(const Json& json) {
  return visible_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace nastavnik
