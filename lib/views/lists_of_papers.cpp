#include <algorithm>
#include <tuple>

#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/parts.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"
#include "model/notions/school_years.h"
#include "model/notions/showing.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "views/list_rows.h"
#include "views/lists.h"

namespace nastavnik::views {
namespace {

using reports::Cell, reports::dash;

template <class T>
std::vector<const T*> by_day(const Table<T>& table, At<Day> T::*day) {
  std::vector<const T*> all;
  for (const T& one : table) all.push_back(&one);
  const auto key = [&](const T* one) {
    const At<Day>& at = one->*day;
    return std::tuple(at.given() ? *at : end_of_time, one->id);
  };
  std::sort(all.begin(), all.end(), [&](const T* a, const T* b) { return key(a) < key(b); });
  return all;
}

template <class Text>
Cell text_cell(const Asked& asked, const At<Text>& text) {
  return text.given() ? Cell(told(asked, *text)) : dash();
}

Cell cancelled_cell(const Asked& asked, const Order& order) {
  const Date day = asked.registry().cancelled_on(order);
  return day == end_of_time ? dash() : Cell(day);
}

// --- school years --------------------------------------------------------------------------------------------------

struct RoadmapProgress {
  long long done = 0;
  long long planned = 0;
};

RoadmapProgress progress_of(const Asked& asked, const SchoolYear& year) {
  RoadmapProgress progress;
  if (!year.roadmap.given()) return progress;
  for (const RoadmapItem& item : year.roadmap->items) {
    const ItemState state = state_on(item, year, asked.day());
    progress.planned += state == ItemState::cancelled ? 0 : 1;
    progress.done += state == ItemState::done ? 1 : 0;
  }
  return progress;
}

Words state_of_year(const Asked& asked, const SchoolYear& year) {
  const auto days = period_of(year);
  if (!days) return {"год не читается", "the year cannot be read"};
  if (days->from > asked.day()) return {"впереди", "ahead"};
  return days->to < asked.day() ? Words(Text{"закончился", "over"}) : Words(Text{"идёт", "under way"});
}

Cell report_cell(const SchoolYear& year) { return year.report.given() ? day_cell(year.report->date) : dash(); }

// --- publications --------------------------------------------------------------------------------------------------

std::optional<Date> last_update(const Publication& page) {
  std::optional<Date> last;
  for (const At<Day>& day : page.updates)
    if (day.given()) last = std::max(last, std::optional(*day));
  return last;
}

Words state_of(const Asked& asked, const Publication& page) {
  if (page.withdrawn.given() && page.withdrawn->date.given() && *page.withdrawn->date <= asked.day())
    return say({"снята {}", "withdrawn {}"}, reports::on_day(*page.withdrawn->date));
  switch (is_live_on(page, asked.day())) {
    case Verdict::yes: return {"размещена", "published"};
    case Verdict::no: return {"не размещена", "not published"};
    case Verdict::unknown: break;
  }
  return {"не решено", "undecided"};
}

}  // namespace

void list_orders(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер записи", "Id"}},
                       {"number", {"Приказ №", "Order No."}},
                       {"date", {"Дата", "Date"}},
                       {"title", {"Заголовок", "Title"}},
                       {"kinds", {"Что решает", "What it decides"}, false, true},
                       {"cancelled", {"Отменён", "Cancelled"}}};
  for (const Order* order : by_day(asked.registry().all<Order>(), &Order::date)) {
    if (request.narrowed.active && !is_in_force(asked.registry(), *order, asked.day())) continue;
    if (!is_in_year(request, order->date)) continue;
    rows.grid.rows.push_back(
        {{id_of(asked, Order::kind, order->id), text_cell(asked, order->number), day_cell(order->date),
          text_cell(asked, order->title), cell_of(words_of_codes(asked, order->kinds)), cancelled_cell(asked, *order)},
         {reports::address_told(*order)}});
  }
}

