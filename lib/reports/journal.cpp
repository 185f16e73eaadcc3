// All that happened to a pair or to a person, by date: for an inspection.

#include <algorithm>

#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "reports/evidence.h"
#include "reports/journal_entries.h"
#include "reports/reports.h"
#include "reports/signatures.h"

namespace nastavnik::reports {
namespace {

/// Papers of then bear the name of then.
Words with_former_names(const ReportRequest& request, std::string_view id) {
  Words words = who(request, id);
  const Person* person = request.registry().all<Person>().find(id);
  if (!person || !request.names) return words;
  for (const FormerName& name : person->former_names)
    if (name.full_name.given() && name.to.given() && *name.to < request.day())
      words = say({"{}; по {} — {}", "{}; to {}: {}"}, words, on_day(*name.to), *name.full_name);
  return words;
}

void build(const ReportRequest& request, Report& report) {
  Journal journal(request);
  const Pair* pair = request.registry().all<Pair>().find(request.subject);
  if (pair) {
    report.subtitle.push_back(say({"пара {}", "pair {}"}, pair->id));
    journal.add_pair(*pair);
  } else {
    report.subtitle.push_back(with_former_names(request, request.subject));
    journal.add_person(request.subject);
  }
  journal.add_waivers();
  report.add(journal.table());
  add_signatures(request, report);
}

}  // namespace

ReportKind journal_report();
ReportKind journal_report() {
  return {.name = "journal",
          .title = {"Журнал документов и событий", "Journal of papers and events"},
          .summary = {"всё об одной паре или одном человеке по датам: для проверки",
                      "all about one pair or one person by date: for an inspection"},
          .build = build,
          .subject = {"пару (2025-003) или человека (p-017)", "a pair (2025-003) or a person (p-017)"},
          .on_paper = true,
          .whole_history = true};
}

}  // namespace nastavnik::reports
