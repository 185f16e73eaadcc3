#pragma once
#include <type_traits>

#include "model/as_of.h"
#include "model/intake.h"
#include "model/link.h"
#include "model/shape_of.h"

namespace nastavnik {

template <class T>
void take_in(const Node& root, ReadContext& context, Date day, T& record) {
  read_record(root, context, record);
  auto marks = settle(shape_of<T>(), record, &record, day, context.findings);
  if constexpr (requires { record.all_marks; }) record.all_marks = std::move(marks);
}

template <class T>
void obscure(T& record) {
  obscure(shape_of<T>(), &record, record.span);
}

template <class T>
std::vector<const At<Path>*> follow_links(const Registry& registry, Findings& findings, T& record) {
  Linker linker(registry, findings, std::is_same_v<T, Person>);
  linker.follow(shape_of<T>(), &record);
  if constexpr (std::is_same_v<T, Mentor> || std::is_same_v<T, Mentee>) linker.person_of_stem(record);
  if constexpr (std::is_same_v<T, Organization>) linker.part_heads(record);
  return paths_in(shape_of<T>(), &record);
}

/// Puts the shape and the intake of a kind into the file that names it.
// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define NASTAVNIK_INTAKE_OF(T)                                   \
  template const Shape& shape_of<T>();                           \
  template void take_in<T>(const Node&, ReadContext&, Date, T&); \
  template void obscure<T>(T&);                                  \
  template std::vector<const At<Path>*> follow_links<T>(const Registry&, Findings&, T&);
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace nastavnik
