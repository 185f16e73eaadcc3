#pragma once
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "cmd/ask_line.h"

namespace nastavnik::cmd {

struct Terminal {
  bool is_terminal = false;
  std::size_t width = 80;
};

/// The world as a command sees it. Only main() asks the system; a test makes its own.
struct Environment {
  std::istream& in;
  std::ostream& out;                  ///< results
  std::ostream& err;                  ///< progress and diagnostics
  std::filesystem::path directory{};  ///< the current one, absolute; `-C` has been followed
  Date today{};
  Terminal out_terminal{};
  Terminal err_terminal{};
  std::string locale{};                  ///< of messages: LC_ALL, else LC_MESSAGES, else LANG
  bool no_colour = false;                ///< NO_COLOR is set, or the terminal is dumb
  bool force_colour = false;             ///< CLICOLOR_FORCE is set
  unsigned seed = 0;                     ///< what is drawn by lot follows from it
  std::vector<std::string> variables{};  ///< NAME=value, for the programs that are run; without PATH there are none
  AskLine ask_line{};                    ///< nothing where nobody sits at a terminal who could be asked

  Language language = Language::ru;          ///< of what is said now
  std::optional<Language> asked_language{};  ///< `--lang`
  bool asked_names = false;                  ///< `--names`
  bool colour = false;                       ///< whether `out` takes colours

  /// Where bytes go that have passed the door of their own format, and what moves the cursor on purpose.
  std::ostream* beside_out = nullptr;
  std::ostream* beside_err = nullptr;
  std::ostream& bytes() const { return beside(out, beside_out); }
  std::ostream& progress() const { return beside(err, beside_err); }

  /// The registry's own language; `--lang` outranks it.
  void speak(Language of_registry) { language = asked_language.value_or(of_registry); }
  // Whether it may be said whom a record is about: where a person reads it, or `--names` was given.
  bool names_in_messages() const { return asked_names || err_terminal.is_terminal; }
  bool names_in_results() const { return asked_names || out_terminal.is_terminal; }
  std::size_t width() const { return out_terminal.width; }

private:
  static std::ostream& beside(std::ostream& door, std::ostream* past) {
    if (past) door.flush();
    return past ? *past : door;
  }
};

/// The language that a locale asks for, if it is one of ours.
std::optional<Language> language_of(std::string_view locale);

}  // namespace nastavnik::cmd
