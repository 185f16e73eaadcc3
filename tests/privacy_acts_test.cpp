#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cmd/commands.h"
#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// What an act tells and what it leaves: commits, the journal, the folder .nastavnik. Nobody is named there.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

using CommandLine = std::vector<std::string>;

/// Whoever stands in the records, or comes into them.
constexpr const char* surnames[] = {"Тайнов", "tainova", "Соколов", "Ким ", "Кима", "Киму", "Орлов"};

/// Of each act the command lines that have to do with people.
const std::map<std::string_view, std::vector<CommandLine>>& acts() {
  static const std::map<std::string_view, std::vector<CommandLine>> all{
      {"init", {}},  // there are no records yet
      {"new", {{"new", "человек", "Тайнова Анна Ивановна"}, {"new", "наставника", "Орлова", "entered_on=01.09.2025"}}},
      {"set",
       {{"set", "people/p-031", "full_name", "Тайнова Дарья Романовна"},
        {"set", "Соколова", "max_mentees", "3"},
        {"set", "people/p-031", "contact.email", "tainova@example.ru"}}},
      {"add", {{"add", "people/p-031", "former_names", "full_name=Тайнова Дарья Романовна", "to=01.09.2025"}}},
      {"remove", {{"remove", "Соколова", "training", "#1"}, {"remove", "people/p-031", "birth_year"}}},
      {"edit", {{"edit", "people/p-031"}}},
      {"attach", {{"attach", "orders/2025-98-od", "Тайнова.pdf"}}},
      {"enrol",
       {{"enrol", "mentee", "Тайнова Анна Ивановна", "--position", "учитель", "--position-category", "teaching_staff",
         "--position-from", "25.08.2025", "--consent", "01.09.2025", "--category", "young"},
        {"enrol", "mentor", "Орлова", "--consent", "01.09.2025"}}},
      {"pair", {{"pair", "Соколова", "Орлова", "--formed", "10.09.2025"}}},
      {"sign", {{"sign", "Соколова", "--number", "120-од", "--date", "10.09.2025"}}},
      {"appoint",
       {{"appoint", "администратор", "Соколова"}, {"appoint", "руководитель", "Соколова", "--from", "15.09.2025"}}},
      {"program", {{"program", "Ким", "--end", "29.05.2026"}}},
      {"done", {{"done", "Ким", "a1", "--date", "12.09.2025"}}},
      {"move", {{"move", "Ким", "a1", "--to", "07.11.2025", "--reason", "Каникулы", "--date", "12.09.2025"}}},
      {"drop", {{"drop", "Ким", "a1", "--reason", "Тема закрыта", "--agreed", "12.09.2025", "--date", "12.09.2025"}}},
      {"extend",
       {{"extend", "Ким", "--to", "26.06.2026", "--reason", "Мало времени", "--date", "12.09.2025", "--agreed",
         "12.09.2025"}}},
      {"shorten",
       {{"shorten", "Ким", "--to", "30.12.2025", "--reason", "Всё сделано", "--date", "12.09.2025", "--agreed",
         "12.09.2025"}}},
      {"correct", {{"correct", "Ким", "--reason", "Другой день", "--date", "12.09.2025", "--agreed", "12.09.2025"}}},
      {"complete",
       {{"complete", "Ким", "--by", "обоюдно", "--circumstance", "нагрузка", "--statements", "12.09.2025", "--date",
         "12.09.2025", "--search"}}},
      {"replace", {{"replace", "Ким", "--asked", "10.09.2025", "--decided", "12.09.2025"}}},
      {"resign",
       {{"resign", "Соколова", "--asked", "08.09.2025", "--leaving", "12.09.2025", "--decided", "10.09.2025"}}},
      {"join", {{"join", "Ким", "Лаптев", "--from", "22.09.2025"}}},
      {"leave", {{"leave", "Соколова", "Ким", "--to", "12.09.2025"}}},
      {"release", {{"release", "Соколова", "22.09.2025", "--activity", "a1", "--substitutes", "Лаптев"}}},
      {"open-year", {{"open-year", "2026-2027"}}},
      {"close-year", {{"close-year", "2025-2026", "--date", "12.09.2025", "--report", "12.09.2025"}}},
      {"meeting", {{"meeting", "Ким", "10.09.2025"}}},
      {"visit", {{"visit", "Соколова", "10.09.2025"}}},
      {"curator-check", {{"curator-check", "Ким", "--date", "12.09.2025", "--finding", "План выполняется"}}},
      {"survey", {{"survey", "Ким", "Ким", "--date", "12.09.2025", "--stage", "start"}}},
      {"train", {{"train", "Соколова", "--date", "12.09.2025", "--kind", "курс", "--title", "Наставничество"}}},
      {"event", {{"event", "Семинар", "--date", "12.09.2025", "--kind", "семинар", "--participants", "Ким"}}},
      {"review", {{"review", "12.09.2025", "--include", "Лаптев"}}},
      {"monitor", {{"monitor", "12.09.2025", "--method", "опрос", "--findings", "Всё идёт"}}},
      {"consent",
       {{"consent", "give", "Ким", "распространение персональных данных", "--date", "12.09.2025"},
        {"consent", "withdraw", "Соколова", "быть наставником", "--date", "12.09.2025"}}},
      {"publish",
       {{"publish", "https://klyuchevskaya.example.ru/kim", "--kinds", "новости и анонсы", "--date", "12.09.2025",
         "--programs", "Ким"}}},
      {"update", {{"update", "section", "--date", "12.09.2025", "--named", "Соколова", "--data", "должность"}}},
      {"unpublish", {{"unpublish", "section", "--date", "12.09.2025", "--programs", "Ким"}}},
      {"undo", {{"undo"}}}};
  return all;
}

