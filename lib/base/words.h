#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace nastavnik {

enum class Language : unsigned char { ru, en };

/// A fixed text in both languages; a missing one does not compile.
struct Text {
  std::string_view ru{};
  std::string_view en{};

  constexpr Text() = default;
  consteval Text(const char* russian, const char* english) : ru(russian), en(english) {
    if (ru.empty() || en.empty()) throw "a text stands in both languages";
  }
  constexpr std::string_view in(Language language) const { return language == Language::ru ? ru : en; }
  constexpr bool empty() const { return ru.empty(); }
};

/// A text made at run time, in both languages.
struct Words {
  std::string ru{};
  std::string en{};

  Words() = default;
  Words(std::string russian, std::string english) : ru(std::move(russian)), en(std::move(english)) {}
  Words(const Text& text);  // NOLINT: a fixed text is words wherever words are wanted
  const std::string& in(Language language) const { return language == Language::ru ? ru : en; }
  bool empty() const { return ru.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
};

/// The words one after another: «куратор, наставник».
Words joined(const std::vector<Words>& list);

/// The forms of a noun that a number takes: «1 день, 2 дня, 5 дней», "1 day, 2 days".
struct Noun {
  Text one;
  Text few;  ///< the English form of `few` and `many` is the plural
  Text many;
};

/// A number with its noun, agreed in the language it is said in.
struct Count {
  long long number = 0;
  const Noun& noun;
};

/// Nouns that are counted in messages.
namespace noun {
inline constexpr Noun day{{"день", "day"}, {"дня", "days"}, {"дней", "days"}};
inline constexpr Noun working_day{
    {"рабочий день", "working day"}, {"рабочих дня", "working days"}, {"рабочих дней", "working days"}};
inline constexpr Noun month{{"месяц", "month"}, {"месяца", "months"}, {"месяцев", "months"}};
inline constexpr Noun file{{"файл", "file"}, {"файла", "files"}, {"файлов", "files"}};
inline constexpr Noun record{{"запись", "record"}, {"записи", "records"}, {"записей", "records"}};
inline constexpr Noun rule{{"правило", "rule"}, {"правила", "rules"}, {"правил", "rules"}};
inline constexpr Noun error{{"нарушение", "error"}, {"нарушения", "errors"}, {"нарушений", "errors"}};
inline constexpr Noun warning{
    {"предупреждение", "warning"}, {"предупреждения", "warnings"}, {"предупреждений", "warnings"}};
inline constexpr Noun advice{
    {"совет", "piece of advice"}, {"совета", "pieces of advice"}, {"советов", "pieces of advice"}};
inline constexpr Noun person{{"человек", "person"}, {"человека", "people"}, {"человек", "people"}};
inline constexpr Noun digit{{"цифра", "digit"}, {"цифры", "digits"}, {"цифр", "digits"}};
inline constexpr Noun character{{"знак", "character"}, {"знака", "characters"}, {"знаков", "characters"}};
inline constexpr Noun time{{"раз", "time"}, {"раза", "times"}, {"раз", "times"}};
}  // namespace noun

/// How an argument of a message is said in a language. Types with words of their own overload it.
template <class T>
const T& said(const T& value, Language) {
  return value;  // NOLINT: said and gone within one expression
}
inline std::string_view said(const Text& text, Language language) { return text.in(language); }
inline std::string_view said(const Words& words, Language language) { return words.in(language); }
std::string said(const Count& count, Language language);

/// The form of the noun that stands after the number.
std::string_view form_of(const Noun& noun, long long number, Language language);

namespace detail {

/// Holds a format to its arguments: each of them is used. (fmt itself takes a format that leaves one out.)
consteval void require_every_argument(std::string_view format, std::size_t arguments) {
  if (format.empty()) throw "a message stands in both languages";
  unsigned long long used = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '{') continue;
    if (format[i + 1] == '{') {
      ++i;
      continue;
    }
    const char c = format[i + 1];
    used |= 1ULL << (c >= '0' && c <= '9' ? static_cast<std::size_t>(c - '0') : next++);
  }
  if (used != (1ULL << arguments) - 1) throw "one language leaves an argument out";
}

template <class T>
using Said = decltype(said(std::declval<const T&>(), Language{}));

template <class... T>
auto arguments(const T&... words) {
  return fmt::make_format_args(words...);
}

Words filled(fmt::string_view ru, fmt::format_args said_ru, fmt::string_view en, fmt::format_args said_en);

}  // namespace detail

/// A message with arguments, checked in both languages at compile time.
template <class... Args>
class Phrase {
public:
  consteval Phrase(const char* russian, const char* english) : ru_(russian), en_(english) {
    detail::require_every_argument(russian, sizeof...(Args));
    detail::require_every_argument(english, sizeof...(Args));
  }
  Words operator()(const Args&... args) const {
    return detail::filled(ru_, detail::arguments(said(args, Language::ru)...), en_,
                          detail::arguments(said(args, Language::en)...));
  }

private:
  using Format = fmt::format_string<detail::Said<Args>...>;
  Format ru_;
  Format en_;
};

/// Says a phrase: `say({"найдено: {}", "found: {}"}, name)`.
template <class... Args>
Words say(const Phrase<std::type_identity_t<Args>...>& phrase, const Args&... args) {
  return phrase(args...);
}

}  // namespace nastavnik
