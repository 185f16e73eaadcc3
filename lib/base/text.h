#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// Number of Unicode code points in a UTF-8 text.
std::size_t characters(std::string_view utf8);

/// The code point at the byte, which moves behind it; negative where the bytes are not UTF-8.
std::int32_t next_code_point(std::string_view text, std::size_t& at);

/// Whether a line may not end at the space: «п. 19», «№ 5-од».
bool holds_together(std::string_view text, std::size_t space);
/// With no-break spaces where lines may not end.
std::string held_together(std::string_view text);

/// Columns the text takes on a terminal: combining marks none, wide characters two.
std::size_t display_width(std::string_view utf8);

/// Offset of the first byte that is not UTF-8; nothing when all is well.
std::optional<std::size_t> invalid_utf8(std::string_view bytes);

/// Whether the text is in Normalization Form C.
bool is_nfc(std::string_view utf8);
/// The text in that form.
std::string to_nfc(std::string_view utf8);

/// The text for comparison (records.md 6.19): NFC, lower case, ё as е, no quotes, one kind of dash, single spaces.
std::string fold(std::string_view utf8);

/// A word of a text, hyphens inside included.
struct TextWord {
  std::string_view text{};  ///< part of the text
  bool capital = false;     ///< begins with a capital letter
  bool single = false;      ///< is one letter
};
std::vector<TextWord> words_of(std::string_view utf8);

/// The letters of a folded text alone, so that «педагог-педагог» is «Педагог – педагог».
std::string bare_letters(std::string_view utf8);

/// How alike a word must be to another to be taken for it.
enum class Likeness : unsigned char {
  near,  ///< where one of the known words must be meant, as a key of a record: one slip in three letters
  slip,  ///< where something may be meant that is not there, as a command: one slip in four letters, two at most,
         ///< one where there are digits
};

/// The closest of the known words, or nothing when none is near enough.
std::string_view closest(std::string_view word, std::span<const std::string_view> known,
                         Likeness likeness = Likeness::near);

}  // namespace nastavnik
