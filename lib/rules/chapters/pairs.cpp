// Clauses 17-18: forming pairs and groups.

#include "model/kinds/pairs.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/topics.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/questions/program_mentees.h"
#include "rules/questions/programs_of_pair.h"
#include "rules/questions/sign_of_work.h"
#include "rules/questions/taught.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Active, or forming with its papers begun: what has no date of its own is asked of these only.
bool is_current(const Pair& pair, Date day) {
  const auto period = period_of(pair);
  return !is_draft(pair, day) && (!period || day <= period->to);
}

// Interests and topics

/// Requests that can all be read; a mentee without any is the business of another rule.
bool are_given(Check& check, const List<MenteeRequest>& requests) {
  return check.given(requests) &&
         std::all_of(requests.begin(), requests.end(), [&](const MenteeRequest& r) { return check.given(r.topic); });
}

Words words_of(const Check& check, const List<At<TopicCode>>& topics) {
  std::vector<Words> list;
  for (const auto& topic : topics) list.push_back(title_of_topic(check.registry(), *topic));
  return joined(list);
}

/// Mentor and mentee teach or do the same on the day.
Verdict share_profile(const Registry& registry, std::string_view mentor, std::string_view mentee, Date day) {
  const Table<Person>& people = registry.all<Person>();
  const Person *a = people.find(mentor), *b = people.find(mentee);
  if (!a || !b) return Verdict::unknown;
  for (const JobPosition* one : positions_on(*a, day))
    for (const JobPosition* other : positions_on(*b, day))
      if (do_alike(*one, *other)) return Verdict::yes;
  const auto clear = [](const Person& person) {
    return person.positions.presence != Presence::broken &&
           std::all_of(person.positions.begin(), person.positions.end(), [](const JobPosition& position) {
             return position.from.given() && position.to.presence != Presence::broken &&
                    position.subjects.presence != Presence::broken;
           });
  };
  return clear(*a) && clear(*b) ? Verdict::no : Verdict::unknown;
}

/// A mentor of a mentee, and where the pair names the mentee.
struct Match {
  const Mentor* mentor = nullptr;
  const Pair* pair = nullptr;
  const Link<Person>* mentee = nullptr;
};

bool is_asked(const Match& match, const MenteeRequest& request) {
  return std::any_of(match.mentor->topics.begin(), match.mentor->topics.end(),
                     [&](const auto& topic) { return *topic == *request.topic; });
}

/// Which mentor answers which request of one mentee, each one of its own.
class Answers {
public:
  explicit Answers(const List<MenteeRequest>& requests) {
    for (const MenteeRequest& request : requests)
      if (std::none_of(topics_.begin(), topics_.end(), [&](const auto* one) { return *one->topic == *request.topic; }))
        topics_.push_back(&request);
    answered_.resize(topics_.size());
  }
  /// Finds the mentor a request, for which those before may have to take another.
  bool add(const Match& match) {
    std::vector<bool> tried(topics_.size());
    return add(match, tried);
  }
  bool has_topic(const Match& match) const {
    return std::any_of(topics_.begin(), topics_.end(), [&](const auto* one) { return is_asked(match, *one); });
  }

private:
  bool add(const Match& match, std::vector<bool>& tried) {
    for (std::size_t i = 0; i < topics_.size(); ++i) {
      if (tried[i] || !is_asked(match, *topics_[i])) continue;
      tried[i] = true;
      if (answered_[i] && !add(*answered_[i], tried)) continue;
      answered_[i] = &match;
      return true;
    }
    return false;
  }

  std::vector<const MenteeRequest*> topics_;
  std::vector<const Match*> answered_;
};

