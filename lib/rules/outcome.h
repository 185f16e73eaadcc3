#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "source/finding.h"

namespace nastavnik {

struct Waiver;

/// A rule that could not be judged for a record, because what it asks about is broken or cannot be seen.
struct Undecided {
  const Requirement* of = nullptr;
  Span span{};  ///< what could not be known
  Words why{};  ///< what to do about it, where a record is neither broken nor out of sight
};

/// A severity that the school changed in nastavnik.yaml.
struct Override {
  const Requirement* of = nullptr;
  Severity severity = Severity::error;
  std::string reason{};
};

/// A finding that the school has set aside: it is told of and does not count.
struct SetAside {
  Finding finding{};
  Span by{};                       ///< the waiver, or the line of baseline.txt
  const Waiver* waiver = nullptr;  ///< nothing: the finding is an old one of baseline.txt
};

/// What would set findings aside or make them milder, but came later than the revision that decides.
struct HeldBack {
  Span span{};
  Words what{};
};

/// What a run over one registry found; findings and undecided stand in the order of their places.
struct Outcome {
  Findings findings{};
  std::vector<Undecided> undecided{};
  std::vector<Override> overrides{};
  std::vector<SetAside> set_aside{};  ///< in the order of their places
  std::vector<HeldBack> held_back{};
  std::vector<std::string> fingerprints{};  ///< of all that a baseline may hold, implied findings too; when asked for
  std::size_t records = 0;                  ///< records that could be read
  std::size_t files = 0;                    ///< files that were looked at
  std::size_t milder = 0;                   ///< findings left out because they are milder than what was asked for
  std::size_t rules = 0;                    ///< rows of the catalogue that were held against the records
  bool idle = false;                        ///< none of the rules that were chosen is switched on and holds on the day
  bool unreadable = false;                  ///< bytes of some file could not be had
  bool faulty_settings = false;  ///< nastavnik.yaml or waivers.yaml cannot be relied on; nothing else was run
};

}  // namespace nastavnik
