#pragma once
#include <functional>
#include <string>
#include <vector>

#include "acts/act.h"
#include "acts/typed_value.h"
#include "cmd/carry_out.h"
#include "cmd/command.h"
#include "cmd/open.h"

// What every act, a command that changes records, takes and tells alike.

namespace nastavnik::cmd {

/// `--dry-run`, `--as-is`, `--commit`.
std::vector<Parameter> act_options();

/// For `Command::writes`.
bool act_writes(const Arguments& arguments);

/// How the options want it carried out.
CarryingOut carrying_out(const Arguments& arguments);

/// Throws UsageError where the registry is of a day that is over (`as_of:`) and no other was asked for.
void refuse_pinned(const Open& open);

/// An act that is refused before it is judged.
struct RefusedAct {
  Words what{};
};

/// Throws RefusedAct where the act would break a clause, else UsageError.
[[noreturn]] void refuse(const Refusal& refusal, const Open& open, const Environment& environment);
/// Says why nothing was written.
ExitStatus tell_refused(const RefusedAct& refused, Environment& environment);

/// The lines that change, file by file, and what there is where nothing does.
void tell_changes(const Judged& change, const Open& open, Environment& environment);
/// What the act means, and the commands that may come next.
void tell_next(const Act& act, const Judged& change, const Open& open, Environment& environment);

/// What typed words mean. May throw Refusal.
using WantedAct = std::function<Act(const Typing&)>;

/// Reads what is wanted, judges it, writes it unless it is refused, and tells what was written where and what comes next; with
/// `--dry-run` the difference alone. Throws UsageError where the words cannot be followed.
ExitStatus act(const WantedAct& wanted, const Open& open, const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
