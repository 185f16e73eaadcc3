#pragma once
#include "model/registry.h"

namespace nastavnik {

struct JobPosition;

/// Whether the positions have in common what is taught or done in them: a subject, or a word of their titles other than
/// those that say only that somebody teaches, and of what rank. Cases of a word are one word.
bool do_alike(const JobPosition& a, const JobPosition& b);

}  // namespace nastavnik
