// Federal Law No. 152-FZ: names and contacts stand in people/ alone.

#include "model/notions/mentions.h"

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"
#include "model/texts.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

constexpr Text word_for(MentionedBy by) {
  switch (by) {
    case MentionedBy::surname: return {"фамилия", "the surname of"};
    case MentionedBy::name: return {"имя и отчество", "the name and patronymic of"};
    case MentionedBy::phone: return {"телефон", "the phone of"};
    case MentionedBy::email: break;
  }
  return {"почта", "the e-mail of"};
}

/// Ids alone, whatever may be shown: the message must not give back the name.
Words ids(const std::vector<std::string_view>& people) {
  constexpr std::size_t shown = 3;
  std::vector<Words> list;
  for (std::size_t i = 0; i < std::min(shown, people.size()); ++i) list.push_back(say({"{}", "{}"}, people[i]));
  Words words = joined(list);
  if (people.size() <= shown) return words;
  return say({"{} и ещё {}", "{} and {} more"}, words, people.size() - shown);
}

/// Who is named, and by what.
Words whom(const std::vector<Mention>& mentions) {
  std::vector<Words> list;
  for (const MentionedBy by : {MentionedBy::surname, MentionedBy::name, MentionedBy::phone, MentionedBy::email}) {
    std::vector<std::string_view> people;
    for (const Mention& mention : mentions)
      if (mention.by == by) people.insert(people.end(), mention.people.begin(), mention.people.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    if (!people.empty()) list.push_back(say({"{} {}", "{} {}"}, word_for(by), ids(people)));
  }
  return joined(list);
}

/// What a school is called is no text about people, though it may be called after one.
bool names_an_organization(const Field& field) {
  for (const std::string_view key : {"full_name", "short_name", "name", "genitive", "prepositional"})
    if (field.key == key) return true;
  return false;
}

template <class TextField>
void look_at(Check& check, const Mentions& mentions, const TextField& text, const Field& field) {
  if (!check.given(text) || names_an_organization(field)) return;
  const auto found = mentions.in(*text);
  if (found.empty()) return;
  const auto first = std::ranges::min_element(found, {}, &Mention::at);
  const auto line = 1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(first->at), '\n');
  if (line == 1)
    check.found(text, {"здесь, похоже, {}", "this seems to be {}"}, whom(found));
  else
    check.found(text, {"здесь, похоже, {}; в строке {} этого текста", "this seems to be {}; in line {} of this text"},
                whom(found), line);
}

template <class T>
void look_through(Check& check, const Mentions& mentions, const T& record) {
  each_text(record, [&](const auto& text, const Field& field) { look_at(check, mentions, text, field); });
}

template <class T>
void look_through_all(Check& check, const Mentions& mentions) {
  for (const Span& broken : check.all<T>().broken()) check.undecided(broken);
  for (const T& record : check.all<T>())
    if (check.concerns(record)) look_through(check, mentions, record);
}

/// A name that cannot be read cannot be looked for.
void note_unreadable_names(Check& check) {
  check.sees_all<Person>(check.registry().organization());
  for (const Person& person : check.all<Person>()) check.known(person.full_name, person.contact);
}

void personal_data_elsewhere(Check& check) {
  const Mentions mentions(check.all<Person>());
  note_unreadable_names(check);
  if (mentions.empty()) return;
  look_through_all<Mentor>(check, mentions);
  look_through_all<Mentee>(check, mentions);
  look_through_all<Pair>(check, mentions);
  look_through_all<Program>(check, mentions);
  look_through_all<Order>(check, mentions);
  look_through_all<SchoolYear>(check, mentions);
  look_through_all<Publication>(check, mentions);
  look_through_all<Practice>(check, mentions);
  look_through(check, mentions, check.registry().the<Settings>());
  look_through(check, mentions, check.registry().the<Organization>());
  look_through(check, mentions, check.registry().the<Regulation>());
  look_through(check, mentions, check.registry().the<Calendar>());
  look_through(check, mentions, check.registry().the<Waivers>());
}

constexpr Rule mention_rows[] = {
    {{.id = "PD-6",
      .name = "personal-data-elsewhere",
      .severity = Severity::warning,
      .nature = Nature::law,
      .clauses = "152fz.5",
      .title = {"имя или контакт человека стоит в тексте другой записи",
                "a person's name or contact stands in the text of another record"},
      .remedy =
          {"назовите человека его номером (p-…) или ролью, телефон и почту уберите: их место только в people/",
           "name the person by the id (p-…) or the role and take out phone and e-mail: their only place is people/"},
      .scope = Scope::registry,
      .masked = true},
     personal_data_elsewhere},
};

}  // namespace

std::span<const Rule> mention_rules();
std::span<const Rule> mention_rules() { return mention_rows; }

}  // namespace nastavnik
