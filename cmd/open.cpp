#include "cmd/open.h"

#include <algorithm>
#include <map>
#include <thread>

#include "base/failure.h"
#include "cmd/commit_act.h"
#include "disk/commit.h"
#include "history/history.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/requirements.h"
#include "rules/catalogue.h"
#include "rules/conceal.h"
#include "source/disk.h"
#include "source/overlaid.h"
#include "source/partial.h"

namespace nastavnik::cmd {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void no_registry(const fs::path& path) {
  throw UsageError{say({"здесь нет реестра: ни в «{}», ни выше нет файла nastavnik.yaml",
                        "there is no registry here: no nastavnik.yaml in '{}' or above"},
                       path.string()),
                   Text{"завести реестр: nastavnik init", "to make one: nastavnik init"}};
}

void place(const std::string& word, const Environment& environment,
           std::map<fs::path, std::vector<std::string>>& roots) {
  if (!(environment.directory / word).is_absolute()) folder_is_gone();
  PlaceOnDisk place = place_on_disk(environment.directory / word);
  if (!place.exists) throw UsageError{say({"нет файла или папки «{}»", "there is no file or folder '{}'"}, word)};
  if (place.root.empty()) no_registry(place.path);
  roots[place.root].push_back(std::move(place.below));
}

/// The folder of `--people`; empty: the people are where the settings say.
fs::path people_apart(const Arguments& arguments, const Environment& environment) {
  const auto people = arguments.text("people");
  if (!people) return {};
  fs::path folder = environment.directory / *people;
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw UsageError{say({"нет папки «{}» (параметр {})", "there is no folder '{}' (option {})"}, *people,
                         arguments.spelled("people"))};
  return folder;
}

/// The files that lie below the folder, by their paths there.
FilesLaidOver seen_from(const fs::path& folder, const std::vector<HalfDone>& files) {
  FilesLaidOver seen;
  for (const HalfDone& file : files) {
    const std::string path = file.path.lexically_relative(folder).generic_string();
    if (!path.empty() && !path.starts_with("..")) seen.emplace(path, file.before);
  }
  return seen;
}

void lay_over(std::unique_ptr<Tree>& tree, FilesLaidOver files, Open& open) {
  if (!tree || files.empty()) return;
  open.below.push_back(std::move(tree));
  tree = std::make_unique<OverlaidTree>(*open.below.back(), std::move(files));
}

bool is_being_written(const fs::path& folder) try {
  refuse_while_written(folder);
  return false;
} catch (const Failure&) {
  return true;
}

/// What a killed run has left half done is seen as it was before, and stays for a command that writes.
void read_through(Open& open, Environment& environment) {
  const std::vector<HalfDone> files = half_done(open.root.path);
  if (files.empty()) return;
  lay_over(open.tree, seen_from(open.root.path, files), open);
  lay_over(open.people, seen_from(open.people_folder, files), open);
  if (is_being_written(open.root.path)) return;
  environment.err << Text{"прошлая команда не закончила запись: записи читаются, какими были до неё; начатое уберёт следующая "
                          "команда, которая пишет\n",
                          "the last command did not finish writing: the records are read as they were before it; the next "
                          "command that writes takes back what it had begun\n"}
                         .in(environment.language);
}

/// Of a folder, `people/`; nothing of all the others.
using SightOf = std::map<std::string, const std::set<std::string, std::less<>>*>;

bool is_in_sight(std::string_view path, const SightOf& folders) {
  for (const auto& [folder, ids] : folders) {
    if (!path.starts_with(folder)) continue;
    const std::string_view name = path.substr(folder.size());
    return ids && (ids->empty() || name.empty() || ids->contains(name.substr(0, name.rfind('.'))));
  }
  return true;
}

void show_in_part(std::unique_ptr<Tree>& tree, SightOf folders, Open& open) {
  open.below.push_back(std::move(tree));
  tree = std::make_unique<PartialTree>(
      *open.below.back(), [folders = std::move(folders)](std::string_view path) { return is_in_sight(path, folders); });
}

/// What is not in sight stands in its folder as before, and is not looked at. The sight must outlive the registry.
void leave_in_sight(const InSight& sight, Open& open, Date today) {
  const auto settings = read_settings(*open.tree, today);
  const auto& people = settings->registry.settings().people_dir;
  SightOf folders;
  for (const Kind* kind : folder_kinds()) {
    const auto seen = sight.find(kind->folder);
    const std::string_view folder = kind == &Person::kind && people.given() ? *people : kind->folder;
    folders.emplace(fmt::format("{}/", folder), seen == sight.end() ? nullptr : &seen->second);
  }
  show_in_part(open.tree, std::move(folders), open);
  const auto seen = sight.find(Person::kind.folder);
  if (seen == sight.end())
    open.people.reset();
  else if (open.people)
    show_in_part(open.people, {{"", &seen->second}}, open);
}

/// The day judged, where it is not the registry's own.
std::optional<Date> day_asked(const Tree& tree, const Arguments& arguments, const Environment& environment,
                              const std::optional<Date>& last_day) {
  if (const auto day = arguments.date("as-of")) return day;
  if (last_day && read_settings(tree, environment.today)->registry.day() > *last_day) return last_day;
  return std::nullopt;
}

void refuse_without_people(const Arguments& arguments, const Registry& registry) {
  if (!arguments.declared("require-people") || !arguments.given("require-people") || registry.all<Person>().seen())
    return;
  throw Failure(say({"папки people здесь нет, а без неё не велено работать ({})",
                     "the folder people is not here, and nothing is to be done without it ({})"},
                    arguments.spelled("require-people")));
}

}  // namespace

