#pragma once
#include "edit/list.h"
#include "model/field.h"

namespace nastavnik::cmd {

/// Where a list of a record stands in its file, for `with_item`.
template <class Item>
ListInText list_in(std::string_view key, const List<Item>& list) {
  const auto bytes_of = [](Span span) { return Bytes{span.begin, span.size}; };
  ListInText in{.key = key};
  if (list.span.size == 0) return in;
  in.list = bytes_of(list.span);
  for (const Item& item : list) in.items.push_back(bytes_of(item.span));
  return in;
}

}  // namespace nastavnik::cmd
