#include "edit/parsed_text.h"

namespace nastavnik {

ParsedText::ParsedText(std::string_view text) {
  sources[sources.add({})].text = text;
  root = parse(0, sources, arena, nodes, findings);
  const bool only_comments = findings.size() == 1 && findings[0].of->id == "yaml-empty";
  read = root ? root->kind == Node::Kind::map && findings.empty() : only_comments;
}

std::size_t end_of(Span span) { return std::size_t{span.begin} + span.size; }

bool is_flow(std::string_view text, const Node& node) {
  return node.span.size > 0 && (text[node.span.begin] == '{' || text[node.span.begin] == '[');
}

std::optional<std::size_t> behind_colon_of(std::string_view text, const NodeEntry& entry) {
  const std::size_t colon = text.find_first_not_of(" \t", end_of(entry.key_span));
  return colon != text.npos && text[colon] == ':' ? std::optional(colon + 1) : std::nullopt;
}

}  // namespace nastavnik
