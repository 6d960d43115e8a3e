// What can be done to the plan. Each change moves the plan's revision on in its own transaction
// and is told to those who have the plan open.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

// The plan of a new district: no goals yet, for three school years from the current one.
void open_plan(audit::Change& change, const std::string& district_name);

}  // namespace tandem::plan
