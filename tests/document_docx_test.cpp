#include <doctest/doctest.h>

#include "base/failure.h"
#include "document/renderings.h"
#include "page/package.h"

// The filler on templates as Word leaves them, not only on our own.

namespace nastavnik {
namespace {

constexpr const char* head =
    R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
constexpr const char* foot = "<w:sectPr/></w:body></w:document>";

std::string docx_of(const std::string& body, const std::string& types = "<Types/>",
                    const std::vector<PackagePart>& more = {}) {
  std::vector<PackagePart> parts{{"[Content_Types].xml", types}, {"word/document.xml", head + body + foot}};
  parts.insert(parts.end(), more.begin(), more.end());
  return packed(parts, {2025, 9, 3});
}

std::string part(const std::string& docx, const std::string& name) {
  for (const PackagePart& one : unpacked(docx))
    if (one.name == name) return one.bytes;
  return {};
}

/// The body of the filled template, without the frame.
std::string filled_body(const std::string& body, const Values& values, FillReport& report, bool draft = false) {
  const std::string xml =
      part(filled_docx(docx_of(body), "т", values, {.day = {2025, 9, 3}, .draft = draft}, report), "word/document.xml");
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.find("<w:sectPr") - begin);
}

std::string why_refused(const std::string& docx) {
  try {
    docx_placeholders(docx);
  } catch (const Failure& failure) {
    return failure.words().en;
  }
  return "";
}

Values two_pairs() {
  Values values;
  values.set("name", "Югай & <Ко>");
  values.add("pairs").set("mentee", "Шмидт");
  values.add("pairs").set("mentee", "Юсупов");
  values.lack("place", {{"место", "place"}, "organization.yaml: place"});
  return values;
}

}  // namespace

TEST_CASE("a placeholder that Word has split keeps the formatting of its first run") {
  FillReport report;
  CHECK(filled_body(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{na</w:t></w:r><w:proofErr/><w:r><w:t>me}}, да</w:t></w:r></w:p>",
            two_pairs(), report) ==
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Югай &amp; &lt;Ко&gt;</w:t></w:r><w:proofErr/>"
        "<w:r><w:t xml:space=\"preserve\">, да</w:t></w:r></w:p>");
  CHECK(report.unknown.empty());
}

TEST_CASE("rows and paragraphs are repeated with their formatting") {
  FillReport report;
  const std::string table =
      "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{{#pairs}}{{mentee}}</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:p><w:r><w:t>{{/pairs}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const std::string filled = filled_body(table, two_pairs(), report);
  CHECK(filled.find("Шмидт") < filled.find("Юсупов"));
  CHECK(filled.find("</w:tr><w:tr>") != std::string::npos);
  CHECK(filled.find("{{") == std::string::npos);
  CHECK(
      filled_body(
          "<w:p><w:r><w:t>{{#pairs}}</w:t></w:r></w:p><w:p><w:r><w:t>{{mentee}}</w:t></w:r></w:p><w:p><w:r><w:t>{{/pairs}}</w:t></w:r></w:p>",
          two_pairs(), report) ==
      "<w:p><w:r><w:t xml:space=\"preserve\">Шмидт</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Юсупов</w:t></w:r></w:p>");
  CHECK(report.unbalanced.empty());
  CHECK(report.unknown.empty());
}

TEST_CASE("what is missing is highlighted, with the formatting around it") {
  FillReport report;
  const std::string filled = filled_body(
      "<w:p><w:r><w:rPr><w:i/><w:u/></w:rPr><w:tab/><w:t>в {{place}}!</w:t></w:r></w:p>", two_pairs(), report, true);
  CHECK(filled.find("<w:r><w:rPr><w:i/><w:u/></w:rPr><w:tab/></w:r>") != std::string::npos);
  CHECK(
      filled.find(
          "<w:rPr><w:i/><w:highlight w:val=\"yellow\"/><w:u/></w:rPr><w:t xml:space=\"preserve\">[не указано: место]</w:t>") !=
      std::string::npos);
  CHECK(filled.find("Черновик.") != std::string::npos);
  REQUIRE(report.gaps.size() == 1);
}

