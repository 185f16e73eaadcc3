// Clauses 21 and 22: what may, must and must not be on the site on the day.

#include <algorithm>
#include <array>
#include <map>

#include "model/notions/banks.h"
#include "model/notions/papers.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "rules/questions/limits.h"

namespace nastavnik::reports {
namespace {

using Pages = std::vector<const Publication*>;

bool is_live_on(const Publication& page, Date day) {
  return page.published_on.given() && *page.published_on <= day &&
         !(page.withdrawn.given() && page.withdrawn->date.given() && *page.withdrawn->date <= day);
}

template <class Shown>
bool is_shown_on(const Publication& page, const Shown& item, Date day) {
  const At<Day>& from = item.from.given() ? item.from : page.published_on;
  return from.given() && *from <= day && !(item.to.given() && *item.to < day);
}

Pages live_pages(const ReportRequest& request) {
  Pages pages;
  for (const Publication& page : request.registry().all<Publication>())
    if (is_live_on(page, request.day())) pages.push_back(&page);
  return pages;
}

/// Live pages of the kind that show the programme on the day.
Addresses showing(const Pages& pages, std::string_view program, PublicationKind kind, Date day) {
  Addresses found;
  for (const Publication* page : pages) {
    if (!holds(page->kinds, kind)) continue;
    const auto shows = [&](const ShownProgram& item) {
      return item.program.id == program && is_shown_on(*page, item, day);
    };
    if (std::any_of(page->programs.begin(), page->programs.end(), shows)) found.push_back(address_of(*page));
  }
  return found;
}

Cell addresses_or(const Addresses& pages, const Cell& none) {
  return pages.empty() ? none : Cell(say({"{}", "{}"}, fmt::format("{}", fmt::join(pages, ", "))));
}

Grid kinds_of(const ReportRequest& request, const Pages& pages) {
  constexpr std::array wanted{PublicationKind::running_programs,
                              PublicationKind::mentor_base,
                              PublicationKind::mentee_base,
                              PublicationKind::best_cases,
                              PublicationKind::legal_base,
                              PublicationKind::guidelines,
                              PublicationKind::news};
  const auto& programs = request.registry().all<Program>();
  const auto any = [&](auto is) {
    return std::any_of(programs.begin(), programs.end(),
                       [&](const Program& program) { return is(state_on(program, request.day())); });
  };
  const bool running =
      any([](ProgramState state) { return state == ProgramState::active || state == ProgramState::expired; });
  const bool completed = any([](ProgramState state) { return state == ProgramState::completed; });
  Grid grid{
      .id = "site_content",
      .title = {"Что должно быть на сайте (п. 21)", "What must be on the site (clause 21)"},
      .definition = {"страницы, размещённые и не снятые на день отчёта",
                     "pages published and not withdrawn on the day of the report"},
      .columns = {{"kind", {"Сведения", "Content"}}, {"there", {"Есть", "There"}}, {"pages", {"Страницы", "Pages"}}}};
  for (const PublicationKind kind : wanted) {
    Addresses found;
    for (const Publication* page : pages)
      if (holds(page->kinds, kind) && page->channel.given() && *page->channel == Channel::site)
        found.push_back(address_of(*page));
    const bool asked =
        (kind != PublicationKind::running_programs || running) && (kind != PublicationKind::best_cases || completed);
    const Mark mark = !found.empty() ? Mark::yes : asked ? Mark::no : Mark::not_asked;
    grid.rows.push_back({{Words(label_of(kind)), mark, addresses_or(found, dash())}, found});
  }
  return grid;
}

/// What the day asks about a programme, and whether the site agrees.
struct Advice {
  Words must{};
  Words to_do{};
};

Advice advice_on(const ReportRequest& request, const Program& program, bool running_shown, bool results_shown) {
  const ProgramState state = state_on(program, request.day());
  if (state == ProgramState::completed) {
    const auto& days = request.registry().settings().thresholds->results_publication_days;
    const Words must = say({"результаты, по {} ({})", "the results, by {} ({})"},
                           on_day(*program.completion->date + *days), whose_term(days));
    return {must, results_shown ? Words("ничего", "nothing") : Words("опубликовать результаты", "publish the results")};
  }
  const Words must{"сведения о реализуемой программе; результаты — нельзя до завершения",
                   "that the programme is running; no results before its completion"};
  if (results_shown)
    return {must,
            {"убрать результаты: программа не завершена", "take the results down: the programme is not completed"}};
  return {must, running_shown ? Words("ничего", "nothing")
                              : Words("разместить сведения о программе", "publish that it is running")};
}

Grid programs_of(const ReportRequest& request, const Pages& pages) {
  Grid grid{.id = "site_programs",
            .title = {"Программы", "Programmes"},
            .definition = {"действующие на день отчёта и завершённые за период",
                           "active on the day of the report, and completed in the period"},
            .columns = {{"program", {"Программа", "Programme"}},
                        {"must", {"Что должно быть", "What must be there"}},
                        {"running", {"Показана как реализуемая", "Shown as running"}},
                        {"results", {"Результаты показаны", "Results shown"}},
                        {"to_do", {"Что сделать", "What to do"}}},
            .when_empty = {"таких программ нет", "there are no such programmes"}};
  for (const Program& program : request.registry().all<Program>()) {
    const ProgramState state = state_on(program, request.day());
    const bool completed = state == ProgramState::completed;
    if (completed ? !request.period.holds(*program.completion->date)
                  : state != ProgramState::active && state != ProgramState::expired)
      continue;
    const Addresses running = showing(pages, program.id, PublicationKind::running_programs, request.day()),
                    results = showing(pages, program.id, PublicationKind::results, request.day());
    const Advice advice = advice_on(request, program, !running.empty(), !results.empty());
    const Cell running_mark =
        running.empty() ? Cell(completed ? Mark::not_asked : Mark::no) : addresses_or(running, dash());
    const Cell results_mark =
        results.empty() ? Cell(completed ? Mark::no : Mark::not_asked) : addresses_or(results, dash());
    grid.rows.push_back({{say({"{}", "{}"}, program.id), advice.must, running_mark, results_mark, advice.to_do},
                         {address_of(program)}});
  }
  return grid;
}

/// A person of the banks or of a page: what may be shown by consent, and what is.
struct Exposure {
  std::vector<DataField> allowed{};
  bool has_consent = false;
  std::map<std::string, std::vector<DataField>> shown{};  ///< by page
};

void allow_by_consents(const ReportRequest& request, std::string_view person, Exposure& exposure) {
  for (const Consent* consent : consents_of(request.registry(), person, ConsentKind::pd_dissemination)) {
    if (!is_in_force(*consent, request.day()) || consent->withdrawn_on.given()) continue;
    exposure.has_consent = true;
    for (const auto& field : consent->data)
      if (field.given()) exposure.allowed.push_back(*field);
  }
}

std::map<std::string_view, Exposure> exposures(const ReportRequest& request, const Pages& pages) {
  std::map<std::string_view, Exposure> people;
  for (const Mentor& mentor : request.registry().all<Mentor>())
    if (is_in_bank(mentor, request.day()) == Verdict::yes) people[mentor.id];
  for (const Mentee& mentee : request.registry().all<Mentee>())
    if (is_in_bank(mentee, request.day()) == Verdict::yes) people[mentee.id];
  for (const Publication* page : pages)
    for (const ShownPerson& item : page->people) {
      if (item.person.id.empty() || !is_shown_on(*page, item, request.day())) continue;
      std::vector<DataField>& fields = people[item.person.id].shown[address_of(*page)];
      for (const auto& field : item.data)
        if (field.given()) fields.push_back(*field);
    }
  for (auto& [person, exposure] : people) allow_by_consents(request, person, exposure);
  return people;
}

Words labels(const std::vector<DataField>& fields) {
  std::vector<Words> all;
  for (const DataField field : fields) all.emplace_back(label_of(field));
  return joined(all);
}

Words allowed_words(const Exposure& exposure) {
  if (!exposure.has_consent)
    return {"без имени: согласия на распространение нет", "without a name: there is no consent to dissemination"};
  return exposure.allowed.empty() ? Words("данные в согласии не перечислены", "the consent lists no data")
                                  : labels(exposure.allowed);
}

/// What is shown and not allowed.
Cell what_must_go(const Exposure& exposure) {
  if (!exposure.has_consent && !exposure.shown.empty())
    return Failed{{"убрать имя с этих страниц", "take the name off these pages"}};
  std::vector<DataField> excess;
  for (const auto& [page, fields] : exposure.shown)
    for (const DataField field : fields)
      if (std::find(exposure.allowed.begin(), exposure.allowed.end(), field) == exposure.allowed.end() &&
          std::find(excess.begin(), excess.end(), field) == excess.end())
        excess.push_back(field);
  return excess.empty() ? dash() : Cell(Failed{say({"убрать: {}", "take down: {}"}, labels(excess))});
}

Grid people_of(const ReportRequest& request, const Pages& pages) {
  Grid grid{.id = "site_people",
            .title = {"Люди", "People"},
            .definition = {"по согласиям на распространение данных, действующим на день отчёта",
                           "by the consents to dissemination in force on the day of the report"},
            .columns = {{"person", {"Кто", "Who"}},
                        {"may", {"Можно показать", "May be shown"}},
                        {"shown", {"Показан на страницах", "Shown on pages"}},
                        {"to_do", {"Что сделать", "What to do"}}},
            .when_empty = {"в банках никого нет", "there is nobody in the banks"}};
  for (const auto& [person, exposure] : exposures(request, pages)) {
    Addresses shown;
    for (const auto& [page, fields] : exposure.shown) shown.push_back(page);
    grid.rows.push_back(
        {{who(request, person), allowed_words(exposure), addresses_or(shown, dash()), what_must_go(exposure)},
         {address_of<Person>(person)}});
  }
  return grid;
}

void build(const ReportRequest& request, Page& report) {
  const Pages pages = live_pages(request);
  report.add(kinds_of(request, pages));
  report.add(programs_of(request, pages));
  if (request.registry().all<Person>().seen())
    report.add(people_of(request, pages));
  else
    report.paragraph({"Папки people нет: согласия на распространение данных не известны.",
                      "The folder people is not here: consents to dissemination are not known."});
}

}  // namespace

ReportKind publication_report();
ReportKind publication_report() {
  return {.name = "publication",
          .title = {"Что должно и чего не должно быть на сайте", "What must and must not be on the site"},
          .summary = {"сведения, программы и люди: что обязательно, что можно, чего нельзя",
                      "content, programmes and people: what must, may and must not be shown"},
          .clauses = "21,22",
          .build = build};
}

}  // namespace nastavnik::reports
