#pragma once
#include <string_view>

#include "base/words.h"
#include "model/registry.h"

// How people and the regulation are called wherever they are named.

namespace nastavnik {

struct FormerName;

/// The id of a person; of a file that is called by a word, which may be the name, nothing.
std::string_view id_told(std::string_view person);
/// The name that the person bore on the day in place of today's; null where it is today's.
const FormerName* former_name_on(const Person& person, Date day);
/// The full name on the day; nothing where it is not known.
std::string_view full_name_of(const Registry& registry, std::string_view person, Date day);
/// «Иванова Анна Сергеевна (p-017)», as the person was called on the day, where names may be shown, else the id.
Words called(const Registry& registry, std::string_view person, bool with_name, Date day);

/// The model regulation that the school follows, the day its own was approved and the day of the last change.
Words edition_of(const Registry& registry);

}  // namespace nastavnik
