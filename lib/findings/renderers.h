#pragma once
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "findings/checked_registry.h"

namespace nastavnik {

void render_text(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_concise(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_json(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_sarif(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_junit(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_github(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);
void render_gitlab(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options);

/// How a person reads the grade on a terminal; elsewhere its id.
std::string_view shown_severity(Severity severity, const RenderOptions& options);

/// A table of the rules that fired.
std::string statistics_table(std::span<const CheckedRegistry> registries, Language language);

}  // namespace nastavnik
