// Clause 21: the mentoring section of the school's site, and what stands in it.

#include <algorithm>
#include <unordered_set>

#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "rules/questions/limits.h"
#include "rules/questions/missing.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// The section

bool has_started(const Program& program, Date day) {
  return program.cancelled.absent() && program.start.given() && *program.start <= day;
}

/// A programme has begun; where none has, one that cannot be read leaves the rule undecided.
bool any_started(Check& check) {
  const Table<Program>& programs = check.all<Program>();
  if (std::any_of(programs.begin(), programs.end(),
                  [&](const Program& program) { return has_started(program, check.day()); }))
    return true;
  check.sees_all<Program>(check.registry().organization());
  for (const Program& program : programs) check.known(program.cancelled, program.start);
  return false;
}

void site_section_missing(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.sees_the<Organization>(school)) return;
  const Words missing =
      list_missing({{check.absent(school.site->url), {"адрес сайта (site.url)", "the site (site.url)"}},
                    {check.absent(school.site->section_url),
                     {"адрес раздела (site.section_url)", "the section (site.section_url)"}}});
  if (!check.known(school.site) || missing.empty() || !any_started(check)) return;
  check.found(school.site.given() ? school.site.span : school.span,
              {"программы уже идут, а на сайте не указано: {}", "programmes have begun, and the site lacks: {}"},
              missing);
}

// What stands in it

/// A plan was carried out, so there is a case to tell of; a programme that was broken off is none.
bool has_best_case(Check& check) {
  const Table<Program>& programs = check.all<Program>();
  const auto is_carried_out = [](const Program& program) {
    const At<Choice<Ground>>& ground = program.completion->ground;
    return ground.given() && *ground == Ground::plan_completed;
  };
  if (std::any_of(programs.begin(), programs.end(), is_carried_out)) return true;
  for (const Program& program : programs) check.known(program.completion, program.completion->ground);
  return false;
}

/// What clause 21 lists and no page has, as far as there is something to tell.
std::vector<Words> find_missing_content(Check& check, const SitePages& pages) {
  const Table<Program>& programs = check.all<Program>();
  const auto is_running = [&](const Program& program) { return is_active(program, check.day()); };
  std::vector<Words> missing;
  const auto want = [&](PublicationKind kind) {
    if (!pages.has(kind)) missing.emplace_back(label_of(kind));
  };
  if (std::any_of(programs.begin(), programs.end(), is_running)) want(PublicationKind::running_programs);
  want(PublicationKind::mentor_base);
  want(PublicationKind::mentee_base);
  if (!pages.has(PublicationKind::best_cases) && has_best_case(check)) want(PublicationKind::best_cases);
  want(PublicationKind::legal_base);
  want(PublicationKind::guidelines);
  want(PublicationKind::news);
  return missing;
}

/// Where there is neither a section nor a page, P21-1 says it all.
void site_content_missing(Check& check) {
  const Organization& school = check.registry().organization();
  const SitePages pages(check.all<Publication>());
  const std::vector<Words> missing = find_missing_content(check, pages);
  if (missing.empty() || !check.sees_the<Organization>(school) || !any_started(check)) return;
  const At<Url>& section = school.site->section_url;
  if (pages.unclear()) return check.undecided(*pages.unclear());
  if (pages.empty() && section.absent()) return;
  check.found(section.given() ? section.span : school.span,
              {"на страницах сайта нет: {}", "the pages of the site lack: {}"}, joined(missing));
}

struct ShownRunning {
  std::unordered_set<std::string_view> programs;
  std::optional<Span> unclear;
};

/// Programmes that pages about running programmes show on the day.
ShownRunning find_shown(Check& check, const std::vector<const Publication*>& pages) {
  ShownRunning shown;
  const auto look_at = [&](const auto& field) {
    if (field.presence == Presence::broken) shown.unclear = field.span;
  };
  for (const Publication* page : pages) {
    look_at(page->programs);
    for (const ShownProgram& item : page->programs) {
      look_at(item.program);
      look_at(shown_from(*page, item));
      look_at(item.to);
      const bool is_open = item.to.absent() || (item.to.given() && check.day() <= *item.to);
      const At<Day>& from = shown_from(*page, item);
      if (is_open && from.given() && *from <= check.day()) shown.programs.insert(item.program.id);
    }
  }
  return shown;
}

/// Where no page is about running programmes at all, P21-2 says so once.
void running_program_not_published(Check& check) {
  const SitePages pages(check.all<Publication>());
  const auto about = pages.of(PublicationKind::running_programs);
  if (about.empty() && !pages.unclear()) return;
  ShownRunning shown = find_shown(check, about);
  if (!shown.unclear) shown.unclear = pages.unclear();
  for (const Program& program : check.all<Program>()) {
    if (!check.known(program.cancelled, program.start, program.completion, program.completion->date)) continue;
    if (!is_active(program, check.day()) || shown.programs.contains(program.id)) continue;
    if (shown.unclear) return check.undecided(*shown.unclear);
    const Publication& page = *about.front();
    check
        .found(program,
               {"на {} программы нет на страницах о реализуемых программах",
                "on {} the programme is on no page about running programmes"},
               check.day())
        .also(page.programs.given() ? page.programs.span : page.span, {"одна из таких страниц", "one of these pages"});
  }
}

// The banks

