#include "base/ascii.h"
#include "base/printable.h"
#include "cmd/asking.h"
#include "cmd/carry_out.h"
#include "model/find.h"
#include "model/kinds.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/people.h"
#include "model/notions/about.h"

// People who are not on record yet, entered while something else is asked.

namespace nastavnik::cmd {
namespace {

bool is_link_to_people(const FieldShape& field) {
  return field.value && field.value->sort == Sort::link &&
         folder_kinds()[field.value->kind]->folder == Person::kind.folder;
}

Words in_bank(const Kind& bank) {
  return bank.folder == Mentor::kind.folder ? Text{"в банке наставников", "in the bank of mentors"}
                                            : Text{"в банке наставляемых", "in the bank of mentees"};
}

std::string_view id_in(std::string_view address) { return address.substr(address.find('/') + 1); }

}  // namespace

bool Asking::is_nobody(const FieldShape& field, const Refusal& refusal) const {
  const bool is_name = std::ranges::none_of(refusal.word, [](char byte) { return is_digit(byte); });
  return is_link_to_people(field) && is_name && !refusal.word.empty() && refusal.meant.records.empty();
}

/// Whether only a part of a name is like the word.
bool Asking::is_guessed(const FieldShape& field, const std::string& word) const {
  return is_link_to_people(field) && find_person(word, typing().registry().all<Person>(), false).records.empty();
}

void Asking::keep(NewRecord made) {
  std::ranges::move(made.changes, std::back_inserter(entered_));
  with_entered_ = judged(open_, entered_, environment_);
}

/// Who ends the questions of such a record goes back to the one before, and nothing else is lost.
std::optional<NewRecord> Asking::on_the_way(const Kind& kind, RecordTold told, std::vector<Question> questions) {
  const std::size_t depth = depth_++;
  std::optional<NewRecord> made;
  try {
    made = record(kind, std::move(told), std::move(questions));
  } catch (const GivenUp&) {
    dialogue_.out() << '\n';
    tell(std::string(Text{"не внесено, вопросы идут дальше; выйти — Ctrl-C или ещё раз Ctrl-D",
                          "not entered, the questions go on; to end them: Ctrl-C, or Ctrl-D again"}
                         .in(environment_.language)));
  } catch (const Refusal& refusal) {
    refuse(refusal);
  }
  depth_ = depth;
  return made;
}

/// Whoever cannot be seen may be the one who was named: they would be entered twice.
std::optional<Refusal> Asking::nobody_can_tell() const {
  const Registry& registry = typing().registry();
  const Table<Person>& people = registry.all<Person>();
  const bool are_elsewhere = !people.seen() && !(registry.all<Mentor>().empty() && registry.all<Mentee>().empty());
  std::vector<Words> unread;
  for (const Span& file : people.broken()) {
    const std::string path(typing().loaded.sources.path(file));
    unread.emplace_back(path, path);
  }
  if (are_elsewhere) unread.push_back(say({"папка {}", "the folder {}"}, Person::kind.folder));
  if (unread.empty()) return std::nullopt;
  return Refusal{.what = say({"не прочитать: {}; может быть, это тот, кого вы назвали: второй раз его не внести",
                              "cannot be read: {}; it may be the one you named, who is not to be entered twice"},
                             joined(unread)),
                 .hint = Text{"что с этим не так: nastavnik check", "what is wrong there: nastavnik check"}};
}

std::optional<YamlValue> Asking::enter_person(const FieldShape& field, const std::string& name) {
  if (const std::optional<Refusal> unseen = nobody_can_tell()) {
    refuse(*unseen);
    return std::nullopt;
  }
  constexpr std::size_t shortest = 3;  // a letter was meant for another question
  if (characters(name) < shortest) {
    refuse({.what = say({"«{}»: такого человека в реестре нет", "'{}': there is no such person on record"},
                        printable(name))});
    return std::nullopt;
  }
  if (!agrees(
          say({"«{}»: такого человека в реестре нет. Внести?", "'{}': there is no such person on record. Enter them?"},
              printable(name))))
    return std::nullopt;
  const Kind& people = *folder_kinds()[field.value->kind];
  std::vector<Question> questions = questions_of(people, typing());
  if (name.find(' ') != name.npos) questions.front().suggested = name;
  std::optional<NewRecord> made = on_the_way(people, {}, std::move(questions));
  if (!made) return std::nullopt;
  const std::string id(id_in(made->address));
  keep(*std::move(made));
  enter_in_bank(field, id);
  return yaml_text(id);
}

void Asking::enter_in_bank(const FieldShape& field, const std::string& person) {
  const Kind* bank = bank_of(field);
  if (!bank || typing().registry().find(*bank, person)) return;
  if (!agrees(say({"{} пока нет: {}. Внести?", "not yet {}: {}. Enter them?"}, in_bank(*bank),
                  about(typing().registry(), "people/" + person))))
    return;
  if (std::optional<NewRecord> made = on_the_way(*bank, {.name = person}, questions_of(*bank, typing())))
    keep(*std::move(made));
}

}  // namespace nastavnik::cmd
