#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "page/package.h"

// A Word document as whoever wrote it left it: which of its parts are text, under whatever names and prefixes.

namespace nastavnik {

struct WordPackage {
  std::vector<PackagePart> parts{};
  std::string main{};             ///< the part that the package names as its document
  std::set<std::string> texts{};  ///< that part, its headers and footers
};

/// Throws Failure where it is no Word document, carries macros, or has parts that no package may have.
WordPackage word_package(std::string_view docx);

/// The part as XML, its words of Word with the prefix `w`. Throws Failure where it is no XML in UTF-8.
pugi::xml_document parsed(const PackagePart& part);

}  // namespace nastavnik
