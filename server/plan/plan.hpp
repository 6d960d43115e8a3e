// The one plan: goals, their measures with targets, their strategies with activities and money.
// A school's plan is this plan restricted to the school; there is no second copy.
#pragma once

#include "plan/readiness.hpp"

namespace tandem::plan {

struct PlanFields {
  Name title;
  Text<0, 4000> summary;
  Date starts_on;
  Date ends_on;
};
BOOST_DESCRIBE_STRUCT(PlanFields, (), (title, summary, starts_on, ends_on))
struct Plan : record::Head, PlanFields {
  static constexpr std::string_view table = "plan", entity = "plan";
  using Fields = PlanFields;
  std::int64_t revision = 0;  // counts every change anywhere in the plan
};
BOOST_DESCRIBE_STRUCT(Plan, (record::Head, PlanFields), (revision))

enum class GoalStatus { active, maintenance, archived };
BOOST_DESCRIBE_ENUM(GoalStatus, active, maintenance, archived)

struct GoalFields {
  Position position;
  Name title;
  Text<0, 2000> statement;
  GoalStatus status = GoalStatus::active;
  std::optional<Date> starts_on;
  std::optional<Date> ends_on;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;  // the owner in words, if not a person of the district
  bool all_schools = true;
  std::vector<SchoolId> schools;           // where it applies, unless all_schools
  std::optional<Text<1, 2000>> challenge;  // need and root cause in a sentence, before the goal
  std::optional<RecordId> need_id;         // the need it answers, if that is recorded
  std::optional<Text<1, 300>> for_whom;    // such as: all students in grade 3
};
BOOST_DESCRIBE_STRUCT(GoalFields, (),
                      (position, title, statement, status, starts_on, ends_on, owner_id, owner_name,
                       all_schools, schools, challenge, need_id, for_whom))
struct Goal : record::Head, GoalFields {
  static constexpr std::string_view table = "goal", entity = "goal";
  using Fields = GoalFields;
};
BOOST_DESCRIBE_STRUCT(Goal, (record::Head, GoalFields), ())

// Why a goal applies to a building. One row for each goal and school that has said so.
struct GoalReasonFields {
  Text<0, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(GoalReasonFields, (), (reason))
struct GoalReason : GoalReasonFields {
  static constexpr std::string_view table = "goal_reason", entity = "goal_reason";
  using Fields = GoalReasonFields;
  RecordId goal_id;
  SchoolId school_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(GoalReason, (GoalReasonFields),
                      (goal_id, school_id, version, updated_at, updated_by))

enum class Direction { increase, decrease, maintain };
BOOST_DESCRIBE_ENUM(Direction, increase, decrease, maintain)

struct MeasureFields {
  Position position;
  Name name;
  Text<0, 40> unit;  // such as %
  Direction direction = Direction::increase;
  Text<0, 300> source;
};
BOOST_DESCRIBE_STRUCT(MeasureFields, (), (position, name, unit, direction, source))
struct Measure : record::Head, MeasureFields {
  static constexpr std::string_view table = "measure", entity = "measure";
  using Fields = MeasureFields;
  RecordId goal_id;
};
BOOST_DESCRIBE_STRUCT(Measure, (record::Head, MeasureFields), (goal_id))

// A value on a day.
struct TargetPoint {
  Date on;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(TargetPoint, (), (on, value))

struct TargetFields {
  std::optional<TargetPoint> baseline;
  std::vector<TargetPoint> interim;
  std::optional<TargetPoint> end_target;
};
BOOST_DESCRIBE_STRUCT(TargetFields, (), (baseline, interim, end_target))
// One row for each measure and school; the district's own has an empty school_id, which JSON
// shows as null.
struct Target : TargetFields {
  static constexpr std::string_view table = "target", entity = "target";
  using Fields = TargetFields;
  RecordId measure_id;
  SchoolId school_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Target, (TargetFields),
                      (measure_id, school_id, version, updated_at, updated_by))

// The groups of students that this district looks at, by its own names: in data, targets and
// monitoring. Those of one category (such as gender) share no student; without a category a group
// is by itself.
struct StudentGroupFields {
  Position position;
  Text<1, 120> name;
  bool active = true;  // false: no longer offered
  Text<0, 80> category;
};
BOOST_DESCRIBE_STRUCT(StudentGroupFields, (), (position, name, active, category))
struct StudentGroup : record::Head, StudentGroupFields {
  static constexpr std::string_view table = "student_group", entity = "student_group";
  using Fields = StudentGroupFields;
};
BOOST_DESCRIBE_STRUCT(StudentGroup, (record::Head, StudentGroupFields), ())

// Targets for one student group. A baseline says how many students it is about, so that none
// about a small group is kept.
struct GroupTargetFields : TargetFields {
  std::optional<Whole<0, 1'000'000>> students;
};
BOOST_DESCRIBE_STRUCT(GroupTargetFields, (TargetFields), (students))
// As a Target, and for one group.
struct GroupTarget : GroupTargetFields {
  static constexpr std::string_view table = "group_target", entity = "group_target";
  using Fields = GroupTargetFields;
  RecordId measure_id;
  SchoolId school_id;
  RecordId group_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(GroupTarget, (GroupTargetFields),
                      (measure_id, school_id, group_id, version, updated_at, updated_by))

// After ESSA: tier 1 strong, 2 moderate, 3 promising, 4 demonstrates a rationale.
enum class EvidenceTier { strong, moderate, promising, rationale, unknown };
BOOST_DESCRIBE_ENUM(EvidenceTier, strong, moderate, promising, rationale, unknown)

struct StrategyFields {
  Position position;
  Name title;
  Text<0, 4000> description;
  EvidenceTier evidence_tier = EvidenceTier::unknown;
  std::vector<System> systems;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
  std::optional<RecordId> library_id;  // the entry of the strategy library it was made from
};
BOOST_DESCRIBE_STRUCT(StrategyFields, (),
                      (position, title, description, evidence_tier, systems, owner_id, owner_name,
                       library_id))
struct Strategy : record::Head, StrategyFields {
  static constexpr std::string_view table = "strategy", entity = "strategy";
  using Fields = StrategyFields;
  RecordId goal_id;
  std::optional<Date> stopped_on;  // since when it is no longer carried out; it stays in the plan
  std::string stopped_why;
};
BOOST_DESCRIBE_STRUCT(Strategy, (record::Head, StrategyFields), (goal_id, stopped_on, stopped_why))

enum class ActivityStatus { not_started, in_progress, done, dropped };
BOOST_DESCRIBE_ENUM(ActivityStatus, not_started, in_progress, done, dropped)

struct ActivityFields {
  Position position;
  Text<1, 300> title;
  Text<0, 4000> detail;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
  std::optional<Date> starts_on;
  std::optional<Date> due_on;
  ActivityStatus status = ActivityStatus::not_started;
  std::optional<std::vector<RecordId>> waits_for;  // activities that have to be done first
};
BOOST_DESCRIBE_STRUCT(ActivityFields, (),
                      (position, title, detail, owner_id, owner_name, starts_on, due_on, status,
                       waits_for))
struct Activity : record::Head, ActivityFields {
  static constexpr std::string_view table = "activity", entity = "activity";
  using Fields = ActivityFields;
  RecordId strategy_id;
  std::optional<SchoolId> school_id;  // none: at district level
};
BOOST_DESCRIBE_STRUCT(Activity, (record::Head, ActivityFields), (strategy_id, school_id))

enum class SourceKind { federal, state, local, grant, other };
BOOST_DESCRIBE_ENUM(SourceKind, federal, state, local, grant, other)

struct FundingSourceFields {
  Text<1, 120> name;
  SourceKind kind = SourceKind::other;
  bool active = true;  // false: no longer offered for new lines
};
BOOST_DESCRIBE_STRUCT(FundingSourceFields, (), (name, kind, active))
struct FundingSource : record::Head, FundingSourceFields {
  static constexpr std::string_view table = "funding_source", entity = "funding_source";
  using Fields = FundingSourceFields;
};
BOOST_DESCRIBE_STRUCT(FundingSource, (record::Head, FundingSourceFields), ())

struct FundingLineFields {
  std::optional<SchoolId> school_id;  // none: for the district as a whole
  RecordId source_id;
  SchoolYear year;
  Cents amount_cents;
  Text<0, 500> note;
  // Why it is planned although the source does not have it; kept only where that is so.
  std::optional<Text<1, 500>> over_reason = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(FundingLineFields, (),
                      (school_id, source_id, year, amount_cents, note, over_reason))
struct FundingLine : record::Head, FundingLineFields {
  static constexpr std::string_view table = "funding_line", entity = "funding_line";
  using Fields = FundingLineFields;
  RecordId strategy_id;
};
BOOST_DESCRIBE_STRUCT(FundingLine, (record::Head, FundingLineFields), (strategy_id))

// What keeps a goal from being measurable, or its path from being believed; of one measure or of
// the goal itself. Each can be mended, and the pages say how.
enum class FindingKind {
  no_statement,     // nothing says what is to change
  no_audience,      // nor for whom
  no_end_date,      // nor by when
  no_measure,       // nothing is counted
  no_unit,          // what the numbers of a measure are
  no_baseline,      // where it stands
  no_end_target,    // what is to be reached
  wrong_way,        // the end target lies in the other direction than the measure says
  ends_after_goal,  // the end target is due after the goal is over
  out_of_range,     // a percentage below 0 or above 100
  no_interim,       // more than a year and no value to reach on the way
  path_turns,       // an interim target goes back on the one before
  path_leaps        // one stretch asks for more than twice the pace of the whole
};
BOOST_DESCRIBE_ENUM(FindingKind, no_statement, no_audience, no_end_date, no_measure, no_unit,
                    no_baseline, no_end_target, wrong_way, ends_after_goal, out_of_range,
                    no_interim, path_turns, path_leaps)
struct Finding {
  FindingKind kind{};
  std::optional<RecordId> measure_id;  // none: of the goal itself
};
BOOST_DESCRIBE_STRUCT(Finding, (), (kind, measure_id))

// What is odd about an activity and one that it waits for.
enum class WaitKind {
  due_too_early,    // due before the other is due
  begun_too_early,  // under way or done, and the other is not done
  waits_in_vain     // the other was dropped
};
BOOST_DESCRIBE_ENUM(WaitKind, due_too_early, begun_too_early, waits_in_vain)
struct WaitWarning {
  WaitKind kind{};
  RecordId activity_id;
  RecordId waits_for;
};
BOOST_DESCRIBE_STRUCT(WaitWarning, (), (kind, activity_id, waits_for))

// The plan in one piece, each thing with what is below it.
struct PlanMeasure : Measure {
  std::vector<Target> targets;             // of all students; the district's first
  std::vector<GroupTarget> group_targets;  // the district's first
};
BOOST_DESCRIBE_STRUCT(PlanMeasure, (Measure), (targets, group_targets))
struct PlanStrategy : Strategy {
  std::vector<Activity> activities;  // the district's first
  std::vector<FundingLine> funding;
  std::optional<JudgedReadiness> readiness;  // none: nobody has looked yet
};
BOOST_DESCRIBE_STRUCT(PlanStrategy, (Strategy), (activities, funding, readiness))
struct PlanGoal : Goal {
  std::vector<GoalReason> reasons;  // by school
  std::vector<PlanMeasure> measures;
  std::vector<PlanStrategy> strategies;
  std::vector<Finding> findings;  // of the district's own part, in every view
};
BOOST_DESCRIBE_STRUCT(PlanGoal, (Goal), (reasons, measures, strategies, findings))
struct WholePlan : Plan {
  std::vector<PlanGoal> goals;
  std::vector<FundingSource> funding_sources;
  std::vector<StudentGroup> student_groups;
  std::vector<WaitWarning> wait_warnings;  // of the activities that are shown
};
BOOST_DESCRIBE_STRUCT(WholePlan, (Plan), (goals, funding_sources, student_groups, wait_warnings))
struct SchoolPlan : WholePlan {
  SchoolId school_id;
};
BOOST_DESCRIBE_STRUCT(SchoolPlan, (WholePlan), (school_id))

}  // namespace tandem::plan
