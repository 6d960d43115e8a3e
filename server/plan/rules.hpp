// The plan's rules, without a store: what fields have to be like, where a goal applies, and how
// the one plan is put together and seen by one school.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

// What is wrong with the fields by themselves (who and what they refer to is for the store).
std::vector<FieldError> faults(const PlanFields& fields);
std::vector<FieldError> faults(const GoalFields& fields);
// Dates rise strictly: baseline, interim targets, end target.
std::vector<FieldError> faults(const TargetFields& fields);
// That too, and a baseline is about enough students to be shown.
std::vector<FieldError> faults(const GroupTargetFields& fields);
std::vector<FieldError> faults(const StrategyFields& fields);
std::vector<FieldError> faults(const ActivityFields& fields);
inline std::vector<FieldError> faults(const GoalReasonFields&) { return {}; }

// The student groups that federal law has reported on (ESSA, section 1111), and who is in none of
// a pair: what a new district begins with. The same as in migrations/0017_groups.sql.
struct UsualGroup {
  const char* name;
  const char* category;
};
const std::vector<UsualGroup>& usual_groups();

// Whether a goal applies to an open school. (To a closed one no goal applies.)
bool applies_to(const GoalFields& goal, const SchoolId& school);

// Every row of a district's plan, as the store has them, in any order.
struct Rows {
  Plan plan;
  std::vector<Goal> goals;
  std::vector<Measure> measures;
  std::vector<Target> targets;
  std::vector<Strategy> strategies;
  std::vector<Activity> activities;
  std::vector<FundingLine> lines;
  std::vector<FundingSource> sources;
  std::vector<GoalReason> reasons;
  std::vector<GroupTarget> group_targets;
  std::vector<Readiness> readiness;
  std::vector<StudentGroup> groups;
};

// Puts each row below its parent: goals, measures, strategies and activities by position and
// then age, the district's own targets, activities and lines before a school's. What is derived
// (findings, verdicts, warnings) comes with it.
WholePlan assemble(Rows rows);

// The plan as a school sees it: the goals that apply there and why, the district's targets,
// activities and money, and the school's own. No goals if the school is closed.
SchoolPlan seen_by(WholePlan plan, const SchoolId& school, bool open);

}  // namespace tandem::plan