TEST_CASE("headers, text boxes and controls are filled too; line breaks become Word's") {
  FillReport report;
  Values values = two_pairs();
  values.set("lines", "одна\nдве");
  const std::string header = R"(<w:hdr xmlns:w="x"><w:p><w:r><w:t>{{name}}</w:t></w:r></w:p></w:hdr>)";
  const std::string docx = filled_docx(
      docx_of("<w:sdt><w:sdtContent><w:p><w:r><w:t>{{lines}}</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r>"
              "<w:txbxContent><w:p><w:r><w:t>{{name}}</w:t></w:r></w:p></w:txbxContent></w:r></w:p>",
              "<Types/>", {{"word/header2.xml", header}}),
      "т", values, {.day = {2025, 9, 3}}, report);
  CHECK(part(docx, "word/header2.xml").find("Югай &amp;") != std::string::npos);
  CHECK(part(docx, "word/document.xml").find("одна</w:t><w:br/><w:t xml:space=\"preserve\">две") != std::string::npos);
  CHECK(part(docx, "word/document.xml").find("<w:txbxContent><w:p><w:r><w:t xml:space=\"preserve\">Югай &amp;") !=
        std::string::npos);
}

TEST_CASE("macros, other files and broken XML are refused") {
  CHECK(why_refused(docx_of("")).empty());
  CHECK(why_refused(docx_of("", "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"))
            .find("macros") != std::string::npos);
  CHECK(why_refused(docx_of("", "<Types/>", {{"word/vbaProject.bin", "x"}})).find("macros") != std::string::npos);
  CHECK(why_refused(packed(std::vector<PackagePart>{{"a.txt", "x"}}, {2025, 9, 3})).find("no text of a document") !=
        std::string::npos);
  CHECK(why_refused(docx_of("<w:p>")).find("cannot be read") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 60000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 60000; ++i) deep += "</w:sdt>";
  CHECK(why_refused(docx_of(deep)).find("cannot be read") != std::string::npos);
  CHECK(why_refused("Приказ").find("no ZIP archive") != std::string::npos);
}

TEST_CASE("a filled paper says where it comes from in its properties, a draft at its foot") {
  FillReport report;
  const Provenance provenance{.commit = "0123abcd", .dirty = true, .day = {2026, 8, 31}, .edition = "приказ № 564"};
  const std::string template_ = docx_template(read_paper("# ПРИКАЗ\n\n{{name}}\n"), {2026, 8, 31});
  const std::string docx = filled_docx(template_, "О парах", two_pairs(), provenance, report);
  CHECK(part(docx, "docProps/core.xml").find("<dc:title>О парах</dc:title>") != std::string::npos);
  CHECK(part(docx, "docProps/core.xml").find("0123abcd") != std::string::npos);
  CHECK(part(docx, "word/footer1.xml").find("0123abcd") == std::string::npos);
  CHECK(filled_docx(template_, "О парах", two_pairs(), provenance, report) == docx);
  Provenance draft = provenance;
  draft.draft = true;
  CHECK(part(filled_docx(template_, "О парах", two_pairs(), draft, report), "word/footer1.xml").find("0123abcd") !=
        std::string::npos);
}

TEST_CASE("the placeholders of a template are those of its source") {
  const page::Page paper = read_paper("# {{kind}}\n\n|: 100\n| {{#pairs}}{{mentee}}{{/pairs}} |\n");
  CHECK(docx_placeholders(docx_template(paper, {2025, 9, 3})) == std::vector<std::string>{"kind", "pairs", "mentee"});
}

