#pragma once
#include <span>
#include <string_view>

#include "base/date.h"

namespace nastavnik {

/// The working days of one calendar year as they were decreed for the whole country, for a five-day week.
struct DecreedYear {
  int number = 0;
  std::string_view source{};         ///< article 112 of the Labour Code and the Government's decree on transfers
  std::span<const Date> days_off{};  ///< other than Saturdays and Sundays
  std::span<const Date> working_weekends{};  ///< Saturdays and Sundays that are worked
};

/// Every year whose days off have been decreed and are known here, in order.
std::span<const DecreedYear> decreed_years();

}  // namespace nastavnik
