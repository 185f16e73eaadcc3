#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "source/change.h"
#include "source/span.h"

namespace nastavnik {

/// How grave a finding is; a lower value is graver.
enum class Severity : unsigned char { error, warning, info, silent };

/// Where a requirement comes from.
enum class Nature : unsigned char {
  format,      ///< the form of the records itself
  text,        ///< the text of the regulation
  formalised,  ///< the text, made countable by us
  inference,   ///< ours, not from the text
  law,         ///< other law
};

/// What must be known before the requirement can be judged.
enum class Scope : unsigned char { record, links, registry };

/// Which day's edition of the law a requirement holds records to.
enum class EditionOf : unsigned char {
  day_judged,  ///< a running duty: the edition in force on the day judged
  forming,     ///< how a pair was formed or a mentor appointed: the edition of the day of that order
  event,       ///< something of its own date: the rule compares that date itself
};

/// One thing that records are held to: a row of the catalogue.
struct Requirement {
  std::string_view id{};    ///< `P2-2`; never reused
  std::string_view name{};  ///< `program-too-short`: names the offence
  Severity severity = Severity::error;
  Severity milder = Severity::silent;  ///< a second grade that the rule may print; silent when it has none
  Nature nature = Nature::format;
  std::string_view clauses{};  ///< ids of the clause register, comma-separated; empty for the file format
  std::string_view phrase{};   ///< verbatim from the first clause
  Text precise{};              ///< how we made the text countable; a formalised row says it
  Text title{};                ///< the offence in one line
  Text remedy{};               ///< the next step
  std::string_view limits{};   ///< keys of `thresholds` in nastavnik.yaml that the rule goes by, comma-separated
  std::string_view
      implied_by{};  ///< ids, comma-separated: when one of them fires on the same record, this one is silent
  Severity waived = Severity::silent;  ///< what a waiver leaves of it; silent: it counts no more
  bool by_format = false;              ///< the record format makes the breach impossible
  Scope scope = Scope::record;
  bool in_detail = false;  ///< tells what does not apply rather than what is wrong: shown when asked for details
  bool masked = false;     ///< what stands at the place is somebody's name or contact, and is not shown
  EditionOf edition = EditionOf::day_judged;
};

/// A further place that a finding speaks of.
struct Place {
  Span span{};
  Words label{};
};

/// How the file of a finding would be mended.
struct Fix {
  std::vector<ReplaceBytes> edits{};
  bool safe = false;  ///< what is meant is beyond doubt; else a person has to look at it
};

/// A place where a requirement does not hold.
struct Finding {
  const Requirement* of = nullptr;
  Severity severity = Severity::error;
  Span span{};
  Words label{};  ///< what was found and what is allowed, said at the place
  std::vector<Place> also{};
  std::vector<const Requirement*> joined{};  ///< rows that this one implies here: their clauses are broken too
  std::optional<Fix> fix{};
  std::size_t more = 0;       ///< so many alike in the file are counted and not told one by one
  std::string fingerprint{};  ///< tells it from all others and outlives moved lines; empty when nobody asked for it
};

using Findings = std::vector<Finding>;

/// So many findings of one requirement are told of one file.
inline constexpr std::size_t most_alike = 100;

/// Of the findings from this one on, leaves the first `most_alike` of each requirement in each file; the last of these
/// counts the others.
void count_the_rest(Findings& findings, std::size_t from);

/// The same for findings that are about to be shown: it is said how many are only counted.
void tell_the_rest(Findings& findings);

}  // namespace nastavnik
