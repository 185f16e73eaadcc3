#pragma once
#include <cstddef>
#include <string_view>

namespace nastavnik {

// Where the tokens of a YAML text end. Offsets are bytes from the beginning of the text. The YAML library says where a
// token begins and what it means, never where it ends.

inline constexpr std::size_t not_closed = std::string_view::npos;

/// End of the scalar without quotes that begins here and means `value`.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value);

/// End of the scalar whose opening quote stands here, or `not_closed`.
std::size_t end_of_quoted(std::string_view text, std::size_t begin);

/// End of the block scalar whose `|` or `>` stands here and that means `value`: behind its last line, without the break.
std::size_t end_of_block(std::string_view text, std::size_t begin, std::string_view value);

/// Where the lines of a block scalar begin: behind the line of its `|` or `>`.
std::size_t content_of_block(std::string_view text, std::size_t begin);

/// Line breaks that end the line of this place and the empty lines after it.
std::size_t breaks_after(std::string_view text, std::size_t at);

/// The next byte that is neither white space nor part of a comment.
std::size_t skip_blank(std::string_view text, std::size_t at);

/// End of the anchor, alias or tag that stands here.
std::size_t end_of_property(std::string_view text, std::size_t begin);

/// Where the line of this place begins.
std::size_t line_begin(std::string_view text, std::size_t at);

/// Bytes between the beginning of the line and the place.
std::size_t column_of(std::string_view text, std::size_t at);

/// The first line after the first one of the token, not empty, that stands at `indent` or left of it; its first
/// character, or the end of the token when there is none.
std::size_t outdented(std::string_view text, std::size_t begin, std::size_t end, std::ptrdiff_t indent);

/// The quote that is open at `until`, looking from a place where a token may begin; `not_closed` when there is none.
std::size_t open_quote(std::string_view text, std::size_t from, std::size_t until);

/// A backslash in the double-quoted scalar that begins no escape of YAML, or the end of the token.
std::size_t bad_escape(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace nastavnik
