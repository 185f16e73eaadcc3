#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace nastavnik {

/// What has a key and is called something: a field, a code.
struct Named {
  std::string key{};
  Words title{};
};

/// Which of them the word means, by their places: one, or as many as it fits equally well; none where it fits none. The key
/// in either layout of the keyboard outranks the whole title, also in other forms of its words, this its beginning, this words of it in any form, and these words of what stands in brackets.
std::vector<std::size_t> named_by(std::string_view word, std::span<const Named> all);

/// The key of the one that was probably meant; empty where none is near.
std::string_view nearest(std::string_view word, std::span<const Named> all);

/// «Окончание; Начало»: titles may have commas.
Words listed(const std::vector<Words>& titles);
/// The same of these places; keys only where titles are alike.
Words listed(const std::vector<std::size_t>& places, std::span<const Named> all);

}  // namespace nastavnik
