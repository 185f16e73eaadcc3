#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "page/page.h"
#include "source/revision.h"

// A report as a value: what it counts, in both languages, before it is a page or a sheet.

namespace nastavnik::reports {

using page::BarChart, page::Gap, page::one_decimal, page::Series, page::Term, page::Timeline;

/// A part of a whole, said in per cent.
struct Share {
  long long part = 0;
  long long whole = 0;
};

/// A sum over the number of things summed.
struct Average {
  long long sum = 0;
  long long count = 0;
};

/// Whether something that should be there is.
enum class Mark : unsigned char { yes, no, not_asked, undecided };

/// Something that should be there and is not, and what speaks of it.
struct Failed {
  Words words{};
};

/// A value that is not shown, and the visible words that stand in its place: nobody has entered it, or too few answered.
struct Unsaid {
  Words words{};
};

using Cell = std::variant<Words, long long, Date, Share, Average, Mark, Failed, Unsaid>;

inline Cell counted(std::size_t number) { return static_cast<long long>(number); }
/// What stands where the records hold nothing; the report names it among its gaps as well.
Unsaid no_data();
/// Nothing to say here, and nothing missing.
inline Cell dash() { return Words("—", "—"); }
bool is_dash(const Cell& cell);

/// Addresses of records: `pairs/2025-003`.
using Addresses = std::vector<std::string>;

/// A number that answers one question: how it is counted, and the records it is counted from.
struct Figure {
  std::string_view id{};  ///< stable: tests, tables and other programs find it by this
  Words title{};
  Cell value{};
  Words definition{};
  Addresses records{};
};

/// Figures under one title.
struct Figures {
  std::string_view id{};
  Words title{};
  std::vector<Figure> figures{};
  bool of_fields = false;  ///< what is told are the fields of a record
};

struct Heading {
  int level = 2;  ///< the title of the report is 1
  Words text{};
  bool on_new_page = false;
};

struct Passage {
  Words text{};
};

struct Points {
  std::vector<Words> items{};
  bool numbered = false;
};

struct GridColumn {
  std::string_view id{};
  Words title{};
  bool number = false;  ///< set flush right
  bool spare = false;   ///< left out of a text that has no room for it
};

struct GridRow {
  std::vector<Cell> cells{};
  Addresses records{};  ///< what the row is made of
};

struct Grid {
  std::string_view id{};
  Words title{};
  Words definition{};  ///< how the numbers in it are counted; may be empty
  std::vector<GridColumn> columns{};
  std::vector<GridRow> rows{};
  Words when_empty{};  ///< what is said where there are no rows
};

/// Lines to sign on paper: who signs, in what office, and a blank for the day. They stay with the last words before them.
struct Signatures {
  struct Line {
    Words office{};
    Words name{};
  };
  std::vector<Line> lines{};
};

using Block = std::variant<Heading, Passage, Points, Figures, Grid, BarChart, Timeline, Signatures>;

struct Report {
  std::string_view name{};
  Words title{};
  std::vector<Words> subtitle{};  ///< the school, the days
  Date day{};                     ///< the records as they stood at the end of it
  Period period{};
  std::vector<Block> blocks{};
  std::vector<Gap> gaps{};
  RecordsRevision revision{};
  std::vector<Words> footer{};
  bool to_sign = false;  ///< where files lie and how figures are counted stays off the paper
  bool landscape = false;
  bool one_table = false;     ///< is read and opened as the table that it is: without title, days and footer
  std::vector<Gap> asides{};  ///< gaps that are told to whoever makes the report, and do not stand in it

  void heading(Words text, int level = 2) { blocks.emplace_back(Heading{level, std::move(text)}); }
  void paragraph(Words text) { blocks.emplace_back(Passage{std::move(text)}); }
  void add(Block block) { blocks.push_back(std::move(block)); }
  /// Notes what is missing, once, and gives the mark that stands in its place.
  Cell missing(const Words& what, std::string where);
};

/// How a report is written down.
struct Style {
  Language language = Language::ru;
  bool explain_figures = false;  ///< definitions and records are shown at once
  std::size_t width = 100;       ///< of text, in columns
};

using nastavnik::on_day, nastavnik::shown;
/// How the value is said: «55,2 % (16 из 29)», `31.08.2026`.
std::string shown(const Cell& value, Language language);
/// The blank in which the day of a signature is written.
inline constexpr Text blank_day{"«__» _________ 20__ г.", "__ _________ 20__"};
/// A period from here is about all that was before its end.
inline constexpr Date beginning_of_time{1900, 1, 1};
/// «с 01.09.2025 по 31.08.2026».
Words days_of(const Period& period);

/// A column in which nothing is said takes the width from those in which something is.
void leave_out_empty_columns(Report& report);

/// The report as a page, with what its numbers rest on where the reader can see or open it.
page::Page page_of(const Report& report, const Style& style);

}  // namespace nastavnik::reports
