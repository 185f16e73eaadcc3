#pragma once
#include <string>
#include <string_view>

// Russian names and positions in the cases that papers need. The rules are careful, not complete: what they are not
// sure of they say, and a form given in the records outranks them.

namespace nastavnik {

enum class Case : unsigned char { nominative, genitive, dative, accusative };
enum class Gender : unsigned char { male, female, unknown };

struct NameParts {
  std::string surname{};
  std::string given{};
  std::string patronymic{};  ///< «Сергеевна», «Алиевич», «Мамед оглы»; may be empty
};

/// «Фамилия Имя Отчество» taken apart.
NameParts name_parts(std::string_view full_name);

/// By the patronymic; without one by surname and given name, as far as they tell.
Gender gender_of(const NameParts& name);

/// A text in a case.
struct Declined {
  std::string text{};
  bool doubtful = false;  ///< a person should look at it
};

/// «Иванову Анну Сергеевну».
Declined declined(const NameParts& name, Gender gender, Case to);

/// The surname alone.
Declined declined_surname(const NameParts& name, Gender gender, Case to);

/// «учителя начальных классов»: the words that agree, the rest as it stands.
Declined declined_position(std::string_view position, Case to);

/// «в гимназии № 3», «директор гимназии № 3»: the cases in which papers name the school.
enum class SchoolCase : unsigned char { genitive, prepositional };
Declined declined_school(std::string_view name, SchoolCase to);

enum class InitialsOrder : unsigned char { before, after };

/// «А. С. Иванова» or «Иванова А. С.», with spaces that do not break; the surname as given.
std::string initials(std::string_view surname, const NameParts& name, InitialsOrder order);

}  // namespace nastavnik
