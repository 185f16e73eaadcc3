#include "views/status.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "findings/summary.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/notions/about.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "model/notions/states.h"
#include "reports/concealed.h"
#include "reports/due.h"
#include "rules/fingerprint.h"

namespace nastavnik::views {
namespace {

using reports::Cell, reports::Figure, reports::Figures, reports::Grid, reports::Report;

/// So many lines of a kind fit beside the others; of the rest is told how many they are.
constexpr std::size_t most_lines = 6;

// --- who and how many ----------------------------------------------------------------------------------------------

Words in_office(const Asked& asked) {
  std::vector<Words> all;
  for (const CuratorTerm* term : curators_on(asked.registry().organization(), asked.day()))
    all.push_back(name_of(asked, term->person.id));
  return joined(all);
}

Words school_of(const Asked& asked) {
  const Organization& school = asked.registry().organization();
  return school.short_name.given() ? say({"{}", "{}"}, *school.short_name) : Words{"Реестр", "Registry"};
}

Words head_of(const Asked& asked) {
  const HeadTerm* head = head_on(asked.registry().organization(), asked.day());
  if (!head) return {};
  const Words name = name_of(asked, head->person.id);
  return head->acting.given() && *head->acting ? say({"{}, и. о.", "{}, acting"}, name) : name;
}

/// An office that must be held.
Cell held_by(const Words& whom) {
  return whom.empty() ? Cell(reports::Failed{{"не назначен", "not appointed"}}) : Cell(whom);
}

struct Counted {
  reports::Addresses pairs{}, groups{}, forming{}, programs{}, ending{}, expired{}, drafts{}, waiting{}, in_office{};
};

bool has_begun(const At<Day>& start, Date day) { return start.given() && *start <= day; }

/// A programme that begins later than the days looked at is not told of.
bool begins_by(const At<Day>& start, Date until) { return start.absent() || (start.given() && *start <= until); }

void count_pairs(const StatusRequest& request, Counted& counted) {
  const Asked& asked = request.asked;
  for (const Pair& pair : asked.registry().all<Pair>()) {
    const std::string address = address_of(pair);
    if (works_on(pair, asked.day()) == Verdict::yes)
      (pair.mentees.size() > 1 ? counted.groups : counted.pairs).push_back(address);
    else if (pair.end.absent() && !has_begun(pair.start, asked.day()))
      counted.forming.push_back(address);
  }
}

void count_programs(const StatusRequest& request, Counted& counted) {
  const Date day = request.asked.day();
  for (const Program& program : request.asked.registry().all<Program>()) {
    const std::string address = address_of(program);
    const ProgramState state = state_on(program, day);
    if (state == ProgramState::active || state == ProgramState::expired) counted.programs.push_back(address);
    if (state == ProgramState::expired) counted.expired.push_back(address);
    if ((state == ProgramState::draft || state == ProgramState::ready) && begins_by(program.start, request.until))
      counted.drafts.push_back(address);
    const At<Day> end = end_of_term(program, day);
    if (state == ProgramState::active && end.given() && *end <= request.until) counted.ending.push_back(address);
  }
}

Counted count(const StatusRequest& request) {
  Counted counted;
  count_pairs(request, counted);
  count_programs(request, counted);
  for (const std::string_view mentor : mentors_in_office(request.asked.registry(), request.asked.day()))
    counted.in_office.push_back(address_of(Mentor::kind, mentor));
  for (const WaitingMentee& mentee : waiting_on(request.asked.registry(), request.asked.day()))
    counted.waiting.push_back(address_of(*mentee.mentee));
  return counted;
}

void add(Figures& figures, std::string_view id, const Words& title, const reports::Addresses& records) {
  figures.figures.push_back({id, title, reports::counted(records.size()), {}, records});
}

/// A number that is nothing to tell of is left out.
void add_some(Figures& figures, std::string_view id, const Words& title, const reports::Addresses& records) {
  if (!records.empty()) add(figures, id, title, records);
}

Figures now(const StatusRequest& request) {
  const Counted counted = count(request);
  Figures figures{.id = "now"};
  figures.figures.push_back(
      {"head", Text{"Руководитель", "Head"}, held_by(head_of(request.asked)), {}, {"organization"}});
  figures.figures.push_back(
      {"curator", Text{"Куратор", "Curator"}, held_by(in_office(request.asked)), {}, {"organization"}});
  add(figures, "pairs", {"Работает пар", "Pairs at work"}, counted.pairs);
  add(figures, "groups", {"Работает групп", "Groups at work"}, counted.groups);
  add_some(figures, "forming", {"Готовится пар и групп", "Pairs and groups in preparation"}, counted.forming);
  add(figures, "programs", {"Идёт программ", "Programmes that run"}, counted.programs);
  add_some(figures, "expired", {"— срок истёк, а итога нет", "- past their end, not completed"}, counted.expired);
  add_some(figures, "ending", say({"— заканчивается до {}", "- to end by {}"}, reports::on_day(request.until)),
           counted.ending);
  add_some(figures, "drafts", {"Готовится программ", "Programmes in preparation"}, counted.drafts);
  add(figures, "mentors", {"Наставников в должности", "Mentors in office"}, counted.in_office);
  add(figures, "waiting", {"Ждут наставника", "Wait for a mentor"}, counted.waiting);
  return figures;
}

// --- what is wrong -------------------------------------------------------------------------------------------------

/// The record, without a name that its file may be called by, and whom it is about.
Words of_whom(const Asked& asked, Span place) {
  const std::string address = address_of(asked.loaded.sources, place);
  const bool says_it_all = address.starts_with("orders/");
  const Words whom = asked.names && !says_it_all ? about(asked.registry(), address) : Words{};
  if (!whom.empty()) return say({"{} ({})", "{} ({})"}, address, whom);
  if (!asked.conceal) return {address, address};
  const std::string path = asked.conceal->path(place);
  return told(asked, path.substr(0, path.rfind(".yaml")));
}

BySeverity graded(const Outcome& outcome) {
  BySeverity all{};
  for (const Finding& finding : outcome.findings)
    if (finding.severity != Severity::silent) all[static_cast<std::size_t>(finding.severity)] += 1 + finding.more;
  return all;
}

/// Of a fault of the records the title does not say which key or value it is.
Words in_short(const Finding& finding) {
  return finding.of->nature == Nature::format ? what_of(finding) : Words(finding.of->title);
}

/// The gravest ones first, else in the order of their places.
std::vector<const Finding*> gravest(const Outcome& outcome) {
  std::vector<const Finding*> all;
  for (const Finding& finding : outcome.findings)
    if (finding.severity <= Severity::warning) all.push_back(&finding);
  std::ranges::stable_sort(all, {}, &Finding::severity);
  return all;
}

Words not_decided(const Outcome& outcome) {
  if (outcome.undecided.empty()) return {};
  return say({"; не решено: {}", "; undecided: {}"}, outcome.undecided.size());
}

void tell_findings(const StatusRequest& request, Report& report) {
  const BySeverity all = graded(request.outcome);
  const Words found = counted(all);
  if (found.empty() && request.outcome.undecided.empty()) return report.paragraph({"Замечаний нет.", "No findings."});
  const Words what = found.empty() ? Words{"замечаний нет", "no findings"} : found;
  report.heading({"Проверка: nastavnik check", "The check: nastavnik check"}, 3);
  report.paragraph(say({"{}{}.", "{}{}."}, what, not_decided(request.outcome)));
  reports::Points points;
  const std::vector<const Finding*> lines = gravest(request.outcome);
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    points.items.push_back(
        say({"{} {}: {}", "{} {}: {}"}, lines[i]->of->id, of_whom(request.asked, lines[i]->span), in_short(*lines[i])));
  if (!points.items.empty()) report.add(std::move(points));
}

// --- what is due ---------------------------------------------------------------------------------------------------

/// What cannot be known may be due as well.
Words not_known(const Agenda& agenda) {
  if (agenda.unknown.empty()) return {};
  return say(
      {"; ещё {} не определить: в записях чего-то не хватает", "; {} more cannot be told: the records lack something"},
      agenda.unknown.size());
}

void tell_due(const StatusRequest& request, Report& report) {
  const Asked& asked = request.asked;
  std::vector<Words> lines =
      reports::due_lines({asked.loaded, request.agenda, request.until, asked.names, asked.conceal});
  const Words unknown = not_known(request.agenda);
  if (lines.empty())
    return report.paragraph(say({"До {} известных сроков нет{}.", "Nothing is known to be due by {}{}."},
                                reports::on_day(request.until), unknown));
  report.heading({"Сроки: nastavnik due", "Terms: nastavnik due"}, 3);
  const std::size_t more = lines.size() > most_lines + 1 ? lines.size() - most_lines : 0;
  lines.resize(lines.size() - more);
  if (more != 0) lines.push_back(say({"и ещё {}", "and {} more"}, more));
  report.add(reports::Points{.items = std::move(lines)});
  if (!unknown.empty()) report.paragraph(say({"Не всё известно{}.", "Not all is known{}."}, unknown));
}

// --- what waits to be signed ---------------------------------------------------------------------------------------

/// Whom the papers of a kind are about.
Words whom_of(const Asked& asked, const std::vector<const ChosenPaper*>& papers) {
  std::vector<Words> all;
  std::unordered_set<std::string> seen;
  for (const ChosenPaper* paper : papers)
    for (const Subject& subject : paper->subjects) {
      const std::string address = !subject.person.empty() ? "people/" + std::string(subject.person)
                                  : subject.keys.empty()  ? subject.id
                                                          : subject.keys.front();
      const Words whom = asked.names ? about(asked.registry(), address) : Words{};
      const Words said = !whom.empty() ? whom : told(asked, asked.names ? address : address_without_name(address));
      if (seen.insert(said.ru).second) all.push_back(said);
    }
  constexpr std::size_t most = 3;
  const std::size_t rest = all.size() > most ? all.size() - most : 0;
  all.resize(all.size() - rest);
  if (rest != 0) all.push_back(say({"ещё {}", "{} more"}, rest));
  return joined(all);
}

void tell_papers(const StatusRequest& request, Report& report) {
  if (request.papers.empty()) return;
  report.heading(
      {"На подпись: nastavnik document --waiting -o на-подпись", "To sign: nastavnik document --waiting -o to-sign"},
      3);
  reports::Points points;
  for (auto first = request.papers.begin(); first != request.papers.end();) {
    const auto last =
        std::find_if(first, request.papers.end(), [&](const ChosenPaper& one) { return one.kind != first->kind; });
    std::vector<const ChosenPaper*> papers;
    for (auto one = first; one != last; ++one) papers.push_back(&*one);
    points.items.push_back(say({"{}: {}", "{}: {}"}, first->kind->title, whom_of(request.asked, papers)));
    first = last;
  }
  report.add(std::move(points));
}

// --- what to type next ---------------------------------------------------------------------------------------------

/// What a registry that is being set up still lacks, in the order of the guide.
std::vector<Words> steps_of_beginning(const Asked& asked) {
  const Registry& registry = asked.registry();
  std::vector<Words> steps;
  if (!head_on(registry.organization(), asked.day()))
    steps.push_back(Text{"nastavnik appoint руководитель 'Фамилия Имя Отчество'",
                         "nastavnik appoint head 'Surname Name Patronymic'"});
  if (!registry.regulation().approved_on.given())
    steps.push_back(
        Text{"nastavnik sign положение --number … --date …", "nastavnik sign regulation --number … --date …"});
  if (curators_on(registry.organization(), asked.day()).empty())
    steps.push_back(Text{"nastavnik appoint куратор 'Фамилия Имя Отчество'",
                         "nastavnik appoint curator 'Surname Name Patronymic'"});
  if (registry.all<Mentor>().empty())
    steps.push_back(
        Text{"nastavnik enrol наставник 'Фамилия Имя Отчество'", "nastavnik enrol mentor 'Surname Name Patronymic'"});
  if (registry.all<Mentee>().empty())
    steps.push_back(Text{"nastavnik enrol наставляемый 'Фамилия Имя Отчество'",
                         "nastavnik enrol mentee 'Surname Name Patronymic'"});
  if (steps.empty() && registry.all<Pair>().empty())
    steps.push_back(Text{"nastavnik pair НАСТАВНИК НАСТАВЛЯЕМЫЙ", "nastavnik pair MENTOR MENTEE"});
  return steps;
}

/// The command for what is due first; one that would tell a word that may be a name is passed over.
Words step_of_first_due(const StatusRequest& request) {
  for (const Due& due : request.agenda.items)
    if (due.is_command() && (request.asked.names || address_without_name(due.record) == due.record))
      return step_told(due.step);
  return {};
}

std::vector<Words> next_steps(const StatusRequest& request) {
  constexpr std::size_t most = 3;
  const Registry& registry = request.asked.registry();
  std::vector<Words> steps = steps_of_beginning(request.asked);
  // What is found in a registry that is only begun comes of what it lacks.
  const bool is_begun = registry.all<Mentor>().empty() && registry.all<Mentee>().empty();
  if (!registry.broken_files().empty() || graded(request.outcome)[0] != 0)
    steps.insert(is_begun ? steps.end() : steps.begin(), Text{"nastavnik check", "nastavnik check"});
  if (Words first = step_of_first_due(request); !first.empty()) steps.push_back(std::move(first));
  if (!request.papers.empty())
    steps.push_back(Text{"nastavnik document --waiting -o на-подпись", "nastavnik document --waiting -o to-sign"});
  if (steps.empty()) steps.push_back(Text{"nastavnik list", "nastavnik list"});
  if (steps.size() > most) steps.resize(most);
  return steps;
}

}  // namespace

Report status(const StatusRequest& request) {
  const Asked& asked = request.asked;
  Report report{.name = "status",
                .title = school_of(asked),
                .day = asked.day(),
                .period = {asked.day(), std::max(asked.day(), request.until)}};
  report.subtitle.push_back(say({"записи на {}", "the records as of {}"}, reports::on_day(asked.day())));
  report.add(now(request));
  tell_findings(request, report);
  tell_due(request, report);
  tell_papers(request, report);
  report.heading({"Дальше", "Next"}, 3);
  report.add(reports::Points{.items = next_steps(request)});
  if (asked.conceal) conceal(report, *asked.conceal);
  return report;
}

}  // namespace nastavnik::views
