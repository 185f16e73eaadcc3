#include <algorithm>
#include <ostream>

#include "acts/mending.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/selection.h"
#include "cmd/shown_files.h"
#include "model/kinds/settings.h"
#include "rules/narrowing.h"
#include "source/requirements.h"

namespace nastavnik::cmd {
namespace {

constexpr Noun finding_noun{{"замечание", "finding"}, {"замечания", "findings"}, {"замечаний", "findings"}};

Count count(std::size_t number) { return {static_cast<long long>(number), finding_noun}; }

/// What could be mended besides, if guesses are right.
void tell_of_guesses(const Mended& mended, bool unsafe, std::ostream& out, Language language) {
  if (mended.doubtful == 0 || unsafe) return;
  out << say({"ещё {} можно исправить, если догадка верна; посмотреть: nastavnik fix --unsafe --diff\n",
              "{} more could be mended if a guess is right; to look: nastavnik fix --unsafe --diff\n"},
             count(mended.doubtful))
             .in(language);
}

/// What must be put right by hand before the rest can even be read.
void tell_what_hides_the_rest(const Loaded& loaded, const ShownFiles& shown, const Environment& environment) {
  std::string_view told;
  for (const Finding& finding : loaded.findings) {
    const bool merge = finding.of == &row_of(YamlRow::unfinished_merge);
    const std::string_view path = loaded.sources.path(finding.span);
    if ((!merge && !(loaded.faulty_settings && finding.severity == Severity::error)) || path == told) continue;
    told = path;
    const Words what =
        merge ? Words("слияние в git не закончено", "a merge in git is unfinished")
              : Words("пока здесь ошибки, остальное не читается", "while it has faults, the rest is not read");
    environment.out << say({"сначала вручную: {} — {}\n", "by hand first: {}: {}\n"},
                           shown.path_and_whose(path, environment.language), what)
                           .in(environment.language);
  }
}

void tell(const Mended& mended, const Judged& change, const ShownFiles& shown, bool unsafe, Environment& environment) {
  const Language language = environment.language;
  if (mended.mended == 0)
    environment.out << Text{"автоматически исправлять нечего; остальное вручную: nastavnik check\n",
                            "nothing can be mended automatically; the rest by hand: nastavnik check\n"}
                           .in(language);
  else
    environment.out << say({"исправлено {}:\n", "mended {}:\n"}, count(mended.mended)).in(language);
  for (const ChangedFile& file : change.files)
    environment.out << "  " << shown.path_and_whose(file.path, language) << '\n';
  tell_of_guesses(mended, unsafe, environment.out, language);
  if (change.after) tell_what_hides_the_rest(*change.after, shown, environment);
}

ExitStatus fix(const FoundRegistry& found, const Arguments& arguments, Environment& environment) {
  const bool only_shown = arguments.given("diff"), unsafe = arguments.given("unsafe");
  const Open open = open_registry(found.root, arguments, environment, {.to_write = !only_shown});
  const Settings& settings = open.registry().settings();
  if (settings.language.given()) environment.speak(*settings.language);
  const Selection selection = selection_of(arguments);
  const AskedFiles asked(open.loaded->sources, found.narrowed);
  const Mended mended = mend(*open.request, *open.loaded, unsafe, [&](const Sources& sources, const Finding& finding) {
    return selection.takes(*finding.of) && asked.hold(sources.path(finding.span));
  });
  const Judged change = judged(open, mended.changes, environment);
  const bool names = environment.names_in_results();
  const ShownFiles shown(open, names, change.after.get());
  if (only_shown) {
    for (const ChangedFile& file : change.files) environment.out << shown.diff(file);
    tell_of_guesses(mended, unsafe, environment.err, environment.language);
    return change.files.empty() ? ExitStatus::clean : ExitStatus::findings;
  }
  // What could not be judged before may turn out to be wrong: that is no reason to leave it hidden.
  const ExitStatus status = carry_out(change, open, {.accepts = Accepts::what_shows_only}, environment);
  if (status == ExitStatus::clean && !arguments.given("quiet")) tell(mended, change, shown, unsafe, environment);
  if (!open.loaded->unreadable) return status;
  environment.err << Text{"часть файлов прочитать не удалось: nastavnik check\n",
                          "some files could not be read: nastavnik check\n"}
                         .in(environment.language);
  return graver(status, ExitStatus::unreadable);
}

ExitStatus run_fix(const std::vector<FoundRegistry>& registries, const Arguments& arguments, Environment& environment) {
  ExitStatus status = ExitStatus::clean;
  for (const FoundRegistry& found : registries) status = graver(status, fix(found, arguments, environment));
  return status;
}

}  // namespace

Command fix_command();
Command fix_command() {
  return {
      .name = "fix",
      .group = Group::checking,
      .summary = {"исправить очевидное", "mend what is obvious"},
      .description =
          {"Исправляет то, о чём нельзя ошибиться: дату 01.09.2025 пишет как 2025-09-01, ключ по-русски — ключом записи, название из "
           "списка — его кодом, одно значение там, где нужен список, берёт в скобки, номер приказа — в кавычки, убирает невидимые знаки "
           "и лишние строки baseline.txt. Остальное в файле не меняется. Догадки исправляются только с --unsafe; сначала "
           "посмотрите их с --diff.",
           "Mends what is beyond doubt: writes the date 01.09.2025 as 2025-09-01, a key in Russian as the key of the record, a label "
           "of a list as its code, puts one value where a list is needed in brackets and an order's number in quotes, removes "
           "invisible characters and stale lines of baseline.txt. Everything else in a file stays. Guesses are made only with "
           "--unsafe; look at them with --diff first."},
      .positionals = {registry_paths()},
      .options = {{.name = "diff",
                   .help = {"ничего не записывать, показать разницу; есть разница — код 1",
                            "write nothing, show the difference; where there is one the status is 1"}},
                  {.name = "unsafe",
                   .help = {"исправить и то, что только вероятно", "mend what is only probable, too"}},
                  commit_option(),
                  no_commit_option(),
                  {.name = "select",
                   .type = Type::text,
                   .value = {"ПРАВИЛА", "RULES"},
                   .help = {"исправлять замечания только этих правил", "mend findings of these rules only"},
                   .completes = {Completes::rule, Completes::clause},
                   .list = true},
                  {.name = "ignore",
                   .type = Type::text,
                   .value = {"ПРАВИЛА", "RULES"},
                   .help = {"этих не трогать", "leave these alone"},
                   .completes = {Completes::rule, Completes::clause},
                   .list = true}},
      .examples = {{"nastavnik fix --diff", {"посмотреть, что будет исправлено", "see what would be mended"}},
                   {"nastavnik fix", {"исправить", "mend it"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .run = run_fix,
  };
}

}  // namespace nastavnik::cmd
