#include <doctest/doctest.h>

#include "base/word_forms.h"

using nastavnik::are_forms_of_one;

TEST_CASE("words with the endings of one pattern are forms of one word") {
  CHECK(are_forms_of_one("программа", "программой"));
  CHECK(are_forms_of_one("программ", "программами"));
  CHECK(are_forms_of_one("согласие", "согласия"));
  CHECK(are_forms_of_one("согласий", "согласиями"));
  CHECK(are_forms_of_one("наставник", "наставников"));
  CHECK(are_forms_of_one("учитель", "учителями"));
  CHECK(are_forms_of_one("случай", "случаев"));
  CHECK(are_forms_of_one("открытый", "открытого"));
  CHECK(are_forms_of_one("реверсивное", "реверсивная"));
  CHECK(are_forms_of_one("заявление", "заявлением"));
  CHECK(are_forms_of_one("читает", "читают"));
  CHECK(are_forms_of_one("просил", "просит"));
  CHECK(are_forms_of_one("отец", "отца"));
  CHECK(are_forms_of_one("p-017", "p-017"));
}

TEST_CASE("words that only begin alike are not") {
  CHECK_FALSE(are_forms_of_one("наставник", "наставничество"));
  CHECK_FALSE(are_forms_of_one("наставники", "наставляемые"));
  CHECK_FALSE(are_forms_of_one("класс", "классный"));
  CHECK_FALSE(are_forms_of_one("план", "планета"));
  CHECK_FALSE(are_forms_of_one("урок", "уронил"));
  CHECK_FALSE(are_forms_of_one("дом", "дым"));
  CHECK_FALSE(are_forms_of_one("mentor", "mentors"));
  CHECK_FALSE(are_forms_of_one("", "слово"));
}
