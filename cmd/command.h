#pragma once
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "cmd/environment.h"
#include "cmd/exit_status.h"

namespace nastavnik {
struct Root;
}

namespace nastavnik::cmd {

enum class Type : unsigned char { flag, text, choice, date, number, path };

/// A word that a choice allows.
struct Word {
  std::string_view word{};
  Text meaning{};  ///< shown in help where the word does not speak for itself
};

/// What a word names, for a shell to offer it.
enum class Completes : unsigned char {
  command,
  folder,  ///< of files; of a path without it, files too
  rule,
  clause,
  report,
  paper,
  list,
  form,              ///< of mentoring, or a kind of it
  subject_of_paper,  ///< of the paper named by the argument before
  subject_of_report,
  school_year,
  person,
  mentor,
  mentee,
  pair,
  record,            ///< of any kind
  record_or_person,  ///< the same, where a person is one record whatever else has the same id
  kind,              ///< of records
  field,             ///< of the record or kind named by the argument before; with `=`, its value
  value_of_field,    ///< of the field named by the argument before
  item_of_record,    ///< the mark of an item of the record named by the second argument
  field_of_record,   ///< keys from the top of that record to a field
};

/// An option or a positional argument.
struct Parameter {
  std::string_view name{};  ///< of an option: its long form without dashes; its values are asked for by this name
  char letter = 0;          ///< of an option: its short form
  Type type = Type::flag;
  Text value{};  ///< how help calls the value: «ФАЙЛ», "FILE"
  Text help{};
  std::vector<Word> words{};           ///< of a choice
  std::vector<Completes> completes{};  ///< what its values name
  std::string_view preset{};           ///< what holds when nothing is given, as one would type it
  long least = 0;                      ///< of a number
  long most = std::numeric_limits<long>::max();
  bool list =
      false;  ///< an option may be repeated and takes several values at commas; an argument takes all that follow
  bool required = false;
  bool asked = false;  ///< where it is missing the command itself says so: who sits at a terminal is asked for it
  bool verbatim = false;  ///< of an argument: its words are taken as they stand, be they empty or with commas
  bool once = false;      ///< of an option: a second one is refused, since nobody could tell which was meant
};

struct Example {
  std::string_view line{};  ///< the whole line, as typed
  Text help{};
};

/// The checked values of a command line, by the names of the parameters.
class Arguments {
public:
  void declare(const Parameter& parameter);
  void add(const Parameter& parameter, std::string value) {
    values_.find(parameter.name)->second.given.push_back(std::move(value));
  }

  bool given(std::string_view name) const { return count(name) != 0; }
  bool declared(std::string_view name) const { return values_.contains(name); }
  std::size_t count(std::string_view name) const { return values(name).given.size(); }
  /// The value, the last one where it was repeated, else the preset; nothing when there is neither.
  std::optional<std::string> text(std::string_view name) const;
  std::optional<Date> date(std::string_view name) const;
  std::optional<long> number(std::string_view name) const;
  const std::vector<std::string>& list(std::string_view name) const { return values(name).given; }

  /// The command that they were given to, by its name.
  std::string_view command() const { return command_; }
  void of(std::string_view command) { command_ = command; }

  /// How options were written, by name.
  void spell(std::map<std::string_view, std::string> spelled) { spelled_ = std::move(spelled); }
  /// An option as it was written on the command line, `--папка`, `-C`, `--directory`.
  std::string spelled(std::string_view option) const;

private:
  struct Values {
    std::vector<std::string> given{};
    std::string_view preset{};
  };
  const Values& values(std::string_view name) const;
  std::map<std::string_view, Values> values_;
  std::string_view command_{};
  std::map<std::string_view, std::string> spelled_{};
};

struct FoundRegistry;
struct Open;

// What a command must be given before it can run is what its function takes.
using OnWords = ExitStatus (*)(const Arguments&, Environment&);
using OnRoot = ExitStatus (*)(const Root&, const Arguments&, Environment&);      ///< where the registry is
using OnRegistry = ExitStatus (*)(const Open&, const Arguments&, Environment&);  ///< the registry one stands in, open
using OnRegistries = ExitStatus (*)(const std::vector<FoundRegistry>&, const Arguments&,
                                    Environment&);  ///< those that the argument `path` names
using Run = std::variant<OnWords, OnRoot, OnRegistry, OnRegistries>;

/// What the words alone settle before a registry is opened.
struct Beforehand {
  std::optional<ExitStatus> status{};  ///< the run is over
  std::optional<Date> last_day{};      ///< the records are judged on no later day, unless `--as-of` names another
};

/// The heading of the help under which a command stands, in this order.
enum class Group : unsigned char { none, see, enter, decide, papers, checking, history, exchange, about };

/// A command as a value: parsing, help, the manual page and completion all read it.
struct Command {
  std::string_view name{};
  std::string_view former{};  ///< what it was called once: still understood, and told nowhere
  Group group = Group::none;  ///< every command has one
  Text summary{};             ///< what it does, in one line
  Text description{};         ///< paragraphs, with an empty line between
  std::vector<Parameter> positionals{};
  std::vector<Parameter> options{};
  std::vector<Example> examples{};
  std::vector<ExitStatus> statuses{};  ///< those it can end with, besides usage and internal
  /// Of a command that needs a registry: what it can answer, or refuse, without one.
  Beforehand (*before)(const Arguments&, Environment&) = nullptr;
  /// Of a command that works on the registry one stands in: whether it is going to change it. Then nobody else does
  /// meanwhile.
  bool (*writes)(const Arguments&) = nullptr;
  Run run{};

  bool needs_registry() const { return !std::holds_alternative<OnWords>(run); }
};

/// A command line that cannot be followed.
struct UsageError {
  Words what{};
  Words hint{};  ///< what would do; may be empty
};

}  // namespace nastavnik::cmd
