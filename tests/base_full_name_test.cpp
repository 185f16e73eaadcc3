#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/full_name.h"

namespace nastavnik {

TEST_CASE("a full name is parted at any white space") {
  const auto words = [](std::string_view name) {
    std::vector<std::string> all;
    for (const std::string_view word : words_of_full_name(name)) all.emplace_back(word);
    return all;
  };
  const std::vector<std::string> three{"Иванова", "Мария", "Петровна"};
  CHECK(words("Иванова Мария Петровна") == three);
  CHECK(words("Иванова\u00a0Мария\u00a0Петровна") == three);
  CHECK(words("Иванова\u2009Мария\u202f \u3000Петровна") == three);
  CHECK(words(" Иванова  Мария\tПетровна ") == three);
  CHECK(words("Мария") == std::vector<std::string>{"Мария"});
  CHECK(words("\u00a0").empty());
  CHECK(words("").empty());
}

TEST_CASE("letters of one alphabet and what joins them are a name") {
  for (const char* name : {"Иванова Мария Петровна", "Иванова\u00a0М.\u00a0П.", "Римская-Корсакова",
                           "Бонч\u2011Бруевич", "О’Коннор", "Д'Арк", "Smith John", "O’Connor-Müller",
                           "Алиев Рашид Мамед оглы", "де Гольц", "Ива\u0301нова", "Παπάς", "Ӧлӧксей", ""})
    CHECK_MESSAGE(flaw_of_name(name) == NameFlaw::none, name);
}

TEST_CASE("what cannot be a name is told apart") {
  for (const char* name :
       {"Иванова (Петрова)", "Иванова М. П. 2", "Иван\u200bова", "Ива\u00adнова", "Иванова, учитель", "Иванова\u202e",
        "Иванова \U0001F600", "Иванова–Петрова", "Иванова/Петрова", "«Иванова»", "Иванова?"})
    CHECK_MESSAGE(flaw_of_name(name) == NameFlaw::sign, name);
  for (const char* name : {"Ивaнова", "Smith Анна", "Cоколова Марина", "Иванов A. П.", "Αнна"})
    CHECK_MESSAGE(flaw_of_name(name) == NameFlaw::mixed_letters, name);
}

TEST_CASE("a full name has a surname and a given name, each with one capital") {
  for (const char* name : {"Иванова Мария Петровна", "Ким Дарья", "О’Коннор Шон", "Мамедов Рашид Алиевич оглы",
                           "Ли И. П.", "де Гольц Иван Петрович", "Иванович Мария", "McDonald Anna", "Ян Ю"})
    CHECK_MESSAGE(flaw_of_full_name(name) == NameFlaw::none, name);
  CHECK(flaw_of_full_name("Иванова") == NameFlaw::one_word);
  CHECK(flaw_of_full_name("Мария Ивановна") == NameFlaw::no_surname);
  CHECK(flaw_of_full_name("Илья Ильич") == NameFlaw::no_surname);
  for (const char* name :
       {"Климову Надежду Петровну", "Орловым Ильёй Ильичом", "Ким Дарье Никитичне", "Лосева Петра Алексеевича"})
    CHECK_MESSAGE(flaw_of_full_name(name) == NameFlaw::oblique, name);
  for (const char* name : {"Зычна Анна Овна", "Климова Надежда Петровна", "Мамедов Али Вагиф оглы", "Гну Пётр Ильич"})
    CHECK_MESSAGE(flaw_of_full_name(name) == NameFlaw::none, name);
  CHECK(flaw_of_full_name("Иванова мария петровна") == NameFlaw::small_letter);
  CHECK(flaw_of_full_name("ИВАНОВА МАРИЯ ПЕТРОВНА") == NameFlaw::capitals);
  CHECK(flaw_of_full_name("Иванова (Петрова) Мария") == NameFlaw::sign);
}

}  // namespace nastavnik
