#include <ostream>

#include "base/failure.h"
#include "cmd/asked_act.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/record_word.h"
#include "cmd/shell_line.h"
#include "cmd/shown_files.h"
#include "disk/edit_draft.h"
#include "disk/program.h"
#include "disk/signals.h"
#include "model/kinds/settings.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

/// The words of `$VISUAL`, else `$EDITOR`: «code --wait».
std::vector<std::string> editor_of(const Environment& environment) {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    std::vector<std::string> words = words_in_shell(variable_of(environment.variables, name)).words;
    std::erase(words, "");
    if (!words.empty()) return words;
  }
  throw UsageError{{"не указано, каким редактором править: переменные VISUAL и EDITOR пусты",
                    "it is not said which editor to use: VISUAL and EDITOR are empty"},
                   {"например: EDITOR=nano nastavnik edit …; без редактора: nastavnik set",
                    "for example: EDITOR=nano nastavnik edit …; without an editor: nastavnik set"}};
}

/// One record in an editor, from the registry as it was read to the registry as it is written.
class Editing {
public:
  Editing(const Open& open, std::string file, const Arguments& arguments, Environment& environment)
      : file_(std::move(file)),
        root_(open.root),
        arguments_(arguments),
        environment_(environment),
        shown_(ShownFiles(open, environment.names_in_messages()).path_and_whose(file_, environment.language)),
        draft_(draft_of(file_, open)) {}

  /// What stands there now; it goes on from a draft where one was left.
  void begin(const std::string& now) {
    if (!draft_.hold())
      throw Failure(say({"{}: запись уже открыта в редакторе; закончите там или закройте его",
                         "{} is open in an editor already; finish there or close it"},
                        shown_));
    const std::optional<std::string> from = draft_.begun_from();
    const bool holds_nothing = !draft_.text() || draft_.text() == from;
    if (holds_nothing && from != now) return draft_.begin(now);
    if (from != now)
      throw UsageError{
          say({"{}: запись изменилась с тех пор, как начат черновик", "{} has changed since its draft was begun"},
              shown_),
          say({"черновик: {}; перенесите из него нужное и удалите его",
               "the draft: {}; take from it what you need and delete it"},
              draft_.path().string())};
    if (!holds_nothing)
      environment_.err << Text{"продолжается черновик, который остался с прошлого раза\n",
                               "going on with the draft that was left last time\n"}
                              .in(environment_.language);
  }

  /// False where nothing was changed.
  bool let_edit() {
    std::vector<std::string> words = editor_of(environment_);
    words.push_back(draft_.path().string());
    const std::string name = words.front();
    const std::optional<int> status = run_in_terminal(
        {.words = std::move(words), .directory = environment_.directory.string(), .variables = environment_.variables});
    if (!status || *status != 0) refuse_editor(name, status);
    const std::optional<std::string> text = draft_.text();
    if (text && text != draft_.begun_from()) return true;
    draft_.drop();
    return false;
  }

  ExitStatus write() {
    const Open open = open_registry(root_, arguments_, environment_, {.to_write = true});
    if (bytes_now(file_, open) != draft_.begun_from()) {
      environment_.err << say({"ничего не записано: {} изменился, пока вы его правили\n",
                               "nothing was written: {} changed while you edited it\n"},
                              shown_)
                              .in(environment_.language);
      return keep_draft();
    }
    const Changes changes{{file_, WholeFile{*draft_.text()}}};
    const ExitStatus status = carry_out(
        judged(open, changes, environment_), open,
        {.takes_as_is = true, .accepts = arguments_.given("as-is") ? Accepts::what_happened : Accepts::nothing},
        environment_);
    if (status != ExitStatus::clean) return graver(status, keep_draft());
    draft_.drop();
    if (!arguments_.given("quiet"))
      environment_.out
          << say({"записано: {}\nдальше:\n  nastavnik check\n", "written: {}\nnext:\n  nastavnik check\n"},
                 ShownFiles(open, environment_.names_in_results()).path_and_whose(file_, environment_.language))
                 .in(environment_.language);
    return status;
  }