std::vector<FoundRegistry> find_registries(const std::vector<std::string>& paths, const Environment& environment) {
  std::map<fs::path, std::vector<std::string>> roots;
  for (const std::string& path : paths) place(path, environment, roots);
  if (paths.empty()) place(".", environment, roots);
  std::vector<FoundRegistry> found;
  for (auto& [root, narrowed] : roots) {
    const bool is_whole = std::find(narrowed.begin(), narrowed.end(), "") != narrowed.end();
    // Without an argument the whole registry is meant, wherever below its root one stands.
    found.push_back({root_seen_from(environment.directory, root),
                     is_whole || paths.empty() ? std::vector<std::string>() : narrowed});
  }
  return found;
}

void folder_is_gone() {
  throw Failure({"папки, в которой вы находитесь, больше нет: перейдите в другую",
                 "the folder that you are in is gone: go to another one"});
}

std::unique_ptr<Turn> take_turn(const fs::path& root, Environment& environment) {
  auto turn = std::make_unique<Turn>(root);
  if (const auto recovered = recover(root)) {
    environment.err << Text{"прошлая команда не закончила запись; начатое ею убрано\n",
                            "the last command did not finish writing; what it had begun is taken back\n"}
                           .in(environment.language);
    for (const fs::path& file : recovered->theirs)
      environment.err
          << say({"{} изменён после неё и оставлен; что было до неё — рядом, с .before в имени\n",
                  "{} was changed after it and stays; what was there before it is beside, with .before in its name\n"},
                 file.string())
                 .in(environment.language);
  }
  return turn;
}

Parameter registry_paths() {
  return {.name = "path",
          .type = Type::path,
          .value = {"ПУТЬ", "PATH"},
          .help = {"файл или папка; без них — реестр, в котором вы находитесь",
                   "a file or folder; without any, the registry you are in"},
          .list = true};
}

Open open_registry(const Root& root, const Arguments& arguments, Environment& environment, const Opening& opening) {
  Open open{.root = root, .command = arguments.command()};
  if (opening.to_write) open.turn = take_turn(root.path, environment);
  open.tree = std::make_unique<DiskTree>(root.path.string());
  open.people_folder = people_apart(arguments, environment);
  if (!open.people_folder.empty()) open.people = std::make_unique<DiskTree>(open.people_folder.string());
  if (!opening.to_write) read_through(open, environment);
  if (opening.in_sight) leave_in_sight(*opening.in_sight, open, environment.today);
  const std::optional<Date> as_of = day_asked(*open.tree, arguments, environment, opening.last_day);
  open.request = std::make_unique<LoadRequest>(LoadRequest{.tree = *open.tree,
                                                           .people = open.people.get(),
                                                           .today = environment.today,
                                                           .as_of = as_of,
                                                           .jobs = opening.jobs == 0 ? processors() : opening.jobs,
                                                           .earlier = opening.earlier});
  open.loaded = load(*open.request);
  if (!open.people) open.people_folder = root.path / open.loaded->sources.personal_folder();
  if (!opening.judges_alone && !opening.in_sight) refuse_without_people(arguments, open.registry());
  const Settings& settings = open.registry().settings();
  open.commits = is_to_be_committed(arguments, open.registry());
  open.quiet = arguments.declared("quiet") && arguments.given("quiet");
  open.origin = as_of ? DayOrigin::option : settings.as_of.given() ? DayOrigin::registry : DayOrigin::clock;
  return open;
}

/// Files and folders whose bytes could not be had: whatever is answered, they are not in it.
static void tell_unreadable(const Open& open, Environment& environment) {
  for (const Finding& finding : open.loaded->findings)
    if (finding.of == &row_of(Structure::file_unreadable))
      environment.err << said(say({"{}: {}\n", "{}: {}\n"}, path_without_name(open.loaded->sources, finding.span),
                                  finding.label.empty() ? Words(finding.of->title) : finding.label),
                              environment.language);
}

Open open_for_work(const Arguments& arguments, Environment& environment, const Opening& opening) {
  const FoundRegistry found = find_registries({}, environment).front();
  Open open = open_registry(found.root, arguments, environment, opening);
  const Settings& settings = open.registry().settings();
  if (settings.language.given()) environment.speak(*settings.language);
  refuse_faulty_settings(open);
  tell_unreadable(open, environment);
  return open;
}

/// Where the first of them stands.
static Words faults_of_settings(const Open& open) {
  const Sources& sources = open.loaded->sources;
  for (const Finding& finding : open.loaded->findings) {
    const std::string_view path = sources.path(finding.span);
    if (finding.severity == Severity::error && (path == registry_mark || path == "waivers.yaml"))
      return say({"{}:{}: {}; сначала исправьте это", "{}:{}: {}; mend it first"}, path,
                 sources.position(finding.span).line, finding.label.empty() ? Words(finding.of->title) : finding.label);
  }
  return {"в nastavnik.yaml или waivers.yaml есть ошибки; сначала исправьте их",
          "nastavnik.yaml or waivers.yaml is faulty; mend it first"};
}

void refuse_faulty_settings(const Open& open) {
  if (open.loaded->faulty_settings || !unknown_rules(open.registry()).empty())
    throw UsageError{faults_of_settings(open), {"что исправить: nastavnik check", "what to mend: nastavnik check"}};
}

RecordsRevision revision_of(const Open& open, const Environment& environment) {
  return History(open.root.path.string(), environment.variables).current(open.people_folder.string());
}

std::unique_ptr<Loaded> read_settings(const Tree& tree, Date today, std::optional<Date> as_of) {
  return load({.tree = tree, .today = today, .as_of = as_of, .settings_only = true});
}

unsigned processors() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace nastavnik::cmd
