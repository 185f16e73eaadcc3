#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;
struct Program;

struct Practice : Record {
  static constexpr Kind kind{
      .folder = "practices",
      .title = {"лучшая практика", "best practice"},
      .description = {"Описание лучшего опыта", "A description of best experience"},
      .id_pattern = slug_id.pattern,
      .id_shape = slug_id.shape,
      .id_example = slug_id.example,
      .is_id = slug_id.matches,
  };
  At<Line> title{};
  At<Day> date{};
  List<Link<Program>> programs{};
  List<Link<Person>> authors{};
  At<Flag> results{};
  At<Prose> text{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Practice& x) {
  v(x.title, must("title", {"Название практики", "Title of the practice"}).in("11.6"));
  v(x.date, must("date", {"Дата описания", "Date of the description"}).in("11.6").opens());
  v(x.programs, may("programs", {"Из каких программ", "Programmes it comes from"}).in("11.6"));
  v(x.authors, may("authors", {"Авторы описания", "Authors of the description"}).in("11.6"));
  v(x.results,
    may("results", {"Рассказывает и о результатах программы", "Tells of results of the programme too"}).in("22"));
  v(x.text, must("text", {"Описание", "Description"}).in("11.6"));
  fields(v, x.copy);
}

}  // namespace nastavnik
