#pragma once
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "disk/program.h"

/// The environment that lets the programs of the tests be found, and no repository around a scratch folder.
inline const std::vector<std::string> with_tools{std::string("PATH=") + std::getenv("PATH"),
                                                 "GIT_CEILING_DIRECTORIES=/"};

inline nastavnik::ProgramAnswer run_tool(std::vector<std::string> words, const std::filesystem::path& directory) {
  return nastavnik::run_program({.words = std::move(words), .directory = directory.string(), .variables = with_tools});
}
