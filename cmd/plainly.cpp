#include "cmd/plainly.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "cmd/act_options.h"

namespace nastavnik::cmd {
std::vector<Parameter> plain_act_options() {
  std::vector<Parameter> options = act_options();
  options.push_back({.name = "plainly",
                     .help = {"записать только это, хотя для этого есть команда со всем, что с этим связано",
                              "write this alone, though there is a command that writes what goes with it"}});
  return options;
}

static Words command_for_this(const ActKind& by) {
  return say({"для этого есть команда nastavnik {}: она запишет и то, что с этим связано",
              "there is a command for this, nastavnik {}: it writes what goes with it, too"},
             by.name);
}

void point_to_act(const Kind& kind, const Arguments& arguments, Act& act) {
  const ActKind* by = arguments.given("plainly") ? nullptr : act_covering(kind.folder);
  if (by) act.means.push_back(command_for_this(*by));
}

void leave_to_act(const RecordFile& file, const FieldTyped& field, const Arguments& arguments) {
  const Node* record = file.is_there ? file.parsed.root : nullptr;
  const bool is_there = record && std::ranges::any_of(record->entries, [&](const NodeEntry& one) {
                          return one.key == field.keys.front();
                        });
  if (is_there || arguments.given("plainly")) return;
  const ActKind* by = act_covering(fmt::format("{}.{}", file.shape->kind->folder, fmt::join(field.keys, ".")));
  if (!by) return;
  throw UsageError{command_for_this(*by),
                   Text{"записать только это поле — с --plainly", "to write this field alone, add --plainly"}};
}

}  // namespace nastavnik::cmd
