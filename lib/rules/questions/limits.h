#pragma once
#include "base/words.h"

// Whose a number of nastavnik.yaml is that a finding rests on: the organisation's only where it is set there.

namespace nastavnik {

/// Of a term: «по 2025-06-17 (срок, установленный организацией)».
template <class Limit>
Text whose_term(const Limit& limit) {
  return limit.given() ? Text{"срок, установленный организацией", "a term set by the organisation"}
                       : Text{"по умолчанию программы; организация может установить свой срок",
                              "the program's default; the organisation may set a term of its own"};
}

/// Of a number that is no term: «не больше 3 (предел, установленный организацией)».
template <class Limit>
Text whose_limit(const Limit& limit) {
  return limit.given() ? Text{"предел, установленный организацией", "a limit set by the organisation"}
                       : Text{"по умолчанию программы; организация может установить свой предел",
                              "the program's default; the organisation may set a limit of its own"};
}

}  // namespace nastavnik
