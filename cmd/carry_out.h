#pragma once
#include "acts/act.h"
#include "acts/judge.h"
#include "cmd/command.h"
#include "cmd/open.h"
#include "disk/last_act.h"

namespace nastavnik::cmd {

/// Judges what a command means to change. Throws UsageError where the form of a file does not allow it; then what should
/// stand there is shown.
Judged judged(const Open& open, const Changes& changes, const Environment& environment, const TakesEffect& effect = {});
Judged judged(const Open& open, const Act& act, const Environment& environment);

/// A file as it lies on the disk: people may be in a repository of their own.
FileChange on_disk(const ChangedFile& file, const Open& open);

/// How a change is carried out.
struct CarryingOut {
  bool dry_run = false;
  bool tells_doubt = false;   ///< also of rules that could not be decided of the records before either
  bool takes_as_is = false;   ///< the command has `--as-is`
  bool takes_fields = false;  ///< what a record lacks can be told as FIELD=VALUE
  bool is_told = false;       ///< what a check would find was told already
  Accepts accepts = Accepts::nothing;
  std::vector<std::string> records{};  ///< whose addresses are told of it; none: of those that change
  std::vector<Words> grounds{};        ///< clause, rule: what a commit says of it, a line each
};

/// Says what a check would newly find.
void tell_judged(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment);

/// Says what a check would newly find, and writes, unless that is an error. The status: clean, or findings where nothing was
/// written because of them.
ExitStatus carry_out(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment);

/// Takes the act back, and commits that where it is wanted.
ExitStatus take_back(const LastAct& last, const Open& open, Environment& environment);

}  // namespace nastavnik::cmd
