#pragma once
#include <memory_resource>
#include <string_view>
#include <vector>

#include "source/arena.h"
#include "source/finding.h"
#include "source/source.h"

namespace nastavnik {

struct Node;

/// A key of a map with its value.
struct NodeEntry {
  std::string_view key{};
  Span key_span{};
  const Node* value = nullptr;
};

/// A YAML value with its place. The rest of the program sees this, never the YAML library.
struct Node {
  enum class Kind : unsigned char { null, scalar, list, map };
  Kind kind = Kind::null;
  bool plain = false;  ///< a scalar without quotes
  bool broken =
      false;    ///< a finding says why the value cannot be taken: its key stands twice, it is an alias or tagged
  Span span{};  ///< a scalar or a written null: the raw token with its quotes; a null that is left out: its
                ///< key, or the dash of its item; else from the first to the last byte
  std::string_view
      text{};  ///< the value: a view into the file where it stands there literally, else kept in the arena;
               ///< of a written null the word itself
  std::pmr::vector<const Node*> items;
  std::pmr::vector<NodeEntry> entries;

  explicit Node(std::pmr::memory_resource* memory) : items(memory), entries(memory) {}
};

/// Who reads: our own reader wherever the text is of the everyday kind, or the YAML library alone. There is no difference
/// but the time.
enum class Reading : unsigned char { quick, library };

/// The one document of a source. Nothing when the text is not YAML that a record can be read from (a finding says
/// why) or when there is no document at all. What is wrong becomes findings; nothing is thrown. Nodes live in `nodes`,
/// texts that do not stand in the file in `arena`.
const Node* parse(std::uint32_t source, const Sources& sources, Arena& arena, std::pmr::memory_resource& nodes,
                  Findings& findings, Reading reading = Reading::quick);

}  // namespace nastavnik
