#pragma once
#include <string>
#include <string_view>

#include "findings/checked_registry.h"

namespace nastavnik {

/// The path of a file inside its registry, as it may be told.
std::string inner_path(const CheckedRegistry& registry, Span span);

/// The path of a file as the reader can open it: that of the registry and that inside it.
std::string shown_path(const CheckedRegistry& registry, Span span);

/// `path:line:column`, fit for a terminal.
std::string shown_place(const CheckedRegistry& registry, Span span);

/// What the record is about, for a person to recognise it: «Зайцева – Белов»; empty where names may not be shown.
std::string shown_people(const CheckedRegistry& registry, Span span, Language language);
/// The same of the record of a finding; nothing where what stands there should not name anybody: its title may be that text.
std::string shown_people(const CheckedRegistry& registry, const Finding& finding, Language language);

}  // namespace nastavnik