void report_mismatch(Check& check, const Match& match, const Mentee& mentee, bool has_topic) {
  const Words topics = words_of(check, match.mentor->topics);
  Found finding =
      has_topic ? check.found(*match.mentee,
                              {"на общие запросы уже отвечают другие наставники; темы этого наставника: {}",
                               "other mentors answer the requests in common already; the topics of this mentor: {}"},
                              topics)
                : check.found(*match.mentee,
                              {"ни один запрос не совпадает с темами наставника: {}",
                               "no request is among the topics of the mentor: {}"},
                              topics);
  finding.also(mentee.requests, {"запросы наставляемого", "requests of the mentee"})
      .also(match.mentor->topics, {"темы наставника", "topics of the mentor"});
  if (check.absent(match.mentor->experience)) return;
  finding.milder().also(match.mentor->experience,
                        {"сравните с запросами и опыт", "compare the experience with the requests too"});
}

/// Matches without a common profile, in the order in which the pairs began; each needs a request of its own.
void hold_to_requests(Check& check, const Mentee& mentee, std::vector<Match>& matches) {
  if (!are_given(check, mentee.requests)) return;
  const auto began = [](const Match& match) {
    return std::make_pair(match.pair->start.given() ? *match.pair->start : end_of_time, match.pair->id);
  };
  std::sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) { return began(a) < began(b); });
  Answers answers(mentee.requests);
  for (const Match& match : matches) {
    const Verdict profile = share_profile(check.registry(), match.mentor->id, mentee.id, check.day());
    if (profile == Verdict::yes || answers.add(match)) continue;
    if (check.denied(profile, *match.mentee)) report_mismatch(check, match, mentee, answers.has_topic(match));
  }
}

/// The mentor has no topics, and nobody of the pair the same subject or position.
void hold_to_profile(Check& check, const Mentor& mentor, const People& people) {
  Verdict shared = Verdict::yes;
  for (const Link<Person>* person : people) {
    const Verdict one = share_profile(check.registry(), mentor.id, person->id, check.day());
    if (one != Verdict::yes && shared != Verdict::no) shared = one;
  }
  if (!check.denied(shared, mentor)) return;
  if (!check.absent(mentor.experience))
    check
        .found(
            mentor,
            {"у наставника есть пара, а темы (topics) не названы: с запросами сравните опыт (experience)",
             "the mentor has a pair and names no topics (topics): compare the experience (experience) with the requests"})
        .milder();
  else
    check.found(mentor, {"у наставника есть пара, а тем (topics) нет: сравнить их с запросами нельзя",
                         "the mentor has a pair and no topics (topics) to compare with the requests"});
}

using Matches = std::map<std::string_view, std::vector<Match>>;

void match_topics(Check& check, const Mentor& mentor, Matches& matches) {
  People all;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id)) {
    if (!is_current(*pair, check.day())) continue;
    for (const Link<Person>* person : mentees_on(check, *pair, check.day()).value_or(People())) {
      all.push_back(person);
      if (check.given(mentor.topics)) matches[person->id].push_back({&mentor, pair, person});
    }
  }
  if (!all.empty() && check.absent(mentor.topics)) hold_to_profile(check, mentor, all);
}

void topics_mismatch(Check& check) {
  Matches matches;
  for (const Mentor& mentor : check.all<Mentor>()) match_topics(check, mentor, matches);
  for (auto& [id, found] : matches) {
    const BankEntry bank = bank_entry(check, *found.front().mentee);
    if (bank.entry) hold_to_requests(check, *bank.entry, found);
  }
}

bool confirms(const Pair& pair, const Link<Person>& person) {
  return std::any_of(pair.interest.begin(), pair.interest.end(),
                     [&](const Interest& i) { return is_by(i, person.id) && i.confirmed.given() && *i.confirmed; });
}

/// Those of the people who said no and did not say yes elsewhere.
People not_confirming(const Pair& pair, People people) {
  std::erase_if(people, [&](const Link<Person>* person) { return confirms(pair, *person); });
  return people;
}

