#include "disk/turn.h"

#include <cerrno>
#include <sys/file.h>

#include "base/failure.h"
#include "disk/draft.h"

namespace nastavnik {

Turn::Turn(const std::filesystem::path& folder) : folder_(opened_folder(folder)) {
  if (::flock(folder_.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  throw Failure(say({"в {} сейчас пишет другая команда; повторите, когда она закончит",
                     "another command is writing to {} now; repeat when it is done"},
                    folder.string()));
}

void refuse_while_written(const std::filesystem::path& folder) { const Turn turn(folder); }

}  // namespace nastavnik
