#include "views/asked.h"

#include "model/notions/mentions.h"
#include "model/notions/naming.h"
#include "model/notions/positions.h"

namespace nastavnik::views {

Words name_of(const Asked& asked, std::string_view person) {
  if (person.empty()) return {};
  const std::string_view name = asked.names ? full_name_of(asked.registry(), person, asked.day()) : std::string_view();
  if (!name.empty()) return say({"{}", "{}"}, name);
  if (asked.names && is_erased(asked.registry(), person))
    return say({"{}, данные удалены", "{}, data erased"}, id_told(person));
  return say({"{}", "{}"}, id_told(person));
}

Words id_of(const Asked& asked, const Kind& kind, std::string_view id) {
  return say({"{}", "{}"}, asked.names || kind.is_id(id) ? id : concealed_sign);
}

Words told(const Asked& asked, std::string_view text) {
  if (asked.conceal) return say({"{}", "{}"}, asked.conceal->text(text));
  return say({"{}", "{}"}, text);
}

Words what_of(const Finding& finding) {
  return finding.label.empty() ? Words(finding.of->title) : say({"{}: {}", "{}: {}"}, finding.of->title, finding.label);
}

reports::Cell cell_of(Words words) { return words.empty() ? reports::dash() : reports::Cell(std::move(words)); }

}  // namespace nastavnik::views
