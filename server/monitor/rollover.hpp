// Into the next school year: what the evaluation stops is stopped, what is done stays as it is,
// days move only where somebody asks, and nothing is copied: it is the same plan.
#pragma once

#include "monitor/evaluation.hpp"

namespace tandem::monitor {

struct Stopping {
  RecordId id;
  std::string title;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(Stopping, (), (id, title, why))
struct OpenActivity {
  RecordId id;
  RecordId strategy_id;
  std::optional<SchoolId> school_id;
  std::string title;
  std::optional<Date> due_on;
  std::optional<Date> moved_to;  // what a year later is; none: it has no day to move
};
BOOST_DESCRIBE_STRUCT(OpenActivity, (), (id, strategy_id, school_id, title, due_on, moved_to))

// An end target that falls due in the year that ends, of a goal that goes on.
struct EndingTarget {
  RecordId measure_id;
  std::string measure;
  std::string goal_title;
  std::optional<SchoolId> school_id;
  std::optional<RecordId> group_id;  // of one student group
  plan::TargetPoint end_target;
  Date moved_to;  // what a year later is
};
BOOST_DESCRIBE_STRUCT(EndingTarget, (),
                      (measure_id, measure, goal_title, school_id, group_id, end_target, moved_to))

struct RolloverPlan {
  SchoolYear from_year;
  SchoolYear to_year;
  std::int64_t revision = 0;  // of the plan that was looked at
  std::optional<Timestamp> done_at;
  std::vector<Stopping> goals;        // to be archived
  std::vector<Stopping> strategies;   // to be stopped, those of these goals too
  std::vector<OpenActivity> dropped;  // not done, of a strategy that stops
  std::vector<OpenActivity> open;     // not done, of one that goes on
  std::int64_t done_activities = 0;   // that stay as they are
  std::vector<Stopping> undecided;    // strategies without a conclusion: they go on
  std::vector<EndingTarget> targets;  // the district's before the schools'
};
BOOST_DESCRIBE_STRUCT(RolloverPlan, (),
                      (from_year, to_year, revision, done_at, goals, strategies, dropped, open,
                       done_activities, undecided, targets))

// What the plan is made of, as far as a roll-over needs it.
struct PlanRows {
  std::vector<plan::Goal> goals;
  std::vector<plan::Strategy> strategies;
  std::vector<plan::Activity> activities;
  std::vector<plan::Measure> measures;
  std::vector<plan::Target> targets;
  std::vector<plan::GroupTarget> group_targets;
};
// Pure. Order of the rows does not matter.
RolloverPlan plan_rollover(const SchoolYear& year, PlanRows rows,
                           const std::vector<Evaluation>& evaluations);
SchoolYear next_year(const SchoolYear& year);
// The same day a year later; 28 February for 29 February.
Date a_year_later(const Date& day);

// What was reached by the old day stays as a value on the way; the end target is this value, a year
// later. Pure. The first of twenty values on the way is given up where there is no more room.
plan::TargetFields a_year_on(plan::TargetFields targets, double value);

struct MovedTarget {
  RecordId measure_id;
  std::optional<SchoolId> school_id;
  std::optional<RecordId> group_id;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(MovedTarget, (), (measure_id, school_id, group_id, value))

struct RolloverFields {
  SchoolYear from_year;
  Whole<0, 9'007'199'254'740'991> revision;  // of the preview that was agreed to
  std::vector<RecordId> move;                // open activities whose days move on by a year
  std::optional<std::vector<MovedTarget>> targets = std::nullopt;  // that go on for a year
};
BOOST_DESCRIBE_STRUCT(RolloverFields, (), (from_year, revision, move, targets))
struct RolloverCounts {
  SchoolYear from_year;
  std::int64_t goals_archived = 0;
  std::int64_t strategies_stopped = 0;
  std::int64_t activities_dropped = 0;
  std::int64_t activities_moved = 0;
  std::int64_t targets_moved = 0;
};
BOOST_DESCRIBE_STRUCT(RolloverCounts, (),
                      (from_year, goals_archived, strategies_stopped, activities_dropped,
                       activities_moved, targets_moved))
struct Rollover : record::Head, RolloverCounts {
  static constexpr std::string_view table = "rollover", entity = "rollover";
  using Fields = RolloverCounts;
};
BOOST_DESCRIBE_STRUCT(Rollover, (record::Head, RolloverCounts), ())

Result<RolloverPlan> preview_rollover(db::Tx& tx, const DistrictId& district,
                                      const SchoolYear& year);
// All of it or nothing. 409 if it was done already or the plan has changed since the preview; 422
// for an activity or a target that is not among those that could move. A goal that would be over
// before a target of it ends a year later too.
Result<Rollover> roll_over(audit::Change& change, const RolloverFields& fields);

}  // namespace tandem::monitor
