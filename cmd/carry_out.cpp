#include "cmd/carry_out.h"

#include <algorithm>
#include <ostream>
#include <set>

#include "acts/answered_questions.h"
#include "acts/closed_years.h"
#include "acts/lacking.h"
#include "base/failure.h"
#include "cmd/commit_act.h"
#include "disk/commit.h"
#include "disk/edit_draft.h"
#include "model/kinds/orders.h"
#include "model/kinds/people.h"
#include "rules/conceal.h"
#include "source/yaml.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

[[noreturn]] void refuse_form(const Change& change) {
  if (const auto* insert = std::get_if<InsertItem>(&change.what)) {
    std::string item = shown_item(insert->item);
    item.pop_back();  // the line break
    throw UsageError{say({"{} записан так, что дописать в него нельзя; добавьте сами:\n{}",
                          "{} has a form that cannot be added to; add this yourself:\n{}"},
                         change.file, item)};
  }
  throw UsageError{
      say({"{} записан так, что изменить его сам nastavnik не может", "{} has a form that nastavnik cannot change"},
          change.file)};
}

/// Nothing is kept of somebody whose data were to be erased.
bool is_erasure(const Judged& judged, const Open& open) {
  const std::string& people = open.loaded->sources.personal_folder();
  return std::ranges::any_of(judged.files, [&](const ChangedFile& file) {
    if (!file.path.starts_with(people)) return false;
    const Person* person = judged.after->registry.all<Person>().find(fs::path(file.path).stem().string());
    return person && !person->erased_on.absent();
  });
}

/// That no undo brings it back is said before.
void tell_of_erasure(const Judged& judged, const Open& open, Environment& environment) {
  const auto erased = [](const Registry& registry) {
    std::set<std::string> ids;
    for (const Person& person : registry.all<Person>())
      if (!person.erased_on.absent()) ids.emplace(person.id);
    return ids;
  };
  if (erased(judged.after->registry) == erased(open.registry())) return;
  environment.err
      << Text{"о стирании данных: отменить это (undo) нельзя, и прежнего вида записи nastavnik не хранит\n",
              "on erasing data: it cannot be taken back (undo), and nothing of what the record was is kept\n"}
             .in(environment.language);
}

/// The record of a file by its address; no name, be it the file's.
std::string address_of_file(const std::string& path, const std::string& people) {
  std::string address = path.starts_with(people) ? "people/" + path.substr(people.size()) : path;
  if (address.ends_with(".yaml")) address.resize(address.size() - 5);
  return address_without_name(address);
}

/// Rule, clause and order, where they are known.
std::vector<Words> grounds_of(const Judged& judged, const CarryingOut& how) {
  std::vector<Words> grounds = how.grounds;
  for (const ChangedFile& file : judged.files) {
    if (!file.path.starts_with("orders/")) continue;
    const Order* order = judged.after->registry.all<Order>().find(fs::path(file.path).stem().string());
    if (order && order->number.given() && order->date.given())
      grounds.push_back(say({"Приказ: № {} от {}", "Order: No. {} of {}"}, *order->number, *order->date));
  }
  return grounds;
}

/// Those of people first.
std::vector<fs::path> paths_of(const std::vector<FileChange>& changes, const Open& open) {
  std::vector<fs::path> paths;
  for (const FileChange& change : changes) paths.push_back(change.folder / change.path);
  std::stable_partition(paths.begin(), paths.end(),
                        [&](const fs::path& path) { return path.native().starts_with(open.people_folder.native()); });
  return paths;
}

/// What would be written to have it as it was.
std::vector<FileChange> reversed(std::vector<FileChange> changes) {
  for (FileChange& change : changes) std::swap(change.before, change.after);
  return changes;
}

void put_back(const std::vector<FileChange>& changes, const Open& open) {
  const std::optional<LastAct> last = last_act(open.root.path);
  if (last && last->back.size() == changes.size()) return call_off(open.root.path, *last);
  commit(open.root.path, reversed(changes));
}

/// What a link leads out of the registry is not the registry's, and nobody would read it there.
void refuse_outside(const FileChange& change) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(change.folder, error);
  const fs::path target = fs::weakly_canonical((change.folder / change.path).parent_path(), error);
  const fs::path below = target.lexically_relative(folder);
  if (error || below.empty() || *below.begin() == "..")
    throw Failure(say({"{}: папка — ссылка за пределы реестра, писать туда нельзя",
                       "{}: its folder is a link that leaves the registry; nothing is written there"},
                      change.path));
}

