#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/printable.h"
#include "findings/address.h"
#include "findings/renderers.h"
#include "findings/set_aside.h"
#include "findings/summary.h"
#include "rules/citation.h"

// JUnit as CI servers read it: a suite is a registry, a case is a rule that has something to say about a file. What
// makes the exit status 1 fails its case, what is milder is told in a case that passes, what is set aside skips it.
namespace nastavnik {
namespace {

/// What a rule says about a file.
struct Case {
  const Requirement* of = nullptr;
  std::string path{};
  std::vector<const Finding*> failures{};
  std::vector<const Finding*> told{};
  std::vector<const SetAside*> set_aside{};
  std::size_t undecided = 0;
  bool is_skipped() const { return !set_aside.empty() && failures.empty() && undecided == 0; }
};

class Suite {
public:
  Suite(const CheckedRegistry& registry, const RenderOptions& options) : registry_(registry), options_(options) {
    for (const auto& finding : registry.outcome->findings) {
      auto& one = at(finding.of, finding.span);
      (finding.severity <= options.fail_on ? one.failures : one.told).push_back(&finding);
    }
    for (const auto& aside : registry.outcome->set_aside)
      at(aside.finding.of, aside.finding.span).set_aside.push_back(&aside);
    for (const auto& undecided : registry.outcome->undecided) ++at(undecided.of, undecided.span).undecided;
  }

  void write(pugi::xml_node suites) const {
    auto suite = suites.append_child("testsuite");
    suite.append_attribute("name") = printable(registry_.root).c_str();
    std::size_t failures = 0, skipped = 0, errors = is_whole() ? 0 : 1;
    for (const auto& one : cases_) {
      if (one.undecided > 0)
        ++errors;
      else if (!one.failures.empty())
        ++failures;
      else if (one.is_skipped())
        ++skipped;
    }
    suite.append_attribute("tests") = cases_.size() + 1;
    suite.append_attribute("failures") = failures;
    suite.append_attribute("errors") = errors;
    suite.append_attribute("skipped") = skipped;
    auto day = suite.append_child("properties").append_child("property");
    day.append_attribute("name") = "as_of";
    day.append_attribute("value") = iso(registry_.as_of).c_str();
    write_registry(suite);
    for (const auto& one : cases_) write_case(suite, one);
  }

private:
  Case& at(const Requirement* of, Span span) {
    const auto [found, fresh] = index_.try_emplace(std::pair{span.source, of}, cases_.size());
    if (fresh) cases_.push_back({of, shown_path(registry_, span)});
    return cases_[found->second];
  }

  bool is_whole() const {
    const auto& outcome = *registry_.outcome;
    return outcome.records > 0 && !outcome.unreadable && !outcome.faulty_settings;
  }

  /// A case for the run as a whole, so that a clean registry is not an empty suite.
  void write_registry(pugi::xml_node suite) const {
    auto xml = suite.append_child("testcase");
    xml.append_attribute("name") = "nastavnik check";
    xml.append_attribute("classname") = printable(registry_.root).c_str();
    const auto told =
        printable(summary_in_one_line({&registry_, 1}, Counting::records_and_rules).in(options_.language));
    if (!is_whole()) write_fault(xml, "error", "incomplete", told, "");
    xml.append_child("system-out").text() = told.c_str();
  }

  void write_case(pugi::xml_node suite, const Case& one) const {
    auto xml = suite.append_child("testcase");
    xml.append_attribute("name") = id_and_name(*one.of).c_str();
    xml.append_attribute("classname") = printable(one.path).c_str();
    const auto title = one.of->title.in(options_.language);
    if (one.is_skipped()) xml.append_child("skipped").text() = words_of(one.set_aside).c_str();
    if (one.undecided > 0) {
      constexpr Text why{"не решено: нужное правилу испорчено или не видно",
                         "not decided: what the rule asks about is broken or cannot be seen"};
      write_fault(xml, "error", "undecided", why.in(options_.language), title);
    }
    if (!one.failures.empty()) {
      write_fault(xml, "failure", severity_id(one.failures.front()->severity), title, words_of(one.failures));
    }
    const auto told = words_of(one.told) + (one.is_skipped() ? std::string() : words_of(one.set_aside));
    if (!told.empty()) xml.append_child("system-out").text() = told.c_str();
  }

  static void write_fault(pugi::xml_node xml, const char* kind, std::string_view type, std::string_view message,
                          std::string_view text) {
    auto fault = xml.append_child(kind);
    fault.append_attribute("type") = std::string(type).c_str();
    fault.append_attribute("message") = std::string(message).c_str();
    if (!text.empty()) fault.text() = std::string(text).c_str();
  }

  std::string words_of(const Finding& finding) const {
    const auto& label = finding.label.in(options_.language);
    auto text = fmt::format("{}: {}: {}{}{}\n", shown_place(registry_, finding.span), severity_id(finding.severity),
                            finding.of->title.in(options_.language), label.empty() ? "" : ": ", printable(label));
    for (const auto& place : finding.also) {
      text +=
          fmt::format("  {}  {}\n", shown_place(registry_, place.span), printable(place.label.in(options_.language)));
    }
    for (const auto& note : notes(finding)) text += fmt::format("  {}\n", printable(note.in(options_.language)));
    return text;
  }

  std::string words_of(const std::vector<const Finding*>& findings) const {
    std::string text;
    for (const auto* finding : findings) text += words_of(*finding);
    return text;
  }

  std::string words_of(const std::vector<const SetAside*>& all) const {
    std::string text;
    for (const auto* aside : all) {
      text += fmt::format("{}\n{}", printable(why_set_aside(registry_, *aside).in(options_.language)),
                          words_of(aside->finding));
    }
    return text;
  }

  const CheckedRegistry& registry_;
  const RenderOptions& options_;
  std::map<std::pair<std::uint32_t, const Requirement*>, std::size_t> index_{};
  std::vector<Case> cases_{};
};

}  // namespace

void render_junit(std::ostream& out, std::span<const CheckedRegistry> registries, const RenderOptions& options) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto suites = document.append_child("testsuites");
  suites.append_attribute("name") = "nastavnik";
  for (const auto& registry : registries) Suite(registry, options).write(suites);
  std::ostringstream xml;
  document.save(xml, "  ", pugi::format_indent, pugi::encoding_utf8);
  out << harmless(xml.str());
}

}  // namespace nastavnik
