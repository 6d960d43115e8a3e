// What stands beside goals, measures and strategies, named by them: targets, reasons, readiness;
// and the student groups that targets are for.
#include "plan/changing.hpp"
#include "plan/service.hpp"

namespace tandem::plan {
namespace {

constexpr std::int64_t kMaxGroups = 200;  // the contract's bound

}  // namespace

Result<GoalReason> set_goal_reason(audit::Change& change, const RecordId& goal,
                                   const SchoolId& school, std::int64_t expected,
                                   const GoalReasonFields& fields) {
  count_change(change);
  CHECK_OK(must_apply(change, goal, school, "goal"));
  return set_row<GoalReason>(change, {fields, goal, school}, expected,
                             "and goal_id = :goal and school_id = :school", goal, school);
}

Result<Target> set_targets(audit::Change& change, const RecordId& measure,
                           const std::optional<SchoolId>& school, std::int64_t expected,
                           const TargetFields& fields) {
  count_change(change);
  TRY(const auto parent, record::find<Measure>(change.tx, change.district, measure));
  if (school) CHECK_OK(must_apply(change, parent.goal_id, *school, "measure"));
  const SchoolId key = school.value_or(SchoolId{});
  return set_row<Target>(change, {fields, measure, key}, expected,
                         "and measure_id = :measure and school_id = :school", measure, key);
}

Result<GroupTarget> set_group_targets(audit::Change& change, const RecordId& measure,
                                      const std::optional<SchoolId>& school, const RecordId& group,
                                      std::int64_t expected, const GroupTargetFields& fields) {
  count_change(change);
  TRY(const auto parent, record::find<Measure>(change.tx, change.district, measure));
  TRY(const auto of, record::find<StudentGroup>(change.tx, change.district, group));
  if (school) CHECK_OK(must_apply(change, parent.goal_id, *school, "measure"));
  if (expected == 0 && !of.active) {
    return problem::invalid("", of.name.value + " is no longer a student group of the district");
  }
  const SchoolId key = school.value_or(SchoolId{});
  return set_row<GroupTarget>(
      change, {fields, measure, key, group}, expected,
      "and measure_id = :measure and school_id = :school and group_id = :group", measure, key,
      group);
}

Result<StudentGroup> create_student_group(audit::Change& change, const StudentGroupFields& fields) {
  count_change(change);
  CHECK_OK(room_for<StudentGroup>(change, kMaxGroups, ""));
  return announced(change, record::create<StudentGroup>(change, fields));
}

Result<StudentGroup> replace_student_group(audit::Change& change, const RecordId& id,
                                           std::int64_t expected,
                                           const StudentGroupFields& fields) {
  return replace_checked<StudentGroup>(
      change, id, expected, fields, [](const StudentGroup&) { return std::vector<FieldError>{}; });
}

Result<Readiness> set_readiness(audit::Change& change, const RecordId& strategy,
                                std::int64_t expected, const ReadinessFields& fields) {
  count_change(change);
  CHECK_OK(record::find<Strategy>(change.tx, change.district, strategy));
  return set_row<Readiness>(change, {fields, strategy}, expected, "and strategy_id = :strategy",
                            strategy);
}

}  // namespace tandem::plan
