#pragma once
#include <vector>

#include "cmd/command.h"
#include "document/choice.h"

namespace nastavnik::cmd {

/// The papers of the kind that the wish asks for. Throws UsageError where a word names nothing, or where it is not said
/// which of several is meant.
std::vector<ChosenPaper> papers_for(const PaperWish& wish, const DocumentKind& kind, const Registry& registry);

}  // namespace nastavnik::cmd
