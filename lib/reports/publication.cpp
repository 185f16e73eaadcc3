// Clauses 21 and 22: what may, must and must not be on the site on the day.

#include <algorithm>
#include <array>
#include <set>

#include "model/kinds/codes_years.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/notions/banks.h"
#include "model/notions/papers.h"
#include "model/notions/showing.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "rules/questions/limits.h"

namespace nastavnik::reports {
namespace {

using Pages = std::vector<const Publication*>;

Pages live_pages(const ReportRequest& request) {
  Pages pages;
  for (const Publication& page : request.registry().all<Publication>())
    if (is_live_on(page, request.day()) == Verdict::yes) pages.push_back(&page);
  return pages;
}

/// Live pages of the kind that show the programme on the day.
Addresses showing(const Pages& pages, std::string_view program, PublicationKind kind, Date day) {
  Addresses found;
  for (const Publication* page : pages) {
    if (!holds(page->kinds, kind)) continue;
    const auto shows = [&](const ShownProgram& item) {
      return item.program.id == program && is_shown_on(*page, item, day) == Verdict::yes;
    };
    if (std::any_of(page->programs.begin(), page->programs.end(), shows)) found.push_back(address_told(*page));
  }
  return found;
}

Cell addresses_or(const Addresses& pages, const Cell& none) {
  return pages.empty() ? none : Cell(say({"{}", "{}"}, fmt::format("{}", fmt::join(pages, ", "))));
}

/// Where the pages can be read.
Cell urls_or(const Pages& pages, const Cell& none) {
  std::vector<Words> urls;
  for (const Publication* page : pages)
    urls.push_back(page->url.given() ? say({"{}", "{}"}, *page->url) : say({"{}", "{}"}, address_told(*page)));
  return urls.empty() ? none : listed(urls);
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
  Grid grid{.id = "site_content",
            .title = {"Что должно быть на сайте (п. 21)", "What must be on the site (clause 21)"},
            .definition = {"страницы, размещённые и не снятые на день отчёта",
                           "pages published and not withdrawn on the day of the report"},
            .columns = {{"kind", {"Сведения", "Content"}},
                        {"there", {"Есть", "There"}},
                        {"pages", {"Адреса страниц", "Addresses of the pages"}}}};
  for (const PublicationKind kind : wanted) {
    Pages found = pages;
    std::erase_if(found, [&](const Publication* page) {
      return !holds(page->kinds, kind) || !page->channel.given() || *page->channel != Channel::site;
    });
    const bool asked =
        (kind != PublicationKind::running_programs || running) && (kind != PublicationKind::best_cases || completed);
    const Mark mark = !found.empty() ? Mark::yes : asked ? Mark::no : Mark::not_asked;
    grid.rows.push_back({{Words(label_of(kind)), mark, urls_or(found, dash())}, addresses(found)});
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
                         {address_told(program)}});
  }
  return grid;
}

using Consents = std::vector<const Consent*>;

/// A person of the banks or of a page: what may be shown, and what is.
struct Exposure {
  Consents consents{};  ///< those to dissemination that are in force
  bool is_staff = false;
  Addresses shown{};
  std::vector<DataField> excess{};  ///< shown and not allowed
};

Consents consents_to_show(const ReportRequest& request, std::string_view person) {
  Consents found = consents_of(request.registry(), person, ConsentKind::pd_dissemination);
  std::erase_if(found, [&](const Consent* consent) { return !is_in_force(*consent, request.day()); });
  return found;
}

bool is_allowed(const Consents& consents, const Publication& page, DataField field) {
  return std::any_of(consents.begin(), consents.end(), [&](const Consent* consent) {
    return (!page.url.given() || allows_page(*consent, *page.url)) && allows_data(*consent, field);
  });
}

void add_shown(const ReportRequest& request, const Publication& page, const ShownPerson& item, Exposure& exposure) {
  exposure.shown.push_back(address_told(page));
  const auto data = data_by_consent(request.registry(), page, item, request.day());
  for (const DataField field : data.value_or(std::vector<DataField>()))
    if (!is_allowed(exposure.consents, page, field) &&
        std::find(exposure.excess.begin(), exposure.excess.end(), field) == exposure.excess.end())
      exposure.excess.push_back(field);
}

Exposure exposure_of(const ReportRequest& request, const Pages& pages, std::string_view person) {
  Exposure exposure{.consents = consents_to_show(request, person)};
  const Person* file = request.registry().all<Person>().find(person);
  const bool is_mentee = request.registry().all<Mentee>().find(person) != nullptr;
  exposure.is_staff = file && !is_mentee && is_published_staff(*file, request.day()) == Verdict::yes;
  for (const Publication* page : pages)
    for (const ShownPerson& item : page->people)
      if (item.person.id == person && is_shown_on(*page, item, request.day()) == Verdict::yes)
        add_shown(request, *page, item, exposure);
  return exposure;
}

