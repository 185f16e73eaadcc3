#pragma once
#include "model/field.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Order;
struct Person;

struct Site : Part {
  static constexpr Text called{"сайт", "site"};
  At<Url> url{};
  At<Url> section_url{};
  List<At<Url>> social_urls{};
};

template <class Visitor>
void fields(Visitor& v, Site& x) {
  v(x.url, may("url", {"Адрес официального сайта", "Address of the official site"}).in("21").by("P21-1"));
  v(x.section_url,
    may("section_url", {"Адрес раздела о наставничестве", "Address of the mentoring section"}).in("21").by("P21-1"));
  v(x.social_urls, may("social_urls", {"Страницы в социальных сетях", "Pages in social networks"}).in("11.5,row.7"));
}

/// A name of the school as papers need it: «директор гимназии № 3», «в гимназии № 3».
struct SchoolNameForms : Part {
  static constexpr Text called{"наименование в падежах", "name in the cases"};
  At<Line> genitive{};
  At<Line> prepositional{};
};

template <class Visitor>
void fields(Visitor& v, SchoolNameForms& x) {
  v(x.genitive, may("genitive", {"Родительный падеж (директор чего?)", "Genitive (head of what?)"}));
  v(x.prepositional, may("prepositional", {"Предложный падеж (в чём?)", "Prepositional (in what?)"}));
}

struct SchoolForms : Part {
  static constexpr Text called{"наименования в падежах", "names in the cases"};
  Block<SchoolNameForms> full_name{};
  Block<SchoolNameForms> short_name{};
};

template <class Visitor>
void fields(Visitor& v, SchoolForms& x) {
  v(x.full_name, may("full_name", {"Полное наименование в падежах", "The full name in the cases"}));
  v(x.short_name, may("short_name", {"Краткое наименование в падежах", "The short name in the cases"}));
}

struct HeadTerm : Part {
  static constexpr Text called{"срок руководителя", "term of a head"};
  Link<Person> person{};
  At<Day> from{};
  At<Day> to{};
  At<Flag> acting{};
};

