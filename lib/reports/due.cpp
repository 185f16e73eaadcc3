#include "reports/due.h"

#include <algorithm>
#include <memory>

#include "agenda/as_ics.h"
#include "agenda/duty.h"
#include "base/layout.h"
#include "base/printable.h"
#include "model/notions/naming.h"
#include "rules/conceal.h"

namespace nastavnik::reports {
namespace {

/// What may be said of people and in the words of records to the one who asks.
class Teller {
public:
  explicit Teller(const DueRequest& request) : request_(request) {
    if (!request.names) conceal_ = std::make_unique<Conceal>(request.loaded);
  }
  Words who(std::string_view person) const {
    return called(request_.loaded.registry, person, request_.names, request_.agenda.today);
  }
  Words who(const std::vector<std::string_view>& people, std::size_t most) const {
    std::vector<Words> words;
    for (std::size_t i = 0; i < people.size() && i < most; ++i) words.push_back(who(people[i]));
    const Words all = joined(words);
    if (people.size() <= most) return all;
    return say({"{} и ещё {}", "{} and {} more"}, all, people.size() - most);
  }
  std::string text(std::string_view text) const { return conceal_ ? conceal_->text(text) : std::string(text); }
  Words words(const Words& words) const { return {text(words.ru), text(words.en)}; }

private:
  const DueRequest& request_;
  std::unique_ptr<Conceal> conceal_;
};

Words days_left(const Due& due, Date today) {
  if (due.day < today) return say({"просрочено на {}", "late by {}"}, Count{today - due.day, noun::day});
  if (due.day == today) return Text{"сегодня", "today"};
  return say({"через {}", "in {}"}, Count{due.day - today, noun::day});
}

/// Things of one duty that stand under one heading: of one day, or of one record.
using Alike = std::vector<const Due*>;

bool are_alike(const Due& a, const Due& b) {
  return a.duty == b.duty && a.late == b.late && (a.day == b.day || a.record == b.record);
}

std::vector<Alike> put_together(const std::vector<const Due*>& items) {
  std::vector<Alike> all;
  for (const Due* due : items) {
    const auto with =
        std::find_if(all.begin(), all.end(), [&](const Alike& one) { return are_alike(*one.front(), *due); });
    if (with == all.end())
      all.push_back({due});
    else
      with->push_back(due);
  }
  return all;
}

template <class Part>
std::vector<std::string> each_once(const Alike& alike, Part part) {
  std::vector<std::string> all;
  for (const Due* due : alike)
    if (std::string one{part(*due)}; std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  return all;
}

class Text80 {
public:
  Text80(const DueRequest& request, const Style& style) : request_(request), style_(style), teller_(request) {}

  std::string written() {
    const Date today = request_.agenda.today, week = today + 7;
    group(Text{"Просрочено", "Late"}, [](const Due& due) { return due.late; });
    group(Text{"В ближайшие семь дней", "Within seven days"},
          [&](const Due& due) { return !due.late && due.day <= week; });
    group(say({"До {}", "Up to {}"}, on_day(request_.until)),
          [&](const Due& due) { return due.day > week && due.day <= request_.until; });
    group(Text{"Позже: пора готовить", "Later: time to prepare"},
          [&](const Due& due) { return due.day > week && due.day > request_.until; });
    if (request_.agenda.items.empty())
      out_ += in(say({"До {} сроков нет.\n", "Nothing is due up to {}.\n"}, on_day(request_.until)));
    return std::move(out_);
  }

private:
  template <class Is>
  void group(const Words& title, Is is) {
    std::vector<const Due*> items;
    for (const Due& due : request_.agenda.items)
      if (is(due)) items.push_back(&due);
    if (items.empty()) return;
    out_ += (out_.empty() ? "" : "\n") + in(title) + "\n";
    std::vector<Described> lines;
    for (const Alike& alike : put_together(items))
      lines.push_back({shown(alike.front()->day, style_.language), told(alike)});
    out_ += columns(lines, 2, style_.width);
  }

  std::string told(const Alike& alike) const {
    std::vector<std::string> lines{headline(alike)};
    lines.push_back(in(days_left(*alike.front(), request_.agenda.today)) + grounds(alike));
    for (const std::string& step : first_of(each_once(alike, [](const Due& due) { return due.step; })))
      lines.push_back(step);
    return printable_lines(lines);
  }

  std::string headline(const Alike& alike) const {
    std::vector<std::string_view> people;
    for (const Due* due : alike)
      for (const std::string_view person : due->about)
        if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
    const std::string what = alike.size() == 1
                                 ? teller_.text(in(alike.front()->what))
                                 : fmt::format("{} ({})", in(alike.front()->duty->of_several), alike.size());
    constexpr std::size_t most = 4;
    return people.empty() || (alike.size() > 1 && people.size() > most)
               ? what
               : fmt::format("{}: {}", what, in(teller_.who(people, most)));
  }

  /// The clauses and the records.
  std::string grounds(const Alike& alike) const {
    const Words clauses = clauses_cited(*alike.front()->duty);
    std::string all = clauses.empty() ? "" : "; " + in(clauses);
    for (const std::string& record : first_of(each_once(alike, [](const Due& due) { return due.record; })))
      all += (all.ends_with(record) ? "" : "; ") + record;
    return all;
  }

  std::vector<std::string> first_of(std::vector<std::string> all) const {
    constexpr std::size_t most = 3;
    for (std::string& one : all) one = teller_.text(one);
    if (all.size() <= most) return all;
    const std::size_t more = all.size() - most;
    all.resize(most);
    all.push_back(in(say({"и ещё {}", "and {} more"}, more)));
    return all;
  }

  static std::string printable_lines(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + printable(line);
    return all;
  }

  std::string in(const Words& words) const { return words.in(style_.language); }

  const DueRequest& request_;
  const Style& style_;
  Teller teller_;
  std::string out_{};
};

}  // namespace

Report due_report(const DueRequest& request) {
  const Teller teller(request);
  Report report{.name = "due",
                .title = Text{"Сроки", "What is due"},
                .subtitle = {days_of({request.agenda.today, request.until})},
                .day = request.agenda.today,
                .period = {request.agenda.today, request.until}};
  Grid grid{.id = "due",
            .columns = {{"day", Text{"Срок", "Day"}},
                        {"days_left", Text{"Осталось дней", "Days left"}, true},
                        {"what", Text{"Что сделать", "What to do"}},
                        {"about", Text{"О ком", "About whom"}},
                        {"record", Text{"Запись", "Record"}},
                        {"clauses", Text{"Основание", "Clauses"}},
                        {"step", Text{"Следующий шаг", "Next step"}},
                        {"duty", Text{"Обязанность", "Duty"}}},
            .when_empty = Text{"Сроков нет.", "Nothing is due."}};
  for (const Due& due : request.agenda.items) {
    const Words people = teller.who(due.about, due.about.size());
    const Words clauses = clauses_cited(*due.duty);
    const std::string record = teller.text(due.record), step = teller.text(due.step);
    grid.rows.push_back(
        {{due.day, static_cast<long long>(due.day - request.agenda.today), teller.words(due.what),
          people.empty() ? dash() : Cell(people), Words(record, record), clauses.empty() ? dash() : Cell(clauses),
          Words(step, step), Words(std::string(due.duty->id), std::string(due.duty->id))},
         {record}});
  }
  report.add(std::move(grid));
  return report;
}

std::string due_text(const DueRequest& request, const Style& style) { return Text80(request, style).written(); }

std::string due_calendar(const DueRequest& request, Language language) {
  const Teller teller(request);
  return as_ics(request.agenda, request.loaded,
                {.language = language,
                 .who = [&](std::string_view person) { return teller.who(person); },
                 .text = [&](std::string_view text) { return teller.text(text); }});
}

}  // namespace nastavnik::reports
