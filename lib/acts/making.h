#pragma once
#include <functional>
#include <string>
#include <vector>

#include "acts/typed_value.h"
#include "source/change.h"

// A new record of any kind, from the field table alone: typed words → its file.

namespace nastavnik {

/// A record that is not there yet.
struct NewRecord {
  std::string address{};  ///< `pairs/2025-418823`
  Changes changes{};
};

/// Six digits drawn by lot, each time others.
using Lot = std::function<unsigned()>;

/// The record of words `FIELD=VALUE`. A word without a sign of equality is what the record is called by: of a mentor or mentee
/// the person, of a school year, page or practice its id, of a person the name, of a pair the mentor, of a programme the pair,
/// of an order its number. The id follows from that, from a date, or is drawn. Throws Refusal where a field is missing that
/// must be there, or there is such a record already.
NewRecord new_record(const Kind& kind, const std::vector<std::string>& words, const Typing& typing, const Lot& lot);

}  // namespace nastavnik
