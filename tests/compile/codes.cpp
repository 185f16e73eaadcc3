// What a table of codes may look like and what not: compiled once for each CASE by tests/compile.cmake.

#include "model/kinds/codes_in_order.h"

namespace nastavnik {

#if CASE == 6  // the open value is not the last
enum class Way : unsigned char { on_foot, virtual_, other, by_tram };
#else
enum class Way : unsigned char { on_foot, virtual_, by_tram, other };
#endif

template <>
struct Codes<Way> {
  static constexpr auto table = std::to_array<Code>({
#if CASE == 0
    {"on_foot",
     { "пешком",
       "on foot" }},
        {"virtual",
         { "по сети",
           "over the net" }},
        {"by_tram",
         { "трамваем",
           "by tram" }},
        {"other",
         { "иное",
           "other" }},
#elif CASE == 1  // two rows in the middle are swapped
    {"on_foot",
     { "пешком",
       "on foot" }},
        {"by_tram",
         { "трамваем",
           "by tram" }},
        {"virtual",
         { "по сети",
           "over the net" }},
        {"other",
         { "иное",
           "other" }},
#elif CASE == 2  // a row is missing in the middle
    {"on_foot", { "пешком", "on foot" }}, {"virtual", { "по сети", "over the net" }}, {"other", { "иное", "other" }},
#elif CASE == 3  // a row is missing at the end
    {"on_foot",
     { "пешком",
       "on foot" }},
        {"virtual",
         { "по сети",
           "over the net" }},
        {"by_tram",
         { "трамваем",
           "by tram" }},
#elif CASE == 4  // a row too many
    {"on_foot",
     { "пешком",
       "on foot" }},
        {"virtual",
         { "по сети",
           "over the net" }},
        {"by_tram",
         { "трамваем",
           "by tram" }},
        {"other",
         { "иное",
           "other" }},
        {"by_bus",
         { "автобусом",
           "by bus" }},
#elif CASE == 5  // a slip in a code
    {"on_foot",
     { "пешком",
       "on foot" }},
        {"virtual_",
         { "по сети",
           "over the net" }},
        {"by_tram",
         { "трамваем",
           "by tram" }},
        {"other",
         { "иное",
           "other" }},
#elif CASE == 6
    {"on_foot", {"пешком", "on foot"}}, {"virtual", {"по сети", "over the net"}}, {"other", {"иное", "other"}},
        {"by_tram", {"трамваем", "by tram"}},
#endif
  });
};

static_assert(codes_stand_in_order<Way>());

}  // namespace nastavnik
