#include <algorithm>
#include <memory>
#include <ostream>

#include "agenda/agenda.h"
#include "base/failure.h"
#include "base/text.h"
#include "cmd/answer.h"
#include "cmd/command.h"
#include "cmd/open.h"
#include "cmd/selection.h"
#include "findings/checked_registry.h"
#include "history/history.h"
#include "model/kinds/settings.h"
#include "rules/catalogue.h"
#include "rules/fingerprint.h"

namespace nastavnik::cmd {
namespace {

/// One registry, checked.
struct Checked {
  FoundRegistry found;
  Open open;
  Outcome outcome;
  std::unique_ptr<Conceal> conceal{};  ///< where names may not be shown and there is anything to tell
};

std::vector<Word> severity_words() {
  return {{"error", {"нарушения", "errors"}},
          {"warning", {"и предупреждения", "and warnings"}},
          {"info", {"и советы", "and advice"}}};
}

std::vector<Word> format_words() {
  std::vector<Word> words;
  for (const CheckFormat& format : check_formats()) words.push_back({format.name, format.title});
  return words;
}

Severity severity_named(std::string_view word) {
  return word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::info;
}

/// Whether any file of the registry lies in what was asked for.
bool holds_anything(const FoundRegistry& found, const Sources& sources) {
  const AskedFiles asked(sources, found.narrowed);
  for (std::uint32_t i = 0; i < sources.size(); ++i)
    if (asked.hold(Span{i, 0, 0})) return true;
  return asked.all();
}

ExitStatus status_of(const Checked& checked, Severity fail_on, bool require_people) {
  const Outcome& outcome = checked.outcome;
  const Registry& registry = checked.open.registry();
  if (outcome.faulty_settings)
    return outcome.unreadable ? graver(ExitStatus::usage, ExitStatus::unreadable) : ExitStatus::usage;
  ExitStatus status = ExitStatus::clean;
  const bool found = std::any_of(outcome.findings.begin(), outcome.findings.end(),
                                 [&](const Finding& f) { return f.severity <= fail_on; });
  if (found || !outcome.undecided.empty()) status = ExitStatus::findings;
  const bool only_settings = outcome.files <= 1;
  if (only_settings || outcome.idle || !holds_anything(checked.found, checked.open.loaded->sources))
    status = graver(status, ExitStatus::nothing);
  if (outcome.unreadable || (require_people && !registry.all<Person>().seen()))
    status = graver(status, ExitStatus::unreadable);
  return status;
}

unsigned jobs_of(const Arguments& arguments) {
  if (const auto jobs = arguments.number("jobs")) return static_cast<unsigned>(*jobs);
  return processors();
}

bool is_for_machines(std::string_view format) { return format != "text" && format != "concise"; }

/// Whether a person reads it who may see names.
bool names_people(const Arguments& arguments, const Environment& environment) {
  const std::string format = *arguments.text("format");
  return !is_for_machines(format) && shows_names(format, arguments, environment);
}

/// What is typed against a finding, where no word of it may be a name.
Words command_told(const Checked& checked, const Finding& finding) {
  const Loaded& loaded = *checked.open.loaded;
  const std::string record = address_of(loaded.sources, finding.span);
  if (checked.conceal && (checked.conceal->names_somebody(finding.span) || address_without_name(record) != record))
    return {};
  const Words command = command_against(loaded, finding);
  return checked.conceal ? Words(checked.conceal->text(command.ru), checked.conceal->text(command.en)) : command;
}

void show(const std::vector<Checked>& all, const Arguments& arguments, Environment& environment) {
  const std::string wanted = *arguments.text("format");
  std::vector<CheckedRegistry> reports;
  const bool names = names_people(arguments, environment);
  for (const Checked& one : all)
    reports.push_back({one.found.root.shown, &one.open.loaded->sources, &one.outcome, one.open.registry().day(),
                       one.open.origin, one.conceal.get(), names ? &one.open.registry() : nullptr,
                       [&one](const Finding& finding) { return command_told(one, finding); }});
  const RenderOptions options{.language = environment.language,
                              .colour = environment.colour,
                              .quiet = arguments.given("quiet"),
                              .verbose = arguments.given("verbose"),
                              .statistics = arguments.given("statistics"),
                              .fail_on = severity_named(*arguments.text("fail-on")),
                              .version = NASTAVNIK_VERSION,
                              .width = environment.out_terminal.is_terminal ? environment.width() : 0,
                              .unmask = arguments.given("names") && !is_for_machines(wanted)};
  for (const CheckFormat& format : check_formats())
    if (format.name == wanted) format.render(environment.bytes(), reports, options);
}

/// What leaves the terminal names nobody, even where a record quotes a name.
void hide_names(Checked& one) {
  const Outcome& outcome = one.outcome;
  if (outcome.findings.empty() && outcome.set_aside.empty() && outcome.undecided.empty() && outcome.held_back.empty() &&
      outcome.overrides.empty())
    return;
  one.conceal = std::make_unique<Conceal>(*one.open.loaded);
  one.conceal->messages_of(one.outcome);
}

/// The findings that are shown: those at or above `--severity`.
void hide_milder(std::vector<Checked>& all, Severity least) {
  for (Checked& one : all)
    one.outcome.milder =
        std::erase_if(one.outcome.findings, [&](const Finding& finding) { return finding.severity > least; });
}

/// The registry at the revision that decides; not loaded where the revision has none.
struct BaseRegistry {
  RevisionTree tree{};
  std::unique_ptr<Loaded> loaded{};

