#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/act.h"
#include "acts/entering.h"
#include "acts/standing.h"
#include "base/text.h"
#include "model/addresses.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/notions/programs.h"
#include "model/notions/showing.h"
#include "model/shape_of.h"

// Pages of the site (clauses 21, 22): put up, brought up to date, taken off.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

bool holds_kind(const Answers& answers, PublicationKind kind) {
  const Strings kinds = answers.texts("kinds");
  return std::ranges::count(kinds, code_of(kind)) != 0;
}

/// «https://…/nastavnichestvo/itogi_2026.html» → itogi-2026; empty where nothing of it may be an id.
std::string id_from_address(std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  std::string_view last = address.substr(address.rfind('/') + 1);
  last = last.substr(0, last.find_first_of("?#."));
  std::string id;
  for (const char c : last) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain) id += c;
    if (!is_plain && c >= 'A' && c <= 'Z') id += static_cast<char>(c - 'A' + 'a');
    if ((c == '-' || c == '_') && !id.empty() && !id.ends_with('-')) id += '-';
  }
  return Publication::kind.is_id(id) ? id : std::string();
}

std::string running(const Registry& registry) {
  Strings ids;
  for (const Program& program : registry.all<Program>())
    if (runs_on(program, registry.day()) == Verdict::yes) ids.emplace_back(program.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

/// Completed, and on no page of results yet.
std::string with_results_to_show(const Registry& registry) {
  Strings ids;
  const auto is_told = [&](const Program& program) {
    return std::ranges::any_of(registry.all<Publication>(), [&](const Publication& page) {
      return holds(page.kinds, PublicationKind::results) &&
             std::ranges::any_of(page.programs, [&](const ShownProgram& one) { return one.program.id == program.id; });
    });
  };
  for (const Program& program : registry.all<Program>())
    if (!program.completion.absent() && !is_told(program)) ids.emplace_back(program.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

Wanted wanted_of_page(std::string_view question, const Answers& answers, const Typing& typing) {
  const Registry& registry = typing.registry();
  if (question == "date") return {.is_required = true, .suggested = iso(registry.day())};
  if (question == "page")
    return {.is_asked = false, .is_required = answers.has("url") && id_from_address(answers.text("url")).empty()};
  if (question == "programs") {
    const bool of_results = holds_kind(answers, PublicationKind::results);
    const bool of_running = holds_kind(answers, PublicationKind::running_programs);
    return {.is_asked = of_results || of_running,
            .suggested = of_results   ? with_results_to_show(registry)
                         : of_running ? running(registry)
                                      : std::string()};
  }
  if (question == "legal-levels") return {.is_asked = holds_kind(answers, PublicationKind::legal_base)};
  if (question == "stages") return {.is_asked = holds_kind(answers, PublicationKind::stage_coverage)};
  if (question == "practices") return {.is_asked = holds_kind(answers, PublicationKind::best_cases)};
  if (question == "data") return {.fits = answers.has("named"), .is_required = answers.has("named")};
  return {};
}

/// Items of a list that stand on the page from the day on; without a day they stand there from the beginning.
std::vector<YamlValue> shown_items(std::string_view key, const Strings& ids, const YamlValue* data,
                                   const std::string& from) {
  std::vector<YamlValue> items;
  for (const std::string& id : ids) {
    std::vector<KeyAndValue> item{{std::string(key), yaml_word(id)}};
    if (data) item.push_back({"data", *data});
    if (!from.empty()) item.push_back({"from", yaml_word(from)});
    items.push_back(yaml_mapping(std::move(item)));
  }
  return items;
}

void tell_people(Act& act, const Answers& answers) {
  for (const std::string& person : answers.texts("named"))
    act.means.push_back(say({"по имени назван человек {}: на это нужно его согласие (п. 21; 152-ФЗ, ст. 10.1)",
                             "{} is named: that takes the consent of this person (cl. 21; 152-FZ, art. 10.1)"},
                            person));
}

// Put up

void refuse_known_address(const Answers& answers, const Registry& registry) {
  for (const Publication& page : registry.all<Publication>())
    if (page.url.given() && *page.url == answers.text("url") && page.withdrawn.absent())
      throw Refusal{
          .what =
              say({"эта страница уже записана: publications/{}", "this page is on record: publications/{}"}, page.id),
          .hint = say({"она обновилась: nastavnik update {}", "it was updated: nastavnik update {}"}, page.id),
          .clause = "21"};
}

Act published(const Answers& answers, const Typing& typing, const Lot& lot) {
  refuse_known_address(answers, typing.registry());
  std::vector<Given> given;
  for (const std::string key : {"kinds", "url", "channel"}) give(given, {key}, answers, key);
  give(given, {"published_on"}, answers, "date");
  give(given, {"legal_levels"}, answers, "legal-levels");
  give(given, {"stages"}, answers, "stages");
  if (answers.has("programs"))
    given.push_back({{"programs"}, yaml_items(shown_items("program", answers.texts("programs"), nullptr, ""))});
  give(given, {"practices"}, answers, "practices");
  if (answers.has("named"))
    given.push_back({{"people"}, yaml_items(shown_items("person", answers.texts("named"), answers.value("data"), ""))});
  const std::string id = answers.has("page") ? answers.text("page") : id_from_address(answers.text("url"));
  NewRecord made = new_record(Publication::kind, {.name = id, .given = std::move(given)}, typing, lot);
  Act act{.changes = std::move(made.changes)};
  act.means.push_back(say({"страница записана: {} (п. 21)", "the page is on record: {} (cl. 21)"}, made.address));
  tell_people(act, answers);
  act.next.push_back(fmt::format("nastavnik update {}", id));
  return act;
}

// Brought up to date

const Publication& page_told(const Answers& answers, const Typing& typing) {
  const Publication& page = *typing.registry().all<Publication>().find(answers.text("page"));
  if (page.withdrawn.absent()) return page;
  throw Refusal{.what = say({"{}: страница уже снята", "{}: the page was taken off already"}, page.id), .clause = "21"};
}

/// Programmes and people that the page does not show on the day.
template <class Item>
Strings not_shown(const Publication& page, const List<Item>& items, Strings ids, Date day) {
  const auto id_of_item = [](const Item& item) -> std::string_view {
    if constexpr (std::is_same_v<Item, ShownProgram>)
      return item.program.id;
    else
      return item.person.id;
  };
  std::erase_if(ids, [&](const std::string& id) {
    return std::ranges::any_of(items, [&](const Item& item) {
      return id_of_item(item) == id && item.to.absent() && is_shown_on(page, item, day) != Verdict::no;
    });
  });
  return ids;
}

class Updating {
public:
  Updating(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), page_(page_told(answers, typing)), file_(typing.loaded, file_of(page_)) {}

  Act done() {
    add("updates", {*answers_.value("date")});
    const Date day = *answers_.day("date");
    const std::string from = answers_.text("date");
    add("programs",
        shown_items("program", not_shown(page_, page_.programs, answers_.texts("programs"), day), nullptr, from));
    add("people", shown_items("person", not_shown(page_, page_.people, answers_.texts("named"), day),
                              answers_.value("data"), from));
    add_missing("practices", "practices");
    add_missing("stages", "stages");
    add_missing("legal_levels", "legal-levels");
    act_.means.push_back(
        say({"страница {} обновлена {} (п. 21)", "the page {} was updated on {} (cl. 21)"}, page_.id, day));
    tell_people(act_, answers_);
    act_.next.push_back(fmt::format("nastavnik show publications/{}", page_.id));
    return std::move(act_);
  }

private:
  void add(std::string_view list, std::vector<YamlValue> items) {
    if (items.empty()) return;
    for (Change& change : adding(file_, list_typed(file_, list, typing_), std::move(items), typing_))
      act_.changes.push_back(std::move(change));
  }

  /// What the list of values does not hold yet.
  void add_missing(std::string_view list, std::string_view question) {
    const FieldTyped field = list_typed(file_, list, typing_);
    std::vector<YamlValue> items;
    for (const std::string& one : answers_.texts(question)) {
      const bool is_there =
          field.node && std::ranges::any_of(field.node->items, [&](const Node* node) { return node->text == one; });
      if (!is_there) items.push_back(yaml_word(one));
    }
    add(list, std::move(items));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Publication& page_;
  RecordFile file_;
  Act act_{};
};

// Taken off

class Unpublishing {
public:
  Unpublishing(const Answers& answers, const Typing& typing)
      : answers_(answers), typing_(typing), page_(page_told(answers, typing)) {}

  Act done() {
    const bool is_part = answers_.has("programs") || answers_.has("named");
    for (const std::string& id : answers_.texts("programs")) take_off(page_.programs, &ShownProgram::program, id);
    for (const std::string& id : answers_.texts("named")) take_off(page_.people, &ShownPerson::person, id);
    if (!is_part) withdraw();
    act_.next.push_back(fmt::format("nastavnik show publications/{}", page_.id));
    return std::move(act_);
  }

private:
  Date day() const { return *answers_.day("date"); }

  template <class Item, class LinkOf>
  void take_off(const List<Item>& items, LinkOf link, const std::string& id) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& one) { return (one.*link).id == id && one.to.absent(); });
    if (found == items.end())
      throw Refusal{
          .what = say({"{}: на странице {} этого нет", "{}: not on the page {}"}, id, page_.id),
          .hint = say({"что на ней: nastavnik show publications/{}", "what it shows: nastavnik show publications/{}"},
                      page_.id),
          .clause = "21"};
    act_.changes.push_back(stands_at(typing_.loaded, found->span).setting("to", *answers_.value("date")));
    act_.means.push_back(say({"{} на странице {} — по {}", "{} stands on the page {} to {}"}, id, page_.id, day()));
  }

  void withdraw() {
    act_.changes.push_back(stands_at(typing_.loaded, page_.span)
                               .setting("withdrawn", yaml_mapping({{"date", *answers_.value("date")},
                                                                   {"reason", *answers_.value("reason")}})));
    act_.means.push_back(say({"страница {} снята {}", "the page {} was taken off on {}"}, page_.id, day()));
  }

  const Answers& answers_;
  const Typing& typing_;
  const Publication& page_;
  Act act_{};
};

Wanted wanted_of_taking_off(std::string_view question, const Answers& answers, const Typing& typing) {
  const bool is_part = answers.has("programs") || answers.has("named");
  if (question == "date") return {.is_required = true, .suggested = iso(typing.registry().day())};
  if (question == "reason") return {.fits = !is_part, .is_required = !is_part};
  return {};
}

ActQuestion page_question() {
  return {.name = "page",
          .choice = &value_shape<Link<Publication>>(),
          .value = {"СТРАНИЦА", "PAGE"},
          .title = {"Какая страница", "Which page"},
          .expects = {"имя записи, адрес или что на ней, например «реализуемые программы»",
                      "its id, its address, or what it holds, as 'programmes in progress'"},
          .is_argument = true,
          .is_required = true};
}

ActQuestion programs_question() {
  return {.name = "programs", .field = "publications.programs.program", .is_list = true};
}

ActQuestion named_question() { return {.name = "named", .field = "publications.people.person", .is_list = true}; }

}  // namespace

ActKind publishing() {
  return {
      .name = "publish",
      .clauses = "21,22",
      .covers = "publications",
      .summary = {"записать новую страницу сайта", "record a new page of the site"},
      .description =
          {"Записывает страницу сайта или социальной сети: адрес, что на ней, о каких программах она и кого называет. Имя записи берётся "
           "из адреса. Результаты — только завершённых программ (п. 22); кто назван по имени, должен на это согласиться.",
           "Records a page of the site or of a social network: its address, what it holds, which programmes it tells of and whom it "
           "names. The id comes from the address. Results are those of completed programmes only (clause 22); who is named must have "
           "consented."},
      .questions = {{.name = "url", .field = "publications.url", .is_argument = true, .is_required = true},
                    {.name = "kinds", .field = "publications.kinds", .is_required = true},
                    {.name = "channel", .field = "publications.channel", .preset = "site"},
                    {.name = "date", .field = "publications.published_on"},
                    {.name = "page",
                     .field = "orders.title",
                     .title = {"Имя записи, если не из адреса", "Id of the record, where not from the address"},
                     .expects = {"латинские буквы, цифры и дефисы, например itogi-2026",
                                 "Latin letters, digits and hyphens, as results-2026"}},
                    programs_question(),
                    {.name = "practices", .field = "publications.practices"},
                    {.name = "legal-levels", .field = "publications.legal_levels"},
                    {.name = "stages", .field = "publications.stages"},
                    named_question(),
                    {.name = "data", .field = "publications.people.data"}},
      .examples =
          {{"nastavnik publish https://klyuchevskaya.example.ru/nastavnichestvo/novosti --kinds 'новости и анонсы' --date "
            "28.08.2026 --dry-run",
            {"страница новостей, только посмотреть", "a page of news, only to look"}}},
      .wanted = wanted_of_page,
      .act = published,
  };
}

ActKind updating() {
  return {
      .name = "update",
      .clauses = "21,row.7",
      .covers = "publications.updates",
      .summary = {"записать обновление страницы сайта", "record that a page of the site was updated"},
      .description =
          {"Записывает день обновления и что на странице появилось: программы, практики, этапы, люди. Что на ней уже "
           "есть, второй раз не записывается.",
           "Records the day of the update and what is new on the page: programmes, practices, stages, people. What it "
           "shows already is not entered again."},
      .questions = {page_question(),
                    {.name = "date",
                     .field = "publications.published_on",
                     .title = {"Когда обновлена", "When it was updated"}},
                    programs_question(),
                    {.name = "practices", .field = "publications.practices"},
                    {.name = "stages", .field = "publications.stages"},
                    {.name = "legal-levels", .field = "publications.legal_levels"},
                    named_question(),
                    {.name = "data", .field = "publications.people.data"}},
      .examples = {{"nastavnik update 'реализуемые программы' --date 28.08.2026 --dry-run",
                    {"страница, названная по содержанию; только посмотреть", "a page by what it holds, only to look"}}},
      .wanted =
          [](std::string_view question, const Answers& answers, const Typing& typing) {
            if (question == "date") return Wanted{.is_required = true, .suggested = iso(typing.registry().day())};
            if (question == "data") return Wanted{.fits = answers.has("named"), .is_required = answers.has("named")};
            return Wanted();
          },
      .act = [](const Answers& answers, const Typing& typing,
                const Lot& /*lot*/) { return Updating(answers, typing).done(); },
  };
}

ActKind unpublishing() {
  return {
      .name = "unpublish",
      .clauses = "21,22",
      .covers = "publications.withdrawn",
      .summary = {"снять страницу или часть её содержания", "take a page off, or part of what it shows"},
      .description =
          {"Записывает, что страница снята, и почему. С --programs или --named снимается не страница, а программа или "
           "человек на ней.",
           "Records that a page was taken off, and why. With --programs or --named not the page is taken off, but a "
           "programme or a person on it."},
      .questions = {page_question(),
                    {.name = "date", .field = "publications.withdrawn.date"},
                    programs_question(),
                    named_question(),
                    {.name = "reason", .field = "publications.withdrawn.reason"}},
      .examples =
          {{"nastavnik unpublish 'реализуемые программы' --date 28.08.2026 --reason 'страница перенесена' --dry-run",
            {"вся страница, только посмотреть", "a whole page, only to look"}}},
      .wanted = wanted_of_taking_off,
      .act = [](const Answers& answers, const Typing& typing,
                const Lot& /*lot*/) { return Unpublishing(answers, typing).done(); },
  };
}

}  // namespace nastavnik
