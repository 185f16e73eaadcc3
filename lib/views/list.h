#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/kinds/codes_programs.h"
#include "views/asked.h"

// Which records of a kind there are.

namespace nastavnik::views {

/// What somebody or something may lack.
enum class Lack : unsigned char { consent, order, program, pair, training };

/// By what a list may be narrowed.
enum class Narrow : unsigned char { active, mentor, mentee, form, year, ends, without };

/// A form of mentoring, who mentors whom, or a kind of it.
struct FormAsked {
  std::optional<RoleForm> form{};
  std::optional<MentoringKind> kind{};
};

/// The form or kind that the word means: its code, its title or the beginning of that, in either layout of the keyboard.
std::optional<FormAsked> find_form(std::string_view word);
/// The titles of all of them.
Words all_forms();

/// What a list leaves out: all that does not fit.
struct Narrowed {
  bool active = false;
  std::string mentor{};  ///< the id of a person
  std::string mentee{};  ///< the id of a person
  std::optional<FormAsked> form{};
  std::optional<Period> year{};
  std::optional<Date> ends_by{};  ///< not ended yet, and to end by this day
  std::optional<Lack> without{};
};

struct ListRequest {
  Asked asked;
  Narrowed narrowed{};
  Date today{};  ///< the real day; nothing where that does not count
};

/// The rows of a list while it is being filled.
struct Rows {
  reports::Grid grid{};
  std::size_t undecided = 0;  ///< of so many it cannot be told whether they fit
};

/// A kind of things that are listed.
struct ListKind {
  std::string_view key{};
  Text title{};                ///< all of them: «Наставники»
  Text counted{};              ///< before their number: «Наставников»
  Text singular{};             ///< one of them
  const Kind* kind = nullptr;  ///< of the records; nothing where they are parts of others
  std::vector<Narrow> by{};
  std::vector<Lack> lacks{};
  void (*fill)(const ListRequest&, Rows&) = nullptr;

  bool narrows_by(Narrow one) const;
};

/// In the order of help; the first is listed where none is named.
std::span<const ListKind> list_kinds();
/// By its key or a title in any number and case, in either layout of the keyboard; nothing where there is none.
const ListKind* find_list(std::string_view word);

/// «Наставников: 12» stands under the table; what cannot be read is among the asides.
reports::Report list(const ListKind& kind, const ListRequest& request);

}  // namespace nastavnik::views
