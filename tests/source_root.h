#pragma once
#include <filesystem>

namespace nastavnik {

/// The folder that this repository stands in.
std::filesystem::path source_root();

}  // namespace nastavnik
