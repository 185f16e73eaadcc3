#pragma once
#include "base/words.h"
#include "model/shape.h"

// What the schemas and the manual say of a field beside its title and how it is written.

namespace nastavnik {

/// What stands for an absent value; empty where nothing does.
Words by_default(const FieldShape& field);

/// What else is to be said of a field: the clause behind it, the rule that speaks when it is absent.
Words remarks(const Field& field);

/// The title of the note that explains the code `other`.
Words note_title(const Field& field);

}  // namespace nastavnik