TEST_CASE("in a .docx too the column goes with its heading, unless cells are joined across columns") {
  FillReport report;
  Values values = two_pairs();
  values.set("none", "");
  const auto row = [](const std::string& first, const std::string& second, const std::string& properties) {
    const auto cell = [](const std::string& text, int width) {
      return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\"/></w:tcPr><w:p><w:r><w:t>" + text +
             "</w:t></w:r></w:p></w:tc>";
    };
    return "<w:tr>" + properties + cell(first, 2000) + cell(second, 1000) + "</w:tr>";
  };
  const std::string heading = "<w:trPr><w:tblHeader/></w:trPr>";
  const std::string open = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>";
  const std::string silent = filled_body(
      open + row("Кто", "{{#none}}Что{{/none}}", heading) + row("{{name}}", "долой", "") + "</w:tbl>", values, report);
  CHECK(silent.find("долой") == std::string::npos);
  CHECK(silent.find("<w:gridCol w:w=\"3000\"/></w:tblGrid>") != std::string::npos);
  CHECK(silent.find("<w:tcW w:w=\"3000\"/>") != std::string::npos);
  const std::string said =
      filled_body(open + row("Кто", "{{#name}}Что{{/name}}", heading) + row("{{name}}", "на месте", "") + "</w:tbl>",
                  values, report);
  CHECK(said.find("на месте") != std::string::npos);
  CHECK(said.find("<w:tcW w:w=\"1000\"/>") != std::string::npos);
  const std::string joined = filled_body(
      open + row("Кто", "{{#none}}Что{{/none}}", heading) +
          "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>вместе</w:t></w:r></w:p></w:tc></w:tr>" +
          "</w:tbl>",
      values, report);
  CHECK(joined.find("<w:gridCol w:w=\"1000\"/>") != std::string::npos);
  CHECK(report.unknown.empty());
}

TEST_CASE("a signature is not parted from what is signed, a heading from its row, a lead-in from what it leads to") {
  FillReport report;
  const auto kept = [&](const std::string& source) {
    const std::string docx =
        filled_docx(docx_template(read_paper(source), {2025, 9, 3}), "т", two_pairs(), {.day = {2025, 9, 3}}, report);
    const std::string xml = part(docx, "word/document.xml");
    std::vector<std::string> texts;
    for (std::size_t at = xml.find("<w:keepNext/>"); at != std::string::npos; at = xml.find("<w:keepNext/>", at + 1)) {
      const std::size_t begin = xml.find("preserve\">", at) + 10;
      texts.push_back(xml.substr(begin, xml.find("</w:t>", begin) - begin));
    }
    return texts;
  };
  using Texts = std::vector<std::string>;
  CHECK(kept("один\n\nдва\n\nтри\n\n|: 50 50 plain\n| Директор | Югай |\n") == Texts{"два", "три"});
  CHECK(kept("один\n\n|: 50 50 plain\n| Наставник | а |\n| Куратор | б |\n") == Texts{"один", "Наставник", "а"});
  CHECK(kept("ноль\n\nодин\n\n|: 50 50\n|! Кто | Когда |\n| а | б |\n| в | г |\n") ==
        Texts{"один", "Кто", "Когда", "а", "б"});
  CHECK(kept("один\n\n|: 50 50\n|! Кто | Когда |\n| а | б |\n| в | г |\n| д | е |\n") ==
        Texts{"один", "Кто", "Когда", "в", "г"});  // the last row never goes to a new page alone
  CHECK(kept("|: 50 50\n|! Кто | Когда |\n| а | б |\n| в | г |\n\n|: 50 50 plain\n| Автор | д |\n") ==
        Texts{"Кто", "Когда", "а", "б", "в", "г", "Автор"});
  CHECK(kept("|: 50 50\n|! Кто | Когда |\n| а | б |\n\nПолучено.\n\n|: 50 50 plain\n| Автор | д |\n") ==
        Texts{"Кто", "Когда", "а", "б", "Получено."});
  CHECK(kept("Основание:\n\n- заявление\n") == Texts{"Основание:"});
  CHECK(kept("Просто слова.\n\nЕщё.\n").empty());
}

