#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;

struct Contact : Part {
  static constexpr Text called{"контакты", "contacts"};
  At<Line> phone{};
  At<Line> email{};
  At<Line> address{};
};

template <class Visitor>
void fields(Visitor& v, Contact& x) {
  v(x.phone, may("phone", {"Телефон", "Telephone"}).by("PD-3"));
  v(x.email, may("email", {"Электронная почта", "E-mail"}).by("PD-3"));
  v(x.address, may("address", {"Почтовый адрес", "Postal address"}).by("PD-3"));
}

/// A name or the title of a position as papers need it, where the program would not get it right.
struct CaseForms : Part {
  static constexpr Text called{"падежные формы", "forms in the cases"};
  At<Line> genitive{};
  At<Line> dative{};
  At<Line> accusative{};
};

template <class Visitor>
void fields(Visitor& v, CaseForms& x) {
  v(x.genitive, may("genitive", {"Родительный падеж (кого?)", "Genitive (of whom?)"}));
  v(x.dative, may("dative", {"Дательный падеж (кому?)", "Dative (to whom?)"}));
  v(x.accusative, may("accusative", {"Винительный падеж (назначить кого?)", "Accusative (appoint whom?)"}));
}

/// A name that the person bore before a marriage or another change.
struct FormerName : Part {
  static constexpr Text called{"прежнее имя", "former name"};
  At<Line> full_name{};
  Block<CaseForms> name_forms{};
  At<Day> to{};
};

template <class Visitor>
void fields(Visitor& v, FormerName& x) {
  v(x.full_name, must("full_name", {"Прежние фамилия, имя, отчество", "Former surname, given name, patronymic"}));
  v(x.name_forms, may("name_forms", {"Они же в падежах, если программа склоняет их неверно",
                                     "The same in the cases, where the program declines them wrongly"}));
  v(x.to, must("to", {"По какой день человек так назывался", "To which day the person was called so"}));
}

struct JobPosition : Part {
  static constexpr Text called{"должность", "position"};
  At<Day> from{};
  At<Day> to{};
  At<Line> title{};
  Block<CaseForms> title_forms{};
  At<Choice<PositionCategory>> category{};
  PartnerLink employer{};
  List<At<Line>> subjects{};
  Link<Person> manager{};
};

template <class Visitor>
void fields(Visitor& v, JobPosition& x) {
  v(x.from, must("from", {"С какого дня", "From which day"}).in("2"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("2").after("from"));
  v(x.title, must("title", {"Должность", "Title of the position"}).in("2"));
  v(x.title_forms, may("title_forms", {"Должность в падежах, если программа склоняет её неверно",
                                       "The position in the cases, where the program declines it wrongly"}));
  v(x.category, must("category", {"Категория должности", "Category of the position"}).in("2"));
  v(x.employer,
    may("employer", {"Где работает или учится, если не у нас", "Where the person works or studies, if not here"})
        .in("2,10.6"));
  v(x.subjects, may("subjects", {"Предметы", "Subjects"}).in("12.3"));
  v(x.manager, may("manager", {"Непосредственный руководитель", "Line manager"}).in("3.9"));
}

struct Person : Record {
  static constexpr Kind kind{
      .folder = "people",
      .title = {"человек", "person"},
      .description = {"Кто этот человек и какие согласия на обработку данных дал; единственное место имён и контактов",
                      "Who a person is, with the consents to data processing; the only place with names and contacts"},
      .id_pattern = person_id.pattern,
      .id_shape = person_id.shape,
      .id_example = person_id.example,
      .is_id = person_id.matches,
  };
  At<Day> erased_on{};
  At<Line> full_name{};
  At<Line> short_name{};
  Block<CaseForms> name_forms{};
  List<FormerName> former_names{};
  At<Day> birth_date{};
  At<YearNumber> birth_year{};
  At<Line> external_id{};
  Block<Contact> contact{};
  At<YearNumber> teaching_since{};
  At<Choice<Qualification>> qualification{};
  List<JobPosition> positions{};
  List<DataConsent> consents{};
};

template <class Visitor>
void fields(Visitor& v, Person& x) {
  v(x.erased_on, may("erased_on", {"Данные удалены по требованию", "Data erased on request on"}).in("152fz"));
  v(x.full_name, may("full_name", {"Фамилия, имя, отчество", "Surname, given name, patronymic"}).unless("erased_on"));
  v(x.short_name, may("short_name", {"Фамилия и инициалы, если не выводятся сами",
                                     "Surname and initials, where they do not follow from the name"}));
  v(x.name_forms, may("name_forms", {"Фамилия, имя, отчество в падежах, если программа склоняет их неверно",
                                     "The full name in the cases, where the program declines it wrongly"}));
  v(x.former_names, may("former_names", {"Прежние имена: документы того времени говорят их",
                                         "Former names: papers of their time tell them"})
                        .apart("to"));
  v(x.birth_date,
    may("birth_date", {"Дата рождения (достаточно года)", "Date of birth (the year is enough)"}).in("7").happened());
  v(x.birth_year, may("birth_year", {"Год рождения", "Year of birth"}).in("7"));
  v(x.external_id, may("external_id", {"Номер в кадровой системе", "Number in the personnel system"}));
  v(x.contact, may("contact", {"Контакты", "Contacts"}));
  v(x.teaching_since,
    may("teaching_since", {"Год начала педагогической работы", "Year in which teaching began"}).in("7"));
  v(x.qualification, may("qualification", {"Квалификационная категория", "Qualification category"}).in("7"));
  v(x.positions, may("positions", {"Должности", "Positions"}).in("2").apart("from,category"));
  v(x.consents, may("consents", {"Согласия на обработку и распространение данных",
                                 "Consents to processing and dissemination of data"})
                    .in("row.2,row.3")
                    .by("RM2-2,RM3-2")
                    .apart("given_on,form"));
}

}  // namespace nastavnik
