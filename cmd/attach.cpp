#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "acts/entering.h"
#include "base/ascii.h"
#include "cmd/asked_act.h"
#include "cmd/record_word.h"
#include "cmd/unknown.h"
#include "model/shape.h"
#include "model/types.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

constexpr std::string_view scans = "scans/";
constexpr std::uintmax_t most_bytes = std::uintmax_t{20} << 20;  // git keeps every byte for ever

/// Letters and digits alone: a name that a file came with may tell whose it is.
std::string extension_of(const fs::path& path) {
  const std::string extension = to_lower(path.extension().string());
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const bool is_fit = extension.size() > 1 && extension.size() <= 6 &&
                      std::all_of(extension.begin() + 1, extension.end(), is_plain) && extension != ".yaml" &&
                      extension != ".yml";
  if (!is_fit)
    throw UsageError{say({"по имени «{}» не понять, что это за файл: нужно расширение, например .pdf",
                          "the name '{}' does not tell what file it is: an extension is needed, as .pdf"},
                         path.filename().string())};
  return extension;
}

std::string bytes_of(const fs::path& path, const std::string& shown) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw UsageError{say({"нет файла «{}»", "there is no file '{}'"}, shown)};
  if (!fs::is_regular_file(status)) throw UsageError{say({"«{}» — не файл", "'{}' is no file"}, shown)};
  const std::uintmax_t size = fs::file_size(path, error);
  if (size == 0) throw UsageError{say({"файл «{}» пуст", "the file '{}' is empty"}, shown)};
  if (size > most_bytes)
    throw UsageError{say({"файл «{}» больше {} МБ: git хранит каждый байт навсегда",
                          "the file '{}' is larger than {} MB: git keeps every byte for ever"},
                         shown, most_bytes >> 20),
                     {"сохраните скан с меньшим разрешением, а где лежит подлинник, скажет stored_at",
                      "save the scan with a lower resolution; stored_at tells where the original is"}};
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || bytes.size() != size)
    throw UsageError{say({"файл «{}» не удалось прочитать", "the file '{}' could not be read"}, shown)};
  return bytes;
}

/// Where the copy lies, by its path in the registry.
struct Scan {
  std::string path{};
  bool is_there = false;
};

/// Nothing is written through a link that leads elsewhere.
void refuse_link(const fs::path& folder) {
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(folder, error)))
    throw UsageError{
        say({"{} — ссылка в другое место, сканы туда не кладутся", "{} is a link to elsewhere: no scan is put there"},
            folder.string())};
}

/// A file that lies among the scans already stays there.
std::optional<Scan> among_scans(const fs::path& file, const Open& open) {
  std::error_code error;
  const fs::path below = fs::canonical(file, error).lexically_relative(fs::canonical(open.root.path, error));
  const std::string path = below.generic_string();
  std::string_view value;
  if (!path.starts_with(scans) || Path::read(path, value)) return std::nullopt;
  return Scan{.path = path, .is_there = true};
}

/// Called by the id of the record, so that no name gets into it; where another file has that name, by the next number.
Scan place_for(const std::string& bytes, const RecordFile& record, const std::string& extension, const Open& open) {
  refuse_link(open.root.path / "scans");  // with a slash at its end it would be what the link leads to
  const std::string id = fs::path(record.path).stem().string();
  for (int number = 1;; ++number) {
    const std::string path =
        fmt::format("{}{}{}{}", scans, id, number == 1 ? "" : fmt::format("-{}", number), extension);
    if (!open.tree->has_file(path)) return {.path = path};
    Arena arena;
    const ReadResult read = open.tree->read(path, arena);
    if (read.fault == ReadFault::none && read.text == bytes) return {.path = path, .is_there = true};
  }
}

/// `consents.p-031` and `consents.p-031.file` mean the same; of a record that is a paper itself, nothing does.
std::string field_of(const std::string& field) {
  if (field.empty() || field == "file") return "file";
  return field.ends_with(".file") ? field : field + ".file";
}

/// Names stand in people/ alone, and no file that is not a record may lie there.
void refuse_personal(const RecordFile& record) {
  if (record.personal)
    throw UsageError{{"скан с данными человека в реестр не кладётся: из git его уже не убрать",
                      "no scan with data of a person is put into the registry: git would keep it for ever"},
                     {"запишите, где лежит подлинник: nastavnik set, поле stored_at",
                      "record where the original is kept: nastavnik set, field stored_at"}};
}

/// The lists and mappings of papers, where the record has such and is none itself.
std::vector<std::string> papers_in(const RecordFile& record) {
  std::vector<std::string> fields;
  if (record.shape->find("file")) return fields;
  for (const FieldShape& field : record.shape->fields)
    if (field.is_mapping() && field.shape->find("file")) fields.emplace_back(field.field.key);
  return fields;
}

