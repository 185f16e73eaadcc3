#include "views/status.h"

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "agenda/agenda.h"
#include "base/threads.h"
#include "cmd/answer.h"
#include "cmd/open.h"
#include "document/waiting.h"
#include "rules/catalogue.h"

namespace nastavnik::cmd {
namespace {

ExitStatus run_status(const Open& open, const Arguments& arguments, Environment& environment) {
  const Registry& registry = open.registry();
  const bool names = shows_names(format_asked(arguments)->name, arguments, environment);
  const CheckRequest request{.jobs = processors(), .names = names};
  Outcome outcome = check(*open.loaded, request);
  const Outlook outlook{.until = registry.day() + days_ahead, .jobs = processors(), .found_today = &outcome};
  Agenda agenda;
  std::vector<ChosenPaper> papers;
  std::unique_ptr<Conceal> conceal;
  const std::array<std::function<void()>, 3> questions{
      [&] { agenda = agenda_of(*open.loaded, outlook); },
      [&] { papers = waiting_papers(registry, processors()); },
      [&] { conceal = names ? nullptr : std::make_unique<Conceal>(*open.loaded); },
  };
  // At once, since none of them has work for all processors all the time.
  share_out(questions.size(), processors(), [&](std::size_t, std::size_t i) { questions[i](); });
  if (conceal) conceal->messages_of(outcome);
  print(views::status({.asked = {*open.loaded, names, conceal.get()},
                       .outcome = outcome,
                       .agenda = agenda,
                       .until = outlook.until,
                       .papers = papers}),
        arguments, environment);
  return open.loaded->unreadable ? ExitStatus::unreadable : ExitStatus::clean;
}

}  // namespace

Command status_command();
Command status_command() {
  return {
      .name = "status",
      .group = Group::see,
      .summary = {"показать, как обстоят дела", "show how things stand"},
      .description =
          {"Кто руководитель и куратор, сколько пар и программ работает, что не в порядке, что нужно успеть за 30 дней, какие документы ждут печати и подписи, что набрать дальше. То же показывает nastavnik без команды, если он запущен в реестре. Ничего не меняет.",
           "Who is head and curator, how many pairs and programmes run, what is wrong, what is due within 30 days, which papers wait to be printed and signed, what to type next. nastavnik without a command shows the same inside a registry. Changes nothing."},
      .options = answer_options(),
      .examples = {{"nastavnik status", {"как обстоят дела сегодня", "how things stand today"}},
                   {"nastavnik status --as-of 2026-05-31", {"как они обстояли 31 мая", "how they stood on 31 May"}}},
      .statuses = {ExitStatus::clean, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_status,
  };
}

}  // namespace nastavnik::cmd
