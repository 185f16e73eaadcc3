#include "cmd/commit_act.h"

#include <ostream>

#include "base/failure.h"
#include "base/text.h"
#include "disk/signals.h"
#include "history/committing.h"
#include "model/kinds/settings.h"
#include "rules/conceal.h"

namespace nastavnik::cmd {
namespace {

/// `nastavnik waive: programs/2025-003`: a command is called the same in both languages.
std::string subject_of(const WrittenAct& act, const Open& open, Language language) {
  constexpr std::size_t longest = 72;
  std::string subject = fmt::format("nastavnik {}: ", open.command);
  const std::size_t begin = subject.size();
  std::size_t told = 0;
  for (const std::string& record : act.records) {
    const std::string next = (told == 0 ? "" : ", ") + record;
    if (told != 0 && subject.size() + next.size() > longest - 12) break;
    subject += next;
    ++told;
  }
  if (told < act.records.size()) subject += say({" и ещё {}", " and {} more"}, act.records.size() - told).in(language);
  return begin == subject.size() ? subject.substr(0, begin - 2) : subject;
}

std::string message_of(const WrittenAct& act, const Open& open, Language language) {
  std::string message = subject_of(act, open, language);
  if (!act.grounds.empty()) message += "\n";
  for (const Words& ground : act.grounds) message += "\n" + ground.in(language);
  return message + "\n";
}

/// What git or a hook says may quote the records.
std::string shown(const Words& words, const Open& open, const Environment& environment) {
  const std::string text = words.in(environment.language);
  return environment.names_in_messages() ? text : Conceal(*open.loaded).text(text);
}

ExitStatus refuse(const Words& why, const Open& open, Environment& environment) {
  environment.err << say({"ничего не записано, потому что зафиксировать в git не получится: {}\n",
                          "nothing was written, because it could not be committed to git: {}\n"},
                         shown(why, open, environment))
                         .in(environment.language);
  return ExitStatus::findings;
}

ExitStatus put_back(const WrittenAct& act, const Failure& failure, const Open& open, Environment& environment) {
  std::string why = shown(failure.words(), open, environment);
  while (why.ends_with('\n')) why.pop_back();
  environment.err << why << '\n';
  try {
    act.put_back();
  } catch (const Failure& other) {
    environment.err << say({"записанное осталось: вернуть, как было, не удалось: {}\n",
                            "what was written stays: it could not be put back: {}\n"},
                           other.words())
                           .in(environment.language);
    return ExitStatus::unreadable;
  }
  environment.err << Text{"ничего не записано: файлы и git снова такие, какими были\n",
                          "nothing was written: files and git are what they were\n"}
                         .in(environment.language);
  return ExitStatus::findings;
}

void tell(std::size_t made, const std::string& message, bool quiet, Environment& environment) {
  if (made == 0) {
    environment.err << Text{"фиксировать в git нечего: файлы такие, какими были зафиксированы\n",
                            "nothing to commit to git: the files are as they were committed\n"}
                           .in(environment.language);
    return;
  }
  if (quiet) return;
  const Words where = made > 1 ? Words("зафиксировано в git (в двух хранилищах)", "committed to git (two repositories)")
                               : Words("зафиксировано в git", "committed to git");
  environment.out << where.in(environment.language) << ": " << message.substr(0, message.find('\n')) << '\n';
}

/// On any system.
std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// A hook may have put in what nobody has seen.
void tell_rewritten(const WrittenAct& act, Environment& environment) {
  const auto committed = committed_bytes(act.files, environment.variables);
  for (const FileChange& change : act.changes) {
    const auto found = committed.find(change.folder / change.path);
    if (found == committed.end() || !change.after) continue;
    if (without_returns(found->second) == without_returns(*change.after)) continue;
    environment.err << say({"предупреждение: проверка git (hook) изменила записанное в {}; прочтите: git show\n",
                            "warning: a hook of git has changed what was written in {}; read it: git show\n"},
                           found->first.filename().string())
                           .in(environment.language);
  }
}

ExitStatus commit_written(const WrittenAct& act, Committing& committing, const Open& open, Environment& environment) {
  const std::string message = Conceal(*open.loaded).text(message_of(act, open, environment.language));
  try {
    tell(committing.make(message), message, open.quiet, environment);
    tell_rewritten(act, environment);
  } catch (const Failure& failure) {
    return put_back(act, failure, open, environment);
  } catch (const Interrupted&) {
    environment.err << Text{"прервано: записано, но не зафиксировано; отменить: nastavnik undo\n",
                            "interrupted: written, but not committed; to take it back: nastavnik undo\n"}
                           .in(environment.language);
    throw;
  }
  return ExitStatus::clean;
}

/// A file holds what somebody has changed since it was committed last: that would be committed along.
Words changed_by_others(const WrittenAct& act, const Environment& environment) {
  const auto committed = committed_bytes(act.files, environment.variables);
  for (const FileChange& change : act.changes) {
    const auto found = committed.find(change.folder / change.path);
    if (found == committed.end() || !change.before) continue;
    const std::string last = without_returns(found->second);
    if (last != without_returns(*change.before) && (!change.after || last != without_returns(*change.after)))
      return say(
          {"в {} есть правка, которой ещё нет в git, и она попала бы в ту же фиксацию; зафиксируйте её сначала: git commit",
           "{} holds a change that is not in git yet and would be committed along; commit it first: git commit"},
          found->first.filename().string());
  }
  return {};
}

Words hindrance_of(const WrittenAct& act, const Committing& committing, const Environment& environment) {
  Words why = committing.hindrance();
  return why.empty() ? changed_by_others(act, environment) : why;
}

}  // namespace

Parameter commit_option() {
  return {.name = "commit",
          .help = {"зафиксировать записанные файлы в git, и только их",
                   "commit the files that were written to git, and only them"}};
}

Parameter no_commit_option() {
  return {.name = "no-commit",
          .help = {"не фиксировать в git, хотя в nastavnik.yaml сказано commit: true",
                   "commit nothing, though nastavnik.yaml says commit: true"}};
}

bool is_to_be_committed(const Arguments& arguments, const Registry& registry) {
  const auto& always = registry.settings().commit;
  if (arguments.declared("no-commit") && arguments.given("no-commit")) {
    if (arguments.given("commit"))
      throw UsageError{say({"{} и {} противоречат друг другу", "{} and {} contradict each other"},
                           arguments.spelled("commit"), arguments.spelled("no-commit"))};
    return false;
  }
  return (arguments.declared("commit") && arguments.given("commit")) || (always.given() && *always);
}

bool is_commit_hindered(const Open& open, Environment& environment) {
  if (!open.commits) return false;
  const Words why = Committing({open.root.path / "to-be-written.yaml"}, environment.variables).hindrance();
  if (!why.empty()) refuse(why, open, environment);
  return !why.empty();
}

ExitStatus try_to_commit(const WrittenAct& act, const Open& open, Environment& environment) {
  if (!open.commits) return ExitStatus::clean;
  const Words why = hindrance_of(act, Committing(act.files, environment.variables), environment);
  return why.empty() ? ExitStatus::clean : refuse(why, open, environment);
}

ExitStatus write_and_commit(const WrittenAct& act, const Open& open, Environment& environment) {
  if (!open.commits) {
    act.write();
    return ExitStatus::clean;
  }
  Committing committing(act.files, environment.variables);
  if (const Words why = hindrance_of(act, committing, environment); !why.empty()) return refuse(why, open, environment);
  if (committing.is_detached())
    environment.err << Text{"предупреждение: в git сейчас не выбрана ветка, и фиксацию легко потерять: git switch\n",
                            "warning: git is on no branch, and the commit is easily lost: git switch\n"}
                           .in(environment.language);
  const SignalsNoted signals;
  act.write();
  return commit_written(act, committing, open, environment);
}

}  // namespace nastavnik::cmd