void interest_not_confirmed(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (is_draft(pair, check.day())) continue;
    for (const Interest& interest : check.each(pair.interest))
      if (check.given(interest.confirmed) && !*interest.confirmed)
        if (const People firm = not_confirming(pair, people_of(interest)); !firm.empty())
          check.found(interest.confirmed, {"ответ отрицательный: {}", "the answer is no: {}"}, who_all(check, firm));
    const auto people = everyone_in(check, pair);
    const People silent = people ? left_out(check, *people, pair.interest) : People();
    if (silent.empty()) continue;
    check.found(pair.interest.given() ? pair.interest.span : pair.span,
                {"нет ответа (interest): {}", "no answer (interest) of: {}"}, who_all(check, silent));
  }
}

// The order and the day of the start

/// A pair, and where it names an order that assigns it.
using Assigned = std::pair<const Pair*, const Link<Order>*>;

/// Pairs that work or worked by the order that assigns them; of a pair without one P10.5-1 speaks, of other orders P9-6.
std::map<std::string_view, std::vector<Assigned>> pairs_by_order(Check& check) {
  std::map<std::string_view, std::vector<Assigned>> pairs;
  for (const Pair& pair : check.all<Pair>()) {
    if (!has_worked(check, pair)) continue;
    for (const Link<Order>* link : orders_assigning(pair)) {
      const Order* order = check.follow(*link);
      if (order && decides_any(*order, {OrderKind::assign_pairs, OrderKind::change_pairs}))
        pairs[order->id].emplace_back(&pair, link);
    }
  }
  return pairs;
}

void wrong_signatory(Check& check) {
  constexpr static Noun pair{{"пара", "pair"}, {"пары", "pairs"}, {"пар", "pairs"}};
  for (const auto& [id, pairs] : pairs_by_order(check)) {
    const Link<Order>& named = *pairs.front().second;
    const Order& order = *named.to;
    if (!check.given(order.date) || !check.denied(is_signed_by_head(check.registry(), order), order.signed_by))
      continue;
    check
        .found(
            order.signed_by,
            {"{} на {} не руководитель и не исполняет его обязанности", "{} on {} is neither the head nor acting head"},
            check.who(order.signed_by), *order.date)
        .also(named, {"этим приказом закреплено: {}", "assigned by this order: {}"},
              Count{static_cast<long long>(pairs.size()), pair});
  }
}

/// Curators in office on the day the pair was formed, of whom one takes part; with them, everybody who belongs to the pair.
People those_who_form(Check& check, const Formation& formation, People people) {
  const auto curators = find_curators(check, *formation.date);
  const bool named = std::any_of(curators.begin(), curators.end(), [&](const CuratorTerm* term) {
    return names(formation.participants, term->person.id);
  });
  if (!named && !curators.empty()) people.insert(people.begin(), &curators.front()->person);
  return people;
}

void formation_participant_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (is_draft(pair, check.day())) continue;
    if (check.absent(pair.formation))
      check.found(pair, {"о том, как формировали пару (formation), записи нет",
                         "there is no record of how the pair was formed (formation)"});
    const Formation& formation = *pair.formation;
    if (!check.given(pair.formation, formation.date)) continue;
    const auto people = participants_on(check, pair, pair.start.given() ? *pair.start : *formation.date);
    if (!people) continue;
    const People missing = left_out(check, those_who_form(check, formation, *people), formation.participants);
    if (missing.empty()) continue;
    check.found(
        formation.participants.given() ? formation.participants.span : formation.date.span,
        {"среди участников формирования (participants) нет: {}", "not among those who formed it (participants): {}"},
        who_all(check, missing));
  }
}

void started_before_order(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    const Order* order = check.follow(pair.order);
    if (!order || !check.given(order->date)) continue;
    if (!check.given(pair.start) || working_gaps(check, {{*pair.start, *order->date - 1}}, {}).empty()) continue;
    check.found(pair.start, {"приказ о закреплении — от {}", "the order assigning the pair is dated {}"}, *order->date)
        .also(order->date, {"дата приказа", "date of the order"});
  }
}

