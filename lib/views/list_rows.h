#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/kinds/codes_people.h"
#include "model/notions/verdict.h"
#include "model/types.h"
#include "views/list.h"

// Cells and the order of rows that several lists share.

namespace nastavnik::views {

inline reports::Cell day_cell(const At<Day>& day) { return day.given() ? reports::Cell(*day) : reports::dash(); }

/// The codes in words, with the note in place of «иное».
template <class Choices>
Words words_of_codes(const Asked& asked, const Choices& choices) {
  std::vector<Words> all;
  for (const auto& choice : choices) {
    if (!choice.given()) continue;
    if constexpr (requires { choices.note; })
      if (code_of(*choice) == "other" && choices.note.given()) {
        all.push_back(told(asked, *choices.note));
        continue;
      }
    all.emplace_back(label_of(*choice));
  }
  return joined(all);
}

/// Consents that somebody needs and has not given.
struct MissingConsents {
  std::vector<ConsentKind> kinds{};
  bool unseen = false;  ///< papers are out of sight that may hold one

  Verdict verdict() const { return !kinds.empty() ? Verdict::yes : unseen ? Verdict::unknown : Verdict::no; }
  Words in_words() const;
};

/// Several people, one after another.
Words names_of(const Asked& asked, const std::vector<std::string_view>& people);

/// Each once: by their names where these are shown, else by their ids.
std::vector<std::string_view> in_order(const Asked& asked, std::vector<std::string_view> people);

/// Whether the year asked for, where one is, has any of the days.
bool is_in_year(const ListRequest& request, const std::optional<Period>& days);
bool is_in_year(const ListRequest& request, const At<Day>& day);

/// What has no end yet is known to go on up to the day, and no longer.
std::optional<Period> known_until(std::optional<Period> days, Date day);

/// A last column that says what is lacking, in a list of those who lack a consent.
void add_lack_column(const ListRequest& request, const Text& heading, Rows& rows);
void add_lack(const ListRequest& request, const Words& what, reports::GridRow& row);

/// Takes a verdict on whether something belongs into the list: what may, but cannot be told, is counted.
bool belongs(Verdict verdict, Rows& rows);

}  // namespace nastavnik::views
