#include <algorithm>

#include <doctest/doctest.h>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/russian_names.h"
#include "cmd/shell_line.h"
#include "files.h"
#include "model/find.h"
#include "model/kinds/people.h"
#include "model/load.h"
#include "scratch.h"
#include "source/disk.h"
#include "tests/run_command.h"
#include "tests/source_root.h"

// What is offered, without a shell; shells_test.py presses the keys in the real ones.

namespace fs = std::filesystem;
using namespace nastavnik;
using Strings = std::vector<std::string>;

namespace {

const fs::path school = nastavnik::source_root() / "examples/school";

Said asked(const Strings& typed, const fs::path& directory = school, const std::string& shell = "zsh",
           const Strings& options = {"--names"}) {
  Strings words{"shell", "words", shell};
  words.insert(words.end(), options.begin(), options.end());
  words.emplace_back("--");
  words.insert(words.end(), typed.begin(), typed.end());
  Said said = run_command(directory, words, {.today = Date(2026, 9, 15), .locale = "ru_RU.UTF-8"});
  CHECK(said.err.empty());
  CHECK(said.status == cmd::ExitStatus::clean);
  return said;
}

struct Offered {
  std::string word{};
  std::string meaning{};
};

std::vector<Offered> offers(const Strings& typed, const fs::path& directory = school) {
  std::istringstream lines(asked(typed, directory).out);
  std::vector<Offered> all;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != line.npos);
    if (tab != 0) all.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return all;
}

/// The words alone, with a space between.
std::string offered(const Strings& typed, const fs::path& directory = school) {
  std::string words;
  for (const Offered& one : offers(typed, directory)) words += (words.empty() ? "" : " ") + one.word;
  return words;
}

std::string in_bash(const std::string& line, const std::string& replaced) {
  const std::string out = asked({line, replaced}, school, "bash").out;
  return out.substr(0, out.find('\t'));
}

/// The arguments that come before one of this kind.
Strings before(cmd::Completes what) {
  if (what == cmd::Completes::subject_of_paper) return {"order-pairs"};
  if (what == cmd::Completes::subject_of_report) return {"journal"};
  if (what == cmd::Completes::item_of_record || what == cmd::Completes::field_of_record)
    return {"P2-2", "programs/2025-739516"};
  if (what == cmd::Completes::value_of_field) return {"programs/2025-739516", "tasks"};
  return {};
}

void require_offers(const Strings& typed) {
  INFO("nastavnik " << fmt::format("{}", fmt::join(typed, " ")));
  CHECK_FALSE(offers(typed).empty());
}

}  // namespace

TEST_CASE("commands are offered in the language that was begun") {
  CHECK(offered({"che"}) == "check");
  CHECK(offered({"CHE"}) == "check");
  CHECK(offered({"прове"}) == "проверить");
  CHECK(offered({"отче"}) == "отчёт");
  CHECK(offered({"ghjdt"}) == "проверить");
  CHECK(offered({"срус"}) == "check");
  CHECK(offered({"help", "сх"}) == "схема");
  CHECK(offered({""}).find(" check ") != std::string::npos);
  CHECK(offered({""}).find("проверить") == std::string::npos);
  CHECK(offered({"--имена", ""}).find(" проверить ") != std::string::npos);
  CHECK(offered({"completion", "ba"}) == "bash");
  CHECK(offered({"open-year", ""}) == "2026-2027");
  CHECK(offered({"done", "2026-517369", ""}).starts_with("a3 a4 "));
  CHECK(offered({"move", "2026-517369", "Урок"}) == "a3");
  CHECK(offered({"done", "nobody", ""}).empty());
  CHECK(offers({"che"}).front().meaning == "проверить записи");
  CHECK(offers({"--lang", "en", "che"}).front().meaning == "check the records");
}

