// libFuzzer: any bytes are parsed without harm, and what comes out holds what the rest of the program relies on.
//
//   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++-19 -DNASTAVNIK_FUZZ=ON
//   cmake --build build/fuzz --target fuzz_parse
//   mkdir -p build/fuzz/corpus
//   build/fuzz/tests/fuzz_parse -dict=tests/fuzz/yaml.dict -max_len=600 -timeout=10 build/fuzz/corpus

#include <cstdint>
#include <cstdlib>
#include <string>

#include "tests/parsed.h"

namespace nastavnik {
namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

void check_span(const Parsed& parsed, Span span) { demand(span.begin + span.size <= parsed.sources[0].text.size()); }

void check_node(const Parsed& parsed, const Node& node) {
  check_span(parsed, node.span);
  if (node.broken) return;
  if (node.kind == Node::Kind::scalar && node.plain && !node.broken && node.text.find('\n') == node.text.npos)
    demand(node.text.size() <= node.span.size);
  for (const Node* item : node.items) {
    if (!item->broken)
      demand(item->span.begin >= node.span.begin &&
             item->span.begin + item->span.size <= node.span.begin + node.span.size);
    check_node(parsed, *item);
  }
  for (const NodeEntry& entry : node.entries) {
    demand(!entry.key.empty() && entry.value != nullptr);
    check_span(parsed, entry.key_span);
    demand(entry.key_span.begin >= node.span.begin);
    check_node(parsed, *entry.value);
  }
}

void check(const std::string& bytes) {
  const Parsed parsed(bytes);
  demand(parsed.root != nullptr || !parsed.findings.empty());
  for (const Finding& finding : parsed.findings) {
    check_span(parsed, finding.span);
    parsed.place(finding.span);
    demand(!finding.label.ru.empty() && !finding.label.en.empty());
    demand(!finding.label.en.starts_with("a YAML error here"));  // each thing the library says has words of ours
  }
  if (parsed.root) check_node(parsed, *parsed.root);
  demand(parsed.dump() == Parsed(bytes, Reading::library).dump());  // our own reader and the library agree
}

}  // namespace
}  // namespace nastavnik

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  nastavnik::check(std::string(reinterpret_cast<const char*>(bytes), size));  // NOLINT: bytes are what a text is
  return 0;
}
