#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/values.h"

// Placeholders in a text: `{{name}}`, and sections `{{#name}} … {{/name}}` (repeated, or shown where there is
// something) and `{{^name}} … {{/name}}` (shown where there is nothing). Both kinds of template are filled by these.

namespace nastavnik {

struct Token {
  enum class Kind : unsigned char { value, opens, opens_without, closes };
  Kind kind = Kind::value;
  std::string_view name{};
  std::size_t begin = 0;  ///< in the text, braces included
  std::size_t end = 0;

  bool is_opening() const { return kind == Kind::opens || kind == Kind::opens_without; }
};

std::vector<Token> tokens_of(std::string_view text);

/// Names of placeholders, each once and in the order of the text.
class PlaceholderNames {
public:
  /// Those of a text, sections too.
  void add(std::string_view text);
  std::vector<std::string> take() { return std::move(names_); }

private:
  std::vector<std::string> names_{};
  std::unordered_set<std::string> met_{};
};

/// A form of a name or position that the program is not sure of, and where the right one is entered.
struct Doubt {
  std::string text{};
  std::string where{};
  friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// What filling has met.
struct FillReport {
  std::vector<std::string> unknown{};     ///< placeholders that nothing fills
  std::vector<std::string> unbalanced{};  ///< sections without an end, ends without a section
  std::vector<Words> faults{};            ///< what cannot be right in the template; it was not filled then
  std::vector<Gap> gaps{};                ///< what the records do not tell, in the order of the paper
  std::vector<Doubt> doubts{};            ///< forms of words that a person should look at

  void meet_unknown(std::string_view name);
  void meet_unbalanced(std::string_view name);
  void meet(const Value& value);

private:
  std::unordered_set<std::string> met_{};  ///< what stands in the lists of names
};

/// A piece of a filled text.
struct Piece {
  std::string text{};
  bool gap = false;  ///< to be shown as missing
};

/// The visible mark that stands in place of what is missing.
std::string mark_of(const Gap& gap);

/// Fills the stretches of one paragraph; a placeholder may run over several, its text stands where it begins.
std::vector<std::vector<Piece>> filled(std::span<const std::string> stretches, const ValueScope& scope,
                                       FillReport& report);

/// The section that an item of a sequence opens or closes as a whole.
struct Marks {
  std::string opens{};
  std::string closes{};
  bool without = false;  ///< opened by `{{^`
  bool bare = false;     ///< holds nothing but its marks
};

Marks marks_of(std::string_view text);

namespace detail {

std::size_t closing(std::span<const Marks> marks, std::size_t opening);

template <class Emit>
void expand_range(std::vector<Marks>& marks, std::size_t begin, std::size_t end, const ValueScope& scope,
                  FillReport& report, const Emit& emit);

/// The body of a section, for each item of its list or once.
template <class Emit>
void expand_section(std::vector<Marks>& marks, std::size_t begin, std::size_t end, bool without, const Value* value,
                    const ValueScope& scope, FillReport& report, const Emit& emit) {
  const auto inside = [&](const ValueScope& inner) { expand_range(marks, begin, end, inner, report, emit); };
  if (!value || value->shows() == without) return;
  if (without || !value->is_list) return inside(scope);
  for (const Values& item : value->items) inside({item, &scope});
}

template <class Emit>
void expand_range(std::vector<Marks>& marks, std::size_t begin, std::size_t end, const ValueScope& scope,
                  FillReport& report, const Emit& emit) {
  for (std::size_t i = begin; i < end; ++i) {
    if (marks[i].opens.empty()) {
      if (!marks[i].closes.empty()) report.meet_unbalanced(marks[i].closes);
      if (!marks[i].bare || marks[i].closes.empty()) emit(i, scope);
      continue;
    }
    const Marks opening = marks[i];
    const std::size_t last = closing(std::span(marks).first(end), i);
    if (last == end) {
      report.meet_unbalanced(opening.opens);
      continue;
    }
    const Marks ending = marks[last];
    const Value* value = scope.find(opening.opens);
    if (!value) report.meet_unknown(opening.opens);
    marks[i].opens.clear();
    marks[last].closes.clear();
    const bool keeps_last = last == i || !ending.bare;
    expand_section(marks, opening.bare && last != i ? i + 1 : i, keeps_last ? last + 1 : last, opening.without, value,
                   scope, report, emit);
    marks[i] = opening;
    marks[last] = ending;
    i = last;
  }
}

}  // namespace detail

/// Repeats and drops items of a sequence as its sections say; `emit(index, scope)` is called for each that stays.
template <class Emit>
void expand(std::vector<Marks> marks, const ValueScope& scope, FillReport& report, const Emit& emit) {
  detail::expand_range(marks, 0, marks.size(), scope, report, emit);
}

}  // namespace nastavnik