namespace {

std::string paragraph(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

/// What is said of a template whose body holds these paragraphs; nothing where it was filled.
std::string faults_of(const std::string& body) {
  FillReport report;
  const bool filled = !filled_docx(docx_of(body), "т", two_pairs(), {.day = {2025, 9, 3}}, report).empty();
  CHECK(filled == report.faults.empty());
  std::string all;
  for (const Words& fault : report.faults) all += fault.en + "\n";
  return all;
}

std::string package_of(const std::vector<PackagePart>& parts) { return packed(parts, {2025, 9, 3}); }

std::string relations(const std::string& type, const std::string& target) {
  return R"(<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/)" + type + "\" Target=\"" + target +
         "\"/></Relationships>";
}

}  // namespace

TEST_CASE("a brace without its partner is named with its paragraph") {
  CHECK(faults_of(paragraph("ok {{name}}") + paragraph("For {name}} here")) ==
        "the braces }} without their {{, in the paragraph 'For {name}} here'\n");
  CHECK(faults_of(paragraph("For {{name} here")) ==
        "the braces {{ without their }}, in the paragraph 'For {{name} here'\n");
  CHECK(faults_of(paragraph("A {{name} and {{place}}")) ==
        "the braces {{ without their }}, in the paragraph 'A {{name} and {{place}}'\n");
  CHECK(faults_of(paragraph("{{name}}}} end")).find("the braces }} without their {{") == 0);
  CHECK(faults_of(paragraph("both lost {mentor.full.acc}")).find("a placeholder in single braces") == 0);
  CHECK(faults_of(paragraph("{{}}")).find("an empty placeholder") == 0);
  CHECK(faults_of(paragraph("a set {1, 2} and {see below}")).empty());
}

TEST_CASE("a placeholder or a section that runs over paragraphs where it may not is named") {
  CHECK(
      faults_of(paragraph("{{na") + paragraph("me}}")) ==
      "the braces {{ without their }}, in the paragraph '{{na'\nthe braces }} without their {{, in the paragraph 'me}}'\n");
  CHECK(faults_of(paragraph("a {{#name}}b")).find("the section {{#name}} is opened and not closed") == 0);
  CHECK(faults_of(paragraph("{{#name}}{{#place}}b") + paragraph("{{/place}}{{/name}}"))
            .find("is opened and not closed") != std::string::npos);
  CHECK(faults_of(paragraph("a{{/name}}")).find("the section {{/name}} is closed and not opened") == 0);
  CHECK(faults_of(paragraph("{{#name}}a{{#place}}b{{/name}}c{{/place}}")).find("they cross") != std::string::npos);
  CHECK(faults_of(paragraph("{{#name}}") + paragraph("{{/name}} more")).find("there is more text behind {{/name}}") ==
        0);
  CHECK(faults_of(paragraph("{{#pairs}}") + paragraph("{{#pairs}}") + paragraph("{{/pairs}}") + paragraph("{{/pairs}}"))
            .find("the section {{#pairs}} inside itself") == 0);
  CHECK(faults_of(paragraph("{{#pairs}}{{mentee}}") + paragraph("x{{/pairs}}")).empty());
  CHECK(faults_of(paragraph("{{#name}}a{{/name}}{{^name}}b{{/name}}")).empty());
}

TEST_CASE("many faults are counted, not listed") {
  std::string body;
  for (int i = 0; i < 200; ++i) body += paragraph("x }}");
  CHECK(faults_of(body).ends_with("and 150 faults more\n"));
}

TEST_CASE("the text is the part that the package names, under any prefix") {
  const std::string text = R"(<a:document xmlns:a="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                           "<a:body><a:p><a:r><a:t>{{name}}</a:t></a:r></a:p></a:body></a:document>";
  const std::string strict = R"(<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main">)"
                             "<body><p><r><t>{{name}}</t></r></p></body></document>";
  for (const std::string& xml : {text, strict, head + paragraph("{{name}}") + foot})
    for (const char* target : {"word/document2.xml", "/word/document2.xml", "word/x/../document2.xml"}) {
      FillReport report;
      const std::string docx =
          filled_docx(package_of({{"_rels/.rels", relations("officeDocument", target)}, {"word/document2.xml", xml}}),
                      "т", two_pairs(), {.day = {2025, 9, 3}}, report);
      CHECK(part(docx, "word/document2.xml").find("Югай &amp;") != std::string::npos);
      CHECK(part(docx, "word/document2.xml").find("{{") == std::string::npos);
    }
  FillReport report;
  const std::string header = R"(<a:hdr xmlns:a="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                             "<a:p><a:r><a:t>{{name}}</a:t></a:r></a:p></a:hdr>";
  const std::string docx =
      filled_docx(docx_of("", "<Types/>",
                          {{"word/_rels/document.xml.rels", relations("header", "top.xml")}, {"word/top.xml", header}}),
                  "т", two_pairs(), {.day = {2025, 9, 3}}, report);
  CHECK(part(docx, "word/top.xml").find("Югай &amp;") != std::string::npos);
  CHECK(why_refused(package_of({{"_rels/.rels", relations("officeDocument", "../out.xml")}})).find("points out") !=
        std::string::npos);
  CHECK(why_refused(package_of({{"_rels/.rels", relations("officeDocument", "word/none.xml")}})).find("no text") !=
        std::string::npos);
  CHECK(why_refused(
            package_of({{"word/document.xml", R"(<w:document xmlns:w="other" xmlns:a=")"
                                              R"(http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>)"}}))
            .find("does not mean Word") != std::string::npos);
}

