#include <algorithm>
#include <ostream>
#include <set>

#include "base/failure.h"
#include "base/layout.h"
#include "base/printable.h"
#include "cmd/command.h"
#include "cmd/own_template.h"
#include "cmd/unknown.h"
#include "disk/commit.h"
#include "disk/root.h"
#include "document/catalogue.h"
#include "document/renderings.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

ExitStatus list_templates(const fs::path& root, Environment& environment) {
  const Language language = environment.language;
  std::vector<Described> rows;
  const std::vector<std::string> files = own_templates(root);
  for (const DocumentKind& kind : documents()) {
    const bool own = std::find(files.begin(), files.end(), std::string(kind.name) + ".docx") != files.end();
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
  std::vector<FileChange> files;
  for (const std::string& name : names)
    files.push_back({.folder = root,
                     .path = fmt::format("{}/{}.docx", templates_folder, name),
                     .after = docx_template(built_in_paper(kind_named(name)), environment.today)});
  std::error_code error;
  for (const FileChange& file : files)
    if (fs::exists(fs::symlink_status(root / file.path, error)))
      throw UsageError{say({"ничего не записано: уже есть {}", "nothing was written: there is already {}"}, file.path),
                       {}};
  commit(root, files, TurnHeld::no);
  for (const FileChange& file : files) environment.out << file.path << '\n';
  return ExitStatus::clean;
}

Words with_perhaps(const Words& fault, std::string_view near) {
  return near.empty() ? fault : say({"{}; {}", "{}; {}"}, fault, perhaps(near));
}

constexpr std::size_t most_unknown = 20;

constexpr Noun placeholder_noun{
    {"подстановка", "placeholder"}, {"подстановки", "placeholders"}, {"подстановок", "placeholders"}};

/// Placeholders that nothing fills, the first of them with what may have been meant.
void note_unknown(const DocumentKind& kind, const std::string& docx, std::vector<Words>& faults) {
  const std::vector<std::string> known = known_placeholders(kind);
  const std::set<std::string_view> sorted(known.begin(), known.end());
  const std::vector<std::string_view> words(known.begin(), known.end());
  std::size_t unknown = 0;
  for (const std::string& name : docx_placeholders(docx))
    if (!name.empty() && !sorted.contains(name) && ++unknown <= most_unknown)
      faults.push_back(
          with_perhaps(say({"нет такой подстановки: {}", "there is no such placeholder: {}"}, printable(name)),
                       meant_by(name, words)));
  if (unknown > most_unknown)
    faults.push_back(say({"и ещё {}, которых нет", "and {} more that do not exist"},
                         Count{static_cast<long long>(unknown - most_unknown), placeholder_noun}));
}

/// What is wrong with a template of the school.
std::vector<Words> faults_of(const DocumentKind& kind, const std::string& docx) {
  std::vector<Words> faults;
  note_unknown(kind, docx, faults);
  FillReport report;
  static_cast<void>(filled_docx(docx, "", Values(), {}, report));
  faults.insert(faults.end(), report.faults.begin(), report.faults.end());
  for (const std::string& name : report.unbalanced)
    faults.push_back(say({"повтор открыт, но не закрыт, или наоборот: {}",
                          "a section is opened and not closed, or the other way round: {}"},
                         printable(name)));
  return faults;
}

std::vector<Words> faults_in(const fs::path& root, const std::string& name) {
  const fs::path file(name);
  if (file.extension() == ".docm")
    return {{"это файл с макросами; сохраните его как «Документ Word (.docx)»",
             "it is a file with macros; save it as “Word Document (.docx)”"}};
  if (file.extension() != ".docx") return {{"это не .docx", "it is no .docx"}};
  const DocumentKind* kind = find_document(file.stem().string());
  if (!kind) {
    const std::string_view near = meant_by(file.stem().string(), names_of(documents()));
    return {with_perhaps({"такого документа нет", "there is no such document"},
                         near.empty() ? "" : std::string(near) + ".docx")};
  }
  try {
    return faults_of(*kind, own_template(root, name).value_or(""));
  } catch (const Failure& failure) {
    return {failure.words()};
  }
}

ExitStatus check_templates(const fs::path& root, const std::vector<std::string>& names, Environment& environment) {
  for (const std::string& name : names) static_cast<void>(kind_named(name));
  const std::vector<Words> misnamed = misnamed_folders(root);
  for (const Words& fault : misnamed) environment.out << say({"{}\n", "{}\n"}, fault).in(environment.language);
  bool clean = misnamed.empty(), any = !misnamed.empty();
  for (const std::string& file : own_templates(root)) {
    if (!names.empty() && std::find(names.begin(), names.end(), fs::path(file).stem().string()) == names.end())
      continue;
    any = true;
    const std::string shown = std::string(templates_folder) + '/' + printable(file);
    const std::vector<Words> faults = faults_in(root, file);
    clean = clean && faults.empty();
    for (const Words& fault : faults) environment.out << shown << ": " << fault.in(environment.language) << '\n';
    if (faults.empty())
      environment.out << shown << ": " << Text{"всё в порядке", "all is well"}.in(environment.language) << '\n';
  }
  if (!any) environment.out << Text{"своих шаблонов нет\n", "there are no own templates\n"}.in(environment.language);
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
      .group = Group::papers,
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
                       .completes = {Completes::paper},
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
