#include "cmd/dialogue.h"

#include <algorithm>
#include <charconv>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "acts/named.h"
#include "base/ascii.h"
#include "base/layout.h"
#include "base/printable.h"
#include "base/text.h"
#include "disk/signals.h"

namespace nastavnik::cmd {

std::optional<std::string> Dialogue::line(std::string_view title, AskedLine asked) {
  const std::string key = fmt::format("{}\n{}", depth_ == 0 ? "" : key_, title);
  const auto known = std::ranges::find_if(lines_, [&](const Line& line) { return !line.is_told && line.key == key; });
  if (known != lines_.end()) {
    shown_.str({});
    is_known_ = true;
    Line again = *known;  // lines stand in the order of this time
    again.is_told = true;
    lines_.erase(known);
    lines_.push_back(std::move(again));
    return lines_.back().is_end ? std::nullopt : std::optional(lines_.back().typed);
  }
  environment_.out << std::exchange(shown_, {}).str() << std::flush;
  is_known_ = false;
  const std::optional<std::string> typed = environment_.ask_line(asked);
  heed_signals();
  lines_.push_back({.key = key, .typed = std::string(trimmed(typed.value_or(""))), .is_end = !typed, .is_told = true});
  return typed ? std::optional(lines_.back().typed) : std::nullopt;
}

void Dialogue::forget_last() { lines_.pop_back(); }

void Dialogue::forget(std::string_view word) {
  if (!lines_.empty() && lines_.back().typed == word) lines_.pop_back();
}

Dialogue::Inside::Inside(Dialogue& dialogue, std::string key, const Words& title, bool adds) : dialogue_(dialogue) {
  if (dialogue.depth_++ != 0) return;
  dialogue.key_ = std::move(key);
  if (std::ranges::find(dialogue.questions_, dialogue.key_, &Question::key) == dialogue.questions_.end())
    dialogue.questions_.push_back({.key = dialogue.key_, .title = title, .adds = adds});
}

void Dialogue::take(std::string suggested) {
  const auto question = std::ranges::find(questions_, key_, &Question::key);
  if (question != questions_.end()) question->taken = std::move(suggested);
}

void Dialogue::end() {
  if (!is_known_) environment_.out << shown_.str();
  shown_.str({});
}

std::string Dialogue::typed_for(const std::string& key) const {
  std::string all;
  for (const Line& line : lines_)
    if (line.key.starts_with(key + '\n') && !line.typed.empty()) all += (all.empty() ? "" : "; ") + line.typed;
  return all;
}

Words Dialogue::shown(const Question& question) const {
  std::string typed = printable(typed_for(question.key));
  if (typed.empty()) typed = question.taken;
  return typed.empty() || question.adds ? question.title : say({"{}: {}", "{}: {}"}, question.title, typed);
}

void Dialogue::offer_questions() const {
  for (std::size_t at = 0; at < questions_.size(); ++at)
    environment_.out << wrapped(fmt::format("{}. {}", at + 1, shown(questions_[at]).in(environment_.language)), 2,
                                environment_.width());
}

std::optional<std::size_t> Dialogue::question_meant(const std::string& word) const {
  if (word.empty()) return std::nullopt;
  std::size_t number = 0;
  const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && rest == word.data() + word.size() && number >= 1 && number <= questions_.size())
    return number - 1;
  std::vector<Named> all;
  for (const Question& question : questions_) all.push_back({question.key, question.title});
  const std::vector<std::size_t> found = named_by(word, all);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

/// What was typed for it answers nothing any more.
void Dialogue::drop(const Question& question) {
  const auto is_its_own = [&](const Line& line) { return line.key.starts_with(question.key + '\n'); };
  if (!question.adds) {
    std::erase_if(lines_, is_its_own);
  } else if (const auto last = std::find_if(lines_.rbegin(), lines_.rend(), is_its_own); last != lines_.rend()) {
    lines_.erase(std::next(last).base());
  }
}

bool Dialogue::mend() {
  offer_questions();
  const std::string prompt(Text{"Какой ответ исправить? (номер или название, Enter — никакой): ",
                                "Which answer is to be mended? (its number or title, Enter: none): "}
                               .in(environment_.language));
  const auto offers = [&](std::string_view begun) {
    Offers all;
    for (const Question& question : questions_)
      if (std::string title(question.title.in(environment_.language)); fold(title).starts_with(fold(begun)))
        all.push_back({std::move(title), {}});
    return all;
  };
  for (;;) {
    environment_.out.flush();
    const std::optional<std::string> typed = environment_.ask_line({prompt, offers});
    heed_signals();
    const std::string word(trimmed(typed.value_or("")));
    const std::optional<std::size_t> found = question_meant(word);
    if (found) drop(questions_[*found]);
    if (found || word.empty()) {
      begin_again();
      return found.has_value();
    }
    offer_questions();
  }
}

void Dialogue::begin_again() {
  questions_.clear();
  is_again_ = true;
  for (Line& line : lines_) line.is_told = false;
}

}  // namespace nastavnik::cmd
