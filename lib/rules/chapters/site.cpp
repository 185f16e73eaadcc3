// Clause 21: the mentoring section of the school's site, and what stands in it.

#include <algorithm>
#include <unordered_map>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/notions/earliest.h"
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

/// The last day on which something must have happened for the site to be behind with it by now.
Date long_ago(const Check& check) { return check.day() - *check.limits().site_publication_days - 1; }

/// A programme has begun long ago; where none has, one that cannot be read leaves the rule undecided.
bool any_started_long_ago(Check& check) {
  const Table<Program>& programs = check.all<Program>();
  if (std::any_of(programs.begin(), programs.end(),
                  [&](const Program& program) { return has_started(program, long_ago(check)); }))
    return true;
  check.sees_all<Program>(check.registry().organization());
  for (const Program& program : programs) check.known(program.cancelled, program.start);
  return false;
}

/// The time there is to put something on the site, and whose term that is.
Words time_to_publish(const Check& check) {
  const auto& days = check.limits().site_publication_days;
  return say({"{} — {}", "{}, {}"}, Count{*days, noun::day}, whose_term(days));
}

void site_section_missing(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.sees_the<Organization>(school)) return;
  const Words missing =
      list_missing({{check.absent(school.site->url), {"адрес сайта (site.url)", "the site (site.url)"}},
                    {check.absent(school.site->section_url),
                     {"адрес раздела (site.section_url)", "the section (site.section_url)"}}});
  if (!check.known(school.site) || missing.empty() || !any_started_long_ago(check)) return;
  check.found(school.site.given() ? school.site.span : school.span,
              {"программы уже идут, а на сайте не указано: {}; с начала первой программы на это {}",
               "programmes have begun, and the site lacks: {}; the time for it from the start of the first is {}"},
              missing, time_to_publish(check));
}

// What stands in it

/// A plan was carried out long ago, so there is a case to tell of; a programme that was broken off is none.
bool has_best_case(Check& check) {
  const Table<Program>& programs = check.all<Program>();
  const auto is_carried_out = [&](const Program& program) {
    const At<Choice<Ground>>& ground = program.completion->ground;
    const At<Day>& day = program.completion->date;
    return ground.given() && *ground == Ground::plan_completed && day.given() && *day <= long_ago(check);
  };
  if (std::any_of(programs.begin(), programs.end(), is_carried_out)) return true;
  for (const Program& program : programs)
    check.known(program.completion, program.completion->ground, program.completion->date);
  return false;
}

/// A page of the kind was there not long ago: whoever takes one off has as long to put up another.
bool was_there_lately(const Check& check, const SitePages& pages, PublicationKind kind) {
  const auto withdrawn = pages.withdrawn_of(kind);
  return std::any_of(withdrawn.begin(), withdrawn.end(), [&](const Publication* page) {
    return page->withdrawn->date.given() && *page->withdrawn->date > long_ago(check);
  });
}

/// A programme begun long ago runs; where there is only one of which that cannot be read, the rule is undecided.
bool some_run(Check& check) {
  const Table<Program>& programs = check.all<Program>();
  const auto runs = [&](const Program& program) {
    return has_started(program, long_ago(check)) ? runs_on(program, check.day()) : Verdict::no;
  };
  const Verdict found = is_so_of_any(programs, runs);
  if (found == Verdict::unknown)
    for (const Program& program : programs) check.confirmed(runs(program), program);
  return found == Verdict::yes;
}

/// What clause 21 lists and no page has, as far as there is something to tell.
std::vector<Words> find_missing_content(Check& check, const SitePages& pages) {
  std::vector<Words> missing;
  const auto is_gone = [&](PublicationKind kind) { return !pages.has(kind) && !was_there_lately(check, pages, kind); };
  const auto want = [&](PublicationKind kind) {
    if (is_gone(kind)) missing.emplace_back(label_of(kind));
  };
  if (is_gone(PublicationKind::running_programs) && some_run(check)) want(PublicationKind::running_programs);
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
  if (missing.empty() || !check.sees_the<Organization>(school) || !any_started_long_ago(check)) return;
  const At<Url>& section = school.site->section_url;
  if (pages.unclear()) return check.undecided(*pages.unclear());
  if (pages.empty() && section.absent()) return;
  check.found(
      section.given() ? section.span : school.span,
      {"на страницах сайта нет: {}; на размещение {}", "the pages of the site lack: {}; the time to publish is {}"},
      joined(missing), time_to_publish(check));
}

struct ShownRunning {
  std::unordered_map<std::string_view, Date> until;  ///< the last day of the showing, up to the one judged
  std::optional<Span> unclear;
};

void add_shown(const Check& check, const Publication& page, Date last, ShownRunning& shown) {
  const auto look_at = [&](const auto& field) {
    if (field.presence == Presence::broken) shown.unclear = field.span;
  };
  look_at(page.programs);
  for (const ShownProgram& item : page.programs) {
    look_at(item.program);
    look_at(shown_from(page, item));
    look_at(item.to);
    const At<Day>& from = shown_from(page, item);
    if (!from.given() || *from > check.day() || item.to.presence == Presence::broken) continue;
    Date& until = shown.until[item.program.id];
    until = std::max(until, item.to.given() ? std::min(*item.to, last) : last);
  }
}

/// When pages about running programmes show, or last showed, each programme.
ShownRunning find_shown(const Check& check, const SitePages& pages) {
  ShownRunning shown;
  for (const Publication* page : pages.of(PublicationKind::running_programs))
    add_shown(check, *page, check.day(), shown);
  for (const Publication* page : pages.withdrawn_of(PublicationKind::running_programs))
    if (page->withdrawn->date.given()) add_shown(check, *page, *page->withdrawn->date - 1, shown);
  return shown;
}

