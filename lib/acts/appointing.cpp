#include <algorithm>
#include <array>

#include "acts/act.h"
#include "acts/newcomer.h"
#include "acts/office.h"
#include "acts/signing.h"

// Who holds an office of the school: head, acting head, curator, administrator of the site, council (clauses 8, 10.3, 11.1,
// 11.3, 11.5).

namespace nastavnik {
namespace {

constexpr std::array offices{Code{"curator", {"куратор", "curator"}}, Code{"council", {"объединение", "council"}},
                             Code{"head", {"руководитель (директор, заведующий)", "head"}},
                             Code{"acting_head", {"исполняющий обязанности руководителя", "acting head"}},
                             Code{"administrator", {"администратор", "administrator"}}};

Notation notation_of_office() { return {.words = Text{"какая обязанность", "which office"}, .codes = offices}; }

Problem read_office(std::string_view text) {
  if (std::ranges::count(offices, text, &Code::code) != 0) return std::nullopt;
  return ValueProblem{.fault = ValueFault::unknown_code,
                      .label = Text{"бывает: curator, council, head, acting_head, administrator",
                                    "there is: curator, council, head, acting_head, administrator"}};
}

constexpr ValueShape office_shape{.notation = notation_of_office, .read = read_office};

/// Of somebody who is entered on the way. A head becomes one with the office; who else takes one has a position already.
Wanted wanted_of_position(std::string_view question, const Answers& answers) {
  const bool is_new = answers.has("person") && is_newcomer(answers.texts("person").front());
  if (!is_new && answers.has("person")) return is_known();
  if (question == "position-category") return {.fits = is_new, .is_asked = false};
  const bool is_head = answers.text("office") == "head";
  return {.fits = is_new,
          .is_required = is_new && (question == "position" || !is_head),
          .suggested = question == "position-from" && is_head ? answers.text("from") : ""};
}

Wanted wanted_of_office(std::string_view question, const Answers& answers, const Typing& typing) {
  const std::string office = answers.text("office");
  const bool is_by_order = office == "curator" || office == "council";
  const bool of_council = office == "council";
  if (question == "from") {
    const bool fits = office != "administrator";
    return {.fits = fits, .is_required = fits, .suggested = iso(typing.registry().day())};
  }
  if (question == "to") return {.fits = office != "administrator", .is_asked = office == "acting_head"};
  if (question == "number") return {.fits = is_by_order};
  if (question == "date") {
    const bool fits = is_by_order && answers.has("number");
    const auto known = day_of_order(answers, typing.registry());
    return {.fits = fits, .is_required = fits && !known, .suggested = known ? iso(*known) : answers.text("from")};
  }
  if (question == "basis") return {.fits = office == "curator", .suggested = basis_told(answers, typing.registry())};
  if (question == "proposed") return {.fits = of_council, .suggested = answers.text("from")};
  if (question == "kind" || question == "called" || question == "chair" || question == "secretary")
    return {.fits = of_council};
  if (question == "beside") return {.fits = is_by_order};
  if (question.starts_with("position")) return wanted_of_position(question, answers);
  return {};
}

Act appointed(const Answers& answers, const Typing& typing, const Lot& lot) {
  return office_taken(answers, typing, lot);
}

std::vector<ActQuestion> questions() {
  std::vector<ActQuestion> all{
      {.name = "office",
       .choice = &office_shape,
       .value = {"КЕМ", "OFFICE"},
       .title = {"Кем", "Which office"},
       .help = {"кем: куратор, объединение, руководитель, исполняющий обязанности, администратор",
                "which office: curator, council, head, acting head, administrator"},
       .is_argument = true,
       .is_required = true},
      {.name = "person",
       .field = "organization.yaml.councils.members.person",
       .value = {"КОГО", "WHOM"},
       .title = {"Кого", "Whom"},
       .is_argument = true,
       .is_list = true,
       .is_required = true,
       .may_be_new = true},
      {.name = "from", .field = "organization.yaml.heads.from"},
      {.name = "to", .field = "organization.yaml.heads.to"},
      {.name = "basis", .field = "organization.yaml.curators.basis"},
      {.name = "number", .field = "orders.number"},
      {.name = "date", .field = "orders.date"},
      {.name = "kind", .field = "organization.yaml.councils.kind", .preset = "union"},
      {.name = "called", .field = "organization.yaml.councils.name"},
      {.name = "chair", .field = "organization.yaml.councils.members.person", .title = {"Председатель", "Chair"}},
      {.name = "secretary", .field = "organization.yaml.councils.members.person", .title = {"Секретарь", "Secretary"}},
      {.name = "proposed", .field = "organization.yaml.councils.proposed_on"},
      {.name = "beside",
       .title = {"Вместе с прежним", "Besides the one before"},
       .help = {"вместе с прежним, а не вместо него", "besides the one before and not in their place"},
       .is_flag = true}};
  // The position is asked for behind the person.
  const std::vector<ActQuestion> position = questions_of_position();
  all.insert(all.begin() + 3, position.begin(), position.end());
  return all;
}

}  // namespace

ActKind appointing() {
  return {
      .name = "appoint",
      .clauses = "8,10.3,11.1,11.3",
      .covers =
          "organization.yaml.heads,organization.yaml.curators,organization.yaml.councils,organization.yaml.system_administrator",
      .decides = true,
      .summary = {"назначить куратора, руководителя, объединение", "appoint a curator, a head, a council"},
      .description =
          {"Записывает, кто с какого дня исполняет обязанность: куратор, руководитель, исполняющий обязанности, системный администратор, "
           "состав объединения наставников. Срок прежнего кончается накануне; куратора вдобавок к прежнему назначают с --beside.\n\n"
           "Кого в реестре ещё нет, назовите полностью, с должностью (--position): запись о человеке появится тоже.\n\n"
           "Куратора и объединение утверждает приказ: назовите его номер и дату или запишите потом (nastavnik sign) — но раньше приказа "
           "куратор не приступает (п. 11.1).",
           "Records who holds an office from which day: curator, head, acting head, administrator of the site, the members of the council "
           "of mentors. The term before ends on the day before; a curator besides the one there is is appointed with --beside.\n\n"
           "Who is not on record yet is named in full, with the position (--position): their record is made, too.\n\n"
           "Curator and council are approved by an order: tell its number and day, or record it later (nastavnik sign); but no curator "
           "begins before the order (clause 11.1)."},
      .questions = questions(),
      .examples = {{"nastavnik appoint 'исполняющий обязанности' p-715046 --from 24.08.2026 --to 28.08.2026 --dry-run",
                    {"на время отпуска, только посмотреть", "for a leave, only to look"}}},
      .wanted = wanted_of_office,
      .act = appointed,
  };
}

}  // namespace nastavnik
