// What may be said and what may not: compiled once for each CASE by tests/compile.cmake.

#include "base/words.h"

namespace nastavnik {

// Case 0 is right and compiles; in each other case one thing is wrong.
#if CASE == 0
Words phrase() { return say({"{} и {}", "{} and {}"}, 1, "x"); }
constexpr Text text{"да", "yes"};
#elif CASE == 1  // the English phrase leaves an argument out
Words phrase() { return say({"{} и {}", "{} and"}, 1, "x"); }
#elif CASE == 2  // the Russian phrase leaves an argument out
Words phrase() { return say({"{0}", "{0} and {1}"}, 1, "x"); }
#elif CASE == 3  // more places than arguments
Words phrase() { return say({"{} и {}", "{} and {} {}"}, 1, "x"); }
#elif CASE == 4  // a format that is not of the argument's type
Words phrase() { return say({"{} и {:d}", "{} and {}"}, 1, "x"); }
#elif CASE == 5  // one language is empty
Words phrase() { return say({"да", ""}); }
#elif CASE == 6  // one language of a fixed text is empty
constexpr Text text{"", "yes"};
#endif

}  // namespace nastavnik
