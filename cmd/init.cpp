#include <algorithm>
#include <fstream>
#include <ostream>

#include <fmt/ranges.h>

#include "base/failure.h"
#include "base/printable.h"
#include "base/text.h"
#include "base/unseen.h"
#include "cmd/command.h"
#include "cmd/new_registry.h"
#include "cmd/open.h"
#include "cmd/unknown.h"
#include "disk/commit.h"
#include "disk/program.h"
#include "disk/root.h"
#include "disk/turn.h"
#include "document/declension.h"
#include "model/load.h"
#include "source/disk.h"
#include "source/overlaid.h"
#include "source/requirements.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

constexpr std::size_t longest_line = 300;

bool is_line(const std::string& text) {
  const bool trimmed = text.front() != ' ' && text.back() != ' ';
  const bool is_seen = text.find('\t') == text.npos && printable(text) == text && !unseen(text);
  return trimmed && is_seen && characters(text) <= longest_line && is_nfc(text);
}

std::optional<std::string> line_of(const Arguments& arguments, std::string_view option) {
  std::optional<std::string> text = arguments.text(option);
  if (text && !is_line(*text))
    throw UsageError{say({"{}: значение «{}» не подходит", "{}: '{}' will not do"}, arguments.spelled(option), *text),
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
                       .language = environment.asked_language.value_or(Language::ru),
                       .today = environment.today};
  for (const char* option : {"name", "full-name", "subordination"})
    if (registry.example && arguments.given(option))
      throw UsageError{say({"{} и {} вместе не пишутся: в примере школа своя",
                            "{} and {} exclude each other: the example has its own school"},
                           arguments.spelled("example"), arguments.spelled(option)),
                       {}};
  return registry;
}

void refuse_what_exists(const std::string& place, const fs::path& folder, const std::vector<NewFile>& files) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    throw UsageError{say({"{} — не папка", "{} is no folder"}, place), {}};
  const std::vector<std::string> existing = in_the_way(folder, files);
  if (existing.empty()) return;
  throw UsageError{
      say({"ничего не создано: уже есть {}", "nothing was made: there is already {}"}, some_of(existing)),
      {"укажите пустую или новую папку: nastavnik init ПАПКА", "name an empty or a new folder: nastavnik init DIR"}};
}

/// Takes out the files that the folder has of its own and may keep; their names.
std::vector<std::string> leave_what_may_stay(const fs::path& folder, std::vector<NewFile>& files) {
  std::vector<std::string> kept;
  for (const std::string& path : in_the_way(folder, files))
    if (may_stand_already(path)) kept.push_back(path);
  std::erase_if(files,
                [&](const NewFile& file) { return std::find(kept.begin(), kept.end(), file.path) != kept.end(); });
  return kept;
}

bool has_line(const fs::path& path, std::string_view wanted) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;  // nobody may ever write to a pipe
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    if (line == wanted) return true;
  return false;
}

/// Names must not slip into the outer repository because its .gitignore was there before.
void refuse_people_in_sight(const NewRegistry& registry, const fs::path& folder, const std::vector<std::string>& kept) {
  const bool own = std::find(kept.begin(), kept.end(), ".gitignore") != kept.end();
  if (!registry.separate_people || !own || has_line(folder / ".gitignore", people_kept_apart)) return;
  throw UsageError{{"ничего не создано: в .gitignore нет строки /people/, и git взял бы имена вместе с остальным",
                    "nothing was made: .gitignore lacks the line /people/, and git would take the names with the rest"},
                   {"допишите её и повторите", "add it and try again"}};
}

/// A server looks for the file of its pipeline at the root of the repository alone.
void refuse_pipeline_below_root(const fs::path& folder, const std::string& option) {
  std::error_code error;
  for (fs::path at = folder; !fs::exists(at / ".git", error); at = at.parent_path()) {
    const fs::path above = at.parent_path();
    if (above == at) return;
    if (!fs::exists(above / ".git", error)) continue;
    throw UsageError{say({"{}: сервер читает этот файл только в корне хранилища git, а корень — {}",
                          "{}: the server reads this file at the root of the git repository only, which is {}"},
                         option, above.string()),
                     {"заведите реестр в корне хранилища", "make the registry at the root of the repository"}};
  }
}

void make_people_repository(const fs::path& folder, const Environment& environment) {
  const ProgramAnswer git = run_program({.words = {"git", "init", "--quiet", "--initial-branch=main"},
                                         .directory = (folder / "people").string(),
                                         .variables = environment.variables});
  if (!git.started)
    throw Failure({"чтобы хранить папку people отдельно, нужна программа git, а её нет",
                   "to keep the folder people apart the program git is needed, and there is none"});
  if (git.status != 0)
    throw Failure(say({"git init в папке people не удался: {}", "git init in people failed: {}"}, git.both()));
}

