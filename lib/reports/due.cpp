#include "reports/due.h"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <tuple>
#include <unordered_set>

#include "agenda/as_ics.h"
#include "agenda/duty.h"
#include "base/layout.h"
#include "base/printable.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/about.h"
#include "model/notions/naming.h"
#include "model/shape.h"
#include "rules/citation.h"

namespace nastavnik::reports {
namespace {

/// What may be said of people and in the words of records to the one who asks.
class Teller {
public:
  explicit Teller(const DueRequest& request) : request_(request) {
    if (request.names) return;
    if (!request.conceal) own_ = std::make_unique<Conceal>(request.loaded);
    conceal_ = request.conceal ? request.conceal : own_.get();
  }
  Words who(std::string_view person) const {
    const Registry& registry = request_.loaded.registry;
    const Person* file = registry.all<Person>().find(person);
    if (request_.names && file && file->full_name.absent())
      return say({"{} (данные удалены)", "{} (data erased)"}, person);
    return called(registry, person, request_.names, request_.agenda.today);
  }
  Words who(const std::vector<std::string_view>& people) const {
    std::vector<Words> words;
    for (const std::string_view person : people) words.push_back(who(person));
    return joined(words);
  }
  /// Of a pair or a programme «Зайцева – Белов», else the people.
  Words about(const Due& due) const {
    const bool of_pair = due.record.starts_with("pairs/") || due.record.starts_with("programs/");
    if (!request_.names || !of_pair || due.about.size() < 2) return who(due.about);
    return nastavnik::about(request_.loaded.registry, due.record);
  }
  /// Where a file lies; one that is called by a name is not.
  std::string path(Span place) const {
    return conceal_ ? conceal_->path(place) : std::string(request_.loaded.sources.path(place));
  }
  std::string record(const Due& due) const {
    const std::string address(record_address(path(due.place)));
    return conceal_ && !address.empty() ? address : due.record;
  }
  std::string step(const Due& due, std::string step) const {
    const std::string_view path_told = request_.loaded.sources.path(due.place);
    const std::size_t at = step.find(path_told);
    if (conceal_ && at != std::string::npos) step.replace(at, path_told.size(), path(due.place));
    if (!conceal_) return step;
    hide_id(due.record, step);
    if (due.record.starts_with("programs/"))
      if (const Program* program =
              request_.loaded.registry.all<Program>().find(due.record.substr(due.record.find('/') + 1)))
        hide_id(fmt::format("pairs/{}", program->pair.id), step);
    return text(step);
  }
  std::string text(std::string_view text) const { return conceal_ ? conceal_->text(text) : std::string(text); }
  Words words(const Words& words) const { return {text(words.ru), text(words.en)}; }
  Words what(const Due& due) const {
    return words(due.more.empty() ? due.what : say({"{} ({})", "{} ({})"}, due.what, due.more));
  }

private:
  /// An id that may be a name is not told in a command line either.
  static void hide_id(const std::string& address, std::string& step) {
    const std::string told = address_without_name(address), id = address.substr(address.find('/') + 1);
    if (told == address || id.empty()) return;
    for (std::size_t at = step.find(id); at != std::string::npos; at = step.find(id, at + 1))
      step.replace(at, id.size(), concealed_sign);
  }

