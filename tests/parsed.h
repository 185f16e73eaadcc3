#pragma once
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>

#include "source/node.h"

namespace nastavnik {

/// A text, parsed; everything the nodes look at lives as long as this.
class Parsed {
public:
  explicit Parsed(std::string bytes, Reading reading = Reading::quick) : bytes_(std::move(bytes)) {
    const std::uint32_t index = sources.add("programs/2025-003.yaml");
    sources[index].text = bytes_;
    root = parse(index, sources, arena_, memory_, findings, reading);
  }

  /// The value of a top-level key, or nothing.
  const Node* operator[](std::string_view key) const {
    if (!root) return nullptr;
    for (const NodeEntry& entry : root->entries)
      if (entry.key == key) return entry.value;
    return nullptr;
  }
  std::string_view raw(const Node* node) const { return sources.text(node->span); }
  /// `line:column-line:column`.
  std::string place(Span span) const {
    const Position p = sources.position(span);
    return fmt::format("{}:{}-{}:{}", p.line, p.column, p.end_line, p.end_column);
  }
  /// Everything that was read and found, places included.
  std::string dump() const { return said() + (root ? dump(*root) : "nothing"); }
  /// Each finding as `id place`, one a line.
  std::string said() const {
    std::string all;
    for (const Finding& finding : findings) all += fmt::format("{} {}\n", finding.of->id, place(finding.span));
    return all;
  }

private:
  static std::string dump(const Node& node) {
    std::string all = fmt::format("{}{}{}@{}+{}={}(", static_cast<int>(node.kind), node.plain ? "p" : "",
                                  node.broken ? "b" : "", node.span.begin, node.span.size, node.text);
    for (const Node* item : node.items) all += dump(*item) + ",";
    for (const NodeEntry& entry : node.entries)
      all += fmt::format("{}@{}+{}:{},", entry.key, entry.key_span.begin, entry.key_span.size, dump(*entry.value));
    return all + ")";
  }

  std::string bytes_;
  Arena arena_;
  std::pmr::monotonic_buffer_resource memory_;

public:
  Sources sources;
  Findings findings;
  const Node* root = nullptr;
};

}  // namespace nastavnik
