#include "base/keyboard.h"

namespace nastavnik {
namespace {

// Key by key, first without Shift and then with it.
constexpr std::string_view russian =
    "йцукенгшщзхъфывапролджэячсмитьбюё"
    "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
constexpr std::string_view latin =
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
    "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";
constexpr std::size_t letter = 2;  ///< bytes of a Russian letter
constexpr std::size_t keys = latin.size() / 2;

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xE0) == 0xC0; }

}  // namespace

std::string typed_in_latin(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const std::size_t key = begins_letter(word[at]) ? russian.find(word.substr(at, letter)) : russian.npos;
    result += key == russian.npos ? word[at] : latin[key / letter];
    if (key != russian.npos) ++at;
  }
  return result;
}

std::string typed_in_russian(std::string_view word) {
  std::string result;
  for (const char c : word) {
    const std::size_t key = latin.find(c);
    if (key == latin.npos)
      result += c;
    else
      result += russian.substr(key % keys * letter, letter);
  }
  return result;
}

}  // namespace nastavnik
