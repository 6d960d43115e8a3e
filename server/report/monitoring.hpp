// The monitoring report: what a school year's cycles have shown, of the district or of one school.
// Who reported, how strategies are carried out, where measures stand and how they move, what teams
// make of it, and what was adjusted. Values are those that may be shown (monitor/shown.hpp).
#pragma once

#include "monitor/adjustments.hpp"
#include "monitor/cycles.hpp"
#include "monitor/progress.hpp"
#include "report/document.hpp"

namespace tandem::report {

struct MonitoringFacts {
  std::string district_name;
  std::optional<org::School> school;  // none: the district
  std::vector<org::School> schools;   // all of them, by name
  Date today;
  monitor::CyclesOfYear cycles;
  std::vector<plan::Goal> goals;  // in the plan's order, archived ones too
  std::vector<plan::Strategy> strategies;
  std::vector<monitor::Entry> entries;             // of the year's submitted reports
  std::vector<monitor::MeasureProgress> measures;  // of goals that are not archived
  std::vector<monitor::Adjustment> adjustments;    // proposed in the year, the oldest first
};

// A fixed number of queries, whatever the size. 404 without a plan or such a school.
Result<MonitoringFacts> read_monitoring(db::Tx& tx, const DistrictId& district,
                                        const std::optional<SchoolId>& school,
                                        const std::optional<SchoolYear>& year);

std::string monitoring_html_of(const MonitoringFacts& facts, const std::optional<Links>& links);

}  // namespace tandem::report
