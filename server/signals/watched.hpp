// What monitoring and money come to as checks. Pure: the order of the rows does not matter.
#pragma once

#include <set>

#include "fund/rules.hpp"
#include "monitor/progress.hpp"
#include "monitor/rules.hpp"
#include "signals/signals.hpp"

namespace tandem::signals {

// A report of a cycle whose day has come, of an open school or of the district.
struct DueReport {
  RecordId id;
  std::string cycle;
  std::optional<SchoolId> school_id;
  Date due_on;
  monitor::ReportState state{};
  std::optional<Timestamp> submitted_at;
};
BOOST_DESCRIBE_STRUCT(DueReport, (), (id, cycle, school_id, due_on, state, submitted_at))

// reports_in: whether each has come at all; reports_on_time: by its day. What is missing counts in
// both, so that handing in late is better than not at all.
std::vector<Check> report_checks(const std::vector<DueReport>& reports);

// What a submitted report says of how faithfully a strategy is carried out.
struct FidelityRow {
  RecordId strategy_id;
  std::string title;
  std::optional<SchoolId> school_id;
  RecordId report_id;
  Date due_on;        // of its cycle
  std::string value;  // 0 to 4
};
BOOST_DESCRIBE_STRUCT(FidelityRow, (), (strategy_id, title, school_id, report_id, due_on, value))
inline constexpr std::string_view kMostlyAsMeant = "3";

// carried_out: the newest rating of each strategy at each place, met from "mostly as meant" on.
Check fidelity_check(std::vector<FidelityRow> rows);

// measure_values: each measure of these goals at each school where it applies, met if it was
// measured on or after a day; a school that does not measure what the others measure shows here.
// measures_on_track: each that has targets and a value that may be shown, at each place, met if it
// is on track. One that is hidden or not measured is no slot: nothing is known of it.
std::vector<Check> measure_checks(const monitor::ProgressGlance& glance,
                                  const std::set<RecordId>& goals, const Date& since);

// fair_share: each counted school (fund::equity_of) with at least kFairShare hundredths of the
// median of what all have for each pupil weighted by need; not met by anybody while there is no
// money. stream_within: sources whose budget is known, met unless more is planned. money_used:
// strategies with money this year, met if some was committed or spent. line_within: lines that
// were used, met unless by more than they have.
inline constexpr std::int64_t kFairShare = 80;
Check fair_share_check(const fund::Equity& equity, const std::vector<org::School>& schools);
std::vector<Check> money_checks(const fund::Funds& funds);

}  // namespace tandem::signals
