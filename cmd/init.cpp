#include <algorithm>
#include <ostream>

#include <fmt/ranges.h>

#include "base/failure.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/new_registry.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

constexpr std::size_t longest_line = 300;

bool is_line(const std::string& text) {
  const bool trimmed = text.front() != ' ' && text.back() != ' ';
  const bool printable =
      std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
  return trimmed && printable && characters(text) <= longest_line && is_nfc(text);
}

std::optional<std::string> line_of(const Arguments& arguments, std::string_view option) {
  std::optional<std::string> text = arguments.text(option);
  if (text && !is_line(*text))
    throw UsageError{say({"--{}: значение «{}» не подходит", "--{}: '{}' will not do"}, option, *text),
                     {"нужна одна строка до 300 знаков без пробелов по краям",
                      "one line of up to 300 characters is wanted, with no space at its ends"}};
  return text;
}

NewRegistry registry_of(const Arguments& arguments, const Environment& environment) {
  NewRegistry registry{.example = arguments.given("example"),
                       .separate_people = arguments.text("people") == "separate",
                       .short_name = line_of(arguments, "name"),
                       .full_name = line_of(arguments, "full-name"),
                       .subordination = *arguments.text("subordination"),
                       .language = environment.asked_language.value_or(Language::ru)};
  for (const char* option : {"name", "full-name", "subordination"})
    if (registry.example && arguments.given(option))
      throw UsageError{say({"--example и --{} вместе не пишутся: в примере школа своя",
                            "--example and --{} exclude each other: the example has its own school"},
                           std::string_view(option)),
                       {}};
  return registry;
}

