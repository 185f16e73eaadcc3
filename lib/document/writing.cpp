#include "document/writing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/first_letter.h"
#include "document/filling.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/notions/naming.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/order_id.h"

namespace nastavnik {
namespace {

constexpr std::string_view blank_number = "________";

struct CaseName {
  Case to;
  std::string_view suffix;
};
constexpr std::array<CaseName, 4> cases{
    {{Case::nominative, ""}, {Case::genitive, ".gen"}, {Case::dative, ".dat"}, {Case::accusative, ".acc"}}};

std::string_view given_form(const Block<CaseForms>& forms, Case to) {
  if (!forms.given()) return {};
  const At<Line>& form = to == Case::genitive ? forms->genitive
                         : to == Case::dative ? forms->dative
                                              : forms->accusative;
  return form.given() && to != Case::nominative ? *form : std::string_view{};
}

void put(Values& values, std::string name, const Declined& form, std::string where) {
  if (form.doubtful)
    values.set_doubtful(std::move(name), form.text, std::move(where));
  else
    values.set(std::move(name), form.text);
}

/// `NAME.gen` and `NAME.prep` of the school: as recorded, else as the program declines it.
void put_school_name(Values& values, const std::string& name, const Value& nominative,
                     const Block<SchoolNameForms>& forms) {
  const auto put_form = [&](const char* suffix, SchoolCase to, const At<Line>& own) {
    if (nominative.gap) return values.lack(name + suffix, *nominative.gap);
    const Declined form = own.given() ? Declined{std::string(*own)} : declined_school(nominative.text, to);
    put(values, name + suffix, form, "organization.yaml: name_forms");
  };
  put_form(".gen", SchoolCase::genitive, forms->genitive);
  put_form(".prep", SchoolCase::prepositional, forms->prepositional);
}

std::string employer_of(const JobPosition& position) {
  if (!position.employer.given() || !position.employer.to || !position.employer->name.given()) return {};
  return fmt::format(" ({})", *position.employer->name);
}

/// As the person was called on the day.
void put_name(Values& values, const std::string& prefix, const Person& person, Date on) {
  const FormerName* former = former_name_on(person, on);
  const NameParts parts = name_parts(former ? *former->full_name : *person.full_name);
  const Block<CaseForms>& forms = former ? former->name_forms : person.name_forms;
  const Gender gender = gender_of(parts);
  for (const auto& [to, suffix] : cases) {
    const std::string where = fmt::format("{}: {}name_forms", address_of(person), former ? "former_names, " : "");
    const std::string_view own = given_form(forms, to);
    const Declined whole = own.empty() ? declined(parts, gender, to) : Declined{std::string(own)};
    const Declined surname = own.empty() ? declined_surname(parts, gender, to) : Declined{name_parts(own).surname};
    put(values, prefix + ".full" + std::string(suffix), whole, where);
    put(values, prefix + ".name" + std::string(suffix),
        {initials(surname.text, parts, InitialsOrder::after), surname.doubtful}, where);
    put(values, prefix + ".short" + std::string(suffix),
        {initials(surname.text, parts, InitialsOrder::before), surname.doubtful}, where);
  }
  if (!former && person.short_name.given()) values.set(prefix + ".name", std::string(*person.short_name));
}

void put_position(Values& values, const std::string& prefix, const Person& person, const JobPosition& position) {
  for (const auto& [to, suffix] : cases) {
    const std::string_view own = given_form(position.title_forms, to);
    Declined form = own.empty() ? declined_position(*position.title, to) : Declined{std::string(own)};
    form.text = post_within(form.text) + employer_of(position);
    put(values, prefix + ".position" + std::string(suffix), form,
        fmt::format("{}: positions, title_forms", address_of(person)));
  }
}

/// «приказа управления образования от 26.08.2024 № 211, протокола …»; where a case is not known, «документов: …».
std::string papers_in_words(const Order& order) {
  std::vector<std::string> declined, plain;
  for (const OrderGround& ground : order.rests_on) {
    if (!ground.text.given()) continue;
    const std::string_view number = ground.number.given() ? *ground.number : std::string_view();
    const std::string ref = ground.date.given() ? " " + order_in_words(*ground.date, number)
                            : number.empty()    ? ""
                                                : fmt::format(" №\u00a0{}", number);
    plain.push_back(without_stop(*ground.text) + ref);
    if (const std::string genitive = paper_in_genitive(*ground.text); !genitive.empty())
      declined.push_back(without_stop(genitive) + ref);
  }
  if (declined.size() == plain.size()) return listed(declined);
  return "документов: " + fmt::format("{}", fmt::join(plain, "; "));
}

/// Of whom nothing may be kept, nothing is asked for either.
void put_erased(Values& values, const std::string& prefix) {
  for (const auto& [to, suffix] : cases) {
    for (const char* kind : {".full", ".name", ".short"})
      values.set(fmt::format("{}{}{}", prefix, kind, suffix), "(персональные данные удалены)");
    values.set(fmt::format("{}.position{}", prefix, suffix), "");
  }
}

}  // namespace

Writing::Writing(const Registry& registry, std::span<const Subject> subjects, const PaperRequest& request)
    : registry_(registry),
      subjects_(subjects),
      request_(request),
      number_(request.number.value_or("")),
      day_(registry.day()) {
  values_.set("date", std::string(blank_date));
  values_.set("rests_on", "");
  values_.set("number", number_.empty() ? std::string(blank_number) : number_);
  if (request.date) set_day(*request.date);
  school();
  regulation();
  head();
  curator();
}

void Writing::set_day(Date day) {
  day_ = day;
  dated_ = true;
  values_.set("date", date_in_words(day));
}

bool Writing::is_asked_otherwise(const Order& order) const {
  const auto id = [](std::string_view number, Date day) { return order_id_of(number, day); };
  if (request_.date && order.date.given() && *request_.date != *order.date) return true;
  return request_.number && order.number.given() && id(*request_.number, day_) != id(*order.number, day_);
}

void Writing::repeat(const Link<Order>& order, std::string where) {
  decided_.push_back({where, order.id, order.to != nullptr});
  if (order.given() && order.to) take_over(*order.to, std::move(where));
}

void Writing::repeat(const Order& order) { take_over(order, address_of(order)); }

void Writing::take_over(const Order& order, std::string where) {
  if (&order == repeated_) return;
  if (is_asked_otherwise(order)) {
    if (!taken_) taken_ = {std::move(where), &order};
    return;
  }
  repeated_ = &order;
  if (order.number.given()) number_ = *order.number;
  values_.set("number", number_);
  if (order.date.given()) set_day(*order.date);
  values_.set("rests_on", papers_in_words(order));
  regulation();
  head();
  curator();
}

void Writing::heading(std::string text, const std::string& doubt) {
  if (repeated_ && repeated_->title.given())
    values_.set("heading", std::string(*repeated_->title));
  else
    values_.set_doubtful("heading", std::move(text), doubt);
}

const Order* Writing::cancelled_by() const {
  const Order* first = nullptr;
  if (!repeated_) return first;
  for (const Order& other : registry_.all<Order>()) {
    const bool cancels = std::ranges::any_of(other.cancels, [&](const auto& one) { return one.to == repeated_; });
    if (cancels && other.date.given() && (!first || *other.date < *first->date)) first = &other;
  }
  return first;
}

std::string_view Writing::unrecorded_order() const {
  const auto found = std::find_if(decided_.begin(), decided_.end(),
                                  [](const Decided& one) { return !one.order.empty() && !one.recorded; });
  return found == decided_.end() ? std::string_view() : found->order;
}

void Writing::speak_of(const At<Day>& day) {
  if (dated_ || !day.given() || *day >= day_) return;
  day_ = *day;
  head();
  curator();
}

void Writing::decide(OrderKind kind) {
  const auto place = std::lower_bound(decisions_.begin(), decisions_.end(), kind);
  if (place == decisions_.end() || *place != kind) decisions_.insert(place, kind);
}

bool Writing::decides(OrderKind kind) const { return std::binary_search(decisions_.begin(), decisions_.end(), kind); }

void Writing::date(Values& values, const std::string& name, const At<Day>& at, const Words& what,
                   const std::string& where) const {
  if (at.given())
    values.set(name, date_in_words(*at));
  else
    values.lack(name, {what, where});
}

void Writing::day_ordered(Values& values, const std::string& name, const At<Day>& at, const Link<Order>& order,
                          const Words& what, const std::string& where) const {
  if (at.given() || order.to) return date(values, name, at, what, where);
  values.set(name, dated_ ? date_in_words(day_) : std::string(blank_date));
}

void Writing::person(Values& values, const std::string& prefix, std::string_view id) const {
  person(values, prefix, id, day_);
}

void Writing::person(Values& values, const std::string& prefix, std::string_view id, Date on) const {
  if (is_erased(registry_, id)) return put_erased(values, prefix);
  const Person* person = registry_.all<Person>().find(id);
  const std::string address = fmt::format("people/{}", id);
  const bool named = person && (person->full_name.given() || former_name_on(*person, on));
  const JobPosition* position = person ? main_position(*person, on) : nullptr;
  if (named) put_name(values, prefix, *person, on);
  if (position && position->title.given()) put_position(values, prefix, *person, *position);
  for (const auto& [to, suffix] : cases) {
    if (!named)
      for (const char* kind : {".full", ".name", ".short"})
        values.lack(fmt::format("{}{}{}", prefix, kind, suffix),
                    {say({"имя {}", "name of {}"}, id), address + ": full_name"});
    if (!position || !position->title.given())
      values.lack(fmt::format("{}.position{}", prefix, suffix),
                  {say({"должность {}", "position of {}"}, id), address + ": positions"});
  }
}

void Writing::lack_person(Values& values, const std::string& prefix, const Gap& gap) {
  for (const auto& [to, suffix] : cases)
    for (const char* kind : {".full", ".name", ".short", ".position"})
      values.lack(fmt::format("{}{}{}", prefix, kind, suffix), gap);
}

std::string Writing::name_of(std::string_view id) const {
  Values values;
  person(values, "x", id);
  return said(*values.find("x.name"));
}

std::string Writing::position_of(std::string_view id) const {
  Values values;
  person(values, "x", id);
  return said(*values.find("x.position"));
}

std::string Writing::said(const Value& value) const {
  if (!value.gap) return value.text;
  marked_.push_back(*value.gap);
  return mark_of(*value.gap);
}

void Writing::order(Values& values, const std::string& name, const Link<Order>& order, const Words& what,
                    const std::string& where) const {
  const bool known = order.given() && order.to && order->date.given() && order->number.given();
  if (known)
    values.set(name, order_in_words(*order->date, *order->number));
  else
    values.lack(name, {what, where});
}

void Writing::school() {
  const Organization& school = registry_.organization();
  text(values_, "school.short_name", school.short_name, {"краткое наименование школы", "short name of the school"},
       "organization.yaml: short_name");
  text(values_, "school.full_name", school.full_name, {"полное наименование школы", "full name of the school"},
       "organization.yaml: full_name");
  text(values_, "school.name_within", school.full_name, {"полное наименование школы", "full name of the school"},
       "organization.yaml: full_name");
  if (school.full_name.given()) values_.set("school.full_name", with_capital(*school.full_name));
  put_school_name(values_, "school.short_name", Value(*values_.find("school.short_name")),
                  school.name_forms->short_name);
  put_school_name(values_, "school.full_name", Value(*values_.find("school.name_within")),
                  school.name_forms->full_name);
  text(values_, "school.place", school.place, {"населённый пункт", "town or village"}, "organization.yaml: place");
  text(values_, "school.address", school.address, {"адрес школы", "address of the school"},
       "organization.yaml: address");
  text(values_, "school.inn", school.inn, {"ИНН школы", "INN of the school"}, "organization.yaml: inn");
  text(values_, "school.ogrn", school.ogrn, {"ОГРН школы", "OGRN of the school"}, "organization.yaml: ogrn");
  const At<Url>& section = school.site->section_url;
  text(values_, "school.section", section, {"адрес раздела о наставничестве", "address of the mentoring section"},
       "organization.yaml: site, section_url");
}

void Writing::regulation() {
  const Regulation& regulation = registry_.regulation();
  const Link<Order>* approval = &regulation.order;
  for (const FormerRegulation& former : regulation.previous)
    if (former.approved_on.given() && former.replaced_on.given() && *former.approved_on <= day_ &&
        day_ < *former.replaced_on)
      approval = &former.order;
  order(values_, "regulation.order", *approval, {"приказ об утверждении положения", "order approving the regulation"},
        "regulation.yaml: order");
}

const HeadTerm* Writing::signer() const {
  if (repeated_ && repeated_->signed_by.given())
    for (const HeadTerm& term : registry_.organization().heads)
      if (term.person.id == repeated_->signed_by.id && term.from.given() && *term.from <= day_ &&
          (!term.to.given() || day_ <= *term.to))
        return &term;
  return head_on(registry_.organization(), day_);
}

void Writing::head() {
  const HeadTerm* term = signer();
  const Gap gap{{"руководитель школы", "head of the school"}, "organization.yaml: heads"};
  if (!term) {
    lack_person(values_, "head", gap);
    for (const auto& [to, suffix] : cases)
      for (const char* kind : {".title", ".post"}) values_.lack("head" + (kind + std::string(suffix)), gap);
    return;
  }
  person(values_, "head", term->person.id);
  const bool acting = term->acting.given() && *term->acting;
  for (const auto& [to, suffix] : cases) {
    const std::string ending(suffix);
    const Value position = *values_.find("head.position" + ending);
    const std::string post = acting ? declined_position("исполняющий обязанности директора", to).text : position.text;
    const std::string doubt = acting ? std::string() : position.doubt;
    values_.set_doubtful("head.post" + ending, post, doubt);
    values_.set_doubtful("head.title" + ending, with_capital(post), doubt);
    if (acting || !position.gap) continue;
    for (const char* kind : {".title", ".post"}) values_.lack("head" + (kind + ending), *position.gap);
  }
}

void Writing::curator() {
  const std::vector<const CuratorTerm*> terms = curators_on(registry_.organization(), day_);
  if (!terms.empty()) return person(values_, "curator", terms.front()->person.id);
  lack_person(values_, "curator", {{"куратор", "curator"}, "organization.yaml: curators"});
}

void set_led(Values& values, const std::string& name, std::string_view text) {
  values.set(name, without_stop(text));
  values.set(name + ".sign", std::string(lead_in_sign(text)));
}

bool left_before(const Member& member, const At<Day>& day) {
  return day.given() && member.to.given() && *member.to < *day;
}

std::vector<std::string> kinds_of(const Program& program, Date day) {
  const EffectiveKinds kinds = effective_kinds(program, day);
  return kinds.given() ? labels(*kinds) : std::vector<std::string>();
}

}  // namespace nastavnik
