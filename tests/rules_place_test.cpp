// Where a finding stands is told by the record; the file, read once more, must say the same.

#include <memory_resource>

#include <doctest/doctest.h>

#include "model/load.h"
#include "model/shape.h"
#include "source/disk.h"
#include "source/node.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

using namespace nastavnik;

namespace {

PlaceInRecord place_in_file(const Sources& sources, Span span) {
  Arena arena;
  std::pmr::monotonic_buffer_resource nodes;
  Findings known;
  const Node* root = parse(span.source, sources, arena, nodes, known);
  const bool personal = sources.is_personal(span);
  return root ? place_in(*root, span, shape_at(sources.path(span), personal), personal) : PlaceInRecord{};
}

/// How many findings were looked at.
std::size_t compare(const std::string& what, const Loaded& loaded) {
  const Outcome outcome = check(loaded, {.strict = true, .no_baseline = true});
  for (const Finding& finding : outcome.findings) {
    if (finding.span.size == 0) continue;  // of the file's name: nothing in the file
    const PlaceInRecord by_record = place_in(loaded, finding.span),
                        by_file = place_in_file(loaded.sources, finding.span);
    CAPTURE(what);
    CAPTURE(shown(loaded.sources, finding));
    CHECK(by_record.path == by_file.path);
    CHECK(by_record.keys == by_file.keys);
    CHECK(by_record.items == by_file.items);
    CHECK(by_record.value == by_file.value);
  }
  return outcome.findings.size();
}

}  // namespace

TEST_CASE("the place of a finding in the record is the one in the file") {
  std::size_t seen = 0;
  for (const Fixture& fixture : all_fixtures())
    for (const FixtureCase& one : fixture.cases)
      seen += compare(fixture.id + " " + one.title, *load_case(fixture, one).loaded);
  for (const char* registry : {"examples/school", "examples/mistakes"}) {
    const DiskTree tree((source_root() / registry).string());
    seen += compare(registry, *load({.tree = tree, .today = Date{2026, 8, 31}}));
  }
  CHECK(seen > 2000);
}
