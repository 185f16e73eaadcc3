#include "model/notions/topics.h"

#include <string>

#include "model/kinds/settings.h"
#include "model/types.h"

namespace nastavnik {

Words title_of_topic(const Registry& registry, std::string_view code) {
  for (const Code& common : Codes<Topic>::table)
    if (common.code == code) return common.label;
  for (const OwnTopic& own : registry.settings().topics)
    if (own.code.given() && *own.code == code && own.title.given())
      return {std::string(*own.title), std::string(*own.title)};
  return {std::string(code), std::string(code)};
}

}  // namespace nastavnik
