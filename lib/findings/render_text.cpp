#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/layout.h"
#include "base/text.h"
#include "findings/address.h"
#include "findings/excerpt.h"
#include "findings/paint.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

/// Findings of the YAML itself in a file that could be parsed all the same: its keys are keys.
constexpr std::string_view parsed_all_the_same[] = {"yaml-alias", "yaml-duplicate-key", "yaml-needs-quotes",
                                                    "yaml-tag"};

/// A finding inside people/ shows place and key; where the file cannot be parsed, what looks like a key may be a name.
Masking masking_of(const CheckedRegistry& registry, const Finding& finding, const RenderOptions& options) {
  if (finding.of->masked) return Masking::values;
  const bool personal = registry.sources->is_personal(finding.span);
  if (!personal && registry.conceal && registry.conceal->names_somebody(finding.span)) return Masking::values;
  if (options.unmask || !personal) return Masking::none;
  const auto id = finding.of->id;
  if (id == "yaml-unfinished-merge") return Masking::none;  // the line is git's own
  const bool keys_are_sure =
      !id.starts_with("yaml-") || std::ranges::find(parsed_all_the_same, id) != std::end(parsed_all_the_same);
  return keys_are_sure ? Masking::values : Masking::whole;
}

class TextPage {
public:
  TextPage(std::ostream& out, const RenderOptions& options) : out_(out), options_(options), paint_(options.colour) {}

  void finding(const CheckedRegistry& registry, const Finding& finding) {
    const auto language = options_.language;
    if (begun_) line("");
    const auto head = fmt::format("{}[{}]", shown_severity(finding.severity, options_), id_and_name(*finding.of));
    line("{}: {}", paint_.by_severity(finding.severity, head), paint_.strong(finding.of->title.in(language)));
    const auto shown = excerpt(*registry.sources, finding.span, masking_of(registry, finding, options_));
    const auto number = fmt::format("{}", shown.line);
    margin_ = std::string(number.size() + 1, ' ');
    line("{}{} {}", margin_, paint_.gutter("-->"),
         with_people(shown_place(registry, finding.span), shown_people(registry, finding, language)));
    line("{} {}", margin_, paint_.gutter("|"));
    line("{}{}", paint_.gutter(fmt::format(" {} |", number)), shown.text.empty() ? "" : " " + shown.text);
    const auto mark = paint_.by_severity(finding.severity, std::string(shown.width, '^'));
    const bool has_room = fits(margin_.size() + 3 + shown.indent + shown.width + 1, finding.label.in(language));
    line("{} {} {}{}{}", margin_, paint_.gutter("|"), std::string(shown.indent, ' '), mark,
         has_room ? behind(finding.label, " ") : std::string());
    if (!has_room) beside("|", finding.label.in(language));
    for (const auto& place : finding.also) {
      line("{}{} {}{}", margin_, paint_.gutter(":::"), other_place(registry, finding, place.span),
           behind(place.label, "  "));
    }
    for (const auto& note : notes(finding)) beside("=", note.in(language));
    if (const Words command = registry.command ? registry.command(finding) : Words(); !command.empty())
      beside("=", say({"команда: {}", "command: {}"}, command).in(language));
  }

  /// What is waived is told in short; old findings are only counted, for there may be hundreds.
  void waived(const CheckedRegistry& registry, const SetAside& aside) {
    if (!aside.waiver) return;
    if (begun_) line("");
    line("{}: {}{}", paint_.strong(fmt::format("waived[{}]", id_and_name(*aside.finding.of))),
         aside.finding.of->title.in(options_.language), behind(aside.finding.label, ": "));
    line("  {} {}", paint_.gutter("-->"),
         with_people(shown_place(registry, aside.finding.span),
                     shown_people(registry, aside.finding, options_.language)));
    line("  {} {}{}", paint_.gutter(":::"), shown_place(registry, aside.by),
         behind(why_set_aside(registry, aside), "  "));
  }

  void statistics(std::span<const CheckedRegistry> registries) {
    const auto table = statistics_table(registries, options_.language);
    out_ << table;
    begun_ = !table.empty();
  }

  void ending(std::span<const CheckedRegistry> registries) {
    if (begun_) line("");
    const bool clean = is_clean(tally(registries));
    bool first = true;
    for (const auto& words : summary(registries, counting(options_))) {
      const auto& said = words.in(options_.language);
      line("{}", !first ? Painted{fit(said)} : clean ? paint_.good(said) : paint_.strong(said));
      first = false;
    }
  }

private:
  /// Whether the words stand on one line of a terminal with so much before them; elsewhere all do.
  bool fits(std::size_t before, const std::string& words) const {
    return options_.width == 0 || before + display_width(words) <= options_.width;
  }

  /// Words beside the margin, on a terminal in lines within its width.
  void beside(std::string_view sign, const std::string& words) {
    const std::size_t before = margin_.size() + 3;
    if (options_.width <= before) return line("{} {} {}", margin_, paint_.gutter(sign), words);
    for (const std::string& one : lines_within(words, options_.width - before)) {
      line("{} {} {}", margin_, paint_.gutter(sign), one);
      if (sign == "=") sign = " ";
    }
  }

  static std::string with_people(const std::string& place, const std::string& people) {
    return people.empty() ? place : fmt::format("{}  {}", place, people);
  }

  /// Whom a place in the same record is about has been said.
  std::string other_place(const CheckedRegistry& registry, const Finding& finding, Span span) const {
    const bool same = span.source == finding.span.source;
    return with_people(shown_place(registry, span),
                       same ? std::string() : shown_people(registry, span, options_.language));
  }

  template <class... Args>
  void line(fmt::format_string<decltype(fit(std::declval<const Args&>()))...> format, const Args&... args) {
    out_ << fmt::format(format, fit(args)...) << '\n';
    begun_ = true;
  }

  std::string behind(const Words& label, std::string_view distance) const {
    return label.empty() ? std::string{} : fmt::format("{}{}", distance, label.in(options_.language));
  }

  std::ostream& out_;
  const RenderOptions& options_;
  Paint paint_;
  std::string margin_{};  ///< as wide as the line number with a space before it
  bool begun_ = false;
};

}  // namespace

void render_text(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  TextPage page(out, options);
  if (options.statistics) {
    page.statistics(registries);
  } else {
    for (const auto& registry : registries) {
      for (const auto& finding : registry.outcome->findings) page.finding(registry, finding);
      if (!options.verbose) continue;  // what is waived is known; the summary counts it
      for (const auto& aside : registry.outcome->set_aside) page.waived(registry, aside);
    }
  }
  if (!options.quiet) page.ending(registries);
}

}  // namespace nastavnik
