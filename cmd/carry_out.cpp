#include "cmd/carry_out.h"

#include <algorithm>
#include <ostream>

#include "disk/commit.h"
#include "model/kinds/people.h"
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

/// Where the file lies: people may be in a repository of their own.
FileChange on_disk(const ChangedFile& file, const Open& open) {
  const std::string& people = open.loaded->sources.personal_folder();
  std::error_code error;
  const bool apart = file.path.starts_with(people) && (open.people || fs::exists(open.people_folder / ".git", error));
  return {.folder = apart ? open.people_folder : open.root.path,
          .path = apart ? file.path.substr(people.size()) : file.path,
          .before = file.before,
          .after = file.after};
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

void write(const Judged& judged, const Open& open, const CarryingOut& how, Date today) {
  using enum Remembering::As;
  std::vector<FileChange> changes;
  for (const ChangedFile& file : judged.files) changes.push_back(on_disk(file, open));
  if (changes.empty()) return;
  commit(open.root.path, changes, TurnHeld::yes, {},
         {.as = is_erasure(judged, open) ? erasure : act,
          .note = {.act = std::string(open.command), .day = iso(today), .records = how.records}});
}

/// What a check would find that it did not before.
void show_fresh(const Judged& judged, const Open& open, Environment& environment) {
  Outcome fresh{.findings = judged.fresh, .undecided = judged.in_doubt};
  if (fresh.findings.empty() && fresh.undecided.empty()) return;
  environment.err << Text{"с этой правкой проверка нашла бы ещё:\n", "with this change a check would also find:\n"}.in(
      environment.language);
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
      format.render(environment.progress(), {&report, 1}, {.language = environment.language, .quiet = true});
}

ExitStatus refuse(const Judged& judged, Environment& environment) {
  const bool by_rules = !judged.is_refused(Accepts::what_happened);
  environment.err << say({"ничего не записано: появились бы новые нарушения (см. выше){}\n",
                          "nothing was written: there would be new errors, as told above{}\n"},
                         by_rules ? Words("; если на самом деле всё так, добавьте --as-is",
                                          "; if it really is so, add --as-is")
                                  : Words())
                         .in(environment.language);
  return ExitStatus::findings;
}

}  // namespace

Judged judged(const Open& open, const Changes& changes, const Environment& environment) {
  Judged judged = judge(*open.request, *open.loaded, changes, environment.names_in_messages());
  if (!judged.beyond_form.empty()) refuse_form(judged.beyond_form.front());
  return judged;
}

ExitStatus carry_out(const Judged& judged, const Open& open, const CarryingOut& how, Environment& environment) {
  show_fresh(judged, open, environment);
  if (judged.is_refused(how.accepts)) return refuse(judged, environment);
  if (!how.dry_run) write(judged, open, how, environment.today);
  return ExitStatus::clean;
}

}  // namespace nastavnik::cmd
