#pragma once
#include <filesystem>
#include <string>

namespace nastavnik {

/// The bytes of the file; empty where there is none.
std::string slurp(const std::filesystem::path& path);
/// Writes the file and the folders that lead to it.
void spill(const std::filesystem::path& path, const std::string& bytes);

}  // namespace nastavnik
