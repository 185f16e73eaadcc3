#include "document/draft.h"

#include <algorithm>

#include "page/writers.h"

namespace nastavnik {
namespace {

void add_once(std::vector<Gap>& gaps, const std::vector<Gap>& more) {
  for (const Gap& gap : more)
    if (std::find(gaps.begin(), gaps.end(), gap) == gaps.end()) gaps.push_back(gap);
}

}  // namespace

Draft draft(const DocumentKind& kind, const Writing& writing, PaperFormat format, Provenance provenance,
            const std::optional<std::string>& own_template) {
  const page::Page source = built_in_paper(kind);
  Draft made;
  const page::Page paper = filled(source, writing.values(), made.report);
  add_once(made.report.gaps, writing.marked());
  provenance.draft = provenance.draft || !made.report.gaps.empty();
  if (format == PaperFormat::html) made.bytes = page::as_html(traced(paper, provenance));
  if (format == PaperFormat::markdown) made.bytes = page::as_markdown(traced(paper, provenance));
  if (format != PaperFormat::docx) return made;
  const std::string docx = own_template ? *own_template : docx_template(source, provenance.day);
  made.report = {};
  made.bytes = filled_docx(docx, paper.title, writing.values(), provenance, made.report);
  add_once(made.report.gaps, writing.marked());
  return made;
}

}  // namespace nastavnik
