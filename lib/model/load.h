#pragma once
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "model/earlier_settings.h"
#include "model/place.h"
#include "model/registry.h"
#include "source/finding.h"
#include "source/source.h"
#include "source/tree.h"

namespace nastavnik {

struct LoadRequest {
  const Tree& tree;
  const Tree* people = nullptr;       ///< where the people are, when not in the registry: files at its root
  Date today{};                       ///< the real day
  std::optional<Date> as_of{};        ///< the day judged, when it is given; else `as_of:` of the registry, else today
  unsigned jobs = 1;                  ///< threads that read
  const Settings* earlier = nullptr;  ///< settings whose thresholds and day count in place of those of the registry
  bool settings_only = false;         ///< read no records, only what says how they are judged
};

/// Where known old findings are kept, a fingerprint a line; it lies beside the records and is none.
inline constexpr const char* baseline_file = "baseline.txt";

/// A registry with all that reading it has shown.
struct Loaded {
  Sources sources{};
  Registry registry{};
  Findings findings{};
  std::map<Span, PlaceInRecord> places{};  ///< where findings of reading stood, of which the records may hold nothing
  std::vector<ChangedSetting> changed_settings{};  ///< those that do not count, because they were other earlier
  std::optional<std::uint32_t> baseline{};         ///< the source that holds baseline.txt, where there is one
  std::size_t files = 0;
  std::size_t records = 0;
  bool unreadable = false;       ///< bytes of some file could not be had
  bool faulty_settings = false;  ///< nastavnik.yaml cannot be relied on; nothing else was read
};

/// The same records judged on another day: what happened after the day they are of stays unknown.
Loaded judged_on(const Loaded& loaded, Date day);

/// Reads a registry. Bad records become findings; the result does not depend on the number of threads.
std::unique_ptr<Loaded> load(const LoadRequest& request);

}  // namespace nastavnik
