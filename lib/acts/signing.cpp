#include "acts/signing.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "acts/entering.h"
#include "acts/standing.h"
#include "base/date_words.h"
#include "document/catalogue.h"
#include "document/choice.h"
#include "document/decisions.h"
#include "document/order_points.h"
#include "model/addresses.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/regulation.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/order_id.h"

// The head signs an order (clauses 8–10, 18): the one way to record it.

namespace nastavnik {
namespace {

using enum OrderKind;

/// Whether the order assigns the pair for the first time.
bool assigns(const Subject& subject) {
  return subject.pair && !subject.named_at.empty() && subject.named_at.front().mapping == subject.pair->span;
}

/// The appointment that the order decides; nothing where it decides something else.
const Appointment* appointed_by(const Subject& subject) {
  if (!subject.mentor || subject.named_at.empty() || subject.item >= subject.mentor->appointments.size())
    return nullptr;
  const Appointment& one = subject.mentor->appointments[subject.item];
  return one.span == subject.named_at.front().mapping ? &one : nullptr;
}

/// An order that is on record decides more.
Changes kinds_added(const Order& order, const std::vector<OrderKind>& kinds) {
  Changes changes;
  for (const OrderKind kind : kinds)
    if (!decides(order, kind))
      changes.push_back({file_of(Order::kind, order.id), InsertItem{{std::string("kinds")}, yaml_word(code_of(kind))}});
  return changes;
}

/// The order where it is on record and may decide this, too: of the same date, and nothing that another order has decided.
/// Throws Refusal.
const Order* on_record(const SignedOrder& order, std::span<const Subject> decided, const Registry& registry) {
  const Order* there = registry.all<Order>().find(order.id);
  const bool is_same = there && there->date.given() && *there->date == order.date;
  if (is_same && std::ranges::all_of(decided, &Subject::is_new)) return there;
  if (registry.all<Order>().standing(order.id) == Standing::missing) return nullptr;
  throw Refusal{.what = say({"приказ уже записан: {}", "the order is recorded already: {}"}, order.id), .clause = "10"};
}

class Signing {
public:
  Signing(const SignedOrder& order, Date from, const Typing& typing) : order_(order), from_(from), typing_(typing) {}

  Act done(std::span<const Subject> decided) {
    act_.effect = {.from = from_, .rests_on = "P9-1"};
    const Order* there = on_record(order_, decided, typing_.registry());
    act_.changes = there ? kinds_added(*there, order_.kinds) : changes_of(order_, typing_.registry());
    act_.means.push_back(there ? say({"приказ № {} от {} уже записан ({}) и решает теперь и это:",
                                      "the order No. {} of {} is on record ({}) and now decides this, too:"},
                                     order_.number, order_.date, order_.id)
                               : say({"приказ № {} от {} записан: {}", "the order No. {} of {} is recorded: {}"},
                                     order_.number, order_.date, order_.id));
    for (const Subject& subject : decided) {
      for (const OrderPlace& place : subject.named_at) name_at(place);
      begin(subject, decided);
      tell(subject);
    }
    act_.grounds.push_back(say({"Приказ № {} от {}", "Order No. {} of {}"}, order_.number, order_.date));
    act_.next.push_back(fmt::format("nastavnik document order {}", order_.id));
    for (const Subject& subject : decided)
      if (subject.pair && typing_.registry().programs_of(*subject.pair).empty())
        act_.next.push_back(fmt::format("nastavnik program {}", subject.pair->id));
    act_.next.emplace_back("nastavnik due");
    return std::move(act_);
  }

private:
  void set_at(const OrderPlace& place, const std::string& key, std::string_view word) {
    act_.changes.push_back(stands_at(typing_.loaded, place.mapping).setting(key, yaml_word(word)));
  }

  void name_at(const OrderPlace& place) { set_at(place, std::string(place.key), order_.id); }

