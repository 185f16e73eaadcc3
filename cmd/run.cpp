#include "cmd/run.h"

#include <algorithm>
#include <new>
#include <ostream>

#include "base/failure.h"
#include "base/layout.h"
#include "cmd/command_line.h"
#include "cmd/commands.h"
#include "cmd/door.h"
#include "cmd/global_options.h"
#include "cmd/help.h"
#include "cmd/open.h"
#include "cmd/version.h"
#include "disk/root.h"
#include "disk/signals.h"

namespace nastavnik::cmd {
namespace {

/// Gives a command what its function takes.
class Starter {
public:
  Starter(const Arguments& arguments, Environment& environment, const Opening& opening)
      : arguments_(arguments), environment_(environment), opening_(opening) {}

  ExitStatus operator()(OnWords run) const { return run(arguments_, environment_); }
  ExitStatus operator()(OnRoot run) const {
    return run(find_registries({}, environment_).front().root, arguments_, environment_);
  }
  ExitStatus operator()(OnRegistry run) const {
    return run(open_for_work(arguments_, environment_, opening_), arguments_, environment_);
  }
  ExitStatus operator()(OnRegistries run) const {
    return run(find_registries(arguments_.list("path"), environment_), arguments_, environment_);
  }

private:
  const Arguments& arguments_;
  Environment& environment_;
  const Opening& opening_;
};

ExitStatus start(const Command& command, const Arguments& arguments, Environment& environment) {
  const Beforehand before = command.before ? command.before(arguments, environment) : Beforehand{};
  if (before.status) return *before.status;
  const Opening opening{.last_day = before.last_day, .to_write = command.writes && command.writes(arguments)};
  return std::visit(Starter(arguments, environment, opening), command.run);
}

ExitStatus start(const Request& request, Environment& environment) {
  apply(request.arguments, environment);
  const Language language = environment.language;
  if (request.version) return print_version(environment);
  if (request.help) {
    environment.out << (request.command ? help_of(*request.command, language, environment.width())
                                        : help_of_all(commands(), language, environment.width()));
    return ExitStatus::clean;
  }
  if (request.command) return start(*request.command, request.arguments, environment);
  environment.err << overview(commands(), language, environment.err_terminal.width);
  return ExitStatus::usage;
}

/// Nothing was asked for where one stands in a registry: then it is shown how things stand.
bool wants_status(const Request& request, const Environment& environment) {
  if (request.command || request.help || request.version) return false;
  const std::string directory = request.arguments.text("directory").value_or("");
  return !root_above((environment.directory / directory).lexically_normal()).empty();
}

void read(std::span<const std::string> given, const Environment& environment, Request& request) {
  parse(given, commands(), request);
  if (wants_status(request, environment)) {
    std::vector<std::string> words(given.begin(), given.end());
    words.emplace_back("status");
    parse(words, commands(), request);
  }
  if (request.command) request.arguments.of(request.command->name);
}

ExitStatus complain(const Words& words, ExitStatus status, Environment& environment) {
  environment.err << "nastavnik: " << words.in(environment.language) << '\n';
  return status;
}

ExitStatus explain(const UsageError& error, const Command* command, Environment& environment) {
  const Language language = environment.language;
  complain(error.what, ExitStatus::usage, environment);
  if (!error.hint.empty()) environment.err << wrapped(error.hint.in(language), 2, environment.err_terminal.width);
  const Text help{"справка: nastavnik ", "help: nastavnik "};
  environment.err << "  " << help.in(language)
                  << (command && command->name != "help" ? fmt::format("help {}", command->name) : "--help") << '\n';
  return ExitStatus::usage;
}

/// The only place where anything thrown ends.
ExitStatus run_guarded(std::span<const std::string> words, Environment& environment) {
  Request request;
  try {
    read(words, environment, request);
    return start(request, environment);
  } catch (const UsageError& error) {
    return explain(error, request.command, environment);
  } catch (const Failure& failure) {
    return complain(failure.words(), ExitStatus::unreadable, environment);
  } catch (const Interrupted&) {
    return ExitStatus::unreadable;  // main ends by the signal itself
  } catch (const std::bad_alloc&) {
    return complain(Text{"не хватило памяти", "there was not enough memory"}, ExitStatus::internal, environment);
  } catch (const std::exception& error) {
    return complain(say({"сбой самой программы: {}", "the program itself failed: {}"}, std::string_view(error.what())),
                    ExitStatus::internal, environment);
  }
}

}  // namespace

ExitStatus run(std::span<const std::string> words, Environment environment) {
  environment.language = language_of(environment.locale).value_or(Language::ru);
  environment.language = asked_language(words).value_or(environment.language);
  ExitStatus status{};
  {
    Door out(environment.out), err(environment.err);
    environment.beside_out = &out.beside();
    environment.beside_err = &err.beside();
    status = run_guarded(words, environment);
  }
  environment.beside_out = environment.beside_err = nullptr;
  if (environment.out) return status;
  return graver(status, complain(Text{"вывод не удалось записать", "the output could not be written"},
                                 ExitStatus::unreadable, environment));
}

}  // namespace nastavnik::cmd