void list_years(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Год", "Year"}},
                       {"state", {"Состояние", "State"}},
                       {"done", {"Дорожная карта: выполнено", "Roadmap: done"}, true},
                       {"planned", {"Из", "Of"}, true},
                       {"events", {"Событий", "Events"}, true},
                       {"report", {"Итоговый отчёт", "Final report"}, false, true}};
  std::vector<const SchoolYear*> years;
  for (const SchoolYear& year : asked.registry().all<SchoolYear>()) years.push_back(&year);
  std::ranges::sort(years, {}, &SchoolYear::id);
  for (const SchoolYear* year : years) {
    const auto days = period_of(*year);
    if (request.narrowed.active && !(days && days->holds(asked.day()))) continue;
    const RoadmapProgress progress = progress_of(asked, *year);
    rows.grid.rows.push_back({{id_of(asked, SchoolYear::kind, year->id), state_of_year(asked, *year), progress.done,
                               progress.planned, reports::counted(year->events.size()), report_cell(*year)},
                              {reports::address_told(*year)}});
  }
}

void list_publications(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"kinds", {"Что размещено", "What is published"}},
                       {"state", {"Состояние", "State"}},
                       {"published", {"Размещена", "Published"}},
                       {"updated", {"Обновлена", "Updated"}},
                       {"url", {"Адрес", "Address"}, false, true}};
  for (const Publication* page : by_day(asked.registry().all<Publication>(), &Publication::published_on)) {
    if (request.narrowed.active && is_live_on(*page, asked.day()) == Verdict::no) continue;
    if (!is_in_year(request, page->published_on)) continue;
    const std::optional<Date> updated = last_update(*page);
    rows.grid.rows.push_back({{id_of(asked, Publication::kind, page->id), cell_of(words_of_codes(asked, page->kinds)),
                               state_of(asked, *page), day_cell(page->published_on), updated ? Cell(*updated) : dash(),
                               text_cell(asked, page->url)},
                              {reports::address_told(*page)}});
  }
}

void list_practices(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Номер", "Id"}},
                       {"title", {"Название", "Title"}},
                       {"date", {"Дата", "Date"}},
                       {"authors", {"Авторы", "Authors"}},
                       {"programs", {"Из программ", "Of programmes"}, false, true}};
  for (const Practice* practice : by_day(asked.registry().all<Practice>(), &Practice::date)) {
    if (!is_in_year(request, practice->date)) continue;
    std::vector<std::string_view> authors;
    for (const Link<Person>& author : practice->authors) authors.push_back(author.id);
    std::vector<Words> programs;
    for (const Link<Program>& program : practice->programs) programs.push_back(id_of(asked, Program::kind, program.id));
    rows.grid.rows.push_back({{id_of(asked, Practice::kind, practice->id), text_cell(asked, practice->title),
                               day_cell(practice->date), cell_of(names_of(asked, authors)), cell_of(joined(programs))},
                              {reports::address_told(*practice)}});
  }
}

void list_partners(const ListRequest& request, Rows& rows) {
  const Asked& asked = request.asked;
  rows.grid.columns = {{"id", {"Короткое имя", "Id"}},
                       {"name", {"Наименование", "Name"}},
                       {"kind", {"Вид", "Kind"}, false, true},
                       {"agreement", {"Договор", "Agreement"}},
                       {"valid_to", {"Действует по", "Valid to"}}};
  for (const Partner& partner : asked.registry().organization().partners) {
    const Agreement* agreement = agreement_on(partner, asked.day());
    if (request.narrowed.active && !agreement) continue;
    const bool numbered = agreement && agreement->number.given();
    rows.grid.rows.push_back(
        {{partner.id.given() ? Cell(say({"{}", "{}"}, *partner.id)) : dash(), text_cell(asked, partner.name),
          partner.kind.given() ? Cell(Words(label_of(*partner.kind))) : dash(),
          !agreement ? Cell(Words("нет", "none"))
          : numbered ? Cell(say({"№ {} от {}", "No. {} of {}"}, *agreement->number, reports::on_day(*agreement->date)))
                     : Cell(say({"от {}", "of {}"}, reports::on_day(*agreement->date))),
          agreement ? day_cell(agreement->valid_to) : dash()},
         {"organization"}});
  }
}

}  // namespace nastavnik::views
