#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "model/notions/terms_in_words.h"

using namespace nastavnik;

namespace {

constexpr Period school{{2025, 9, 1}, {2026, 8, 31}};

std::string dated(std::string_view words, const Period& within = school) {
  const ToldTerm told = told_term(words, within);
  return told.kind == ToldTerm::Kind::dated ? iso(told.last) : "";
}

}  // namespace

TEST_CASE("a month is its last day within the period, whatever its case and company") {
  CHECK(dated("октябрь") == "2025-10-31");
  CHECK(dated("Февраль") == "2026-02-28");
  CHECK(dated("в мае") == "2026-05-31");
  CHECK(dated("начало октября") == "2025-10-31");
  CHECK(dated("октябрь 2025 г.") == "2025-10-31");
  CHECK(dated("август 2025") == "2025-08-31");
  CHECK(dated("1-я неделя сентября") == "2025-09-30");
  CHECK(dated("окт.") == "2025-10-31");
  CHECK(dated("сент.–нояб. 2025") == "2025-11-30");
  CHECK(dated("конец марта") == "2026-03-31");
}

TEST_CASE("of several months the last counts") {
  CHECK(dated("сентябрь-октябрь") == "2025-10-31");
  CHECK(dated("сентябрь — октябрь") == "2025-10-31");
  CHECK(dated("ноябрь, март") == "2026-03-31");
  CHECK(dated("ежемесячно с октября по май") == "2026-05-31");
}

TEST_CASE("a month that something begins with is no end") {
  for (const char* words : {"с октября",
                            "начиная с октября",
                            "не реже 1 раза в месяц, с октября",
                            "с ноября ежемесячно",
                            "сентябрь, далее ежемесячно",
                            "после 1 ноября",
                            "не ранее ноября",
                            "не раньше, чем в ноябре",
                            "с 15.10",
                            "со второй половины ноября",
                            "с 15 октября 2025 г.",
                            "октябрь и далее",
                            "со II четверти",
                            "с осени",
                            "после осенних каникул",
                            "первый раз в октябре",
                            "начало — октябрь",
                            "старт в октябре",
                            "впервые в ноябре",
                            "ежемесячно, начиная с 1 октября",
                            "октябрь, затем по мере необходимости",
                            "со второго полугодия",
                            "не ранее 2025-11-01",
                            "с начала октября",
                            "август, с октября раз в четверть"})
    CHECK_MESSAGE(dated(words) == "2026-08-31", words);
  CHECK(dated("с октября до 15 мая") == "2026-05-15");
  CHECK(dated("с сентября до мая") == "2026-04-30");
  CHECK(dated("не ранее 1 ноября и не позднее 1 декабря") == "2025-12-01");
  CHECK(dated("со 2 по 3 четверть") == "2026-03-31");
  CHECK(dated("с 15 по 20 января") == "2026-01-20");
  CHECK(dated("с сентября, далее до конца марта") == "2026-03-31");
  CHECK(dated("до мая включительно") == "2026-05-31");
}

TEST_CASE("a range ends behind its beginning, and a year belongs to both") {
  constexpr Period calendar{{2026, 3, 2}, {2026, 11, 27}}, years{{2025, 9, 1}, {2028, 5, 31}};
  CHECK(dated("октябрь–март", calendar) == "2026-11-27");
  CHECK(dated("с октября по март", calendar) == "2026-11-27");
  CHECK(dated("15.10–15.03", calendar) == "2026-11-27");
  CHECK(dated("осень–зима", calendar) == "2026-11-27");
  CHECK(dated("март–апрель", calendar) == "2026-04-30");
  CHECK(dated("март–апрель 2026", years) == "2026-04-30");
  CHECK(dated("март, апрель 2026", years) == "2026-04-30");
  CHECK(dated("ноябрь, март 2026 г.", years) == "2026-03-31");
  CHECK(dated("октябрь 2025 г. – март", years) == "2026-03-31");
  CHECK(dated("октябрь 2025 – март 2026", years) == "2026-03-31");
  CHECK(dated("сентябрь–май") == "2026-05-31");
}

TEST_CASE("a day of a month is that day") {
  CHECK(dated("2025-11-15") == "2025-11-15");
  CHECK(dated("2025-10-15 – 2025-11-15") == "2025-11-15");
  CHECK(dated("до 15 октября") == "2025-10-15");
  CHECK(dated("не позднее 1-го декабря 2025 года") == "2025-12-01");
  CHECK(dated("15–20 января") == "2026-01-20");
  CHECK(dated("до 15.10.2025") == "2025-10-15");
  CHECK(dated("с 01.09 по 15.10") == "2025-10-15");
  CHECK(dated("31 февраля") == "2026-02-28");
  CHECK(dated("до октября") == "2025-09-30");
  CHECK(dated("к маю") == "2026-04-30");
}

