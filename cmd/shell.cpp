#include <algorithm>
#include <array>
#include <ostream>

#include "base/embedded.h"
#include "base/printable.h"
#include "base/text.h"
#include "cmd/command.h"
#include "cmd/offers.h"
#include "cmd/shell_line.h"

namespace nastavnik::embedded {
std::span<const Embedded> shells();
}

namespace nastavnik::cmd {
namespace {

using Strings = std::vector<std::string>;

const Embedded* find_script(std::string_view shell) {
  const auto scripts = embedded::shells();
  const auto found = std::ranges::find(scripts, shell, &Embedded::path);
  return found == scripts.end() ? nullptr : &*found;
}

bool is_assignment(const std::string& word) { return word.find('=') != word.npos; }

/// How many characters all of them begin with.
std::size_t begun_alike(const Offers& offers) {
  std::string_view common = offers.front().word;
  for (const Offer& offer : offers)
    common = common.substr(0, static_cast<std::size_t>(std::ranges::mismatch(common, offer.word).in1 - common.begin()));
  return characters(common);
}

/// A shell puts what several offers have in common in place of the word; where that would lose letters, an empty line warns
/// it first.
void warn_of_loss(const Offers& offers, std::string_view word, Environment& environment) {
  if (offers.size() > 1 && begun_alike(offers) < characters(word)) environment.out << "\t\n";
}

void print(const Offers& offers, Environment& environment) {
  for (const Offer& offer : offers)
    if (printable(offer.word) == offer.word)
      environment.out << fmt::format("{}\t{}\n", offer.word, printable(offer.meaning));
}

/// bash knows the line, and of its last word the part that it puts something else in place of: a word is broken at «=» and
/// «:», and an open quote stands before it.
void offer_to_bash(const std::string& line, const std::string& replaced, bool names, Environment& environment) {
  Strings typed = words_in_shell(line).words;
  typed.erase(typed.begin(), std::ranges::find_if_not(typed, is_assignment));
  if (typed.size() < 2) return;
  typed.erase(typed.begin());
  const std::size_t kept = line.ends_with(replaced) ? line.size() - replaced.size() : line.size();
  const TypedInShell before = words_in_shell(std::string_view(line).substr(0, kept));
  const std::string& standing = before.words.back();
  Offers fit;
  for (const Offer& offer : offers(typed, names, environment))
    if (offer.word.starts_with(standing))
      fit.push_back({written_in_shell(offer.word.substr(standing.size()), before.quote), offer.meaning});
  warn_of_loss(fit, std::string_view(typed.back()).substr(std::min(standing.size(), typed.back().size())), environment);
  print(fit, environment);
}

/// fish leaves out what does not begin as it was typed: an id that several records share is offered once, without their
/// folders, and what each of them is stands beside it.
Offers as_begun(Offers all, const std::string& word) {
  Offers kept;
  for (Offer& offer : all) {
    const std::size_t slash = offer.word.find('/');
    const std::string id = slash == offer.word.npos ? offer.word : offer.word.substr(slash + 1);
    const bool is_shared = !offer.word.starts_with(word) && id.starts_with(word);
    if (is_shared) offer = {id, fmt::format("{}: {}", offer.word, offer.meaning)};
    const auto same = std::ranges::find(kept, offer.word, &Offer::word);
    if (is_shared && same != kept.end())
      same->meaning += "; " + offer.meaning;
    else
      kept.push_back(std::move(offer));
  }
  return kept;
}

/// `shell words SHELL LINE`: what the scripts call. zsh and fish quote by themselves.
ExitStatus offer_words(const Strings& given, bool names, Environment& environment) {
  const std::string shell = given.empty() ? "" : given.front();
  if (given.size() < 2 || !find_script(shell))
    throw UsageError{Text{"нужны оболочка и то, что в ней набрано", "the shell is wanted, and what is typed in it"}};
  Strings typed(given.begin() + 1, given.end());
  if (shell == "bash" && typed.size() == 2) {
    offer_to_bash(typed[0], typed[1], names, environment);
    return ExitStatus::clean;
  }
  if (shell == "fish") typed.back() = words_in_shell(typed.back()).words.back();
  Offers all = offers(typed, names, environment);
  if (shell == "fish" && !typed.back().empty()) all = as_begun(std::move(all), typed.back());
  if (shell == "zsh") warn_of_loss(all, typed.back(), environment);
  print(all, environment);
  return ExitStatus::clean;
}

ExitStatus run_shell(const Arguments& arguments, Environment& environment) {
  const std::string shell = *arguments.text("shell");
  if (shell == "words") return offer_words(arguments.list("line"), arguments.given("names"), environment);
  if (arguments.given("line"))
    throw UsageError{say({"лишнее слово «{}»", "unexpected argument '{}'"}, arguments.list("line").front())};
  environment.out << find_script(shell)->bytes;
  return ExitStatus::clean;
}

}  // namespace

Command shell_command();
Command shell_command() {
  return {
      .name = "shell",
      .former = "completion",
      .group = Group::about,
      .summary = {"подсказки для командной оболочки", "completion for a shell"},
      .description =
          {"Печатает подсказки. После их подключения оболочка по клавише Tab дополняет команды и параметры на обоих "
           "языках, коды, правила и пункты, а в реестре и номера записей; рядом говорит, что это, а в номерах — о ком "
           "запись. Человека можно начать и с фамилии. Подключить подсказки:\n"
           "в bash: source <(nastavnik shell bash)\n"
           "в zsh: source <(nastavnik shell zsh)\n"
           "в fish: nastavnik shell fish | source",
           "Prints completion. Once it is loaded, Tab completes commands and options in both languages, codes, rules "
           "and clauses, and in a registry ids of records; beside them it says what they are, and whom a record is "
           "about. A person may be begun by the surname, too. To load it:\n"
           "in bash: source <(nastavnik shell bash)\n"
           "in zsh: source <(nastavnik shell zsh)\n"
           "in fish: nastavnik shell fish | source"},
      .positionals = {{.name = "shell",
                       .type = Type::choice,
                       .value = {"ОБОЛОЧКА", "SHELL"},
                       .help = {"какая оболочка", "which shell"},
                       .words = {{"bash"},
                                 {"zsh"},
                                 {"fish"},
                                 {"words",
                                  {"не для людей: так подсказки спрашивают, что предложить",
                                   "not for people: so completion asks what to offer"}}},
                       .required = true},
                      {.name = "line",
                       .type = Type::text,
                       .value = {"СЛОВО", "WORD"},
                       .help = {"для words: оболочка и то, что в ней набрано",
                                "for words: the shell and what is typed in it"},
                       .list = true,
                       .verbatim = true}},
      .examples = {{"nastavnik shell bash", {"подсказки для bash", "completion for bash"}},
                   {"nastavnik shell fish", {"подсказки для fish", "completion for fish"}}},
      .statuses = {ExitStatus::clean},
      .run = run_shell,
  };
}

}  // namespace nastavnik::cmd
