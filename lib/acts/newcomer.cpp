#include "acts/newcomer.h"

#include "model/kinds/people.h"

namespace nastavnik {

bool is_newcomer(std::string_view person) { return !person.empty() && !Person::kind.is_id(person); }

Wanted is_known() {
  return {
      .fits = false,
      .why = Text{"человек уже внесён, и должность его известна; другая должность: nastavnik add ЧЕЛОВЕК должности …",
                  "the person is on record with a position; another one: nastavnik add PERSON positions …"}};
}

NewRecord entered(const Newcomer& person, const Answers& answers, const Typing& typing, const Lot& lot) {
  const Shape& shape = shape_of_kind(Person::kind);
  std::vector<Given> position, given{{{"full_name"}, yaml_text(person.name)}};
  give(position, {"from"}, answers, answers.has("position-from") ? "position-from" : person.from);
  give(position, {"title"}, answers, "position");
  give(position, {"employer"}, answers, "employer");
  if (answers.has("position-category"))
    give(position, {"category"}, answers, "position-category");
  else
    position.push_back({{"category"}, yaml_word(person.category)});
  given.push_back({{"positions"}, yaml_items({assembled(*shape.find("positions")->shape, position, typing)})});
  give(given, {"birth_year"}, answers, "birth-year");
  give(given, {"teaching_since"}, answers, "teaching-since");
  if (person.consent) given.push_back({{"consents"}, yaml_items({*person.consent})});
  return new_record(Person::kind, {.given = std::move(given)}, typing, lot);
}

std::vector<ActQuestion> questions_of_position() {
  return {{.name = "position", .field = "people.positions.title"},
          {.name = "position-category", .field = "people.positions.category"},
          {.name = "position-from",
           .field = "people.positions.from",
           .title = {"В должности с какого дня", "In the position from which day"}}};
}

}  // namespace nastavnik
