#include "report/address.h"

#include <filesystem>

#include <fmt/format.h>

#include "report/printable.h"

namespace nastavnik {

std::string shown_path(const CheckReport& report, Span span) {
  const std::filesystem::path inside = report.sources->path(span);
  return (report.root / inside).lexically_normal().generic_string();
}

std::string shown_place(const CheckReport& report, Span span) {
  const auto position = report.sources->position(span);
  return fmt::format("{}:{}:{}", printable(shown_path(report, span)), position.line, position.column);
}

std::string_view record_address(std::string_view path) {
  constexpr std::string_view extension = ".yaml";
  return path.ends_with(extension) ? path.substr(0, path.size() - extension.size()) : std::string_view{};
}

std::string id_and_name(const Requirement& requirement) {
  if (requirement.id == requirement.name) return std::string(requirement.id);
  return fmt::format("{} {}", requirement.id, requirement.name);
}

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
    case Severity::silent: return "silent";
  }
  return "error";
}

std::string_view nature_id(Nature nature) {
  switch (nature) {
    case Nature::format: return "format";
    case Nature::text: return "text";
    case Nature::formalised: return "formalised";
    case Nature::inference: return "inference";
    case Nature::law: return "law";
  }
  return "format";
}

bool is_from_the_text(const Requirement& requirement) {
  return requirement.nature == Nature::text || requirement.nature == Nature::formalised;
}

}  // namespace nastavnik