  /// What the order sets going: a pair, and who is to be its mentor.
  void begin(const Subject& subject, std::span<const Subject> decided) {
    put_in_force(subject);
    const Appointment* appointment = appointed_by(subject);
    if (appointment && appointment->from.absent()) set_at({appointment->span}, "from", iso(from_));
    if (!assigns(subject)) return;
    if (subject.pair->start.absent()) set_at({subject.pair->span}, "start", iso(from_));
    appoint_mentor_of(*subject.pair, decided);
  }

  /// The day of the order is the day of approval.
  void put_in_force(const Subject& subject) {
    const Regulation& regulation = typing_.registry().regulation();
    const bool is_in_force = subject.named_at.empty() || subject.named_at.front().mapping != regulation.span;
    if (is_in_force || regulation.approved_on.given()) return;
    set_at({regulation.span}, "approved_on", iso(order_.date));
    if (!regulation.effective_from.given()) set_at({regulation.span}, "effective_from", iso(from_));
  }

  /// An order that assigns a pair appoints its mentor, unless another has.
  void appoint_mentor_of(const Pair& pair, std::span<const Subject> decided) {
    const Mentor* mentor = typing_.registry().all<Mentor>().find(pair.mentor.id);
    const Date start = pair.start.given() ? *pair.start : from_;
    const bool is_decided = std::ranges::any_of(decided, [&](const Subject& one) {
      return one.decision && one.decision->kind == appoint_mentors && one.mentor == mentor;
    });
    const bool is_kind = std::ranges::count(order_.kinds, appoint_mentors) != 0;
    if (!mentor || !is_kind || is_decided) return;
    const auto prepared = std::ranges::find_if(
        mentor->appointments, [](const Appointment& one) { return !one.order.to && one.end.absent(); });
    if (prepared != mentor->appointments.end()) {
      if (prepared->from.absent()) set_at({prepared->span}, "from", iso(start));
      name_at({prepared->span});
    } else if (!appointment_on(*mentor, start)) {
      add_appointment(*mentor, start);
    }
    act_.means.push_back(say({"  mentors/{}: {}", "  mentors/{}: {}"}, mentor->id, label_of(appoint_mentors)));
  }

  void add_appointment(const Mentor& mentor, Date start) {
    YamlValue item = yaml_mapping({{"from", yaml_word(iso(start))}, {"order", yaml_word(order_.id)}});
    act_.changes.push_back({std::string(typing_.loaded.sources.path(mentor.span)),
                            InsertItem{{std::string("appointments")}, std::move(item)}});
  }

  void tell(const Subject& subject) {
    if (subject.named_at.empty()) return;  // an order that is cancelled tells of itself
    const std::string what = subject.keys.empty() ? subject.id : subject.keys.front();
    act_.means.push_back(subject.decision ? say({"  {}: {}", "  {}: {}"}, what, label_of(subject.decision->kind))
                                          : say({"  {}", "  {}"}, what));
  }

