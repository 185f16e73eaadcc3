#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;
struct Practice;
struct Program;

struct ShownProgram : Part {
  static constexpr Text called{"программа на странице", "programme on the page"};
  Link<Program> program{};
  At<Day> from{};
  At<Day> to{};
};

template <class Visitor>
void fields(Visitor& v, ShownProgram& x) {
  v(x.program, must("program", {"О какой программе", "Which programme it tells of"}).in("21,22"));
  v(x.from,
    may("from", {"С какого дня (нет — с размещения)", "From which day (absent: from publication)"}).in("21,22"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("21").after("from"));
}

struct ShownPerson : Part {
  static constexpr Text called{"человек на странице", "person on the page"};
  Link<Person> person{};
  Choices<DataField> data{};
  At<Day> from{};
  At<Day> to{};
};

template <class Visitor>
void fields(Visitor& v, ShownPerson& x) {
  v(x.person, must("person", {"Кто назван по имени", "Who is named"}).in("21"));
  v(x.data, must("data", {"Какие данные показаны", "Which data are shown"}).in("21"));
  v(x.from, may("from", {"С какого дня (нет — с размещения)", "From which day (absent: from publication)"}).in("21"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("21").after("from"));
}

struct PublicationWithdrawal : Part {
  static constexpr Text called{"снятие публикации", "withdrawal of the publication"};
  At<Day> date{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, PublicationWithdrawal& x) {
  v(x.date, must("date", {"Снято", "Withdrawn on"}).in("21").opens());
  v(x.reason, must("reason", {"Почему снято", "Why it was withdrawn"}).in("21"));
}

struct Publication : Record {
  static constexpr Kind kind{
      .folder = "publications",
      .title = {"публикация", "publication"},
      .description = {"Одна страница сайта или социальной сети", "One page of the site or of a social network"},
      .id_pattern = slug_id.pattern,
      .id_shape = slug_id.shape,
      .id_example = slug_id.example,
      .is_id = slug_id.matches,
  };
  NotedChoices<PublicationKind> kinds{};
  At<Url> url{};
  At<Choice<Channel>> channel{};
  At<Day> published_on{};
  List<At<Day>> updates{};
  Choices<LegalLevel> legal_levels{};
  Choices<Stage> stages{};
  List<ShownProgram> programs{};
  List<Link<Practice>> practices{};
  List<ShownPerson> people{};
  Block<PublicationWithdrawal> withdrawn{};
};

template <class Visitor>
void fields(Visitor& v, Publication& x) {
  v(x.kinds, must("kinds", {"Что размещено", "What is published"}).in("21,22"));
  v(x.url, must("url", {"Адрес страницы", "Address of the page"}).in("21"));
  v(x.channel, must("channel", {"Сайт или социальная сеть", "Site or social network"}).in("21,row.7"));
  v(x.published_on, must("published_on", {"Размещено впервые", "First published on"}).in("21").opens());
  v(x.updates, may("updates", {"Когда обновлялось", "When it was updated"}).in("21").happened());
  v(x.legal_levels, may("legal_levels", {"Уровни нормативной базы", "Levels of the legal base"}).in("21").by("P21-6"));
  v(x.stages, may("stages", {"Какие этапы дорожной карты освещены", "Which stages of the roadmap are covered"})
                  .in("row.7")
                  .by("RM7-1"));
  v(x.programs, may("programs", {"О каких программах", "Programmes it tells of"}).in("21,22").apart("program,from"));
  v(x.practices, may("practices", {"Какие практики описаны", "Which practices are described"}).in("21"));
  v(x.people, may("people", {"Кто назван по имени", "Who is named"}).in("21").apart("person,from"));
  v(x.withdrawn, may("withdrawn", {"Снятие с публикации", "Withdrawal"}).in("21"));
}

}  // namespace nastavnik
