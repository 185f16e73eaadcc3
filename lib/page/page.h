#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date_words.h"
#include "base/words.h"

// A page as a value: the final text in one language, before it is text, Markdown, HTML or DOCX. Only charts are in both,
// as reports keep them with their numbers.

namespace nastavnik::page {

/// Something that should be said and the records do not hold.
struct Gap {
  Words what{};
  std::string where{};  ///< file and key: `organization.yaml: staff`

  friend bool operator==(const Gap&, const Gap&) = default;
};

enum class Look : unsigned char {
  plain,
  bold,
  missing,  ///< stands in place of what the records do not hold
  code,     ///< an address, a key
  good,
  bad,
};

struct Run {
  std::string text{};
  Look look = Look::plain;
};
using Runs = std::vector<Run>;

/// What a paragraph is, and with it how it looks.
enum class Role : unsigned char {
  title,
  subtitle,
  heading,
  subheading,
  caption,  ///< of what follows
  chapter,  ///< a heading of a paper, in the middle
  centred,
  stamp,  ///< in the right half: approval, addressee
  text,
  flush,     ///< without an indent
  numbered,  ///< numbered through the page
  dashed,    ///< an item of a list
  note,      ///< small print
  quote,
  sample,  ///< lines as they stand in a file
  signature,
};

struct Paragraph {
  Role role = Role::text;
  Runs runs{};
  std::string text() const;
};

struct Items {
  std::vector<Runs> items{};
  bool numbered = false;
};

/// What is to be seen before all else, in a frame where there are frames.
struct Notice {
  std::string title{};
  Items items{};
};

enum class Align : unsigned char { left, centre, right };

struct Column {
  int width = 0;  ///< in hundredths of the page; nought: as its words need
  Align align = Align::left;
  bool spare = false;  ///< a text without room for all columns does without it, the last one first, and says so
};

/// How a number was counted, and the records it was counted from.
struct Basis {
  std::string definition{};
  std::vector<std::string> records{};
  bool empty() const { return definition.empty() && records.empty(); }
};

struct Row {
  bool header = false;
  std::vector<Paragraph> cells{};
  Basis basis{};
  std::string text() const;
};

/// A row of plain words.
Row row_of(const std::vector<std::string>& cells, bool header = false);

struct Table {
  enum class Kind : unsigned char {
    form,     ///< ruled, its columns as wide as they say
    plain,    ///< arranges only
    grid,     ///< of figures: the first column heads the rows
    listing,  ///< words and what is said of each: in a text every row is told by itself
  };
  Kind kind = Kind::form;
  std::string title{};
  std::vector<Column> columns{};
  std::vector<Row> rows{};
  Basis basis{};
};

struct Series {
  Words title{};
  std::vector<long long> values{};
};

/// Bars of one or several series over the same categories. A table of the page holds the same numbers.
struct BarChart {
  std::string_view id{};
  Words title{};
  std::vector<Words> categories{};
  std::vector<Series> series{};
  bool stacked = false;
};

/// A bar of a timeline: planned days, and how far of them it went.
struct Term {
  Words label{};
  Period planned{};
  Date reached{};  ///< the end of it, or the day of the report
  bool ended = false;
};

struct Timeline {
  std::string_view id{};
  Words title{};
  Period shown{};
  Date today{};
  std::vector<Term> terms{};
};

struct PageBreak {};

using Block = std::variant<Paragraph, Items, Notice, Table, BarChart, Timeline, PageBreak>;

struct Page {
  std::string title{};        ///< of the file
  std::string description{};  ///< in the properties of the file: where it comes from
  Language language = Language::ru;
  Date day{};
  bool official = false;   ///< set as papers are that a school keeps: with serifs, and a margin to bind
  bool landscape = false;  ///< lies on its side
  bool unfolded = false;   ///< what each number rests on is shown at once; else where it can be opened
  std::vector<Block> blocks{};
  std::vector<std::string> footer{};

  void add(Block block) { blocks.push_back(std::move(block)); }
  void add(Role role, std::string text) { blocks.emplace_back(Paragraph{role, {{std::move(text)}}}); }
  /// Paragraphs with an empty line between them.
  void add_paragraphs(std::string_view text);
};

/// Margins in millimetres; a page that lies is bound at its top.
struct Margins {
  int top = 20, right = 10, bottom = 20, left = 20;
};
Margins margins_of(const Page& page);

std::string text_of(const Runs& runs);

/// A decimal number with one digit after the point, halves rounded up: the same on every machine.
std::string one_decimal(long long dividend, long long divisor, Language language);

}  // namespace nastavnik::page
