#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "model/meant_key.h"

namespace nastavnik {
namespace {

const std::vector<KnownKey> pair_keys{{"order", "приказ о закреплении"},
                                      {"mentor", "наставник"},
                                      {"mentees", "наставляемые"},
                                      {"start", "первый день работы пары"},
                                      {"curator", "куратор"},
                                      {"goal", "цель программы"},
                                      {"consents", "согласия участников"},
                                      {"end", "завершение работы пары"},
                                      {"approved_on", "день утверждения"},
                                      {"short_name", "краткое наименование"}};

std::string_view meant(std::string_view unknown) { return meant_key(unknown, pair_keys); }

TEST_CASE("a slip in an English key is told from another word") {
  CHECK(meant("ordr") == "order");
  CHECK(meant("aproved_on") == "approved_on");
  CHECK(meant("colour").empty());
}

TEST_CASE("a key in Russian letters is the title of its field, or a word of it") {
  CHECK(meant("приказ") == "order");
  CHECK(meant("Наставник") == "mentor");
  CHECK(meant("наставляемые") == "mentees");
  CHECK(meant("цель") == "goal");
  CHECK(meant("краткое_наименование") == "short_name");
  CHECK(meant("согласия") == "consents");
  CHECK(meant("наставникк") == "mentor");
}

TEST_CASE("a key in Russian letters spells the English word, or was typed in the other layout") {
  CHECK(meant("ордер") == "order");
  CHECK(meant("ментор") == "mentor");
  CHECK(meant("старт") == "start");
  CHECK(meant("щквук") == "order");
  CHECK(meant("ыефке") == "start");
}

TEST_CASE("a Russian word that no field is called by stands for none") {
  CHECK(meant("погода").empty());
  CHECK(meant("ой").empty());
  CHECK(meant("").empty());
}

}  // namespace
}  // namespace nastavnik
