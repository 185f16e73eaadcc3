#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/failure.h"
#include "base/layout.h"
#include "cmd/command.h"
#include "cmd/unknown.h"
#include "disk/root.h"
#include "disk/write.h"
#include "document/catalogue.h"
#include "document/renderings.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

constexpr const char* folder_name = "templates";

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

fs::path own_file(const fs::path& root, std::string_view name) {
  return root / folder_name / (std::string(name) + ".docx");
}

ExitStatus list_templates(const fs::path& root, Environment& environment) {
  const Language language = environment.language;
  std::vector<Described> rows;
  std::error_code error;
  for (const DocumentKind& kind : documents()) {
    const bool own = fs::is_regular_file(own_file(root, kind.name), error);
    const Text whose{" — свой шаблон", " (own template)"};
    rows.push_back(
        {std::string(kind.name), std::string(kind.title.in(language)) + (own ? std::string(whose.in(language)) : "")});
  }
  environment.out << columns(rows, 0, environment.width());
  return ExitStatus::clean;
}

const DocumentKind& kind_named(const std::string& name) {
  if (const DocumentKind* kind = find_document(name)) return *kind;
  throw unknown(name, names_of(documents()), say({"нет документа «{}»", "there is no document '{}'"}, name),
                Text{"все документы: nastavnik template list", "all documents: nastavnik template list"});
}

ExitStatus export_templates(const fs::path& root, const std::vector<std::string>& names, Environment& environment) {
  if (names.empty())
    throw UsageError{
        {"не указано, какой шаблон сохранить", "it is not said which template to write"},
        {"например: nastavnik template export order-pairs", "for example: nastavnik template export order-pairs"}};
  std::vector<NewFile> files;
  for (const std::string& name : names)
    files.push_back({std::string(folder_name) + '/' + name + ".docx",
                     docx_template(built_in_paper(kind_named(name)), environment.today)});
  if (const std::vector<std::string> existing = in_the_way(root, files); !existing.empty())
    throw UsageError{
        say({"ничего не записано: уже есть {}", "nothing was written: there is already {}"}, existing.front()), {}};
  Creation creation(root);
  for (const NewFile& file : files) creation.write(file);
  creation.keep();
  for (const NewFile& file : files) environment.out << file.path << '\n';
  return ExitStatus::clean;
}

Words with_perhaps(const Words& fault, std::string_view near) {
  return near.empty() ? fault : say({"{}; {}", "{}; {}"}, fault, perhaps(near));
}

/// What is wrong with a template of the school.
std::vector<Words> faults_of(const DocumentKind& kind, const std::string& docx) {
  std::vector<Words> faults;
  const std::vector<std::string> known = known_placeholders(kind);
  const std::vector<std::string_view> words(known.begin(), known.end());
  try {
    for (const std::string& name : docx_placeholders(docx)) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      faults.push_back(with_perhaps(say({"нет такой подстановки: {}", "there is no such placeholder: {}"}, name),
                                    meant_by(name, words)));
    }
    FillReport report;
    static_cast<void>(filled_docx(docx, "", Values(), {}, report));
    for (const std::string& name : report.unbalanced)
      faults.push_back(say({"повтор открыт, но не закрыт, или наоборот: {}",
                            "a section is opened and not closed, or the other way round: {}"},
                           name));
  } catch (const Failure& failure) {
    faults.push_back(failure.words());
  }
  return faults;
}

/// The files of the folder that are to be looked at.
std::vector<fs::path> files_in(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool wanted =
        names.empty() || std::find(names.begin(), names.end(), entry.path().stem().string()) != names.end();
    if (wanted && entry.is_regular_file(error) && !name.starts_with('.') && !name.starts_with('~'))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Words> faults_in(const fs::path& file) {
  const std::string extension = file.extension().string();
  if (extension == ".docm")
    return {{"это файл с макросами; сохраните его как «Документ Word (.docx)»",
             "it is a file with macros; save it as “Word Document (.docx)”"}};
  if (extension != ".docx") return {{"это не .docx", "it is no .docx"}};
  const DocumentKind* kind = find_document(file.stem().string());
  if (kind) return faults_of(*kind, slurp(file));
  const std::string_view near = meant_by(file.stem().string(), names_of(documents()));
  return {with_perhaps({"такого документа нет", "there is no such document"},
                       near.empty() ? "" : std::string(near) + ".docx")};
}

ExitStatus check_templates(const fs::path& root, const std::vector<std::string>& names, Environment& environment) {
  for (const std::string& name : names) static_cast<void>(kind_named(name));
  const std::vector<fs::path> files = files_in(root / folder_name, names);
  bool clean = true;
  for (const fs::path& file : files) {
    const std::string shown = std::string(folder_name) + '/' + file.filename().string();
    const std::vector<Words> faults = faults_in(file);
    clean = clean && faults.empty();
    for (const Words& fault : faults) environment.out << shown << ": " << fault.in(environment.language) << '\n';
    if (faults.empty())
      environment.out << shown << ": " << Text{"всё в порядке", "all is well"}.in(environment.language) << '\n';
  }
  if (files.empty())
    environment.out << Text{"своих шаблонов нет\n", "there are no own templates\n"}.in(environment.language);
  return clean ? ExitStatus::clean : ExitStatus::findings;
}

ExitStatus run_template(const Root& registry, const Arguments& arguments, Environment& environment) {
  const fs::path& root = registry.path;
  const std::string action = *arguments.text("action");
  const std::vector<std::string>& names = arguments.list("name");
  if (action == "list") return list_templates(root, environment);
  return action == "export" ? export_templates(root, names, environment) : check_templates(root, names, environment);
}

}  // namespace

Command template_command();
Command template_command() {
  return {
      .name = "template",
      .summary = {"свои шаблоны документов", "your own templates of papers"},
      .description =
          {"Шаблон — обычный документ Word, в котором в двойных фигурных скобках стоят подстановки: {{head.short}}. Сохраните "
           "встроенный шаблон (export), поправьте его в Word и проверьте (check); дальше docx и pdf составляются по "
           "нему, а html и markdown — по встроенному тексту. Строки таблицы между {{#pairs}} и {{/pairs}} повторяются.",
           "A template is an ordinary Word document with placeholders in double braces: {{head.short}}. Write the built-in "
           "template (export), edit it in Word and check it (check); docx and pdf are then made from it, html and markdown from "
           "the built-in text. Rows of a table between {{#pairs}} and {{/pairs}} are repeated."},
      .positionals = {{.name = "action",
                       .type = Type::choice,
                       .value = {"ЧТО", "WHAT"},
                       .help = {"что сделать", "what to do"},
                       .words = {{"list", {"перечислить", "list them"}},
                                 {"export",
                                  {"сохранить встроенный в templates", "write the built-in one to templates"}},
                                 {"check", {"проверить свои", "check your own"}}},
                       .required = true},
                      {.name = "name",
                       .type = Type::text,
                       .value = {"ДОКУМЕНТ", "DOCUMENT"},
                       .help = {"для какого документа", "for which document"},
                       .list = true}},
      .examples = {{"nastavnik template list",
                    {"какие есть шаблоны и какие из них свои", "which templates there are, and which are your own"}},
                   {"nastavnik template export order-pairs",
                    {"сохранить шаблон приказа, чтобы поправить его в Word",
                     "write the template of an order to edit it in Word"}},
                   {"nastavnik template check", {"проверить все свои шаблоны", "check all your own templates"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .run = run_template,
  };
}

}  // namespace nastavnik::cmd
