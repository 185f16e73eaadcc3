#pragma once
#include <optional>
#include <string>

#include "document/catalogue.h"
#include "document/renderings.h"

namespace nastavnik {

enum class PaperFormat : unsigned char { docx, html, markdown };

/// A paper ready to be written to a file.
struct Draft {
  std::string bytes{};
  FillReport report{};
};

/// Makes the paper; the school's own template, where there is one, wins over the built-in for DOCX. A paper with gaps is
/// a draft, whatever was asked for.
Draft draft(const DocumentKind& kind, const Writing& writing, PaperFormat format, Provenance provenance,
            const std::optional<std::string>& own_template);

}  // namespace nastavnik