  const DueRequest& request_;
  std::unique_ptr<Conceal> own_{};
  const Conceal* conceal_ = nullptr;
};

Words days_left(const Due& due, Date today) {
  const Count days{due.day < today ? today - due.day : due.day - today, noun::day};
  if (due.passed && due.rough) return Text{"давно", "long since"};
  if (due.late()) return say({"просрочено на {}", "late by {}"}, days);
  if (due.passed) return say({"{} назад", "{} ago"}, days);
  if (due.day < today) return Text{"в первый рабочий день", "on the first working day"};
  if (due.day == today) return Text{"сегодня", "today"};
  return say({"через {}", "in {}"}, days);
}

/// Principle of all findings: a term that the school has not set is not called its own.
Words term_words(const Due& due) {
  switch (due.term) {
    case TermOf::records: break;
    case TermOf::school: return Text{"срок, установленный организацией", "a term set by the organisation"};
    case TermOf::program: return Text{"срок по умолчанию программы", "the program's default term"};
  }
  return {};
}

/// Things of one duty that stand under one heading: of one day, or of one record.
using Alike = std::vector<const Due*>;

using SameDay = std::tuple<const Duty*, bool, bool, Date>;
using SameRecord = std::tuple<const Duty*, bool, bool, std::string_view>;

/// Each beside the first thing of its duty that is of the same day or of the same record.
std::vector<Alike> put_together(const std::vector<const Due*>& items) {
  std::vector<Alike> all;
  std::map<SameDay, std::size_t> by_day;
  std::map<SameRecord, std::size_t> by_record;
  for (const Due* due : items) {
    const auto of_day = by_day.try_emplace({due->duty, due->late(), due->passed, due->day}, all.size());
    const auto of_record = by_record.try_emplace({due->duty, due->late(), due->passed, due->record}, all.size());
    const std::size_t at = std::min(of_day.first->second, of_record.first->second);
    if (at < all.size()) {
      all[at].push_back(due);
      if (of_day.second) by_day.erase(of_day.first);
      if (of_record.second) by_record.erase(of_record.first);
    } else {
      all.push_back({due});
    }
  }
  return all;
}

std::vector<const Due*> all_of(const Agenda& agenda) {
  std::vector<const Due*> items;
  for (const Due& due : agenda.items) items.push_back(&due);
  return items;
}

template <class Part>
std::vector<std::string> each_once(const Alike& alike, Part part) {
  std::vector<std::string> all;
  std::unordered_set<std::string> seen;
  for (const Due* due : alike)
    if (std::string one{part(*due)}; seen.insert(one).second) all.push_back(std::move(one));
  return all;
}

/// What is to be done and about whom: alike things together.
Words headline(const Alike& alike, const Teller& teller) {
  constexpr std::size_t most = 4;
  std::vector<Words> people;
  for (const Due* due : alike) {
    if (const Words one = teller.about(*due);
        !one.empty() && std::find(people.begin(), people.end(), one) == people.end())
      people.push_back(one);
  }
  const Due& first = *alike.front();
  const bool is_one = alike.size() == 1 || (people.size() == 1 && !first.about.empty() &&
                                            each_once(alike, [](const Due& due) { return due.what.ru; }).size() == 1);
  const Words what = is_one ? teller.what(first) : say({"{} ({})", "{} ({})"}, first.duty->of_several, alike.size());
  if (people.empty()) return what;
  if (people.size() > most + 1) {
    const std::size_t more = people.size() - most;
    people.resize(most);
    people.push_back(say({"и ещё {}", "and {} more"}, more));
  }
  return say({"{}: {}", "{}: {}"}, what, joined(people));
}

constexpr Noun matter{{"случай", "case"}, {"случая", "cases"}, {"случаев", "cases"}};

Words unknown_words(const Agenda& agenda) {
  return say({"Не всё известно ({}): испорчено или не видно то, из чего следуют сроки.",
              "Not all is known ({}): what terms follow from is broken or out of sight."},
             Count{static_cast<long long>(agenda.unknown.size()), matter});
}

/// The screen of a curator.
class DueText {
public:
  DueText(const DueRequest& request, const Style& style) : request_(request), style_(style), teller_(request) {}

  std::string written() {
    const Date week = request_.agenda.today + 7;
    group(Text{"Просрочено", "Late"}, [](const Due& due) { return due.late(); });
    group(Text{"Пора: положение срока не называет", "Time to: the regulation names no term"},
          [](const Due& due) { return due.passed && !due.late(); });
    group(title_of_week(), [&](const Due& due) { return !due.passed && due.day <= week; });
    group(say({"Дальше, по {}", "Then, up to {}"}, on_day(request_.until)),
          [&](const Due& due) { return due.day > week && due.day <= request_.until; });
    group(Text{"Позже: пора готовить", "Later: time to prepare"},
          [&](const Due& due) { return due.day > week && due.day > request_.until; });
    if (request_.agenda.items.empty())
      out_ += in(request_.agenda.unknown.empty()
                     ? say({"По {} сроков нет.\n", "Nothing is due up to {}.\n"}, on_day(request_.until))
                     : say({"По {} известных сроков нет.\n", "Nothing that is known is due up to {}.\n"},
                           on_day(request_.until)));
    if (!request_.agenda.unknown.empty()) out_ += "\n" + in(unknown_words(request_.agenda)) + "\n";
    return std::move(out_);
  }

private:
  /// A day that fell before a weekend is past, and what was due on it can still be done in time.
  Words title_of_week() const {
    const Date today = request_.agenda.today;
    const bool now =
        std::ranges::any_of(request_.agenda.items, [&](const Due& due) { return !due.passed && due.day < today; });
    return now ? Text{"Сейчас и в ближайшие семь дней", "Now and within seven days"}
               : Text{"В ближайшие семь дней", "Within seven days"};
  }