  static std::string bytes_now(const std::string& file, const Open& open) {
    Arena arena;
    const ReadResult read = open.request->tree.read(file, arena);
    return read.fault == ReadFault::none ? std::string(read.text) : std::string();
  }

private:
  static EditDraft draft_of(const std::string& file, const Open& open) {
    const FileChange place = on_disk({.path = file}, open);
    return {place.folder, place.path};
  }

  [[noreturn]] void refuse_editor(const std::string& name, const std::optional<int>& status) {
    const bool is_kept = draft_.text() && draft_.text() != draft_.begun_from();
    if (!is_kept) draft_.drop();
    throw UsageError{
        status ? say({"редактор «{}» завершился с ошибкой ({})", "the editor '{}' failed ({})"}, name, *status)
               : say({"редактора «{}» нет", "there is no editor '{}'"}, name),
        is_kept ? say({"черновик остался: {}", "the draft stays: {}"}, draft_.path().string()) : Words()};
  }

  ExitStatus keep_draft() {
    environment_.err << say({"черновик остался: {}; продолжить: nastavnik edit ещё раз\n",
                             "the draft stays: {}; to go on: nastavnik edit once more\n"},
                            draft_.path().string())
                            .in(environment_.language);
    return ExitStatus::findings;
  }

  std::string file_;
  Root root_;
  const Arguments& arguments_;
  Environment& environment_;
  std::string shown_;
  EditDraft draft_;
};

/// The file of the record as the words name it, or as the person at the terminal does.
std::string file_wanted(const Open& open, const Arguments& arguments, Environment& environment) {
  if (const auto word = arguments.text("record")) return file_meant(*word, open, environment);
  Dialogue dialogue(environment);
  Asking asking(open, arguments, environment, dialogue);
  const std::string word = record_told(arguments, open, environment, asking);
  dialogue.end();
  return file_meant(word, open, environment);
}

ExitStatus run_edit(const Root& root, const Arguments& arguments, Environment& environment) {
  editor_of(environment);
  require_told(arguments, record_parameter(true), environment);
  // The registry is free for others while the editor is open.
  std::optional<Editing> editing;
  {
    const Open open = open_registry(root, arguments, environment);
    if (open.registry().settings().language.given()) environment.speak(*open.registry().settings().language);
    refuse_pinned(open);
    std::string file;
    try {
      file = file_wanted(open, arguments, environment);
    } catch (const GivenUp&) {
      environment.out << Text{"\nничего не изменено\n", "\nnothing was changed\n"}.in(environment.language);
      return ExitStatus::findings;
    }
    editing.emplace(open, file, arguments, environment);
    editing->begin(Editing::bytes_now(file, open));
  }
  const SignalsNoted signals;
  if (editing->let_edit()) return editing->write();
  environment.out << Text{"ничего не изменено\n", "nothing was changed\n"}.in(environment.language);
  return ExitStatus::clean;
}

/// What an editor shows needs no trial run.
std::vector<Parameter> edit_options() {
  std::vector<Parameter> options = act_options();
  std::erase_if(options, [](const Parameter& option) { return option.name == "dry-run"; });
  return options;
}

}  // namespace

Command edit_command();
Command edit_command() {
  return {
      .name = "edit",
      .group = Group::enter,
      .summary = {"править запись в редакторе", "edit a record in an editor"},
      .description =
          {"Открывает запись в редакторе, который указан в VISUAL или EDITOR, и проверяет её, когда редактор закрыт. То, что проверка "
           "сочла бы новым нарушением, не записывается: черновик остаётся, и «edit» ещё раз продолжает с него. Сам файл записи до "
           "этого не меняется. Какую запись открыть, программа на терминале спросит, если это не указано.",
           "Opens a record in the editor that VISUAL or EDITOR names, and checks it when the editor is closed. What a check would "
           "newly call an error is not written: the draft stays, and \"edit\" once more goes on from it. The file of the record itself "
           "does not change before. On a terminal the record is asked for where it is not given."},
      .positionals = {record_parameter(true)},
      .options = edit_options(),
      .examples = {{"nastavnik edit programs/2025-739516", {"программу", "a programme"}},
                   {"nastavnik edit organization", {"сведения об организации", "the organisation"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_edit,
  };
}

}  // namespace nastavnik::cmd
