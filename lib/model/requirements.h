#pragma once
#include <span>

#include "model/types.h"
#include "source/finding.h"

namespace nastavnik {

/// The structural rows: what every record is held to whatever it says.
enum class Structure : unsigned char {
  unknown_key,
  missing_key,
  missing_companion,
  one_too_many,
  wrong_type,
  bad_text,
  needs_quotes,
  text_cut_off,
  bad_id,
  dangling_link,
  bad_date,
  unknown_code,
  file_unreadable,
  file_missing,
  file_misplaced,
  file_misnamed,
};

const Requirement& row_of(Structure structure);
const Requirement& row_of(ValueFault fault);

std::span<const Requirement> structural_requirements();

/// The label with what stands at the place in front of it, where that is short: «найдено «98-од»; нужен номер записи».
Words after_what_stands_there(std::string_view text, const Words& label);

}  // namespace nastavnik
