#pragma once
#include <string>
#include <vector>

#include "cmd/command.h"
#include "document/catalogue.h"

namespace nastavnik::cmd {

/// What the command line says of the papers to make.
struct PaperWish {
  std::vector<std::string> words{};  ///< addresses, ids, parts of names
  std::vector<std::string> pairs{};  ///< `new`, or pairs
  bool all = false;
  bool numbered = false;  ///< the number of a new order is given
};

/// A paper to make: its kind and what it is about.
struct ChosenPaper {
  const DocumentKind* kind = nullptr;
  std::vector<Subject> subjects{};
};

/// The papers of the kind that the wish asks for. Throws UsageError where a word names nothing, or where it is not said
/// which of several is meant.
std::vector<ChosenPaper> choose_papers(const DocumentKind& kind, const PaperWish& wish, const Registry& registry);

}  // namespace nastavnik::cmd