TEST_CASE("quarters and halves are those of the school year unless a year stands beside them") {
  CHECK(dated("I четверть") == "2025-10-31");
  CHECK(dated("2 четверть") == "2025-12-31");
  CHECK(dated("третья четверть") == "2026-03-31");
  CHECK(dated("в четвёртой четверти") == "2026-05-31");
  CHECK(dated("1-2 четверть") == "2025-12-31");
  CHECK(dated("I полугодие") == "2025-12-31");
  CHECK(dated("II полугодие") == "2026-05-31");
  CHECK(dated("2 полугодие 2025-2026 учебного года") == "2026-05-31");
  CHECK(dated("I полугодие 2026 года") == "2026-06-30");
  CHECK(dated("IV квартал 2025 года") == "2025-12-31");
  constexpr Period years{{2025, 9, 1}, {2028, 5, 31}}, calendar{{2026, 3, 2}, {2026, 11, 27}};
  CHECK(dated("второе полугодие 2026/27", years) == "2027-05-31");
  CHECK(dated("I полугодие 2026/27", years) == "2026-12-31");
  CHECK(dated("I полугодие 2026/2027 учебного года", years) == "2026-12-31");
  CHECK(dated("октябрь 2026-27 уч. г.", years) == "2026-10-31");
  CHECK(dated("март 2026/27", years) == "2027-03-31");
  CHECK(dated("III четверть 2026/27", years) == "2027-03-31");
  CHECK(dated("зима 2026/27", years) == "2027-02-28");
  CHECK(dated("зима 2025") == "2026-02-28");
  CHECK(dated("I полугодие", calendar) == "2026-11-27");
  CHECK(dated("II полугодие", calendar) == "2026-11-27");
  CHECK(dated("IV квартал", calendar) == "2026-11-27");
  CHECK(dated("I квартал", calendar) == "2026-03-31");
  CHECK(dated("V четверть").empty());
  CHECK(dated("0 четверть").empty());
  CHECK(dated("III полугодие").empty());
}

TEST_CASE("seasons end with their last month") {
  CHECK(dated("осень") == "2025-11-30");
  CHECK(dated("осенние каникулы") == "2025-11-30");
  CHECK(dated("зимой") == "2026-02-28");
  CHECK(dated("весна 2026") == "2026-05-31");
  CHECK(dated("весенние каникулы") == "2026-05-31");
  CHECK(dated("летом") == "2026-08-31");
}

TEST_CASE("what goes on all the time ends with the period") {
  for (const char* words :
       {"в течение года", "в течение учебного года", "весь период", "еженедельно", "ежемесячно", "один раз в четверть",
        "2 раза в год", "каждую неделю", "постоянно", "2025/26 учебный год", "по вторникам", "на протяжении программы",
        "в течение всего срока", "2 раза в неделю", "по средам и пятницам", "на каникулах", "в каникулы",
        "по мере необходимости, не реже раза в месяц"})
    CHECK(dated(words) == "2026-08-31");
  CHECK(dated("до конца 2025 года") == "2025-12-31");
}

TEST_CASE("what names no day of the period is not dated") {
  for (const char* words : {"", "после педсовета", "в течение 30 дней", "5.1", "32.10", "15.13"})
    CHECK(dated(words).empty());
  CHECK(dated("сентябрь", {{2025, 10, 1}, {2026, 5, 31}}).empty());
  CHECK(dated("до 15 сентября", {{2025, 9, 16}, {2026, 5, 31}}).empty());
}

TEST_CASE("what lies outside the period, and what is done as needed, is told apart") {
  constexpr Period months{{2025, 9, 1}, {2026, 5, 29}};
  for (const char* words : {"июнь", "август", "лето", "летние каникулы", "15 июля"})
    CHECK_MESSAGE(told_term(words, months).kind == ToldTerm::Kind::outside, words);
  for (const char* words : {"по мере необходимости", "по запросу", "по запросу наставляемого", "при необходимости",
                            "по обращению учителя", "по требованию"})
    CHECK_MESSAGE(told_term(words, months).kind == ToldTerm::Kind::as_needed, words);
  CHECK(told_term("после педсовета", months).kind == ToldTerm::Kind::unclear);
}

TEST_CASE("what may be meant twice is the later, and no day lies behind the end of the period") {
  constexpr Period program{{2025, 10, 15}, {2026, 10, 14}};
  CHECK(dated("октябрь", program) == "2026-10-14");
  CHECK(dated("до 20 октября", program) == "2025-10-20");
  CHECK(dated("ежемесячно", program) == "2026-10-14");
}
