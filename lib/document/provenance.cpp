#include <fmt/format.h>

#include "document/renderings.h"
#include "page/writers.h"

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

page::Page traced(page::Page paper, const Provenance& provenance) {
  paper.day = provenance.day;
  paper.description = said(provenance);
  if (provenance.draft) paper.footer = {paper.description};
  return paper;
}

std::string docx_template(page::Page paper, Date day) {
  paper.day = day;
  paper.footer = {"{{draft}}"};
  return page::as_docx_template(paper);
}

}  // namespace nastavnik
