#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "acts/changed_files.h"
#include "rules/catalogue.h"

namespace nastavnik {

/// What a change may break.
enum class Accepts : unsigned char {
  nothing,
  what_happened,   ///< a rule: it was so, and is recorded as it was
  what_shows_only  ///< what was there before and could not be seen; the records must stay readable
};

/// When changes take effect, where that may lie ahead.
struct TakesEffect {
  std::optional<Date> from{};
  std::string_view rests_on{};  ///< the rule that must be kept by the decision itself, though it asks on that day only
};

/// Changes that are not written yet, and what they would do.
struct Judged {
  std::vector<ChangedFile> files{};
  std::vector<Change> beyond_form{};  ///< what the form of a file does not allow; then nothing else stands here
  std::vector<std::unique_ptr<Tree>> trees{};
  std::unique_ptr<Loaded> after{};
  Outcome outcome{};                  ///< of a check with the changes
  Findings fresh{};                   ///< of it, what there was not before
  std::vector<Undecided> in_doubt{};  ///< what could be decided before and no more
  std::vector<bool> was_veiled{};     ///< of each fresh one: it was so before, and a fault of a changed file hid it
  TakesEffect effect{};
  Findings then{};  ///< the errors of the day ahead on which they take effect, beside the fresh ones
  Findings gone{};  ///< what there was before; its places are those of the registry as it was read

  /// Whether check would call something an error that it did not and that may not be written.
  bool is_refused(Accepts accepts) const;
  /// Whether an error that was there before is only seen now.
  bool has_unveiled_errors() const;
};

/// What a check of the registry would find if the changes were written. `request` is what it was loaded by; where
/// they take effect on a day ahead, what would be wrong on it is found as well.
Judged judge(const LoadRequest& request, const Loaded& before, const Changes& changes, bool names = false,
             const TakesEffect& effect = {});

}  // namespace nastavnik
