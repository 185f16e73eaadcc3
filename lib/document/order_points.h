#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/writing.h"

// The points of an order: one function for each kind of decision, which sets what its part of the text asks for. Without
// subjects it sets empty lists. Who has to read the order is added to `readers`.

namespace nastavnik::papers {

using Decided = std::span<const Subject>;
using Readers = std::vector<std::string_view>;

// Of the school
void write_regulations(Writing& writing, Decided decided, Readers& readers);
void write_regulation_changes(Writing& writing, Decided decided, Readers& readers);
void write_local_acts(Writing& writing, Decided decided, Readers& readers);
void write_curators(Writing& writing, Decided decided, Readers& readers);
void write_councils(Writing& writing, Decided decided, Readers& readers);
void write_roadmaps(Writing& writing, Decided decided, Readers& readers);
void write_releases(Writing& writing, Decided decided, Readers& readers);
void write_payments(Writing& writing, Decided decided, Readers& readers);
void write_incentives(Writing& writing, Decided decided, Readers& readers);

// Of mentors and pairs
void write_pairs(Writing& writing, Decided decided, Readers& readers);
/// Besides those that are decided, the mentors of the pairs of the paper whom no other order appoints.
void write_appointments(Writing& writing, Decided decided, Readers& readers);
void write_group_changes(Writing& writing, Decided decided, Readers& readers);
void write_endings(Writing& writing, Decided decided, Readers& readers);
void write_reliefs(Writing& writing, Decided decided, Readers& readers);

/// What a title says of the decision, behind «О»: «закреплении наставнической пары».
std::string about(const Writing& writing, const DecisionKind& decision);
/// «О назначении наставника и закреплении наставнической пары», «Об утверждении…».
std::string heading_about(const std::vector<std::string>& words);
/// «О назначении наставника и закреплении наставнической пары», «О прекращении работы наставнических групп».
std::string heading_of_pairs(const Writing& writing);
std::string heading_of_endings(Decided decided);
std::string heading_of_regulation(const Writing& writing);
std::string heading_of_council(const Writing& writing);

/// What the record of the order says besides: what it cancels, and what it decides of which nothing is told.
void write_recorded(Writing& writing, Decided decided, Readers& readers);

/// The grounds of the order are one list: «;» behind each, a full stop behind the last.
void close_grounds(Writing& writing);
/// The curators of the day.
void add_curators(const Writing& writing, Readers& readers);
/// Who reads the order and signs for it, each once.
void write_acquainted(Writing& writing, const Readers& readers);

}  // namespace nastavnik::papers
