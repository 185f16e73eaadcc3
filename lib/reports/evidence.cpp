#include "reports/evidence.h"

#include <algorithm>

#include "reports/reports.h"

namespace nastavnik::reports {

Words who(const ReportRequest& request, std::string_view person) {
  const Person* file = request.names ? request.registry().all<Person>().find(person) : nullptr;
  if (!file || !file->full_name.given()) return say({"{}", "{}"}, person);
  return say({"{} ({})", "{} ({})"}, *file->full_name, person);
}

Words who(const ReportRequest& request, const std::vector<std::string_view>& people) {
  if (people.empty()) return {"—", "—"};
  std::vector<Words> all;
  for (const std::string_view person : people) all.push_back(who(request, person));
  return joined(all);
}

Words topic_title(const Registry& registry, std::string_view code) {
  for (const OwnTopic& topic : registry.settings().topics)
    if (topic.code.given() && *topic.code == code && topic.title.given()) return say({"{}", "{}"}, *topic.title);
  const auto& table = Codes<Topic>::table;
  const auto found = std::find_if(table.begin(), table.end(), [&](const Code& entry) { return entry.code == code; });
  return found == table.end() ? say({"{}", "{}"}, code) : Words(found->label);
}

}  // namespace nastavnik::reports
