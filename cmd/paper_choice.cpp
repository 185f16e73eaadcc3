#include "cmd/paper_choice.h"

#include <algorithm>

#include <fmt/format.h>

#include "cmd/unknown.h"
#include "document/wording.h"
#include "model/kinds/orders.h"

namespace nastavnik::cmd {
namespace {

/// What chooses the subject among the others: its first key that no other has, else its last.
std::string key_of(const Subject& subject, const std::vector<Subject>& subjects) {
  for (const std::string& key : subject.keys) {
    const auto has_it = [&](const Subject& one) { return std::ranges::find(one.keys, key) != one.keys.end(); };
    if (std::ranges::count_if(subjects, has_it) == 1) return key;
  }
  return subject.keys.back();
}

/// «people/p-530748 (Иванова Анна Сергеевна)», «m2 (18.02.2026)».
Words shown(const Subject& subject, const std::vector<Subject>& subjects, const Beside& beside) {
  std::string key = key_of(subject, subjects);
  if (key == subject.item_key) key = key.substr(key.find('/') + 1);
  if (!subject.day || key.ends_with(iso(*subject.day))) return beside.with(key);
  return say({"{} ({}){}", "{} ({}){}"}, key, date_in_figures(*subject.day), beside(key));
}

/// «2025-17-od (06.02.2025)»; of what no order decides yet, what chooses it.
std::vector<Words> shown_orders(const std::vector<Subject>& subjects, const DocumentKind& kind,
                                const Registry& registry, const Beside& beside) {
  std::vector<Words> all;
  for (const std::vector<Subject>& paper : papers_of(kind, subjects)) {
    const Order* order = registry.all<Order>().find(paper.front().order);
    if (!order)
      for (const Subject& subject : paper) all.push_back(shown(subject, subjects, beside));
    else
      all.push_back(order->date.given() ? say({"{} ({})", "{} ({})"}, order->id, date_in_figures(*order->date))
                                        : say({"{}", "{}"}, order->id));
  }
  return all;
}

UsageError untold(const std::vector<Subject>& subjects, const DocumentKind& kind, const Registry& registry,
                  const Beside& beside) {
  if (kind.together)
    return {say({"{}: укажите, по какому приказу", "{}: say by which order"}, kind.title),
            say({"новых нет; есть {}", "there is nothing new; there is {}"},
                some_of(shown_orders(subjects, kind, registry, beside)))};
  std::vector<Words> all;
  for (const Subject& subject : subjects) all.push_back(shown(subject, subjects, beside));
  const bool people = std::ranges::all_of(all, [](const Words& key) { return key.ru.starts_with("people/"); });
  const Text whom{"укажите, о ком", "say about whom"}, what{"укажите, о чём", "say about what"};
  return {say({"{}: {}", "{}: {}"}, kind.title, people ? whom : what),
          say({"есть {}; все сразу: --all", "there is {}; all at once: --all"}, some_of(all))};
}

UsageError several_orders(const std::vector<Subject>& subjects, const Beside& beside) {
  Words list;
  for (const Subject& one : subjects) {
    const Words by = one.order.empty() ? Words{"приказа ещё нет", "no order yet"} : say({"{}", "{}"}, one.order);
    list = say({"{}{}{}{} ({})", "{}{}{}{} ({})"}, list, list.ru.empty() ? "" : ", ", one.keys.front(),
               beside(one.keys.front()), by);
  }
  return {{"об этом решали разные приказы, а у документа один номер",
           "different orders decided it, and a paper has one number"},
          say({"назовите приказ: {}; все сразу: --all", "name the order: {}; all at once: --all"}, list)};
}

UsageError decides_more(std::string_view order, const DocumentKind& kind, const Beside& beside) {
  return {say({"{}: приказ {} решает не только это", "{}: the order {} decides more than that"}, kind.title,
              beside.with(order)),
          say({"весь приказ: nastavnik document order {}", "the whole order: nastavnik document order {}"}, order)};
}

Words nothing_to_write(const NoChoice& refusal) {
  return say({"«{}»: нечего составить", "'{}': there is nothing to write"}, refusal.word);
}

Words unread(const std::vector<std::string>& broken, const Beside& beside) {
  if (broken.size() == 1)
    return say({"{} не читается; что там не так: nastavnik check", "{} cannot be read; what is wrong: nastavnik check"},
               beside.with(broken.front()));
  return say({"не читаются {}; что там не так: nastavnik check", "cannot be read: {}; what is wrong: nastavnik check"},
             some_of(beside.with(broken)));
}

/// Of a record that is there, but has no such paper; where a file cannot be read, it may stand there.
Words what_it_lacks(const DocumentKind& kind, const std::vector<std::string>& broken, const Beside& beside) {
  if (!broken.empty()) return unread(broken, beside);
  if (!kind.lacking.empty()) return say({"{}: {}", "{}: {}"}, kind.title, kind.lacking);
  return say({"{}: нужна запись, для которой есть такой документ", "{}: a record is wanted that has such a paper"},
             kind.title);
}

UsageError explained(const NoChoice& refusal, const DocumentKind& kind, const Registry& registry,
                     const std::vector<std::string>& broken, const Beside& beside) {
  switch (refusal.why) {
    case NoChoice::Why::not_one:
      return not_one(refusal.meant, refusal.word, beside, nothing_to_write(refusal),
                     broken.empty() ? say({"{}: такой записи нет", "{}: there is no such record"}, kind.title)
                                    : unread(broken, beside));
    case NoChoice::Why::not_of_kind: return {nothing_to_write(refusal), what_it_lacks(kind, broken, beside)};
    case NoChoice::Why::not_one_pair:
      return not_one(refusal.meant, refusal.word, beside, say({"нет пары «{}»", "there is no pair '{}'"}, refusal.word),
                     broken.empty() ? Words{} : unread(broken, beside));
    case NoChoice::Why::not_told: return untold(refusal.subjects, kind, registry, beside);
    case NoChoice::Why::decides_more: return decides_more(refusal.order, kind, beside);
    case NoChoice::Why::several_orders: return several_orders(refusal.subjects, beside);
    case NoChoice::Why::no_new_pairs: return {no_new_pairs(), {}};
    case NoChoice::Why::nothing: break;
  }
  return {
      say({"{}: в записях нет того, о чём этот документ", "{}: the records have nothing that it is about"}, kind.title),
      broken.empty() ? Words(kind.lacking) : unread(broken, beside)};
}

}  // namespace

std::vector<const DocumentKind*> kinds_named(const std::optional<std::string>& asked, bool several) {
  std::vector<const DocumentKind*> kinds;
  std::vector<std::string_view> known;
  const std::string name = asked.value_or("");
  for (const DocumentKind& kind : documents())
    if (!asked) kinds.push_back(&kind);
  if (!asked) return kinds;
  for (const DocumentKind& kind : documents()) {
    if (kind.name == name) return {&kind};
    known.push_back(kind.name);
    for (const GroupName& group : document_groups())
      if (several && group.word == name && group.group == kind.group) kinds.push_back(&kind);
  }
  for (const GroupName& group : document_groups()) known.push_back(group.word);
  if (!kinds.empty()) return kinds;
  const Words what = say({"нет документа «{}»", "there is no document '{}'"}, name);
  if (std::find(known.begin(), known.end(), name) != known.end())
    throw UsageError{what, say({"это группа документов; все сразу: nastavnik document --all {}",
                                "it is a group; all at once: nastavnik document --all {}"},
                               name)};
  throw unknown(name, known, what,
                Text{"все документы: nastavnik document --list", "all documents: nastavnik document --list"});
}

Words no_new_pairs() {
  return Text{"составлять нечего: все пары уже закреплены приказами",
              "there is nothing to make: orders assign all pairs already"};
}

Words no_records() {
  return Text{"составлять нечего: таких записей нет", "there is nothing to make: there are no such records"};
}

std::vector<ChosenPaper> papers_for(const PaperWish& wish, const DocumentKind& kind, const Registry& registry,
                                    const std::vector<std::string>& broken, const Beside& beside) {
  PaperChoice choice = choose_papers(kind, wish, registry);
  if (const NoChoice* refusal = std::get_if<NoChoice>(&choice))
    throw explained(*refusal, kind, registry, broken, beside);
  return std::get<std::vector<ChosenPaper>>(std::move(choice));
}

}  // namespace nastavnik::cmd
