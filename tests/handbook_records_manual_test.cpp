#include <string>

#include <doctest/doctest.h>

#include "handbook/records_manual.h"
#include "model/kinds.h"
#include "model/shape.h"
#include "page/writers.h"

using namespace nastavnik;

namespace {

std::string roff(Language language) {
  return page::as_roff(records_manual(language),
                       {"NASTAVNIK-RECORDS", 5, "2026-01-31", "nastavnik 1.2.3", "File Formats"});
}

bool holds(const std::string& page, const std::string& line) {
  return page.find("\n" + line + "\n") != std::string::npos;
}

/// The keys of the fields as the page names them.
void for_each_key(const std::vector<FieldShape>& fields, const std::string& above, const auto& visit) {
  for (const FieldShape& node : fields) {
    const std::string key = above + std::string(node.field.key) + (node.is_list() ? "[]" : "");
    visit(key);
    for_each_key(node.fields(), key + ".", visit);
  }
}

}  // namespace

TEST_CASE("the manual of the records names every kind, field and code") {
  for (const Language language : {Language::ru, Language::en}) {
    const std::string page = roff(language);
    std::size_t fields = 0;
    for (const KindShape& tree : kind_shapes()) {
      CHECK_MESSAGE(page.find(std::string(tree.kind->title.in(language))) != std::string::npos, tree.kind->folder);
      for_each_key(tree.fields(), "", [&](const std::string& key) {
        ++fields;
        CHECK_MESSAGE(holds(page, "\\fB" + key + "\\fR"), key);
      });
    }
    CHECK(fields > 500);
    for_each(Enumerations{}, [&]<class Enum>() {
      CHECK_MESSAGE(page.find(".SS \"" + std::string(Codes<Enum>::name) + " — ") != std::string::npos,
                    Codes<Enum>::name);
      for (const Code& code : Codes<Enum>::table)
        CHECK_MESSAGE(holds(page, "\\fB" + std::string(code.code) + "\\fR"), code.code);
    });
    CHECK(page.find("2026-01-31 \"nastavnik 1.2.3\"") != std::string::npos);
  }
}

TEST_CASE("the manual says whether a field must be there, which rule asks for it, and its default") {
  const std::string page = roff(Language::ru);
  CHECK(holds(page, "Начало. Дата ГГГГ\\-ММ\\-ДД. Обязательно. Основание: п. 2."));
  CHECK(holds(page, "Основание завершения. Код перечня ground. Требует правило P19\\-1. Основание: п. 19."));
  CHECK(holds(page, "По какое время. Время ЧЧ:ММ, в кавычках. Нужно, если есть from_time. Основание: п. 4."));
  CHECK(page.find("Целое число от 1 до 50. По умолчанию 3.") != std::string::npos);
  CHECK(holds(page, "\\fBrole_form_note\\fR"));
}

TEST_CASE("the manual in English has no Russian") {
  const std::string page = roff(Language::en);
  for (std::size_t at = 0; at + 1 < page.size(); ++at) {
    const bool cyrillic = (page[at] == '\xd0' || page[at] == '\xd1');
    if (cyrillic) FAIL(page.substr(at > 60 ? at - 60 : 0, 120));
  }
}
