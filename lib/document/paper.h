#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/filling.h"

// A paper as a value: what its source says, filled or not, before any format.

namespace nastavnik {

/// What a paragraph is, and with it how it looks.
enum class Style : unsigned char {
  title,     ///< `# ` the kind of the paper
  heading,   ///< `## ` a chapter
  centred,   ///< `= `
  stamp,     ///< `> ` in the right half: approval, addressee
  text,      ///< justified, its first line indented
  flush,     ///< `. ` without an indent
  numbered,  ///< `+ ` numbered through the paper
  dashed,    ///< `- ` an item of a list
  note,      ///< `~ ` small print
};

struct Stretch {
  std::string text{};
  bool bold = false;
  bool gap = false;
};

struct Paragraph {
  Style style = Style::text;
  std::vector<Stretch> stretches{};
  std::string text() const;
};

enum class Align : unsigned char { left, centre, right };

struct Column {
  int width = 0;  ///< in hundredths of the page
  Align align = Align::left;
};

struct TableRow {
  bool header = false;
  std::vector<Paragraph> cells{};
  std::string text() const;
};

struct PaperTable {
  std::vector<Column> columns{};
  bool ruled = true;
  std::vector<TableRow> rows{};
};

struct PageBreak {};

using PaperBlock = std::variant<Paragraph, PaperTable, PageBreak>;

struct Paper {
  std::string title{};  ///< for the properties of the file
  bool landscape = false;
  std::vector<PaperBlock> blocks{};
};

/// Reads the source of a paper (README.md of this folder tells the form).
Paper read_paper(std::string_view source);

/// The paper with its placeholders filled.
Paper filled(const Paper& paper, const Values& values, FillReport& report);

/// The names of all placeholders of the paper.
std::vector<std::string> placeholders(const Paper& paper);

}  // namespace nastavnik
