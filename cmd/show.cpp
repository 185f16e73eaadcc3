#include "views/show.h"

#include <algorithm>
#include <ostream>

#include "cmd/answer.h"
#include "cmd/open.h"
#include "cmd/record_word.h"
#include "rules/catalogue.h"

namespace nastavnik::cmd {
namespace {

void refuse_later(const std::string& record, const Open& open) {
  if (views::readable(*open.loaded, record) == views::Readable::later)
    throw UsageError{
        say({"на {1} записи {0} ещё нет: она появилась позже", "as of {1} there is no {0} yet: it is later"}, record,
            open.registry().day()),
        Text{"другой день: --as-of", "another day: --as-of"}};
}

ExitStatus run_show(const Open& open, const Arguments& arguments, Environment& environment) {
  const std::vector<std::string> records = records_meant(*arguments.text("what"), open, environment);
  for (const std::string& record : records) refuse_later(record, open);
  const reports::ReportFormat& format = *format_asked(arguments);
  const bool names = shows_names(format.name, arguments, environment);
  Outcome outcome = check(*open.loaded, {.jobs = processors(), .names = names, .details = false});
  const Conceal conceal(*open.loaded);
  if (!names) conceal.messages_of(outcome);
  reports::Report shown = views::show({.asked = {*open.loaded, names, names ? nullptr : &conceal},
                                       .address = records.front(),
                                       .with = records.size() > 1 ? records.back() : std::string_view(),
                                       .outcome = &outcome});
  if (is_read(format)) leave_out_empty_columns(shown);
  print(shown, arguments, environment);
  return tell_of_unread(open, true, arguments, environment);
}

}  // namespace

Command show_command();
Command show_command() {
  return {
      .name = "show",
      .group = Group::see,
      .summary = {"одна запись и всё, что с ней связано", "one record and all that has to do with it"},
      .description =
          {"Показывает запись словами: поля, кто и что на неё ссылается, даты по порядку, замечания проверки. Запись называют адресом (pairs/2025-003), номером, фамилией в любом падеже, номером приказа (83-од), учебным годом или файлом. Человек показывается вместе с записями банков наставников и наставляемых. На экране люди названы, в файле и в другой программе — только с --names.",
           "Shows a record in words: its fields, what refers to it, its dates in order, the findings of the check. The record is named by its address (pairs/2025-003), its id, a surname in any case, the number of an order (83-од), a school year, or a file. A person is shown with the entries in the banks of mentors and mentees. On a terminal people are named, in a file or another program only with --names."},
      .positionals = {{.name = "what",
                       .type = Type::text,
                       .value = {"ЧТО", "WHAT"},
                       .help = {"запись: pairs/2025-003, p-017, Иванова, 83-од, 2025-2026",
                                "a record: pairs/2025-003, p-017, Иванова, 83-од, 2025-2026"},
                       .completes = {Completes::record_or_person},
                       .required = true}},
      .options = answer_options(),
      .examples = {{"nastavnik show Югай", {"о человеке, по фамилии", "of a person, by the surname"}},
                   {"nastavnik show pairs/2025-150794", {"о паре", "of a pair"}},
                   {"nastavnik show 83-од", {"о приказе", "of an order"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .run = run_show,
  };
}

}  // namespace nastavnik::cmd
