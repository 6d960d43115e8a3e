// What a school, or the district, reports in a cycle.
#pragma once

#include "monitor/rules.hpp"
#include "monitor/shown.hpp"

namespace tandem::monitor {

struct StrategyReport {
  RecordId strategy_id;
  std::string title;
  RecordId goal_id;
  std::string goal_title;
  std::vector<Entry> entries;  // only of parts that something was said of
};
BOOST_DESCRIBE_STRUCT(StrategyReport, (), (strategy_id, title, goal_id, goal_title, entries))

struct ReportMeasure {
  RecordId measure_id;
  RecordId goal_id;
  std::string name;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(ReportMeasure, (), (measure_id, goal_id, name, unit))

struct ReportView : Report {
  Cycle cycle;
  Standing standing{};
  std::vector<StrategyReport> strategies;  // in the plan's order
  std::vector<ReportMeasure> measures;     // of the same goals
  std::vector<ShownValue> values;          // that came with this report, by measure and day
};
BOOST_DESCRIBE_STRUCT(ReportView, (Report), (cycle, standing, strategies, measures, values))

Result<ReportView> read_report(db::Tx& tx, const DistrictId& district, const RecordId& id,
                               const Date& today);

// expected is 0 if nothing has been said there yet. 404 if the report is not about the strategy,
// 409 once it is submitted, 422 if the text does not fit the part.
Result<Entry> save_entry(audit::Change& change, const RecordId& report, const RecordId& strategy,
                         Part part, std::int64_t expected, const EntryFields& fields);

// 422 while a strategy's fidelity is not rated, 409 if it is submitted already.
Result<ReportView> submit_report(audit::Change& change, const RecordId& id, std::int64_t expected);
// To mend it. 409 unless it is submitted.
Result<ReportView> reopen_report(audit::Change& change, const RecordId& id, std::int64_t expected);

// Values come with a report that is not submitted yet. 404 if the measure is not of a goal that
// the report is about; 409 if there is a value of that day and group already.
Result<ShownValue> add_value(audit::Change& change, const RecordId& report,
                             const ValueFields& fields);
Result<void> remove_value(audit::Change& change, const RecordId& id, std::int64_t expected);

}  // namespace tandem::monitor