/// The registry that a folder lies in, if it does.
std::optional<fs::path> registry_around(fs::path folder) {
  std::error_code error;
  for (;; folder = folder.parent_path()) {
    if (fs::exists(folder / "nastavnik.yaml", error)) return folder / "nastavnik.yaml";
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

void refuse_what_exists(const std::string& place, const fs::path& folder, const std::vector<NewFile>& files) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    throw UsageError{say({"{} — не папка", "{} is no folder"}, place), {}};
  std::vector<std::string> existing = in_the_way(folder, files);
  if (existing.empty()) return;
  constexpr std::size_t shown = 8;
  const std::size_t more = existing.size() > shown ? existing.size() - shown : 0;
  existing.resize(existing.size() - more);
  Words list = say({"{}", "{}"}, fmt::format("{}", fmt::join(existing, ", ")));
  if (more != 0) list = say({"{} и ещё {}", "{} and {} more"}, list, more);
  throw UsageError{
      say({"ничего не создано: уже есть {}", "nothing was made: there is already {}"}, list),
      {"укажите пустую или новую папку: nastavnik init ПАПКА", "name an empty or a new folder: nastavnik init DIR"}};
}

void make_people_repository(const fs::path& folder, Creation& creation, Environment& environment) {
  creation.adopt("people/.git");
  const ProgramResult git =
      environment.start_program({"git", "init", "--quiet", "--initial-branch=main"}, folder / "people");
  if (!git.started)
    throw Failure({"для --people separate нужна программа git, а её нет",
                   "--people separate needs the program git, and there is none"});
  if (git.status != 0)
    throw Failure(say({"git init в папке people не удался: {}", "git init in people failed: {}"}, git.output));
}

void make(const fs::path& folder, const NewRegistry& registry, const std::vector<NewFile>& files,
          Environment& environment) {
  Creation creation(folder);
  for (const NewFile& file : files) creation.write(file);
  if (registry.separate_people) make_people_repository(folder, creation, environment);
  creation.keep();
}

std::string for_shell(const std::string& word) {
  const bool plain = word.find_first_of(" \t\n'\"\\$`&;|<>()*?[]#~!{}") == std::string::npos;
  if (plain) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

void tell(const std::string& place, std::size_t files, bool dry_run, Environment& environment) {
  const Count count{static_cast<long long>(files), noun::file};
  const Words done = dry_run ? say({"был бы создан реестр: {}", "a registry would be made: {}"}, count)
                             : say({"создан реестр: {}", "a registry is made: {}"}, count);
  environment.out << done.in(environment.language) << '\n';
  if (dry_run) return;
  environment.out << Text{"дальше:", "next:"}.in(environment.language) << '\n';
  if (place != ".") environment.out << "  cd " << for_shell(place) << '\n';
  environment.out << "  nastavnik check\n";
}

ExitStatus run_init(const Arguments& arguments, Environment& environment) {
  const NewRegistry registry = registry_of(arguments, environment);
  const std::string place = arguments.text("folder").value_or(".");
  const fs::path folder = (environment.directory / place).lexically_normal();
  if (const std::optional<fs::path> around = registry_around(folder))
    throw UsageError{say({"здесь уже есть реестр: {}", "there is a registry here already: {}"},
                         around->lexically_relative(environment.directory).string()),
                     {}};
  const std::vector<NewFile> files = files_of(registry);
  refuse_what_exists(place, folder, files);
  const bool dry_run = arguments.given("dry-run");
  if (dry_run)
    for (const NewFile& file : files)
      environment.out << (fs::path(place) / file.path).lexically_normal().string() << '\n';
  else
    make(folder, registry, files, environment);
  if (!arguments.given("quiet")) tell(place, files.size(), dry_run, environment);
  return ExitStatus::clean;
}

}  // namespace

Command init_command() {
  return {
      .name = "init",
      .summary = {"завести новый реестр", "make a new registry"},
      .description =
          {"Создаёт папку с файлами, которые останется заполнить, и подсказки для редактора. Что именно заполнить, скажет "
           "nastavnik check. Ничего из того, что уже есть, не меняется: если мешает хоть один файл, не создаётся ничего.",
           "Makes a folder with files to fill in and hints for an editor. What to fill in is told by nastavnik check. Nothing "
           "that exists is changed: if a single file stands in the way, nothing is made."},
      .positionals = {{.name = "folder",
                       .type = Type::path,
                       .value = {"ПАПКА", "DIR"},
                       .help = {"где завести реестр; если не указано, в текущей папке",
                                "where to make it; if not given, in the current folder"}}},
      .options = {{.name = "example",
                   .help = {"заполненный пример: выдуманная школа за два учебных года",
                            "the filled example: an invented school over two school years"}},
                  {.name = "name",
                   .type = Type::text,
                   .value = {"НАЗВАНИЕ", "NAME"},
                   .help = {"краткое наименование школы", "short name of the school"}},
                  {.name = "full-name",
                   .type = Type::text,
                   .value = {"НАЗВАНИЕ", "NAME"},
                   .help = {"полное наименование школы", "full name of the school"}},
                  {.name = "subordination",
                   .type = Type::choice,
                   .value = {"ЧЬЯ", "WHOSE"},
                   .help = {"чья школа", "whose school it is"},
                   .words = {{"municipal", {"муниципальная", "municipal"}},
                             {"state_regional", {"подведомственная министерству", "under the ministry"}},
                             {"private", {"частная", "private"}}},
                   .preset = "municipal"},
                  {.name = "people",
                   .type = Type::choice,
                   .value = {"КАК", "HOW"},
                   .help = {"как хранить папку people", "how to keep the folder people"},
                   .words = {{"inside", {"вместе с остальным", "with the rest"}},
                             {"separate",
                              {"отдельным хранилищем git, чтобы доступ к именам был не у всех",
                               "as a git repository of its own, so that not everybody sees names"}}},
                   .preset = "inside"},
                  {.name = "dry-run",
                   .help = {"только показать, какие файлы были бы созданы", "only show the files that would be made"}}},
      .examples = {{"nastavnik init", {"завести реестр в текущей папке", "make a registry in the current folder"}},
                   {"nastavnik init shkola --name 'МБОУ «Ключевская СОШ»'",
                    {"завести реестр школы в папке shkola", "make the registry of a school in the folder shkola"}},
                   {"nastavnik init primer --example",
                    {"скопировать заполненный пример в папку primer",
                     "copy the filled example into the folder primer"}},
                   {"nastavnik init --dry-run --people separate",
                    {"посмотреть, что будет создано", "see what would be made"}}},
      .statuses = {ExitStatus::clean, ExitStatus::unreadable},
      .run = run_init,
  };
}

}  // namespace nastavnik::cmd
