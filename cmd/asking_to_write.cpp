#include <algorithm>
#include <array>

#include "base/keyboard.h"
#include "base/text.h"
#include "cmd/asking.h"

// What is asked last: whether it is to be written.

namespace nastavnik::cmd {
namespace {

bool is_to_edit(const std::string& word) {
  constexpr std::array words{std::string_view("и"), std::string_view("исправить"), std::string_view("e")};
  return std::ranges::count(words, word) != 0 || std::ranges::count(words, typed_in_russian(word)) != 0;
}

}  // namespace

bool Asking::agrees(const Words& question) {
  const std::string title = say({"{} [д/н]:", "{} [y/n]:"}, question).in(environment_.language);
  for (;;) {
    if (const std::optional<bool> said = yes_or_no(line(title))) return *said;
    tell(std::string(Text{"ответьте д или н", "answer y or n"}.in(environment_.language)));
  }
}

void Asking::confirm(const Words& question) {
  if (!dialogue_.has_answers()) {
    if (!agrees(question)) throw GivenUp();
    return;
  }
  const std::string title =
      say({"{} [д/н; и — исправить]:", "{} [y/n; e to edit an answer]:"}, question).in(environment_.language);
  for (;;) {
    const std::string word = line(title);
    const std::optional<bool> said = yes_or_no(word);
    if (said && *said) return;
    dialogue_.forget_last();
    if (said) throw GivenUp();
    if (is_to_edit(fold(word))) throw ToMend();
    tell(std::string(Text{"ответьте д, н или и", "answer y, n or e"}.in(environment_.language)));
  }
}

}  // namespace nastavnik::cmd
