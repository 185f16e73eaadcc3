#pragma once
#include <span>
#include <string>
#include <string_view>

#include "model/load.h"
#include "reports/report.h"

namespace nastavnik::reports {

/// What a report is asked about.
struct ReportRequest {
  const Loaded& loaded;
  Period period{};             ///< the days it is about; they end on or before the day judged
  bool names = false;          ///< people are named; else they are ids
  bool for_machines = false;   ///< nothing of people/ is told
  bool for_site = false;       ///< everybody will see it
  std::string_view subject{};  ///< of a journal: the id of a person or of a pair
  RecordsRevision revision{};
  bool to_sign = false;  ///< for a paper that is signed: a person who is named has no id beside the name

  const Registry& registry() const { return loaded.registry; }
  /// The last of the days: what stands «на дату» is as of this day.
  Date day() const { return period.to; }
};

/// A report by name.
struct ReportKind {
  std::string_view name{};
  Text title{};
  Text summary{};              ///< what it answers, in one line
  std::string_view clauses{};  ///< what it rests on
  void (*build)(const ReportRequest&, Report&) = nullptr;
  Text subject{};              ///< what must be named besides, where something must
  bool on_paper = false;       ///< is printed as well (DOCX)
  bool also_for_site = false;  ///< can be made for the site, with nothing that no consent covers
  bool whole_history = false;  ///< about all days up to the one judged, unless days are named
  std::string_view annex{};    ///< the report that whoever draws this one up reads beside it
};

/// Every report, in the order of `report --list`.
std::span<const ReportKind> reports();

const ReportKind* find_report(std::string_view name);

/// The report with its title, days and footer.
Report make_report(const ReportKind& kind, const ReportRequest& request);

/// A format of reports.
struct ReportFormat {
  std::string_view name{};
  Text title{};
  std::string_view extension{};
  std::string (*render)(const Report&, const Style&) = nullptr;
  bool binary = false;         ///< nothing for a terminal
  bool for_machines = false;   ///< never carries a value of people/
  bool on_paper_only = false;  ///< for reports that are printed
};

/// text, markdown, html, json, csv, xlsx, docx.
std::span<const ReportFormat> report_formats();

}  // namespace nastavnik::reports
