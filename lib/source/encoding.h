#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/unseen.h"
#include "source/finding.h"

namespace nastavnik {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What is said of a sign that nobody sees.
Words unseen_label(const Unseen& sign);

/// The text without those of such signs that part no words: copying brings them along.
std::string without_unseen(std::string_view utf8);

/// Reports bytes and characters that no record may hold. Whether the text can be read as YAML all the same.
bool check_encoding(std::uint32_t source, std::string_view bytes, Findings& findings);

}  // namespace nastavnik
