#pragma once
#include <string>

#include "cmd/command.h"
#include "cmd/open.h"
#include "reports/reports.h"

// How commands that answer a question (list, show, find, due, status) show and hand over the answer.

namespace nastavnik::cmd {

/// `--format` and `--output` of an answer: a table to read, the formats of reports, and what the command has besides.
std::vector<Parameter> answer_options(std::vector<Word> own = {});

/// The format asked for, else the one by which the file of `--output` is called, else the first of reports; nothing where
/// it is one that the command has besides. Throws UsageError where the file's name tells none.
const reports::ReportFormat* format_asked(const Arguments& arguments);
/// Of a format that is nothing for the eye. Throws UsageError where no file is named and a terminal would get it.
void refuse_on_terminal(std::string_view format, const Arguments& arguments, const Environment& environment);

/// Whether people are named: wherever `--names` is given, and on a terminal (not in a file of `--output`) unless `format` is
/// one for programs.
bool shows_names(std::string_view format, const Arguments& arguments, const Environment& environment);

/// Of a format that a person reads: what is empty in it takes no room.
bool is_read(const reports::ReportFormat& format);

/// To the new file of `--output`, else to the standard output.
void deliver(std::string bytes, const Arguments& arguments, Environment& environment);

/// Says which files could not be read, and that people are out of sight where that counts. The status: undecided where
/// anything is missing for it.
ExitStatus tell_of_unread(const Open& open, bool people_count, const Arguments& arguments, Environment& environment);

/// In the format asked for.
void print(const reports::Report& report, const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
