#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// The keys of the mapping that a path of keys leads to, in their order; none where nothing is known of it.
using KeyOrder = std::function<std::vector<std::string>(std::span<const std::string_view> path)>;

/// The text of a record in its one form, which is the same for all texts that differ in nothing but layout. Every comment
/// stays with what it stood at; block stays block, and brackets stay brackets. Nothing where there is no record, where
/// something is wrong with it, or where the new text would read otherwise or lack a comment.
std::optional<std::string> canonical(std::string_view text, const KeyOrder& order);

}  // namespace nastavnik
