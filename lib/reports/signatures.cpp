#include "reports/signatures.h"

#include "base/first_letter.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/notions/offices.h"
#include "model/notions/positions.h"
#include "reports/evidence.h"

namespace nastavnik::reports {
namespace {

/// The name alone, as it stands beside a signature; the id where names are not shown.
Words signer(ReportRequest request, std::string_view id) {
  request.to_sign = true;
  return who(request, id);
}

constexpr Text head_of_school{"Руководитель организации", "Head of the organisation"};

/// «Директор»; how the regulation calls every head where the post is not known or people are not named.
Words post_of(const ReportRequest& request, const HeadTerm& head) {
  if (!request.names) return head_of_school;
  if (head.acting.given() && *head.acting) return {"Исполняющий обязанности директора", "Acting head"};
  const Person* person = request.registry().all<Person>().find(head.person.id);
  const JobPosition* post = person ? main_position(*person, request.day()) : nullptr;
  if (!post || !post->title.given()) return head_of_school;
  return say({"{}", "{}"}, with_capital(*post->title));
}

}  // namespace

void add_signatures(const ReportRequest& request, Report& report) {
  Signatures lines;
  const auto add = [&](Words office, Words name) { lines.lines.push_back({std::move(office), std::move(name)}); };
  const auto curators = curators_on(request.registry().organization(), request.day());
  for (const CuratorTerm* term : curators) add({"Куратор", "Curator"}, signer(request, term->person.id));
  if (curators.empty())
    add({"Куратор", "Curator"},
        std::get<Unsaid>(report.missing({"куратор на день отчёта", "curator on the day of the report"},
                                        "organization.yaml: curators"))
            .words);
  const HeadTerm* head = head_on(request.registry().organization(), request.day());
  add(head ? post_of(request, *head) : Words(head_of_school),
      head ? signer(request, head->person.id)
           : std::get<Unsaid>(report.missing({"руководитель на день отчёта", "head on the day of the report"},
                                             "organization.yaml: heads"))
                 .words);
  report.add(std::move(lines));
}

}  // namespace nastavnik::reports
