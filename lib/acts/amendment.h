#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/typed_mapping.h"
#include "source/change.h"

// An amendment of a programme (clause 20): what changes, why, and who has agreed.

namespace nastavnik {

struct NewAmendment {
  std::string id{};
  Changes changes{};
};

/// The amendment that this tells of, its mark the next one. Throws Refusal.
NewAmendment amending(const RecordFile& program, std::vector<Given> told, const Typing& typing);

/// The mentor and the mentees of the programme on the day, or on the nearest day its pair works.
std::vector<std::string> parties_of(const Program& program, Date day);

/// What all parties have agreed to on a day.
YamlValue agreed_by(const std::vector<std::string>& people, Date day);

}  // namespace nastavnik