void order_without_start(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    if (check.follow(pair.order) && check.absent(pair.start) && !sign_of_work(check, pair))
      check.found(pair.order, {"начало (start) не указано", "no start (start) is given"});
}

// How many

bool began_before(const Pair* a, const Pair* b) {
  return std::make_pair(*a->start, a->id) < std::make_pair(*b->start, b->id);
}

struct Membership {
  const Pair* pair = nullptr;
  const Member* member = nullptr;
  Period days{};
};

/// Memberships of one mentee in pairs with one mentor. There may be any number of them, and one is named for all.
class Memberships {
public:
  /// How many share a day with the period.
  long long count(const Period& days) const {
    const auto begun = std::upper_bound(from_.begin(), from_.end(), days.to) - from_.begin();
    return begun - (std::lower_bound(to_.begin(), to_.end(), days.from) - to_.begin());
  }
  /// The first added of those that do.
  const Membership& first(const Period& days) const {
    return *std::find_if(all_.begin(), all_.end(), [&](const Membership& one) { return one.days.meets(days); });
  }
  void add(const Membership& one) {
    from_.insert(std::upper_bound(from_.begin(), from_.end(), one.days.from), one.days.from);
    to_.insert(std::upper_bound(to_.begin(), to_.end(), one.days.to), one.days.to);
    all_.push_back(one);
  }

private:
  std::vector<Membership> all_;
  std::vector<Date> from_, to_;  ///< of all of them, sorted
};

/// What makes one pair the double of another: the mentor, the mentee, the form and the kinds of mentoring.
using Likeness = std::tuple<std::string_view, std::string_view, std::optional<RoleForm>, std::vector<MentoringKind>>;

/// The kinds that the programmes of the pair name; without a programme, in a group or one-to-one by the number of mentees.
/// Nothing where they cannot be read.
std::optional<std::vector<MentoringKind>> kinds_of(Check& check, const Pair& pair) {
  std::vector<MentoringKind> kinds;
  const auto programs = prepared_programs(check, pair);
  if (!programs) return std::nullopt;
  for (const Program* program : *programs) {
    const EffectiveKinds named = effective_kinds(*program, check.day());
    if (!check.known(named)) return std::nullopt;
    for (const auto& kind : *named) kinds.push_back(*kind);
  }
  if (kinds.empty()) kinds.push_back(pair.mentees.size() > 1 ? MentoringKind::group : MentoringKind::traditional);
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  return kinds;
}

void report_second_pair(Check& check, const Membership& second, const Memberships& earlier) {
  constexpr static Noun coincidence{
      {"совпадение", "coincidence"}, {"совпадения", "coincidences"}, {"совпадений", "coincidences"}};
  const long long count = earlier.count(second.days);
  if (count == 0) return;
  const Membership& first = earlier.first(second.days);
  Found finding =
      count == 1 ? check.found(second.member->person,
                               {"тот же наставник и в паре {}", "the mentor is the same in pair {}"}, first.pair->id)
                 : check.found(second.member->person,
                               {"тот же наставник и в паре {}; всего на эти дни {}",
                                "the mentor is the same in pair {}; {} on these days in all"},
                               first.pair->id, Count{count, coincidence});
  finding.also(first.member->person, {"другая пара", "the other pair"});
}

void duplicate_pair(Check& check) {
  std::vector<const Pair*> pairs;
  for (const Pair& pair : check.all<Pair>()) {
    if (const auto unclear = unclear_membership(pair))
      check.undecided(*unclear);
    else if (pair.start.given() && !pair.mentor.id.empty())
      pairs.push_back(&pair);
  }
  std::sort(pairs.begin(), pairs.end(), began_before);
  std::map<Likeness, Memberships> earlier;
  for (const Pair* pair : pairs) {
    const auto kinds = check.known(pair->role_form) ? kinds_of(check, *pair) : std::nullopt;
    if (!kinds) continue;
    const auto form = pair->role_form.given() ? std::optional(*pair->role_form) : std::nullopt;
    const auto like = [&](const Membership& one) -> Memberships& {
      return earlier[{pair->mentor.id, one.member->person.id, form, *kinds}];
    };
    std::vector<Membership> own;
    for (const Member& member : pair->mentees)
      if (const Period days = *period_of(member, *pair); days.from <= days.to) own.push_back({pair, &member, days});
    for (const Membership& one : own) report_second_pair(check, one, like(one));
    for (const Membership& one : own) like(one).add(one);
  }
}

