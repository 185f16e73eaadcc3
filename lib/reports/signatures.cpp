#include "reports/signatures.h"

#include <algorithm>

#include "model/notions/offices.h"
#include "reports/evidence.h"

namespace nastavnik::reports {
namespace {

/// The name alone, as it stands beside a signature; the id where names are not shown.
Words signer(ReportRequest request, std::string_view id) {
  request.to_sign = true;
  return who(request, id);
}

}  // namespace

void add_signatures(const ReportRequest& request, Page& report) {
  Signatures lines;
  const auto add = [&](Words office, Words name) { lines.lines.push_back({std::move(office), std::move(name)}); };
  const auto curators = curators_on(request.registry().organization(), request.day());
  for (const CuratorTerm* term : curators) add({"Куратор", "Curator"}, signer(request, term->person.id));
  if (curators.empty())
    add({"Куратор", "Curator"},
        std::get<Unsaid>(report.missing({"куратор на день отчёта", "curator on the day of the report"},
                                        "organization.yaml: curators"))
            .words);
  const auto& heads = request.registry().organization().heads;
  const auto head = std::find_if(heads.begin(), heads.end(), [&](const HeadTerm& term) {
    const auto period = period_of(term.from, term.to);
    return period && period->holds(request.day());
  });
  add({"Руководитель организации", "Head of the organisation"},
      head == heads.end()
          ? std::get<Unsaid>(report.missing({"руководитель на день отчёта", "head on the day of the report"},
                                            "organization.yaml: heads"))
                .words
          : signer(request, head->person.id));
  report.add(std::move(lines));
}

}  // namespace nastavnik::reports
