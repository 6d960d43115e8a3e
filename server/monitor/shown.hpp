// Values as they may be shown: without those about fewer than ten students and those from which
// such a one could be worked out, and with the interval that a share of n students stands for.
// Every answer with a value goes through here. Pure.
#pragma once

#include <functional>

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
  StudentGroup student_group = StudentGroup::all;
  bool suppressed = false;  // then nothing of what follows is told
  std::optional<double> value;
  std::optional<std::int64_t> n;
  std::optional<double> low;  // of shares: 95 % interval after Wilson, in percent
  std::optional<double> high;
};
BOOST_DESCRIBE_STRUCT(ShownValue, (),
                      (id, version, updated_by, measure_id, school_id, report_id, taken_on,
                       student_group, suppressed, value, n, low, high))

// Groups of one dimension (gender, race and ethnicity, ...) do not overlap. 0 is all students.
int dimension_of(StudentGroup group);

// The values have to be all that there are of each measure and day among them: those of the
// district are totals of the schools', those of all students totals of the groups'. They keep
// their order.
std::vector<ShownValue> shown(const std::vector<Value>& values,
                              const std::function<bool(const RecordId&)>& is_share_of);

}  // namespace tandem::monitor
