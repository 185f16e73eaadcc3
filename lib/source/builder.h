#pragma once
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/arena.h"
#include "source/finding.h"
#include "source/node.h"
#include "source/requirements.h"

namespace nastavnik {

/// Deeper than any record goes.
inline constexpr std::size_t deepest = 64;
/// More values than any record holds.
inline constexpr std::size_t most_values = 200'000;

// Slips that more than one place may find.
inline constexpr Text open_quote_label{"эта кавычка не закрыта", "this quote is not closed"};
inline constexpr Text open_bracket_label{"эта скобка не закрыта", "this bracket is not closed"};
inline constexpr Text glued_colon{"после двоеточия нужен пробел", "a space is wanted after the colon"};
inline constexpr Text no_key{"перед этим двоеточием нет ключа", "there is no key before this colon"};
inline constexpr Text no_colon{"после ключа нужно двоеточие", "a colon is wanted after the key"};
inline constexpr Text bad_directive{"строка со знаком % в начале — указание для YAML; записям оно не нужно",
                                    "a line that begins with % is a YAML directive; records need none"};
inline constexpr Text bad_escape_sign{"такого сочетания с обратной чертой нет; чтобы написать саму черту, удвойте её",
                                      "there is no such escape; to write a backslash, double it"};

/// Makes nodes of the events of a YAML reader, which say where a token begins and what it means. Offsets are bytes of
/// `text`, which is the file behind a byte order mark of `shift` bytes.
class Builder {
public:
  Builder(std::uint32_t source, std::string_view text, std::size_t shift, Arena& arena,
          std::pmr::memory_resource& nodes, Findings& findings)
      : source_(source), text_(text), shift_(shift), arena_(arena), nodes_(nodes), findings_(findings) {}

  void begin(std::size_t at);
  void null(std::size_t at);
  void alias(std::size_t at);
  void scalar(std::size_t at, std::string_view value);
  void open(Node::Kind kind, std::size_t at, bool flow);
  void close();

  /// What has been read cannot be trusted further: the rest is to be left alone.
  bool stopped() const { return stopped_; }
  /// No record can be read from this, as a finding says.
  /// How what was just reported would be mended.
  void offer(Fix fix);
  void refuse() { usable_ = false; }
  /// The value of the document; nothing when a finding says that a record cannot be read from it.
  const Node* document() const { return usable_ && !stopped_ && root_ && !root_->broken ? root_ : nullptr; }
  /// End of the last token seen.
  std::size_t end() const { return last_; }
  /// The innermost bracket that is open, or nothing.
  std::size_t open_bracket() const;

  void report(YamlRow row, std::size_t begin, std::size_t end, Words label);

private:
  struct Pair {
    std::string_view key{};
    Span key_span{};
    Node* value = nullptr;
  };
  /// A list or map whose end has not been seen; in a map, the key that waits for its value.
  struct Open {
    Node* node = nullptr;
    std::size_t begin = 0;
    std::ptrdiff_t column = 0;
    bool brackets = false;
    std::size_t first_item = 0;
    std::size_t first_pair = 0;
    bool has_key = false;
    bool drop = false;  ///< the key cannot be used
    Pair pair{};
  };
  /// What stands before a value: nothing, an anchor, a tag.
  struct Start {
    std::size_t at = 0;
    bool tagged = false;
  };

  Node* make(Node::Kind kind, std::size_t begin, std::size_t end);
  Span span(std::size_t begin, std::size_t end) const;
  Start skip_properties(std::size_t at);
  bool expects_key() const {
    return !open_.empty() && open_.back().node->kind == Node::Kind::map && !open_.back().has_key;
  }
  std::ptrdiff_t indent() const;
  std::size_t line_of(std::size_t at);
  std::ptrdiff_t column(std::size_t at) { return static_cast<std::ptrdiff_t>(at - line_of(at)); }
  bool is_written_null(std::size_t at);
  void refuse(std::size_t begin, std::size_t end, Text label);
  void left_out(bool broken);
  void hold_colon(const Pair& pair);
  std::string with_its_end(std::size_t begin, std::string_view value) const;
  void take_scalar(Start start, std::size_t at, std::string_view value);
  std::size_t end_of_scalar(std::size_t begin, std::string_view value) const;
  std::string_view kept(std::size_t begin, std::size_t end, std::string_view value);
  void hold_indent(std::size_t begin);
  void hold_quotes(std::size_t begin, std::size_t end);
  void hold_escapes(std::size_t begin, std::size_t end, std::string_view value);
  void hold_brackets(std::size_t begin, std::size_t end);
  void hold_comment(std::size_t end);
  void place(Node* node);
  void take_key(Open& in, Node* node);
  void close_list(Open& list);
  void close_map(Open& map);
  void report_repeated(std::span<Pair> pairs);
  void report_repeated(Pair& first, const Pair& again);

  std::uint32_t source_;
  std::string_view text_;
  std::size_t shift_;
  Arena& arena_;
  std::pmr::memory_resource& nodes_;
  Findings& findings_;
  std::vector<Open> open_;
  std::vector<Node*> items_;
  std::vector<Pair> pairs_;
  Node* root_ = nullptr;
  std::size_t last_ = 0;
  std::size_t line_ = 0;                            ///< where the line of the last place asked for begins
  std::size_t line_seen_ = 0;                       ///< no line begins between it and here
  std::size_t held_line_ = std::string_view::npos;  ///< its beginning was found right of what the brackets are in
  std::size_t properties_seen_ = 0;
  std::size_t count_ = 0;
  bool usable_ = true;
  bool stopped_ = false;
};

}  // namespace nastavnik
