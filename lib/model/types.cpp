#include "model/types.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "model/ids.h"
#include "model/kinds/codes_people.h"
#include "source/yaml.h"

namespace nastavnik {
namespace {

ValueProblem wrong_type(Words label, Words closer = {}) {
  return {ValueFault::wrong_type, std::move(label), std::move(closer)};
}
ValueProblem bad_text(Words label) { return {ValueFault::bad_text, std::move(label), {}}; }

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// White space of Unicode that is longer than one byte.
constexpr std::array<std::string_view, 18> wide_spaces{"\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                                       "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
                                                       "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

bool begins_with_space(std::string_view text) {
  return text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r' ||
         std::any_of(wide_spaces.begin(), wide_spaces.end(), [&](auto s) { return text.starts_with(s); });
}
bool ends_with_space(std::string_view text) {
  return text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r' ||
         std::any_of(wide_spaces.begin(), wide_spaces.end(), [&](auto s) { return text.ends_with(s); });
}
bool has_space(std::string_view text) {
  return text.find_first_of(" \t\n\r") != text.npos ||
         std::any_of(wide_spaces.begin(), wide_spaces.end(), [&](auto s) { return text.find(s) != text.npos; });
}

/// U+FFFE and U+FFFF, which are no characters.
constexpr std::array<std::string_view, 2> no_characters{"\xEF\xBF\xBE", "\xEF\xBF\xBF"};

/// Whether a control character, or what is none at all, stands in the text; `allowed` are the ones that may.
bool has_control(std::string_view text, std::string_view allowed) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 || byte == 0x7f) && allowed.find(text[i]) == allowed.npos) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return std::any_of(no_characters.begin(), no_characters.end(),
                     [&](auto sign) { return text.find(sign) != text.npos; });
}

/// The same of a text of one line that was surely meant to be this one.
ValueProblem bad_text(Words label, std::string_view meant) {
  ValueProblem problem = bad_text(std::move(label));
  if (meant.empty() || meant.find_first_of("\n\r") != meant.npos || begins_with_space(meant) || ends_with_space(meant))
    return problem;
  problem.meant = as_yaml(yaml_text(meant), true);
  problem.is_sure = true;
  return problem;
}

bool longer_than(std::string_view text, std::size_t most) { return text.size() > most && characters(text) > most; }

ValueProblem too_long(std::size_t most) {
  return bad_text(
      say({"допустимо не больше {}", "at most {} are allowed"}, Count{static_cast<long long>(most), noun::character}));
}

/// What no text may have, of one line or of many.
Problem check_text(std::string_view text, std::string_view controls, std::size_t longest) {
  if (text.empty()) {
    return bad_text({"текст не может быть пустым; если сведений нет, уберите ключ",
                     "a text cannot be empty; where there is nothing to say, leave out the key"});
  }
  if (begins_with_space(text) || ends_with_space(text)) {
    return bad_text({"в начале и в конце текста не должно быть пробелов и пустых строк",
                     "a text has no white space at its beginning or end"},
                    trimmed(text, " \t\n"));
  }
  if (has_control(text, controls) || text.find(byte_order_mark) != text.npos) {
    return bad_text({"в тексте не может быть управляющих символов", "a text cannot have control characters"});
  }
  if (!is_nfc(text)) {
    return bad_text({"буквы должны быть в составной форме Юникода (NFC): «й» одним знаком, а не «и» с отдельной дугой",
                     "letters must be in the composed form of Unicode (NFC), accents not apart from their letters"},
                    to_nfc(text));
  }
  if (longer_than(text, longest)) return too_long(longest);
  return std::nullopt;
}

/// The first run of digits, without zeros in front.
std::string_view digits_in(std::string_view text) {
  const auto from = text.find_first_of("0123456789");
  if (from == text.npos) return {};
  text.remove_prefix(from);
  text = text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return text;
}

std::optional<int> whole(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text.front() == '0') || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

/// The whole number that YAML and JSON see in a text that is not written as one should be: `2.0`, `0x2`, `+2`, `02`.
std::optional<int> meant_whole(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const bool hex = text.starts_with("0x");
  const bool octal = text.starts_with("0o");
  if (hex || octal) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value, hex ? 16 : 8);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (value != std::trunc(value) || std::abs(value) > 1e6) return std::nullopt;
  return static_cast<int>(value);
}

/// Words that people and other tools use for yes and no, folded.
constexpr std::array<std::string_view, 8> yes{"yes", "y", "on", "да", "истина", "есть", "1", "+"};
constexpr std::array<std::string_view, 7> no{"no", "n", "off", "нет", "ложь", "0", "-"};

