#include "views/find.h"

#include <algorithm>
#include <ostream>
#include <sstream>

#include "base/layout.h"
#include "base/printable.h"
#include "cmd/answer.h"
#include "cmd/open.h"
#include "findings/paint.h"
#include "model/kinds/people.h"

namespace nastavnik::cmd {
namespace {

using views::Hit;
using views::Hits;

/// The line with what was looked for in bold; nothing in it steers a terminal.
std::string painted(const std::string& line, const views::WantedWords& wanted, const Paint& paint) {
  std::string out;
  std::size_t at = 0;
  for (const views::Marked& mark : wanted.marks_in(line)) {
    if (mark.at < at) continue;
    out += line.substr(at, mark.at - at);
    out += fit(paint.by_severity(Severity::error, line.substr(mark.at, mark.size)));
    at = mark.at + mark.size;
  }
  return out + line.substr(at);
}

/// On a terminal a long line goes on below; elsewhere each is one line.
std::string as_lines(const Hits& hits, bool to_terminal, const Environment& environment) {
  constexpr std::size_t indent = 4;
  const Paint paint(environment.colour);
  std::ostringstream out;
  for (const Hit& hit : hits.all) {
    out << fit(paint.strong(fmt::format("{}:{}", hit.path, hit.line))) << "  "
        << printable(hit.field.in(environment.language));
    if (!hit.about.empty()) out << "  — " << printable(hit.about.in(environment.language));
    out << '\n';
    if (hit.text.empty()) continue;
    const std::string text = printable(hit.text);
    for (const std::string& line :
         to_terminal ? lines_within(text, environment.width() - indent) : std::vector<std::string>{text})
      out << std::string(indent, ' ') << painted(line, hits.wanted, paint) << '\n';
  }
  out << say({"Найдено: {}", "Found: {}"}, hits.all.size()).in(environment.language) << '\n';
  return out.str();
}

void tell_how(const Hits& hits, bool names, Environment& environment) {
  const auto say_it = [&](const Words& words) { environment.err << words.in(environment.language) << '\n'; };
  if (!hits.understood.empty() && names) say_it(say({"понято как «{}»", "understood as '{}'"}, hits.understood));
  const bool hidden = std::ranges::any_of(hits.all, [](const Hit& hit) { return hit.text.empty(); });
  if (hidden) say_it(Text{"строки из people/ показываются с --names", "lines of people/ are shown with --names"});
}

ExitStatus run_find(const Open& open, const Arguments& arguments, Environment& environment) {
  const reports::ReportFormat& format = *format_asked(arguments);
  const bool names = shows_names(format.name, arguments, environment);
  const Conceal conceal(*open.loaded);
  const views::Asked asked{*open.loaded, names, names ? nullptr : &conceal, processors()};
  std::string words;
  for (const std::string& word : arguments.list("text")) words += (words.empty() ? "" : " ") + word;
  if (views::WantedWords(words).empty())
    throw UsageError{Text{"не указано, что искать", "it is not said what to look for"},
                     Text{"например: nastavnik find сертификат", "for example: nastavnik find сертификат"}};
  const Hits hits = views::find(asked, words);
  if (format.name == "text")
    deliver(as_lines(hits, environment.out_terminal.is_terminal && !arguments.given("output"), environment), arguments,
            environment);
  else
    print(views::found(asked, hits), arguments, environment);
  if (!arguments.given("quiet")) tell_how(hits, names, environment);
  return tell_of_unread(open, true, arguments, environment);
}

}  // namespace

Command find_command();
Command find_command() {
  return {
      .name = "find",
      .group = Group::see,
      .summary = {"где это стоит в записях", "where it stands in the records"},
      .description =
          {"Ищет слова во всех записях: в текстах, именах, номерах, датах и названиях кодов, в любом падеже и числе, не различая е и ё. Если слов несколько, нужны все в одном поле. Показывает файл и строку, поле, саму строку и о ком запись. Слова, набранные не в той раскладке, понимаются. На экране люди названы, в файле и в другой программе — только с --names. Ничего не нашлось — не ошибка.",
           "Looks for words in all records: in texts, names, ids, dates and the meanings of codes, in any case and number, е and ё alike. Several words must all stand in one field. Shows file and line, the field, the line itself and whom the record is about. Words typed in the other keyboard layout are understood. On a terminal people are named, in a file or another program only with --names. To find nothing is no error."},
      .positionals = {{.name = "text",
                       .type = Type::text,
                       .value = {"СЛОВО", "WORD"},
                       .help = {"слово или его часть, номер, дата", "a word or a part of it, an id, a date"},
                       .list = true,
                       .required = true,
                       .verbatim = true}},
      .options = answer_options(),
      .examples = {{"nastavnik find сертификат", {"где упомянут сертификат", "where a certificate is mentioned"}},
                   {"nastavnik find открытый урок", {"оба слова в одном поле", "both words in one field"}},
                   {"nastavnik find p-482913", {"где назван этот человек", "where this person is named"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .run = run_find,
  };
}

}  // namespace nastavnik::cmd
