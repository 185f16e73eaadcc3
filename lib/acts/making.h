#pragma once
#include <functional>
#include <string>
#include <vector>

#include "acts/typed_mapping.h"
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
/// What words tell of a new record.
struct RecordTold {
  std::string name{};  ///< what it is called by, where that is no field of it
  std::vector<Given> given{};
};
/// Throws Refusal.
RecordTold told_by(const Kind& kind, const std::vector<std::string>& words, const Typing& typing);

/// The record that this tells of. Throws Refusal.
NewRecord new_record(const Kind& kind, RecordTold told, const Typing& typing, const Lot& lot);

/// Throws Refusal where what was told so far names a record that is there.
void require_free(const Kind& kind, const RecordTold& told, const Typing& typing);
/// Throws Refusal where a record cannot be called so, or there is one already.
void require_free_id(const Kind& kind, const std::string& name, const Typing& typing);

}  // namespace nastavnik