/// Where a record has papers and is none itself, it must be said which is meant.
void refuse_unclear(const RecordFile& record, const std::string& field) {
  if (!field.empty() || record.shape->find("file")) return;
  const std::vector<std::string> fields = papers_in(record);
  throw Refusal{
      .what = Text{"не указано, к какому документу этой записи", "it is not said to which paper of the record"},
      .hint = fields.empty() ? Words("в этой записи документов нет", "this record has no papers")
                             : say({"укажите, например: --field '{}[#1]'; документы бывают в {}",
                                    "for example: --field '{}[#1]'; papers stand in {}"},
                                   fields.front(), some_of(fields)),
      .is_incomplete = !fields.empty()};
}

/// What is attached to what, in the words that told it.
struct Attached {
  std::string record{};
  std::string file{};
  std::string field{};
};

Act attaching(const Attached& told, const Open& open, const Environment& environment, const Typing& typing) {
  const std::string field = field_of(told.field);
  const fs::path path = environment.directory / told.file;
  const std::string bytes = bytes_of(path, told.file), extension = extension_of(path);
  const RecordFile record(*open.loaded, file_meant(told.record, field, open, environment));
  refuse_personal(record);
  refuse_unclear(record, told.field);
  const std::optional<Scan> there = among_scans(path, open);
  const Scan scan = there ? *there : place_for(bytes, record, extension, open);
  Changes changes = setting(record, field, {scan.path}, typing);
  if (!scan.is_there) changes.push_back({scan.path, WholeFile{bytes}});
  return {std::move(changes), {"nastavnik check"}};
}

std::string file_told(const Arguments& arguments, const Environment& environment, Asking& asking) {
  const auto require = [&](const std::string& word) {
    const fs::path path = environment.directory / word;
    bytes_of(path, word);
    extension_of(path);
  };
  if (const auto told = arguments.text("file")) return *told;
  return asking.word(
      {.prompt = {"Какой файл приложить? (путь к нему):", "Which file is attached? (its path):"},
       .expected = Text{"скан или файл документа, например prikaz.pdf", "a scan or file of the paper, as prikaz.pdf"},
       .offers = {},
       .require = require});
}

Act asked_for(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking) {
  Attached told{.record = record_told(arguments, open, environment, asking),
                .field = arguments.text("field").value_or("")};
  const RecordFile record(*open.loaded, file_meant(told.record, field_of(told.field), open, environment));
  refuse_personal(record);
  const std::vector<std::string> papers = papers_in(record);
  if (told.field.empty() && !papers.empty())
    told.field = asking.word(
        {.prompt = {"К какому документу этой записи?", "To which paper of the record?"},
         .expected = say({"документы бывают в {}; например {}[#1]", "papers stand in {}; for example {}[#1]"},
                         some_of(papers), papers.front()),
         .offers = {},
         .require = [&](const std::string& word) {
           setting(record, field_of(word), {"scans/a.pdf"}, asking.typing());
         }});
  told.file = file_told(arguments, environment, asking);
  return attaching(told, open, environment, asking.typing());
}

std::vector<Parameter> attach_options() {
  std::vector<Parameter> options = act_options();
  options.push_back(
      {.name = "field",
       .type = Type::text,
       .value = {"ПОЛЕ", "FIELD"},
       .help = {"к какому документу записи: consents.p-031", "to which paper of the record: consents.p-031"}});
  return options;
}

Parameter file_parameter() {
  return {.name = "file",
          .type = Type::path,
          .value = {"ФАЙЛ", "FILE"},
          .help = {"скан или файл документа", "a scan or file of the paper"},
          .required = true,
          .asked = true};
}

ExitStatus run_attach(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  require_told(arguments, record_parameter(true), environment);
  require_told(arguments, file_parameter(), environment);
  const auto by_words = [&](const Open& open, const Typing& typing) {
    const Attached told{*arguments.text("record"), *arguments.text("file"), arguments.text("field").value_or("")};
    return attaching(told, open, environment, typing);
  };
  const Doing doing{
      .is_told = arguments.given("file"), .by_words = by_words, .by_questions = [&](const Open& open, Asking& asking) {
        return asked_for(arguments, open, environment, asking);
      }};
  return act(doing, arguments, environment);
}

}  // namespace

Command attach_command();
Command attach_command() {
  return {
      .name = "attach",
      .group = Group::enter,
      .summary = {"приложить к записи скан", "attach a scan to a record"},
      .description =
          {"Копирует файл в папку scans реестра и записывает путь к нему в поле file. Называется копия "
           "номером записи: фамилия из имени файла в реестр не попадает. Прежние файлы не заменяются; тот же самый файл второй раз "
           "не копируется. Если документов в записи несколько, скажите, какой: --field consents.p-031.\n\n"
           "На терминале программа спросит, какую запись, какой документ и какой файл, если это не указано.",
           "Copies the file into the folder scans of the registry and writes its path into the field file. The "
           "copy is called by the id of the record: a surname in the name of the file does not get into the registry. No file is "
           "replaced; the same file is not copied twice. Where a record has several papers, say which: --field consents.p-031.\n\n"
           "On a terminal record, paper and file are asked for where they are not given."},
      .positionals = {record_parameter(true), file_parameter()},
      .options = attach_options(),
      .examples = {{"nastavnik attach 2025-83-od prikaz.pdf", {"скан приказа", "the scan of an order"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_attach,
  };
}

}  // namespace nastavnik::cmd
