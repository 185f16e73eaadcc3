#include "findings/checked_registry.h"
#include "findings/renderers.h"
#include "rules/citation.h"

namespace nastavnik {

std::string_view shown_severity(Severity severity, const RenderOptions& options) {
  return options.width == 0 ? severity_id(severity) : severity_words(severity).in(options.language);
}

std::span<const CheckFormat> check_formats() {
  static constexpr CheckFormat formats[] = {
      {"text", {"с выдержками из файлов, для чтения человеком", "with excerpts of the files, for people"}, render_text},
      {"concise", {"по строке на замечание", "one line a finding"}, render_concise},
      {"json",
       {"для программ; схема: check-output.schema.json", "for programs; schema: check-output.schema.json"},
       render_json},
      {"sarif",
       {"SARIF 2.1.0; пункты положения даны как классификация (taxonomies)", "SARIF 2.1.0; the clauses as taxonomies"},
       render_sarif},
      {"junit", {"JUnit XML для серверов сборки", "JUnit XML for build servers"}, render_junit},
      {"github", {"пометки к строкам на GitHub", "annotations of lines on GitHub"}, render_github},
      {"gitlab", {"отчёт Code Quality для GitLab", "a Code Quality report for GitLab"}, render_gitlab},
  };
  return formats;
}

}  // namespace nastavnik
