#include "edit/comments.h"

#include <algorithm>

#include "edit/parsed_text.h"
#include "source/scan.h"

namespace nastavnik {
namespace {

/// Goes through the places between the values: there a # begins a comment, and nowhere else.
class CommentFinder {
public:
  CommentFinder(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  void pass(const Node& node) {
    for (const NodeEntry& entry : node.entries) {
      pass(entry.key_span);
      pass(*entry.value);
    }
    for (const Node* item : node.items) pass(*item);
    if (node.entries.empty() && node.items.empty() && node.kind != Node::Kind::list && node.kind != Node::Kind::map)
      pass(node.span);
  }

  std::vector<std::string> up_to(std::size_t end) {
    look(end);
    return std::move(found_);
  }

private:
  void pass(Span token) {
    if (token.begin < at_) return;  // what is left out is shown at its key
    look(token.begin);
    const char first = token.size == 0 ? '\0' : text_[token.begin];
    if (first == '|' || first == '>') look(std::min(content_of_block(text_, token.begin), end_of(token)));
    at_ = std::max(at_, end_of(token));
  }

  void look(std::size_t end) {
    while ((at_ = text_.substr(0, end).find('#', at_)) != text_.npos) {
      const std::size_t line_end = std::min(text_.find_first_of("\r\n", at_), text_.size());
      const std::string_view comment = text_.substr(at_, line_end - at_);
      found_.emplace_back(comment.substr(0, comment.find_last_not_of(" \t") + 1));
      at_ = line_end;
    }
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> comments_of(std::string_view text, const Node* root) {
  CommentFinder finder(text, 0);
  if (root) finder.pass(*root);
  return finder.up_to(text.size());
}

bool has_comments(std::string_view text, const Node& brackets) {
  CommentFinder finder(text, brackets.span.begin);
  finder.pass(brackets);
  return !finder.up_to(end_of(brackets.span)).empty();
}

}  // namespace nastavnik