TEST_CASE("options are offered in the language that was begun, and none twice") {
  CHECK(offered({"check", "--sta"}) == "--statistics");
  CHECK(offered({"check", "--подс"}) == "--подсчёт");
  CHECK(offered({"check", "--gjlc"}) == "--подсчёт");
  CHECK(offered({"проверить", "--"}).find("--strict") == std::string::npos);
  CHECK(offered({"проверить", "--"}).find("--строго") != std::string::npos);
  CHECK(offered({"check", "--statistics", "--sta"}).empty());
  CHECK(offered({"check", "--подсчёт", "--sta"}).empty());
  CHECK(offered({"check", "--select", "P2-2", "--sel"}) == "--select");
  CHECK(offered({"check", "--", "--sta"}).empty());
  CHECK(offered({"--vers"}) == "--version");
}

TEST_CASE("values are offered wherever an option takes them") {
  CHECK(offered({"check", "--format", "js"}) == "json");
  CHECK(offered({"check", "--format=js"}) == "--format=json");
  CHECK(offered({"check", "--вид=js"}) == "--вид=json");
  CHECK(offered({"check", "--select", "P2-2,program-too-sh"}) == "P2-2,program-too-short");
  CHECK(offered({"report", "final", "--year", "2024"}) == "2024-2025");
  CHECK(offered({"check", "--strict=да"}).empty());
  CHECK(offered({"-qC", "peop"}) == "people/");
  CHECK(offered({"frob", "2025"}).empty());
}

TEST_CASE("lists and forms are offered in the language that was begun") {
  CHECK(offered({"list", "mente"}) == "mentees");
  CHECK(offered({"list", "наставл"}) == "наставляемые");
  CHECK(offered({"список", "учеб"}) == "учебные годы");
  CHECK(offered({"list", "pairs", "--form", "rev"}) == "reverse");
  CHECK(offered({"list", "pairs", "--form", "ревер"}).starts_with("реверс"));
}

TEST_CASE("fields and their values are offered of the record that was named") {
  CHECK(offered({"set", "programs/2025-739516", "go"}) == "goal goals");
  CHECK(offered({"set", "programs/2025-739516", "цел"}) == "goal");
  CHECK(offered({"set", "programs/2025-739516", "completion.gr"}) == "completion.ground");
  CHECK(offered({"set", "p-907421", "max"}) == "max_mentees");
  CHECK(offered({"set", "Югай", "max"}) == "max_mentees");
  CHECK(offered({"set", "organization", "short"}) == "short_name");
  CHECK(offered({"add", "programs/2025-739516", "tasks", "цифр"}) == "digital");
  CHECK(offered({"set", "pairs/2025-150794", "order", "2025-83"}) == "2025-83-od");
  CHECK(offered({"add", "programs/2025-739516", "activities", "due"}) == "due_on=");
  CHECK(offered({"new", "пару", "ment"}) == "mentor= mentees=");
  CHECK(offered({"new", "pairs", "role_form=педагог - "}).starts_with("role_form=teacher_teacher"));
  CHECK(offered({"new", "mentee"}) == "mentees");
  CHECK(offered({"создать", "наставн"}) == "наставник");
}

TEST_CASE("whatever is declared to name something is offered") {
  for (const cmd::Command& command : cmd::commands()) {
    for (const cmd::Parameter& option : command.options) {
      if (option.completes.empty() && option.words.empty()) continue;
      Strings typed{std::string(command.name)};
      const Strings first = option.completes.empty() ? Strings() : before(option.completes.front());
      typed.insert(typed.end(), first.begin(), first.end());
      typed.insert(typed.end(), {"--" + std::string(option.name), ""});
      require_offers(typed);
    }
    for (std::size_t place = 0; place < command.positionals.size(); ++place) {
      const cmd::Parameter& argument = command.positionals[place];
      if (argument.completes.empty() && argument.words.empty()) continue;
      Strings typed{std::string(command.name)};
      const Strings first = argument.completes.empty() ? Strings() : before(argument.completes.front());
      typed.insert(typed.end(), first.begin(), first.end());
      typed.resize(place + 1, "list");
      typed.emplace_back();
      require_offers(typed);
    }
  }
}

