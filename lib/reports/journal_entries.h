#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/types.h"
#include "reports/evidence.h"
#include "reports/reports.h"

namespace nastavnik {

struct Consent;

}  // namespace nastavnik

namespace nastavnik::reports {

/// Dated facts of records, gathered one record after another.
class Journal {
public:
  explicit Journal(const ReportRequest& request) : request_(request) {}

  const Registry& registry() const { return request_.registry(); }
  /// Everything that the records hold of somebody: entries of the banks, pairs, consents, events.
  void add_person(std::string_view id);
  void add_pair(const Pair& pair);
  void add_program(const Program& program);
  void add_mentor(const Mentor& mentor);
  void add_mentee(const Mentee& mentee);
  void add_people_consents(const Person& person);
  void add_events_of(std::string_view person);
  /// Decisions to set findings aside, about the records added so far.
  void add_waivers();
  /// In the order of the dates; what has the same date in the order it was added.
  Grid table() const;

private:
  struct Entry {
    Date date{};
    Words what{};
    Words paper{};
    std::string record{};
  };

  void add(const At<Day>& date, Words what, std::string record, Words paper = {});
  void add_order(const Link<Order>& order, const Words& what, const std::string& record);
  void add_consent(const Consent& consent, const Words& what, const std::string& record);
  void add_formation(const Pair& pair, const std::string& record);
  void add_work(const Pair& pair, const std::string& record);
  void add_requests(const Pair& pair, const std::string& record);
  void add_plan(const Program& program, const std::string& record);
  void add_ending(const Program& program, const std::string& record);
  Words person(const Link<Person>& link) const;
  std::string look_at(std::string record);

  const ReportRequest& request_;
  std::vector<Entry> entries_;
  std::set<std::string, std::less<>> seen_;  ///< records that were looked at
};

}  // namespace nastavnik::reports
