#include "model/meant_key.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/keyboard.h"
#include "base/text.h"

namespace nastavnik {
namespace {

bool is_russian(std::string_view key) {
  return std::any_of(key.begin(), key.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// «ордер» is order: as the letters from а to я are heard.
std::string spelled_in_latin(std::string_view folded) {
  constexpr char32_t first = U'а';
  constexpr std::array<std::string_view, 32> heard{"a",  "b",  "v",  "g",   "d", "e", "zh", "z", "i",  "y", "k",
                                                   "l",  "m",  "n",  "o",   "p", "r", "s",  "t", "u",  "f", "h",
                                                   "ts", "ch", "sh", "sch", "",  "y", "",   "e", "yu", "ya"};
  std::string latin;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const auto letter = static_cast<std::size_t>(next_code_point(folded, at)) - first;
    latin += letter < heard.size() ? heard.at(letter) : folded.substr(begin, at - begin);
  }
  return latin;
}

std::string_view closest_key(std::string_view word, std::span<const KnownKey> known) {
  const std::vector<std::string_view> keys = [&] {
    std::vector<std::string_view> all;
    for (const KnownKey& one : known) all.emplace_back(one.key);
    return all;
  }();
  return closest(word, keys);
}

/// A word of a title is enough where it is long enough to say something: «приказ» of «Приказ о закреплении».
std::string_view key_titled(std::string_view folded, std::span<const KnownKey> known) {
  constexpr std::size_t telling = 4;
  std::vector<std::string_view> words;
  for (const KnownKey& one : known) {
    words.emplace_back(one.title);
    for (const TextWord& word : words_of(one.title))
      if (characters(word.text) >= telling) words.push_back(word.text);
  }
  const std::string_view near = closest(folded, words);
  if (near.empty()) return {};
  const auto stands_in = [&](const KnownKey& one) {
    return near.data() >= one.title.data() && near.data() < one.title.data() + one.title.size();
  };
  return std::find_if(known.begin(), known.end(), stands_in)->key;
}

std::string folded_words(std::string_view key) {
  std::string folded = fold(key);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  return folded;
}

}  // namespace

bool is_surely_meant(std::string_view unknown, const KnownKey& known) {
  return (!known.title.empty() && folded_words(unknown) == known.title) || fold(unknown) == known.key ||
         typed_in_latin(unknown) == known.key;
}

std::string_view meant_key(std::string_view unknown, std::span<const KnownKey> known) {
  const std::string_view near = closest_key(unknown, known);
  if (!near.empty() || !is_russian(unknown)) return near;
  if (const std::string_view typed = closest_key(typed_in_latin(unknown), known); !typed.empty()) return typed;
  const std::string folded = folded_words(unknown);
  const std::string_view titled = key_titled(folded, known);
  return titled.empty() ? closest_key(spelled_in_latin(folded), known) : titled;
}

}  // namespace nastavnik