TEST_CASE("what is offered for a record is that record alone") {
  const DiskTree tree(school.string());
  const auto loaded = load({.tree = tree, .today = Date(2026, 9, 15)});
  Strings addresses;
  for (std::uint32_t source = 0; source < loaded->sources.size(); ++source) {
    const std::string path(loaded->sources[source].path);
    if (path.ends_with(".yaml")) addresses.push_back(path.substr(0, path.size() - 5));
  }
  const Table<Person>& people = loaded->registry.all<Person>();
  int told = 0;
  for (const char* begun : {"2025-1", "2024", "p-5", "programs/", "people/p-1", "publications/", "ban", "years/"})
    for (const Offered& one : offers({"waive", "P2-2", begun})) {
      if (one.word.ends_with('/')) continue;
      INFO(begun << ": " << one.word);
      CHECK(find(one.word, {.addresses = addresses, .people = people}).is_one());
      ++told;
    }
  for (const Person& person : people) {
    if (!person.full_name.given()) continue;
    const std::string_view name = *person.full_name;
    INFO(name);
    const auto found = offers({"waive", "--by", std::string(name.substr(0, name.find(' ')))});
    REQUIRE_FALSE(found.empty());
    for (const Offered& one : found) CHECK(find_person(one.word, people).is_one());
    ++told;
  }
  CHECK(told > 60);
}

TEST_CASE("beside an id stands whom and what it is about") {
  CHECK(offers({"report", "journal", "2025-15"}).front().meaning == "Дорофеева – Ефимова");
  CHECK(offers({"waive", "--by", "p-618204"}).front().meaning == "Кравцова Людмила Анатольевна");
  CHECK(offers({"waive", "--by", "p-812659"}).front().meaning == "Кузьмина Дарья Алексеевна, наставляемый");
  CHECK(offers({"show", "p-812659"}).front().meaning == "Кузьмина Дарья Алексеевна, наставляемый");
  CHECK(offered({"show", "p-81265"}) == "p-812659");
  CHECK(offered({"show", "Кузьм"}) == "Кузьмина");
  CHECK(offered({"показать", "Repmv"}) == "Кузьмина");
  CHECK(offers({"waive", "P2-2", "orders/2025-83"}).front().meaning.starts_with("№ 83-од от 03.10.2025"));
  CHECK(offered({"waive", "P2-2", "83-од"}) == "2025-83-od");
  CHECK(offered({"document", "--pairs", "Рогоз"}).find("2025-739516") != std::string::npos);
}

TEST_CASE("a surname that several bear gives way to the whole name, and that to the id") {
  const Scratch scratch;
  fs::copy(school, scratch.path(), fs::copy_options::recursive);
  const auto add = [&](const char* id, const char* name) {
    spill(scratch.path() / "people" / (std::string(id) + ".yaml"), fmt::format("full_name: {}\n", name));
  };
  add("p-111111", "Ябеда Анна Ивановна");
  add("p-111112", "Ябеда Олег Петрович");
  add("p-111113", "Ёжик Анна Ивановна");
  add("p-111114", "Ёжик Анна Ивановна");
  add("p-111115", "О'Хара Ольга Ивановна");
  CHECK(offered({"show", "Ябеда"}, scratch.path()) == "Ябеда Анна Ивановна Ябеда Олег Петрович");
  CHECK(offered({"show", "ежик"}, scratch.path()) == "p-111113 p-111114");
  CHECK(offered({"show", "О'Х"}, scratch.path()) == "О'Хара");
  CHECK(offered({"list", "pairs", "--mentor", "Югай"}, scratch.path()) == "Югай");
  add("p-111116", "Югай Вера Олеговна");  // no mentor, and called so
  CHECK(offered({"list", "pairs", "--mentor", "Югай"}, scratch.path()).starts_with("Югай "));
}

TEST_CASE("people are named only where that is asked for") {
  const DiskTree tree(school.string());
  const auto loaded = load({.tree = tree, .today = Date(2026, 9, 15)});
  const Strings none;
  std::string said;
  for (const Strings& typed : {Strings{"waive", "--by", ""},
                               {"waive", "P2-2", "2025"},
                               {"waive", "P2-2", "p-"},
                               {"waive", "--by", "К"},
                               {"report", "journal", ""},
                               {"document", "order-pairs", ""},
                               {"document", "order", ""},
                               {"document", "consent-data", ""}})
    said += asked(typed, school, "zsh", none).out;
  CHECK(said.find("2025-150794") != std::string::npos);
  for (const Person& person : loaded->registry.all<Person>()) {
    if (!person.full_name.given()) continue;
    const std::string surname((*person.full_name).substr(0, (*person.full_name).find(' ')));
    CHECK_MESSAGE(said.find(surname) == std::string::npos, surname);
  }
}