void require_nobody(const std::string& text, const std::string& where) {
  for (const char* surname : surnames)
    if (text.find(surname) != std::string::npos) FAIL_CHECK(where << " names " << surname << ": " << text);
}

/// A registry in git, its people in a repository of their own.
class SchoolOfPeople : public Scratch {
public:
  SchoolOfPeople() {
    fs::copy(source_root() / "tests/base/pair", path(), fs::copy_options::recursive);
    std::ofstream(path() / ".gitignore") << "people/\n";
    std::ofstream(path() / "Тайнова.pdf") << "%PDF-1.4\n";
    for (const fs::path& folder : {path() / "people", path()})
      for (const CommandLine& words :
           {CommandLine{"git", "init", "-q", "-b", "main", "."}, CommandLine{"git", "config", "user.name", "Куратор"},
            CommandLine{"git", "config", "user.email", "c@example.ru"}, CommandLine{"git", "add", "."},
            CommandLine{"git", "commit", "-q", "-m", "Начало"}})
        REQUIRE(run_tool(words, folder).status == 0);
  }

  Said run(CommandLine words) const {
    std::vector<std::string> variables = with_tools;
    variables.emplace_back("EDITOR=sed -i 's/Ким /Тайнова /'");
    return run_command(path(), words, {.today = Date(2025, 9, 15), .variables = variables});
  }

  /// What git and the folder .nastavnik of the records keep; of people their own.
  void look(const std::string& after) const {
    for (const fs::path& folder : {path(), path() / "people"})
      require_nobody(run_tool({"git", "log", "--all", "--format=%B"}, folder).out, "a commit of " + after);
    for (const auto& [file, text] : kept(path() / ".nastavnik")) require_nobody(file + '\n' + text, after);
    for (const auto& [file, text] : kept(path() / "people/.nastavnik"))
      if (file.find(".before") == std::string::npos && !file.starts_with("draft/")) require_nobody(text, after);
  }

  static std::map<std::string, std::string> kept(const fs::path& folder) {
    std::map<std::string, std::string> files;
    if (!fs::exists(folder)) return files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).string()] = slurp(entry.path());
    return files;
  }
};

}  // namespace

TEST_CASE("no act names anybody in what it tells, commits or keeps") {
  for (const cmd::Command& command : cmd::commands()) {
    if (command.group != cmd::Group::enter && command.group != cmd::Group::decide) continue;
    INFO(command.name);
    REQUIRE_MESSAGE(acts().contains(command.name), "give the act its command lines here");
    for (CommandLine words : acts().at(command.name)) {
      const SchoolOfPeople school;
      if (command.name == "undo") CHECK(school.run(acts().at("set").front()).status == cmd::ExitStatus::clean);
      CommandLine dry = words;
      dry.emplace_back("--dry-run");
      const Said tried = command.name == "edit" ? Said{} : school.run(dry);
      words.emplace_back("--commit");
      const Said said = school.run(words);
      CHECK_MESSAGE(said.status != cmd::ExitStatus::usage, said.err);
      for (const std::string& text : {tried.out, tried.err, said.out, said.err})
        require_nobody(text, std::string(command.name));
      school.look(std::string(command.name));
    }
  }
}

TEST_CASE("after an erasure nothing of anybody is kept") {
  const SchoolOfPeople school;
  CHECK(school.run({"set", "people/p-031", "contact.email", "tainova@example.ru"}).status == cmd::ExitStatus::clean);
  CHECK_FALSE(SchoolOfPeople::kept(school.path() / "people/.nastavnik").empty());
  const Said said = school.run({"set", "people/p-031", "erased_on", "14.09.2025"});
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
  CHECK(SchoolOfPeople::kept(school.path() / ".nastavnik").empty());
  CHECK(SchoolOfPeople::kept(school.path() / "people/.nastavnik").empty());
  require_nobody(said.out + said.err, "the erasure");
}
