#include "findings/address.h"

#include <filesystem>

#include <fmt/format.h>

#include "base/printable.h"
#include "model/notions/about.h"
#include "rules/fingerprint.h"

namespace nastavnik {

std::string inner_path(const CheckedRegistry& registry, Span span) {
  return registry.conceal ? registry.conceal->path(span) : std::string(registry.sources->path(span));
}

std::string shown_path(const CheckedRegistry& registry, Span span) {
  const std::filesystem::path inside = inner_path(registry, span);
  return (registry.root / inside).lexically_normal().generic_string();
}

std::string shown_place(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  return fmt::format("{}:{}:{}", printable(shown_path(registry, span)), position.line, position.column);
}

std::string shown_people(const CheckedRegistry& registry, Span span, Language language) {
  if (!registry.people) return {};
  return printable(about(*registry.people, address_of(*registry.sources, span)).in(language));
}

std::string shown_people(const CheckedRegistry& registry, const Finding& finding, Language language) {
  return finding.of->masked ? std::string() : shown_people(registry, finding.span, language);
}

}  // namespace nastavnik