/// What is written is read first: no word of a command line may make a record that cannot be read.
void refuse_unfit(const std::vector<NewFile>& files, Date today) {
  const DiskTree nothing("");
  FilesLaidOver laid;
  for (const NewFile& file : files) laid.emplace(file.path, file.bytes);
  const OverlaidTree tree(nothing, std::move(laid));
  const auto loaded = load({.tree = tree, .today = today});
  for (const Finding& finding : loaded->findings)
    if (loaded->faulty_settings || is_of_yaml(*finding.of))
      throw Failure(say({"{}: {}; ничего не создано", "{}: {}; nothing was made"}, loaded->sources.path(finding.span),
                        finding.label));
}

void make(const fs::path& folder, const NewRegistry& registry, const std::vector<NewFile>& files,
          const Environment& environment) {
  std::vector<FileChange> changes;
  for (const NewFile& file : files) changes.push_back({.folder = folder, .path = file.path, .after = file.bytes});
  const MadeBeside git{folder / "people/.git", [&] { make_people_repository(folder, environment); }};
  std::error_code error;
  const bool with_git = registry.separate_people && !fs::exists(git.path, error);
  commit(folder, changes, TurnHeld::no, with_git ? git : MadeBeside());
}

std::string for_shell(std::string word) {
  if (word.starts_with('-')) word.insert(0, "./");  // else it would be an option
  const bool plain = word.find_first_of(" \t\n'\"\\$`&;|<>()*?[]#~!{}") == std::string::npos;
  if (plain) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// What was asked for, and what comes of it.
struct Plan {
  std::string place{};
  bool dry_run = false;
  std::vector<NewFile> files{};
  std::vector<std::string> kept{};  ///< what was there and stays as it is
  std::string pipeline{};           ///< the file of --ci; empty: none
  std::string school_in_cases{};    ///< its name as papers will have it, where the program is not sure
};

void list(const Plan& plan, Environment& environment) {
  for (const NewFile& file : plan.files)
    environment.out << (fs::path(plan.place) / file.path).lexically_normal().string() << '\n';
}

void tell_of_pipeline(const std::string& pipeline, Environment& environment) {
  environment.out
      << say({"проверка на сервере — {}; впишите в него, откуда взять пакет (NASTAVNIK_DEB_URL)",
              "the check on the server is {}; enter in it where to take the package from (NASTAVNIK_DEB_URL)"},
             pipeline)
             .in(environment.language)
      << '\n';
}

void tell(const Plan& plan, Environment& environment) {
  const Count count{static_cast<long long>(plan.files.size()), noun::file};
  const Words done = plan.dry_run ? say({"был бы создан реестр: {}", "a registry would be made: {}"}, count)
                                  : say({"создан реестр: {}", "a registry is made: {}"}, count);
  const Language language = environment.language;
  environment.out << done.in(language) << '\n';
  if (!plan.kept.empty()) {
    const std::string kept = fmt::format("{}", fmt::join(plan.kept, ", "));
    environment.out << say({"оставлено как было: {}", "left as it was: {}"}, kept).in(language) << '\n';
  }
  if (plan.dry_run) return;
  environment.out << Text{"дальше:", "next:"}.in(language) << '\n';
  if (plan.place != ".") environment.out << "  cd " << for_shell(plan.place) << '\n';
  environment.out << "  nastavnik status\n";
  if (!plan.school_in_cases.empty())
    environment.out << say({"проверьте наименование в падежах: «в {}»; если неверно — name_forms в organization.yaml",
                            "look at the name in the cases: «в {}»; if it is wrong, name_forms in organization.yaml"},
                           plan.school_in_cases)
                           .in(language)
                    << '\n';
  if (!plan.pipeline.empty()) tell_of_pipeline(plan.pipeline, environment);
}

/// A registry that is there already gets the file of its pipeline and nothing else.
ExitStatus add_pipeline(const fs::path& folder, const Plan& plan, Environment& environment) {
  refuse_what_exists(plan.place, folder, plan.files);
  if (plan.dry_run) return list(plan, environment), ExitStatus::clean;
  make(folder, {}, plan.files, environment);
  tell_of_pipeline(plan.pipeline, environment);
  return ExitStatus::clean;
}

bool asks_for_pipeline_alone(const Arguments& arguments) {
  const auto asked = [&](const char* option) { return arguments.given(option); };
  return asked("ci") && !asked("example") && !asked("name") && !asked("full-name") && !asked("subordination") &&
         !asked("people");
}

/// The registry that is there already, unless all that is wanted is a pipeline for it.
void refuse_registry(const fs::path& around, const fs::path& folder, const Arguments& arguments,
                     const Environment& environment) {
  if (around == folder && asks_for_pipeline_alone(arguments)) return;
  refuse_while_written(around);
  throw UsageError{say({"здесь уже есть реестр: {}", "there is a registry here already: {}"},
                       (around / registry_mark).lexically_relative(environment.directory).string()),
                   {}};
}

std::string doubtful_form_of(const NewRegistry& registry) {
  if (!registry.short_name) return {};
  const Declined form = declined_school(*registry.short_name, SchoolCase::prepositional);
  return form.doubtful ? form.text : std::string();
}

ExitStatus run_init(const Arguments& arguments, Environment& environment) {
  const NewRegistry registry = registry_of(arguments, environment);
  Plan plan{.place = arguments.text("folder").value_or("."), .dry_run = arguments.given("dry-run")};
  if (!(environment.directory / plan.place).is_absolute()) folder_is_gone();
  const fs::path folder = tidy(environment.directory / plan.place);
  std::error_code error;
  if (!plan.dry_run && fs::is_directory(folder, error)) take_turn(folder, environment);
  const fs::path around = root_above(folder);
  if (!around.empty()) refuse_registry(around, folder, arguments, environment);
  if (const std::optional<std::string> server = arguments.text("ci")) {
    refuse_pipeline_below_root(folder, arguments.spelled("ci"));
    plan.files.push_back(pipeline_for(*server));
    plan.pipeline = plan.files.front().path;
  }
  if (!around.empty()) return add_pipeline(folder, plan, environment);
  plan.school_in_cases = doubtful_form_of(registry);
  for (NewFile& file : files_of(registry)) plan.files.push_back(std::move(file));
  plan.kept = leave_what_may_stay(folder, plan.files);
  refuse_people_in_sight(registry, folder, plan.kept);
  refuse_what_exists(plan.place, folder, plan.files);
  if (plan.dry_run)
    list(plan, environment);
  else
    refuse_unfit(plan.files, environment.today), make(folder, registry, plan.files, environment);
  if (!arguments.given("quiet")) tell(plan, environment);
  return ExitStatus::clean;
}

}  // namespace

