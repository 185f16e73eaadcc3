#pragma once
#include <map>
#include <string>
#include <vector>

#include "reports/reports.h"
#include "rules/catalogue.h"

namespace nastavnik::reports {

/// The records held against the whole catalogue on the day of the records.
Outcome held(const ReportRequest& request);

/// Findings by the records that they speak of.
class FindingsByRecord {
public:
  FindingsByRecord(const ReportRequest& request, const Outcome& outcome);

  /// Ids of the rules that found something in these records, each once and in the order of the catalogue.
  std::vector<std::string_view> broken(const Addresses& records, std::span<const std::string_view> rules) const;
  /// The same for what is set aside.
  std::vector<std::string_view> set_aside(const Addresses& records, std::span<const std::string_view> rules) const;
  /// One of the rules could not be decided for one of the records.
  bool is_undecided(const Addresses& records, std::span<const std::string_view> rules) const;

private:
  using Rules = std::map<std::string, std::vector<std::string_view>, std::less<>>;
  static std::vector<std::string_view> ids_in(const Rules& kept, const Addresses& records,
                                              std::span<const std::string_view> rules);

  Rules found_;
  Rules set_aside_;
  Rules undecided_;
};

/// Where a finding is shown: `programs/2025-003.yaml:6`.
std::string place_of(const ReportRequest& request, Span span);

/// What was found, in one line: the offence, and what was said of the place.
Words told(const Finding& finding);

}  // namespace nastavnik::reports
