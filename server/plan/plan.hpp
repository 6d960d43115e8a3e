// The one plan: goals, their measures with targets, their strategies with activities and money.
// A school's plan is this plan restricted to the school; there is no second copy.
#pragma once

#include "record/record.hpp"

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
  std::vector<SchoolId> schools;  // where it applies, unless all_schools
};
BOOST_DESCRIBE_STRUCT(GoalFields, (),
                      (position, title, statement, status, starts_on, ends_on, owner_id, owner_name,
                       all_schools, schools))
struct Goal : record::Head, GoalFields {
  static constexpr std::string_view table = "goal", entity = "goal";
  using Fields = GoalFields;
};
BOOST_DESCRIBE_STRUCT(Goal, (record::Head, GoalFields), ())

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
  RecordId measure_id;
  SchoolId school_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Target, (TargetFields),
                      (measure_id, school_id, version, updated_at, updated_by))

// After ESSA: tier 1 strong, 2 moderate, 3 promising, 4 demonstrates a rationale.
enum class EvidenceTier { strong, moderate, promising, rationale, unknown };
BOOST_DESCRIBE_ENUM(EvidenceTier, strong, moderate, promising, rationale, unknown)

enum class System {
  leadership,
  curriculum,
  data,
  student_support,
  technology,
  communication,
  human_resources,
  finance,
  transportation,
  food_service
};
BOOST_DESCRIBE_ENUM(System, leadership, curriculum, data, student_support, technology,
                    communication, human_resources, finance, transportation, food_service)

struct StrategyFields {
  Position position;
  Name title;
  Text<0, 4000> description;
  EvidenceTier evidence_tier = EvidenceTier::unknown;
  std::vector<System> systems;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
};
BOOST_DESCRIBE_STRUCT(StrategyFields, (),
                      (position, title, description, evidence_tier, systems, owner_id, owner_name))
struct Strategy : record::Head, StrategyFields {
  static constexpr std::string_view table = "strategy", entity = "strategy";
  using Fields = StrategyFields;
  RecordId goal_id;
};
BOOST_DESCRIBE_STRUCT(Strategy, (record::Head, StrategyFields), (goal_id))

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
};
BOOST_DESCRIBE_STRUCT(ActivityFields, (),
                      (position, title, detail, owner_id, owner_name, starts_on, due_on, status))
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
};
BOOST_DESCRIBE_STRUCT(FundingLineFields, (), (school_id, source_id, year, amount_cents, note))
struct FundingLine : record::Head, FundingLineFields {
  static constexpr std::string_view table = "funding_line", entity = "funding_line";
  using Fields = FundingLineFields;
  RecordId strategy_id;
};
BOOST_DESCRIBE_STRUCT(FundingLine, (record::Head, FundingLineFields), (strategy_id))

// The plan in one piece, each thing with what is below it.
struct PlanMeasure : Measure {
  std::vector<Target> targets;  // the district's first
};
BOOST_DESCRIBE_STRUCT(PlanMeasure, (Measure), (targets))
struct PlanStrategy : Strategy {
  std::vector<Activity> activities;  // the district's first
  std::vector<FundingLine> funding;
};
BOOST_DESCRIBE_STRUCT(PlanStrategy, (Strategy), (activities, funding))
struct PlanGoal : Goal {
  std::vector<PlanMeasure> measures;
  std::vector<PlanStrategy> strategies;
};
BOOST_DESCRIBE_STRUCT(PlanGoal, (Goal), (measures, strategies))
struct WholePlan : Plan {
  std::vector<PlanGoal> goals;
  std::vector<FundingSource> funding_sources;
};
BOOST_DESCRIBE_STRUCT(WholePlan, (Plan), (goals, funding_sources))
struct SchoolPlan : WholePlan {
  SchoolId school_id;
};
BOOST_DESCRIBE_STRUCT(SchoolPlan, (WholePlan), (school_id))

}  // namespace tandem::plan
