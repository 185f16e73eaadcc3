#include "base/unseen.h"

#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text.h"

namespace nastavnik {
namespace {

constexpr std::int32_t joiner = 0x200D, non_joiner = 0x200C, text_form = 0xFE0E, emoji_form = 0xFE0F;
constexpr std::int32_t flag = 0x1F3F4, end_of_tags = 0xE007F;

bool has(std::int32_t code, UProperty property) { return u_hasBinaryProperty(code, property) != 0; }

bool is_tag(std::int32_t code) { return code >= 0xE0020 && code <= end_of_tags; }

bool is_unseen(std::int32_t code) {
  const auto type = u_charType(code);
  if (type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) return true;
  if (type == U_FORMAT_CHAR && !has(code, UCHAR_PREPENDED_CONCATENATION_MARK)) return true;
  return has(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Bytes below cannot begin a character that is not seen; nor can the letters of Russian.
bool may_begin_one(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC2 && byte != 0xD0 && byte != 0xD1;
}

bool is_of_joined_script(std::int32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code, &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_CYRILLIC:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK: return false;
    default: return has(code, UCHAR_ALPHABETIC) || u_charType(code) == U_NON_SPACING_MARK;
  }
}

/// Goes through a text and remembers what a sign can lawfully belong to.
class Look {
public:
  Look(std::string_view text, std::size_t from) : text_(text), at_(from) {}

  std::optional<Unseen> first() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const auto code = next_code_point(text_, at_);
      const bool hides = code >= 0x80 && may_begin_one(text_[begin]) && is_unseen(code) && !is_lawful(code);
      if (hides) return Unseen{begin, at_ - begin, code, has(code, UCHAR_BIDI_CONTROL)};
      if (code == flag || code == end_of_tags) tags_left_ = code == flag ? most_tags : 0;
      before_ = code;
    }
    return std::nullopt;
  }

private:
  /// The flags of parts of a country are named by so many letters and an end.
  static constexpr int most_tags = 7;

  std::int32_t ahead() const {
    std::size_t at = at_;
    return at < text_.size() ? next_code_point(text_, at) : -1;
  }
  bool is_lawful(std::int32_t code) {
    if (code == text_form || code == emoji_form) return before_ >= 0 && has(before_, UCHAR_EMOJI);
    if (is_tag(code)) return (before_ == flag || is_tag(before_)) && tags_left_-- > 0;
    if (code != joiner && code != non_joiner) return false;
    if (is_of_joined_script(before_) && is_of_joined_script(ahead())) return true;
    const bool behind_emoji =
        before_ == emoji_form || has(before_, UCHAR_EXTENDED_PICTOGRAPHIC) || has(before_, UCHAR_EMOJI_MODIFIER);
    return code == joiner && behind_emoji && has(ahead(), UCHAR_EXTENDED_PICTOGRAPHIC);
  }

  std::string_view text_;
  std::size_t at_;
  std::int32_t before_ = -1;
  int tags_left_ = 0;
};

void append_number(std::string& json, std::int32_t code) {
  constexpr std::int32_t beyond = 0x10000;
  if (code < beyond) {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}", code);
    return;
  }
  fmt::format_to(std::back_inserter(json), "\\u{:04x}\\u{:04x}", 0xD800 + ((code - beyond) >> 10),
                 0xDC00 + ((code - beyond) & 0x3FF));
}

}  // namespace

std::optional<Unseen> unseen(std::string_view utf8, std::size_t from) { return Look(utf8, from).first(); }

bool steers(std::int32_t code) {
  const auto type = u_charType(code);
  return type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         has(code, UCHAR_BIDI_CONTROL) || has(code, UCHAR_NONCHARACTER_CODE_POINT);
}

std::string visible_json(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const auto code = next_code_point(json, at);
    if (code >= 0x7F && (code < 0xA0 || (may_begin_one(json[begin]) && (steers(code) || is_unseen(code)))))
      append_number(result, code);
    else
      result += json.substr(begin, at - begin);
  }
  return result;
}

}  // namespace nastavnik
