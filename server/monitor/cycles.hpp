// Monitoring cycles: the times, set by the district, in which everybody reports.
#pragma once

#include "monitor/rules.hpp"

namespace tandem::monitor {

// A report as the grid of schools by cycles shows it.
struct ReportGlance {
  RecordId id;
  std::optional<SchoolId> school_id;
  Standing standing{};
  std::optional<Timestamp> submitted_at;
  std::string submitted_by;
  std::int64_t rated = 0;  // strategies of which the fidelity is rated
  std::int64_t of = 0;     // strategies that the report is about
};
BOOST_DESCRIBE_STRUCT(ReportGlance, (),
                      (id, school_id, standing, submitted_at, submitted_by, rated, of))

struct CycleView : Cycle {
  std::vector<ReportGlance> reports;  // the district's first, then by school
};
BOOST_DESCRIBE_STRUCT(CycleView, (Cycle), (reports))

struct CyclesOfYear {
  SchoolYear year;
  std::vector<SchoolYear> years;  // those that have cycles, the newest first
  std::vector<CycleView> items;   // by the day they are due
};
BOOST_DESCRIBE_STRUCT(CyclesOfYear, (), (year, years, items))

// In a fixed number of queries. Closed schools are left out unless they reported.
CyclesOfYear cycles_of(db::Tx& tx, const DistrictId& district, const SchoolYear& year,
                       const Date& today);

// With a report for the district and each open school.
Result<Cycle> create_cycle(audit::Change& change, const CycleFields& fields);
Result<Cycle> replace_cycle(audit::Change& change, const RecordId& id, std::int64_t expected,
                            const CycleFields& fields);
// 409 once anybody has reported anything in it.
Result<void> remove_cycle(audit::Change& change, const RecordId& id, std::int64_t expected);

// A school that opens takes part in the cycles that are not over.
void include_school(audit::Change& change, const SchoolId& school);

// Reports of these schools (and of the district, if asked for) that are not submitted and whose
// cycle has opened, soonest due first: what waits for people.
struct OpenReport {
  RecordId id;
  std::optional<SchoolId> school_id;
  std::string cycle_name;
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(OpenReport, (), (id, school_id, cycle_name, due_on))
std::vector<OpenReport> open_reports(db::Tx& tx, const DistrictId& district, const Date& today);

}  // namespace tandem::monitor