/// Of a trial all is done but that.
ExitStatus write(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  std::vector<FileChange> changes;
  for (const ChangedFile& file : judged.files) changes.push_back(on_disk(file, open));
  if (changes.empty()) return ExitStatus::clean;
  for (const FileChange& change : changes) refuse_outside(change);
  const Remembering remembering{
      .as = is_erasure(judged, open) ? Remembering::As::erasure : Remembering::As::act,
      .note = {.act = std::string(open.command), .day = iso(environment.today), .records = how.records},
      .may_be_refused = open.commits};
  WrittenAct act{.files = paths_of(changes, open),
                 .changes = changes,
                 .records = how.records,
                 .grounds = grounds_of(judged, how),
                 .write = [&] { commit(open.root.path, changes, TurnHeld::yes, {}, remembering); },
                 .put_back = [&] { put_back(changes, open); }};
  const std::string& people = open.loaded->sources.personal_folder();
  if (act.records.empty())
    for (const ChangedFile& file : judged.files) act.records.push_back(address_of_file(file.path, people));
  if (how.dry_run) return try_to_commit(act, open, environment);
  const ExitStatus status = write_and_commit(act, open, environment);
  if (status == ExitStatus::clean) let_stand(open.root.path);
  if (remembering.as == Remembering::As::erasure)
    for (const fs::path& folder : {open.root.path, open.people_folder}) drop_drafts(folder);
  return status;
}

/// Under the heading; nothing where there is nothing.
void show_found(const Words& heading, Outcome fresh, const Judged& judged, const Open& open, Environment& environment) {
  if (fresh.findings.empty() && fresh.undecided.empty()) return;
  environment.err << heading.in(environment.language) << '\n';
  const bool names = environment.names_in_messages();
  const Conceal conceal(*judged.after);
  if (!names) conceal.messages_of(fresh);
  const CheckedRegistry report{.root = open.root.shown,
                               .sources = &judged.after->sources,
                               .outcome = &fresh,
                               .as_of = judged.after->registry.day(),
                               .origin = open.origin,
                               .conceal = names ? nullptr : &conceal,
                               .people = names ? &judged.after->registry : nullptr};
  for (const CheckFormat& format : check_formats())
    if (format.name == "concise")
      format.render(environment.progress(), {&report, 1},
                    {.language = environment.language,
                     .quiet = true,
                     .width = environment.err_terminal.is_terminal ? environment.err_terminal.width : 0});
}

/// What a check would find that it did not before, today and on the day from which the change takes effect.
void show_fresh(const Judged& judged, const Open& open, Environment& environment) {
  show_found(Text{"с этой правкой проверка нашла бы ещё:", "with this change a check would also find:"},
             {.findings = judged.fresh, .undecided = judged.in_doubt}, judged, open, environment);
  if (judged.effect.from)
    show_found(say({"чего не хватит {}, когда решённое начнёт действовать:",
                    "what will be lacking on {}, when what is decided takes effect:"},
                   *judged.effect.from),
               {.findings = judged.then}, judged, open, environment);
}

/// What was silent because it could not be judged is not called right.
void tell_of_doubt(const Judged& judged, Environment& environment) {
  std::set<std::string_view> changed;
  for (const ChangedFile& file : judged.files) changed.insert(file.path);
  const auto unseen = std::ranges::count_if(judged.outcome.undecided, [&](const Undecided& one) {
    return changed.contains(judged.after->sources.path(one.span));
  });
  if (unseen == 0) return;
  environment.err << say({"чего в этой записи нельзя было проверить: {}; почему — nastavnik check\n",
                          "what could not be judged of this record: {}; for the reasons: nastavnik check\n"},
                         unseen)
                         .in(environment.language);
}

Words not_written(const CarryingOut& how) {
  return how.dry_run ? Words("так записать нельзя", "it could not be written so")
                     : Words("ничего не записано", "nothing was written");
}

/// What the record lacks may be entered in the same command.
void tell_lacking(const Judged& judged, const Open& open, Environment& environment) {
  std::vector<Words> fields;
  for (const Field* field : fields_lacking(judged, *open.loaded))
    fields.push_back(say({"{0}='…' ({1})", "{0}='…' ({1})"}, field->key, field->title));
  if (fields.empty()) return;
  environment.err << say({"чего не хватает, задайте в той же команде: {}\n",
                          "what is missing, give it in the same command: {}\n"},
                         joined(fields))
                         .in(environment.language);
}

ExitStatus refuse(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  const bool by_rules = how.takes_as_is && !judged.is_refused(Accepts::what_happened);
  environment.err << say({"{}: появились бы новые нарушения (см. выше){}\n",
                          "{}: there would be new errors, as told above{}\n"},
                         not_written(how),
                         by_rules ? Words("; если на самом деле всё так, добавьте --as-is",
                                          "; if it really is so, add --as-is")
                                  : Words())
                         .in(environment.language);
  if (how.takes_fields) tell_lacking(judged, open, environment);
  return ExitStatus::findings;
}

