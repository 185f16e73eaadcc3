#pragma once
#include <filesystem>

#include "base/descriptor.h"

namespace nastavnik {

/// Of the commands that change files of a folder one is at it at a time, and none while others make files there. The lock
/// ends with the program, however it ends. Throws Failure where another one has it.
class Turn {
public:
  explicit Turn(const std::filesystem::path& folder);

private:
  Descriptor folder_;
};

/// Whether the caller has the turn already.
enum class TurnHeld : unsigned char { yes, no };

/// Throws Failure while another command is writing in the folder.
void refuse_while_written(const std::filesystem::path& folder);

}  // namespace nastavnik
