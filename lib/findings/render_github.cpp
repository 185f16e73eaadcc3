#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/printable.h"
#include "findings/address.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "rules/citation.h"

// Workflow commands of GitHub: `::error file=…,line=…::message`, one a line.
namespace nastavnik {
namespace {

/// The one way into an annotation: a log of a server is read in a terminal, too.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : harmless(text)) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
    }
  }
  return out;
}

std::string in_property(std::string_view text) { return escaped(text, "%\r\n:,"); }
std::string in_message(std::string_view text) { return escaped(text, "%\r\n"); }

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info:
    case Severity::silent: break;
  }
  return "notice";
}

/// GitHub takes columns only where the end is on the line of the beginning.
std::string place_properties(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  const auto file = in_property(shown_path(registry, span));
  if (position.line != position.end_line) {
    return fmt::format("file={},line={},endLine={}", file, position.line, position.end_line);
  }
  return fmt::format("file={},line={},col={},endLine={},endColumn={}", file, position.line, position.column,
                     position.end_line, position.end_column);
}

std::string message_of(const CheckedRegistry& registry, const Finding& finding, Language language) {
  std::string message(finding.of->title.in(language));
  if (!finding.label.empty()) message += ": " + finding.label.in(language);
  for (const auto& place : finding.also) {
    message += fmt::format("\n{}  {}", shown_place(registry, place.span), place.label.in(language));
  }
  for (const auto& note : notes(finding)) message += "\n" + note.in(language);
  return message;
}

/// GitHub shows only the first ten annotations of a step, so the gravest come first.
std::vector<std::pair<const CheckedRegistry*, const Finding*>> by_gravity(std::span<const CheckedRegistry> registries) {
  std::vector<std::pair<const CheckedRegistry*, const Finding*>> all;
  for (const auto& registry : registries) {
    for (const auto& finding : registry.outcome->findings) all.emplace_back(&registry, &finding);
  }
  std::ranges::stable_sort(all, {}, [](const auto& pair) { return pair.second->severity; });
  return all;
}

std::string waived_notice(const CheckedRegistry& registry, const SetAside& aside, Language language) {
  const auto message = fmt::format("{}\n{}  {}", aside.finding.of->title.in(language), shown_place(registry, aside.by),
                                   why_set_aside(registry, aside).in(language));
  return fmt::format("::notice {},title=waived {}::{}\n", place_properties(registry, aside.finding.span),
                     in_property(id_and_name(*aside.finding.of)), in_message(message));
}

}  // namespace

void render_github(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  for (const auto& [registry, finding] : by_gravity(registries)) {
    out << fmt::format("::{} {},title={}::{}\n", command_of(finding->severity),
                       place_properties(*registry, finding->span), in_property(id_and_name(*finding->of)),
                       in_message(message_of(*registry, *finding, options.language)));
  }
  for (const auto& registry : registries) {
    for (const auto& aside : registry.outcome->set_aside) {
      if (aside.waiver) out << waived_notice(registry, aside, options.language);
    }
  }
  if (options.quiet) return;
  const auto ending = in_message(summary_in_one_line(registries, Counting::records_and_rules).in(options.language));
  out << (tally(registries).undecided > 0 ? "::warning title=nastavnik::" : "") << ending << '\n';
}

}  // namespace nastavnik
