// Order No. 779: the few papers that teachers have to write.

#include "model/kinds/organization.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void teacher_form_reminder(Check& check) {
  for (const LocalAct& act : check.each(check.registry().organization().local_acts)) {
    if (act.teacher_form.absent() || !check.given(act.teacher_form) || !*act.teacher_form ||
        !check.known(act.replaced_on))
      continue;
    if (act.replaced_on.given() && *act.replaced_on <= check.day()) continue;
    check.found(
        act.teacher_form,
        {"приказ № 779 действует с {}; есть ли такая бумага в его перечне, решает организация",
         "order No. 779 is in force since {}; whether its list has such a paper is for the organisation to decide"},
        check.in_force().from);
  }
}

constexpr Rule teacher_paper_rows[] = {
    {{.id = "DOC-1",
      .name = "teacher-form-reminder",
      .severity = Severity::info,
      .nature = Nature::law,
      .clauses = "order779",
      .title = {"локальный акт вводит форму, которую заполняет педагог",
                "a local act introduces a form that teachers fill in"},
      .remedy =
          {"сверьте форму с перечнем документов педагога в приказе Минпросвещения № 779; сведения может вносить и куратор",
           "compare the form with the list of teachers' papers in order No. 779; the curator may enter the data instead"}},
     teacher_form_reminder},
};

}  // namespace

std::span<const Rule> teacher_paper_rules();
std::span<const Rule> teacher_paper_rules() { return teacher_paper_rows; }

}  // namespace nastavnik
