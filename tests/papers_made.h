#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "document/catalogue.h"
#include "document/choice.h"
#include "document/draft.h"
#include "page/package.h"
#include "tests/fixture_run.h"

// Papers about registries that differ from a small clean one in what a test is about.

namespace nastavnik {

/// A small clean registry with changes as the fixtures of rules write them.
struct Changed {
  explicit Changed(std::string base, std::string changes, Date day)
      : fixture{.base = std::move(base), .as_of = day},
        read(load_case(fixture, {.title = "", .text = std::move(changes)})) {
    CHECK(read.faults == std::vector<std::string>{});
  }
  const Registry& registry() const { return read.loaded->registry; }

  Fixture fixture;
  CaseRegistry read;
};

inline Draft drafted(const DocumentKind& kind, const std::vector<Subject>& subjects, const Registry& registry,
                     PaperFormat format = PaperFormat::markdown) {
  Writing writing(registry, subjects, {});
  kind.write(writing);
  return draft(kind, writing, format, {.day = registry.day()}, std::nullopt);
}

/// The paper of the kind about the record with that address.
inline Draft paper(const Changed& changed, std::string_view name, std::string_view key) {
  const DocumentKind& kind = *find_document(name);
  for (const std::vector<Subject>& subjects : papers_of(kind, subjects_of(kind, changed.registry()))) {
    const std::vector<std::string>& keys = subjects.front().keys;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) return drafted(kind, subjects, changed.registry());
  }
  FAIL(name, " about ", key, ": there is none");
  return {};
}

inline bool says(const Draft& draft, std::string text) {
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~')) text.replace(at, 1, "\u00a0");
  return draft.bytes.find(text) != std::string::npos;
}

inline bool lacks(const Draft& draft, std::string_view where) {
  return std::any_of(draft.report.gaps.begin(), draft.report.gaps.end(),
                     [&](const Gap& gap) { return gap.where == where; });
}

inline constexpr Date autumn{2025, 9, 15};
inline constexpr Date winter{2026, 2, 10};

}  // namespace nastavnik
