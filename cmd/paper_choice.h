#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cmd/beside.h"
#include "cmd/command.h"
#include "document/choice.h"

namespace nastavnik::cmd {

/// The kinds that a name or, where several papers are made, a group stands for; all of them without a name. Throws
/// UsageError where it is neither.
std::vector<const DocumentKind*> kinds_named(const std::optional<std::string>& asked, bool several);

/// Why there is nothing to make.
Words no_new_pairs();
Words no_records();

/// The papers of the kind that the wish asks for. Throws UsageError where a word names nothing, or where it is not said
/// which of several is meant. `broken` are the files that cannot be read: what is not found may stand there.
std::vector<ChosenPaper> papers_for(const PaperWish& wish, const DocumentKind& kind, const Registry& registry,
                                    const std::vector<std::string>& broken, const Beside& beside);

}  // namespace nastavnik::cmd
