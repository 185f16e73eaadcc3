#include "views/list.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "base/first_letter.h"
#include "cmd/answer.h"
#include "cmd/open.h"
#include "cmd/report_period.h"
#include "cmd/unknown.h"
#include "model/kinds/people.h"

namespace nastavnik::cmd {
namespace {

using views::Lack;
using views::ListKind;
using views::Narrow;

struct Narrowing {
  std::string_view option{};
  Narrow by{};
};
constexpr std::array narrowings{Narrowing{"active", Narrow::active},  Narrowing{"mentor", Narrow::mentor},
                                Narrowing{"mentee", Narrow::mentee},  Narrowing{"form", Narrow::form},
                                Narrowing{"year", Narrow::year},      Narrowing{"ends-by", Narrow::ends},
                                Narrowing{"without", Narrow::without}};
constexpr std::array<std::string_view, 5> lacks{"consent", "order", "program", "pair", "training"};

std::vector<std::string_view> keys() {
  std::vector<std::string_view> all;
  for (const ListKind& kind : views::list_kinds()) all.push_back(kind.key);
  return all;
}

Words small(const Text& title) { return {with_small_letter(title.ru), with_small_letter(title.en)}; }

/// «люди, наставники».
Words named_kinds() {
  std::vector<Words> all;
  for (const ListKind& kind : views::list_kinds()) all.push_back(small(kind.title));
  return joined(all);
}

const ListKind& kind_of(const Arguments& arguments) {
  const auto word = arguments.text("kind");
  if (!word) return views::list_kinds().front();
  if (const ListKind* kind = views::find_list(*word)) return *kind;
  throw unknown(*word, keys(), say({"списка «{}» нет", "there is no list '{}'"}, *word),
                say({"есть {}", "there are {}"}, named_kinds()));
}

/// The kinds that can be narrowed so.
template <class Can>
Words kinds_that(Can can) {
  std::vector<Words> all;
  for (const ListKind& kind : views::list_kinds())
    if (can(kind)) all.push_back(small(kind.title));
  return joined(all);
}

/// `by` is the option as it was typed, with its value where that counts.
template <class Can>
[[noreturn]] void refuse(const ListKind& kind, const std::string& by, Can can) {
  throw UsageError{
      say({"список «{}» так не отобрать: {}", "the list {} cannot be narrowed by {}"}, small(kind.title), by),
      say({"{} есть у списков: {}", "{} is there for the lists {}"}, by, kinds_that(can))};
}

void refuse_useless(const ListKind& kind, const Arguments& arguments) {
  for (const Narrowing& one : narrowings)
    if (arguments.given(one.option) && !kind.narrows_by(one.by))
      refuse(kind, arguments.spelled(one.option), [&](const ListKind& other) { return other.narrows_by(one.by); });
}

std::optional<Lack> lack_of(const ListKind& kind, const Arguments& arguments) {
  const auto word = arguments.text("without");
  if (!word) return std::nullopt;
  const auto lack = static_cast<Lack>(std::ranges::find(lacks, *word) - lacks.begin());
  const auto has = [&](const ListKind& one) { return std::ranges::find(one.lacks, lack) != one.lacks.end(); };
  if (!has(kind)) refuse(kind, fmt::format("{} {}", arguments.spelled("without"), *word), has);
  return lack;
}

std::optional<views::FormAsked> form_of(const Arguments& arguments) {
  const auto word = arguments.text("form");
  if (!word) return std::nullopt;
  if (const auto form = views::find_form(*word)) return form;
  throw UsageError{say({"нет формы или вида наставничества «{}» (параметр {})",
                        "there is no form or kind of mentoring '{}' (option {})"},
                       *word, arguments.spelled("form")),
                   say({"есть {}", "there are {}"}, views::all_forms())};
}

/// The id of the person whom the option names.
std::string person_of(std::string_view option, const Arguments& arguments, const Registry& registry,
                      const Environment& environment) {
  const auto word = arguments.text(option);
  if (!word) return {};
  const std::string found = the_one(
      find_person(*word, registry.all<Person>()), *word, Beside(registry, environment.names_in_messages()),
      say({"человека «{}» нет (параметр {})", "there is nobody '{}' (option {})"}, *word, arguments.spelled(option)));
  return found.substr(found.find('/') + 1);
}

Beforehand before_list(const Arguments& arguments, Environment&) {
  const ListKind& kind = kind_of(arguments);
  refuse_useless(kind, arguments);
  lack_of(kind, arguments);
  form_of(arguments);
  asked_year(arguments);
  format_asked(arguments);
  return {};
}

/// What a reader should know and no table holds.
void tell_asides(const reports::Report& list, const Beside& beside, Environment& environment) {
  for (const page::Gap& aside : list.asides)
    environment.err << say({"{}: {}\n", "{}: {}\n"}, beside.with(aside.where), aside.what).in(environment.language);
}

ExitStatus run_list(const Open& open, const Arguments& arguments, Environment& environment) {
  const ListKind& kind = kind_of(arguments);
  const reports::ReportFormat& format = *format_asked(arguments);
  const bool names = shows_names(format.name, arguments, environment);
  const Conceal conceal(*open.loaded);
  const views::ListRequest request{.asked = {*open.loaded, names, names ? nullptr : &conceal},
                                   .narrowed = {.active = arguments.given("active"),
                                                .mentor = person_of("mentor", arguments, open.registry(), environment),
                                                .mentee = person_of("mentee", arguments, open.registry(), environment),
                                                .form = form_of(arguments),
                                                .year = asked_year(arguments),
                                                .ends_by = arguments.date("ends-by"),
                                                .without = lack_of(kind, arguments)},
                                   .today = environment.today};
  reports::Report list = views::list(kind, request);
  if (is_read(format)) leave_out_empty_columns(list);
  print(list, arguments, environment);
  if (!arguments.given("quiet"))
    tell_asides(list, Beside(open.registry(), environment.names_in_messages()), environment);
  const bool people_count = kind.key == "people" || request.narrowed.without == Lack::consent;
  return tell_of_unread(open, people_count, arguments, environment);
}

std::vector<Parameter> options() {
  std::vector<Parameter> all{
      {.name = "active",
       .help =
           {"только те, кто или что действует в этот день: наставники в должности, работающие пары, неотменённые приказы",
            "only who or what is active on the day: mentors in office, working pairs, orders in force"}},
      {.name = "mentor",
       .type = Type::text,
       .value = {"КТО", "WHO"},
       .help = {"только у этого наставника: номер или часть имени", "only of this mentor: an id or a part of the name"},
       .completes = {Completes::mentor}},
      {.name = "mentee",
       .type = Type::text,
       .value = {"КТО", "WHO"},
       .help = {"только с этим наставляемым: номер или часть имени",
                "only with this mentee: an id or a part of the name"},
       .completes = {Completes::mentee}},
      {.name = "form",
       .type = Type::text,
       .value = {"ФОРМА", "FORM"},
       .help = {"только такой формы или вида: «педагог – педагог», реверсивное, reverse",
                "only of this form or kind: teacher_teacher, reverse"},
       .completes = {Completes::form}},
      {.name = "year",
       .type = Type::text,
       .value = {"ГОД", "YEAR"},
       .help = {"только за учебный год: 2025-2026", "only of a school year: 2025-2026"},
       .completes = {Completes::school_year}},
      {.name = "ends-by",
       .type = Type::date,
       .value = {"ДАТА", "DATE"},
       .help =
           {"только то, что ещё не закончилось и должно закончиться не позже этого дня; пара — с последней из своих программ",
            "only what has not ended yet and is to end by this day; a pair ends with the last of its programmes"}},
      {.name = "without",
       .type = Type::choice,
       .value = {"ЧЕГО", "WHAT"},
       .help = {"только те, кому этого недостаёт", "only who or what lacks it"},
       .words = {{"consent", {"согласия, которое нужно", "a consent that is needed"}},
                 {"order", {"приказа", "an order"}},
                 {"program", {"программы", "a programme"}},
                 {"pair", {"пары", "a pair"}},
                 {"training", {"обучения", "training"}}}}};
  for (Parameter& option : answer_options()) all.push_back(std::move(option));
  return all;
}

}  // namespace

Command list_command();
Command list_command() {
  return {
      .name = "list",
      .group = Group::see,
      .summary = {"кто и что есть в записях", "who and what is in the records"},
      .description =
          {"Показывает списком людей с их ролями, наставников, наставляемых, пары, программы, приказы, учебные годы, публикации, лучшие практики, партнёров: номер, кто или что это, состояние на день. На экране люди названы, в файле и в другой программе — только с --names. Пустой список — не ошибка.",
           "Lists people with their roles, mentors, mentees, pairs, programmes, orders, school years, publications, best practices, partners: the id, who or what it is, the state on the day. On a terminal people are named, in a file or another program only with --names. An empty list is no error."},
      .positionals = {{.name = "kind",
                       .type = Type::text,
                       .value = {"ЧЕГО", "KIND"},
                       .help = {"наставники, пары, программы, приказы… (mentors, pairs, …); без этого — люди",
                                "mentors, pairs, programs, orders, …; without it, people"},
                       .completes = {Completes::list}}},
      .options = options(),
      .examples = {{"nastavnik list", {"все люди и их роли", "all people and their roles"}},
                   {"nastavnik list наставники --active", {"кто сейчас наставник", "who is a mentor now"}},
                   {"nastavnik list pairs --year 2025-2026", {"пары учебного года", "pairs of a school year"}},
                   {"nastavnik list программы --ends-by 2026-05-31",
                    {"что заканчивается до конца мая", "what ends by the end of May"}},
                   {"nastavnik list mentees --without pair", {"кто ждёт наставника", "who waits for a mentor"}},
                   {"nastavnik list mentors --names --format csv",
                    {"список с фамилиями для электронных таблиц", "the list with names for a spreadsheet"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .before = before_list,
      .run = run_list,
  };
}

}  // namespace nastavnik::cmd
