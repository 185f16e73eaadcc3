#include "handbook/schema.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/embedded.h"
#include "cmd/command.h"
#include "disk/write.h"
#include "model/field.h"
#include "model/kinds.h"
#include "source/disk.h"

namespace nastavnik::embedded {
std::span<const Embedded> output_schemas();
}  // namespace nastavnik::embedded

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

constexpr std::string_view suffix = ".schema.json";

/// The schemas of the records, and of what the program prints for other programs.
std::vector<Schema> every_schema(const Environment& environment) {
  // A schema is part of a registry, and a registry is Russian unless somebody says otherwise.
  std::vector<Schema> all = schemas(environment.asked_language.value_or(Language::ru));
  for (const Embedded& file : embedded::output_schemas())
    all.push_back({std::string(file.path.substr(0, file.path.size() - suffix.size())), std::string(file.bytes)});
  return all;
}

std::vector<Word> stems() {
  std::vector<Word> words;
  for (const Kind* kind : single_kinds())
    words.push_back({kind->folder.substr(0, kind->folder.find('.')), kind->title});
  for (const Kind* kind : folder_kinds()) words.push_back({kind->folder, kind->title});
  words.push_back({"check-output", {"вывод check --format json", "output of check --format json"}});
  words.push_back({"coverage-output", {"вывод coverage --format json", "output of coverage --format json"}});
  words.push_back({"report-output", {"вывод report --format json", "output of report --format json"}});
  return words;
}

/// Writes what differs, and names it.
void write_all(const std::string& place, const std::vector<Schema>& all, bool dry_run, bool quiet,
               Environment& environment) {
  const DiskTree folder((environment.directory / place).string());
  Creation creation(environment.directory / place);
  std::vector<std::string> changed;
  for (const Schema& schema : all) {
    const NewFile file{schema.stem + std::string(suffix), schema.text};
    Arena arena;
    const ReadResult old = folder.read(file.path, arena);
    if (old.fault == ReadFault::none && old.text == file.bytes) continue;
    if (!dry_run) creation.replace(file);
    changed.push_back(file.path);
  }
  creation.keep();
  for (const std::string& path : changed)
    if (!quiet) environment.out << (fs::path(place) / path).lexically_normal().string() << '\n';
}

ExitStatus run_schema(const Arguments& arguments, Environment& environment) {
  const std::optional<std::string> kind = arguments.text("kind");
  const std::optional<std::string> folder = arguments.text("all");
  if (kind.has_value() == folder.has_value())
    throw UsageError{{"нужен либо вид записей, либо --all ПАПКА", "either a kind of records or --all DIR is wanted"},
                     {"виды записей перечислены в справке", "the kinds of records are listed in the help"}};
  const std::vector<Schema> all = every_schema(environment);
  if (folder) {
    write_all(*folder, all, arguments.given("dry-run"), arguments.given("quiet"), environment);
    return ExitStatus::clean;
  }
  for (const Schema& schema : all)
    if (schema.stem == *kind) environment.out << schema.text;
  return ExitStatus::clean;
}

}  // namespace

Command schema_command();
Command schema_command() {
  return {
      .name = "schema",
      .group = Group::about,
      .summary = {"напечатать схему записей для редактора", "print the schema of records for an editor"},
      .description =
          {"Схема JSON Schema говорит редактору, какие бывают поля и что в них пишут. В новом реестре схемы уже лежат в "
           "папке .nastavnik/schemas; после обновления программы запишите их туда заново. Тексты схем русские, с "
           "параметром --lang en — английские.",
           "A JSON Schema tells an editor which fields there are and what is written in them. A new registry has the schemas "
           "in .nastavnik/schemas; write them there anew when the program was updated. Their texts are Russian, or with "
           "--lang en English."},
      .positionals = {{.name = "kind",
                       .type = Type::choice,
                       .value = {"ВИД", "KIND"},
                       .help = {"вид записей", "kind of records"},
                       .words = stems()}},
      .options = {{.name = "all",
                   .type = Type::path,
                   .value = {"ПАПКА", "DIR"},
                   .help = {"записать все схемы в эту папку, заменив прежние",
                            "write all schemas to this folder, over the old ones"},
                   .completes = {Completes::folder}},
                  {.name = "dry-run",
                   .help = {"только показать, какие файлы изменились бы", "only show the files that would change"}}},
      .examples = {{"nastavnik schema programs", {"схема программы наставничества", "the schema of a programme"}},
                   {"nastavnik schema --all .nastavnik/schemas",
                    {"обновить схемы в реестре", "renew the schemas of a registry"}}},
      .statuses = {ExitStatus::clean, ExitStatus::unreadable},
      .run = run_schema,
  };
}

}  // namespace nastavnik::cmd
