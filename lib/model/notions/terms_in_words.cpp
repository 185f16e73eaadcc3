#include "model/notions/terms_in_words.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string>
#include <vector>

#include "base/text.h"

namespace nastavnik {
namespace {

using Tokens = std::vector<std::string_view>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters other than Latin have no byte below 128.
bool is_part_of_word(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z')) return true;
  return c == '.' && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

/// The ending of «1-й», «15-го».
bool is_ending(std::string_view word) {
  constexpr std::string_view endings[] = {"го", "е", "й", "я", "ю", "ое", "ая", "ой", "ую", "ом", "м"};
  return std::find(std::begin(endings), std::end(endings), word) != std::end(endings);
}

Tokens tokens_of(std::string_view folded) {
  Tokens tokens;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_part_of_word(folded, end)) ++end;
    const std::string_view word = folded.substr(at, end - at);
    const bool ending = !tokens.empty() && is_digit(tokens.back().back()) && is_ending(word);
    if (!word.empty() && !ending) tokens.push_back(word);
    at = std::max(end, at + 1);
  }
  return tokens;
}

bool begins_with_any(std::string_view word, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<unsigned> number_of(std::string_view word) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

bool is_year(std::string_view word) { return is_any(word, {"год", "года", "году"}); }

std::optional<unsigned> year_of(std::string_view word) {
  const auto number = number_of(word);
  return number && *number >= 2000 && *number < 2100 ? number : std::nullopt;
}

/// «2», «II», «вторая».
std::optional<unsigned> ordinal_of(std::string_view word) {
  if (const auto number = number_of(word)) return number;
  constexpr std::string_view roman[] = {"i", "ii", "iii", "iv"}, stems[] = {"перв", "втор", "трет", "четверт"};
  for (unsigned i = 0; i < std::size(roman); ++i)
    if (word == roman[i] || word.starts_with(stems[i])) return i + 1;
  return std::nullopt;
}

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::string_view stems[] = {"январ", "феврал", "март",    "апрел",  "",      "июн",
                                        "июл",   "август", "сентябр", "октябр", "ноябр", "декабр"};
  if (is_any(word, {"май", "мая", "мае", "маю"})) return 5;
  constexpr std::size_t shortest = 6;  // three letters, as in «окт.»
  for (unsigned i = 0; i < std::size(stems); ++i)
    if (!stems[i].empty() && (word.starts_with(stems[i]) || (word.size() >= shortest && stems[i].starts_with(word))))
      return i + 1;
  return std::nullopt;
}

/// The month with which a quarter of the school year ends, a quarter of the calendar year, a half of either.
std::optional<unsigned> last_month_of(std::string_view word, unsigned number, bool by_calendar) {
  constexpr unsigned school_quarters[] = {10, 12, 3, 5}, quarters[] = {3, 6, 9, 12};
  if (number < 1 || number > 4) return std::nullopt;
  if (is_any(word, {"четверть", "четверти", "четвертью"})) return school_quarters[number - 1];
  if (word.starts_with("квартал")) return quarters[number - 1];
  if (!word.starts_with("полугоди") || number > 2) return std::nullopt;
  return by_calendar ? number * 6 : number == 1 ? 12 : 5;
}

std::optional<unsigned> last_month_of_season(std::string_view word) {
  if (word.starts_with("осен")) return 11;
  if (word.starts_with("зим")) return 2;
  if (begins_with_any(word, {"весн", "весен"})) return 5;
  return is_any(word, {"лето", "летом", "летние", "летних", "летний"}) ? std::optional(8U) : std::nullopt;
}

Date end_of_month(int year, unsigned month) { return add_months(Date(year, month, 1), 1) - 1; }

/// What the words say, one token after another.
class TermInWords {
public:
  TermInWords(Tokens tokens, const Period& within) : tokens_(std::move(tokens)), within_(within) {}

  std::optional<Date> last_day() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) look_at(i);
    if (names_day_) return last_;
    return lasts_throughout() ? std::optional(within_.to) : std::nullopt;
  }

