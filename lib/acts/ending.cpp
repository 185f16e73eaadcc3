#include "acts/ending.h"

#include <algorithm>

#include <fmt/format.h>

#include "acts/entering.h"
#include "acts/standing.h"
#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

std::vector<const Pair*> going_on(std::span<const Pair* const> pairs, const Pair& but) {
  std::vector<const Pair*> all;
  std::ranges::copy_if(pairs, std::back_inserter(all),
                       [&](const Pair* pair) { return pair->id != but.id && pair->end.absent(); });
  return all;
}

YamlValue ending(Date day, const WhyEnded& why) {
  std::vector<KeyAndValue> keys{{"date", yaml_word(iso(day))}, {"reason", yaml_word(why.reason)}};
  if (!why.note.empty()) keys.push_back({"reason_note", yaml_text(why.note)});
  if (!why.order.empty()) keys.push_back({"order", yaml_word(why.order)});
  return yaml_mapping(std::move(keys));
}

/// Of results a page goes on telling.
bool shows_running(const Publication& page) {
  const auto has = [&](PublicationKind kind) {
    return std::ranges::any_of(page.kinds, [&](const auto& one) { return one.given() && *one == kind; });
  };
  return page.withdrawn.absent() && has(PublicationKind::running_programs) && !has(PublicationKind::results);
}

}  // namespace

bool is_granted(const Answers& answers) {
  return answers.has("decided") && (!answers.has("decision") || answers.text("decision") == "granted");
}

std::vector<const Pair*> other_pairs_of_mentor(const Pair& pair, const Registry& registry) {
  return going_on(registry.pairs_of_mentor(pair.mentor.id), pair);
}

std::vector<const Pair*> other_pairs_of_mentee(std::string_view mentee, const Pair& pair, const Registry& registry) {
  return going_on(registry.pairs_of_mentee(mentee), pair);
}

void end_pair(Act& act, const Pair& pair, Date day, const WhyEnded& why, const Typing& typing) {
  if (!pair.end.absent()) return;
  act.changes.push_back(stands_at(typing.loaded, pair.span).setting("end", ending(day, why)));
  act.means.push_back(say({"последний день пары {} — {}", "the last day of the pair {}: {}"}, pair.id, day));
}

void end_appointment(Act& act, const Pair& pair, Date day, const WhyEnded& why, const Typing& typing) {
  const Mentor* mentor = typing.registry().all<Mentor>().find(pair.mentor.id);
  if (!mentor) return;
  const auto others = other_pairs_of_mentor(pair, typing.registry());
  if (others.empty()) return end_appointment(act, *mentor, day, why, typing);
  act.means.push_back(say({"{} остаётся наставником: есть пара {}", "{} remains a mentor: there is the pair {}"},
                          mentor->id, others.front()->id));
}

void end_appointment(Act& act, const Mentor& mentor, Date day, const WhyEnded& why, const Typing& typing) {
  for (const Appointment& one : mentor.appointments) {
    if (!one.from.given() || *one.from > day || !one.end.absent()) continue;
    act.changes.push_back(stands_at(typing.loaded, one.span).setting("end", ending(day, why)));
    act.means.push_back(say(
        {"{} больше не наставник: последний день — {}", "{} is a mentor no more: the last day is {}"}, mentor.id, day));
  }
}

bool may_refuse_by_law(std::string_view mentor, Date day, const Registry& registry) {
  return works_here(registry, mentor, day) == Verdict::yes && day >= Date{2025, 3, 1};
}

void complete_programs(Act& act, const Pair& pair, Date day, const YamlValue& completion, const Typing& typing) {
  for (const Program* program : typing.registry().programs_of(pair)) {
    if (!program->completion.absent() || !program->cancelled.absent()) continue;
    if (!program->start.given() || *program->start > day) continue;
    if (day > typing.registry().day()) {  // a programme is completed once that has happened
      act.means.push_back(say({"программа {} идёт по {}: завершите её тогда (п. 19.2)",
                               "the programme {} runs to {}: complete it then (cl. 19.2)"},
                              program->id, day));
      act.next.push_back(fmt::format("nastavnik complete {} --by … --circumstance …", program->id));
      continue;
    }
    act.changes.push_back(stands_at(typing.loaded, program->span).setting("completion", completion));
    act.means.push_back(
        say({"программа {} завершена {} (п. 19.2)", "the programme {} ended on {} (cl. 19.2)"}, program->id, day));
    act.next.push_back(fmt::format("nastavnik document completion {}", program->id));
    take_off_pages(act, *program, day, typing);
  }
}

void take_off_pages(Act& act, const Program& program, Date day, const Typing& typing) {
  for (const Publication& page : typing.registry().all<Publication>()) {
    if (!shows_running(page)) continue;
    for (const ShownProgram& shown : page.programs) {
      if (shown.program.id != program.id || !shown.to.absent()) continue;
      act.changes.push_back(stands_at(typing.loaded, shown.span).setting("to", yaml_word(iso(day))));
      act.means.push_back(say({"на странице publications/{} программа — по {}: уберите её и на самом сайте",
                               "the page publications/{} shows the programme to {}: take it off the site itself, too"},
                              page.id, day));
    }
  }
}

void leave_bank(Act& act, std::string_view mentee, Date day, std::string_view reason, const Typing& typing) {
  const Mentee* entry = typing.registry().all<Mentee>().find(mentee);
  if (!entry || !entry->left.absent()) return;
  act.changes.push_back(stands_at(typing.loaded, entry->span).setting("left", ending(day, {.reason = reason})));
  act.means.push_back(
      say({"{} выбывает из банка наставляемых {}", "{} leaves the bank of mentees on {}"}, mentee, day));
}

void search_mentors(Act& act, const Pair& pair, Date last, Date since, const Typing& typing) {
  for (const Member* member : members_on(pair, last)) {
    const Mentee* entry = typing.registry().all<Mentee>().find(member->person.id);
    if (!entry || !entry->left.absent()) continue;
    if (other_pairs_of_mentee(member->person.id, pair, typing.registry()).empty())
      search_mentor(act, member->person.id, since, typing);
  }
}

void search_mentor(Act& act, std::string_view mentee, Date day, const Typing& typing) {
  if (!typing.registry().all<Mentee>().find(mentee)) return;
  const RecordFile file(typing.loaded, file_of(Mentee::kind, mentee));
  YamlValue item = yaml_mapping({{"date", yaml_word(iso(day))}, {"kind", yaml_word("mentor_search")}});
  for (Change& change : adding(file, list_typed(file, "support", typing), {std::move(item)}, typing))
    act.changes.push_back(std::move(change));
  act.means.push_back(say({"{} — ищем нового наставника с {} (строка 5 дорожной карты)",
                           "{}: the search for another mentor began on {} (row 5 of the roadmap)"},
                          mentee, day));
}

}  // namespace nastavnik
