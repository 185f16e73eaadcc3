#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace nastavnik {
namespace {

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The code point at `at`, which moves behind it; the text is UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());  // NOLINT: ICU reads bytes
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);                              // NOLINT: a macro of ICU
  return c;
}

void append(std::string& text, UChar32 c) {
  const auto byte = [&](UChar32 value) { text.push_back(static_cast<char>(value)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  icu::StringByteSink<std::string> sink(&text);
  icu::UnicodeString(c).toUTF8(sink);
}

/// Length of the UTF-8 sequence that begins here, 0 when it is not well-formed (Unicode table 3-7).
std::size_t sequence(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || rest.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if (!is_continuation(rest[i])) return 0;
  const unsigned char second = byte(1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : size;
}

/// Letters that stand alone in any normal form, or are composed already: most of what a school writes.
constexpr bool is_plainly_nfc(UChar32 c) {
  if (c < 0x300) return true;
  if (c >= 0x400 && c < 0x530) return c < 0x483 || c > 0x489;
  return (c >= 0x2010 && c <= 0x205E) || c == 0x20AC || c == 0x2116;
}

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

std::size_t columns(UChar32 c) {
  if (c == '\t') return 1;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return 1;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the syllable before them
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Most of what is read: no property of the character has to be looked up.
bool is_russian_letter(UChar32 c) {
  constexpr UChar32 first = U'А', last = U'я', yo = U'ё', great_yo = U'Ё';
  return (c >= first && c <= last) || c == yo || c == great_yo;
}
bool is_latin_letter(UChar32 c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_quote(UChar32 c) { return c == '`' || u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK); }

UChar32 folded(UChar32 c) {
  const bool letter = is_russian_letter(c) || is_latin_letter(c);
  if (!letter && u_hasBinaryProperty(c, UCHAR_DASH)) return '-';
  constexpr UChar32 yo = U'ё', ye = U'е';
  c = u_tolower(c);
  return c == yo ? ye : c;
}

bool is_letter(UChar32 c) {
  if (c < 0x80) return is_latin_letter(c);
  if (is_russian_letter(c)) return true;
  return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
}

using Letters = std::vector<UChar32>;

Letters letters(std::string_view word) {
  Letters result;
  for (std::size_t at = 0; at < word.size();) result.push_back(u_tolower(next(word, at)));
  return result;
}

bool is_ascii_digit(UChar32 c) { return c >= '0' && c <= '9'; }

/// What it counts to write one letter for the other. A number with another digit is mostly another number.
std::size_t exchange(UChar32 a, UChar32 b, Likeness likeness) {
  if (a == b) return 0;
  return likeness == Likeness::slip && is_ascii_digit(a) && is_ascii_digit(b) ? 2 : 1;
}

/// Slips of the hand that lead from one word to the other: a letter too many, too few, another, or two swapped.
std::size_t slips(const Letters& a, const Letters& b, Likeness likeness) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + exchange(a[i - 1], b[j - 1], likeness)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

/// How many slips may have turned one word into the other; short words and numbers are too easily others.
std::size_t most_slips(const Letters& a, const Letters& b, Likeness likeness) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (likeness == Likeness::near) return std::min<std::size_t>(longest / 3, 4);
  const bool numbered = std::any_of(b.begin(), b.end(), is_ascii_digit);
  return longest < 3 ? 0 : std::clamp<std::size_t>(longest / 4, 1, numbered ? 1 : 2);
}

/// Whether the word is a whole part of a longer one: `name` of `full_name`, `meet` of `meetings`.
bool is_part(const Letters& part, const Letters& whole) {
  if (part.size() < 3 || part.size() >= whole.size()) return false;
  const auto joint = [](UChar32 c) { return c == '_' || c == '-'; };
  if (std::equal(part.begin(), part.end(), whole.begin())) return true;
  for (auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end()); at != whole.end();
       at = std::search(at + 1, whole.end(), part.begin(), part.end())) {
    const auto end = at + static_cast<std::ptrdiff_t>(part.size());
    if (at != whole.begin() && joint(*(at - 1)) && (end == whole.end() || joint(*end))) return true;
  }
  return false;
}

std::string_view only_whole(const Letters& word, std::span<const std::string_view> known) {
  std::string_view found;
  for (const std::string_view candidate : known) {
    if (!is_part(word, letters(candidate))) continue;
    if (!found.empty()) return {};
    found = candidate;
  }
  return found;
}

}  // namespace

std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());  // NOLINT: ICU reads bytes
  U8_NEXT(bytes, at, text.size(), c);                                      // NOLINT: a macro of ICU
  return c;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

