#pragma once
#include "page/page.h"

namespace nastavnik {

/// The manual page nastavnik-records(5): every kind of record, every field, every code.
page::Page records_manual(Language language);

}  // namespace nastavnik
