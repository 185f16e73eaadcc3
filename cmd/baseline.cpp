#include "rules/baseline.h"

#include <ostream>

#include "acts/mending.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "rules/catalogue.h"
#include "rules/waiver_rules.h"

namespace nastavnik::cmd {
namespace {

constexpr Noun old_finding{
    {"старое замечание", "old finding"}, {"старых замечания", "old findings"}, {"старых замечаний", "old findings"}};
constexpr Noun stale_line{
    {"лишняя строка", "stale line"}, {"лишние строки", "stale lines"}, {"лишних строк", "stale lines"}};
constexpr Noun bad_record{{"замечание", "finding"}, {"замечания", "findings"}, {"замечаний", "findings"}};

Count count(std::size_t number, const Noun& noun) { return {static_cast<long long>(number), noun}; }

void say_line(const Words& words, Environment& environment) {
  environment.out << words.in(environment.language) << '\n';
}

ExitStatus put(std::string text, const Open& open, Environment& environment) {
  const Changes changes{{baseline_file, WholeFile{std::move(text)}}};
  return carry_out(judged(open, changes, environment), open, {}, environment);
}

ExitStatus create(const Open& open, const Arguments& arguments, Environment& environment) {
  const Outcome outcome = check(*open.loaded, {.fingerprints = true, .no_baseline = true});
  if (open.loaded->baseline)
    throw UsageError{
        {"baseline.txt уже есть: новое замечание в него само не попадёт",
         "there is a baseline.txt already: no new finding gets into it by itself"},
        {"убрать исправленное: nastavnik baseline prune; новое — исправить или оформить исключение: nastavnik waive",
         "to remove what was mended: nastavnik baseline prune; what is new is to be mended, or waived: nastavnik waive"}};
  const std::vector<std::string>& fingerprints = outcome.fingerprints;
  const std::size_t unfit = count_beyond_baseline(outcome);
  const bool quiet = arguments.given("quiet"), dry_run = arguments.given("dry-run");
  if (fingerprints.empty())
    say_line(
        {"старых замечаний нет, и baseline.txt не нужен", "there are no old findings, and no baseline.txt is needed"},
        environment);
  else if (dry_run)
    environment.out << baseline_text(fingerprints);
  else if (const ExitStatus status = put(baseline_text(fingerprints), open, environment); status != ExitStatus::clean)
    return status;
  if (!fingerprints.empty() && !dry_run && !quiet)
    say_line(
        say({"в baseline.txt записано: {}", "written to baseline.txt: {}"}, count(fingerprints.size(), old_finding)),
        environment);
  if (unfit != 0 && !quiet)
    say_line(say({"не вошло: {} к самим записям; их нужно исправить: nastavnik check",
                  "not among them: {} about the records themselves; mend them: nastavnik check"},
                 count(unfit, bad_record)),
             environment);
  return ExitStatus::clean;
}

void require_baseline(const Open& open) {
  if (!open.loaded->baseline)
    throw UsageError{{"baseline.txt в реестре нет", "the registry has no baseline.txt"},
                     {"завести: nastavnik baseline create", "to make one: nastavnik baseline create"}};
}

/// As `fix` does it.
ExitStatus take_out_stale(const Open& open, Environment& environment) {
  const Mended mended = mend(*open.request, *open.loaded, false, [](const Sources&, const Finding& finding) {
    return finding.of == &row_of(WaiverFault::stale_line);
  });
  return carry_out(judged(open, mended.changes, environment), open, {}, environment);
}

ExitStatus prune(const Open& open, const Arguments& arguments, Environment& environment) {
  require_baseline(open);
  const Sources& sources = open.loaded->sources;
  const std::vector<Span> stale = stale_lines(check(*open.loaded, {}), sources);
  const bool dry_run = arguments.given("dry-run");
  if (dry_run)
    for (const Span& span : stale) environment.out << sources.text(span) << '\n';
  else if (!stale.empty())
    if (const ExitStatus status = take_out_stale(open, environment); status != ExitStatus::clean) return status;
  if (arguments.given("quiet")) return ExitStatus::clean;
  const Count number = count(stale.size(), stale_line);
  say_line(stale.empty() ? Words(Text{"лишних строк нет", "there are no stale lines"})
           : dry_run     ? say({"было бы убрано: {}", "would be removed: {}"}, number)
                         : say({"убрано: {}", "removed: {}"}, number),
           environment);
  return ExitStatus::clean;
}

ExitStatus show(const Open& open, const Arguments& arguments, Environment& environment) {
  require_baseline(open);
  const bool names = environment.names_in_results();
  const Outcome outcome = check(*open.loaded, {.names = names});
  Outcome old = shown_of_baseline(outcome);
  const Conceal conceal(*open.loaded);
  if (!names) conceal.messages_of(old);
  const CheckedRegistry report{open.root.shown,
                               &open.loaded->sources,
                               &old,
                               open.registry().day(),
                               open.origin,
                               names ? nullptr : &conceal,
                               names ? &open.registry() : nullptr};
  for (const CheckFormat& format : check_formats())
    if (format.name == "concise")
      format.render(environment.bytes(), {&report, 1},
                    {.language = environment.language, .colour = environment.colour, .quiet = true});
  if (arguments.given("quiet")) return ExitStatus::clean;
  const std::size_t stale = stale_lines(outcome, open.loaded->sources).size();
  say_line(say({"В baseline.txt: {}.", "In baseline.txt: {}."}, count(count_in_baseline(outcome), old_finding)),
           environment);
  if (stale != 0)
    say_line(say({"И {}; убрать: nastavnik baseline prune", "And {}; to remove them: nastavnik baseline prune"},
                 count(stale, stale_line)),
             environment);
  return ExitStatus::clean;
}

ExitStatus run_baseline(const Open& open, const Arguments& arguments, Environment& environment) {
  const std::string action = *arguments.text("action");
  return action == "create"  ? create(open, arguments, environment)
         : action == "prune" ? prune(open, arguments, environment)
                             : show(open, arguments, environment);
}

}  // namespace

Command baseline_command();
Command baseline_command() {
  return {
      .name = "baseline",
      .group = Group::checking,
      .summary = {"отложить старые замечания", "set old findings aside"},
      .description =
          {"Школа, которая начинает со старыми записями, видит сразу сотни замечаний. «create» один раз записывает их в "
           "baseline.txt, и дальше проверка показывает только новое. Строки не зависят от номеров строк и текста сообщений. "
           "Когда старое замечание исправлено, его строка лишняя: об этом скажет проверка, а «prune» её уберёт. Заново файл не "
           "создаётся, чтобы вместе со старыми не отложить новые замечания. --strict этого файла не знает.",
           "A school that starts with old records sees hundreds of findings at once. \"create\" writes them to baseline.txt "
           "once, and from then on a check shows only what is new. The lines depend neither on line numbers nor on the words of "
           "messages. When an old finding has been mended its line is stale: a check says so, and \"prune\" removes it. The file is "
           "never made anew, so that no new finding is set aside with the old ones. --strict does not know the file."},
      .positionals = {{.name = "action",
                       .type = Type::choice,
                       .value = {"ДЕЙСТВИЕ", "ACTION"},
                       .help = {"что сделать", "what to do"},
                       .words = {{"create", {"записать нынешние замечания", "write down the findings of now"}},
                                 {"prune", {"убрать строки исправленного", "remove the lines of what was mended"}},
                                 {"show", {"показать, что отложено", "show what is set aside"}}},
                       .required = true}},
      .options = {{.name = "dry-run", .help = {"ничего не записывать, только показать", "write nothing, only show"}},
                  commit_option(),
                  no_commit_option()},
      .examples = {{"nastavnik baseline create",
                    {"один раз, когда реестр заведён", "once, when the registry has been made"}},
                   {"nastavnik baseline create --dry-run",
                    {"посмотреть, что будет записано", "see what would be written"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .writes =
          [](const Arguments& arguments) { return !arguments.given("dry-run") && *arguments.text("action") != "show"; },
      .run = run_baseline,
  };
}

}  // namespace nastavnik::cmd
