// A district as large as they come, with a full plan: for benchmarks and for tests of size.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

struct Large {
  int schools = 40;
  int goals = 12;
  int strategies_of_goal = 5;
  int activities_of_strategy = 10;
};

// Adds the schools and the plan's content to the change's district, which has a plan already.
// The same content every time.
Result<void> make_large(audit::Change& change, const Large& size = {});

}  // namespace tandem::plan
