#pragma once
#include <string_view>
#include <vector>

#include "acts/act.h"
#include "model/registry.h"

// What ends with a programme, a pair or an office: each is written once, whichever act ends it.

namespace nastavnik {

/// A petition or request is decided, by the answers `decided` and `decision`, and in favour unless that is told otherwise.
bool is_granted(const Answers& answers);

/// Pairs of the mentor besides this one that have no end, those in preparation among them.
std::vector<const Pair*> other_pairs_of_mentor(const Pair& pair, const Registry& registry);
std::vector<const Pair*> other_pairs_of_mentee(std::string_view mentee, const Pair& pair, const Registry& registry);

/// Why an office ends: the code, and its words where the code is `other`.
struct WhyEnded {
  std::string_view reason{};
  std::string note{};
  std::string_view order{};  ///< of those decisions; may be empty
};

/// The last day of the pair, unless it has one.
void end_pair(Act& act, const Pair& pair, Date day, const WhyEnded& why, const Typing& typing);

/// The last day in office of the pair's mentor, where no other pair of theirs goes on.
void end_appointment(Act& act, const Pair& pair, Date day, const WhyEnded& why, const Typing& typing);
/// The last day in office, whatever pairs there are.
void end_appointment(Act& act, const Mentor& mentor, Date day, const WhyEnded& why, const Typing& typing);

/// An employee who is a mentor may give it up at any time (article 351.8 of the Labour Code, from March 2025).
bool may_refuse_by_law(std::string_view mentor, Date day, const Registry& registry);

/// The programmes of the pair that have begun end with it; `completion` says on what ground.
void complete_programs(Act& act, const Pair& pair, Date day, const YamlValue& completion, const Typing& typing);

/// The last day on which a page shows the programme among those that run.
void take_off_pages(Act& act, const Program& program, Date day, const Typing& typing);

/// A mentee who is in no other pair leaves the bank.
void leave_bank(Act& act, std::string_view mentee, Date day, std::string_view reason, const Typing& typing);

/// Members of the pair on its last day who are in the bank and in no other pair look for a mentor.
void search_mentors(Act& act, const Pair& pair, Date last, Date since, const Typing& typing);
/// The search for a mentor goes on (row 5 of the roadmap).
void search_mentor(Act& act, std::string_view mentee, Date day, const Typing& typing);

}  // namespace nastavnik
