#pragma once
#include <string>
#include <vector>

#include "cmd/beside.h"
#include "cmd/environment.h"
#include "document/filling.h"

// What is said beside papers that are made.

namespace nastavnik::cmd {

/// What a file that cannot be read says is in no paper.
void tell_of_unread(const std::vector<std::string>& paths, const Beside& beside, Environment& environment);

/// What the records lack, and the papers mark.
void tell_of_gaps(const FillReport& report, const Beside& beside, Environment& environment);

/// Forms of words that are in doubt, and where they are given. What people/ gives are names, which only --review shows.
void tell_of_doubts(const FillReport& report, const Beside& beside, Environment& environment);

/// The forms that are in doubt, whether the papers are written or not.
void review(const FillReport& report, const Beside& beside, Environment& environment);

}  // namespace nastavnik::cmd
