// Clause 11, what the curator keeps: needs, council, roadmap, banks.

#include <algorithm>
#include <map>
#include <vector>

#include "model/kinds/codes_years.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/practices.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

using Reviews = YearItems<NeedsReview>;

/// Whether the year lacks a review; while one cannot be read, the rule is undecided instead.
bool lacks_review(Check& check, const Reviews& reviews, const Period& year) {
  if (!reviews.in(year).empty()) return false;
  if (!reviews.complete) check.undecided(place_of_year(check, year));
  return reviews.complete;
}

void hold_years_to_reviews(Check& check, Date since, YearOf year_of) {
  const Reviews reviews = items_of_years(check, &SchoolYear::needs_reviews);
  for (const Period& year : finished_years(since, check.day(), year_of))
    if (lacks_review(check, reviews, year)) {
      Found finding =
          check.found(place_of_year(check, year), {"с {} по {} актуализации нет", "there is no review from {} to {}"},
                      year.from, year.to);
      if (since > year.from)
        finding.milder().also(check.registry().regulation(), {"положение действовало не весь этот год",
                                                              "the regulation was not in force all that year"});
    }
  const Period year = year_of(check.day());
  const Date due = day_within(year, *check.limits().review_due);
  if (!is_asked_for(year, since) || check.day() < due || !lacks_review(check, reviews, year)) return;
  check
      .found(place_of_year(check, year),
             {"в этом году актуализации ещё нет; её ждут до {} ({})",
              "there is no review this year yet; it is expected before {} ({})"},
             due, whose_term(check.limits().review_due))
      .milder();
}

/// The year that ends today.
void hold_last_days_to_reviews(Check& check, Date since) {
  constexpr int days_of_year = 365;
  const Period year{check.day() - days_of_year + 1, check.day()};
  if (since <= year.from && lacks_review(check, items_of_years(check, &SchoolYear::needs_reviews), year))
    check.found(place_of_year(check, year), {"с {} по {} актуализации нет", "there is no review from {} to {}"},
                year.from, year.to);
}

void needs_review_missing(Check& check) {
  const auto since = regulated_since(check);
  const At<Choice<YearBasis>>& basis = check.registry().settings().year_basis;
  if (!since) return;
  if (basis.given() && *basis == YearBasis::rolling)
    hold_last_days_to_reviews(check, *since);
  else
    hold_years_to_reviews(check, *since, basis.given() && *basis == YearBasis::calendar ? calendar_year : school_year);
}

void needs_review_author_missing(Check& check) {
  for (const NeedsReview* review : items_of_years(check, &SchoolYear::needs_reviews).items) {
    if (check.absent(review->by))
      check.found(*review, {"не указано, кто провёл (by)", "it is not stated who held it (by)"});
    if (!check.given(review->by)) continue;
    const auto curators = find_curators(check, *review->date);
    const bool named = std::any_of(curators.begin(), curators.end(),
                                   [&](const CuratorTerm* term) { return names(review->by, term->person.id); });
    if (!curators.empty() && !named)
      check
          .found(review->by, {"куратора, который был на {}, здесь нет", "the curator of {} is not there"},
                 *review->date)
          .also(curators.front()->person, {"куратор", "the curator"});
  }
}

/// Has been in the bank since the review or later.
bool is_in_bank_since(const Mentee& mentee, Date day) {
  return !mentee.left->date.given() || *mentee.left->date >= day;
}

void hold_reviewed_person(Check& check, const NeedsReview& review, const ReviewedPerson& item) {
  const Table<Mentee>& mentees = check.all<Mentee>();
  if (item.person.id.empty() || is_erased(check.registry(), item.person.id)) return;
  if (check.absent(item.decision)) {
    check.found(item.person, {"решения нет (decision)", "there is no decision (decision)"});
  } else if (check.given(item.decision) && *item.decision == NeedDecision::include) {
    const Mentee* mentee = mentees.find(item.person.id);
    if (mentees.standing(item.person.id) == Standing::broken)
      check.undecided(item.person);
    else if (!mentee || !is_in_bank_since(*mentee, *review.date))
      check.found(item.person,
                  {"решено включить, а в банке (mentees/) записи нет; её ждали по {} ({})",
                   "it is decided to include the person, and the bank (mentees/) has no entry; expected by {} ({})"},
                  *review.date + *check.limits().program_due_days, whose_term(check.limits().program_due_days));
  }
}

