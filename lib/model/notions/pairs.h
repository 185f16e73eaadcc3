#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/notions/verdict.h"
#include "model/registry.h"

// Pairs and groups: the days they work, and who takes part.

namespace nastavnik {

struct Member;

/// The days a pair works; nothing while it is forming.
std::optional<Period> period_of(const Pair& pair);
/// Unknown while a start or an end that would tell cannot be read.
Verdict works_on(const Pair& pair, Date day);
/// The days of one membership: the member's own dates, else those of the pair.
std::optional<Period> period_of(const Member& member, const Pair& pair);
/// None while it is not known whether the pair works.
std::vector<const Member*> members_on(const Pair& pair, Date day);
/// Is or was a mentee of the pair on some day.
bool is_member(const Pair& pair, std::string_view person);
Verdict is_member_on(const Pair& pair, std::string_view person, Date day);
/// Members on the day, or on the nearest day the pair works; all of them while it is forming.
std::vector<const Member*> members_nearest(const Pair& pair, Date day);
/// Joined after the pair began, so that the order on the pair does not name this mentee.
bool joined_later(const Member& member, const Pair& pair);
/// What keeps the membership of the pair from being known: a broken date, or the list itself.
std::optional<Span> unclear_membership(const Pair& pair);
/// In which the person takes part, as mentor or as mentee, on whatever day.
std::vector<const Pair*> pairs_with(std::string_view person, const Registry& registry);
/// Has no paper yet and begins after the day: rules about papers, consents and banks are silent on it.
bool is_draft(const Pair& pair, Date day);

}  // namespace nastavnik
