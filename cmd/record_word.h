#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/refusal.h"
#include "cmd/beside.h"
#include "cmd/command.h"
#include "cmd/open.h"

// The record that a word of a command line means.

namespace nastavnik::cmd {

/// One address; two where the word is the id that a pair and its programme share. Throws UsageError.
std::vector<std::string> records_meant(const std::string& word, const Open& open, const Environment& environment);

/// The file, by its path in the registry, of the one record that the word means and that may have the field: a pair and its
/// programme, a person and the entries in both banks are told apart by it. A kind with one file is meant by its name, be the
/// file there or not. Throws UsageError.
std::string file_meant(const std::string& word, std::string_view field, const Open& open,
                       const Environment& environment);

/// The same where no field is named: one record is meant.
std::string file_meant(const std::string& word, const Open& open, const Environment& environment);

/// The files of which the word may mean one: which, a field tells. Throws UsageError.
std::vector<std::string> files_meant(const std::string& word, const Open& open, const Environment& environment);

/// The arguments that name a record and a field of it.
Parameter record_parameter(bool asked = false);
Parameter field_parameter(Text value, Text help, bool asked = false);

/// What is said of a word that could not be entered.
UsageError usage_error(const Refusal& refusal, const Open& open, const Environment& environment);

}  // namespace nastavnik::cmd
