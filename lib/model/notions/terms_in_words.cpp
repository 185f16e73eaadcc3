#include "model/notions/terms_in_words.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"

namespace nastavnik {
namespace {

struct Token {
  std::string_view word{};
  char before = ' ';  ///< `-` and `/` where such a sign stands before it
};

using Tokens = std::vector<Token>;

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

/// The sign that joins a word to the one before.
char sign_in(std::string_view between) {
  const std::size_t sign = between.find_first_of("-/");
  return sign == between.npos ? ' ' : between[sign];
}

Tokens tokens_of(std::string_view folded) {
  Tokens tokens;
  for (std::size_t at = 0, behind = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_part_of_word(folded, end)) ++end;
    const std::string_view word = folded.substr(at, end - at);
    const bool ending = !tokens.empty() && is_digit(tokens.back().word.back()) && is_ending(word);
    if (!word.empty() && !ending) tokens.push_back({word, sign_in(folded.substr(behind, at - behind))});
    if (!word.empty()) behind = end;
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

/// Both included; the first may lie in the year before.
struct Months {
  unsigned first = 0;
  unsigned last = 0;
};

/// A quarter of the school year or of the calendar year, a half of either.
std::optional<Months> months_of(std::string_view word, unsigned number, bool by_calendar) {
  constexpr Months school_quarters[] = {{9, 10}, {11, 12}, {1, 3}, {4, 5}};
  if (number < 1 || number > 4) return std::nullopt;
  if (is_any(word, {"четверть", "четверти", "четвертью"})) return school_quarters[number - 1];
  if (word.starts_with("квартал")) return Months{number * 3 - 2, number * 3};
  if (!word.starts_with("полугоди") || number > 2) return std::nullopt;
  if (by_calendar) return Months{number * 6 - 5, number * 6};
  return number == 1 ? Months{9, 12} : Months{1, 5};
}

std::optional<Months> months_of_season(std::string_view word) {
  if (word.starts_with("осен")) return Months{9, 11};
  if (word.starts_with("зим")) return Months{12, 2};
  if (begins_with_any(word, {"весн", "весен"})) return Months{3, 5};
  if (is_any(word, {"лето", "лета", "летом", "летние", "летних", "летний"})) return Months{6, 8};
  return std::nullopt;
}

/// What may stand between «с» and the month it belongs to: «с начала октября», «со второй половины мая».
bool is_between(std::string_view word) {
  return is_any(word, {"в", "во", "чем"}) || ordinal_of(word) ||
         begins_with_any(word, {"начал", "середин", "конц", "полов", "недел", "декад", "числ", "чисел"});
}

bool goes_on(std::string_view word) { return is_any(word, {"далее", "затем", "потом", "впоследствии"}); }

bool begins(std::string_view word) {
  return is_any(word, {"с", "со", "после", "ранее", "раньше", "начиная", "впервые"}) ||
         begins_with_any(word, {"старт", "запуск"});
}

bool ends(std::string_view word) { return is_any(word, {"по", "до", "к", "ко", "позднее", "позже"}) || goes_on(word); }

Date end_of_month(int year, unsigned month) { return add_months(Date(year, month, 1), 1) - 1; }

/// Days that the words name.
struct Named {
  enum class Role { moment, beginning, end };
  Months months{};
  std::optional<unsigned> day{};
  std::optional<int> year{};  ///< of the last month
  bool before = false;        ///< «до октября»
  Role role = Role::moment;
  std::size_t behind = 0;  ///< the token that follows

  bool is_day() const { return day || before; }
  Date first_day(int last_year) const {
    const Date month(months.first > months.last ? last_year - 1 : last_year, months.first, 1);
    return day ? last_day(last_year) : month;
  }
  Date last_day(int last_year) const {
    if (before) return Date(last_year, months.first, 1) - 1;
    const Date end = end_of_month(last_year, months.last);
    return day ? Date(last_year, months.last, std::min(*day, end.day())) : end;
  }
};

/// A year behind what it belongs to; `2026/27` is a school year.
struct YearTold {
  std::optional<int> year{};
  bool is_of_school = false;
  std::size_t behind = 0;

  std::optional<int> of(unsigned month) const {
    constexpr unsigned first_month_of_school = 9;
    return year && is_of_school && month < first_month_of_school ? *year + 1 : year;
  }
};

/// What the words say, one token after another.
class TermInWords {
public:
  TermInWords(Tokens tokens, const Period& within) : tokens_(std::move(tokens)), within_(within) {}

  ToldTerm told() {
    for (std::size_t i = 0; i < tokens_.size();) i = look_at(i);
    share_years();
    add_all();
    if (last_) return {ToldTerm::Kind::dated, *last_};
    if (!named_.empty()) return {ToldTerm::Kind::outside};
    if (lasts_throughout()) return {ToldTerm::Kind::dated, within_.to};
    return {is_as_needed() ? ToldTerm::Kind::as_needed : ToldTerm::Kind::unclear};
  }

private:
  std::string_view token(std::size_t i) const { return i < tokens_.size() ? tokens_[i].word : std::string_view(); }
  bool is_joined(std::size_t i, std::string_view signs) const {
    return i < tokens_.size() && signs.find(tokens_[i].before) != signs.npos;
  }

  YearTold year_at(std::size_t i) const {
    const auto year = year_of(token(i));
    if (!year) return {{}, false, i};
    const auto next = number_of(token(i + 1));
    const bool school = next && (*next == *year + 1 || *next == (*year + 1) % 100) && is_joined(i + 1, "-/");
    if (!school && year_of(token(i + 1))) return {{}, false, i + 2};
    const std::size_t behind = i + (school ? 2 : 1);
    return {static_cast<int>(*year), school, is_year(token(behind)) || token(behind) == "г" ? behind + 1 : behind};
  }

  /// Returns the token to go on with.
  std::size_t look_at(std::size_t i) {
    if (const auto month = month_of(token(i))) return name_month(i, *month);
    if (look_at_figures(i)) return i + 1;
    if (look_at_iso(i)) return i + 3;
    if (const auto season = months_of_season(token(i))) return name(i, *season, year_at(i + 1));
    const YearTold year = year_at(i + 1);
    if (is_any(token(i), {"конца", "конце", "концу", "в", "течение"}) && year.year && is_year(token(i + 2)))
      return name(i, {12, 12}, year);
    const auto number = i > 0 ? ordinal_of(token(i - 1)) : std::nullopt;
    if (!number) return i + 1;
    const bool half = token(i).starts_with("полугоди");
    if (const auto months = months_of(token(i), *number, year.year && !year.is_of_school)) name(i - 1, *months, year);
    if (half && !year.year && *number <= 2 && school_year(within_.from).to < within_.to)
      name(i - 1, *months_of(token(i), *number, true), year);
    return i + 1;
  }

  std::size_t name(std::size_t first, Months months, const YearTold& year) {
    return add_named(first, {.months = months, .year = year.of(months.last), .behind = year.behind});
  }

  /// «октябрь», «до октября», «15 октября 2025».
  std::size_t name_month(std::size_t i, unsigned month) {
    const YearTold year = year_at(i + 1);
    Named named{.months = {month, month}, .year = year.of(month), .behind = year.behind};
    const auto day = i > 0 ? number_of(token(i - 1)) : std::nullopt;
    if (day && *day >= 1 && *day <= 31) {
      named.day = day;
      return add_named(i - 1, named);
    }
    named.before = i > 0 && is_any(token(i - 1), {"до", "к", "ко"}) && token(i + 1) != "включительно";
    return add_named(i, named);
  }

  /// «15.10.2025», «15.10».
  bool look_at_figures(std::size_t i) {
    const std::string_view word = token(i);
    const std::size_t dot = word.find('.');
    if (dot == word.npos) return false;
    const std::size_t second = word.find('.', dot + 1);
    const std::string_view month = word.substr(dot + 1, second == word.npos ? word.npos : second - dot - 1);
    const auto year = second == word.npos ? std::nullopt : year_of(word.substr(second + 1));
    return month.size() == 2 && name_day(i, number_of(word.substr(0, dot)), number_of(month), year, i + 1);
  }

  /// «2025-10-15».
  bool look_at_iso(std::size_t i) {
    const auto year = year_of(token(i));
    return year && token(i + 1).size() == 2 && is_joined(i + 1, "-") && is_joined(i + 2, "-") &&
           name_day(i, number_of(token(i + 2)), number_of(token(i + 1)), year, i + 3);
  }

  bool name_day(std::size_t i, std::optional<unsigned> day, std::optional<unsigned> month, std::optional<unsigned> year,
                std::size_t behind) {
    if (!day || !month || *month < 1 || *month > 12 || *day < 1 || *day > 31) return false;
    add_named(i, {.months = {*month, *month}, .day = day, .year = year, .behind = behind});
    return true;
  }

  std::size_t add_named(std::size_t first, Named named) {
    const bool ranges = !named_.empty() && named_.back().behind == first && is_joined(first, "-");
    if (ranges) named_.back().role = Named::Role::beginning;
    named.role = ranges ? Named::Role::end : role_at(first);
    named_.push_back(named);
    return std::max(named.behind, first + 1);
  }

  Named::Role role_at(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && is_between(token(at - 1)) && !is_start_at(at - 1)) --at;
    if (at == 0) return Named::Role::moment;
    const std::string_view lead = token(at - 1);
    if (begins(lead) || is_start_at(at - 1)) return Named::Role::beginning;
    return ends(lead) ? Named::Role::end : Named::Role::moment;
  }

  /// «начало — октябрь», «первый раз в октябре»; «начало октября» is no beginning.
  bool is_start_at(std::size_t i) const {
    if (token(i) == "раз") return i > 0 && token(i - 1).starts_with("перв");
    return token(i).starts_with("начал") && (token(i + 1) == "в" || is_joined(i + 1, "-"));
  }

  /// «март–апрель 2026»: the year is that of both.
  void share_years() {
    for (std::size_t i = named_.size(); i-- > 1;) {
      Named& one = named_[i - 1];
      const Named& next = named_[i];
      if (!one.year && next.year) one.year = *next.year - (one.months.last > next.months.last ? 1 : 0);
    }
  }

  void add_all() {
    const Named* begun = nullptr;
    for (const Named& one : named_) {
      if (one.role == Named::Role::beginning) {
        begun = &one;
      } else if (one.role == Named::Role::end && begun) {
        add_range(*begun, one);
        begun = nullptr;
      } else {
        add_moment(one);
      }
    }
    const std::size_t behind = named_.empty() ? tokens_.size() : named_.back().behind;
    for (std::size_t i = behind; i < tokens_.size() && !begun; ++i)
      if (goes_on(token(i))) begun = &named_.back();
    if (begun) add(within_.to);
  }

  void add_moment(const Named& one) {
    if (one.year) return add_told(one, *one.year);
    for (int year = within_.from.year(); year <= within_.to.year() + 1; ++year) {
      const Date last = one.last_day(year);
      if (one.is_day() ? within_.holds(last) : within_.meets({one.first_day(year), last}))
        add(std::min(last, within_.to));
    }
  }

  /// «октябрь–март»: the second lies behind the first.
  void add_range(const Named& begun, const Named& end) {
    const int later = end.months.last < begun.months.first ? 1 : 0;
    if (end.year) return add_told(end, *end.year);
    if (begun.year) return add_told(end, *begun.year + later);
    for (int year = within_.from.year() - 1; year <= within_.to.year(); ++year) {
      const Period range{begun.first_day(year), end.last_day(year + later)};
      if (range.from <= range.to && within_.meets(range)) add(std::min(range.to, within_.to));
    }
  }

  /// Of a winter that is told by one year, the one that the period has begun with.
  void add_told(const Named& one, int year) {
    const bool winter = one.months.first > one.months.last && one.last_day(year) < within_.from;
    const Date last = one.last_day(winter ? year + 1 : year);
    add(one.is_day() ? last : std::min(last, within_.to));
  }

  void add(Date day) { last_ = last_ ? std::max(*last_, day) : day; }

  /// «в течение года», «ежемесячно», «раз в четверть»: there is no day before the end.
  bool lasts_throughout() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      const std::string_view word = token.word;
      return is_year(word) || is_any(word, {"раз", "раза", "весь", "всего", "всей"}) ||
             is_any(word, {"понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам"}) ||
             begins_with_any(word, {"ежегодн", "ежекварт", "ежемесячн", "еженедельн", "ежедневн", "кажд", "период",
                                    "постоянн", "протяжени", "регулярн", "систематическ", "каникул"});
    });
  }

  /// «по запросу», «при необходимости».
  bool is_as_needed() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return begins_with_any(token.word,
                             {"необходимост", "надобност", "потребност", "запрос", "требовани", "обращени"});
    });
  }

  Tokens tokens_;
  Period within_;
  std::vector<Named> named_{};
  std::optional<Date> last_{};
};

}  // namespace

ToldTerm told_term(std::string_view words, const Period& within) {
  const std::string folded = fold(words);
  return TermInWords(tokens_of(folded), within).told();
}

}  // namespace nastavnik
