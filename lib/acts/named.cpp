#include "acts/named.h"

#include <algorithm>
#include <array>

#include "base/keyboard.h"
#include "base/text.h"
#include "base/word_forms.h"
#include "model/meant_key.h"

namespace nastavnik {
namespace {

/// How well a word fits what is named.
enum class Fit : unsigned char { none, opening, remark, words, beginning, forms, title, key };

/// «начало работы» of «Начало работы (нет — пара формируется)».
std::string_view without_remark(std::string_view folded) {
  const std::string_view head = folded.substr(0, folded.find(" ("));
  return head;
}

/// The word as text of a title: `program-end` is «program end».
std::string as_words(std::string_view word) {
  std::string folded = fold(word);
  std::ranges::replace(folded, '_', ' ');
  return folded;
}

bool begins(std::string_view title, std::string_view wanted) {
  return title.starts_with(wanted) && (title.size() == wanted.size() || title.substr(wanted.size()).starts_with(" ") ||
                                       title.substr(wanted.size()).starts_with(","));
}

/// «предмет» of «предметное содержание».
bool opens(std::string_view title, std::string_view wanted) {
  constexpr std::size_t telling = 4;
  return characters(wanted) >= telling && title.starts_with(wanted);
}

/// Whether each word is a form of one of the title's.
bool has_words(std::string_view title, std::string_view wanted) {
  constexpr std::size_t telling = 3;
  const std::vector<TextWord> words = words_of(title);
  std::size_t told = 0;
  for (const TextWord& one : words_of(wanted)) {
    const auto is_form = [&](const TextWord& word) { return are_forms_of_one(one.text, word.text); };
    if (std::ranges::none_of(words, is_form)) return false;
    told = std::max(told, characters(one.text));
  }
  return told >= telling;
}

Fit fit_of_title(std::string_view wanted, std::string_view title) {
  const std::string folded = fold(title);
  if (folded == wanted || without_remark(folded) == wanted || bare_letters(folded) == bare_letters(wanted))
    return bare_letters(wanted).empty() ? Fit::none : Fit::title;
  if (has_words(without_remark(folded), wanted) && has_words(wanted, without_remark(folded))) return Fit::forms;
  if (begins(folded, wanted)) return Fit::beginning;
  if (has_words(without_remark(folded), wanted)) return Fit::words;
  if (has_words(folded, wanted)) return Fit::remark;
  return opens(folded, wanted) ? Fit::opening : Fit::none;
}

Fit fit_of_titles(std::string_view wanted, const Named& named) {
  return std::max(fit_of_title(wanted, named.title.ru), fit_of_title(wanted, named.title.en));
}

Fit fit(std::string_view word, const Named& named) {
  const std::string wanted = as_words(word);
  if (wanted.empty()) return Fit::none;
  std::string key = named.key;
  std::ranges::replace(key, '_', ' ');
  if (wanted == key || as_words(typed_in_latin(word)) == key) return Fit::key;
  const Fit found = fit_of_titles(wanted, named);
  return found != Fit::none ? found : fit_of_titles(typed_in_russian(wanted), named);
}

}  // namespace

std::vector<std::size_t> named_by(std::string_view word, std::span<const Named> all) {
  std::vector<std::size_t> found;
  Fit best = Fit::opening;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Fit now = fit(word, all[i]);
    if (now < best) continue;
    if (now > best) found.clear();
    best = now;
    found.push_back(i);
  }
  return found;
}

std::string_view nearest(std::string_view word, std::span<const Named> all) {
  std::vector<KnownKey> known;
  for (const Named& one : all) known.push_back({one.key, fold(one.title.ru)});
  const std::string near(meant_key(word, known));
  const auto found = std::ranges::find(all, near, &Named::key);
  return found == all.end() ? std::string_view() : std::string_view(found->key);
}

Words listed(const std::vector<Words>& titles) {
  Words all;
  for (const Words& title : titles) all = all.empty() ? title : say({"{}; {}", "{}; {}"}, all, title);
  return all;
}

Words listed(const std::vector<std::size_t>& places, std::span<const Named> all) {
  std::vector<Words> titles;
  for (const std::size_t place : places) {
    const Named& one = all[place];
    const bool is_alone = std::ranges::count(all, one.title, &Named::title) == 1;
    titles.push_back(is_alone ? one.title : say({"{} ({})", "{} ({})"}, one.title, one.key));
  }
  return listed(titles);
}

}  // namespace nastavnik
