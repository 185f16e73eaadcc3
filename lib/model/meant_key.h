#pragma once
#include <span>
#include <string>
#include <string_view>

namespace nastavnik {

/// A key that a mapping takes, and what it is called.
struct KnownKey {
  std::string key{};
  std::string title{};  ///< in Russian, folded
};

/// The known key that an unknown one was meant for; empty where none is near enough, of two as near the first. Keys are
/// English: one in Russian letters was typed in the other layout, is the title of its field, or spells the English word.
std::string_view meant_key(std::string_view unknown, std::span<const KnownKey> known);

/// Whether the unknown key is the known one beyond doubt: its title, the same in capitals, or typed in the other layout.
bool is_surely_meant(std::string_view unknown, const KnownKey& known);

}  // namespace nastavnik
