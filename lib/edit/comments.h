#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "source/node.h"

namespace nastavnik {

/// The comments of a text whose root this is; without a root all of it is comments.
std::vector<std::string> comments_of(std::string_view text, const Node* root);

/// Whether a comment stands between the brackets.
bool has_comments(std::string_view text, const Node& brackets);

}  // namespace nastavnik
