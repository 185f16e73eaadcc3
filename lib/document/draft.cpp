#include "document/draft.h"

namespace nastavnik {

Draft draft(const DocumentKind& kind, const Writing& writing, PaperFormat format, Provenance provenance,
            const std::optional<std::string>& own_template) {
  const Paper source = built_in_paper(kind);
  Draft made;
  const Paper paper = filled(source, writing.values(), made.report);
  provenance.draft = provenance.draft || !made.report.gaps.empty();
  if (format == PaperFormat::html) made.bytes = html(paper, provenance);
  if (format == PaperFormat::markdown) made.bytes = markdown(paper, provenance);
  if (format != PaperFormat::docx) return made;
  const std::string docx = own_template ? *own_template : docx_template(source, provenance.day);
  made.report = {};
  made.bytes = filled_docx(docx, paper.title, writing.values(), provenance, made.report);
  return made;
}

}  // namespace nastavnik
