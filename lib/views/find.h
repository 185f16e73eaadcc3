#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "views/asked.h"
#include "views/wanted_words.h"

// Where something stands in the records.

namespace nastavnik::views {

/// A value that holds what was looked for.
struct Hit {
  std::string address{};
  std::string path{};  ///< of the file in the registry, as it may be told
  std::uint32_t line = 0;
  Words field{};       ///< «Мероприятия: Название»
  Words about{};       ///< what the record is about; nothing where people are not named
  std::string text{};  ///< the line; empty where it may not be shown
};

struct Hits {
  std::vector<Hit> all{};
  WantedWords wanted;
  std::string understood{};  ///< the words as they were meant, where they were typed in the other layout
};

/// Values that hold every word, in any of its forms: texts, names, ids, dates, codes and what they mean. What cannot be
/// read is looked through line by line. Whoever holds the office that the words name comes first.
Hits find(const Asked& asked, std::string_view words);

/// The same as a table.
reports::Report found(const Asked& asked, const Hits& hits);

}  // namespace nastavnik::views
