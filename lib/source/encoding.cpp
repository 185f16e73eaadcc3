#include "source/encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

/// How the upper half of a byte table is used by Russian text.
struct Guess {
  Text name{};
  std::size_t letters = 0;  ///< bytes that would be Russian letters
  std::size_t small = 0;    ///< of them small ones: a running text has many more of them
};

template <class Small, class Capital>
Guess guess(std::string_view bytes, Text name, Small small, Capital capital) {
  Guess result{.name = name};
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) continue;
    result.small += small(byte);
    result.letters += small(byte) || capital(byte);
  }
  return result;
}

constexpr auto within(unsigned char first, unsigned char last) {
  return [=](unsigned char byte) { return byte >= first && byte <= last; };
}

/// The one-byte table that the text is written in, when nearly all of its upper bytes are Russian letters of it.
std::optional<Text> russian_table(std::string_view bytes) {
  const auto high =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto dos_small = [](unsigned char byte) { return within(0xA0, 0xAF)(byte) || within(0xE0, 0xEF)(byte); };
  const std::array guesses{
      guess(bytes, {"похоже на Windows-1251", "it looks like Windows-1251"}, within(0xE0, 0xFF), within(0xC0, 0xDF)),
      guess(bytes, {"похоже на CP866 (DOS)", "it looks like CP866 (DOS)"}, dos_small, within(0x80, 0x9F)),
      guess(bytes, {"похоже на KOI8-R", "it looks like KOI8-R"}, within(0xC0, 0xDF), within(0xE0, 0xFF)),
  };
  const auto worse = [](const Guess& a, const Guess& b) { return a.small < b.small; };
  const Guess& best = *std::max_element(guesses.begin(), guesses.end(), worse);
  if (best.letters < 4 || best.letters * 10 < static_cast<std::size_t>(high) * 8 || best.small * 2 < best.letters)
    return std::nullopt;
  return best.name;
}

bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return zeros > 1 && zeros * 3 >= bytes.size();
}

/// A character that must not stand in a file, by what is said of it.
enum class Fault : unsigned char { none, control, old_break, mark, replacement };

Fault fault_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0);
  if (first == '\r') return byte(1) == '\n' ? Fault::none : Fault::old_break;
  if (first < 0x20) return first == '\t' || first == '\n' ? Fault::none : Fault::control;
  if (first == 0x7F || (first == 0xC2 && byte(1) < 0xA0)) return Fault::control;
  if (first != 0xEF) return Fault::none;
  if (byte(1) == 0xBB && byte(2) == 0xBF) return Fault::mark;
  if (byte(1) != 0xBF || byte(2) < 0xBD) return Fault::none;
  return byte(2) == 0xBD ? Fault::replacement : Fault::control;  // U+FFFE and U+FFFF are no characters
}

/// The number of the character, of up to three bytes.
unsigned code_at(std::string_view text, std::size_t at) {
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]) & 0x3FU; };
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return lead;
  return lead < 0xE0 ? (lead & 0x1FU) << 6 | low(1) : (lead & 0x0FU) << 12 | low(1) << 6 | low(2);
}

Words label_of(Fault fault, std::string_view text, std::size_t at) {
  switch (fault) {
    case Fault::old_break:
      return Text{"конец строки записан старым способом (CR); сохраните файл с окончаниями строк LF или CRLF",
                  "the line ends in the old way (CR); save the file with LF or CRLF line endings"};
    case Fault::mark:
      return Text{"невидимая метка порядка байтов (U+FEFF) может стоять только в начале файла",
                  "an invisible byte order mark (U+FEFF) may only stand at the beginning of the file"};
    case Fault::replacement:
      return Text{"знак � стоит там, где другая программа не смогла прочитать букву: впишите её заново",
                  "the character � stands where another program could not read a letter: write it anew"};
    default:
      return say(
          {"невидимый управляющий знак U+{:04X}: удалите его", "an invisible control character U+{:04X}: delete it"},
          code_at(text, at));
  }
}

/// Whether two words would run together without the sign.
bool parts_words(std::string_view text, const Unseen& sign) {
  constexpr std::int32_t soft_hyphen = 0xAD;
  const auto is_latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) >= 0x80 || is_latin(text[at]));
  };
  return sign.code != soft_hyphen && sign.at > 0 && is_letter(sign.at - 1) && is_letter(sign.at + sign.size);
}

