#include "agenda/as_ics.h"

#include <map>

#include <fmt/format.h>

#include "agenda/duty.h"
#include "base/date_words.h"
#include "base/text.h"
#include "model/kinds/organization.h"
#include "model/place.h"

namespace nastavnik {
namespace {

/// Lines of at most 75 octets, of which no character is cut in two; what goes on begins with a space.
class Lines {
public:
  void add(std::string_view name, std::string_view value) { add(fmt::format("{}:{}", name, value)); }
  void add(std::string_view line) {
    constexpr std::size_t widest = 75;
    std::size_t taken = 0;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = at;
      next_code_point(line, at);
      if (taken + (at - begin) > widest) {
        out_ += "\r\n ";
        taken = 1;
      }
      out_ += line.substr(begin, at - begin);
      taken += at - begin;
    }
    out_ += "\r\n";
  }
  std::string take() { return std::move(out_); }

private:
  std::string out_;
};

/// A value of the type TEXT.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') continue;
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string in_figures(Date day) { return fmt::format("{:04}{:02}{:02}", day.year(), day.month(), day.day()); }

/// FNV-1a: short, and the same on every machine.
std::uint64_t sum_of(std::string_view text) {
  std::uint64_t sum = 14695981039346656037U;
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return sum;
}

/// Nothing of a record can be read from it but its address: the place may tell values of people/.
std::string uid_of(const Due& due, const Loaded& loaded, std::map<std::string, int>& given) {
  const At<Digits<10>>& inn = loaded.registry.organization().inn;
  const std::string place =
      fmt::format("{} {} {} {}", inn.given() ? *inn : "", due.record, place_in(loaded, due.place).path, due.occasion);
  std::string uid = fmt::format("{}-{:016x}", due.duty->id, sum_of(place));
  if (const int number = given[uid]++; number > 0) uid += fmt::format("-{}", number + 1);
  return uid + "@nastavnik";
}

std::string summary_of(const Due& due, const Telling& telling) {
  const std::string what = telling.text(due.what.in(telling.language));
  if (!due.late()) return what;
  return telling.text(say({"просрочено с {}: {}", "late since {}: {}"}, on_day(due.day), what).in(telling.language));
}

std::string description_of(const Due& due, const Telling& telling) {
  std::vector<std::string> lines;
  std::vector<Words> people;
  for (const std::string_view person : due.about) people.push_back(telling.who(person));
  if (!people.empty()) lines.push_back(joined(people).in(telling.language));
  const Words clauses = clauses_cited(*due.duty);
  lines.push_back(clauses.empty() ? telling.record(due)
                                  : fmt::format("{}; {}", telling.record(due), clauses.in(telling.language)));
  if (!due.more.empty()) lines.push_back(telling.text(due.more.in(telling.language)));
  lines.push_back(telling.step(due));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

/// At nine in the morning: an event of the whole day begins at midnight.
void add_alarm(const Due& due, Date reminder, const std::string& summary, Lines& lines) {
  const int days = due.day - reminder;
  lines.add("BEGIN:VALARM");
  lines.add("ACTION:DISPLAY");
  lines.add("TRIGGER", days > 0 ? fmt::format("-P{}DT15H", days - 1) : "PT9H");
  lines.add("DESCRIPTION", escaped(summary));
  lines.add("END:VALARM");
}

void add_event(const Due& due, const Agenda& agenda, const std::string& uid, const Telling& telling, Lines& lines) {
  const Date day = std::max(due.day, agenda.today);
  const std::string summary = summary_of(due, telling);
  lines.add("BEGIN:VEVENT");
  lines.add("UID", uid);
  lines.add("DTSTAMP", in_figures(agenda.today) + "T000000Z");
  lines.add("DTSTART;VALUE=DATE", in_figures(day));
  lines.add("DTEND;VALUE=DATE", in_figures(day + 1));
  lines.add("SUMMARY", escaped(summary));
  lines.add("DESCRIPTION", escaped(description_of(due, telling)));
  lines.add("TRANSP:TRANSPARENT");
  if (!due.passed)
    for (const Date reminder : due.reminders) add_alarm(due, reminder, summary, lines);
  lines.add("END:VEVENT");
}

}  // namespace

std::string as_ics(const Agenda& agenda, const Loaded& loaded, const Telling& telling) {
  Lines lines;
  lines.add("BEGIN:VCALENDAR");
  lines.add("VERSION:2.0");
  lines.add("PRODID:-//nastavnik//due//RU");
  lines.add("CALSCALE:GREGORIAN");
  lines.add("X-WR-CALNAME", escaped(Text{"Наставничество: сроки", "Mentoring: what is due"}.in(telling.language)));
  if (!telling.unknown.empty()) lines.add("X-WR-CALDESC", escaped(telling.unknown.in(telling.language)));
  std::map<std::string, int> given;
  for (const Due& due : agenda.items) add_event(due, agenda, uid_of(due, loaded, given), telling, lines);
  lines.add("END:VCALENDAR");
  return lines.take();
}

}  // namespace nastavnik
