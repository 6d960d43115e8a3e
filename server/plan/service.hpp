// What can be done to the plan. Each change moves the plan's revision on in its own transaction
// and is told to those who have the plan open. Fields that do not hold up are 422, what is not
// there 404, a version that is not the current one 412.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

// The plan of a new district: no goals yet, for three school years from the current one, and the
// student groups that federal law has reported on (ESSA, section 1111), for the district to edit.
void open_plan(audit::Change& change, const std::string& district_name);
// For what others own but the plan's views depend on: a school that opens or closes.
void touch(audit::Change& change);

Result<Plan> replace_plan(audit::Change& change, std::int64_t expected, const PlanFields& fields);

Result<Goal> create_goal(audit::Change& change, const GoalFields& fields);
Result<Goal> replace_goal(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const GoalFields& fields);
// Takes all below it along, each with its own audit entry; so do the other removals. 409 where
// that would lose what was committed and spent (fund/guard.hpp).
Result<void> remove_goal(audit::Change& change, const RecordId& id, std::int64_t expected);

// Why the goal applies to the school; expected is 0 if that has not been said yet. 404 unless it
// does apply.
Result<GoalReason> set_goal_reason(audit::Change& change, const RecordId& goal,
                                   const SchoolId& school, std::int64_t expected,
                                   const GoalReasonFields& fields);

Result<Measure> create_measure(audit::Change& change, const RecordId& goal,
                               const MeasureFields& fields);
Result<Measure> replace_measure(audit::Change& change, const RecordId& id, std::int64_t expected,
                                const MeasureFields& fields);
Result<void> remove_measure(audit::Change& change, const RecordId& id, std::int64_t expected);

// expected is 0 if there are no targets yet. With a school, 404 unless the goal applies there.
Result<Target> set_targets(audit::Change& change, const RecordId& measure,
                           const std::optional<SchoolId>& school, std::int64_t expected,
                           const TargetFields& fields);

// The same for one student group; 404 unless the district has it.
Result<GroupTarget> set_group_targets(audit::Change& change, const RecordId& measure,
                                      const std::optional<SchoolId>& school, const RecordId& group,
                                      std::int64_t expected, const GroupTargetFields& fields);

Result<StudentGroup> create_student_group(audit::Change& change, const StudentGroupFields& fields);
Result<StudentGroup> replace_student_group(audit::Change& change, const RecordId& id,
                                           std::int64_t expected, const StudentGroupFields& fields);

Result<Strategy> create_strategy(audit::Change& change, const RecordId& goal,
                                 const StrategyFields& fields);
Result<Strategy> replace_strategy(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const StrategyFields& fields);
Result<void> remove_strategy(audit::Change& change, const RecordId& id, std::int64_t expected);
// From today on it is not carried out any more: what is not done of it is dropped, what is done
// stays. 409 if it was stopped already. Gives how many activities were dropped.
Result<std::int64_t> stop_strategy(audit::Change& change, const RecordId& id,
                                   const std::string& why);

// expected is 0 if nobody has looked at it yet.
Result<Readiness> set_readiness(audit::Change& change, const RecordId& strategy,
                                std::int64_t expected, const ReadinessFields& fields);

// With a school, 404 unless the goal applies there. What it waits for has to be in the plan and,
// of a school's activity, in that school's view of it; never in a circle.
Result<Activity> create_activity(audit::Change& change, const RecordId& strategy,
                                 const std::optional<SchoolId>& school,
                                 const ActivityFields& fields);
Result<Activity> replace_activity(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const ActivityFields& fields);
Result<void> remove_activity(audit::Change& change, const RecordId& id, std::int64_t expected);

// More than the source has needs an over_reason (fund/guard.hpp).
Result<FundingLine> create_funding_line(audit::Change& change, const RecordId& strategy,
                                        const FundingLineFields& fields);
Result<FundingLine> replace_funding_line(audit::Change& change, const RecordId& id,
                                         std::int64_t expected, const FundingLineFields& fields);
Result<void> remove_funding_line(audit::Change& change, const RecordId& id, std::int64_t expected);

Result<FundingSource> create_funding_source(audit::Change& change,
                                            const FundingSourceFields& fields);
Result<FundingSource> replace_funding_source(audit::Change& change, const RecordId& id,
                                             std::int64_t expected,
                                             const FundingSourceFields& fields);

}  // namespace tandem::plan