Command init_command();
Command init_command() {
  return {
      .name = "init",
      .group = Group::enter,
      .summary = {"завести новый реестр", "make a new registry"},
      .description =
          {"Создаёт папку с файлами, которые останется заполнить, и подсказки для редактора. Что именно заполнить, скажет "
           "nastavnik check. Ничего из того, что уже есть, не меняется: свой README.md и настройки git и редактора остаются как были, а если "
           "мешает хоть один другой файл, не создаётся ничего.",
           "Makes a folder with files to fill in and hints for an editor. What to fill in is told by nastavnik check. Nothing "
           "that exists is changed: your own README.md and settings of git and the editor stay as they are, and if a single other file "
           "stands in the way, nothing is made."},
      .positionals = {{.name = "folder",
                       .type = Type::path,
                       .value = {"ПАПКА", "DIR"},
                       .help = {"где завести реестр; если не указано, в текущей папке",
                                "where to make it; if not given, in the current folder"},
                       .completes = {Completes::folder}}},
      .options =
          {{.name = "example",
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
           {.name = "ci",
            .type = Type::choice,
            .value = {"СЕРВЕР", "SERVER"},
            .help =
                {"файл, по которому сервер проверяет реестр при каждой отправке; годится и для готового реестра",
                 "the file by which a server checks the registry on every push; also for a registry that is there already"},
            .words = {{"gitlab", {"GitLab: .gitlab-ci.yml", "GitLab: .gitlab-ci.yml"}},
                      {"github",
                       {"GitHub: .github/workflows/nastavnik.yml", "GitHub: .github/workflows/nastavnik.yml"}}}},
           {.name = "dry-run",
            .help = {"только показать, какие файлы были бы созданы", "only show the files that would be made"}}},
      .examples = {{"nastavnik init", {"завести реестр в текущей папке", "make a registry in the current folder"}},
                   {"nastavnik init shkola --name 'МБОУ «Ключевская СОШ»'",
                    {"завести реестр школы в папке shkola", "make the registry of a school in the folder shkola"}},
                   {"nastavnik init primer --example",
                    {"скопировать заполненный пример в папку primer",
                     "copy the filled example into the folder primer"}},
                   {"nastavnik init --ci gitlab",
                    {"завести реестр, который сервер GitLab будет проверять сам",
                     "make a registry that a GitLab server checks by itself"}},
                   {"nastavnik init --dry-run --people separate",
                    {"посмотреть, что будет создано", "see what would be made"}}},
      .statuses = {ExitStatus::clean, ExitStatus::unreadable},
      .run = run_init,
  };
}

}  // namespace nastavnik::cmd
