#pragma once
#include "model/field.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct CalendarYear : Part {
  static constexpr Text called{"календарный год", "calendar year"};
  At<YearNumber> year{};
  At<Line> source{};
  List<At<Day>> days_off{};
  List<At<Day>> working_weekends{};
};

template <class Visitor>
void fields(Visitor& v, CalendarYear& x) {
  v(x.year, must("year", {"Календарный год", "Calendar year"}).in("tk351.8"));
  v(x.source, may("source", {"Откуда взят календарь", "Where the calendar was taken from"}));
  v(x.days_off,
    must("days_off", {"Нерабочие дни, кроме суббот и воскресений", "Days off other than Saturdays and Sundays"})
        .in("tk351.8"));
  v(x.working_weekends,
    may("working_weekends", {"Рабочие субботы и воскресенья", "Saturdays and Sundays that are worked"}).in("tk351.8"));
}

struct Calendar : Record {
  static constexpr Kind kind{
      .folder = "calendar.yaml",
      .title = {"производственный календарь", "calendar of working days"},
      .description =
          {"Нерабочие дни и переносы по календарным годам; записанный год заменяет тот, что есть в программе",
           "Days off and working weekends by calendar year; a year written here replaces the program's own"},
  };
  List<CalendarYear> years{};
};

template <class Visitor>
void fields(Visitor& v, Calendar& x) {
  v(x.years, may("years", {"Календарные годы", "Calendar years"}).in("tk351.8").apart("year"));
}

}  // namespace nastavnik
