#include <fmt/format.h>

#include "document/renderings.h"

namespace nastavnik {

std::string said(const Provenance& provenance) {
  std::string text = provenance.draft ? "Черновик. " : "";
  text += fmt::format("Составлено программой nastavnik по записям на {}", iso(provenance.day));
  if (!provenance.commit.empty())
    text += fmt::format(", коммит {}{}", provenance.commit,
                        provenance.dirty ? " с изменениями, ещё не сохранёнными в истории" : "");
  if (!provenance.edition.empty()) text += "; " + provenance.edition;
  return text + ".";
}

}  // namespace nastavnik
