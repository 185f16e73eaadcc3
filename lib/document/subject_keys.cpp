#include "document/subject_keys.h"

#include <fmt/format.h>

#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"

namespace nastavnik::subjects {

std::string person_key(std::string_view id) { return std::string("people/").append(id); }

void add_order(Subject& subject, const Link<Order>& order) {
  if (!order.id.empty()) subject.keys.push_back(std::string("orders/").append(order.id));
}

void decide_by(Subject& subject, const Link<Order>& order, const OrderPlace& place) {
  subject.order = order.id;
  subject.named_at.push_back(place);
  add_order(subject, order);
}

bool lacks(const Link<Order>& order) { return order.to == nullptr; }

void add_person(Subject& subject, std::string_view id) {
  if (!id.empty()) subject.keys.push_back(person_key(id));
}

void add_pair(Subject& subject, const Registry& registry, const Pair& pair) {
  subject.keys.push_back(address_of(pair));
  for (const Program* program : registry.programs_of(pair)) subject.keys.push_back(address_of(*program));
}

void add_item(Subject& subject, const std::string& record, std::string_view list, std::string_view mark,
              const At<Day>& day) {
  if (day.given()) subject.day = *day;
  const std::string item = !mark.empty() ? std::string(mark) : day.given() ? iso(*day) : "";
  if (item.empty()) return;
  subject.item_key = fmt::format("{}/{}", list, item);
  subject.keys.push_back(subject.item_key);
  if (record.empty()) return;
  subject.keys.push_back(fmt::format("{}/{}", record.substr(record.find('/') + 1), item));
  subject.keys.push_back(fmt::format("{}/{}", record, item));
}

Subject of_pair(const Registry& registry, const Pair& pair) {
  Subject subject{.id = std::string(pair.id), .pair = &pair};
  add_pair(subject, registry, pair);
  add_person(subject, pair.mentor.id);
  for (const Member& member : pair.mentees) add_person(subject, member.person.id);
  return subject;
}

Subject of_person(const Registry& registry, std::string_view person) {
  Subject subject{.id = std::string(person), .person = person};
  add_person(subject, person);
  for (const Pair* pair : registry.pairs_of_mentor(person)) add_pair(subject, registry, *pair);
  for (const Pair* pair : registry.pairs_of_mentee(person)) add_pair(subject, registry, *pair);
  return subject;
}

Subject of_program(const Registry& registry, const Program& program) {
  Subject subject{.id = std::string(program.id)};
  if (program.pair.to)
    subject = of_pair(registry, *program.pair.to);
  else
    subject.keys.push_back(address_of(program));
  subject.id = program.id;
  subject.program = &program;
  return subject;
}

}  // namespace nastavnik::subjects
