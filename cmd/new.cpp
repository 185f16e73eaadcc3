#include <random>

#include "acts/making.h"
#include "cmd/asked_act.h"
#include "cmd/plainly.h"
#include "cmd/unknown.h"
#include "views/list.h"

namespace nastavnik::cmd {
namespace {

Words kinds_in_words() {
  std::vector<Words> titles;
  for (const Kind* kind : folder_kinds()) titles.emplace_back(kind->title);
  return listed(titles);
}

/// What records are called in lists, in any number and case, and the names of the single files.
const Kind& kind_meant(const std::string& word) {
  const views::ListKind* list = views::find_list(word);
  if (list && list->kind) return *list->kind;
  if (list)
    throw UsageError{say({"«{}» — не отдельная запись", "'{}' is no record of its own"}, word),
                     say({"это список в organization: nastavnik add organization {}",
                          "it is a list in organization: nastavnik add organization {}"},
                         list->key)};
  std::vector<Named> all;
  for (const Kind* kind : single_kinds()) all.push_back({std::string(stem(*kind)), kind->title});
  const std::vector<std::size_t> found = named_by(word, all);
  if (found.size() == 1) return *single_kinds()[found.front()];
  std::vector<std::string_view> known;
  for (const Kind* kind : folder_kinds()) known.push_back(kind->folder);
  throw unknown(word, known, say({"«{}» — не вид записей", "'{}' is no kind of records"}, word),
                say({"бывают: {}", "there are: {}"}, kinds_in_words()));
}

Act making(NewRecord made, const Kind& kind, const Arguments& arguments) {
  Act act{std::move(made.changes), {fmt::format("nastavnik show {}", made.address), "nastavnik check"}};
  point_to_act(kind, arguments, act);
  return act;
}

/// All that is known of such a record first; of one that words tell of, what they leave out.
Act asked_for(const Kind& kind, const Arguments& arguments, Asking& asking) {
  const std::vector<std::string>& words = arguments.list("field");
  RecordTold told = told_by(kind, words, asking.typing());
  require_free(kind, told, asking.typing());
  const std::optional<NameQuestion> calling = name_question_of(kind, asking.typing());
  if (calling && told.name.empty()) told.name = asking.name(*calling, kind);
  if (words.empty())
    return making(asking.record(kind, std::move(told), questions_of(kind, asking.typing())), kind, arguments);
  return making(asking.completed(kind, std::move(told)), kind, arguments);
}

/// Who can be asked is asked for what the record is nothing without.
void leave_open_essentials(const Kind& kind, const RecordTold& told) {
  for (const Question& question : essentials_of(kind))
    if (is_open(question, told.given))
      throw Refusal{.what = say({"не указано: {}", "missing: {}"}, question.field->field.title), .is_incomplete = true};
}

/// The word that a kind is called by: «пара», «программа».
std::string name_of(const Kind& kind, Language language) {
  const std::string command = command_for_new(kind).in(language);
  return command.substr(command.rfind(' ') + 1);
}

const Kind& kind_told(const Arguments& arguments, const Environment& environment, Asking& asking) {
  if (const std::optional<std::string> kind = arguments.text("kind")) return kind_meant(*kind);
  const Language language = environment.language;
  const auto offers = [&](std::string_view begun) {
    Offers all;
    for (const Kind* kind : folder_kinds())
      if (std::string name = name_of(*kind, language); name.starts_with(begun)) all.push_back({std::move(name), {}});
    return all;
  };
  return kind_meant(asking.word({.prompt = {"Что завести?", "What is to be made?"},
                                 .expected = say({"бывают: {}", "there are: {}"}, kinds_in_words()),
                                 .offers = offers,
                                 .require = [](const std::string& word) { kind_meant(word); }}));
}

Parameter kind_parameter() {
  return {.name = "kind",
          .type = Type::text,
          .value = {"ВИД", "KIND"},
          .help = {"что завести: человека, наставника, пару, приказ", "what to make: people, mentors, pairs, orders"},
          .completes = {Completes::kind},
          .required = true,
          .asked = true};
}

ExitStatus run_new(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  require_told(arguments, kind_parameter(), environment);
  if (const auto word = arguments.text("kind")) kind_meant(*word);  // before anything is asked
  const std::vector<std::string>& words = arguments.list("field");
  const Doing doing{.is_told = !words.empty(),
                    .by_words =
                        [&](const Open&, const Typing& typing) {
                          const Kind& kind = kind_meant(*arguments.text("kind"));
                          std::mt19937 drawn(environment.seed);
                          RecordTold told = told_by(kind, words, typing);
                          if (environment.ask_line) leave_open_essentials(kind, told);
                          return making(new_record(kind, std::move(told), typing, [&] { return drawn(); }), kind,
                                        arguments);
                        },
                    .by_questions =
                        [&](const Open&, Asking& asking) {
                          return asked_for(kind_told(arguments, environment, asking), arguments, asking);
                        }};
  return act(doing, arguments, environment);
}

}  // namespace

Command new_command();
Command new_command() {
  return {
      .name = "new",
      .group = Group::enter,
      .summary = {"завести новую запись", "make a new record"},
      .description =
          {"Заводит запись: человека, наставника, наставляемого, пару, программу, приказ, учебный год, публикацию, практику. Поля "
           "пишут словами ПОЛЕ=ЗНАЧЕНИЕ, как в set; поле внутри другого — через точку. Одно слово можно дать без имени поля: "
           "человеку — фамилию, имя, отчество; наставнику и наставляемому — кто это; паре — наставника; программе — её пару; "
           "приказу — его номер; учебному году, публикации и практике — как назвать файл (2025-2026, math-club). Номер записи "
           "nastavnik даёт сам и называет его.\n\n"
           "Пара без start и назначение без from только готовятся: чего им ещё не хватает, не нарушение.\n\n"
           "На терминале программа сама спросит, чего не хватает: без полей — всё, что о такой записи известно вначале, с полями — то, без чего нельзя.",
           "Makes a record: a person, a mentor, a mentee, a pair, a programme, an order, a school year, a publication, a practice. "
           "Fields are given by words FIELD=VALUE, as for set; a field inside another with a dot. One word needs no name of a "
           "field: of a person the full name; of a mentor or mentee who that is; of a pair the mentor; of a programme its pair; of "
           "an order its number; of a school year, a publication or a practice what the file is called (2025-2026, math-club). "
           "The id is given by nastavnik, which tells it.\n\n"
           "A pair without start and an appointment without from are in preparation: what they still lack is no error.\n\n"
           "On a terminal what is not said is asked for: without fields all that is known of such a record when it is made, with fields what must be there."},
      .positionals = {kind_parameter(),
                      {.name = "field",
                       .type = Type::text,
                       .value = {"ПОЛЕ=ЗНАЧЕНИЕ", "FIELD=VALUE"},
                       .help = {"поля новой записи", "the fields of the new record"},
                       .completes = {Completes::field},
                       .list = true,
                       .verbatim = true}},
      .options = plain_act_options(),
      .examples = {{"nastavnik new человека 'Белова Анна Ивановна' birth_year=1999",
                    {"человек; номер записи даётся сам", "a person; the id is drawn"}},
                   {"nastavnik new приказ 120-од date=14.09.2026 title='О наставничестве' kinds=local_act --dry-run",
                    {"приказ, только посмотреть", "an order, only to look"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_new,
  };
}

}  // namespace nastavnik::cmd