void needs_review_not_followed(Check& check) {
  const Reviews reviews = items_of_years(check, &SchoolYear::needs_reviews);
  Date last;
  for (const NeedsReview* review : reviews.items) last = std::max(last, *review->date);
  for (const NeedsReview* review : reviews.items) {
    if (*review->date != last || *review->date + *check.limits().program_due_days >= check.day()) continue;
    for (const ReviewedPerson& item : check.each(review->people)) hold_reviewed_person(check, *review, item);
  }
}

void hold_proposal(Check& check, const Council& council) {
  const Organization& school = check.registry().organization();
  const bool nobody = check.absent(council.proposed_by), no_day = check.absent(council.proposed_on);
  if (nobody || no_day) {
    constexpr Text both{"не указано, кто и когда предложил состав (proposed_by, proposed_on)",
                        "it is not stated who proposed the members and when (proposed_by, proposed_on)"};
    constexpr Text who{"не указано, кто предложил состав (proposed_by)",
                       "it is not stated who proposed the members (proposed_by)"};
    constexpr Text when{"не указано, когда предложен состав (proposed_on)",
                        "it is not stated when the members were proposed (proposed_on)"};
    check.found(council, {"{}", "{}"}, nobody && no_day ? both : nobody ? who : when).milder();
  } else if (check.given(council.proposed_on) && !school.curators.absent() &&
             check.denied(is_curator(school, council.proposed_by, *council.proposed_on), council.proposed_by)) {
    check.found(council.proposed_by, {"{} не куратор на {}", "{} is not the curator on {}"},
                check.who(council.proposed_by), *council.proposed_on);
  }
}

void report_unapproved(Check& check, const Council& council) {
  const auto& days = check.limits().program_due_days;
  const Date due = *council.from + *days;
  if (check.day() > due)
    check.found(council,
                {"приказ о составе не назван (order); его ждали по {} ({})",
                 "no order on the members is named (order); it was expected by {} ({})"},
                due, whose_term(days));
}

void council_not_approved(Check& check) {
  for (const Council& council : check.registry().organization().councils) {
    if (!check.given(council.from) || !check.known(council.to) || *council.from > check.day()) continue;
    hold_proposal(check, council);
    if (check.absent(council.order))
      report_unapproved(check, council);
    else
      hold_to_order(check, council.order, {OrderKind::approve_council}, day_of_order(check, council.from, council.to));
  }
}

/// Still being drawn up: it is for days to come, and nobody has approved it.
bool is_draft(const Check& check, const Roadmap& roadmap, const SchoolYear& year) {
  const auto period = period_of(roadmap, year);
  return period && period->from > check.day() && roadmap.order.absent();
}

void hold_to_stages(Check& check, const Roadmap& roadmap) {
  const List<RoadmapItem>& items = roadmap.items;
  if (!check.known(items) ||
      !std::all_of(items.begin(), items.end(), [&](const RoadmapItem& item) { return check.given(item.stage); }))
    return;
  std::vector<Words> missing;
  for (std::size_t i = 0; i < Codes<Stage>::table.size(); ++i)
    if (std::none_of(items.begin(), items.end(),
                     [&](const RoadmapItem& item) { return *item.stage == static_cast<Stage>(i); }))
      missing.emplace_back(Codes<Stage>::table[i].label);
  if (!missing.empty()) check.found(roadmap, {"нет этапов: {}", "stages that are missing: {}"}, joined(missing));
}

void roadmap_stage_missing(Check& check) {
  for (const SchoolYear& year : check.all<SchoolYear>())
    if (check.given(year.roadmap) && !is_draft(check, *year.roadmap, year)) hold_to_stages(check, *year.roadmap);
}

void hold_assignment(Check& check, const RoadmapItem& item) {
  const bool no_term = check.absent(item.due_on) && check.absent(item.term);
  const bool nobody = check.absent(item.responsible) && check.absent(item.responsible_people);
  constexpr Text both{"нет ни срока, ни ответственного", "there is neither a term nor anyone responsible"};
  constexpr Text term{"нет срока (due_on или term)", "there is no term (due_on or term)"};
  constexpr Text who{"нет ответственного (responsible или responsible_people)",
                     "there is nobody responsible (responsible or responsible_people)"};
  if (no_term || nobody) check.found(item, {"{}", "{}"}, no_term && nobody ? both : no_term ? term : who);
}

