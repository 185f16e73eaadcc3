#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/words.h"
#include "page/page.h"
#include "source/finding.h"

namespace nastavnik {

/// What is known of the rows: the catalogue's own words, the text of its clause, the explanation and the examples of its
/// fixture; `command` tells by which command what it finds is mended, empty where by none.
page::Page explain_page(const std::vector<const Requirement*>& rows, Language language,
                        const std::function<Words(const Requirement&)>& command);
std::string explain_json(const Requirement& row);

/// The rows by the packs they belong to; as JSON with everything the catalogue says of each.
page::Page rules_page(const std::vector<const Requirement*>& rows, Language language);
std::string list_rules_json(const std::vector<const Requirement*>& rows);

}  // namespace nastavnik