std::vector<const Pair*> active_pairs_of(Check& check, std::string_view mentor) {
  std::vector<const Pair*> pairs;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor)) {
    if (const auto unclear = unclear_membership(*pair))
      check.undecided(*unclear);
    else if (works_on(*pair, check.day()) == Verdict::yes)
      pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(), began_before);
  return pairs;
}

long long count_members(const std::vector<const Pair*>& pairs, Date day) {
  std::vector<std::string_view> people;
  for (const Pair* pair : pairs)
    for (const Member* member : members_on(*pair, day)) people.push_back(member->person.id);
  std::sort(people.begin(), people.end());
  return std::unique(people.begin(), people.end()) - people.begin();
}

void overload(Check& check, std::string_view id) {
  constexpr static Noun mentee{{"наставляемый", "mentee"}, {"наставляемых", "mentees"}, {"наставляемых", "mentees"}};
  const auto pairs = active_pairs_of(check, id);
  const Count count{count_members(pairs, check.day()), mentee};
  const Mentor* mentor = check.all<Mentor>().find(id);
  if (mentor && check.given(mentor->max_mentees) && count.number > *mentor->max_mentees)
    check.found(mentor->max_mentees, {"сейчас в его парах {}", "there are {} in the pairs now"}, count);
  if ((mentor && !check.absent(mentor->max_mentees)) || count.number <= *check.limits().mentor_capacity) return;
  check.found(pairs.back()->mentor,
              {"сейчас в его парах {}, а ждём не больше {} ({})", "there are {} in the pairs now, more than {} ({})"},
              count, *check.limits().mentor_capacity, whose_limit(check.limits().mentor_capacity));
}

void mentor_overloaded(Check& check) {
  const Table<Mentor>& mentors = check.all<Mentor>();
  for (const Pair& pair : check.all<Pair>()) {
    const auto pairs = check.registry().pairs_of_mentor(pair.mentor.id);
    if (pairs.empty() || pairs.front() != &pair) continue;
    const Standing standing = mentors.standing(pair.mentor.id);
    if (standing == Standing::broken || standing == Standing::unseen)
      check.undecided(pair.mentor);
    else
      overload(check, pair.mentor.id);
  }
}