template <class Table>
bool holds(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_good_segment(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." && !begins_with_space(segment) &&
         !ends_with_space(segment);
}

bool is_relative_path(std::string_view text) {
  if (text.find_first_of("\\:") != text.npos || has_control(text, {})) return false;
  for (;;) {
    const auto slash = text.find('/');
    if (!is_good_segment(text.substr(0, slash))) return false;
    if (slash == text.npos) return true;
    text.remove_prefix(slash + 1);
  }
}

bool is_url(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || text.size() == scheme) return false;
  return std::string_view("/?#").find(text[scheme]) == std::string_view::npos && !has_space(text) &&
         !has_control(text, {});
}

}  // namespace

Problem Line::read(std::string_view text, std::string_view& value) {
  value = text;
  if (text.find('\n') != text.npos) return bad_text({"здесь нужна одна строка", "one line is needed here"});
  return check_text(text, {}, longest);
}

Problem Prose::read(std::string_view text, std::string_view& value) {
  if (text.ends_with('\n')) text.remove_suffix(1);  // every block scalar ends with one
  value = text;
  return check_text(text, "\t\n", longest);
}

Problem Flag::read(std::string_view text, bool& value) {
  if (text == "true" || text == "false") {
    value = text == "true";
    return std::nullopt;
  }
  const std::string folded = fold(text);
  if (folded == "true" || folded == "false") {
    ValueProblem problem =
        wrong_type({"true и false пишутся строчными буквами", "true and false are written in lower case"});
    problem.meant = folded;
    problem.is_sure = true;
    return problem;
  }
  ValueProblem problem = wrong_type({"нужно true (да) или false (нет)", "true or false is needed"});
  if (holds(yes, folded)) problem.closer = {"вместо «да» здесь true", "here “yes” is true"}, problem.meant = "true";
  if (holds(no, folded)) problem.closer = {"вместо «нет» здесь false", "here “no” is false"}, problem.meant = "false";
  problem.is_sure = !problem.meant.empty();
  return problem;
}

Problem Url::read(std::string_view text, std::string_view& value) {
  value = text;
  if (longer_than(text, longest)) return too_long(longest);
  if (is_url(text)) return std::nullopt;
  ValueProblem problem = wrong_type({"нужен адрес, который начинается с https:// или http://, без пробелов",
                                     "an address that begins with https:// or http:// is needed, without spaces"});
  const std::string guess = fmt::format("https://{}", text);
  if (text.find('.') != text.npos && text.find("//") == text.npos && is_url(guess)) {
    problem.closer = say({"адрес пишется целиком: {}", "an address is written in full: {}"}, guess);
    problem.meant = as_yaml(yaml_text(guess), true);
  }
  return problem;
}

Problem Path::read(std::string_view text, std::string_view& value) {
  value = text;
  if (longer_than(text, longest)) return too_long(longest);
  if (is_relative_path(text)) return std::nullopt;
  ValueProblem problem = wrong_type(
      {"нужен путь внутри реестра: от его папки, через «/», без «..» и «:», например scans/prikaz-112.pdf",
       "a path inside the registry is needed: from its folder, with /, without .. and :, as scans/order.pdf"});
  std::string guess(text);
  std::replace(guess.begin(), guess.end(), '\\', '/');
  if (guess.starts_with("./")) guess.erase(0, 2);
  if (is_relative_path(guess)) {
    problem.closer = say({"путь внутри реестра пишется так: {}", "a path inside the registry is written {}"}, guess);
    problem.meant = as_yaml(yaml_text(guess), true);
    problem.is_sure = true;
  }
  return problem;
}

Problem read_whole(std::string_view text, int least, int most, int& value) {
  const std::optional<int> number = whole(text);
  if (number && *number >= least && *number <= most) {
    value = *number;
    return std::nullopt;
  }
  const std::optional<int> meant = meant_whole(text);
  if (!number && meant && *meant >= least && *meant <= most) {
    return wrong_type(
        {"целое число пишется одними цифрами", "a whole number is written in digits only"},
        say({"целое число пишется одними цифрами: {}", "a whole number is written in digits only: {}"}, *meant));
  }
  if (least == most) return wrong_type(say({"здесь всегда {}", "here it is always {}"}, least));
  ValueProblem problem =
      wrong_type(say({"нужно целое число от {} до {}", "a whole number from {} to {} is needed"}, least, most));
  const std::optional<int> guess = whole(digits_in(text));
  if (!number && !meant && guess && *guess >= least && *guess <= most && text.find_first_of(".,-+eExX") == text.npos) {
    problem.closer = say({"число пишется без слов: {}", "a number is written without words: {}"}, *guess);
  }
  return problem;
}

Problem read_digits(std::string_view text, std::size_t count) {
  if (text.size() == count && std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const Count digits{static_cast<long long>(count), noun::digit};
  return wrong_type(
      say({"нужно ровно {}, без пробелов и других знаков", "exactly {} are needed and nothing else"}, digits));
}

}  // namespace nastavnik
