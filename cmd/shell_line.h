#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik::cmd {

/// A line of a shell up to the cursor, its quotes taken away.
struct TypedInShell {
  std::vector<std::string> words{};  ///< the last one is being typed; it may be empty
  char quote = 0;                    ///< the quote that is open at the end: ' or "
};
TypedInShell words_in_shell(std::string_view line);

/// The word as a shell reads it: with a backslash before what means something there, or behind an open quote.
std::string written_in_shell(std::string_view word, char quote);

}  // namespace nastavnik::cmd