template <class Visitor>
void fields(Visitor& v, HeadTerm& x) {
  v(x.person, must("person", {"Кто руководит", "Who is the head"}).in("8,9,10"));
  v(x.from, must("from", {"С какого дня", "From which day"}).in("8,9,10"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("8,9,10").after("from"));
  v(x.acting, may("acting", {"Исполняющий обязанности", "Acting head"}).in("8,9,10"));
}

struct CuratorTerm : Part {
  static constexpr Text called{"срок куратора", "term of a curator"};
  Link<Person> person{};
  At<Day> from{};
  At<Day> to{};
  At<Choice<CuratorBasis>> basis{};
  Link<Order> order{};
};

template <class Visitor>
void fields(Visitor& v, CuratorTerm& x) {
  v(x.person, must("person", {"Куратор", "Curator"}).in("11.1"));
  v(x.from, must("from", {"С какого дня куратор", "Curator from which day"}).in("11.1"));
  v(x.to, may("to", {"По какой день куратор", "Curator to which day"}).in("11.1").after("from"));
  v(x.basis, must("basis", {"Кем работает куратор", "On what footing the curator serves"}).in("2,11.1"));
  v(x.order,
    may("order", {"Приказ о назначении куратора", "Order appointing the curator"}).in("10.3,11.1").by("P11.1-2"));
}

struct CouncilMember : Part {
  static constexpr Text called{"член объединения", "member of the council"};
  Link<Person> person{};
  At<Choice<CouncilRole>> role{};
  At<Day> from{};
  At<Day> to{};
};

template <class Visitor>
void fields(Visitor& v, CouncilMember& x) {
  v(x.person, must("person", {"Член объединения", "Member of the council"}).in("11.3"));
  v(x.role, may("role", {"Кем входит", "Role in the council"}).in("11.3"));
  v(x.from, may("from", {"С какого дня, если не с начала", "From which day, if not from the beginning"}).in("11.3"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("11.3").after("from"));
}

struct Council : Part {
  static constexpr Text called{"объединение наставников", "council of mentors"};
  At<Choice<CouncilKind>> kind{};
  At<Line> name{};
  At<Day> from{};
  At<Day> to{};
  Link<Person> proposed_by{};
  At<Day> proposed_on{};
  Link<Order> order{};
  List<CouncilMember> members{};
};

template <class Visitor>
void fields(Visitor& v, Council& x) {
  v(x.kind, must("kind", {"Объединение, комиссия или совет", "Union, commission or council"}).in("12"));
  v(x.name, may("name", {"Название объединения", "Name of the council"}).in("12"));
  v(x.from, must("from", {"Создано", "Set up on"}).in("11.3"));
  v(x.to, may("to", {"Прекращено", "Ended on"}).in("12").after("from"));
  v(x.proposed_by,
    may("proposed_by", {"Кто предложил состав", "Who proposed the composition"}).in("11.3").by("P11.3-1"));
  v(x.proposed_on, may("proposed_on", {"Когда предложен состав", "When the composition was proposed"})
                       .in("11.3")
                       .by("P11.3-1")
                       .happened());
  v(x.order, may("order", {"Приказ о составе", "Order on the composition"}).in("11.3").by("P11.3-1"));
  v(x.members, may("members", {"Члены объединения", "Members of the council"}).in("11.3").apart("person,from"));
}

struct Agreement : Part {
  static constexpr Text called{"договор с партнёром", "agreement with a partner"};
  At<Choice<AgreementKind>> kind{};
  At<Line> number{};
  At<Day> date{};
  At<Day> valid_to{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Agreement& x) {
  v(x.kind,
    must("kind", {"Сотрудничество или социальное партнёрство", "Cooperation or social partnership"}).in("10.6"));
  v(x.number, may("number", {"Номер договора", "Number of the agreement"}).in("10.6"));
  v(x.date, must("date", {"Дата договора", "Date of the agreement"}).in("10.6").opens());
  v(x.valid_to, may("valid_to", {"Последний день действия", "Last day it is valid"}).in("10.6").after("date"));
  fields(v, x.copy);
}

struct Partner : Part {
  static constexpr Text called{"партнёр", "partner"};
  At<Slug> id{};
  At<Line> name{};
  NotedChoice<PartnerKind> kind{};
  List<Agreement> agreements{};
};

template <class Visitor>
void fields(Visitor& v, Partner& x) {
  v(x.id, must("id", {"Короткое имя партнёра для ссылок", "Short name of the partner, for links"}).in("2"));
  v(x.name, must("name", {"Наименование партнёра", "Name of the partner"}).in("2"));
  v(x.kind, must("kind", {"Вид партнёра", "Kind of partner"}).in("2"));
  v(x.agreements,
    may("agreements", {"Договоры с партнёром", "Agreements with the partner"}).in("10.6").apart("number,date"));
}

struct LocalAct : Part {
  static constexpr Text called{"локальный акт", "local act"};
  At<Line> title{};
  At<Line> number{};
  At<Day> date{};
  At<Day> replaced_on{};
  List<BodyDecision> accepted{};
  List<BodyDecision> agreed{};
  At<Flag> teacher_form{};
  Link<Order> order{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, LocalAct& x) {
  v(x.title, must("title", {"Название локального акта", "Title of the local act"}).in("10.2"));
  v(x.number, may("number", {"Номер акта", "Number of the act"}).in("10.2").by("P10.2-1"));
  v(x.date, may("date", {"Дата акта", "Date of the act"}).in("10.2").by("P10.2-1").opens());
  v(x.replaced_on, may("replaced_on", {"Утратил силу", "No longer in force from"}).in("10.2").after("date"));
  v(x.accepted, may("accepted", {"Кем принят", "Who accepted it"}).in("12").or_one().apart("body"));
  v(x.agreed, may("agreed", {"С кем согласован", "With whom it was agreed"}).in("12").or_one().apart("body"));
  v(x.teacher_form, may("teacher_form", {"Актом введена форма, которую заполняет педагог",
                                         "The act introduces a form that teachers fill in"}));
  v(x.order, may("order", {"Приказ об утверждении акта", "Order approving the act"}).in("10.2"));
  fields(v, x.copy);
}

struct StaffCount : Part {
  static constexpr Text called{"подсчёт педагогов", "count of the staff"};
  At<Day> date{};
  At<Whole<0, 2000>> teaching{};
  At<Whole<0, 2000>> young{};
};

template <class Visitor>
void fields(Visitor& v, StaffCount& x) {
  v(x.date, must("date", {"На какую дату подсчёт", "Day of the count"}).in("11.11").opens());
  v(x.teaching, must("teaching", {"Педагогических работников всего", "Teaching staff in all"}).in("11.11"));
  v(x.young, may("young", {"Из них молодых", "Young ones among them"}).in("5,6.5"));
}

struct Organization : Record {
  static constexpr Kind kind{
      .folder = "organization.yaml",
      .title = {"организация", "organisation"},
      .description = {"Школа и её должностные лица по времени, сайт, партнёры, локальные акты",
                      "The school and its officers over time, its site, partners and local acts"},
  };
  At<Line> full_name{};
  At<Line> short_name{};
  Block<SchoolForms> name_forms{};
  NotedChoice<Subordination> subordination{};
  At<Line> place{};
  At<Line> address{};
  At<Digits<10>> inn{};
  At<Digits<13>> ogrn{};
  At<Line> archive{};
  Block<Site> site{};
  List<HeadTerm> heads{};
  List<CuratorTerm> curators{};
  Link<Person> system_administrator{};
  List<Council> councils{};
  List<Partner> partners{};
  List<LocalAct> local_acts{};
  List<StaffCount> staff{};
};

template <class Visitor>
void fields(Visitor& v, Organization& x) {
  v(x.full_name, may("full_name", {"Полное наименование", "Full name of the organisation"}).in("1").by("P1-1"));
  v(x.short_name, must("short_name", {"Краткое наименование", "Short name of the organisation"}).in("1"));
  v(x.name_forms, may("name_forms", {"Наименования в падежах, если программа склоняет их неверно",
                                     "The names in the cases, where the program declines them wrongly"}));
  v(x.subordination, must("subordination", {"Чья организация", "Whose organisation it is"}).in("order.2,order.5"));
  v(x.place, may("place", {"Населённый пункт для бланков", "Town or village, for letterheads"}));
  v(x.address, may("address", {"Юридический адрес", "Registered address"}).by("PD-3"));
  v(x.inn, may("inn", {"ИНН", "Taxpayer number (INN)"}).by("PD-3"));
  v(x.ogrn, may("ogrn", {"ОГРН", "State registration number (OGRN)"}).by("PD-3"));
  v(x.archive, may("archive", {"Где хранятся подлинники, если у документа не указано иное",
                               "Where originals are kept unless a paper says otherwise"}));
  v(x.site, may("site", {"Официальный сайт и страницы в сетях", "Official site and pages in social networks"})
                .by("P21-1")
                .in("21"));
  v(x.heads, may("heads", {"Руководители и исполняющие обязанности", "Heads and acting heads"})
                 .in("8,9,10")
                 .apart("person,from"));
  v(x.curators, may("curators", {"Кураторы", "Curators"}).by("P10.3-1").in("11.1").apart("person,from"));
  v(x.system_administrator,
    may("system_administrator", {"Системный администратор", "System administrator"}).in("11.5").by("P11.5-2"));
  v(x.councils,
    may("councils", {"Методические объединения наставников", "Councils of mentors"}).in("12").apart("from,kind"));
  v(x.partners, may("partners", {"Партнёры", "Partners"}).in("2,10.6"));
  v(x.local_acts, may("local_acts", {"Локальные акты о наставничестве", "Local acts on mentoring"})
                      .by("P10.2-1")
                      .in("10.2")
                      .apart("number,date"));
  v(x.staff,
    may("staff", {"Численность педагогов по датам", "Numbers of teaching staff by date"}).in("11.11").apart("date"));
}

}  // namespace nastavnik
