#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "model/registry.h"

// What a record is about, in a few words, for a person to recognise it by. It names people: only for whom names may be
// shown.

namespace nastavnik {

/// Of an address (`programs/2025-003`): «Иванова Анна Сергеевна», «Зайцева – Белов», «Зайцева – группа», «№ 83-од от
/// 03.10.2025 «О закреплении»»; nothing where the address says it all or the record cannot be read.
Words about(const Registry& registry, std::string_view address);

/// The address, with what its record is about where people may be named: «programs/2025-003 (Зайцева – Белов)».
Words address_told(const Registry& registry, std::string_view address, bool with_names);

/// The words with the name of each person in place of the id.
Words naming_people(const Registry& registry, const Words& words);

/// A record beside the words it is recognised by.
struct KnownRecord {
  std::string address{};
  std::string_view id{};
  Words about{};  ///< of a person with the roles: «Иванова Анна Сергеевна, наставник»
};

/// All records of the kind that can be read, in the order of their ids.
std::vector<KnownRecord> known_records(const Registry& registry, const Kind& kind);

}  // namespace nastavnik
