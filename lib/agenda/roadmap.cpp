// The roadmap: its items, and that there is one.

#include "agenda/duty.h"
#include "base/layout.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"

namespace nastavnik {
namespace {

Words content_of(const RoadmapItem& item) {
  constexpr std::size_t widest = 60;
  if (!item.content.given()) return {};
  const auto lines = lines_within(*item.content, widest);
  if (lines.empty()) return {};
  return say({"выполнить пункт дорожной карты «{}»", "carry out the roadmap's item “{}”"},
             lines.size() == 1 ? lines.front() : lines.front() + "…");
}

void roadmap_item(Ahead& ahead) {
  for (const SchoolYear& year : ahead.registry().all<SchoolYear>())
    for (const RoadmapItem& item : ahead.check().each(year.roadmap->items)) {
      if (!ahead.check().absent(item.done_on) || !ahead.check().absent(item.cancelled)) continue;
      const At<Day> due = due_of(item, year);
      if (ahead.check().given(due))
        ahead.add({.day = *due,
                   .reminders = Ahead::before(*due, ahead.limits().remind_roadmap_days),
                   .place = due.span,
                   .what = content_of(item)});
    }
}

constexpr Duty roadmap_rows[] = {
    {.id = "roadmap-item",
     .what = {"выполнить пункт дорожной карты", "carry out an item of the roadmap"},
     .of_several = {"выполнить пункты дорожной карты", "carry out items of the roadmap"},
     .clauses = "appendix,11.4",
     .reminders = "remind_roadmap_days",
     .rules = "P11.4-3",
     .step = "nastavnik done {id}",
     .look = roadmap_item},
    {.id = "roadmap",
     .what = {"утвердить дорожную карту приказом", "approve the roadmap by an order"},
     .of_several = {"утвердить дорожную карту приказом", "approve the roadmap by an order"},
     .clauses = "10.4",
     .rules = "P10.4-1",
     .step = "nastavnik sign {next_year}"},
    {.id = "roadmap-stages",
     .what = {"внести в дорожную карту все семь этапов", "enter all seven stages into the roadmap"},
     .of_several = {"внести в дорожные карты все семь этапов", "enter all seven stages into roadmaps"},
     .clauses = "11.4",
     .rules = "P11.4-1",
     .step = "nastavnik add {record} roadmap.items"},
};

}  // namespace

std::span<const Duty> roadmap_duties() { return roadmap_rows; }

}  // namespace nastavnik
