#pragma once
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/addresses.h"
#include "model/field.h"
#include "model/notions/naming.h"
#include "model/registry.h"
#include "reports/reports.h"

// Records behind a figure, and how records and people are called in a report.

namespace nastavnik::reports {

template <class T>
std::string address_told(std::string_view id) {
  constexpr bool of_a_person = std::is_same_v<T, Person> || std::is_same_v<T, Mentor> || std::is_same_v<T, Mentee>;
  return address_of(T::kind, of_a_person ? id_told(id) : id);
}
template <class T>
std::string address_told(const T& record) {
  return address_told<T>(record.id);
}

template <class T>
Addresses addresses(const std::vector<const T*>& records) {
  Addresses found;
  for (const T* record : records) found.push_back(address_told(*record));
  return found;
}
/// The entries of people in one of the banks: `mentors/p-017`.
template <class T>
Addresses addresses(std::span<const std::string_view> ids) {
  Addresses found;
  for (const std::string_view id : ids) found.push_back(address_told<T>(id));
  return found;
}

/// As people are called everywhere; the name alone on a paper that is signed.
Words who(const ReportRequest& request, std::string_view person);
/// The same for several, one after another; a dash for none.
Words who(const ReportRequest& request, const std::vector<std::string_view>& people);

/// The mentor and the mentees of the pair.
Words pair_words(const ReportRequest& request, const Pair& pair);
/// Whose programme it is.
Words pair_of(const ReportRequest& request, const Program& program);
/// The sum of hours. Nought only where there is nothing to sum up: hours that nobody has written down are not nought.
Cell hours_of(long long hours, long long without_hours);
/// «а; б», a dash for none.
Cell listed(const std::vector<Words>& words);
/// The number and the day of the order, and the day of its cancellation where another has cancelled it by the day of the report.
Words order_words(const ReportRequest& request, const Link<Order>& order);
/// «97-од», and the day of the cancellation; a dash while there is no order or number.
Cell number_of(const ReportRequest& request, const Link<Order>& order);

}  // namespace nastavnik::reports
