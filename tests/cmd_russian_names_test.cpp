#include <set>

#include <doctest/doctest.h>

#include "base/keyboard.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/russian_names.h"
#include "cmd/typed_line.h"

using namespace nastavnik;
using cmd::BothNames;
using cmd::Parameter;

namespace {

using Names = std::set<std::string_view>;

Names option_names() {
  Names names;
  const auto add = [&](const std::vector<Parameter>& options) {
    for (const Parameter& option : options) names.insert(option.name);
  };
  add(cmd::global_options());
  add(cmd::program_options());
  for (const cmd::Command& command : cmd::commands()) add(command.options);
  return names;
}

Names command_names() {
  Names names;
  for (const cmd::Command& command : cmd::commands()) names.insert(command.name);
  return names;
}

std::vector<const Parameter*> all_choices() {
  std::vector<const Parameter*> all;
  const auto add = [&](const std::vector<Parameter>& parameters) {
    for (const Parameter& one : parameters)
      if (one.type == cmd::Type::choice) all.push_back(&one);
  };
  add(cmd::global_options());
  for (const cmd::Command& command : cmd::commands()) add(command.positionals), add(command.options);
  return all;
}

/// Both names as they are typed, and either of them in the other layout.
std::vector<std::string> ways_to_type(const BothNames& names) {
  return {fold(names.english), fold(names.russian), fold(typed_in_russian(names.english)),
          fold(typed_in_latin(fold(names.russian)))};
}

std::string in_capitals(std::string_view english) {
  std::string text(english);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void require_one_name_each(std::span<const BothNames> table, const Names& wanted) {
  Names english, russian;
  std::multiset<std::string> typed;
  for (const BothNames& names : table) {
    INFO(names.english << ", " << names.russian);
    CHECK(english.insert(names.english).second);
    CHECK(russian.insert(names.russian).second);
    for (const std::string& word : ways_to_type(names)) typed.insert(word);
    CHECK(fold(names.russian).find_first_of("abcdefghijklmnopqrstuvwxyz ") == std::string::npos);
  }
  for (const std::string& word : typed) CHECK_MESSAGE(typed.count(word) == 1, word);
  for (const std::string_view name : wanted) CHECK_MESSAGE(english.contains(name), "no Russian name for " << name);
  for (const std::string_view name : english) CHECK_MESSAGE(wanted.contains(name), "nothing is called " << name);
}

void require_understood(std::span<const BothNames> table) {
  for (const BothNames& names : table) {
    std::vector<std::string> ways = ways_to_type(names);
    ways.emplace_back(names.english);
    ways.emplace_back(names.russian);
    ways.push_back(in_capitals(names.english));
    ways.push_back(typed_in_russian(in_capitals(names.english)));
    for (const std::string& word : ways) {
      INFO(word);
      const auto typed = cmd::name_typed(word, table);
      REQUIRE(typed);
      CHECK(typed->names.english == names.english);
    }
  }
}

std::string taken(const std::vector<std::string>& words) {
  cmd::TypedLine line(cmd::commands());
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + line.take(word);
  return all;
}

}  // namespace

TEST_CASE("every command and every option has one Russian name, and each another") {
  require_one_name_each(cmd::names_of_commands(), command_names());
  require_one_name_each(cmd::names_of_options(), option_names());
}

TEST_CASE("a name is understood in both languages, both layouts and letters of any size") {
  require_understood(cmd::names_of_commands());
  require_understood(cmd::names_of_options());
  CHECK(cmd::name_typed("Отчет", cmd::names_of_commands())->names.english == "report");
  CHECK(cmd::name_typed("ОТЧЁТ", cmd::names_of_commands())->names.english == "report");
  CHECK(cmd::name_typed("ПРОВЕРИТЬ", cmd::names_of_commands())->language == Language::ru);
  CHECK(cmd::name_typed("ghjdthbnm", cmd::names_of_commands())->language == Language::ru);
  CHECK(cmd::name_typed("срусл", cmd::names_of_commands())->language == Language::en);
  CHECK_FALSE(cmd::name_typed("проверит", cmd::names_of_commands()));
  CHECK_FALSE(cmd::name_typed("", cmd::names_of_commands()));
}

TEST_CASE("what may mean two is no name, and no hint") {
  const std::vector<BothNames> two{{"ba", "фы"}, {"as", "иф"}};  // «фы» is Russian for one, and the keys of the other
  CHECK(cmd::name_typed("фы", two)->names.english == "ba");
  const std::vector<BothNames> same{{"one", "так"}, {"two", "так"}};
  CHECK_FALSE(cmd::name_typed("так", same));
}

TEST_CASE("a value of a choice is understood in both languages, and each means one") {
  const Names of_others{"csv",           "docx", "fish",  "github", "gitlab", "json", "junit",        "markdown",
                        "pdf",           "roff", "sarif", "xlsx",   "bash",   "zsh",  "check-output", "coverage-output",
                        "report-output", "words"};  // names of others, and words that no person types
  for (const Parameter* choice : all_choices())
    for (const cmd::Word& word : choice->words) {
      const std::string_view russian = cmd::russian_value(choice->name, word.word);
      INFO(choice->name << " " << word.word << " " << russian);
      CHECK(russian.empty() == of_others.contains(word.word));
      for (const std::string_view typed : {word.word, russian}) {
        if (typed.empty()) continue;
        const cmd::Word* meant = cmd::value_typed(typed, *choice);
        REQUIRE(meant);
        CHECK(meant->word == word.word);
      }
    }
}

TEST_CASE("other words for a command mean one, and none that is called so") {
  for (const BothNames& more : cmd::more_names_of_commands()) {
    INFO(more.russian);
    CHECK_FALSE(cmd::name_typed(more.russian, cmd::names_of_commands()));
    const cmd::Command* command = cmd::command_typed(more.russian, cmd::commands());
    REQUIRE(command);
    CHECK(command->name == more.english);
  }
}

TEST_CASE("a slip is told in the language of the word") {
  const auto commands = cmd::names_of_commands();
  CHECK(cmd::name_meant("проверит", commands) == "проверить");
  CHECK(cmd::name_meant("chekc", commands) == "check");
  CHECK(cmd::name_meant("срусд", commands) == "check");
  CHECK(cmd::name_meant("ghjdthbn", commands) == "проверить");
  CHECK(cmd::name_meant("frob", commands).empty());
}

TEST_CASE("Russian names become those that are declared, and nothing else does") {
  CHECK(taken({"проверить", "--на-дату", "2025-05-31", "programs"}) == "check --as-of 2025-05-31 programs");
  CHECK(taken({"--на-дату=2025-05-31", "Проверить"}) == "--as-of=2025-05-31 check");
  CHECK(taken({"ghjdthbnm", "--yf-lfne", "2025-05-31"}) == "check --as-of 2025-05-31");
  CHECK(taken({"срусл", "--фы-ща=2025-05-31", "-й"}) == "check --as-of=2025-05-31 -q");
  CHECK(taken({"-ЙСпапка", "правила"}) == "-ЙСпапка rules");  // there is no -Q
  CHECK(taken({"-йСпапка", "правила"}) == "-qCпапка rules");
  CHECK(taken({"-С", "--имена", "правила"}) == "-C --имена rules");  // a value, be it as it may
  CHECK(taken({"исключить", "P2-2", "--причина", "--имена", "--", "--имена"}) ==
        "waive P2-2 --reason --имена -- --имена");
  CHECK(taken({"find", "список"}).ends_with(" список"));
  CHECK(taken({"нечто", "проверить"}) == "нечто проверить");
}

TEST_CASE("every command stands under a heading of the help") {
  for (const cmd::Command& command : cmd::commands()) CHECK_MESSAGE(command.group != cmd::Group::none, command.name);
}
