#pragma once
#include "model/field.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

// How a programme is amended.

namespace nastavnik {

struct Person;

struct AmendmentAgreement : Part {
  static constexpr Text called{"согласие с изменением", "agreement to the amendment"};
  Link<Person> person{};
  List<Link<Person>> people{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, AmendmentAgreement& x) {
  v(x.person, may("person", {"Кто согласен", "Who agrees"}).in("20").unless("people"));
  v(x.people, may("people", {"Кто согласен, если в один день", "Who agrees, where several do on one day"})
                  .in("20")
                  .in_place_of("person"));
  v(x.date, must("date", {"Когда", "When"}).in("20").opens());
}

struct Amendment : Part {
  static constexpr Text called{"изменение программы", "amendment"};
  At<LocalId<'m'>> id{};
  LocalLink<'m'> after{};
  At<Day> date{};
  Choices<Amended> changes{};
  At<Prose> reason{};
  At<Day> new_end{};
  NotedChoices<MentoringKind> new_kinds{};
  List<AmendmentAgreement> agreed{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Amendment& x) {
  v(x.id, must("id", {"Метка изменения", "Id of the amendment"}).in("20"));
  v(x.after, may("after", {"После какого изменения", "After which amendment"}).in("20").by("P20-7"));
  v(x.date, must("date", {"Дата изменения", "Date of the amendment"}).in("20").opens());
  v(x.changes, must("changes", {"Что меняется", "What changes"}).in("20"));
  v(x.reason, must("reason", {"Почему (без сведений о здоровье)", "Why (nothing about health)"}).in("20"));
  v(x.new_end, may("new_end", {"Новая дата окончания", "New end"}).in("20").when("changes", "term"));
  v(x.new_kinds,
    may("new_kinds", {"Новые виды наставничества", "New kinds of mentoring"}).in("20").when("changes", "form"));
  v(x.agreed, may("agreed", {"Кто согласен с изменением", "Who agreed to the amendment"})
                  .by("P20-1")
                  .in("20")
                  .apart("person,date"));
  fields(v, x.copy);
}

}  // namespace nastavnik