/// The days on which a bank changes, and what keeps them from being known.
struct Changes {
  std::vector<const At<Day>*> days;
  std::optional<Span> unclear;

  void add(const At<Day>& day) {
    if (day.given()) days.push_back(&day);
    if (day.presence == Presence::broken) unclear = day.span;
  }
};

template <class Entry>
void add_entries(const Check& check, Changes& changes) {
  const Table<Entry>& bank = check.all<Entry>();
  if (!bank.broken().empty()) changes.unclear = bank.broken().front();
  for (const Entry& entry : bank) {
    changes.add(entry.entered_on);
    changes.add(entry.left->date);
  }
}

void add_pairs(const Check& check, Changes& changes) {
  const Table<Pair>& pairs = check.all<Pair>();
  if (!pairs.broken().empty()) changes.unclear = pairs.broken().front();
  for (const Pair& pair : pairs) {
    changes.add(pair.start);
    changes.add(pair.end->date);
    for (const Member& member : pair.mentees) {
      changes.add(member.from);
      changes.add(member.to);
    }
  }
}

/// A day that is not given comes before all others.
const At<Day>& last_update(const Publication& page) {
  const At<Day>* last = &page.published_on;
  for (const At<Day>& update : page.updates)
    if (*update > **last) last = &update;
  return *last;
}

/// The first change that the page does not show yet.
const At<Day>* first_after(const Changes& changes, Date update) {
  const At<Day>* first = nullptr;
  for (const At<Day>* day : changes.days)
    if (**day > update && (!first || **day < **first)) first = day;
  return first;
}

void hold_to_bank(Check& check, const Publication& page, const Changes& changes) {
  const At<Day>& update = last_update(page);
  if (!check.given(update) || !check.known(page.updates)) return;
  const At<Day>* change = first_after(changes, *update);
  const auto& days = check.limits().bank_publication_days;
  if (change && **change + *days < check.day()) {
    check
        .found(update,
               {"банк изменился {}, страницу принято обновлять по {} ({})",
                "the bank changed on {}, the page is as a rule updated by {} ({})"},
               **change, **change + *days, whose_term(days))
        .also(*change, {"первое изменение, которого на странице нет", "the first change that the page does not show"});
  } else if (changes.unclear) {
    check.undecided(*changes.unclear);
  }
}

void published_bank_outdated(Check& check) {
  Changes pairs;
  add_pairs(check, pairs);
  Changes mentors = pairs, mentees = pairs;
  add_entries<Mentor>(check, mentors);
  add_entries<Mentee>(check, mentees);
  for (const Publication& page : check.all<Publication>()) {
    if (!is_live(check, page) || !check.given(page.kinds)) continue;
    Changes changes;
    if (holds(page.kinds, PublicationKind::mentor_base)) changes = mentors;
    if (holds(page.kinds, PublicationKind::mentee_base)) {
      changes.days.insert(changes.days.end(), mentees.days.begin(), mentees.days.end());
      if (!changes.unclear) changes.unclear = mentees.unclear;
    }
    if (!changes.days.empty() || changes.unclear) hold_to_bank(check, page, changes);
  }
}

constexpr Rule site_rows[] = {
    {{.id = "P21-1",
      .name = "site-section-missing",
      .nature = Nature::text,
      .clauses = "21",
      .phrase = "создается специальный раздел (рубрика)",
      .title = {"на сайте не указан раздел о наставничестве", "the site has no section on mentoring"},
      .remedy =
          {"создайте раздел на сайте и укажите адреса (site.url, site.section_url) в organization.yaml",
           "create the section on the site and enter the addresses (site.url, site.section_url) in organization.yaml"},
      .scope = Scope::registry},
     site_section_missing},
    {{.id = "P21-2",
      .name = "site-content-missing",
      .severity = Severity::warning,
      .nature = Nature::text,
      .clauses = "21",
      .phrase =
          "На сайте размещаются сведения о реализуемых персонализированных программах наставничества педагогических работников",
      .title = {"на сайте есть не все обязательные сведения о наставничестве",
                "the site lacks some of the required information on mentoring"},
      .remedy = {"разместите недостающие сведения и внесите страницу в publications/ с её видом (kinds)",
                 "publish what is missing and enter the page in publications/ with its kind (kinds)"},
      .scope = Scope::registry},
     site_content_missing},
    {{.id = "P21-3",
      .name = "running-program-not-published",
      .severity = Severity::warning,
      .nature = Nature::text,
      .clauses = "21",
      .phrase = "сведения о реализуемых персонализированных программах",
      .title = {"действующей программы нет на сайте", "an active programme is not on the site"},
      .remedy =
          {"разместите сведения о программе и добавьте её (programs) на страницу вида running_programs в publications/",
           "publish the programme and add it (programs) to a page of kind running_programs in publications/"},
      .scope = Scope::registry},
     running_program_not_published},
    {{.id = "P21-4",
      .name = "published-bank-outdated",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "базы наставников и наставляемых",
      .title = {"банк на сайте не обновлён после изменений", "the bank on the site was not updated after changes"},
      .remedy = {"обновите страницу и запишите день обновления (updates) в publications/",
                 "update the page and record the day (updates) in publications/"},
      .scope = Scope::registry},
     published_bank_outdated},
};

}  // namespace

std::span<const Rule> site_rules();
std::span<const Rule> site_rules() { return site_rows; }

}  // namespace nastavnik
