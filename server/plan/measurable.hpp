// What makes a goal measurable: that it says what is to change, for whom and by when, that
// something is counted with where it stands and what is to be reached, and that the way there can
// be believed.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

// What is missing or odd, of the goal first and then of each measure in order. Looks at the
// district's own targets for all students, so that it is the same in every school's view.
std::vector<Finding> findings(const PlanGoal& goal);

}  // namespace tandem::plan