  const SignedOrder& order_;
  Date from_;
  const Typing& typing_;
  Act act_{};
};

[[noreturn]] void refuse(const NoChoice& refusal) {
  if (!refusal.word.empty())
    throw Refusal{.what = say({"«{}»: здесь нечего решать приказом", "'{}': there is nothing for an order to decide"},
                              refusal.word),
                  .hint = Text{"чего ждёт подпись: nastavnik status", "what waits to be signed: nastavnik status"},
                  .word = refusal.word,
                  .meant = refusal.meant.is_one() ? Meant() : refusal.meant};
  throw Refusal{.what = Text{"решений, у которых ещё нет приказа, в записях нет",
                             "the records have no decisions without an order"},
                .hint = Text{"назовите, что решает приказ: пару, человека, учебный год",
                             "name what the order decides: a pair, a person, a school year"},
                .is_incomplete = true};
}

/// Of what is decided already the pair first: it is what a person names.
const Subject* decided_already(std::span<const Subject> subjects, const std::vector<std::string>& cancelled,
                               const Registry& registry) {
  const Subject* found = nullptr;
  for (const Subject& subject : subjects) {
    if (!registry.all<Order>().find(subject.order) || std::ranges::count(cancelled, subject.order) != 0) continue;
    if (!found || (subject.pair && !found->pair)) found = &subject;
  }
  return found;
}

void refuse_decided(std::span<const Subject> subjects, const std::vector<std::string>& cancelled,
                    const Registry& registry) {
  const Subject* subject = decided_already(subjects, cancelled, registry);
  if (!subject) return;
  const Words what =
      subject->pair && assigns(*subject)
          ? say({"пара {} уже закреплена приказом {}", "the pair {} is assigned by the order {} already"},
                subject->pair->id, subject->order)
          : say({"{} — уже решено приказом {}: {}", "{} is decided already by the order {}: {}"}, subject->keys.front(),
                subject->order, label_of(subject->decision->kind));
  throw Refusal{
      .what = what,
      .hint = say({"напечатать его ещё раз: nastavnik document order {0}; новый приказ вместо него — с --cancels {0}",
                   "to print it again: nastavnik document order {0}; a new order in its place: --cancels {0}"},
                  subject->order),
      .clause = "10"};
}

std::vector<Subject> decided_by(const Answers& answers, const Typing& typing) {
  const PaperWish wish{.words = answers.texts("subject"), .numbered = true};
  PaperChoice choice = choose_papers(*find_document("order"), wish, typing.registry());
  if (const auto* refusal = std::get_if<NoChoice>(&choice)) refuse(*refusal);
  auto& papers = std::get<std::vector<ChosenPaper>>(choice);
  if (papers.size() != 1) refuse({});
  refuse_decided(papers.front().subjects, answers.texts("cancels"), typing.registry());
  return std::move(papers.front().subjects);
}

// The addendum to the employment contract (article 351.8 of the Labour Code)

bool lacks_addendum(const Mentor& mentor, Date day, const Registry& registry) {
  return mentor.labour_terms.empty() && works_here(registry, mentor.id, day) == Verdict::yes;
}

/// Those whom the order makes mentors, or who become one with their pair.
std::set<const Mentor*> mentors_decided(std::span<const Subject> decided, const Registry& registry) {
  std::set<const Mentor*> all;
  for (const Subject& subject : decided) {
    if (appointed_by(subject)) all.insert(subject.mentor);
    if (assigns(subject)) all.insert(registry.all<Mentor>().find(subject.pair->mentor.id));
  }
  all.erase(nullptr);
  return all;
}

/// What the addendum printed by nastavnik states.
void add_addenda(Act& act, std::span<const Subject> decided, const Answers& answers, const Typing& typing) {
  for (const Mentor* mentor : mentors_decided(decided, typing.registry())) {
    if (!lacks_addendum(*mentor, *answers.day("addendum"), typing.registry())) continue;
    const RecordFile file(typing.loaded, file_of(*mentor));
    const FieldTyped list = list_typed(file, "labour_terms", typing);
    const std::vector<Given> item{
        {{"document"}, yaml_word("addendum")},
        {{"date"}, *answers.value("addendum")},
        {{"states"}, yaml_words({"content", "term", "form", "payment_size", "payment_conditions"})}};
    for (Change& change : adding(file, list, {assembled(*list.field->shape, item, typing)}, typing))
      act.changes.push_back(std::move(change));
    act.means.push_back(say({"  {}: соглашение к трудовому договору от {} (ст. 351.8 ТК РФ)",
                             "  {}: addendum to the employment contract of {} (article 351.8 of the Labour Code)"},
                            mentor->id, *answers.day("addendum")));
  }
}

void tell_of_addenda(Act& act, std::span<const Subject> decided, Date day, const Registry& registry) {
  for (const Mentor* mentor : mentors_decided(decided, registry))
    if (lacks_addendum(*mentor, day, registry))
      act.next.insert(act.next.begin() + 1, fmt::format("nastavnik document labour-addendum {}", mentor->id));
}

bool is_to_begin(const Pair* pair) { return pair->start.absent() && pair->end.absent(); }

/// Somebody is being prepared to begin: a pair, or a mentor without one.
bool somebody_begins(const Registry& registry) {
  const auto& pairs = registry.all<Pair>();
  const auto is_prepared = [](const Appointment& one) { return one.from.absent() && one.end.absent(); };
  return std::any_of(pairs.begin(), pairs.end(), [](const Pair& pair) { return is_to_begin(&pair); }) ||
         std::ranges::any_of(registry.all<Mentor>(), [&](const Mentor& mentor) {
           return std::ranges::any_of(mentor.appointments, is_prepared);
         });
}

bool somebody_lacks_addendum(Date day, const Registry& registry) {
  return std::ranges::any_of(registry.all<Mentor>(), [&](const Mentor& mentor) {
    return std::ranges::any_of(registry.pairs_of_mentor(mentor.id), is_to_begin) &&
           lacks_addendum(mentor, day, registry);
  });
}

Wanted wanted_of_signing(std::string_view question, const Answers& answers, const Typing& typing) {
  if (question == "from") {
    const bool is_asked = somebody_begins(typing.registry()) || !typing.registry().regulation().approved_on.given();
    return {.is_asked = is_asked, .suggested = answers.text("date")};
  }
  if (question != "addendum") return {};
  const Date day = answers.day("date").value_or(typing.registry().day());
  return {.is_asked = somebody_lacks_addendum(day, typing.registry())};
}

Act signed_by_head(const Answers& answers, const Typing& typing, const Lot& /*lot*/) {
  const std::vector<Subject> decided = decided_by(answers, typing);
  const std::string number = answers.text("number");
  const Date date = *answers.day("date");
  Writing writing(typing.registry(), decided, {.number = number, .date = date});
  find_document("order")->write(writing);
  const SignedOrder order{
      .id = order_id_of(number, date),
      .number = number,
      .date = date,
      .title = answers.has("title") ? answers.text("title") : writing.values().find("heading")->text,
      .kinds = writing.decisions(),
      .cancels = answers.texts("cancels")};
  Act act = signed_order(decided, order, answers.day("from"), typing);
  if (answers.has("addendum"))
    add_addenda(act, decided, answers, typing);
  else
    tell_of_addenda(act, decided, date, typing.registry());
  return act;
}

}  // namespace

Act signed_order(std::span<const Subject> decided, const SignedOrder& order, std::optional<Date> from,
                 const Typing& typing) {
  return Signing(order, from.value_or(order.date), typing).done(decided);
}

std::optional<Date> day_of_order(const Answers& answers, const Registry& registry) {
  if (!answers.has("number")) return std::nullopt;
  if (const auto told = answers.day("date")) return told;
  std::optional<Date> last;
  for (const Order& order : registry.all<Order>())
    if (order.number.given() && *order.number == answers.text("number") && order.date.given() &&
        (!last || *last < *order.date))
      last = *order.date;
  return last;
}

std::string order_told(Act& act, const Answers& answers, std::vector<OrderKind> kinds, const Typing& typing) {
  const std::optional<Date> told = day_of_order(answers, typing.registry());
  if (!told) return {};
  const std::string number = answers.text("number");
  const Date date = *told;
  const std::string id = order_id_of(number, date);
  act.grounds.push_back(say({"Приказ № {} от {}", "Order No. {} of {}"}, number, date));
  if (const Order* order = typing.registry().all<Order>().find(id)) {
    for (Change& change : kinds_added(*order, kinds)) act.changes.push_back(std::move(change));
    return id;
  }
  std::vector<std::string> abouts;
  for (const DecisionKind& decision : decisions())
    if (std::ranges::count(kinds, decision.kind) != 0) abouts.emplace_back(decision.about);
  const SignedOrder order{
      .id = id, .number = number, .date = date, .title = papers::heading_about(abouts), .kinds = std::move(kinds)};
  for (Change& change : changes_of(order, typing.registry())) act.changes.push_back(std::move(change));
  return id;
}

/// What has been decided and has no order yet.
static std::vector<AnswerOffered> undecided_offered(std::string_view /*before*/, const Typing& typing) {
  std::vector<AnswerOffered> all;
  for (const Subject& subject : decided(typing.registry(), [](OrderKind) { return true; })) {
    if (!subject.is_new || typing.registry().all<Order>().find(subject.order) || subject.keys.empty()) continue;
    if (std::ranges::find(all, subject.keys.front(), &AnswerOffered::word) == all.end())
      all.push_back({subject.keys.front(), label_of(subject.decision->kind)});
  }
  return all;
}

ActKind signing() {
  return {
      .name = "sign",
      .clauses = "8,9,10,18",
      .covers = "orders,pairs.order,pairs.start",
      .decides = true,
      .summary = {"записать подписанный приказ", "record an order that was signed"},
      .description =
          {"Записывает приказ, который подписал руководитель, и вместе с ним всё, что он решает: сам приказ, ссылку на него в каждой записи "
           "и, если их ещё нет, день начала работы пары и день, с которого человек наставник. Приказ, который закрепляет пару, назначает и "
           "её наставника, если его не назначил другой.\n\n"
           "Назовите, что решено: пару, человека, учебный год; без этого берётся всё, у чего приказа ещё нет. Проект приказа печатает nastavnik "
           "document order.\n\n"
           "С --addendum записывает и соглашения к трудовому договору тех, кто становится наставником (ст. 351.8 ТК РФ): в них, как в "
           "напечатанных nastavnik, сказано о содержании, сроке, форме и оплате. Другое соглашение вносят сами: nastavnik add ФАМИЛИЯ "
           "labour_terms.\n\n"
           "Согласия даются не позже приказа (п. 9, 10.5): более поздние не записываются, если не сказать --as-is.",
           "Records an order that the head has signed and with it all that it decides: the order, its name in every record, and where "
           "they are not there yet the day on which the pair begins and from which somebody is a mentor. An order that assigns a pair "
           "appoints its mentor, too, unless another has.\n\n"
           "Name what is decided: a pair, a person, a school year; else all is taken that has no order yet. The draft of the order is "
           "printed by nastavnik document order.\n\n"
           "With --addendum the addenda to the contracts of those who become mentors are recorded, too (article 351.8 of the Labour "
           "Code): like those that nastavnik prints they state content, term, form and pay. Another one is entered by hand: nastavnik add "
           "SURNAME labour_terms.\n\n"
           "Consents are given no later than the order (clauses 9, 10.5): later ones are refused, unless --as-is says so."},
      .questions = {{.name = "subject",
                     .field = "orders.title",
                     .value = {"ЧТО", "WHAT"},
                     .title = {"Что решает приказ (пара, человек, учебный год)",
                               "What the order decides (a pair, a person, a school year)"},
                     .expects = {"фамилия, номер пары или учебный год",
                                 "a surname, the id of a pair, or a school year"},
                     .is_argument = true,
                     .is_list = true,
                     .offered = undecided_offered},
                    {.name = "number", .field = "orders.number", .is_required = true},
                    {.name = "date", .field = "orders.date", .is_required = true},
                    {.name = "from",
                     .field = "pairs.start",
                     .title = {"С какого дня действует решённое: работают пары и наставники (иначе с даты приказа)",
                               "From which day it takes effect: pairs and mentors work (else the day of the order)"}},
                    {.name = "addendum",
                     .field = "mentors.labour_terms.date",
                     .title = {"Дата соглашений наставников к трудовому договору",
                               "Date of the mentors' addenda to their contracts"},
                     .help = {"дата соглашений к трудовому договору тех, кто становится наставником",
                              "date of the addenda to the contracts of those who become mentors"}},
                    {.name = "cancels", .field = "orders.cancels"},
                    {.name = "title",
                     .field = "orders.title",
                     .title = {"Заголовок, если он другой", "Title, where it is another"}}},
      .examples = {{"nastavnik sign 2025-739516 --number 120-од --date 14.09.2026 --dry-run",
                    {"приказ о группе, только посмотреть", "an order on a group, only to look"}}},
      .wanted = wanted_of_signing,
      .act = signed_by_head,
  };
}

}  // namespace nastavnik
