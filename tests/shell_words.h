#pragma once
#include <string>
#include <vector>

#include <doctest/doctest.h>

/// The words of a line, with the quotes of a shell.
inline std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  char quote = 0;
  bool in_word = false;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (quote != 0 ? c == quote : c == '\'' || c == '"')
      quote = quote != 0 ? 0 : c;
    else
      words.back() += c;
  }
  REQUIRE_MESSAGE(quote == 0, line);
  return words;
}