class EncodingCheck {
public:
  EncodingCheck(std::uint32_t source, std::string_view bytes, Findings& findings)
      : source_(source), bytes_(bytes), findings_(findings) {}

  bool run() {
    if (!bytes_.empty() && bytes_.find_first_not_of('\0') == bytes_.npos) {
      report(0, 0,
             Text{"файл заполнен нулевыми байтами: запись на диск не удалась; верните его из git или копии",
                  "the file is full of zero bytes: it was not written to the disk; restore it from git or a copy"});
      return false;
    }
    if (is_utf16(bytes_)) {
      report(0, 0, Text{"файл в кодировке UTF-16", "the file is in UTF-16"});
      return false;
    }
    if (const auto bad = invalid_utf8(bytes_)) {
      report_bytes(*bad);
      return false;
    }
    const bool readable = check_characters();
    if (readable) report_unseen();
    return readable;
  }

private:
  void report(std::size_t at, std::size_t size, Words label) {
    const Requirement& row = row_of(YamlRow::encoding);
    const Span span{source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size)};
    findings_.push_back({.of = &row, .severity = row.severity, .span = span, .label = std::move(label)});
  }

  void report_bytes(std::size_t at) {
    const unsigned byte = static_cast<unsigned char>(bytes_[at]);
    const bool was_utf8 = characters(bytes_.substr(0, at)) < at;
    const auto table = was_utf8 ? std::nullopt : russian_table(bytes_);
    report(at, 1,
           table ? say({"байт 0x{:02X} не по UTF-8; {}", "byte 0x{:02X} is not UTF-8; {}"}, byte, *table)
                 : say({"байт 0x{:02X} не по UTF-8", "byte 0x{:02X} is not UTF-8"}, byte));
  }

  /// The first character of each kind is reported: the others are seen once it is gone.
  bool check_characters() {
    std::array<bool, 5> said{};
    bool readable = true;
    for (std::size_t at = bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < bytes_.size(); ++at) {
      const Fault fault = fault_at(bytes_, at);
      if (fault == Fault::none) continue;
      readable = readable && fault == Fault::replacement;
      if (std::exchange(said[static_cast<std::size_t>(fault)], true)) continue;
      const auto lead = static_cast<unsigned char>(bytes_[at]);
      report(at, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3, label_of(fault, bytes_, at));
    }
    return readable;
  }

  /// The first of them, with how many there are besides: a text pasted from elsewhere may be full of them.
  void report_unseen() {
    const std::size_t begin = bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const auto first = unseen(bytes_, begin);
    if (!first) return;
    Fix fix{.safe = true};
    for (auto next = first; next; next = unseen(bytes_, next->at + next->size)) {
      fix.edits.push_back({next->at, next->at + next->size, ""});
      fix.safe = fix.safe && !parts_words(bytes_, *next);
    }
    const std::size_t more = fix.edits.size() - 1;
    const Words label = unseen_label(*first);
    report(first->at, first->size,
           more == 0 ? label
                     : say({"{}; невидимых знаков в этом файле ещё {}", "{}; there are {} more unseen characters here"},
                           label, more));
    findings_.back().fix = std::move(fix);
  }

  std::uint32_t source_;
  std::string_view bytes_;
  Findings& findings_;
};

}  // namespace

std::string without_unseen(std::string_view utf8) {
  std::string text(utf8);
  for (auto sign = unseen(text); sign;) {
    const bool stays = parts_words(text, *sign);
    if (!stays) text.erase(sign->at, sign->size);
    sign = unseen(text, sign->at + (stays ? sign->size : 0));
  }
  return text;
}

Words unseen_label(const Unseen& sign) {
  constexpr std::int32_t soft_hyphen = 0xAD;
  if (sign.code == soft_hyphen)
    return Text{"невидимый мягкий перенос U+00AD: удалите его", "an invisible soft hyphen U+00AD: delete it"};
  if (sign.turns)
    return say({"невидимый знак U+{:04X} меняет порядок букв на экране: удалите его",
                "an invisible character U+{:04X} changes the order in which letters are shown: delete it"},
               static_cast<unsigned>(sign.code));
  return say({"невидимый знак U+{:04X} может скрыть написанное: удалите его",
              "an invisible character U+{:04X} can hide what is written: delete it"},
             static_cast<unsigned>(sign.code));
}

bool check_encoding(std::uint32_t source, std::string_view bytes, Findings& findings) {
  return EncodingCheck(source, bytes, findings).run();
}

}  // namespace nastavnik
