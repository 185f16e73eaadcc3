#include "reports/due.h"

#include <algorithm>
#include <ostream>

#include "acts/typed_value.h"
#include "agenda/agenda.h"
#include "cmd/answer.h"
#include "cmd/command.h"
#include "cmd/open.h"

namespace nastavnik::cmd {
namespace {

constexpr std::string_view ics = "ics";

bool is_calendar(const Arguments& arguments) {
  if (const auto name = arguments.text("format")) return name == ics;
  return arguments.text("output").value_or("").ends_with(".ics");
}

bool is_text(const Arguments& arguments) {
  return !is_calendar(arguments) && format_asked(arguments) == &reports::report_formats().front();
}

Outlook outlook_of(const Arguments& arguments, Date today) {
  if (arguments.given("days") && arguments.given("until"))
    throw UsageError{
        say({"{} и {} говорят об одном: оставьте что-то одно", "{} and {} say the same: leave one of them"},
            arguments.spelled("days"), arguments.spelled("until"))};
  const Date until =
      arguments.date("until").value_or(today + static_cast<int>(arguments.number("days").value_or(days_ahead)));
  if (until < today)
    throw UsageError{
        say({"день {} уже прошёл: реестр смотрят на {}", "the day {} has passed: the registry is looked at as of {}"},
            until, today)};
  return {.until = until, .jobs = processors()};
}

constexpr Noun matter{{"случай", "case"}, {"случая", "cases"}, {"случаев", "cases"}};

/// What cannot be known might be due.
void tell_unknown(const Agenda& agenda, Environment& environment) {
  if (agenda.unknown.empty()) return;
  const auto count = static_cast<long long>(agenda.unknown.size());
  environment.err << said(
      say({"не всё известно ({}): испорчено или не видно то, из чего следуют сроки; подробно: nastavnik check -v\n",
           "not all is known ({}): what terms follow from is broken or out of sight; see nastavnik check -v\n"},
          Count{count, matter}),
      environment.language);
}

/// What goes to a phone is another matter than what stands on a screen: who sits at the terminal is asked.
bool calendar_names(const Environment& environment) {
  const auto asked = [&](const Text& question) {
    return environment.ask_line({.prompt = std::string(question.in(environment.language))});
  };
  std::optional<std::string> typed;
  if (environment.ask_line)
    typed =
        asked({"Называть людей в файле для календаря? [д/н]: ", "Name people in the file for the calendar? [y/n]: "});
  while (typed && !yes_or_no(*typed)) typed = asked({"ответьте д или н: ", "answer y or n: "});
  if (typed) return *yes_or_no(*typed);
  throw UsageError{Text{"не указано, называть ли людей в файле для календаря",
                        "it is not said whether the file for the calendar names people"},
                   Text{"--names — с фамилиями, --no-names — с номерами", "--names: by name, --no-names: by id"}};
}

/// Whether people are named. Throws UsageError where nothing says so for a calendar that is made at a terminal.
bool names_told(std::string_view format, const Arguments& arguments, const Environment& environment) {
  const bool chosen = arguments.given("names") || arguments.given("no-names");
  if (arguments.given("names") && arguments.given("no-names"))
    throw UsageError{say({"{} и {} вместе не бывают", "{} and {} do not go together"}, arguments.spelled("names"),
                         arguments.spelled("no-names"))};
  if (!chosen && format == ics && arguments.given("output") && environment.out_terminal.is_terminal)
    return calendar_names(environment);
  return shows_names(format, arguments, environment);
}

ExitStatus run_due(const Open& open, const Arguments& arguments, Environment& environment) {
  const std::string_view format = is_calendar(arguments) ? ics : std::string_view(format_asked(arguments)->name);
  const bool names = names_told(format, arguments, environment);
  const Outlook outlook = outlook_of(arguments, open.registry().day());
  const Agenda agenda = agenda_of(*open.loaded, outlook);
  const reports::DueRequest request{*open.loaded, agenda, outlook.until, names};
  if (is_calendar(arguments)) {
    deliver(reports::due_calendar(request, environment.language), arguments, environment);
  } else if (is_text(arguments)) {
    const bool to_terminal = environment.out_terminal.is_terminal && !arguments.given("output");
    deliver(reports::due_text(request,
                              {.language = environment.language, .width = to_terminal ? environment.width() : 100}),
            arguments, environment);
  } else {
    print(reports::due_report(request), arguments, environment);
  }
  if (!arguments.given("quiet")) tell_unknown(agenda, environment);
  if (open.loaded->unreadable) return ExitStatus::unreadable;
  return agenda.unknown.empty() ? ExitStatus::clean : ExitStatus::findings;
}

std::vector<Parameter> due_options() {
  std::vector<Parameter> options{
      {.name = "days",
       .type = Type::number,
       .value = {"ЧИСЛО", "NUMBER"},
       .help = {"на сколько дней вперёд смотреть; если не указано: 30", "how many days to look ahead; otherwise 30"},
       .least = 0,
       .most = 1000},
      {.name = "until",
       .type = Type::date,
       .value = {"ДАТА", "DATE"},
       .help = {"по какой день смотреть", "the last day to look at"}}};
  const auto answers = answer_options(
      {{ics, {"для календаря в телефоне и на компьютере", "for the calendar of a phone or a computer"}}});
  options.push_back(
      {.name = "no-names",
       .help = {
           "не называть людей в файле для календаря; если не указано ни это, ни --names, на терминале программа спросит",
           "name nobody in a file for a calendar; where neither this nor --names is given, a terminal is asked"}});
  options.insert(options.end(), answers.begin(), answers.end());
  return options;
}

}  // namespace

Command due_command();
Command due_command() {
  return {
      .name = "due",
      .group = Group::see,
      .summary = {"показать, что и к какому сроку сделать", "show what has to be done, and by when"},
      .description =
          {"Собирает по записям все сроки положения и настроек: что просрочено, что на этой неделе, что дальше; у каждого — основание, запись и следующий шаг. Смотрит на 30 дней вперёд или на столько, сколько названо в --days и --until. О программах, дорожной карте, договорах и согласиях напоминает и раньше, если в nastavnik.yaml (remind_…) указано больше дней. Просроченным называет то, чему срок назначен законом, приказом, программой или самой школой; где срок только наш, говорит «пора». Ничего не меняет.",
           "Gathers from the records all terms of the regulation and of the settings: what is late, what is due this week, what comes then; each with its ground, its record and the next step. Looks 30 days ahead, or as far as --days and --until say. Of programmes, the roadmap, agreements and consents it reminds earlier where nastavnik.yaml names more days (remind_…). Late is what is past a term of the law, of an order, of a programme, or set by the school; where the term is only ours, it says that it is time. Changes nothing."},
      .options = due_options(),
      .examples = {{"nastavnik due", {"что сделать в ближайшие 30 дней", "what to do within 30 days"}},
                   {"nastavnik due --until 2026-09-30",
                    {"всё до конца сентября", "everything up to the end of September"}},
                   {"nastavnik due --days 90 --no-names -o sroki.ics",
                    {"файл для календаря; с --names — с фамилиями",
                     "a file for the calendar; with --names people are named"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_due,
  };
}

}  // namespace nastavnik::cmd
