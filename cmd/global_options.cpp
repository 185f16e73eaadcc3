#include "cmd/global_options.h"

#include <algorithm>

namespace nastavnik::cmd {

const std::vector<Parameter>& global_options() {
  static const std::vector<Parameter> options{
      {.name = "directory",
       .letter = 'C',
       .type = Type::path,
       .value = {"ПАПКА", "DIR"},
       .help = {"работать так, как если бы команда была набрана в этой папке",
                "work as if the command were typed in this folder"},
       .completes = {Completes::folder},
       .once = true},
      {.name = "as-of",
       .type = Type::date,
       .value = {"ДАТА", "DATE"},
       .help =
           {"судить о записях на конец этого дня; иначе берётся as_of из nastavnik.yaml, а если его нет — сегодняшний день",
            "judge the records as of the end of this day; otherwise as_of of nastavnik.yaml, or else today"}},
      {.name = "people",
       .type = Type::path,
       .value = {"ПАПКА", "DIR"},
       .help = {"где лежит папка people, если она хранится отдельно",
                "where the folder people is, if it is kept apart"},
       .completes = {Completes::folder}},
      {.name = "require-people",
       .help = {"без папки people не работать (код 4)", "do not work without the folder people (status 4)"}},
      {.name = "names",
       .help = {"показывать фамилии и имена, даже если вывод идёт не на экран",
                "show names even when the output is no terminal"}},
      {.name = "lang",
       .type = Type::choice,
       .value = {"ЯЗЫК", "LANGUAGE"},
       .help = {"язык сообщений", "language of messages"},
       .words = {{"ru", {"русский", "Russian"}}, {"en", {"английский", "English"}}}},
      {.name = "color",
       .type = Type::choice,
       .value = {"КОГДА", "WHEN"},
       .help = {"выделять цветом", "use colours"},
       .words = {{"auto",
                  {"если вывод идёт на экран и не задана переменная NO_COLOR",
                   "on a terminal, unless NO_COLOR is set"}},
                 {"always", {"всегда", "always"}},
                 {"never", {"никогда", "never"}}},
       .preset = "auto"},
      {.name = "quiet",
       .letter = 'q',
       .help = {"только результат, без пояснений и итогов", "results only, no notes or summary"}},
      {.name = "verbose", .letter = 'v', .help = {"рассказывать подробнее", "say more"}},
      {.name = "help", .letter = 'h', .help = {"показать справку и закончить", "show this help and stop"}},
  };
  return options;
}

std::vector<Parameter> global_options(const Command& command) {
  std::vector<Parameter> options;
  for (const Parameter& global : global_options()) {
    const auto same = [&](const Parameter& own) { return own.name == global.name; };
    if (std::none_of(command.options.begin(), command.options.end(), same)) options.push_back(global);
  }
  return options;
}

const std::vector<Parameter>& program_options() {
  static const std::vector<Parameter> options{
      {.name = "version", .help = {"показать версию и закончить", "show the version and stop"}},
  };
  return options;
}

std::optional<Language> language_of(std::string_view locale) {
  if (locale.starts_with("ru")) return Language::ru;
  if (locale.starts_with("en")) return Language::en;
  return std::nullopt;
}

static bool wants_colour(const Arguments& arguments, const Environment& environment) {
  const std::string when = *arguments.text("color");
  if (when != "auto") return when == "always";
  if (environment.no_colour) return false;
  return environment.force_colour || environment.out_terminal.is_terminal;
}

static void enter(const std::string& directory, const std::string& option, Environment& environment) {
  environment.directory = (environment.directory / directory).lexically_normal();
  std::error_code error;
  if (!std::filesystem::is_directory(environment.directory, error))
    throw UsageError{say({"нет папки «{}» (параметр {})", "there is no folder '{}' (option {})"}, directory, option)};
}

void apply(const Arguments& arguments, Environment& environment) {
  if (const std::optional<std::string> language = arguments.text("lang"))
    environment.asked_language = language_of(*language);
  environment.language = environment.asked_language.value_or(environment.language);
  environment.asked_names = arguments.given("names");
  environment.colour = wants_colour(arguments, environment);
  if (const std::optional<std::string> directory = arguments.text("directory"))
    enter(*directory, arguments.spelled("directory"), environment);
}

}  // namespace nastavnik::cmd
