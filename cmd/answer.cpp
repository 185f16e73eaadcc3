#include "cmd/answer.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "cmd/beside.h"
#include "disk/write.h"
#include "model/kinds/people.h"
#include "rules/conceal.h"

namespace nastavnik::cmd {
namespace {

using reports::ReportFormat;

constexpr std::string_view table = "table";

const ReportFormat& for_reading() { return reports::report_formats().front(); }

/// A new file; nothing is overwritten.
void write_new(const std::string& name, std::string bytes, const Environment& environment) {
  const std::filesystem::path path = (environment.directory / name).lexically_normal();
  if (!std::filesystem::is_directory(path.parent_path()))
    throw UsageError{say({"папки «{}» нет", "there is no folder '{}'"}, path.parent_path().generic_string()),
                     Text{"заведите её или назовите другую", "make it, or name another"}};
  const NewFile file{path.filename().string(), std::move(bytes)};
  if (!in_the_way(path.parent_path(), {&file, 1}).empty())
    throw UsageError{say({"файл «{}» уже есть", "the file '{}' is there already"}, name),
                     Text{"назовите другой файл или уберите этот", "name another file, or move this one away"}};
  Creation creation(path.parent_path());
  creation.write(file);
  creation.keep();
}

const ReportFormat& format_of_file(const std::string& file) {
  for (const ReportFormat& format : reports::report_formats())
    if (file.ends_with("." + std::string(format.extension))) return format;
  throw UsageError{
      say({"по имени «{}» не понять, в каком виде писать", "the name '{}' does not tell the format"}, file),
      Text{"назовите вид: --format html", "name it: --format html"}};
}

const ReportFormat* format_named(std::string_view name) {
  if (name == table) return &for_reading();
  const auto formats = reports::report_formats();
  const auto found = std::ranges::find(formats, name, &ReportFormat::name);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Parameter> answer_options(std::vector<Word> own) {
  std::vector<Word> words;
  for (const ReportFormat& format : reports::report_formats())
    if (!format.on_paper_only) words.push_back({&format == &for_reading() ? table : format.name, format.title});
  words.insert(words.end(), own.begin(), own.end());
  return {{.name = "format",
           .type = Type::choice,
           .value = {"ВИД", "FORMAT"},
           .help = {"в каком виде; иначе по имени файла в --output, а без него table",
                    "in which format; otherwise by the name of the file in --output, without one table"},
           .words = std::move(words)},
          {.name = "output",
           .letter = 'o',
           .type = Type::path,
           .value = {"ФАЙЛ", "FILE"},
           .help = {"записать в новый файл", "write to a new file"}}};
}

const ReportFormat* format_asked(const Arguments& arguments) {
  const std::optional<std::string> name = arguments.text("format"), file = arguments.text("output");
  return name ? format_named(*name) : file ? &format_of_file(*file) : &for_reading();
}

void refuse_on_terminal(std::string_view format, const Arguments& arguments, const Environment& environment) {
  if (!arguments.given("output") && environment.out_terminal.is_terminal)
    throw UsageError{say({"вид «{}» не для экрана", "the format '{}' is not for a terminal"}, format),
                     Text{"назовите файл: --output", "name a file: --output"}};
}

bool shows_names(std::string_view format, const Arguments& arguments, const Environment& environment) {
  static constexpr std::array to_read{std::string_view("text"), table, std::string_view("concise")};
  const bool to_file = arguments.declared("output") && arguments.given("output");
  return arguments.given("names") ||
         (!to_file && environment.out_terminal.is_terminal && std::ranges::find(to_read, format) != to_read.end());
}

bool is_read(const ReportFormat& format) {
  return format.name == "text" || format.name == "markdown" || format.name == "html";
}

void deliver(std::string bytes, const Arguments& arguments, Environment& environment) {
  if (const std::optional<std::string> name = arguments.text("output"))
    write_new(*name, std::move(bytes), environment);
  else
    environment.bytes() << bytes;
}

ExitStatus tell_of_unread(const Open& open, bool people_count, const Arguments& arguments, Environment& environment) {
  const Registry& registry = open.registry();
  const bool unseen = people_count && !registry.all<Person>().seen();
  const auto broken = registry.broken_files();
  if (!arguments.given("quiet")) {
    const Beside beside(registry, environment.names_in_messages());
    for (const Span place : broken)
      environment.err << say({"{}: не читается и здесь не учтён; что не так: nastavnik check\n",
                              "{}: cannot be read and does not count here; what is wrong: nastavnik check\n"},
                             beside.with(path_without_name(open.loaded->sources, place)))
                             .in(environment.language);
    if (unseen)
      environment.err << Text{"папки people здесь нет: что в ней, не учтено\n",
                              "the folder people is not here: what is in it does not count\n"}
                             .in(environment.language);
  }
  if (open.loaded->unreadable) return ExitStatus::unreadable;
  return broken.empty() && !unseen ? ExitStatus::clean : ExitStatus::findings;
}

void print(const reports::Report& report, const Arguments& arguments, Environment& environment) {
  const ReportFormat& format = *format_asked(arguments);
  if (format.binary) refuse_on_terminal(format.name, arguments, environment);
  const bool to_terminal = environment.out_terminal.is_terminal && !arguments.given("output");
  const reports::Style style{.language = environment.language, .width = to_terminal ? environment.width() : 100};
  deliver(format.render(report, style), arguments, environment);
}

}  // namespace nastavnik::cmd