/// Where no page is about running programmes at all, P21-2 says so once.
void running_program_not_published(Check& check) {
  const SitePages pages(check.all<Publication>());
  const auto about = pages.of(PublicationKind::running_programs);
  if (about.empty() && !pages.unclear()) return;
  ShownRunning shown = find_shown(check, pages);
  if (!shown.unclear) shown.unclear = pages.unclear();
  for (const Program& program : check.all<Program>()) {
    if (!check.known(program.cancelled, program.start)) continue;
    const auto until = shown.until.find(program.id);
    const bool is_shown = until != shown.until.end() && until->second > long_ago(check);
    if (is_shown || !has_started(program, long_ago(check)) || !check.confirmed(runs_on(program, check.day()), program))
      continue;
    if (shown.unclear) return check.undecided(*shown.unclear);
    const Publication& page = *about.front();
    check
        .found(program,
               {"на {} программы нет на страницах о реализуемых программах; на размещение {}",
                "on {} the programme is on no page about running programmes; the time to publish is {}"},
               check.day(), time_to_publish(check))
        .also(page.programs.given() ? page.programs.span : page.span, {"одна из таких страниц", "one of these pages"});
  }
}

/// Of results a page goes on telling.
bool shows_running_alone(const Publication& page) { return !holds(page.kinds, PublicationKind::results); }

void report_still_shown(Check& check, const ShownProgram& item) {
  const Program* program = item.program.to;
  if (!program || !item.to.absent() || !program->completion.given()) return;
  const At<Day>& ended = program->completion->date;
  if (!check.given(ended) || *ended > long_ago(check)) return;
  check
      .found(item.program,
             {"программа завершена {}, а страница и дальше показывает её среди реализуемых (to не записано)",
              "the programme ended on {}, and the page goes on showing it among those that run (no to)"},
             *ended)
      .also(ended, {"завершение программы", "the end of the programme"});
}

void ended_program_still_shown(Check& check) {
  const SitePages pages(check.all<Publication>());
  for (const Publication* page : pages.of(PublicationKind::running_programs))
    if (shows_running_alone(*page))
      for (const ShownProgram& item : check.each(page->programs)) report_still_shown(check, item);
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
    if (**day > update) keep_earliest(first, *day);
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
               {"банк изменился {}, страницу обновляют по {} ({})",
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
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "создается специальный раздел (рубрика)",
      .precise =
          {"раздел есть, когда первая программа идёт дольше срока на размещение; срок наш, в тексте его нет",
           "the section is there once the first programme has run longer than the time to publish; that time is ours"},
      .title = {"на сайте не указан раздел о наставничестве", "the site has no section on mentoring"},
      .remedy =
          {"создайте раздел на сайте и укажите адреса (site.url, site.section_url) в organization.yaml",
           "create the section on the site and enter the addresses (site.url, site.section_url) in organization.yaml"},
      .limits = "site_publication_days",
      .scope = Scope::registry},
     site_section_missing},
    {{.id = "P21-2",
      .name = "site-content-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase =
          "На сайте размещаются сведения о реализуемых персонализированных программах наставничества педагогических работников",
      .precise = {"каждый вид сведений из п. 21 есть на какой-нибудь странице сайта; срок на размещение наш",
                  "each kind of information of clause 21 stands on some page of the site; the time to publish is ours"},
      .title = {"на сайте есть не все сведения о наставничестве, которые перечисляет п. 21",
                "the site lacks some of the information on mentoring that clause 21 lists"},
      .remedy = {"разместите недостающие сведения и внесите страницу в publications/ с её видом (kinds)",
                 "publish what is missing and enter the page in publications/ with its kind (kinds)"},
      .limits = "site_publication_days",
      .scope = Scope::registry},
     site_content_missing},
    {{.id = "P21-3",
      .name = "running-program-not-published",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "сведения о реализуемых персонализированных программах",
      .precise = {"сведения — о каждой программе, которая идёт; срок на размещение наш",
                  "the information is on each programme that runs; the time to publish is ours"},
      .title = {"действующей программы нет на сайте", "an active programme is not on the site"},
      .remedy =
          {"разместите сведения о программе и добавьте её (programs) на страницу вида running_programs в publications/",
           "publish the programme and add it (programs) to a page of kind running_programs in publications/"},
      .limits = "site_publication_days",
      .scope = Scope::registry},
     running_program_not_published},
    {{.id = "S-15",
      .name = "ended-program-still-shown",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .title = {"завершённую программу сайт всё ещё показывает среди реализуемых",
                "the site still shows a programme that has ended among those that run"},
      .remedy =
          {"уберите программу со страницы сайта и запишите последний день показа (to) в publications/",
           "take the programme off the page, and record the last day on which it was shown (to) in publications/"},
      .limits = "site_publication_days",
      .scope = Scope::registry},
     ended_program_still_shown},
    {{.id = "P21-4",
      .name = "published-bank-outdated",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "базы наставников и наставляемых",
      .precise = {"база на сайте показывает банк таким, каков он есть; срок на обновление наш",
                  "the base on the site shows the bank as it is; the time to update it is ours"},
      .title = {"банк на сайте не обновлён после изменений", "the bank on the site was not updated after changes"},
      .remedy = {"обновите страницу и запишите день обновления (updates) в publications/",
                 "update the page and record the day (updates) in publications/"},
      .limits = "bank_publication_days",
      .scope = Scope::registry},
     published_bank_outdated},
};

}  // namespace

std::span<const Rule> site_rules();
std::span<const Rule> site_rules() { return site_rows; }

}  // namespace nastavnik
