#pragma once
#include <optional>
#include <vector>

#include "model/notions/verdict.h"
#include "model/registry.h"

// The banks of mentors and mentees, and who waits in them.

namespace nastavnik {

/// Stands in the bank on the day; unknown while a date behind it cannot be read.
Verdict is_in_bank(const Mentor& entry, Date day);
Verdict is_in_bank(const Mentee& entry, Date day);
/// Who certainly stands in the bank on the day, in the order of the ids.
template <class Entry>
std::vector<const Entry*> bank_on(const Registry& registry, Date day) {
  std::vector<const Entry*> bank;
  for (const Entry& entry : registry.all<Entry>())
    if (is_in_bank(entry, day) == Verdict::yes) bank.push_back(&entry);
  return bank;
}

/// Since when the mentee has had no pair: the entry in the bank, or the day after the last pair. Absent while there is a
/// pair, broken while one cannot be read that may be.
At<Day> alone_since(const Registry& registry, const Mentee& mentee, Date day);
/// The last record of support or search since the day; broken while one cannot be read, which may be later.
At<Day> last_support(const Mentee& mentee, Date since);

/// A mentee in the bank who has no pair.
struct WaitingMentee {
  const Mentee* mentee = nullptr;
  Date since{};
  std::optional<Date> supported{};  ///< the last record of support or search since then
};

/// In the order of the ids; erased people are left out, and of whom it is not known.
std::vector<WaitingMentee> waiting_on(const Registry& registry, Date day);

}  // namespace nastavnik
