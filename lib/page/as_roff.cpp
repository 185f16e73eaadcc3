#include "base/printable.h"
#include "page/writers.h"

// The man(7) macros: mdoc(7) knows its sections by their English names only.

namespace nastavnik::page {
namespace {

/// Nothing in the text is a request, and a hyphen stays the ASCII character that can be copied.
std::string escaped(std::string_view text) {
  std::string roff;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) roff += "\\&";
    line_begins = c == '\n';
    switch (c) {
      case '\\': roff += "\\e"; break;
      case '-': roff += "\\-"; break;
      case '\'': roff += "\\(aq"; break;
      case '`': roff += "\\(ga"; break;
      case '^': roff += "\\(ha"; break;
      case '~': roff += "\\(ti"; break;
      case '"': roff += "\\(dq"; break;
      default: roff += c;
    }
  }
  return roff;
}

/// Lines of their own, each line break kept.
std::string lines_of(const Runs& runs) {
  std::string roff;
  for (const Run& run : runs) roff += run.look == Look::bold ? "\\fB" + escaped(run.text) + "\\fR" : escaped(run.text);
  constexpr std::string_view line_break = "\n.br\n";
  for (std::size_t at = roff.find('\n'); at != roff.npos; at = roff.find('\n', at + line_break.size()))
    roff.replace(at, 1, line_break);
  return roff + '\n';
}

class RoffWriter {
public:
  explicit RoffWriter(std::string head) : out_(std::move(head)) {}

  void operator()(const Paragraph& paragraph) {
    switch (paragraph.role) {
      case Role::title:
      case Role::subtitle: return;  // the head has said it
      case Role::heading: return begin(".SH", paragraph.text());
      case Role::subheading: return begin(".SS", paragraph.text());
      case Role::sample: out_ += fmt::format(".RS 4\n.nf\n{}\n.fi\n.RE\n", escaped(paragraph.text())); break;
      default: out_ += (begins_ ? "" : ".PP\n") + lines_of(paragraph.runs);
    }
    begins_ = false;
  }
  void operator()(const Items& list) {
    for (const Runs& item : list.items) out_ += ".IP \\- 2\n" + lines_of(item);
    begins_ = false;
  }
  void operator()(const Notice& notice) {
    begin(".SH", notice.title);
    (*this)(notice.items);
  }
  /// Words in bold and what is said of them; where the table says how wide they are, in columns close together.
  void operator()(const Table& table) {
    const int width = table.columns.front().width;
    if (width != 0) out_ += ".PD 0\n";
    for (const Row& row : table.rows) {
      if (row.header) continue;
      out_ += width != 0 ? fmt::format(".TP {}n\n", width) : ".TP\n";
      out_ += fmt::format("\\fB{}\\fR\n", escaped(row.cells.front().text()));
      for (std::size_t i = 1; i < row.cells.size(); ++i) out_ += lines_of(row.cells[i].runs);
    }
    if (width != 0) out_ += ".PD\n";
    begins_ = false;
  }
  void operator()(const BarChart&) {}
  void operator()(const Timeline&) {}
  void operator()(const PageBreak&) {}

  std::string finish() { return harmless(out_); }

private:
  void begin(std::string_view macro, std::string_view title) {
    out_ += fmt::format("{} \"{}\"\n", macro, escaped(title));
    begins_ = true;
  }

  std::string out_;
  bool begins_ = true;
};

}  // namespace

std::string as_roff(const Page& page, const ManualHead& head) {
  RoffWriter writer(fmt::format(".TH {} {} {} \"{}\" \"{}\"\n", escaped(head.name), head.section, head.date,
                                head.program, head.manual));
  for (const Block& block : page.blocks) std::visit(writer, block);
  return writer.finish();
}

}  // namespace nastavnik::page
