// What stands beside goals, measures and strategies, named by them: targets, reasons, readiness;
// and the student groups that targets are for.
#include <algorithm>
#include <map>

#include "plan/changing.hpp"
#include "plan/service.hpp"
#include "statistics/published.hpp"

namespace tandem::plan {
namespace {

constexpr std::int64_t kMaxGroups = 200;  // the contract's bound

// Everybody who reads the plan reads every baseline and of how many students it is, so one must
// not give a small group away together with the others of its day.
Result<void> tells_of_no_few(audit::Change& change, const RecordId& measure, const SchoolId& school,
                             const RecordId& group, const GroupTargetFields& fields) {
  if (!fields.baseline || !fields.students) return {};
  std::map<RecordId, std::string> categories;
  for (const auto& row : change.tx.rows_of<StudentGroup>(change.district, "")) {
    categories[row.id] = row.category.empty() ? "\n" + row.id.value : row.category.value;
  }
  const auto figure = [&](const SchoolId& where, const RecordId& of, std::int64_t students) {
    return statistics::Figure{where.value, categories[of], of.value, students, false};
  };
  std::vector<statistics::Figure> figures = {figure(school, group, fields.students->value)};
  for (const auto& row : change.tx.rows_of<GroupTarget>(
           change.district, "and measure_id = :measure and students is not null", measure)) {
    if (!row.baseline || row.baseline->on != fields.baseline->on) continue;
    if (row.school_id == school && row.group_id == group) continue;
    figures.push_back(figure(row.school_id, row.group_id, row.students->value));
  }
  const auto may = statistics::may_show(figures);
  if (std::find(may.begin(), may.end(), false) == may.end()) return {};
  return problem::invalid(
      "/baseline", fmt::format("would tell, together with the other baselines of that day, of "
                               "fewer than {} students: leave it out, or count more years or "
                               "schools together",
                               statistics::kFewestShown));
}

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
  CHECK_OK(tells_of_no_few(change, measure, key, group, fields));
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
