#pragma once
#include "reports/reports.h"

// What the banks of mentors and mentees say of a person, for those who work with them and for the site.

namespace nastavnik::reports {

/// What `people/` holds of somebody as words of a table; never told to machines.
class PersonInBank {
public:
  PersonInBank(const ReportRequest& request, std::string_view person);

  Cell posts() const;
  Cell qualification() const;
  Cell subjects() const;
  Cell teaching_since() const;

private:
  template <class Tell>
  Cell told(Tell tell) const;

  const Person* person_;
  Date day_;
  bool withheld_;
};

Cell experience_of(const Mentor& mentor);
Cell achievements_of(const Mentor& mentor);

/// The banks as clause 21 has them on the site: of each person what a consent lets the page of the bank show.
void add_banks_for_site(const ReportRequest& request, Report& report);

}  // namespace nastavnik::reports