  const Settings* settings() const {
    return loaded && !loaded->faulty_settings ? &loaded->registry.settings() : nullptr;
  }
};

BaseRegistry open_base(const std::string& revision, const FoundRegistry& found, const Arguments& arguments,
                       const Environment& environment) {
  BaseRegistry base{History(found.root.path.string(), environment.variables).at(revision), nullptr};
  const HistoryFault fault = base.tree.fault;
  const Words why = explain(fault, revision);
  if (fault == HistoryFault::unknown || fault == HistoryFault::shallow) throw UsageError{why, {}};
  if (fault != HistoryFault::none && fault != HistoryFault::no_registry)
    throw Failure(say({"{} {}: {}", "{} {}: {}"}, arguments.spelled("base"), revision, why));
  if (base.tree.tree) base.loaded = read_settings(*base.tree.tree, environment.today, arguments.date("as-of"));
  return base;
}

/// The check with what the revision allows: nothing changed since then excuses anything.
void check_since(const std::string& revision, Checked& one, CheckRequest request, const Arguments& arguments,
                 Environment& environment) {
  const BaseRegistry before = open_base(revision, one.found, arguments, environment);
  const Base base{before.loaded.get(), revision};
  request.base = &base;
  one.open = open_registry(one.found.root, arguments, environment,
                           {.jobs = request.jobs, .earlier = before.settings(), .judges_alone = true});
  one.outcome = check(*one.open.loaded, request);
}

ExitStatus run_check(const std::vector<FoundRegistry>& registries, const Arguments& arguments,
                     Environment& environment) {
  const std::string format = *arguments.text("format");
  CheckRequest request{.selection = selection_of(arguments),
                       .jobs = jobs_of(arguments),
                       .strict = arguments.given("strict"),
                       .fingerprints = is_for_machines(format),
                       .names = names_people(arguments, environment),
                       .details = arguments.given("verbose")};
  const std::optional<std::string> base = arguments.text("base");
  std::vector<Checked> all;
  ExitStatus status = ExitStatus::clean;
  for (const FoundRegistry& found : registries) {
    Checked& one = all.emplace_back(Checked{found, {}, {}, {}});
    request.within = one.found.narrowed;
    if (base) {
      check_since(*base, one, request, arguments, environment);
    } else {
      one.open = open_registry(found.root, arguments, environment, {.jobs = request.jobs, .judges_alone = true});
      one.outcome = check(*one.open.loaded, request);
    }
    status =
        graver(status, status_of(one, severity_named(*arguments.text("fail-on")), arguments.given("require-people")));
  }
  if (all.size() == 1 && all[0].open.registry().settings().language.given())
    environment.speak(*all[0].open.registry().settings().language);
  hide_milder(all, severity_named(*arguments.text("severity")));
  for (Checked& one : all) {
    tell_the_rest(one.outcome.findings);
    if (!request.names) hide_names(one);
  }
  show(all, arguments, environment);
  return status;
}

}  // namespace

Command check_command();
Command check_command() {
  return {
      .name = "check",
      .group = Group::checking,
      .summary = {"проверить записи", "check the records"},
      .description =
          {"Читает весь реестр и сверяет записи с положением. Ничего не меняет. Если назвать файлы или папки, показывает замечания только к ним, но читает по-прежнему всё.",
           "Reads the whole registry and holds the records against the regulation. Changes nothing. With files or folders named, only what concerns them is shown, but all is still read."},
      .positionals = {registry_paths()},
      .options =
          {
              {.name = "format",
               .type = Type::choice,
               .value = {"ВИД", "FORMAT"},
               .help = {"в каком виде показать", "how to show what was found"},
               .words = format_words(),
               .preset = "text"},
              {.name = "select",
               .type = Type::text,
               .value = {"ПРАВИЛА", "RULES"},
               .help =
                   {"проверять только это: номер или имя правила, семейство (P, RM, S, yaml) или пункт положения (19, 10.5)",
                    "check only these: an id or name of a rule, a family (P, RM, S, yaml) or a clause (19, 10.5)"},
               .completes = {Completes::rule, Completes::clause},
               .list = true},
              {.name = "ignore",
               .type = Type::text,
               .value = {"ПРАВИЛА", "RULES"},
               .help = {"этого не проверять", "leave these out"},
               .completes = {Completes::rule, Completes::clause},
               .list = true},
              {.name = "severity",
               .type = Type::choice,
               .value = {"СТРОГОСТЬ", "SEVERITY"},
               .help = {"что показывать", "what to show"},
               .words = severity_words(),
               .preset = "info"},
              {.name = "fail-on",
               .type = Type::choice,
               .value = {"СТРОГОСТЬ", "SEVERITY"},
               .help = {"при чём заканчивать с кодом 1", "what makes the exit status 1"},
               .words = severity_words(),
               .preset = "error"},
              {.name = "strict",
               .help =
                   {"не учитывать исключений (waivers.yaml), старых замечаний (baseline.txt) и смягчений из nastavnik.yaml",
                    "disregard waivers (waivers.yaml), old findings (baseline.txt) and severities lowered in nastavnik.yaml"}},
              {.name = "base",
               .type = Type::text,
               .value = {"ВЕРСИЯ", "REV"},
               .help =
                   {"исключения, старые замечания и смягчения, добавленные после этой версии (git), и новые сроки, пороги и as_of не учитывать: так правка не оправдает сама себя",
                    "disregard waivers, old findings and lowered severities added since this revision (git), and changed thresholds and as_of, so that a change cannot excuse itself"}},
              {.name = "statistics", .help = {"сколько замечаний по каждому правилу", "count the findings by rule"}},
              {.name = "jobs",
               .letter = 'j',
               .type = Type::number,
               .value = {"ЧИСЛО", "NUMBER"},
               .help = {"во сколько потоков читать и проверять", "how many threads read and check"},
               .least = 1,
               .most = 256},
          },
      .examples = {{"nastavnik check", {"проверить реестр, в котором вы находитесь", "check the registry you are in"}},
                   {"nastavnik check programs",
                    {"показать замечания только к программам", "show what concerns the programmes only"}},
                   {"nastavnik check --select 19 --as-of 2026-05-31",
                    {"завершение программ (пункт 19), как было на 31 мая",
                     "ending of programmes (clause 19) as it stood on 31 May"}},
                   {"nastavnik check --strict",
                    {"без исключений и смягчений, как посмотрит проверяющий",
                     "without waivers and lowered severities, as an inspector will look"}},
                   {"nastavnik check --format github --fail-on warning",
                    {"для автоматической проверки на сервере", "for automatic checks on a server"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::nothing, ExitStatus::unreadable},
      .run = run_check,
  };
}

}  // namespace nastavnik::cmd
