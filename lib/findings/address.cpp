#include "findings/address.h"

#include <filesystem>

#include <fmt/format.h>

#include "base/printable.h"

namespace nastavnik {

std::string shown_path(const CheckReport& report, Span span) {
  const std::filesystem::path inside = report.sources->path(span);
  return (report.root / inside).lexically_normal().generic_string();
}

std::string shown_place(const CheckReport& report, Span span) {
  const auto position = report.sources->position(span);
  return fmt::format("{}:{}:{}", printable(shown_path(report, span)), position.line, position.column);
}

}  // namespace nastavnik
