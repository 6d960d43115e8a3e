#include "plan/service.hpp"

#include "plan/changing.hpp"

namespace tandem::plan {
namespace {

constexpr int kPlanYears = 3;  // what state plans usually run for
// The contract's bounds.
constexpr std::int64_t kMaxGoals = 1000;
constexpr std::int64_t kMaxBelowGoal = 200;
constexpr std::int64_t kMaxActivities = 10'000;

// The faults of fields with an owner, that too.
template <class Fields>
std::vector<FieldError> check(audit::Change& change, const Fields& fields) {
  auto errors = faults(fields);
  if (fields.owner_id && !is_person(change.tx, change.district, *fields.owner_id)) {
    errors.push_back({"/owner_id", "is not a person of the district"});
  }
  return errors;
}

std::vector<FieldError> check_goal(audit::Change& change, const GoalFields& fields) {
  auto errors = check(change, fields);
  if (fields.schools.empty()) return errors;
  const auto known = known_schools(change.tx, change.district);
  for (std::size_t i = 0; i < fields.schools.size(); ++i) {
    if (known.count(fields.schools[i]) == 0) {
      errors.push_back({fmt::format("/schools/{}", i), "is not a school of the district"});
    }
  }
  return errors;
}

}  // namespace

Result<void> must_apply(audit::Change& change, const RecordId& goal, const SchoolId& school,
                        const std::string& what) {
  TRY(const auto found, record::find<Goal>(change.tx, change.district, goal));
  if (applies_to(found, school) && is_open_school(change.tx, change.district, school)) return {};
  return problem::not_found(what + " in the plan of this school");
}

void open_plan(audit::Change& change, const std::string& district_name) {
  const int first = std::stoi(SchoolYear::of(change.now.date()).value.substr(0, 4));
  std::string title = district_name + ": continuous improvement plan";
  if (count_characters(title) > 200) title = "Continuous improvement plan";
  const PlanFields fields{{title},
                          {},
                          Date{fmt::format("{}-07-01", first)},
                          Date{fmt::format("{}-06-30", first + kPlanYears)}};
  announced(change, record::create<Plan>(change, fields, [](Plan& row) { row.revision = 1; }));
}

void touch(audit::Change& change) {
  count_change(change);
  const auto plan = change.tx.row_of<Plan>(change.district, "");
  if (plan) announced(change, *plan);
}

Result<Plan> replace_plan(audit::Change& change, std::int64_t expected, const PlanFields& fields) {
  const auto plan = change.tx.row_of<Plan>(change.district, "");
  if (!plan) return problem::not_found("plan");
  return replace_checked<Plan>(change, plan->id, expected, fields,
                               [&](const Plan&) { return faults(fields); });
}

Result<Goal> create_goal(audit::Change& change, const GoalFields& fields) {
  count_change(change);
  CHECK_OK(no_faults(check_goal(change, fields)));
  CHECK_OK(room_for<Goal>(change, kMaxGoals, ""));
  return announced(change, record::create<Goal>(change, fields));
}

Result<Goal> replace_goal(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const GoalFields& fields) {
  return replace_checked<Goal>(change, id, expected, fields,
                               [&](const Goal&) { return check_goal(change, fields); });
}

Result<void> remove_goal(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return remove_with<Goal>(change, id, expected, [&] {
    const auto below = [](const std::string& parent) {
      return "and " + parent + "_id in (select id from " + parent +
             " where district_id = :owner and goal_id = :goal)";
    };
    take_away<Target>(change, below("measure"), change.district, id);
    take_away<Measure>(change, "and goal_id = :goal", id);
    take_away<FundingLine>(change, below("strategy"), change.district, id);
    take_away<Activity>(change, below("strategy"), change.district, id);
    take_away<Strategy>(change, "and goal_id = :goal", id);
  });
}

Result<Measure> create_measure(audit::Change& change, const RecordId& goal,
                               const MeasureFields& fields) {
  count_change(change);
  CHECK_OK(record::find<Goal>(change.tx, change.district, goal));
  CHECK_OK(room_for<Measure>(change, kMaxBelowGoal, "and goal_id = :goal", goal));
  return announced(
      change, record::create<Measure>(change, fields, [&](Measure& row) { row.goal_id = goal; }));
}

Result<Measure> replace_measure(audit::Change& change, const RecordId& id, std::int64_t expected,
                                const MeasureFields& fields) {
  return replace_checked<Measure>(change, id, expected, fields,
                                  [](const Measure&) { return std::vector<FieldError>{}; });
}

Result<void> remove_measure(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return remove_with<Measure>(change, id, expected,
                              [&] { take_away<Target>(change, "and measure_id = :measure", id); });
}

Result<Target> set_targets(audit::Change& change, const RecordId& measure,
                           const std::optional<SchoolId>& school, std::int64_t expected,
                           const TargetFields& fields) {
  count_change(change);
  TRY(const auto parent, record::find<Measure>(change.tx, change.district, measure));
  if (school) CHECK_OK(must_apply(change, parent.goal_id, *school, "measure"));
  const SchoolId key = school.value_or(SchoolId{});
  const auto before = change.tx.row_of<Target>(
      change.district, "and measure_id = :measure and school_id = :school", measure, key);
  const auto version = before ? before->version : 0;
  if (version != expected) return problem::stale(json::write(before));
  CHECK_OK(no_faults(faults(fields)));

  Target after{fields, measure, key, version + 1, change.now, change.actor.name};
  if (before && json::write(static_cast<const TargetFields&>(*before)) == json::write(fields)) {
    return *before;
  }
  if (before) {
    change.tx.update(change.district, after,
                     "and measure_id = :key_measure and school_id = :key_school", measure, key);
  } else {
    change.tx.insert(change.district, after);
  }
  change.record(Target::entity, audit_id(after), school, json::write(before), json::write(after));
  change.announce("plan", Target::entity, audit_id(after), after.version);
  return after;
}

Result<Strategy> create_strategy(audit::Change& change, const RecordId& goal,
                                 const StrategyFields& fields) {
  count_change(change);
  CHECK_OK(record::find<Goal>(change.tx, change.district, goal));
  CHECK_OK(no_faults(check(change, fields)));
  CHECK_OK(room_for<Strategy>(change, kMaxBelowGoal, "and goal_id = :goal", goal));
  return announced(
      change, record::create<Strategy>(change, fields, [&](Strategy& row) { row.goal_id = goal; }));
}

Result<Strategy> replace_strategy(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const StrategyFields& fields) {
  return replace_checked<Strategy>(change, id, expected, fields,
                                   [&](const Strategy&) { return check(change, fields); });
}

Result<void> remove_strategy(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return remove_with<Strategy>(change, id, expected, [&] {
    take_away<FundingLine>(change, "and strategy_id = :strategy", id);
    take_away<Activity>(change, "and strategy_id = :strategy", id);
  });
}

Result<Activity> create_activity(audit::Change& change, const RecordId& strategy,
                                 const std::optional<SchoolId>& school,
                                 const ActivityFields& fields) {
  count_change(change);
  TRY(const auto parent, record::find<Strategy>(change.tx, change.district, strategy));
  if (school) CHECK_OK(must_apply(change, parent.goal_id, *school, "strategy"));
  CHECK_OK(no_faults(check(change, fields)));
  CHECK_OK(room_for<Activity>(change, kMaxActivities, "and strategy_id = :strategy", strategy));
  return announced(change, record::create<Activity>(change, fields, [&](Activity& row) {
                     row.strategy_id = strategy;
                     row.school_id = school;
                   }));
}

Result<Activity> replace_activity(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const ActivityFields& fields) {
  return replace_checked<Activity>(change, id, expected, fields,
                                   [&](const Activity&) { return check(change, fields); });
}

Result<void> remove_activity(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return remove_with<Activity>(change, id, expected, [] {});
}

}  // namespace tandem::plan