TEST_CASE("files are offered as they are seen from the folder of the line") {
  CHECK(offered({"check", "pro"}) == "programs/");
  CHECK(offered({"check", "programs/2025-15"}) == "programs/2025-150794.yaml");
  CHECK(offered({"-C", "..", "check", "scho"}) == "school/");
  CHECK(offered({"-C", "organ"}).empty());
  CHECK(offered({"check", "./organ"}) == "./organization.yaml");
}

TEST_CASE("where records cannot be read, what can be known is offered and nothing is said") {
  const Scratch scratch;
  fs::copy(school, scratch.path(), fs::copy_options::recursive);
  spill(scratch.path() / "nastavnik.yaml", "format: [\n");
  CHECK(offered({"report", "journal", "2025-15"}, scratch.path()) == "2025-150794");
  CHECK(offered({"waive", "--by", "Кравц"}, scratch.path()).empty());
  const Scratch empty;
  CHECK(offered({"report", "journal", "2025-15"}, empty.path()).empty());
  fs::copy(school, scratch.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  spill(scratch.path() / "people/p-185760.yaml", "}}}\n");
  spill(scratch.path() / "pairs/2025-150794.yaml", "mentor: [\n");
  CHECK(offered({"show", "p-18576"}, scratch.path()) == "p-185760");
  CHECK(offers({"show", "pairs/2025-15"}, scratch.path()).front().meaning == "пара или группа");
  CHECK(offered({"show", "Кравц"}, scratch.path()) == "Кравцова");
  fs::remove_all(scratch.path() / "people");
  CHECK(offered({"show", "Кравц"}, scratch.path()).empty());
  CHECK(offered({"show", "pairs/2025-28"}, scratch.path()) == "pairs/2025-284471");
  CHECK(offered({"-C", "no/such", "report", "journal", "2025-15"}, empty.path()).empty());
  CHECK(offered({"report", "jour"}, empty.path()) == "journal");
}

TEST_CASE("bash is given what it puts in place of the last part of a word") {
  CHECK(in_bash("nastavnik che", "che") == "check");
  CHECK(in_bash("LC_ALL=C ./bin/nastavnik che", "che") == "check");
  CHECK(in_bash("nastavnik check --format=js", "js") == "json");
  CHECK(in_bash("nastavnik check --select P2-2,program-too-sh", "P2-2,program-too-sh") == "P2-2,program-too-short");
  CHECK(in_bash("nastavnik waive --by \"Кравц", "Кравц") == "Кравцова");
  CHECK(in_bash("nastavnik waive --by='Кравц", "Кравц") == "Кравцова");
  CHECK(in_bash("nastavnik -C ../scho", "../scho") == "../school/");
}

TEST_CASE("a word written in a shell is read there as it was") {
  for (const std::string word : {"Зайцева Мария", "«СОШ № 1»", "it's", "a\"b\\c$d`e", "x;y&z|w", "{a,b}*?[c]!#", ""}) {
    INFO(word);
    CHECK(cmd::words_in_shell("x " + cmd::written_in_shell(word, 0)).words == Strings{"x", word});
    CHECK(cmd::words_in_shell("x '" + cmd::written_in_shell(word, '\'') + "'").words == Strings{"x", word});
    CHECK(cmd::words_in_shell("x \"" + cmd::written_in_shell(word, '"') + "\"").words == Strings{"x", word});
  }
  CHECK(cmd::words_in_shell("a  'b c' \"d\\\"e\" f\\ g ").words == Strings{"a", "b c", "d\"e", "f g", ""});
  CHECK(cmd::words_in_shell("a \"b").quote == '"');
}

TEST_CASE("a shell set up under the old name of the hints still gets them") {
  const Scratch nowhere;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Said now = run_command(nowhere.path(), {"shell", shell}, {});
    const Said then = run_command(nowhere.path(), {"complete", shell}, {});
    CHECK(now.status == cmd::ExitStatus::clean);
    CHECK(then.out == now.out);
  }
}
