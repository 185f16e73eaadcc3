#include "acts/office.h"

#include <algorithm>

#include <fmt/format.h>

#include "acts/entering.h"
#include "acts/newcomer.h"
#include "acts/signing.h"
#include "acts/standing.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/notions/offices.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

/// The footing that the positions tell; empty where they do not.
std::string basis_of(std::string_view person, Date day, const Registry& registry) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return {};
  if (has_category(*file, PositionCategory::deputy_head, day) == Verdict::yes) return "deputy_head";
  if (has_category(*file, PositionCategory::head, day) == Verdict::yes) return "head";
  return is_external(registry, person, day) == Verdict::yes ? "social_partner" : "other_staff";
}

/// The category of the position that whoever takes the office mostly has.
std::string category_for(const Answers& answers) {
  if (answers.has("position-category")) return answers.text("position-category");
  const std::string office = answers.text("office");
  if (office == "head") return "head";
  if (office == "council") return "teaching_staff";
  return office == "administrator" ? "other_staff" : "deputy_head";
}

class Appointing {
public:
  Appointing(const Answers& answers, const Typing& typing, const Lot& lot)
      : answers_(answers), typing_(typing), lot_(lot), school_(typing.registry().organization()) {}

  Act done() {
    const std::string office = answers_.text("office");
    if (office != "council") require_one();
    if (is_newcomer(people_.front())) enter();
    if (office == "administrator") administrator();
    if (office == "head" || office == "acting_head") head(office == "acting_head");
    act_.effect.from = answers_.day("from");
    if (office == "curator") curator();
    if (office == "council") council();
    return std::move(act_);
  }

private:
  std::string person() const { return people_.front(); }
  Date from() const { return *answers_.day("from"); }

  void enter() {
    const Newcomer newcomer{.name = person(), .category = category_for(answers_), .from = "from"};
    NewRecord made = entered(newcomer, answers_, typing_, lot_);
    act_.changes = std::move(made.changes);
    people_.front() = made.address.substr(made.address.find('/') + 1);
  }

  void require_one() const {
    if (people_.size() > 1)
      throw Refusal{.what = Text{"эту обязанность исполняет один человек", "this office is held by one person"},
                    .hint = Text{"назовите одного; второго куратора — ещё одной командой с --beside",
                                 "name one; another curator by another command with --beside"}};
  }

  [[noreturn]] void refuse_there(const Words& office, Date since, std::string_view clause) const {
    throw Refusal{
        .what = say({"{} — {} уже с {}", "{} is {} already, since {}"}, person(), office, since),
        .hint = Text{"что записано: nastavnik show organization", "what is on record: nastavnik show organization"},
        .clause = clause};
  }

  /// The last day of those whose term is open and who make way.
  template <class Term>
  void close(const List<Term>& terms) {
    const std::string last = iso(from() - 1);
    for (const Term& term : terms) {
      if (!term.to.absent() || !term.from.given() || *term.from >= from()) continue;
      act_.changes.push_back(stands_at(typing_.loaded, term.span).setting("to", yaml_word(last)));
      if constexpr (requires { term.person; })
        act_.means.push_back(say({"{} — по {}", "{}: to {}"}, term.person.id, last));
      else
        act_.means.push_back(say({"прежнее объединение — по {}", "the council before: to {}"}, last));
    }
  }

  void add(std::string_view list, const std::vector<Given>& given) {
    const RecordFile file(typing_.loaded, std::string(Organization::kind.folder));
    const FieldTyped to = list_typed(file, list, typing_);
    for (Change& change : adding(file, to, {assembled(*to.field->shape, given, typing_)}, typing_))
      act_.changes.push_back(std::move(change));
  }

  void administrator() {
    if (school_.system_administrator.id == person())
      throw Refusal{.what = say({"{} — системный администратор уже", "{} is the administrator already"}, person()),
                    .clause = "11.5"};
    act_.changes.push_back(
        {std::string(Organization::kind.folder), SetValue{{std::string("system_administrator")}, yaml_word(person())}});
    act_.means.push_back(
        say({"{} размещает банки на сайте (п. 11.5)", "{} puts the banks on the site (cl. 11.5)"}, person()));
    act_.next.emplace_back("nastavnik check");
  }

