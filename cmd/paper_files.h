#pragma once
#include <string>
#include <vector>

#include "cmd/environment.h"
#include "disk/write.h"
#include "document/draft.h"

namespace nastavnik::cmd {

/// A name that any file system takes and that names nobody: the paper and the ids of what it is about.
std::string file_name(const DocumentKind& kind, const Writing& writing, std::string_view extension);

/// Gives a number to the second of two names that some file system would take for one.
void tell_apart(std::vector<NewFile>& files);

/// The .docx files as PDF, by LibreOffice with a profile of its own. Throws Failure where there is no LibreOffice, or
/// where it made nothing.
std::vector<NewFile> as_pdf(const std::vector<NewFile>& papers, const Environment& environment);

}  // namespace nastavnik::cmd