TEST_CASE("parts that no package may have, and XML that is none, are told") {
  for (const char* name : {"../../SLIP", "/etc/x", "word/../../x", "word\\x.xml", "word/./x", "word//x"})
    CHECK_MESSAGE(
        why_refused(docx_of("", "<Types/>", {{name, "x"}})).find("a name that no part may have") != std::string::npos,
        name);
  CHECK(why_refused(docx_of("", "<Types/>", {{"WORD/document.xml", "x"}})).find("twice") != std::string::npos);
  for (const char* sign : {"\x01", "&#1;", "&#x1F;", "\xEF\xBF\xBE"})
    CHECK(why_refused(docx_of(paragraph(std::string("a") + sign))).find("control characters") != std::string::npos);
  const std::string body = std::string(head).substr(std::string(head).find("<w:document")) + foot;
  for (const char* encoding : {"windows-1251", "UTF-16", "koi8-r"})
    CHECK(why_refused(package_of({{"word/document.xml",
                                   std::string("<?xml version=\"1.0\" encoding=\"") + encoding + "\"?>" + body}}))
              .find("only UTF-8 is read") != std::string::npos);
  CHECK(why_refused(docx_of("\xCF\xF0")).find("not written in UTF-8") != std::string::npos);
  CHECK(why_refused(package_of({{"word/document.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body}})).empty());
}

TEST_CASE("a paragraph of a hundred thousand placeholders takes no longer than its length") {
  std::string runs, names, nested;
  for (int i = 0; i < 100'000; ++i) {
    runs += "<w:r><w:t>{{name}}</w:t></w:r>";
    names += "{{n" + std::to_string(i) + "}}";
    nested += "{{#name}}x{{/name}}";
  }
  FillReport report;
  CHECK(filled_body("<w:p>" + runs + "</w:p>", two_pairs(), report).find("{{") == std::string::npos);
  CHECK(docx_placeholders(docx_of(paragraph(names))).size() == 100'000);
  FillReport unknown;
  static_cast<void>(filled_body(paragraph(names), two_pairs(), unknown));
  CHECK(unknown.unknown.size() == 100'000);
  FillReport sections;
  CHECK(filled_body(paragraph(std::string(100'000, ' ') + nested), two_pairs(), sections).find("{{") ==
        std::string::npos);
}

}  // namespace nastavnik
