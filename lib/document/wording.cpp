#include "document/wording.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/date_words.h"
#include "base/first_letter.h"

namespace nastavnik {
namespace {

constexpr std::array<std::string_view, 12> months{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                                  "июля",   "августа", "сентября", "октября", "ноября", "декабря"};

icu::UnicodeString letters_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// The first word is all small letters but for its first: neither an abbreviation nor a name like «МетодСовет».
bool is_common_word(const icu::UnicodeString& letters) {
  std::int32_t at = letters.moveIndex32(0, 1);
  const bool goes_on = at < letters.length() && u_isalpha(letters.char32At(at));
  for (; at < letters.length() && u_isalpha(letters.char32At(at)); at = letters.moveIndex32(at, 1))
    if (u_isupper(letters.char32At(at))) return false;
  return goes_on;
}

}  // namespace

std::string date_in_words(Date date) {
  return fmt::format("{}\u00a0{} {}\u00a0г.", date.day(), months.at(date.month() - 1), date.year());
}

std::string date_in_figures(Date date) { return shown(date, Language::ru); }

std::string order_in_words(Date date, std::string_view number) {
  std::string whole;
  for (const char c : number) whole += c == '-' ? std::string("\u2011") : std::string(1, c);
  if (whole.empty()) return "от\u00a0" + date_in_figures(date);
  return fmt::format("от\u00a0{} №\u00a0{}", date_in_figures(date), whole);
}

std::string post_within(std::string_view title) {
  return is_common_word(letters_of(title)) ? with_small_letter(title) : std::string(title);
}

std::string paper_in_genitive(std::string_view paper) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> known{{
      {"договор", "договора"},
      {"заключение", "заключения"},
      {"письмо", "письма"},
      {"положение", "положения"},
      {"постановление", "постановления"},
      {"предложение", "предложения"},
      {"представление", "представления"},
      {"приказ", "приказа"},
      {"протокол", "протокола"},
      {"распоряжение", "распоряжения"},
      {"рекомендации", "рекомендаций"},
      {"решение", "решения"},
      {"соглашение", "соглашения"},
      {"указ", "указа"},
      {"устав", "устава"},
      {"ходатайство", "ходатайства"},
  }};
  const std::size_t end = std::min(paper.find(' '), paper.size());
  const std::string first = with_small_letter(paper.substr(0, end));
  const auto found =
      std::ranges::find(known, std::string_view(first), &std::pair<std::string_view, std::string_view>::first);
  return found == known.end() ? std::string() : std::string(found->second) + std::string(paper.substr(end));
}

std::string_view lead_in_sign(std::string_view text) {
  const icu::UnicodeString letters = letters_of(text);
  return !letters.isEmpty() && u_isupper(letters.char32At(0)) ? "." : ":";
}

std::string quoted(std::string_view text) {
  const bool has_own = text.find("«") != std::string_view::npos || text.find('"') != std::string_view::npos;
  return has_own ? std::string(text) : fmt::format("«{}»", text);
}

std::string days_in_words(int days) {
  const bool one = days % 10 == 1 && days % 100 != 11;
  return fmt::format("{}\u00a0{}", days, one ? "дня" : "дней");
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? last : std::string_view(", ");
    result += words[i];
  }
  return result;
}

std::string without_stop(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with(' ') || text.ends_with('.')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace nastavnik
