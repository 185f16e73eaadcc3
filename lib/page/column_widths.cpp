#include "page/column_widths.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace nastavnik::page {
namespace {

constexpr std::size_t longest_word = 22;  ///< a longer one may be broken
constexpr std::size_t longest_text = 70;  ///< a longer one earns no more room
constexpr std::size_t margins = 3;

std::size_t longest_word_of(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
    longest = std::max(longest, characters(std::string_view(text).substr(start, end - start)));
    start = end + 1;
  }
  return longest;
}

/// What a column needs so as not to break words, and what it would like.
struct Wanted {
  std::size_t least = 0;
  std::size_t most = 0;

  void hold(const std::string& text, bool bold = false) {
    const auto room = [&](std::size_t letters) { return letters + (bold ? letters / 4 : 0) + margins; };
    least = std::max(least, room(std::min(longest_word_of(text), longest_word)));
    most = std::max({most, least, room(std::min(characters(text), longest_text))});
  }
};

std::vector<Wanted> wanted(const Table& table) {
  std::vector<Wanted> all(table.columns.size());
  for (const Row& row : table.rows)
    for (std::size_t i = 0; i < all.size() && i < row.cells.size(); ++i) all[i].hold(row.cells[i].text(), row.header);
  return all;
}

/// Room of the columns in letters.
std::vector<std::size_t> shared(const std::vector<Wanted>& all, std::size_t line) {
  std::size_t least = 0, most = 0;
  for (const Wanted& one : all) {
    least += one.least;
    most += one.most;
  }
  std::vector<std::size_t> room;
  const std::size_t left = line > least ? line - least : 0, more = most - least;
  for (const Wanted& one : all)
    room.push_back(one.least + (more == 0 ? 0 : std::min(left, more) * (one.most - one.least) / more));
  return room;
}

/// Numbers stand close together; what is left goes to words.
std::size_t widest_of_words(const Table& table, const std::vector<std::size_t>& room) {
  std::size_t widest = 0;
  for (std::size_t i = 1; i < room.size(); ++i)
    if (table.columns[i].align != Align::right && room[i] > room[widest]) widest = i;
  return widest;
}

}  // namespace

std::vector<int> column_widths(const Table& table, int whole) {
  const std::size_t letter = is_crowded(table) ? 81 : 96, line = static_cast<std::size_t>(whole) / letter;
  std::vector<std::size_t> room = shared(wanted(table), line);
  const std::size_t sum = std::accumulate(room.begin(), room.end(), std::size_t{0});
  if (sum < line) room[widest_of_words(table, room)] += line - sum;
  const std::size_t all = std::max(sum, line);
  std::vector<int> widths;
  for (const std::size_t letters : room)
    widths.push_back(static_cast<int>(letters * static_cast<std::size_t>(whole) / all));
  return widths;
}

}  // namespace nastavnik::page
