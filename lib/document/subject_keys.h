#pragma once
#include <string>
#include <string_view>

#include "document/writing.h"

// By which words a subject is chosen: the records that it is about, and the order that decides it.

namespace nastavnik::subjects {

std::string person_key(std::string_view id);
void add_order(Subject& subject, const Link<Order>& order);
/// The order that decides it, alone or with others, and where the records name it.
void decide_by(Subject& subject, const Link<Order>& order, const OrderPlace& place);
/// An order that is to be signed yet: none is named, or the one named is not there.
bool lacks(const Link<Order>& order);
void add_person(Subject& subject, std::string_view id);
void add_pair(Subject& subject, const Registry& registry, const Pair& pair);
/// An item of a list in the record: its mark or its day chooses it, alone or behind the record.
void add_item(Subject& subject, const std::string& record, std::string_view list, std::string_view mark,
              const At<Day>& day = {});

Subject of_pair(const Registry& registry, const Pair& pair);
/// A paper of one person; the pairs of the person choose it too.
Subject of_person(const Registry& registry, std::string_view person);
Subject of_program(const Registry& registry, const Program& program);

}  // namespace nastavnik::subjects
