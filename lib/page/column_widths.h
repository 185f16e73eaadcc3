#pragma once
#include <vector>

#include "page/page.h"

namespace nastavnik::page {

/// A table of many columns is set in smaller letters.
inline bool is_crowded(const Table& table) { return table.columns.size() > 6; }

/// A table of so many rows is not broken over pages.
inline constexpr std::size_t whole_table = 8;

/// Widths of the columns of a printed table in twips, `whole` together: no word is broken where that can be helped, and what is
/// left goes to the columns with long texts.
std::vector<int> column_widths(const Table& table, int whole);

}  // namespace nastavnik::page
