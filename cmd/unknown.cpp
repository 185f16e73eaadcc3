#include "cmd/unknown.h"

#include <algorithm>
#include <utility>

#include "base/keyboard.h"
#include "base/text.h"

namespace nastavnik::cmd {

std::string_view meant_by(std::string_view word, std::span<const std::string_view> known) {
  const std::string_view near = closest(word, known, Likeness::slip);
  return near.empty() ? closest(typed_in_latin(word), known, Likeness::slip) : near;
}

Words perhaps(std::string_view near) { return perhaps(say({"{}", "{}"}, near)); }

Words perhaps(const Words& near) {
  return near.empty() ? near : say({"возможно, имелось в виду: {}", "did you mean {}?"}, near);
}

static Words both(Words first, const Words& second) {
  if (first.empty()) return second;
  return second.empty() ? std::move(first) : say({"{}; {}", "{} {}"}, first, second);
}

UsageError unknown(std::string_view word, std::span<const std::string_view> known, Words what, const Words& more) {
  return {std::move(what), both(perhaps(meant_by(word, known)), more)};
}

UsageError not_one(const Meant& meant, std::string_view word, const Beside& beside, Words what, const Words& more) {
  if (!meant.records.empty())
    return {say({"«{}» подходит к нескольким: {}", "'{}' fits several: {}"}, word, some_of(beside.with(meant.records))),
            meant.records.front().starts_with("people/")
                ? Text{"назовите точнее: с именем и отчеством или номером", "say more: the name in full, or the id"}
                : Text{"назовите что-то одно", "name one of them"}};
  const Text no_names{"папки people здесь нет, так что имён не найти: назовите номер",
                      "the folder people is not here, so no name can be found: name the id"};
  return {std::move(what), both(perhaps(beside.with(meant.near)), meant.unseen ? Words(no_names) : more)};
}

std::string the_one(const Meant& meant, std::string_view word, const Beside& beside, Words what, const Words& more) {
  if (!meant.is_one()) throw not_one(meant, word, beside, std::move(what), more);
  return meant.records.front();
}

Words some_of(const std::vector<Words>& all) {
  constexpr std::size_t most = 8;
  const std::size_t shown = std::min(all.size(), most);
  const Words list = joined({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown)});
  return shown == all.size() ? list : say({"{} и ещё {}", "{} and {} more"}, list, all.size() - shown);
}

Words some_of(const std::vector<std::string>& all) {
  std::vector<Words> words;
  for (const std::string& one : all) words.emplace_back(one, one);
  return some_of(words);
}

}  // namespace nastavnik::cmd
