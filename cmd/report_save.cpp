#include "cmd/report_save.h"

#include <algorithm>
#include <ostream>

#include "acts/statistics_item.h"
#include "cmd/beside.h"
#include "cmd/carry_out.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"
#include "rules/conceal.h"
#include "source/yaml.h"

namespace nastavnik::cmd {
namespace {

void refuse_twice(const SchoolYear& year, const reports::ReportRequest& request, bool days_asked,
                  const std::string& path) {
  const auto is_same = [&](const Statistics& one) {
    const bool same_from = days_asked ? one.from.given() && *one.from == request.period.from : one.from.absent();
    return one.date.given() && *one.date == request.day() && same_from;
  };
  if (std::none_of(year.statistics.begin(), year.statistics.end(), is_same)) return;
  throw UsageError{
      say({"статистика за этот день уже записана: {}", "the statistics of this day are recorded: {}"}, path),
      Text{"исправьте её там", "correct them there"}};
}

/// What is written down as counted must have been counted whole.
void refuse_partly_read(const Loaded& loaded, const Beside& beside) {
  const auto found = std::find_if(loaded.findings.begin(), loaded.findings.end(),
                                  [](const Finding& finding) { return finding.severity == Severity::error; });
  if (found == loaded.findings.end()) return;
  throw UsageError{say({"статистика не записана: {} прочитан не полностью, и числа были бы неверны",
                        "the statistics were not recorded: {} is not read as a whole, and the numbers would be wrong"},
                       beside.with(path_without_name(loaded.sources, found->span))),
                   Text{"что исправить: nastavnik check; очевидное исправит nastavnik fix",
                        "what to mend: nastavnik check; nastavnik fix mends what is obvious"}};
}

Words said_of(const std::string& file, bool is_new, bool dry_run) {
  if (dry_run)
    return is_new ? say({"был бы создан файл {}:", "would be made, {}:"}, file)
                  : say({"было бы дописано в {}:", "would be added to {}:"}, file);
  return is_new ? say({"создан файл {}", "made {}"}, file) : say({"дописано в {}:", "added to {}:"}, file);
}

}  // namespace

ExitStatus save_statistics(const Open& open, const reports::ReportRequest& request, bool days_asked, bool dry_run,
                           Environment& environment) {
  refuse_partly_read(*open.loaded, Beside(open.registry(), environment.names_in_messages()));
  const Change change = statistics_change(request.registry(), request.period, days_asked);
  const Registry& registry = open.registry();
  if (const SchoolYear* year = file_of_year(registry, request.day()))
    refuse_twice(*year, request, days_asked, change.file);
  const Judged change_judged = judged(open, {change}, environment);
  const ExitStatus status = carry_out(change_judged, open, {.dry_run = dry_run}, environment);
  if (status != ExitStatus::clean) return status;
  const bool is_new = !change_judged.files.front().before;
  environment.out << said_of(change.file, is_new, dry_run).in(environment.language) << '\n'
                  << shown_item(std::get<InsertItem>(change.what).item);
  return status;
}

}  // namespace nastavnik::cmd