/// What only shows is no change of what was so.
bool is_of_closed_year(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  if (how.accepts == Accepts::what_shows_only) return false;
  const auto year = closed_year_touched(judged, *open.loaded);
  if (!year) return false;
  const Words closed =
      say({"учебный год {} закрыт {}", "the school year {} was closed on {}"}, year->id, year->closed_on);
  if (how.accepts == Accepts::what_happened) {
    environment.err << say({"{}, записанное относится к нему\n", "{}, and what is written belongs to it\n"}, closed)
                           .in(environment.language);
    return false;
  }
  environment.err << say({"{}: {}, а изменение относится к нему{}; открыть год снова: nastavnik remove years/{} "
                          "closed_on\n",
                          "{}: {}, and the change belongs to it{}; to open the year again: nastavnik "
                          "remove years/{} closed_on\n"},
                         not_written(how), closed,
                         how.takes_as_is ? Words("; если так и было, добавьте --as-is", "; if it was so, add --as-is")
                                         : Words(),
                         year->id)
                         .in(environment.language);
  return true;
}

/// The words of a question are what its answers answer.
bool is_of_answered_question(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  if (how.accepts != Accepts::nothing) return false;
  const auto mark = answered_question_changed(judged, *open.loaded);
  if (!mark) return false;
  environment.err << say({"{}: на вопрос {} уже ответили, его слова не меняют; новый вопрос — под новой меткой{}\n",
                          "{}: {} has been answered, its words do not change; a new question takes a new mark{}\n"},
                         not_written(how), *mark,
                         how.takes_as_is ? Words("; если это исправление опечатки, добавьте --as-is",
                                                 "; if a slip is mended, add --as-is")
                                         : Words())
                         .in(environment.language);
  return true;
}

}  // namespace

FileChange on_disk(const ChangedFile& file, const Open& open) {
  const std::string& people = open.loaded->sources.personal_folder();
  std::error_code error;
  const bool apart = file.path.starts_with(people) && (open.people || fs::exists(open.people_folder / ".git", error));
  return {.folder = apart ? open.people_folder : open.root.path,
          .path = apart ? file.path.substr(people.size()) : file.path,
          .before = file.before,
          .after = file.after};
}

Judged judged(const Open& open, const Changes& changes, const Environment& environment, const TakesEffect& effect) {
  Judged judged = judge(*open.request, *open.loaded, changes, environment.names_in_messages(), effect);
  if (!judged.beyond_form.empty()) refuse_form(judged.beyond_form.front());
  return judged;
}

Judged judged(const Open& open, const Act& act, const Environment& environment) {
  return judged(open, act.changes, environment, act.effect);
}

void tell_judged(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  show_fresh(judged, open, environment);
  if (judged.is_refused(how.accepts)) return;
  if (judged.has_unveiled_errors())
    environment.err << Text{"так было и раньше, только не было видно: записать это не мешает\n",
                            "it was so before and could not be seen: that does not keep it from being written\n"}
                           .in(environment.language);
  if (how.tells_doubt) tell_of_doubt(judged, environment);
  tell_of_erasure(judged, open, environment);
}

ExitStatus carry_out(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  if (is_of_closed_year(judged, open, how, environment)) return ExitStatus::findings;
  if (is_of_answered_question(judged, open, how, environment)) return ExitStatus::findings;
  if (!how.is_told) tell_judged(judged, open, how, environment);
  if (judged.is_refused(how.accepts)) return refuse(judged, open, how, environment);
  return write(judged, open, how, environment);
}

ExitStatus take_back(const LastAct& last, const Open& open, Environment& environment) {
  const fs::path& root = open.root.path;
  const auto write_again = [&] {
    commit(root, reversed(last.back), TurnHeld::yes, {}, {.as = Remembering::As::act, .note = last.note});
  };
  WrittenAct act{.files = paths_of(last.back, open),
                 .changes = last.back,
                 .records = last.note.records,
                 .grounds = {say({"Отменено: nastavnik {} от {}", "Taken back: nastavnik {} of {}"}, last.note.act,
                                 last.note.day)},
                 .write = [&] { nastavnik::take_back(root, last); },
                 .put_back = write_again};
  const std::string& people = open.loaded->sources.personal_folder();
  if (act.records.empty())
    for (const FileChange& file : last.back)
      act.records.push_back(address_of_file(file.folder == root ? file.path : people + file.path, people));
  return write_and_commit(act, open, environment);
}

}  // namespace nastavnik::cmd
