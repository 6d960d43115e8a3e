#include "plan/service.hpp"

#include <array>

#include "fund/guard.hpp"
#include "plan/changing.hpp"
#include "plan/waiting.hpp"

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

// before is the strategy as it was: what it was made from stays, though it may have gone since.
std::vector<FieldError> check_strategy(audit::Change& change, const StrategyFields& fields,
                                       const Strategy* before) {
  auto errors = check(change, fields);
  const bool kept = before != nullptr && before->library_id == fields.library_id;
  if (fields.library_id && !kept &&
      !is_in_library(change.tx, change.district, *fields.library_id)) {
    errors.push_back({"/library_id", "is not in the strategy library of the district"});
  }
  return errors;
}

struct Waiting {
  RecordId id;
  std::optional<SchoolId> school_id;
  std::optional<std::vector<RecordId>> waits_for;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, school_id, waits_for))

// id is empty for an activity that is about to be made: nothing can wait for it yet.
std::vector<FieldError> check_activity(audit::Change& change, const ActivityFields& fields,
                                       const RecordId& id, const std::optional<SchoolId>& school) {
  auto errors = check(change, fields);
  if (!fields.waits_for || fields.waits_for->empty()) return errors;
  Waits waits;
  std::map<RecordId, std::optional<SchoolId>> known;
  for (auto& row : change.tx.all<Waiting>(
           "select id, school_id, waits_for from activity where district_id = :district",
           change.district)) {
    known.emplace(row.id, row.school_id);
    if (row.waits_for) waits.emplace(row.id, std::move(*row.waits_for));
  }
  for (std::size_t i = 0; i < fields.waits_for->size(); ++i) {
    const auto& on = (*fields.waits_for)[i];
    const auto other = known.find(on);
    const auto add = [&](std::string detail) {
      errors.push_back({fmt::format("/waits_for/{}", i), std::move(detail)});
    };
    if (other == known.end()) {
      add("is not an activity of the plan");
    } else if (school && other->second && other->second != school) {
      add("is an activity of another school");
    } else if (would_circle(waits, id, {on})) {
      add("waits for this activity itself");
    }
  }
  return errors;
}

// Nothing waits any longer for what is gone.
void stop_waiting_for(audit::Change& change, const std::vector<Activity>& gone) {
  if (gone.empty()) return;
  std::set<RecordId> ids;
  for (const Activity& activity : gone) ids.insert(activity.id);
  for (const auto& row :
       change.tx.rows_of<Activity>(change.district, "and waits_for is not null")) {
    // Read in this transaction, so nobody is in between.
    (void)record::update(change, row, [&](Activity& activity) {
      std::erase_if(*activity.waits_for, [&](const RecordId& on) { return ids.count(on) > 0; });
    });
  }
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
  std::int64_t position = 0;
  for (const auto& group : usual_groups()) {
    record::create<StudentGroup>(change, {{position += 10}, {group.name}, true, {group.category}});
  }
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
  CHECK_OK(fund::nothing_spent(change.tx, change.district, fund::Below::goal, id));
  return remove_with<Goal>(change, id, expected, [&] {
    const auto below = [](const std::string& parent) {
      return "and " + parent + "_id in (select id from " + parent +
             " where district_id = :owner and goal_id = :goal)";
    };
    take_away<Target>(change, below("measure"), change.district, id);
    take_away<GroupTarget>(change, below("measure"), change.district, id);
    take_away<Measure>(change, "and goal_id = :goal", id);
    take_away<FundingLine>(change, below("strategy"), change.district, id);
    stop_waiting_for(change, take_away<Activity>(change, below("strategy"), change.district, id));
    take_away<Readiness>(change, below("strategy"), change.district, id);
    take_away<Strategy>(change, "and goal_id = :goal", id);
    take_away<GoalReason>(change, "and goal_id = :goal", id);
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
  return remove_with<Measure>(change, id, expected, [&] {
    take_away<Target>(change, "and measure_id = :measure", id);
    take_away<GroupTarget>(change, "and measure_id = :measure", id);
  });
}

Result<Strategy> create_strategy(audit::Change& change, const RecordId& goal,
                                 const StrategyFields& fields) {
  count_change(change);
  CHECK_OK(record::find<Goal>(change.tx, change.district, goal));
  CHECK_OK(no_faults(check_strategy(change, fields, nullptr)));
  CHECK_OK(room_for<Strategy>(change, kMaxBelowGoal, "and goal_id = :goal", goal));
  return announced(
      change, record::create<Strategy>(change, fields, [&](Strategy& row) { row.goal_id = goal; }));
}

Result<Strategy> replace_strategy(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const StrategyFields& fields) {
  return replace_checked<Strategy>(change, id, expected, fields, [&](const Strategy& before) {
    return check_strategy(change, fields, &before);
  });
}

Result<void> remove_strategy(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(fund::nothing_spent(change.tx, change.district, fund::Below::strategy, id));
  return remove_with<Strategy>(change, id, expected, [&] {
    take_away<FundingLine>(change, "and strategy_id = :strategy", id);
    take_away<Readiness>(change, "and strategy_id = :strategy", id);
    stop_waiting_for(change, take_away<Activity>(change, "and strategy_id = :strategy", id));
  });
}

Result<std::int64_t> stop_strategy(audit::Change& change, const RecordId& id,
                                   const std::string& why) {
  count_change(change);
  TRY(const auto before, record::find<Strategy>(change.tx, change.district, id));
  if (before.stopped_on) return problem::conflict("This strategy was stopped already.");
  TRY(auto after, record::update(change, before, [&](Strategy& row) {
        row.stopped_on = change.now.date();
        row.stopped_why = why;
      }));
  announced(change, std::move(after));
  std::int64_t dropped = 0;
  for (const auto& activity : change.tx.rows_of<Activity>(
           change.district,
           "and strategy_id = :strategy and status in ('not_started', 'in_progress') order by id",
           id)) {
    TRY(auto row, record::update(change, activity, [](Activity& edited) {
          edited.status = ActivityStatus::dropped;
        }));
    announced(change, std::move(row));
    ++dropped;
  }
  return dropped;
}

Result<Activity> create_activity(audit::Change& change, const RecordId& strategy,
                                 const std::optional<SchoolId>& school,
                                 const ActivityFields& fields) {
  count_change(change);
  TRY(const auto parent, record::find<Strategy>(change.tx, change.district, strategy));
  if (school) CHECK_OK(must_apply(change, parent.goal_id, *school, "strategy"));
  CHECK_OK(no_faults(check_activity(change, fields, {}, school)));
  CHECK_OK(room_for<Activity>(change, kMaxActivities, "and strategy_id = :strategy", strategy));
  return announced(change, record::create<Activity>(change, fields, [&](Activity& row) {
                     row.strategy_id = strategy;
                     row.school_id = school;
                   }));
}

Result<Activity> replace_activity(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const ActivityFields& fields) {
  return replace_checked<Activity>(change, id, expected, fields, [&](const Activity& before) {
    return check_activity(change, fields, id, before.school_id);
  });
}

Result<void> remove_activity(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return remove_with<Activity>(change, id, expected, [&] {
    Activity gone;
    gone.id = id;
    stop_waiting_for(change, {gone});
  });
}

}  // namespace tandem::plan
