// Clause 22: when the results of programmes are published.

#include <unordered_map>

#include "model/kinds/codes_programs.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/settings.h"
#include "model/notions/earliest.h"
#include "model/notions/verdict.h"
#include "rules/questions/limits.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Says where results are told of a programme that is not completed, or was completed later.
void hold_to_completion(Check& check, Span place, const Program& program, Date from) {
  if (check.absent(program.completion))
    check.found(place,
                {"результаты программы {} показаны с {}, а она ещё не завершена",
                 "results of programme {} are shown from {}, and it is not completed yet"},
                program.id, from);
  const At<Day>& completed = program.completion->date;
  if (!check.given(program.completion, completed) || from >= *completed) return;
  check
      .found(place,
             {"результаты программы {} показаны с {}, а завершена она {}",
              "results of programme {} are shown from {}, and it was completed on {}"},
             program.id, from, *completed)
      .also(completed, {"завершение программы", "completion of the programme"});
}

/// A best case tells results where it says so, or stands on a page of results.
bool tells_results(Check& check, const Practice& practice, bool on_page_of_results) {
  return on_page_of_results || (!practice.results.absent() && check.given(practice.results) && *practice.results);
}

void hold_practices(Check& check, const Publication& page, bool of_results) {
  for (const Link<Practice>& link : check.each(page.practices)) {
    const Practice* practice = check.follow(link);
    if (!practice || !tells_results(check, *practice, of_results) || !check.given(page.published_on)) continue;
    for (const Link<Program>& told : check.each(practice->programs))
      if (const Program* program = check.follow(told))
        hold_to_completion(check, link.span, *program, *page.published_on);
  }
}

/// The page names a programme, or one of its practices does.
Verdict names_programs(const Publication& page) {
  if (!page.programs.absent()) return Verdict::yes;
  Verdict found = page.practices.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const Link<Practice>& practice : page.practices) {
    if (!practice.to) found = Verdict::unknown;
    if (practice.to && !practice.to->programs.absent()) return Verdict::yes;
  }
  return found;
}

void results_published_too_early(Check& check) {
  for (const Publication& page : check.all<Publication>()) {
    if (!is_live(check, page) || !check.given(page.kinds)) continue;
    const bool of_results = holds(page.kinds, PublicationKind::results);
    hold_practices(check, page, of_results);
    if (!of_results) continue;
    if (check.denied(names_programs(page), page))
      check
          .found(
              page.kinds,
              {"о каких программах результаты, ни на странице (programs), ни у её практик не указано, и не видно, завершены ли они",
               "neither the page (programs) nor its practices tell of which programmes the results are, nor whether they are completed"})
          .milder();
    for (const ShownProgram& shown : check.each(page.programs))
      if (const Program* program = is_shown(check, page, shown) ? check.follow(shown.program) : nullptr)
        hold_to_completion(check, shown.program.span, *program, *shown_from(page, shown));
  }
}

/// Since when pages of results show each programme; and the place that keeps the list from being whole.
struct ShownResults {
  std::unordered_map<std::string_view, const At<Day>*> since;
  std::optional<Span> unclear;
};

void add_results(const Publication& page, ShownResults& results) {
  for (const ShownProgram& shown : page.programs) {
    const At<Day>& from = shown_from(page, shown);
    if (shown.program.presence == Presence::broken) results.unclear = shown.program.span;
    if (!from.given()) results.unclear = from.span;
    if (!from.given()) continue;
    keep_earliest(results.since[shown.program.id], from);
  }
}

ShownResults find_results(const Table<Publication>& pages) {
  ShownResults results;
  if (!pages.broken().empty()) results.unclear = pages.broken().front();
  for (const Publication& page : pages) {
    if (page.kinds.presence == Presence::broken) results.unclear = page.kinds.span;
    if (!holds(page.kinds, PublicationKind::results)) continue;
    if (page.programs.presence == Presence::broken) results.unclear = page.programs.span;
    add_results(page, results);
  }
  return results;
}

void results_not_published(Check& check) {
  const ShownResults results = find_results(check.all<Publication>());
  for (const Program& program : check.all<Program>()) {
    const At<Day>& completed = program.completion->date;
    if (!check.given(program.completion, completed)) continue;
    const auto& days = check.limits().results_publication_days;
    const Date due = *completed + *days;
    const auto found = results.since.find(program.id);
    const At<Day>* since = found == results.since.end() ? nullptr : found->second;
    if (check.day() <= due || (since && **since <= due)) continue;
    if (results.unclear) {
      check.undecided(*results.unclear);
      continue;
    }
    Found finding = check.found(completed, {"результаты публикуют по {} ({})", "results are expected by {} ({})"}, due,
                                whose_term(days));
    if (program.completion->ground.given() && *program.completion->ground != Ground::plan_completed) finding.milder();
    if (since) finding.also(*since, {"результаты показаны с этого дня", "the results are shown from this day"});
  }
}

constexpr Rule publication_rows[] = {
    {{.id = "P22-1",
      .name = "results-published-too-early",
      .milder = Severity::warning,
      .nature = Nature::text,
      .clauses = "22",
      .phrase = "публикуются после их завершения",
      .title = {"результаты опубликованы до завершения программы, или не видно, чьи они",
                "results were published before the programme ended, or it is not clear whose they are"},
      .remedy =
          {"снимите результаты с сайта до завершения программы или исправьте вид страницы (kinds), программы (programs) и даты показа (from) в publications/",
           "take the results off the site until the programme ends, or correct the page's kinds (kinds), programmes (programs) and dates (from) in publications/"},
      .scope = Scope::links},
     results_published_too_early},
    {{.id = "P22-2",
      .name = "results-not-published",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "22",
      .phrase =
          "Результаты персонализированных программ наставничества педагогических работников в организации публикуются",
      .precise = {"результаты программы есть на странице вида results; срок наш, в тексте его нет",
                  "the results of a programme stand on a page of kind results; the term is ours, the text has none"},
      .title = {"результаты завершённой программы вовремя не опубликованы",
                "results of a completed programme were not published in time"},
      .remedy = {"разместите результаты на сайте и внесите страницу в publications/ (kinds: [results], programs)",
                 "publish the results on the site and enter the page in publications/ (kinds: [results], programs)"},
      .limits = "results_publication_days",
      .scope = Scope::registry},
     results_not_published},
};

}  // namespace

std::span<const Rule> publication_rules();
std::span<const Rule> publication_rules() { return publication_rows; }

}  // namespace nastavnik
