#pragma once
#include "acts/act.h"
#include "acts/typed_field.h"
#include "cmd/command.h"

namespace nastavnik::cmd {

/// Those of every act, and one to write the field alone, though an act writes what goes with it.
std::vector<Parameter> plain_act_options();

/// Says which act makes such a record with all that goes with it, unless it was not to be said.
void point_to_act(const Kind& kind, const Arguments& arguments, Act& act);
/// What an act writes with all that goes with it is not half written: a field of which the record holds nothing yet is left to
/// the act, unless --plainly. Throws UsageError.
void leave_to_act(const RecordFile& file, const FieldTyped& field, const Arguments& arguments);

}  // namespace nastavnik::cmd
