#include "findings/address.h"

#include <filesystem>

#include <fmt/format.h>

#include "base/printable.h"

namespace nastavnik {

std::string shown_path(const CheckedRegistry& registry, Span span) {
  const std::filesystem::path inside = registry.sources->path(span);
  return (registry.root / inside).lexically_normal().generic_string();
}

std::string shown_place(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  return fmt::format("{}:{}:{}", printable(shown_path(registry, span)), position.line, position.column);
}

}  // namespace nastavnik
