// Clause 22: when the results of programmes are published.

#include <unordered_map>

#include "model/notions/verdict.h"
#include "rules/questions/limits.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

bool holds_results(Check& check, const Publication& page) {
  return check.given(page.kinds) && holds(page.kinds, PublicationKind::results);
}

void results_too_early(Check& check, const Publication& page, const ShownProgram& shown) {
  const Program* program = is_shown(check, page, shown) ? check.follow(shown.program) : nullptr;
  if (!program) return;
  const At<Day>& from = shown_from(page, shown);
  if (check.absent(program->completion))
    check.found(
        shown.program,
        {"показана с {}, а программа ещё не завершена", "shown from {}, and the programme is not completed yet"},
        *from);
  const At<Day>& completed = program->completion->date;
  if (!check.given(program->completion, completed) || *from >= *completed) return;
  check.found(shown.program, {"показана с {}, а завершена {}", "shown from {}, and completed on {}"}, *from, *completed)
      .also(completed, {"завершение программы", "completion of the programme"});
}

void results_published_too_early(Check& check) {
  for (const Publication& page : check.all<Publication>()) {
    if (!holds_results(check, page) || !is_live(check, page)) continue;
    for (const ShownProgram& shown : check.each(page.programs)) results_too_early(check, page, shown);
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
    const At<Day>*& since = results.since[shown.program.id];
    if (!since || *from < **since) since = &from;
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
    Found finding = check.found(completed, {"результаты ждут по {} ({})", "results are expected by {} ({})"}, due,
                                whose_term(days));
    if (since) finding.also(*since, {"результаты показаны с этого дня", "the results are shown from this day"});
  }
}

constexpr Rule publication_rows[] = {
    {{.id = "P22-1",
      .name = "results-published-too-early",
      .nature = Nature::text,
      .clauses = "22",
      .phrase = "публикуются после их завершения",
      .title = {"результаты опубликованы до завершения программы", "results were published before the programme ended"},
      .remedy =
          {"снимите результаты с сайта до завершения программы или исправьте вид страницы (kinds) и даты показа (from) в publications/",
           "take the results off the site until the programme ends, or correct the page's kinds (kinds) and dates (from) in publications/"},
      .scope = Scope::links},
     results_published_too_early},
    {{.id = "P22-2",
      .name = "results-not-published",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "22",
      .phrase =
          "Результаты персонализированных программ наставничества педагогических работников в организации публикуются",
      .title = {"результаты завершённой программы не опубликованы в принятый срок",
                "results of a completed programme were not published in the agreed time"},
      .remedy = {"разместите результаты на сайте и внесите страницу в publications/ (kinds: [results], programs)",
                 "publish the results on the site and enter the page in publications/ (kinds: [results], programs)"},
      .scope = Scope::registry},
     results_not_published},
};

}  // namespace

std::span<const Rule> publication_rules();
std::span<const Rule> publication_rules() { return publication_rows; }

}  // namespace nastavnik