void roadmap_item_unassigned(Check& check) {
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    if (!year.roadmap.given() || year.roadmap->order.absent()) continue;
    for (const RoadmapItem& item : year.roadmap->items)
      if (item.cancelled.absent()) hold_assignment(check, item);
  }
}

void roadmap_item_overdue(Check& check) {
  for (const SchoolYear& year : check.all<SchoolYear>())
    for (const RoadmapItem& item : year.roadmap->items) {
      if (!check.absent(item.done_on) || !check.absent(item.cancelled)) continue;
      const At<Day> due = due_of(item, year);
      if (check.given(due) && is_overdue(check, *due))
        check.found(due, {"просрочено на {}", "overdue by {}"}, Count{check.day() - *due, noun::day});
    }
}

/// The roadmap is drawn up before its time, and redrawn in it: whoever was the curator on some day up to its end will do.
void roadmap_author_not_curator(Check& check) {
  const List<CuratorTerm>& curators = check.registry().organization().curators;
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    const Link<Person>& author = year.roadmap->developed_by;
    const auto period = period_of(*year.roadmap, year);
    if (!period || !check.given(author) || !check.given(curators)) continue;
    bool readable = true;
    const bool was_curator = std::any_of(curators.begin(), curators.end(), [&](const CuratorTerm& term) {
      readable = check.given(term.person, term.from) && readable;
      return term.person == author && term.from.given() && *term.from <= period->to;
    });
    if (!was_curator && readable)
      check
          .found(author, {"{} не куратор ни в один день до {}", "{} is no curator on any day up to {}"},
                 check.who(author), period->to)
          .also(curators.begin()->person, {"куратор", "the curator"});
  }
}

/// Someone's first day in a pair, and the field that names the person there.
struct FirstDay {
  Date day;
  Span place;
};
using FirstDays = std::map<std::string_view, FirstDay>;

void note_first_day(const Link<Person>& person, Date day, FirstDays& found) {
  if (person.presence == Presence::broken) return;
  const auto known = found.emplace(person.id, FirstDay{day, person.span}).first;
  if (day < known->second.day) known->second = {day, person.span};
}

template <class Entry>
void hold_to_bank(Check& check, const FirstDays& people) {
  const Table<Entry>& bank = check.all<Entry>();
  for (const auto& [person, first] : people) {
    const Entry* entry = bank.find(person);
    if (first.day > check.day()) continue;
    if (const Standing standing = bank.standing(person); standing == Standing::broken || standing == Standing::unseen)
      check.undecided(first.place);
    else if (!entry)
      check.found(first.place, {"в папке {}/ записи нет", "there is no entry in {}/"}, Entry::kind.folder);
    else if (check.given(entry->entered_on) && *entry->entered_on > first.day)
      check.found(entry->entered_on, {"участвует в паре с {}", "takes part in a pair from {}"}, first.day)
          .also(first.place, {"участник пары", "the participant of the pair"});
  }
}

/// Who is listed as their own mentor is the matter of S-05.
void participant_not_in_bank(Check& check) {
  FirstDays mentors, mentees;
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.given(pair.start)) continue;
    note_first_day(pair.mentor, *pair.start, mentors);
    for (const Member& member : pair.mentees)
      if (!(member.person == pair.mentor) && check.known(member.from, member.to))
        note_first_day(member.person, period_of(member, pair)->from, mentees);
  }
  hold_to_bank<Mentor>(check, mentors);
  hold_to_bank<Mentee>(check, mentees);
}

/// The banks are kept together with the administrator: while there are none, nobody is asked for.
void system_administrator_missing(Check& check) {
  const Organization& school = check.registry().organization();
  if (check.all<Mentor>().empty() && check.all<Mentee>().empty()) return;
  if (check.sees_the<Organization>(school) && school.system_administrator.absent())
    check.found(school, {"системный администратор (system_administrator) не указан",
                         "no system administrator (system_administrator) is given"});
}

