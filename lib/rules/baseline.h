#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rules/outcome.h"
#include "source/source.h"

namespace nastavnik {

/// A line of baseline.txt that is neither empty nor a comment.
struct BaselineLine {
  std::string_view fingerprint{};
  Span span{};
};

std::vector<BaselineLine> lines_of_baseline(const Sources& sources, std::uint32_t source);

/// Whether a line may be a fingerprint: a rule, a record, a field, a value, and perhaps a number.
bool is_fingerprint(std::string_view line);

/// The lines of baseline.txt that a check finds stale; what is no fingerprint at all is left to whoever wrote it.
std::vector<Span> stale_lines(const Outcome& outcome, const Sources& sources);

/// What a check has set aside by baseline.txt, and the lines that stand there for nothing, as findings.
Outcome shown_of_baseline(const Outcome& outcome);

/// How many findings a check has set aside by baseline.txt, and how many of the others it may not hold.
std::size_t count_in_baseline(const Outcome& outcome);
std::size_t count_beyond_baseline(const Outcome& outcome);

/// The text of baseline.txt with these fingerprints: comments that say what it is, then one sorted line each.
std::string baseline_text(std::vector<std::string> fingerprints);

}  // namespace nastavnik