/// Those of the banks, and those whom a page shows.
std::set<std::string_view> people_about(const ReportRequest& request, const Pages& pages) {
  std::set<std::string_view> people;
  for (const Mentor& mentor : request.registry().all<Mentor>())
    if (is_in_bank(mentor, request.day()) == Verdict::yes) people.insert(mentor.id);
  for (const Mentee& mentee : request.registry().all<Mentee>())
    if (is_in_bank(mentee, request.day()) == Verdict::yes) people.insert(mentee.id);
  for (const Publication* page : pages)
    for (const ShownPerson& item : page->people)
      if (!item.person.id.empty() && is_shown_on(*page, item, request.day()) == Verdict::yes)
        people.insert(item.person.id);
  return people;
}

Words labels(const std::vector<DataField>& fields) {
  std::vector<Words> all;
  for (const DataField field : fields) all.emplace_back(label_of(field));
  return joined(all);
}

bool has_conditions(const Exposure& exposure) {
  return std::any_of(exposure.consents.begin(), exposure.consents.end(),
                     [](const Consent* consent) { return sets_conditions(*consent); });
}

Words allowed_words(const Exposure& exposure) {
  if (exposure.consents.empty())
    return exposure.is_staff ? Words("без согласия — то, что закон об образовании обязывает размещать о работниках",
                                     "without a consent: what the law on education has published of the staff")
                             : Words("без имени: согласия на распространение нет",
                                     "without a name: there is no consent to dissemination");
  std::vector<DataField> allowed;
  for (const Consent* consent : exposure.consents)
    for (const auto& field : consent->data)
      if (field.given()) allowed.push_back(*field);
  if (allowed.empty()) return {"данные в согласии не перечислены", "the consent lists no data"};
  return has_conditions(exposure) ? say({"{} — с условиями и запретами согласия (conditions)",
                                         "{}, under the conditions of the consent (conditions)"},
                                        labels(allowed))
                                  : labels(allowed);
}

/// What is shown and not allowed.
Cell what_must_go(const Exposure& exposure) {
  if (exposure.excess.empty() && has_conditions(exposure) && !exposure.shown.empty())
    return Words("сверить страницы с условиями и запретами согласия",
                 "hold the pages to the conditions of the consent");
  if (exposure.excess.empty()) return dash();
  if (exposure.consents.empty() && !exposure.is_staff)
    return Failed{{"убрать имя с этих страниц", "take the name off these pages"}};
  return Failed{say({"убрать: {}", "take down: {}"}, labels(exposure.excess))};
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
  for (const std::string_view person : people_about(request, pages)) {
    const Exposure exposure = exposure_of(request, pages, person);
    grid.rows.push_back(
        {{who(request, person), allowed_words(exposure), addresses_or(exposure.shown, dash()), what_must_go(exposure)},
         {address_told<Person>(person)}});
  }
  return grid;
}

/// The last day on which something on the page was changed.
Cell last_update(const Publication& page) {
  std::optional<Date> last;
  for (const At<Day>& update : page.updates)
    if (update.given() && (!last || *update > *last)) last = *update;
  return last ? Cell(*last) : dash();
}

Grid table_of_pages(const Pages& pages) {
  Grid grid{.id = "site_pages",
            .title = {"Страницы", "Pages"},
            .definition = {"страницы, размещённые и не снятые на день отчёта",
                           "pages published and not withdrawn on the day of the report"},
            .columns = {{"page", {"Запись", "Record"}},
                        {"address", {"Адрес", "Address"}},
                        {"published_on", {"Размещена", "Published"}},
                        {"updated_on", {"Обновлена", "Updated"}}},
            .when_empty = {"страниц нет", "there are no pages"}};
  for (const Publication* page : pages)
    grid.rows.push_back(
        {{say({"{}", "{}"}, address_told(*page)), page->url.given() ? urls_or({page}, dash()) : no_data(),
          page->published_on.given() ? Cell(*page->published_on) : no_data(), last_update(*page)},
         {address_told(*page)}});
  return grid;
}

void build(const ReportRequest& request, Report& report) {
  const Pages pages = live_pages(request);
  report.add(kinds_of(request, pages));
  report.add(programs_of(request, pages));
  if (request.registry().all<Person>().seen())
    report.add(people_of(request, pages));
  else
    report.paragraph({"Папки people нет: согласия на распространение данных не известны.",
                      "The folder people is not here: consents to dissemination are not known."});
  report.add(table_of_pages(pages));
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