  void head(bool acting) {
    for (const HeadTerm& term : school_.heads)
      if (term.person.id == person() && term.to.absent() && *term.acting == acting && term.from.given())
        refuse_there(acting ? Text{"исполняющий обязанности", "acting head"} : Text{"руководитель", "head"}, *term.from,
                     "8");
    if (!acting) close(school_.heads);
    std::vector<Given> given{{{"person"}, yaml_word(person())}};
    give(given, {"from"}, answers_, "from");
    give(given, {"to"}, answers_, "to");
    if (acting) given.push_back({{"acting"}, yaml_word("true")});
    add("heads", given);
    act_.means.push_back(acting ? say({"{} исполняет обязанности руководителя с {} и подписывает приказы",
                                       "{} acts as head from {} and signs the orders"},
                                      person(), from())
                                : say({"{} руководит организацией с {} и подписывает приказы (п. 8)",
                                       "{} is the head from {} and signs the orders (cl. 8)"},
                                      person(), from()));
    act_.next.emplace_back("nastavnik check");
  }

  void curator() {
    for (const CuratorTerm& term : school_.curators)
      if (term.person.id == person() && term.to.absent() && term.from.given())
        refuse_there(Text{"куратор", "curator"}, *term.from, "11.1");
    if (!answers_.has("beside")) close(school_.curators);
    std::vector<Given> given{{{"person"}, yaml_word(person())},
                             {{"basis"}, yaml_word(basis_told(answers_, typing_.registry()))}};
    give(given, {"from"}, answers_, "from");
    give(given, {"to"}, answers_, "to");
    name_order(given, OrderKind::appoint_curator);
    add("curators", given);
    act_.means.push_back(
        say({"{} — куратор с {} (п. 10.3)", "{} is the curator from {} (cl. 10.3)"}, person(), from()));
    tell_order(person());
  }

  YamlValue member(const std::string& id) const {
    std::vector<KeyAndValue> keys{{"person", yaml_word(id)}};
    if (answers_.text("chair") == id)
      keys.push_back({"role", yaml_word("chair")});
    else if (answers_.text("secretary") == id)
      keys.push_back({"role", yaml_word("secretary")});
    return yaml_mapping(std::move(keys));
  }

  void council() {
    if (!answers_.has("beside")) close(school_.councils);
    Strings people = people_;
    for (const std::string question : {"secretary", "chair"})
      if (answers_.has(question) && std::ranges::count(people, answers_.text(question)) == 0)
        people.insert(people.begin(), answers_.text(question));
    std::vector<YamlValue> members;
    for (const std::string& id : people) members.push_back(member(id));
    std::vector<Given> given{{{"members"}, yaml_items(std::move(members))}};
    for (const std::string key : {"kind", "from", "to"}) give(given, {key}, answers_, key);
    give(given, {"name"}, answers_, "called");
    if (answers_.has("proposed")) {
      give(given, {"proposed_on"}, answers_, "proposed");
      for (const CuratorTerm* term : curators_on(school_, *answers_.day("proposed")))
        if (given.back().keys.front() != "proposed_by") given.push_back({{"proposed_by"}, yaml_word(term->person.id)});
    }
    name_order(given, OrderKind::approve_council);
    add("councils", given);
    act_.means.push_back(
        say({"в объединении с {} — человек: {} (п. 11.3)", "members of the council from {}: {} (cl. 11.3)"}, from(),
            people.size()));
    tell_order("councils");
  }

  void name_order(std::vector<Given>& given, OrderKind kind) {
    order_ = order_told(act_, answers_, {kind}, typing_);
    if (!order_.empty()) given.push_back({{"order"}, yaml_word(order_)});
  }

  void tell_order(const std::string& subject) {
    const bool is_council = subject == "councils";
    if (order_.empty()) {
      act_.next.push_back(is_council ? "nastavnik document order-council"
                                     : "nastavnik document order-curator " + subject);
      act_.next.push_back(fmt::format("nastavnik sign {} --number … --date …", subject));
    } else {
      act_.next.push_back("nastavnik document order " + order_);
    }
  }

  const Answers& answers_;
  const Typing& typing_;
  const Lot& lot_;
  const Organization& school_;
  Strings people_ = answers_.texts("person");
  std::string order_{};
  Act act_{};
};

}  // namespace

std::string basis_told(const Answers& answers, const Registry& registry) {
  if (answers.has("basis")) return answers.text("basis");
  const Strings people = answers.texts("person");
  const auto day = answers.day("from");
  if (people.empty() || !day) return {};
  if (!is_newcomer(people.front())) return basis_of(people.front(), *day, registry);
  const std::string category = category_for(answers);
  return category == "head" || category == "deputy_head" ? category : "other_staff";
}

Act office_taken(const Answers& answers, const Typing& typing, const Lot& lot) {
  return Appointing(answers, typing, lot).done();
}

}  // namespace nastavnik
