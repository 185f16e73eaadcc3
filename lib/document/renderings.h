#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "document/paper.h"

namespace nastavnik {

/// Where a paper comes from; a draft says it in its footer, a paper to be signed keeps it in its properties.
struct Provenance {
  std::string commit{};   ///< of the records; empty where there is no history
  bool dirty = false;     ///< there were changes not yet committed
  Date day{};             ///< the day of the records
  std::string edition{};  ///< of the regulation it rests on
  bool draft = false;
};

/// `Черновик по записям …`; for a paper to be signed the same without the first word.
std::string said(const Provenance& provenance);

/// The paper with its origin: in the properties of the file, in a draft at its foot as well.
page::Page traced(page::Page paper, const Provenance& provenance);

/// A .docx of the paper, its placeholders as they are: a template to edit, or to fill.
std::string docx_template(page::Page paper, Date day);

/// A filled copy of a .docx template; nothing where the report names its faults. Throws Failure where it is none.
std::string filled_docx(std::string_view docx, const std::string& title, const Values& values,
                        const Provenance& provenance, FillReport& report);

/// The names of all placeholders of a .docx template. Throws Failure where it is none, or where it carries macros.
std::vector<std::string> docx_placeholders(std::string_view docx);

}  // namespace nastavnik
