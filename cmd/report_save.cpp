#include "cmd/report_save.h"

#include <ostream>

#include "disk/write.h"
#include "reports/statistics_item.h"

namespace nastavnik::cmd {

ExitStatus save_statistics(const Root& registry, const reports::ReportRequest& request, bool days_asked,
                           Environment& environment) {
  const Period year = school_year(request.day());
  const NewFile file{fmt::format("years/{}-{}.yaml", year.from.year(), year.to.year()),
                     reports::statistics_item(request, days_asked)};
  if (!in_the_way(registry.path, {&file, 1}).empty()) {
    environment.out << file.bytes;
    const Words there = say({"файл {} уже есть: допишите в него этот элемент списка statistics",
                             "{} is there already: add this item to its list of statistics"},
                            file.path);
    environment.err << there.in(environment.language) << '\n';
    return ExitStatus::clean;
  }
  Creation creation(registry.path);
  creation.write(file);
  creation.keep();
  environment.out << say({"создан файл {}", "made {}"}, file.path).in(environment.language) << '\n';
  return ExitStatus::clean;
}

}  // namespace nastavnik::cmd