constexpr Rule pair_rows[] = {
    {{.id = "P17.1-1",
      .name = "mentor-topics-mismatch",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "17.1",
      .phrase =
          "профессиональный профиль или личный (компетентностный) опыт наставника должны соответствовать запросам наставляемого или наставляемых",
      .precise =
          {"совпадает предмет, должность или тема запроса; у каждого из нескольких наставников — свой запрос",
           "the subject, the position or the topic of a request is the same; each of several mentors has a request of its own"},
      .title = {"опыт наставника не соответствует запросам наставляемого",
                "the mentor's experience does not match the mentee's requests"},
      .remedy =
          {"сверьте темы наставника (topics) в mentors/ с запросами (requests) в mentees/ или подберите другого наставника",
           "compare the mentor's topics (topics) in mentors/ with the requests (requests) in mentees/, or find another mentor"},
      .waived = Severity::info,
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     topics_mismatch},
    {{.id = "P17.2-1",
      .name = "mutual-interest-not-confirmed",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "17.2",
      .phrase = "должен сложиться взаимный интерес и симпатия",
      .precise = {"интерес каждого записан как ответ, последний ответ — «да»",
                  "the interest of each is recorded as an answer, the last of them yes"},
      .title = {"взаимный интерес подтвердили не все участники пары",
                "not all participants of the pair confirmed mutual interest"},
      .remedy = {"спросите наставника и каждого наставляемого и запишите ответ (interest) в файле пары",
                 "ask the mentor and each mentee and record the answer (interest) in the pair's file"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     interest_not_confirmed},
    {{.id = "P18-1",
      .name = "pair-order-wrong-signatory",
      .nature = Nature::text,
      .clauses = "18",
      .phrase = "пары/группы утверждаются приказом руководителя организации",
      .title = {"приказ о закреплении пары подписал не руководитель",
                "the order assigning the pair is not signed by the head"},
      .remedy =
          {"проверьте подпись в приказе (signed_by); если подписал другой, руководителю нужно издать новый приказ",
           "check the signature of the order (signed_by); if someone else signed, the head has to issue a new order"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     wrong_signatory},
    {{.id = "P18-2",
      .name = "formation-participant-missing",
      .severity = Severity::warning,
      .nature = Nature::text,
      .clauses = "18",
      .phrase = "с непосредственным участием куратора, наставников и педагогов",
      .title = {"не записано, что в формировании пары участвовали куратор, наставник и все наставляемые",
                "it is not recorded that curator, mentor and all mentees took part in forming the pair"},
      .remedy =
          {"допишите в файле пары участников формирования (formation.participants): куратора, наставника, каждого наставляемого",
           "add those who formed the pair (formation.participants) in its file: the curator, the mentor, each mentee"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     formation_participant_missing},
    {{.id = "P18-3",
      .name = "pair-started-before-order",
      .nature = Nature::formalised,
      .clauses = "18",
      .phrase = "утверждаются приказом руководителя организации",
      .precise = {"до приказа пара не работает, нерабочие дни не в счёт",
                  "no pair works before its order, days off aside"},
      .title = {"пара начала работать раньше приказа о закреплении", "the pair started before the order assigning it"},
      .remedy = {"сверьте начало пары (start) с датой приказа: начинать можно в день приказа или позже",
                 "compare the start of the pair (start) with the date of the order: it may start on that day or later"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     started_before_order},
    {{.id = "P18-4",
      .name = "duplicate-pair",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "18",
      .phrase = "пары/группы утверждаются приказом руководителя организации",
      .title = {"наставляемый состоит сразу в двух одинаковых парах с одним наставником",
                "a mentee is in two like pairs with the same mentor at once"},
      .remedy = {"оставьте одну пару, вторую закройте (end) или исправьте её срок",
                 "keep one pair and close the other (end) or correct its term"},
      .scope = Scope::registry},
     duplicate_pair},
    {{.id = "P18-5",
      .name = "mentor-overloaded",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "18",
      .phrase = "пары/группы утверждаются приказом руководителя организации",
      .title = {"у наставника больше наставляемых, чем установленный предел",
                "the mentor has more mentees than the limit"},
      .remedy =
          {"распределите наставляемых между наставниками или укажите в mentors/, скольких он готов вести (max_mentees)",
           "share the mentees among mentors, or state in mentors/ how many this one takes (max_mentees)"},
      .limits = "mentor_capacity",
      .scope = Scope::registry},
     mentor_overloaded},
    {{.id = "P18-7",
      .name = "pair-order-without-start",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "18",
      .phrase = "пары/группы утверждаются приказом руководителя организации",
      .title = {"приказ о закреплении есть, а с какого дня пара работает, не записано",
                "there is an order assigning the pair, and it is not recorded from which day it works"},
      .remedy = {"укажите в файле пары день, с которого она работает (start): день приказа или позже",
                 "give the day from which it works (start) in the pair's file: that of the order or a later one"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     order_without_start},
};

}  // namespace

std::span<const Rule> pair_rules();
std::span<const Rule> pair_rules() { return pair_rows; }

}  // namespace nastavnik
