// Activities that wait for others: never in a circle, and what is odd about the dates.
#pragma once

#include <map>

#include "plan/plan.hpp"

namespace tandem::plan {

// For each activity those it waits for.
using Waits = std::map<RecordId, std::vector<RecordId>>;

// Whether an activity would wait for itself, by whatever way round, if it waited for these.
bool would_circle(const Waits& waits, const RecordId& activity, const std::vector<RecordId>& on);

// In the order of the plan. What a finished or dropped activity waited for is of no interest,
// except that it was begun too early.
std::vector<WaitWarning> wait_warnings(const WholePlan& plan);

}  // namespace tandem::plan
