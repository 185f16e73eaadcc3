#pragma once
#include <string>
#include <string_view>

#include "report/check_report.h"

namespace nastavnik {

/// The path of a file as the reader can open it: that of the registry and that inside it.
std::string shown_path(const CheckReport& report, Span span);

/// `path:line:column`, fit for a terminal.
std::string shown_place(const CheckReport& report, Span span);

/// The address of the record in a file; empty when the file is none.
std::string_view record_address(std::string_view path);

/// `P2-2 program-too-short`, or the name alone where it is the id.
std::string id_and_name(const Requirement& requirement);

std::string_view severity_id(Severity severity);

std::string_view nature_id(Nature nature);

/// Whether the regulation itself demands it; else it is our inference, other law or the form of the records.
bool is_from_the_text(const Requirement& requirement);

}  // namespace nastavnik
