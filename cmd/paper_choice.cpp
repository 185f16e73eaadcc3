#include "cmd/paper_choice.h"

#include <algorithm>

#include "cmd/unknown.h"

namespace nastavnik::cmd {
namespace {

/// What chooses the subject among the others: its first key that no other has, else its first.
std::string key_of(const Subject& subject, const std::vector<Subject>& subjects) {
  for (const std::string& key : subject.keys) {
    const auto has_it = [&](const Subject& one) { return std::ranges::find(one.keys, key) != one.keys.end(); };
    if (std::ranges::count_if(subjects, has_it) == 1) return key;
  }
  return subject.keys.front();
}

UsageError untold(const std::vector<Subject>& subjects, const DocumentKind& kind) {
  std::vector<std::string> all;
  for (const Subject& subject : subjects)
    if (!subject.keys.empty()) all.push_back(key_of(subject, subjects));
  const Words places = some_of(all);
  return {say({"{}: не указано, какой именно", "{}: it is not said which one"}, kind.title),
          kind.together ? say({"новых нет; есть {}", "there is nothing new; there is {}"}, places)
                        : say({"есть {}; все сразу: --all", "there is {}; all at once: --all"}, places)};
}

UsageError several_orders(const std::vector<Subject>& subjects) {
  Words list;
  for (const Subject& one : subjects) {
    const Words by = one.order.empty() ? Words{"приказа ещё нет", "no order yet"} : say({"{}", "{}"}, one.order);
    list = say({"{}{}{} ({})", "{}{}{} ({})"}, list, list.ru.empty() ? "" : ", ", one.keys.front(), by);
  }
  return {{"об этом решали разные приказы, а у документа один номер",
           "different orders decided it, and a paper has one number"},
          say({"назовите приказ: {}; все сразу: --all", "name the order: {}; all at once: --all"}, list)};
}

Words nothing_to_write(const NoChoice& refusal) {
  return say({"«{}»: нечего составить", "'{}': there is nothing to write"}, refusal.word);
}

/// Of a record that is there, but has no such paper.
Words what_it_lacks(const DocumentKind& kind) {
  if (!kind.lacking.empty()) return say({"{}: {}", "{}: {}"}, kind.title, kind.lacking);
  return say({"{}: нужна запись, для которой есть такой документ", "{}: a record is wanted that has such a paper"},
             kind.title);
}

UsageError explained(const NoChoice& refusal, const DocumentKind& kind) {
  switch (refusal.why) {
    case NoChoice::Why::not_one:
      return not_one(refusal.meant, refusal.word, nothing_to_write(refusal),
                     say({"{}: такой записи нет", "{}: there is no such record"}, kind.title));
    case NoChoice::Why::not_of_kind: return {nothing_to_write(refusal), what_it_lacks(kind)};
    case NoChoice::Why::not_one_pair:
      return not_one(refusal.meant, refusal.word, say({"нет пары «{}»", "there is no pair '{}'"}, refusal.word));
    case NoChoice::Why::not_told: return untold(refusal.subjects, kind);
    case NoChoice::Why::several_orders: return several_orders(refusal.subjects);
    case NoChoice::Why::nothing: break;
  }
  return {
      say({"{}: в записях нет того, о чём этот документ", "{}: the records have nothing that it is about"}, kind.title),
      kind.lacking};
}

}  // namespace

std::vector<ChosenPaper> papers_for(const PaperWish& wish, const DocumentKind& kind, const Registry& registry) {
  PaperChoice choice = choose_papers(kind, wish, registry);
  if (const NoChoice* refusal = std::get_if<NoChoice>(&choice)) throw explained(*refusal, kind);
  return std::get<std::vector<ChosenPaper>>(std::move(choice));
}

}  // namespace nastavnik::cmd
