#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/about.h"
#include "model/notions/naming.h"
#include "rules/editions.h"
#include "rules/rule.h"

namespace nastavnik {

Check::Check(const Requirement& of, const Registry& registry, const AskedFiles& files, const WorkingDays& calendar,
             bool names, Outcome& outcome)
    : of_(of),
      registry_(registry),
      files_(files),
      calendar_(calendar),
      in_force_(nastavnik::in_force(of)),
      names_(names),
      outcome_(outcome) {}

Found& Found::add(Span span, Words label) {
  finding_.also.push_back({span, std::move(label)});
  return *this;
}

Found& Found::milder() {
  if (finding_.of->milder != Severity::silent) finding_.severity = finding_.of->milder;
  return *this;
}

const Thresholds& Check::limits() const { return *registry_.settings().thresholds; }

Words Check::who(std::string_view id) const { return called(registry_, id, names_, registry_.day()); }

Words Check::who(const Person& person) const { return who(person.id); }

Words Check::record(std::string_view address) const { return address_told(registry_, address, names_); }

void Check::note_if_unclear(Presence presence, Span span) {
  if (presence == Presence::broken || presence == Presence::unknown) note_undecided(span);
}

void Check::note_undecided(Span span, Words why) {
  if (undecided_sources_.insert(span.source).second) outcome_.undecided.push_back({&of_, span, std::move(why)});
}

Found Check::add(Span span, Words label) {
  Finding& finding = outcome_.findings.emplace_back();
  finding.of = &of_;
  finding.severity = of_.severity;
  finding.span = span;
  finding.label = std::move(label);
  return Found(finding);
}

}  // namespace nastavnik
