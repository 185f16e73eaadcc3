#pragma once
#include <initializer_list>
#include <string>

#include "base/words.h"

namespace nastavnik {

/// One of several things that a record should have.
struct Wanted {
  bool missing = false;
  Text name;
};

/// The names of what is missing, so that it is one finding; empty when nothing is.
inline Words list_missing(std::initializer_list<Wanted> things) {
  Words list;
  for (const Wanted& thing : things) {
    if (!thing.missing) continue;
    list.ru += (list.ru.empty() ? "" : ", ") + std::string(thing.name.ru);
    list.en += (list.en.empty() ? "" : ", ") + std::string(thing.name.en);
  }
  return list;
}

}  // namespace nastavnik
