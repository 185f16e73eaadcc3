#pragma once
#include <iosfwd>
#include <span>
#include <string>

#include "findings/check_report.h"

namespace nastavnik {

void render_text(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_concise(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_json(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_sarif(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_junit(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_github(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);
void render_gitlab(std::ostream& out, std::span<const CheckReport> reports, const RenderOptions& options);

/// A table of the rules that fired.
std::string statistics_table(std::span<const CheckReport> reports, Language language);

}  // namespace nastavnik
