#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/offices.h"
#include "model/notions/school_years.h"
#include "rules/clause.h"

namespace nastavnik::papers {
namespace {

/// The term in words and the day that is set; nothing while a day is there and cannot be read.
std::string term_of(const RoadmapItem& item) {
  const At<Day> due = set_due(item);
  if (!due.given() && !due.absent()) return {};
  std::string term = item.term.given() ? std::string(*item.term) : "";
  if (due.given()) term += (term.empty() ? "до " : ", до ") + date_in_figures(*due);
  return term;
}

std::string responsible_of(const Writing& writing, const RoadmapItem& item) {
  std::vector<std::string> who;
  for (const auto& role : item.responsible)
    if (role.given()) who.emplace_back(label_of(*role).ru);
  for (const Link<Person>& person : item.responsible_people) who.push_back(writing.name_of(person.id));
  return listed(who);
}

/// The text of the model regulation with the blank of clause 1 filled.
std::string with_school(std::string text, const std::string& school) {
  constexpr std::string_view blank = "_____";
  if (const std::size_t at = text.find(blank); at != std::string::npos) text.replace(at, blank.size(), school);
  return text;
}

bool is_chapter(std::string_view id) { return id.starts_with("chapter."); }

/// The clauses of the regulation itself: neither the order that brought it nor the roadmap.
bool is_of_regulation(std::string_view id) {
  return id != "title" && !id.starts_with("order") && !id.starts_with("row") && !id.starts_with("appendix") &&
         !id.starts_with("tk") && id.find("fz") == std::string_view::npos;
}

/// «1. » before a clause, «1) » before its parts.
std::string number_of(std::string_view id) {
  const std::size_t dot = id.find('.');
  return dot == std::string_view::npos ? std::string(id) + ". " : std::string(id.substr(dot + 1)) + ") ";
}

void add_lines(Values& values, const Clause& clause, const std::string& school) {
  std::string number = number_of(clause.id);
  std::string_view text = clause.text;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool caption = line.starts_with("(наименование организации");  // stood under the blank
    if (end > 0 && !caption)
      values.add("paragraphs").set("text", std::exchange(number, "") + with_school(std::string(line), school));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void write_changes(Writing& writing, const Regulation& regulation) {
  Values& values = writing.values();
  values.list("changes");
  values.set("has_changes", regulation.changes.empty() ? "" : "да");
  for (const RegulationChange& change : regulation.changes) {
    Values& item = values.add("changes");
    writing.order(item, "ref", change.order, {"приказ об изменениях", "order on the changes"},
                  "regulation.yaml: changes, order");
    item.set("basis", change.basis.given() ? std::string(*change.basis) : "");
    set_led(item, "summary", change.summary.given() ? *change.summary : std::string_view());
  }
}

/// Who drew the roadmap up: as recorded, else the curator in office, who has to (11.4).
void write_author(Writing& writing, const SchoolYear& year) {
  const Link<Person>& author = year.roadmap->developed_by;
  const std::vector<const CuratorTerm*> curators = curators_on(writing.registry().organization(), writing.day());
  if (!author.id.empty())
    writing.person(writing.values(), "author", author.id);
  else if (!curators.empty())
    writing.person(writing.values(), "author", curators.front()->person.id);
  else
    Writing::lack_person(writing.values(), "author",
                         {{"кто разработал", "who drew it up"}, where(year, "roadmap, developed_by")});
}

bool has_minutes(const BodyDecision& decision) {
  return decision.minutes.given() && decision.minutes->number.given() && decision.minutes->date.given();
}

/// A decision that lies ahead of the day has neither minutes nor a day.
bool is_taken(const BodyDecision& decision) {
  return decision.body.given() && (has_minutes(decision) || decision.date.given());
}

std::string reference_of(const BodyDecision& decision) {
  if (!has_minutes(decision)) return date_in_words(*decision.date);
  return order_in_words(*decision.minutes->date, *decision.minutes->number);
}

std::string minutes_in_words(const BodyDecision& decision) {
  return (has_minutes(decision) ? "протокол " : "") + reference_of(decision);
}

void add_bodies(Values& values, const std::string& name, const std::string& heading,
                const List<BodyDecision>& decisions) {
  values.list(name);
  for (const BodyDecision& decision : decisions) {
    if (!is_taken(decision)) continue;
    Values& item = values.add(name);
    item.set("body", std::string(*decision.body));
    item.set("ref", reference_of(decision));
    item.set("number", has_minutes(decision) ? std::string(*decision.minutes->number) : "");
    item.set("date", date_in_words(has_minutes(decision) ? *decision.minutes->date : *decision.date));
    const bool first = values.find("has_bodies")->text.empty();
    values.set("has_bodies", "да");
    Values& block = values.add("bodies");
    block.set("first", first ? "да" : "");
    block.set("heading", heading);
    block.set("body", std::string(*decision.body));
    block.set("ref", minutes_in_words(decision));
  }
}

}  // namespace

void write_bodies(Values& values, const List<BodyDecision>& accepted, const List<BodyDecision>& agreed) {
  values.list("bodies");
  values.set("has_bodies", "");
  add_bodies(values, "accepted", "ПРИНЯТО", accepted);
  add_bodies(values, "agreed", "СОГЛАСОВАНО", agreed);
}

std::vector<std::string> decisions_in_words(const List<BodyDecision>& bodies) {
  std::vector<std::string> words;
  for (const BodyDecision& decision : bodies)
    if (is_taken(decision)) words.push_back(fmt::format("{}, {}", *decision.body, minutes_in_words(decision)));
  return words;
}

std::string roadmap_years(const SchoolYear& year) {
  const std::optional<Period> school_year = period_of(year), days = period_of(*year.roadmap, year);
  constexpr int summer = 92;  // a roadmap of a school year may begin in June before it
  const bool is_within =
      !school_year || !days || (days->from >= school_year->from - summer && days->to <= school_year->to);
  if (is_within) return (school_year ? short_name(*school_year) : std::string(year.id)) + " учебный год";
  if (days->from.year() == days->to.year()) return fmt::format("{} год", days->from.year());
  return fmt::format("{}–{} годы", days->from.year(), days->to.year());
}

void roadmap(Writing& writing) {
  const SchoolYear& year = *writing.subject().year;
  const Roadmap& roadmap = *year.roadmap;
  Values& values = writing.values();
  writing.repeat(roadmap.order, where(*writing.subject().year, "roadmap, order"));
  values.set("years", roadmap_years(year));
  values.set("has_results", "");
  write_bodies(values, roadmap.accepted, roadmap.agreed);
  values.list("order");
  if (roadmap.order.to && roadmap.order->number.given() && roadmap.order->date.given()) {
    Values& order = values.add("order");
    order.set("ref", order_in_words(*roadmap.order->date, *roadmap.order->number));
  }
  std::size_t number = 0;
  for (const RoadmapItem& item : roadmap.items) {
    if (item.cancelled.given()) continue;
    const std::string path = where(year, fmt::format("roadmap, {}", item.id.given() ? *item.id : "?"));
    Values& row = values.add("items");
    row.set("n", std::to_string(++number));
    row.set("stage", item.stage.given() ? std::string(label_of(*item.stage).ru.substr(3)) : "");
    writing.text(row, "content", item.content, {"содержание", "content"}, path);
    if (const std::string term = term_of(item); !term.empty())
      row.set("term", term);
    else
      row.lack("term", {{"срок", "due date"}, path});
    if (const std::string who = responsible_of(writing, item); !who.empty())
      row.set("responsible", who);
    else
      row.lack("responsible", {{"ответственный", "who is responsible"}, path});
    const bool told = item.expected_result.given() || item.document.given();
    row.set("result", item.expected_result.given() ? std::string(*item.expected_result)
                      : told                       ? std::string(*item.document)
                                                   : "—");
    if (told) values.set("has_results", "да");
  }
  write_author(writing, year);
}

void regulation(Writing& writing) {
  const Regulation& regulation = writing.registry().regulation();
  Values& values = writing.values();
  writing.repeat(regulation.order, "regulation.yaml: order");
  values.list("chapters");
  write_bodies(values, regulation.accepted, regulation.agreed);
  write_changes(writing, regulation);
  const Value* name = values.find("school.short_name.prep");
  const std::string school = name->gap ? "[не указано: наименование школы]" : name->text;
  Values* chapter = nullptr;
  for (const Clause& clause : clauses()) {
    if (!is_of_regulation(clause.id)) continue;
    if (is_chapter(clause.id)) {
      chapter = &values.add("chapters");
      chapter->set("heading", std::string(clause.text));
      chapter->list("paragraphs");
    } else if (chapter) {
      add_lines(*chapter, clause, school);
    }
  }
}

}  // namespace nastavnik::papers