private:
  std::string_view token(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : std::string_view(); }

  /// «октябрь 2025»; two years beside each other are a school year, which the period tells better.
  std::optional<unsigned> year_after(std::size_t i) const {
    return year_of(token(i + 2)) ? std::nullopt : year_of(token(i + 1));
  }

  void look_at(std::size_t i) {
    if (const auto month = month_of(token(i))) return add_month(i, *month);
    if (look_at_figures(token(i))) return;
    if (const auto season = last_month_of_season(token(i))) return add_end_of(*season, year_after(i));
    const auto year = year_after(i);
    if (is_any(token(i), {"конца", "конце", "концу", "в", "течение"}) && year && is_year(token(i + 2)))
      return add_end_of(12, year);
    const auto number = i > 0 ? ordinal_of(token(i - 1)) : std::nullopt;
    if (!number) return;
    if (const auto month = last_month_of(token(i), *number, year.has_value())) add_end_of(*month, year);
  }

  /// «октябрь», «до октября», «15 октября 2025».
  void add_month(std::size_t i, unsigned month) {
    const auto year = year_after(i);
    const auto day = i > 0 ? number_of(token(i - 1)) : std::nullopt;
    if (day && *day >= 1 && *day <= 31) return add_day(*day, month, year);
    if (i > 0 && is_any(token(i - 1), {"до", "к", "ко"})) return add_day_before(month, year);
    add_end_of(month, year);
  }

  /// «15.10.2025», «15.10».
  bool look_at_figures(std::string_view word) {
    const std::size_t dot = word.find('.');
    if (dot == word.npos) return false;
    const std::size_t second = word.find('.', dot + 1);
    const std::string_view month_figures = word.substr(dot + 1, second == word.npos ? word.npos : second - dot - 1);
    const auto day = number_of(word.substr(0, dot)), month = number_of(month_figures);
    if (!day || !month || month_figures.size() != 2 || *month < 1 || *month > 12 || *day < 1 || *day > 31) return false;
    add_day(*day, *month, second == word.npos ? std::nullopt : year_of(word.substr(second + 1)));
    return true;
  }

  void add_day(unsigned day, unsigned month, std::optional<unsigned> year) {
    each_year(year, [&](int number) {
      const Date last = end_of_month(number, month);
      const Date named = Date(number, month, 1) + static_cast<int>(std::min(day, last.day())) - 1;
      if (year || within_.holds(named)) add(named);
    });
  }
  void add_day_before(unsigned month, std::optional<unsigned> year) {
    each_year(year, [&](int number) {
      const Date before = Date(number, month, 1) - 1;
      if (year || within_.holds(before)) add(before);
    });
  }
  void add_end_of(unsigned month, std::optional<unsigned> year) {
    each_year(year, [&](int number) {
      const Date last = end_of_month(number, month);
      if (year || within_.meets({Date(number, month, 1), last})) add(std::min(last, within_.to));
    });
  }

  template <class Add>
  void each_year(std::optional<unsigned> year, Add add) {
    names_day_ = true;
    if (year) return add(static_cast<int>(*year));
    for (int number = within_.from.year(); number <= within_.to.year(); ++number) add(number);
  }
  void add(Date day) { last_ = last_ ? std::max(*last_, day) : day; }

  /// «в течение года», «ежемесячно», «раз в четверть»: there is no day before the end.
  bool lasts_throughout() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](std::string_view word) {
      return is_year(word) || is_any(word, {"раз", "раза", "весь", "всего", "всей"}) ||
             is_any(word, {"понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам"}) ||
             begins_with_any(word, {"ежегодн", "ежекварт", "ежемесячн", "еженедельн", "ежедневн", "кажд", "период",
                                    "постоянн", "протяжени", "регулярн", "систематическ"});
    });
  }

  Tokens tokens_;
  Period within_;
  std::optional<Date> last_;
  bool names_day_ = false;
};

}  // namespace

std::optional<Date> last_day_in_words(std::string_view words, const Period& within) {
  const std::string folded = fold(words);
  return TermInWords(tokens_of(folded), within).last_day();
}

}  // namespace nastavnik
