#include "cmd/new_registry.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/embedded.h"
#include "document/declension.h"
#include "handbook/schema.h"
#include "model/kinds.h"
#include "source/yaml.h"

// The samples of a new registry lie in cmd/new_registry/; a name that begins with a dot there begins with `dot-`, so that
// git and editors do not take the samples for settings of ours.

namespace nastavnik::embedded {
std::span<const Embedded> new_registry();
std::span<const Embedded> example_school();
std::span<const Embedded> pipelines();
}  // namespace nastavnik::embedded

namespace nastavnik::cmd {
namespace {

constexpr std::string_view schema_folder = ".nastavnik/schemas/";

/// The comment by which editors know the schema of a record.
std::string modeline(std::string_view path) {
  const std::size_t slash = path.find('/');
  const bool single = slash == std::string_view::npos;
  const std::string_view kind = single ? path.substr(0, path.find('.')) : path.substr(0, slash);
  return fmt::format("# yaml-language-server: $schema={}{}{}.schema.json\n", single ? "" : "../", schema_folder, kind);
}

NewFile file_of(const Embedded& embedded) {
  NewFile file{std::string(embedded.path), std::string(embedded.bytes)};
  if (file.path.starts_with("dot-")) file.path.replace(0, 4, ".");
  if (file.path.ends_with(".yaml")) file.bytes.insert(0, modeline(file.path));
  return file;
}

/// Fills in a line of a form: «# key: …» or «key: …».
void fill(std::string& form, std::string_view key, const std::string& value) {
  for (const std::string& blank : {fmt::format("\n# {}: ", key), fmt::format("\n{}: ", key)}) {
    const std::size_t begin = form.find(blank);
    if (begin == std::string::npos) continue;
    const std::size_t end = form.find('\n', begin + 1);
    form.replace(begin, end - begin, fmt::format("\n{}: {}", key, value));
    return;
  }
  throw std::logic_error(fmt::format("the form has no line for {}", key));
}

/// What the program makes of the name stands in the form: it is for the school to say whether it is right.
void fill_forms(std::string& form, const std::string& name) {
  for (const auto& [key, to] :
       {std::pair{"genitive", SchoolCase::genitive}, std::pair{"prepositional", SchoolCase::prepositional}}) {
    const std::size_t begin = form.find(fmt::format("\n#     {}: ", key)) + 1;
    form.replace(begin, form.find('\n', begin) - begin,
                 fmt::format("#     {}: {}", key, as_yaml(yaml_text(declined_school(name, to).text))));
  }
}

void fill_organization(std::string& form, const NewRegistry& registry) {
  if (registry.short_name) {
    fill(form, "short_name", as_yaml(yaml_text(*registry.short_name)));
    fill_forms(form, *registry.short_name);
  }
  if (registry.full_name) fill(form, "full_name", as_yaml(yaml_text(*registry.full_name)));
  if (registry.subordination != "municipal") fill(form, "subordination", registry.subordination);
}

/// The samples are written as of this day.
constexpr Date day_of_samples{2025, 9, 1};

/// What stands for a day, a year or a school year at the beginning of the text, and what it is on the other day.
struct Told {
  std::size_t size = 0;
  std::string now{};
};

Told told_at(std::string_view text, Date today) {
  constexpr std::string_view year = "2025", school_years = "2025-2026";
  if (const auto day = parse_date(text.substr(0, 10))) return {10, iso(today + (*day - day_of_samples))};
  if (text.starts_with(school_years)) {
    const Period now = school_year(today);
    return {school_years.size(), fmt::format("{}-{}", now.from.year(), now.to.year())};
  }
  if (text.starts_with(year)) return {year.size(), std::to_string(today.year())};
  return {};
}

/// The samples with their days as far from today as they were from theirs.
std::string brought_up_to(std::string_view samples, Date today) {
  std::string text;
  for (std::size_t at = 0; at < samples.size();) {
    const bool begins = is_digit(samples[at]) && (at == 0 || !is_digit(samples[at - 1]));
    const Told told = begins ? told_at(samples.substr(at), today) : Told{};
    text += told.size == 0 ? std::string(1, samples[at]) : told.now;
    at += std::max<std::size_t>(told.size, 1);
  }
  return text;
}

/// The order approving the regulation names the school (P8-2).
void name_school(std::string& readme, const NewRegistry& registry) {
  constexpr std::string_view nameless = "МБОУ «…»";
  const std::size_t at = readme.find(nameless);
  if (at != std::string::npos && registry.short_name)
    readme.replace(at, nameless.size(), declined_school(*registry.short_name, SchoolCase::prepositional).text);
}

/// The files that stand beside the records, whatever these are: hints for git and editors.
bool is_beside_records(std::string_view path) { return path.starts_with("dot-"); }

NewFile editor_settings() {
  nlohmann::ordered_json patterns;
  for (const Kind* kind : single_kinds())
    patterns[fmt::format("{}{}.schema.json", schema_folder, stem(*kind))] = fmt::format("/{}.yaml", stem(*kind));
  for (const Kind* kind : folder_kinds())
    patterns[fmt::format("{}{}.schema.json", schema_folder, stem(*kind))] = fmt::format("/{}/*.yaml", stem(*kind));
  const nlohmann::ordered_json yaml{
      {"editor.insertSpaces", true}, {"editor.tabSize", 2}, {"editor.autoIndent", "keep"}};
  const nlohmann::ordered_json settings{{"files.encoding", "utf8"},
                                        {"files.eol", "\n"},
                                        {"files.insertFinalNewline", true},
                                        {"[yaml]", yaml},
                                        {"yaml.schemas", patterns}};
  return {".vscode/settings.json", settings.dump(2) + '\n'};
}

/// Puts lines in the place of a line that holds the mark alone, each as far from the margin as the mark.
void put_lines(std::string& text, std::string_view mark, std::string_view lines) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) throw std::logic_error(fmt::format("there is no {}", mark));
  const std::size_t margin = text.rfind('\n', at) + 1;
  const std::string indent = '\n' + text.substr(margin, at - margin);
  std::string indented(lines.substr(0, lines.find_last_not_of('\n') + 1));
  for (std::size_t end = indented.find('\n'); end != std::string::npos; end = indented.find('\n', end + indent.size()))
    indented.replace(end, 1, indent);
  text.replace(at, mark.size(), indented);
}

