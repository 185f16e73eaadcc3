#include "cmd/act_options.h"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "acts/act.h"
#include "acts/closed_years.h"
#include "base/ascii.h"
#include "cmd/commit_act.h"
#include "cmd/record_word.h"
#include "cmd/shown_files.h"
#include "edit/diff.h"
#include "model/notions/about.h"
#include "rules/citation.h"

namespace nastavnik::cmd {
namespace {

/// The lines of the new text that a difference touches.
struct Lines {
  std::size_t first = 0;
  std::size_t last = 0;

  void take(std::size_t line) {
    first = first == 0 ? line : std::min(first, line);
    last = std::max(last, line);
  }
};

/// The number behind the plus of `@@ -1,4 +1,5 @@`.
std::size_t first_line_of(std::string_view head) {
  std::size_t line = 0;
  const std::size_t plus = std::min(head.find('+') + 1, head.size());
  std::from_chars(head.data() + plus, head.data() + head.size(), line);
  return line;
}

bool is_changed_line(std::string_view line) {
  return (line.starts_with('+') && !line.starts_with("+++ ")) || (line.starts_with('-') && !line.starts_with("--- "));
}

Lines lines_touched(std::string_view diff) {
  Lines lines;
  std::size_t now = 0;
  for (const std::string_view line : lines_of(diff)) {
    if (line.starts_with("@@")) {
      now = first_line_of(line);
      continue;
    }
    if (is_changed_line(line)) lines.take(std::max<std::size_t>(now, 1));
    if (!line.starts_with('-')) ++now;
  }
  return lines;
}

Words place(const Lines& lines) {
  if (lines.first == lines.last) return say({"строка {}", "line {}"}, lines.first);
  return say({"строки {}–{}", "lines {}–{}"}, lines.first, lines.last);
}

void tell_written(const ChangedFile& file, const ShownFiles& shown, Environment& environment) {
  const Language language = environment.language;
  if (!file.after) return;
  if (!ShownFiles::is_text(file)) {
    environment.out << say({"{}: новый файл, байтов: {}\n", "{}: a new file, bytes: {}\n"},
                           shown.path_and_whose(file.path, language), file.after->size())
                           .in(language);
    return;
  }
  const Lines lines = lines_touched(unified_diff(file.path, file.before.value_or(""), *file.after));
  environment.out
      << say({"{}, {}:\n", "{}, {}:\n"}, shown.path_and_whose(file.path, language), place(lines)).in(language);
  const std::string diff = shown.diff(file);
  for (const std::string_view line : lines_of(diff))
    if (is_changed_line(line)) environment.out << line.front() << ' ' << line.substr(1) << '\n';
}

/// A day without its year is for who sees which year was taken.
Act act_wanted(const WantedAct& wanted, const Open& open, const Arguments& arguments, const Environment& environment) {
  const Typing typing{.loaded = *open.loaded,
                      .year_follows = environment.out_terminal.is_terminal,
                      .names = environment.names_in_messages(),
                      .insists = arguments.given("as-is")};
  try {
    return wanted(typing);
  } catch (const Refusal& refusal) {
    refuse(refusal, open, environment);
  }
}

}  // namespace

std::vector<Parameter> act_options() {
  return {{.name = "dry-run",
           .help = {"ничего не записывать, показать, что изменилось бы", "write nothing, show what would change"}},
          {.name = "as-is",
           .help = {"записать, как было, хотя правило этим нарушено", "record it as it was, though it breaks a rule"}},
          commit_option(),
          no_commit_option()};
}

bool act_writes(const Arguments& arguments) { return !arguments.given("dry-run"); }

CarryingOut carrying_out(const Arguments& arguments) {
  return {.dry_run = arguments.given("dry-run"),
          .tells_doubt = true,
          .takes_as_is = true,
          .takes_fields = !find_act(arguments.command()),
          .accepts = arguments.given("as-is") ? Accepts::what_happened : Accepts::nothing};
}

void refuse_pinned(const Open& open) {
  if (open.origin != DayOrigin::registry) return;
  throw UsageError{
      say({"реестр закрыт днём {} (as_of в nastavnik.yaml)", "the registry is of {} (as_of in nastavnik.yaml)"},
          open.registry().day()),
      say({"записать в него всё же: --as-of {}", "to write into it all the same: --as-of {}"}, open.registry().day())};
}

void refuse(const Refusal& refusal, const Open& open, const Environment& environment) {
  if (refusal.clause.empty()) throw usage_error(refusal, open, environment);
  throw RefusedAct{say({"{} ({}){}{}", "{} ({}){}{}"}, refusal.what, clause_words(refusal.clause),
                       refusal.hint.empty() ? "" : "\n", refusal.hint)};
}

ExitStatus tell_refused(const RefusedAct& refused, Environment& environment) {
  environment.err
      << say({"ничего не записано: {}\n", "nothing was written: {}\n"}, refused.what).in(environment.language);
  return ExitStatus::findings;
}

void tell_next(const Act& act, const Judged& change, const Open& open, Environment& environment) {
  for (const Words& meaning : meaning_for_years(change, *open.loaded))
    environment.out << meaning.in(environment.language) << '\n';
  const bool names = environment.names_in_results() && change.after;
  for (const Words& meaning : act.means)
    environment.out << (names ? naming_people(change.after->registry, meaning) : meaning).in(environment.language)
                    << '\n';
  if (act.next.empty()) return;
  environment.out << Text{"дальше:", "next:"}.in(environment.language) << '\n';
  for (const std::string& line : act.next) environment.out << "  " << line << '\n';
}

void tell_changes(const Judged& change, const Open& open, Environment& environment) {
  const ShownFiles shown(open, environment.names_in_results(), change.after.get());
  if (change.files.empty())
    environment.out << Text{"так уже и записано, ничего не изменено\n", "it is so already, nothing was changed\n"}.in(
        environment.language);
  for (const ChangedFile& file : change.files) tell_written(file, shown, environment);
  if (std::ranges::any_of(change.files, [&](const ChangedFile& file) { return file.after && shown.conceals(file); }))
    environment.out << Text{"личные данные вне терминала не показаны; показать: --names\n",
                            "personal data are not shown off a terminal; to show them: --names\n"}
                           .in(environment.language);
}

ExitStatus act(const WantedAct& wanted, const Open& open, const Arguments& arguments, Environment& environment) {
  refuse_pinned(open);
  Act act;
  try {
    act = act_wanted(wanted, open, arguments, environment);
  } catch (const RefusedAct& refused) {
    return tell_refused(refused, environment);
  }
  const Judged change = judged(open, act, environment);
  CarryingOut how = carrying_out(arguments);
  how.grounds = act.grounds;
  const ExitStatus status = carry_out(change, open, how, environment);
  if (how.dry_run) {
    const ShownFiles shown(open, environment.names_in_results(), change.after.get());
    for (const ChangedFile& file : change.files) environment.out << shown.diff(file);
  }
  if (status != ExitStatus::clean || arguments.given("quiet")) return status;
  if (how.dry_run) {
    if (change.files.empty())
      environment.out << Text{"менять нечего: так уже и записано\n", "nothing to change: it is so already\n"}.in(
          environment.language);
    return status;
  }
  tell_changes(change, open, environment);
  if (!change.files.empty()) tell_next(act, change, open, environment);
  return status;
}

}  // namespace nastavnik::cmd
