#pragma once
#include <string>
#include <string_view>
#include <vector>

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

/// The text of baseline.txt with these fingerprints: comments that say what it is, then one sorted line each.
std::string baseline_text(std::vector<std::string> fingerprints);

}  // namespace nastavnik
