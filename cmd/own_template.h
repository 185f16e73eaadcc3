#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/words.h"

namespace nastavnik::cmd {

inline constexpr const char* templates_folder = "templates";

/// The bytes of a file of templates/; nothing where there is none. Throws Failure where it cannot be had: what is no file,
/// leads out of the registry or is too large is not read, as with records.
std::optional<std::string> own_template(const std::filesystem::path& root, const std::string& file);

/// The names in templates/ that are to be looked at, in order.
std::vector<std::string> own_templates(const std::filesystem::path& root);

/// Folders that were meant to be `templates` and are named otherwise.
std::vector<Words> misnamed_folders(const std::filesystem::path& root);

/// What the school may take for its template of the document, and is none: another extension, another case, a slip.
std::vector<Words> overlooked_templates(const std::filesystem::path& root, std::string_view document);

}  // namespace nastavnik::cmd