bool holds_together(std::string_view text, std::size_t space) {
  static constexpr std::array<std::string_view, 9> belongs{"п.", "пп.", "ст.",    "ч.", "строка",
                                                           "№",  "cl.", "clause", "No."};
  const bool number = space + 1 < text.size() && text[space + 1] >= '0' && text[space + 1] <= '9';
  std::string_view word = text.substr(0, space);
  word.remove_prefix(std::min(word.find_last_of(" \n") + 1, word.size()));
  if (word.starts_with('(')) word.remove_prefix(1);
  return number && std::find(belongs.begin(), belongs.end(), word) != belongs.end();
}

std::string held_together(std::string_view text) {
  std::string held;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ' ' && holds_together(text, i))
      held += "\u00a0";
    else
      held += text[i];
  return held;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += columns(next(utf8, at));
  return width;
}

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = sequence(bytes.substr(at));
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

bool is_nfc(std::string_view utf8) {
  bool plainly = true;
  for (std::size_t at = 0; plainly && at < utf8.size();) plainly = is_plainly_nfc(next(utf8, at));
  if (plainly) return true;
  UErrorCode status = U_ZERO_ERROR;
  return nfc()->isNormalizedUTF8(piece(utf8), status) && U_SUCCESS(status);
}

std::string to_nfc(std::string_view utf8) {
  std::string normal;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&normal);
  nfc()->normalizeUTF8(0, piece(utf8), sink, nullptr, status);
  return normal;
}

std::string fold(std::string_view utf8) {
  std::string normal;
  if (!is_nfc(utf8)) utf8 = normal = to_nfc(utf8);
  std::string result;
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 c = next(utf8, at);
    const bool letter = is_russian_letter(c) || is_latin_letter(c);
    if (!letter && is_quote(c)) continue;
    if (letter || !u_isUWhiteSpace(c))
      append(result, folded(c));
    else if (!result.empty() && result.back() != ' ')
      result.push_back(' ');
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::vector<TextWord> words_of(std::string_view utf8) {
  std::vector<TextWord> words;
  const auto joins = [&](std::size_t at) {
    if (at + 1 >= utf8.size() || utf8[at] != '-') return false;
    return is_letter(next(utf8, ++at));
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const UChar32 first = next(utf8, at);
    if (!is_letter(first)) continue;
    const std::size_t one = at;
    for (std::size_t after = at; at < utf8.size(); at = after)
      if (!is_letter(next(utf8, after)) && !joins(at)) break;
    words.push_back({utf8.substr(begin, at - begin), u_isupper(first) != 0, at == one});
  }
  return words;
}

std::string bare_letters(std::string_view utf8) {
  std::string letters;
  for (const TextWord& word : words_of(utf8)) letters += fold(word.text);
  std::erase(letters, '-');
  return letters;
}

std::string_view closest(std::string_view word, std::span<const std::string_view> known, Likeness likeness) {
  const Letters wanted = letters(word);
  std::string_view best;
  std::size_t least = wanted.size() + 1;
  for (const std::string_view candidate : known) {
    const Letters have = letters(candidate);
    const std::size_t distance = slips(wanted, have, likeness);
    if (distance > most_slips(wanted, have, likeness) || distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best.empty() ? only_whole(wanted, known) : best;
}

}  // namespace nastavnik
