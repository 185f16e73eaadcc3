#include "views/show.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/first_letter.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/about.h"
#include "model/notions/naming.h"
#include "model/notions/pairs.h"
#include "model/notions/roles.h"
#include "model/notions/states.h"
#include "reports/concealed.h"
#include "reports/journal_entries.h"
#include "rules/fingerprint.h"
#include "views/dates.h"
#include "views/every_record.h"
#include "views/fields_in_words.h"
#include "views/list_rows.h"

namespace nastavnik::views {
namespace {

using reports::Cell, reports::Grid, reports::Report;

std::string_view folder_of(std::string_view address) { return address.substr(0, address.find('/')); }
std::string_view id_of(std::string_view address) {
  const std::size_t slash = address.find('/');
  return slash == address.npos ? std::string_view() : address.substr(slash + 1);
}

const KindShape* kind_of(std::string_view address) {
  for (const KindShape& kind : kind_shapes())
    if (stem(*kind.kind) == folder_of(address)) return &kind;
  return nullptr;
}

bool is_of_person(std::string_view address) { return folder_of(address) == Person::kind.folder; }

/// The record and what is shown with it.
std::vector<std::string> shown_with(std::string_view address, std::string_view with) {
  std::vector<std::string> all{std::string(address)};
  if (!with.empty()) all.emplace_back(with);
  if (!is_of_person(address)) return all;
  for (const Kind* kind : {&Mentor::kind, &Mentee::kind})
    all.push_back(fmt::format("{}/{}", kind->folder, id_of(address)));
  return all;
}

const Record* record_at(const Registry& registry, const KindShape& kind, std::string_view address) {
  return static_cast<const Record*>(registry.find(*kind.kind, id_of(address)));
}

Words title_of(const Asked& asked, std::string_view address) {
  const KindShape& kind = *kind_of(address);
  const Words called(with_capital(kind.kind->title.ru), with_capital(kind.kind->title.en));
  const Words head = kind.kind->single()
                         ? called
                         : say({"{} {}", "{} {}"}, called, nastavnik::views::id_of(asked, *kind.kind, id_of(address)));
  const Words who = asked.names ? about(asked.registry(), address) : Words();
  return who.empty() ? head : say({"{}: {}", "{}: {}"}, head, who);
}

// --- what speaks of it ---------------------------------------------------------------------------------------------

constexpr Sorts naming = sorts(Sort::link, Sort::target, Sort::other);

/// Whether the value names one of the records.
bool names_one(const ValueShape& type, void* value, const std::vector<std::string>& addresses) {
  if (type.presence(value) == Presence::absent) return false;
  for (const std::string& address : addresses) {
    if (type.sort == Sort::link) {
      if (folder_kinds()[type.kind]->folder == folder_of(address) && type.written(value) == id_of(address)) return true;
    } else if (type.sort == Sort::target) {
      if (folder_of(address) == Mentee::kind.folder && static_cast<const Target*>(value)->person == id_of(address))
        return true;
    } else if (const At<Prose> text = type.text(value); text.given() && *text == address) {
      return true;
    }
  }
  return false;
}

Grid speaking_of(const Asked& asked, const std::vector<std::string>& addresses) {
  Grid grid{
      .id = "refers",
      .title = {"Ссылаются", "What refers to it"},
      .columns = {{"record", {"Запись", "Record"}}, {"about", {"О чём", "About"}}, {"fields", {"Поля", "Fields"}}},
      .when_empty = {"никто не ссылается", "nothing refers to it"}};
  each_record(asked.registry(), [&](const Shape& shape, const Record& record) {
    const std::string address = address_of(*shape.kind, record.id);
    if (std::ranges::find(addresses, address) != addresses.end()) return;
    std::vector<Words> titles;
    each_value(shape, reached(record), naming, [&](const FieldShape& field, const ValueShape& type, void* value) {
      if (!names_one(type, value, addresses)) return;
      const Words title = title_of_given(field.field.title);
      if (std::ranges::find(titles, title) == titles.end()) titles.push_back(title);
    });
    if (titles.empty()) return;
    Words fields;
    for (const Words& title : titles) fields = fields.empty() ? title : say({"{}; {}", "{}; {}"}, fields, title);
    grid.rows.push_back({{say({"{}", "{}"}, address),
                          asked.names ? cell_of(about(asked.registry(), address)) : reports::dash(), fields},
                         {address}});
  });
  return grid;
}

// --- its dates -----------------------------------------------------------------------------------------------------

/// The journal of what has one, else the dates of the fields.
Grid dates_of(const Asked& asked, std::string_view address) {
  const Registry& registry = asked.registry();
  const reports::ReportRequest request{
      .loaded = asked.loaded, .period = {reports::beginning_of_time, asked.day()}, .names = asked.names};
  reports::Journal journal(request);
  const std::string_view id = id_of(address), folder = folder_of(address);
  if (folder == Pair::kind.folder)
    journal.add_pair(*registry.all<Pair>().find(id));
  else if (folder == Program::kind.folder)
    journal.add_program(*registry.all<Program>().find(id));
  else if (folder == Person::kind.folder)
    journal.add_person(id);
  else if (folder == Mentor::kind.folder)
    journal.add_mentor(*registry.all<Mentor>().find(id));
  else if (folder == Mentee::kind.folder)
    journal.add_mentee(*registry.all<Mentee>().find(id));
  else
    return dates_in(asked, *kind_of(address)->shape, *record_at(registry, *kind_of(address), address));
  Grid grid = journal.table();
  grid.title = Text{"По датам", "By date"};
  return grid;
}

// --- what is wrong with it -----------------------------------------------------------------------------------------

Text grade(Severity severity) {
  return severity == Severity::error     ? Text{"нарушение", "error"}
         : severity == Severity::warning ? Text{"предупреждение", "warning"}
                                         : Text{"совет", "advice"};
}

/// It stands in one of the records, or speaks of a place in one.
bool concerns(const Finding& finding, const Sources& sources, const std::vector<std::string>& addresses) {
  const auto is_here = [&](Span span) {
    return std::ranges::find(addresses, address_of(sources, span)) != addresses.end();
  };
  return is_here(finding.span) ||
         std::ranges::any_of(finding.also, [&](const Place& place) { return is_here(place.span); });
}

std::vector<const Finding*> findings_on(const ShowRequest& request, const std::vector<std::string>& addresses) {
  std::vector<const Finding*> found;
  for (const Finding& finding : request.outcome->findings)
    if (concerns(finding, request.asked.loaded.sources, addresses)) found.push_back(&finding);
  return found;
}

Words place_in_words(const Asked& asked, Span span) {
  const Sources& sources = asked.loaded.sources;
  const std::string path = asked.names ? std::string(sources.path(span)) : path_without_name(sources, span);
  return say({"{}:{}", "{}:{}"}, path, sources.position(span).line);
}

Grid wrong_with(const Asked& asked, const std::vector<const Finding*>& findings) {
  Grid grid{.id = "findings",
            .title = {"Замечания", "Findings"},
            .columns = {{"rule", {"Правило", "Rule"}},
                        {"severity", {"Строгость", "Severity"}},
                        {"what", {"Что не так", "What is wrong"}},
                        {"where", {"Где", "Where"}}},
            .when_empty = {"замечаний нет", "no findings"}};
  for (const Finding* finding : findings) {
    grid.rows.push_back({{say({"{}", "{}"}, finding->of->id), Words(grade(finding->severity)), what_of(*finding),
                          place_in_words(asked, finding->span)},
                         {address_of(asked.loaded.sources, finding->span)}});
  }
  return grid;
}

void tell_undecided(const ShowRequest& request, const std::vector<std::string>& addresses, Report& report) {
  const Sources& sources = request.asked.loaded.sources;
  const auto count = std::ranges::count_if(request.outcome->undecided, [&](const Undecided& one) {
    return std::ranges::find(addresses, address_of(sources, one.span)) != addresses.end();
  });
  if (count != 0)
    report.paragraph(say({"Правил, которых здесь не решить, пока часть записей не читается или не видна: {}",
                          "Rules that cannot be decided here while some records cannot be read or seen: {}"},
                         count));
}

// --- the report ----------------------------------------------------------------------------------------------------

/// What may be typed next.
void tell_what_next(std::string_view address, bool broken, const std::vector<const Finding*>& findings,
                    Report& report) {
  std::vector<Words> commands;
  const auto add = [&](std::string command) { commands.emplace_back(command, command); };
  if (!findings.empty()) add(fmt::format("nastavnik explain {}", findings.front()->of->id));
  if (!broken && (folder_of(address) == Pair::kind.folder || is_of_person(address)))
    add(fmt::format("nastavnik report journal {}", address));
  if (commands.empty()) return;
  report.heading({"Дальше", "Next"}, 3);
  report.add(reports::Points{.items = std::move(commands)});
}

/// Of a file of people/ nothing is told to whom names may not be shown.
bool is_hidden(const Asked& asked, std::string_view address) { return !asked.names && is_of_person(address); }

void tell_record(const Asked& asked, std::string_view address, bool headed, Report& report) {
  const KindShape& kind = *kind_of(address);
  const Record* record = record_at(asked.registry(), kind, address);
  if (!record) return;
  if (headed)
    report.heading(say({"{} ({})", "{} ({})"},
                       Words(with_capital(kind.kind->title.ru), with_capital(kind.kind->title.en)), address),
                   3);
  if (is_hidden(asked, address))
    return report.paragraph(
        {"поля этой записи показываются с --names", "the fields of this record are shown with --names"});
  for (reports::Block& block : fields_in_words(asked, *kind.shape, *record)) report.add(std::move(block));
}

/// What can be seen of a file that cannot be read: its lines.
Grid lines_of(const Asked& asked, std::string_view address) {
  Grid grid{.id = "lines",
            .title = {"Что стоит в файле", "What the file says"},
            .columns = {{"line", {"Строка", "Line"}, true}, {"text", {"Текст", "Text"}}},
            .when_empty = {"файл пуст", "the file is empty"}};
  const Sources& sources = asked.loaded.sources;
  for (std::uint32_t source = 0; source < sources.size(); ++source) {
    if (address_of(sources, {source, 0, 0}) != address) continue;
    long long number = 0;
    for (std::string_view text = sources[source].text; !text.empty();) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      grid.rows.push_back({{++number, told(asked, text.substr(0, end))}, {}});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  return grid;
}

void tell_broken(const Asked& asked, std::string_view address, Report& report) {
  report.paragraph(
      {"Запись не читается: ниже замечания с местами, ссылки на неё и сам файл.",
       "The record cannot be read: below are the findings with their places, what refers to it, and the file."});
  if (!is_hidden(asked, address)) report.add(lines_of(asked, address));
}

/// Who is the mentor, and who the mentees, of somebody on the day.
std::vector<Words> bound_to(const Asked& asked, std::string_view person) {
  std::vector<std::string_view> mentors;
  for (const Pair* pair : asked.registry().pairs_of_mentee(person))
    if (is_member_on(*pair, person, asked.day()) == Verdict::yes) mentors.push_back(pair->mentor.id);
  const std::vector<std::string_view> mentees = mentees_of(asked.registry(), person, asked.day());
  std::vector<Words> lines;
  if (!mentors.empty())
    lines.push_back(say(mentors.size() == 1 ? Phrase<Words>{"Наставник: {}", "Mentor: {}"}
                                            : Phrase<Words>{"Наставники: {}", "Mentors: {}"},
                        names_of(asked, mentors)));
  if (!mentees.empty())
    lines.push_back(say(mentees.size() == 1 ? Phrase<Words>{"Наставляемый: {}", "Mentee: {}"}
                                            : Phrase<Words>{"Наставляемые: {}", "Mentees: {}"},
                        names_of(asked, mentees)));
  return lines;
}

bool is_about_person(std::string_view address) {
  const std::string_view folder = folder_of(address);
  return folder == Person::kind.folder || folder == Mentor::kind.folder || folder == Mentee::kind.folder;
}

}  // namespace

Readable readable(const Loaded& loaded, std::string_view address) {
  const KindShape* kind = kind_of(address);
  if (kind && record_at(loaded.registry, *kind, address)) return Readable::yes;
  const Standing standing = standing_at(loaded.registry, address);
  if (standing == Standing::hidden) return Readable::later;
  // Of somebody without a file in people/ there are the entries of the banks.
  return standing != Standing::broken && is_of_person(address) ? Readable::yes : Readable::broken;
}

Report show(const ShowRequest& request) {
  const Asked& asked = request.asked;
  const std::vector<std::string> addresses = shown_with(request.address, request.with);
  Report report{.name = "show",
                .title = title_of(asked, request.address),
                .day = asked.day(),
                .period = {reports::beginning_of_time, asked.day()}};
  const bool broken = readable(asked.loaded, request.address) == Readable::broken;
  if (is_of_person(request.address)) {
    const std::vector<Words> roles = roles_now_or_before(asked.registry(), id_of(request.address), asked.day());
    if (!roles.empty()) report.subtitle.push_back(joined(roles));
  }
  if (is_about_person(request.address))
    for (Words& line : bound_to(asked, id_of(request.address))) report.subtitle.push_back(std::move(line));
  const std::string told = asked.names ? std::string(request.address) : address_without_name(request.address);
  report.subtitle.push_back(say({"{}, на {}", "{}, as of {}"}, told, reports::on_day(asked.day())));
  if (broken) tell_broken(asked, request.address, report);
  for (const std::string& address : addresses) tell_record(asked, address, addresses.size() > 1, report);
  report.add(speaking_of(asked, addresses));
  if (!broken) report.add(dates_of(asked, request.address));
  const std::vector<const Finding*> findings = findings_on(request, addresses);
  report.add(wrong_with(asked, findings));
  tell_undecided(request, addresses, report);
  tell_what_next(request.address, broken, findings, report);
  if (asked.conceal) conceal(report, *asked.conceal);
  return report;
}

}  // namespace nastavnik::views
