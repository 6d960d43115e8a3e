// Values as they may be shown: without those about fewer than ten students and those from which
// such a one could be worked out, and with the interval that a share of n students stands for.
// Every answer with a value goes through here. Pure.
#pragma once

#include <map>
#include <set>

#include "monitor/monitor.hpp"

namespace tandem::monitor {

struct ShownValue {
  RecordId id;
  std::int64_t version = 1;
  std::string updated_by;
  RecordId measure_id;
  std::optional<SchoolId> school_id;
  RecordId report_id;
  Date taken_on;
  std::optional<RecordId> group_id;
  bool suppressed = false;  // then nothing of what follows is told
  std::optional<double> value;
  std::optional<std::int64_t> n;
  std::optional<double> low;  // of shares: 95 % interval after Wilson, in percent
  std::optional<double> high;
};
BOOST_DESCRIBE_STRUCT(ShownValue, (),
                      (id, version, updated_by, measure_id, school_id, report_id, taken_on,
                       group_id, suppressed, value, n, low, high))

// What has to be known besides the values.
struct Beside {
  std::set<RecordId> shares;  // the measures in percent
  std::vector<plan::StudentGroup> groups;
  // What the plan tells of the same groups: baselines that say of how many students they are.
  std::vector<plan::GroupTarget> baselines;
};
// With a measure, the baselines of that one only.
Beside beside(db::Tx& tx, const DistrictId& district, const std::optional<RecordId>& measure);

// The values have to be all that there are of each measure and day among them: those of the
// district are totals of the schools', those of all students totals of the groups'. They keep
// their order. What may be shown is one question with the plan's baselines of that day
// (statistics/published.hpp).
std::vector<ShownValue> shown(const std::vector<Value>& values, const Beside& beside);

}  // namespace tandem::monitor
