#include "cmd/asked_act.h"

#include <algorithm>
#include <list>
#include <ostream>

#include "acts/answered_questions.h"
#include "acts/closed_years.h"
#include "base/layout.h"
#include "cmd/commit_act.h"
#include "cmd/record_word.h"
#include "disk/signals.h"

namespace nastavnik::cmd {
namespace {

/// The words leave something open that can be asked for.
struct LeftOpen {};

ExitStatus by_words(const Doing& doing, const Arguments& arguments, Environment& environment) {
  const Open open = open_for_work(arguments, environment, {.to_write = act_writes(arguments)});
  const auto wanted = [&](const Typing& typing) {
    try {
      return doing.by_words(open, typing);
    } catch (const Refusal& refusal) {
      if (refusal.is_incomplete && environment.ask_line) throw LeftOpen();
      throw;
    }
  };
  return act(wanted, open, arguments, environment);
}

/// What was asked for, as it would be written.
struct Prepared {
  Act act{};
  std::vector<std::optional<std::string>> before{};  ///< of each file: what it held when it was shown
  Accepts accepts = Accepts::nothing;
};

std::vector<std::optional<std::string>> before_of(const Judged& change) {
  std::vector<std::optional<std::string>> before;
  for (const ChangedFile& file : change.files) before.push_back(file.before);
  return before;
}

Act asked(const Doing& doing, const Open& open, Asking& asking) {
  Act act = doing.by_questions(open, asking);
  act.changes.insert(act.changes.begin(), asking.entered().begin(), asking.entered().end());
  return act;
}

/// What only `--as-is` lets pass, as a question; nothing where nothing hinders.
Words hindrance_of(const Judged& change, const Open& open, const CarryingOut& how) {
  if (how.accepts == Accepts::what_happened) return {};
  if (const auto year = closed_year_touched(change, *open.loaded))
    return say({"Учебный год {} закрыт. Если на самом деле так и было: записать всё же?",
                "The school year {} is closed. If it really was so: write it all the same?"},
               year->id);
  if (const auto mark = answered_question_changed(change, *open.loaded))
    return say({"На вопрос {} уже ответили, его слова не меняют. Если это исправление опечатки: записать всё же?",
                "{} has been answered, its words do not change. If a slip is mended: write it all the same?"},
               *mark);
  if (!change.is_refused(how.accepts)) return {};
  if (std::ranges::count(change.fresh, Severity::error, &Finding::severity) > 1)
    return Text{"Появятся новые нарушения. Если на самом деле так и было: записать всё же?",
                "There would be new errors. If it really was so: write it all the same?"};
  return Text{"Появится новое нарушение. Если на самом деле так и было: записать всё же?",
              "There would be a new error. If it really was so: write it all the same?"};
}

/// The questions are to be gone through once more.
struct Again {};

/// What would be written, and whether that is wanted. May throw Refusal and UsageError.
std::optional<Prepared> prepared_once(const Doing& doing, const Arguments& arguments, const Open& open,
                                      Environment& environment, Dialogue& dialogue, ExitStatus& status) {
  Asking asking(open, arguments, environment, dialogue);
  Prepared ready{.act = asked(doing, open, asking)};
  dialogue.end();
  environment.out << '\n';
  if (arguments.given("dry-run")) {
    status = act([&](const Typing&) { return ready.act; }, open, arguments, environment);
    environment.out << Text{"--dry-run: ничего не записано\n", "--dry-run: nothing was written\n"}.in(
        environment.language);
    return std::nullopt;
  }
  const Judged change = judged(open, ready.act, environment);
  CarryingOut how = carrying_out(arguments);
  tell_judged(change, open, how, environment);
  if (change.is_refused(Accepts::what_happened)) {
    how.is_told = true;
    status = carry_out(change, open, how, environment);
    if (dialogue.has_answers() && dialogue.mend()) throw Again();
    return std::nullopt;
  }
  tell_changes(change, open, environment);
  if (change.files.empty()) return std::nullopt;
  const Words hindrance = hindrance_of(change, open, how);
  asking.confirm(hindrance.empty() ? Words(Text{"Записать?", "Write it?"}) : hindrance);
  ready.accepts = hindrance.empty() ? how.accepts : Accepts::what_happened;
  ready.before = before_of(change);
  return ready;
}

void mend_for(const UsageError& error, Dialogue& dialogue, const Environment& environment) {
  dialogue.end();
  environment.out << '\n';
  for (const Words* one : {&error.what, &error.hint})
    if (!one->empty()) environment.out << wrapped(one->in(environment.language), 0, environment.width());
  if (!dialogue.mend()) throw GivenUp();
}

/// Nothing where it is not to be written; then `status` says why. An answer that will not do may be mended.
std::optional<Prepared> prepared(const Doing& doing, const Arguments& arguments, Environment& environment,
                                 ExitStatus& status) {
  const Open open = open_for_work(arguments, environment, {});
  refuse_pinned(open);
  if (!arguments.given("dry-run") && is_commit_hindered(open, environment)) {
    status = ExitStatus::findings;
    return std::nullopt;
  }
  Dialogue dialogue(environment);
  for (;;) try {
      return prepared_once(doing, arguments, open, environment, dialogue, status);
    } catch (const Again&) {
    } catch (const ToMend&) {
      dialogue.mend();
    } catch (const Refusal& refusal) {
      if (!dialogue.has_answers()) refuse(refusal, open, environment);
      mend_for(usage_error(refusal, open, environment), dialogue, environment);
    } catch (const UsageError& error) {
      if (!dialogue.has_answers()) throw;
      mend_for(error, dialogue, environment);
    }
}

ExitStatus write(const Prepared& ready, const Arguments& arguments, Environment& environment) {
  const Open open = open_for_work(arguments, environment, {.to_write = true});
  const Judged change = judged(open, ready.act, environment);
  if (before_of(change) != ready.before) {
    environment.err << Text{"ничего не записано: записи изменились, пока вы отвечали; повторите команду\n",
                            "nothing was written: the records changed while you answered; give the command again\n"}
                           .in(environment.language);
    return ExitStatus::findings;
  }
  CarryingOut how = carrying_out(arguments);
  how.grounds = ready.act.grounds;
  how.is_told = true;
  how.accepts = ready.accepts;
  const ExitStatus status = carry_out(change, open, how, environment);
  if (status != ExitStatus::clean || arguments.given("quiet")) return status;
  environment.out << Text{"записано\n", "written\n"}.in(environment.language);
  tell_next(ready.act, change, open, environment);
  return status;
}

ExitStatus ask(const Doing& doing, const Arguments& arguments, Environment& environment) {
  const Text nothing{"ничего не записано\n", "nothing was written\n"};
  const SignalsNoted signals;
  try {
    ExitStatus status{};
    const std::optional<Prepared> ready = prepared(doing, arguments, environment, status);
    return ready ? write(*ready, arguments, environment) : status;
  } catch (const RefusedAct& refused) {
    return tell_refused(refused, environment);
  } catch (const GivenUp&) {
    environment.out << nothing.in(environment.language);
    return ExitStatus::findings;
  } catch (const Interrupted&) {
    environment.out << nothing.in(environment.language);
    throw;
  }
}

}  // namespace

ExitStatus act(const Doing& doing, const Arguments& arguments, Environment& environment) {
  if (!doing.is_told && environment.ask_line) return ask(doing, arguments, environment);
  try {
    return by_words(doing, arguments, environment);
  } catch (const LeftOpen&) {  // what holds the registry must go first
  }
  return ask(doing, arguments, environment);
}

std::string record_told(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking) {
  if (const std::optional<std::string> record = arguments.text("record")) return *record;
  return asking.word(
      {.prompt = {"Какая запись? (фамилия, номер, organization):", "Which record? (a surname, an id, organization):"},
       .expected = record_parameter().help,
       .offers = [&](std::string_view begun) { return asking.records().of_any(begun, true); },
       .require = [&](const std::string& word) { files_meant(word, open, environment); }});
}

std::string field_told(const std::string& record, const Arguments& arguments, const Open& open,
                       const Environment& environment, Asking& asking, const Text& prompt) {
  if (const std::optional<std::string> field = arguments.text("field")) return *field;
  std::list<RecordFile> files;  // which do not move
  for (const std::string& path : files_meant(record, open, environment)) files.emplace_back(*open.loaded, path);
  Mappings mappings;
  for (const RecordFile& file : files) mappings.push_back(top_of(file));
  return asking.field(mappings, prompt, true);
}

void require_told(const Arguments& arguments, const Parameter& parameter, const Environment& environment) {
  if (!arguments.given(parameter.name) && !environment.ask_line)
    throw UsageError{say({"не указано: {}", "missing: {}"}, parameter.value)};
}

}  // namespace nastavnik::cmd