  template <class Is>
  void group(const Words& title, Is is) {
    std::vector<const Due*> items = all_of(request_.agenda);
    std::erase_if(items, [&](const Due* due) { return !is(*due); });
    if (items.empty()) return;
    out_ += (out_.empty() ? "" : "\n") + in(title) + "\n";
    std::vector<Described> lines;
    for (const Alike& alike : put_together(items))
      lines.push_back({shown(alike.front()->day, style_.language), told(alike)});
    out_ += columns(lines, 2, style_.width);
  }

  std::string told(const Alike& alike) const {
    std::vector<std::string> lines{in(headline(alike, teller_)),
                                   in(days_left(*alike.front(), request_.agenda.today)) + grounds(alike)};
    const auto steps =
        each_once(alike, [&](const Due& due) { return teller_.step(due, step_told(due.step).in(style_.language)); });
    for (const std::string& step : first_of(steps)) lines.push_back(step);
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + printable(line);
    return all;
  }

  /// The clauses, whose term it is, the records.
  std::string grounds(const Alike& alike) const {
    std::string all;
    for (const Words& one : {clauses_cited(*alike.front()->duty), term_words(*alike.front())})
      if (!one.empty()) all += "; " + in(one);
    for (const std::string& record : first_of(each_once(alike, [&](const Due& due) { return teller_.record(due); })))
      all += "; " + record;
    return all;
  }

  std::vector<std::string> first_of(std::vector<std::string> all) const {
    constexpr std::size_t most = 3;
    for (std::string& one : all) one = teller_.text(one);
    if (all.size() <= most + 1) return all;  // «one more» would take as much room as what it leaves out
    const std::size_t more = all.size() - most;
    all.resize(most);
    all.push_back(in(say({"и ещё {}", "and {} more"}, more)));
    return all;
  }

  std::string in(const Words& words) const { return words.in(style_.language); }

  const DueRequest& request_;
  const Style& style_;
  Teller teller_;
  std::string out_{};
};

std::string_view term_id(TermOf term) {
  switch (term) {
    case TermOf::records: return "records";
    case TermOf::school: return "school";
    case TermOf::program: break;
  }
  return "program";
}

Words plain(std::string_view text) { return {std::string(text), std::string(text)}; }

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
                        {"term", Text{"Чей срок", "Whose term"}},
                        {"step", Text{"Следующий шаг", "Next step"}},
                        {"duty", Text{"Обязанность", "Duty"}}},
            .when_empty = Text{"Сроков нет.", "Nothing is due."}};
  for (const Due& due : request.agenda.items) {
    const Words people = teller.who(due.about), clauses = clauses_cited(*due.duty);
    const std::string record = teller.record(due);
    grid.rows.push_back(
        {{due.day, static_cast<long long>(due.day - request.agenda.today), teller.what(due),
          people.empty() ? dash() : Cell(people), plain(record), clauses.empty() ? dash() : Cell(clauses),
          plain(term_id(due.term)), plain(teller.step(due, due.step)), plain(due.duty->id)},
         {record}});
  }
  for (const Undecided& one : request.agenda.unknown) report.gaps.push_back({one.of->title, teller.path(one.span)});
  report.add(std::move(grid));
  return report;
}

std::string due_text(const DueRequest& request, const Style& style) { return DueText(request, style).written(); }

std::vector<Words> due_lines(const DueRequest& request) {
  const Teller teller(request);
  std::vector<Words> lines;
  for (const Alike& alike : put_together(all_of(request.agenda))) {
    const Due& first = *alike.front();
    const Words what = headline(alike, teller), day = nastavnik::on_day(first.day);
    lines.push_back(first.late()   ? say({"просрочено с {} — {}", "late since {}: {}"}, day, what)
                    : first.passed ? say({"пора с {} — {}", "to be done since {}: {}"}, day, what)
                                   : say({"не позднее {} — {}", "by {}: {}"}, day, what));
  }
  return lines;
}

std::string due_calendar(const DueRequest& request, Language language) {
  const Teller teller(request);
  return as_ics(request.agenda, request.loaded,
                {.language = language,
                 .who = [&](std::string_view person) { return teller.who(person); },
                 .text = [&](std::string_view text) { return teller.text(text); },
                 .record = [&](const Due& due) { return teller.record(due); },
                 .step = [&](const Due& due) { return teller.step(due, due.step); },
                 .unknown = request.agenda.unknown.empty() ? Words() : unknown_words(request.agenda)});
}

}  // namespace nastavnik::reports