void best_practice_missing(Check& check) {
  const Table<Practice>& practices = check.all<Practice>();
  const bool complete =
      std::all_of(practices.begin(), practices.end(), [](const Practice& practice) { return practice.date.given(); });
  for (const Period& year : finished_years_with_programs(check)) {
    const Span place = place_of_year(check, year);
    if (std::any_of(practices.begin(), practices.end(),
                    [&](const Practice& practice) { return practice.date.given() && year.holds(*practice.date); }))
      continue;
    if (!complete)
      check.undecided(place);
    else if (check.sees_all<Practice>(place))
      check.found(place, {"с {} по {} в practices/ ничего нет", "practices/ has nothing from {} to {}"}, year.from,
                  year.to);
  }
}

constexpr Rule curator_rows[] = {
    {{.id = "P11.2-1",
      .name = "needs-review-missing",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.2",
      .phrase = "своевременно (не менее одного раза в год) актуализирует информацию",
      .precise = {"раз в каждом полном году; в первом, неполном, это предупреждение",
                  "once in each whole year; in the first one, which is not, it is a warning"},
      .title = {"за год не уточнено, кому из педагогов нужен наставник",
                "no review in the year of which teachers need a mentor"},
      .remedy = {"проведите актуализацию и запишите её (needs_reviews) в файле учебного года в years/",
                 "hold the review and record it (needs_reviews) in the school year's file in years/"},
      .limits = "review_due",
      .scope = Scope::registry},
     needs_review_missing},
    {{.id = "P11.2-2",
      .name = "needs-review-not-followed",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "11.2",
      .phrase = "педагогов, которых необходимо включить в наставническую деятельность в качестве наставляемых",
      .title = {"педагог из последней актуализации не внесён в банк, и решения о нём нет",
                "a teacher of the last review is not in the bank and has no decision"},
      .remedy = {"внесите педагога в mentees/ или запишите решение о нём (decision) в years/",
                 "enter the teacher in mentees/, or record the decision (decision) in years/"},
      .limits = "program_due_days",
      .scope = Scope::registry},
     needs_review_not_followed},
    {{.id = "P11.2-3",
      .name = "needs-review-author-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "11.2",
      .phrase = "актуализирует информацию",
      .precise = {"среди тех, кто провёл актуализацию, есть куратор её дня",
                  "among those who held the review is the curator of its day"},
      .title = {"не видно, что актуализацию провёл куратор", "it is not seen that the curator held the review"},
      .remedy = {"укажите, кто провёл актуализацию (needs_reviews, by), в файле учебного года в years/",
                 "state who held the review (needs_reviews, by) in the school year's file in years/"},
      .scope = Scope::links},
     needs_review_author_missing},
    {{.id = "P11.3-1",
      .name = "council-not-approved",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "11.3",
      .phrase = "предлагает руководителю организации для утверждения состав методического объединения наставников",
      .precise = {"утверждают приказом, срок наш; кто и когда предложил состав — подсказка",
                  "approval is an order, the term is ours; who proposed the members and when is advice"},
      .title = {"состав методического объединения не предложен куратором или не утверждён приказом",
                "the council was not proposed by the curator or not approved by an order"},
      .remedy =
          {"укажите, кто и когда предложил состав (proposed_by, proposed_on), и приказ (order) в councils в organization.yaml",
           "state who proposed the members and when (proposed_by, proposed_on) and the order (order) in councils of organization.yaml"},
      .limits = "program_due_days",
      .scope = Scope::links},
     council_not_approved},
    {{.id = "P11.4-1",
      .name = "roadmap-stage-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.4",
      .phrase = "в соответствии с приложением к настоящему положению",
      .precise = {"у каждого из семи этапов приложения есть хотя бы один пункт",
                  "each of the seven stages of the annex has one item at least"},
      .title = {"в дорожной карте есть не все семь этапов", "the roadmap lacks one of the seven stages"},
      .remedy = {"добавьте пункты недостающих этапов (roadmap.items) в файле учебного года в years/",
                 "add items of the missing stages (roadmap.items) in the school year's file in years/"},
      .scope = Scope::record},
     roadmap_stage_missing},
    {{.id = "P11.4-2",
      .name = "roadmap-item-unassigned",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "appendix,11.4",
      .phrase = "Ответственный исполнитель",
      .precise = {"у каждого пункта карты есть срок и ответственный",
                  "each item of the roadmap has a term and somebody responsible"},
      .title = {"у пункта дорожной карты нет срока или ответственного",
                "a roadmap item has no term or no responsible person"},
      .remedy = {"укажите у пункта срок (due_on или term) и ответственных (responsible или responsible_people)",
                 "give the item a term (due_on or term) and those responsible (responsible or responsible_people)"},
      .scope = Scope::record},
     roadmap_item_unassigned},
    {{.id = "P11.4-3",
      .name = "roadmap-item-overdue",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "11.4",
      .phrase = "разрабатывает Дорожную карту (план мероприятий)",
      .title = {"срок пункта дорожной карты прошёл, а он не выполнен",
                "the term of a roadmap item has passed and it is not done"},
      .remedy = {"отметьте выполнение (done_on), перенос с причиной (moves) или отмену с причиной (cancelled)",
                 "mark it done (done_on), moved with a reason (moves) or cancelled with a reason (cancelled)"},
      .scope = Scope::record},
     roadmap_item_overdue},
    {{.id = "P11.4-4",
      .name = "roadmap-author-not-curator",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "11.4",
      .phrase = "разрабатывает Дорожную карту (план мероприятий)",
      .precise = {"тот, кто разработал карту, был куратором хотя бы в один день до её конца",
                  "whoever drew the roadmap up was the curator on some day up to its end"},
      .title = {"дорожную карту разработал не куратор", "it was not the curator who drew the roadmap up"},
      .remedy =
          {"проверьте, кто разработал карту (roadmap.developed_by в years/), и сроки кураторов в organization.yaml",
           "check who drew the roadmap up (roadmap.developed_by in years/) and the terms of curators in "
           "organization.yaml"},
      .scope = Scope::links},
     roadmap_author_not_curator},
    {{.id = "P11.5-1",
      .name = "participant-not-in-bank",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.5",
      .phrase = "ведет банк (персонифицированный учет) наставников и наставляемых",
      .precise = {"человек внесён в банк не позже своего первого дня в паре",
                  "a person is in the bank no later than the first day in a pair"},
      .title = {"участник пары не внесён в банк до её начала",
                "a participant of the pair is not in the bank by its start"},
      .remedy =
          {"внесите наставника в mentors/, наставляемого в mentees/; дату внесения (entered_on) сверьте с началом пары",
           "enter the mentor in mentors/ and the mentee in mentees/; compare the day of entry (entered_on) with the start of the pair"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     participant_not_in_bank},
    {{.id = "P11.5-2",
      .name = "system-administrator-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.5",
      .phrase = "совместно с системным администратором",
      .precise = {"назван тот, с кем куратор ведёт банки; пока они пусты, не спрашиваем",
                  "whoever keeps the banks with the curator is named; while they are empty, nothing is asked"},
      .title = {"не назван системный администратор", "the system administrator is not named"},
      .remedy = {"укажите системного администратора (system_administrator) в organization.yaml",
                 "name the system administrator (system_administrator) in organization.yaml"},
      .scope = Scope::registry},
     system_administrator_missing},
    {{.id = "P11.6-1",
      .name = "program-not-in-bank",
      .nature = Nature::text,
      .clauses = "11.6",
      .phrase = "формирует банк индивидуальных/групповых персонализированных программ наставничества",
      .title = {"программы нет в банке программ", "the programme is not in the bank of programmes"},
      .remedy = {"внесите программу файлом в programs/: эта папка и есть банк программ",
                 "enter the programme as a file in programs/: that folder is the bank of programmes"},
      .by_format = true}},
    {{.id = "P11.6-2",
      .name = "best-practice-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "11.6",
      .phrase = "осуществляет описание наиболее успешного и эффективного опыта",
      .precise = {"раз в учебный год, в котором шла хоть одна программа",
                  "once a school year in which any programme ran"},
      .title = {"за учебный год не описано ни одной лучшей практики",
                "no best practice was described in the school year"},
      .remedy = {"опишите удачный опыт года в practices/", "describe a success of the year in practices/"},
      .scope = Scope::registry},
     best_practice_missing},
};

}  // namespace

std::span<const Rule> curator_rules();
std::span<const Rule> curator_rules() { return curator_rows; }

}  // namespace nastavnik