std::string pipeline_part(std::string_view path) {
  for (const Embedded& part : embedded::pipelines())
    if (part.path == path) return std::string(part.bytes);
  throw std::logic_error(fmt::format("there is no {}", path));
}

/// A copy of the example says for itself how it is checked.
void speak_of_the_copy(std::string& readme) {
  constexpr std::string_view folder = " examples/school";
  for (std::size_t at = readme.find(folder); at != std::string::npos; at = readme.find(folder, at))
    readme.erase(at, folder.size());
}

std::vector<NewFile> samples(const NewRegistry& registry) {
  std::vector<NewFile> files;
  for (const Embedded& form : embedded::new_registry())
    if (!registry.example || is_beside_records(form.path)) {
      NewFile& file = files.emplace_back(file_of(form));
      if (!is_beside_records(form.path)) file.bytes = brought_up_to(file.bytes, registry.today);
    }
  for (const Embedded& record : embedded::example_school())
    if (registry.example || record.path == "calendar.yaml") files.push_back(file_of(record));
  return files;
}

}  // namespace

NewFile pipeline_for(std::string_view server) {
  NewFile file{server == "gitlab" ? ".gitlab-ci.yml" : ".github/workflows/nastavnik.yml",
               pipeline_part(fmt::format("{}.yml", server))};
  put_lines(file.bytes, "@INSTALL@", pipeline_part("install.sh"));
  for (std::size_t count = 0; count < 2; ++count) put_lines(file.bytes, "@VERSION@", NASTAVNIK_VERSION);
  return file;
}

bool may_stand_already(std::string_view path) {
  return path == "README.md" || path == ".gitignore" || path == ".gitattributes" || path == ".editorconfig" ||
         path.starts_with(".vscode/");
}

std::vector<NewFile> files_of(const NewRegistry& registry) {
  std::vector<NewFile> files = samples(registry);
  files.push_back(editor_settings());
  for (Schema& schema : schemas(registry.language))
    files.push_back({fmt::format("{}{}.schema.json", schema_folder, schema.stem), std::move(schema.text)});
  for (NewFile& file : files) {
    if (file.path == "organization.yaml" && !registry.example) fill_organization(file.bytes, registry);
    if (file.path == "orders/README.md") name_school(file.bytes, registry);
    if (file.path == ".gitignore" && registry.separate_people)
      file.bytes += fmt::format("\n# Люди — в своём хранилище.\n{}\n", people_kept_apart);
    if (file.path == "README.md" && registry.example) speak_of_the_copy(file.bytes);
  }
  std::sort(files.begin(), files.end(), [](const NewFile& a, const NewFile& b) { return a.path < b.path; });
  std::stable_partition(files.begin(), files.end(), [](const NewFile& file) { return file.path != "nastavnik.yaml"; });
  return files;
}

}  // namespace nastavnik::cmd
