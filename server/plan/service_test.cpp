#include "plan/large.hpp"
#include "plan/testing.hpp"

namespace tandem::plan {
namespace {

class PlanService : public PlanTest {};

TEST_P(PlanService, ANewDistrictHasAnEmptyPlan) {
  const auto whole = plan();
  EXPECT_EQ(whole.title.value, "Birch Lake: continuous improvement plan");
  EXPECT_EQ(whole.revision, 1);
  EXPECT_TRUE(whole.goals.empty());
  EXPECT_EQ(SchoolYear::of(whole.starts_on), SchoolYear::of(Timestamp::now().date()));
  EXPECT_TRUE(faults(whole).empty());
  read([&](db::Tx& tx) {
    const auto elsewhere = new_id<DistrictId>();
    EXPECT_EQ(revision(tx, elsewhere), std::nullopt);
    EXPECT_EQ(read_plan(tx, elsewhere).error().status, 404);
    EXPECT_EQ(school_state(tx, district, new_id<SchoolId>()).error().status, 404);
    EXPECT_TRUE(school_state(tx, district, north)->open);
  });
  expect_indexed();
}

TEST_P(PlanService, PutsThePlanTogetherInTwelveQueries) {
  const auto second = add_goal("Attendance", 2);
  const auto first = add_goal("Reading", 1);
  const auto measure = add_measure(first);
  const auto strategy = add_strategy(first);
  add_activity(strategy, south).value();
  add_activity(strategy).value();
  const auto source = add_source();
  add_line(strategy, source, north).value();
  add_line(strategy, source).value();
  targets(measure, south, 0, 80).value();
  targets(measure, {}, 0, 90).value();

  statements.clear();
  const auto whole = plan();
  EXPECT_EQ(statements.size(), 12U);
  ASSERT_EQ(whole.goals.size(), 2U);
  EXPECT_EQ(whole.goals[0].id, first.id);
  EXPECT_EQ(whole.goals[1].id, second.id);
  const auto& goal = whole.goals[0];
  ASSERT_EQ(goal.measures.size(), 1U);
  ASSERT_EQ(goal.measures[0].targets.size(), 2U);
  EXPECT_TRUE(goal.measures[0].targets[0].school_id.empty()) << "the district's own first";
  EXPECT_EQ(goal.measures[0].targets[0].end_target->value, 90);
  EXPECT_EQ(goal.measures[0].targets[1].interim.at(0).value, 60.5);
  ASSERT_EQ(goal.strategies.size(), 1U);
  EXPECT_EQ(goal.strategies[0].systems, (std::vector{System::curriculum, System::data}));
  ASSERT_EQ(goal.strategies[0].activities.size(), 2U);
  EXPECT_EQ(goal.strategies[0].activities[1].school_id, south);
  ASSERT_EQ(goal.strategies[0].funding.size(), 2U);
  EXPECT_EQ(goal.strategies[0].funding[1].school_id, north);
  EXPECT_EQ(whole.funding_sources.size(), 1U);
  expect_indexed();
}

TEST_P(PlanService, EveryChangeCountsAndIsToldOnce) {
  auto expected = plan().revision;
  const auto counts = [&](const std::string& entity) {
    EXPECT_EQ(plan().revision, ++expected) << entity;
    ASSERT_EQ(events.size(), 1U) << entity;
    EXPECT_EQ(events[0].topic, "plan");
    EXPECT_EQ(events[0].entity, entity);
    EXPECT_EQ(events[0].by, actor.name);
  };
  const auto goal = add_goal("Reading");
  counts("goal");
  const auto measure = add_measure(goal);
  counts("measure");
  const auto strategy = add_strategy(goal);
  counts("strategy");
  const auto activity = add_activity(strategy, north).value();
  counts("activity");
  const auto source = add_source();
  counts("funding_source");
  const auto line = add_line(strategy, source).value();
  counts("funding_line");
  targets(measure, north, 0, 80).value();
  counts("target");
  EXPECT_EQ(events[0].id, measure.id.value + "/" + north.value);
  must_write([&](audit::Change& change) {
    return replace_plan(change, 1, {{"One plan"}, {}, Date{"2026-07-01"}, Date{"2029-06-30"}});
  });
  counts("plan");
  EXPECT_EQ(plan().title.value, "One plan");
  must_write([&](audit::Change& change) {
    auto fields = static_cast<FundingSourceFields>(source);
    fields.active = false;
    return replace_funding_source(change, source.id, 1, fields);
  });
  counts("funding_source");
  must_write([&](audit::Change& change) {
    auto fields = static_cast<FundingLineFields>(line);
    fields.amount_cents.value += 1;  // its source is retired, and stays
    return replace_funding_line(change, line.id, 1, fields);
  });
  counts("funding_line");
  must_write([&](audit::Change& change) { return remove_funding_line(change, line.id, 2); });
  counts("funding_line");
  EXPECT_EQ(events[0].version, 0);
  must_write([&](audit::Change& change) { return remove_activity(change, activity.id, 1); });
  counts("activity");
  must_write([&](audit::Change& change) { return remove_measure(change, measure.id, 1); });
  counts("measure");
  EXPECT_EQ(rows("target"), 0);
  expect_indexed();
}

TEST_P(PlanService, AStaleChangeIsRefusedAndNotCounted) {
  const auto goal = add_goal("Reading");
  auto fields = static_cast<GoalFields>(goal);
  fields.title = {"Reading by grade three"};
  must_write([&](audit::Change& change) { return replace_goal(change, goal.id, 1, fields); });
  const auto before = plan().revision;
  const auto refused =
      write([&](audit::Change& change) { return replace_goal(change, goal.id, 1, fields); });
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().status, 412);
  EXPECT_EQ(refused.error().current->at("title").as_string(), "Reading by grade three");
  EXPECT_EQ(
      write([&](audit::Change& change) { return remove_goal(change, goal.id, 1); }).error().status,
      412);
  EXPECT_EQ(plan().revision, before);
}

TEST_P(PlanService, TargetsHaveOneRowForEachMeasureAndSchool) {
  const auto measure = add_measure(add_goal("Reading"));
  EXPECT_EQ(targets(measure, {}, 1, 90).error().status, 412) << "there is none yet";
  EXPECT_EQ(targets(measure, {}, 0, 90)->version, 1);
  EXPECT_EQ(targets(measure, north, 0, 80)->version, 1);
  const auto stale = targets(measure, north, 0, 85);
  ASSERT_FALSE(stale.has_value());
  EXPECT_EQ(stale.error().current->at("version").as_int64(), 1);
  const auto again = targets(measure, north, 1, 85).value();
  EXPECT_EQ(again.version, 2);
  EXPECT_EQ(again.school_id, north);
  EXPECT_EQ(targets(measure, north, 2, 85)->version, 2) << "nothing changed";
  EXPECT_EQ(rows("target"), 2);
  EXPECT_EQ(entries("target"), 3);
  EXPECT_EQ(write([&](audit::Change& change) {
              return set_targets(change, measure.id, north, 2,
                                 {on("2026-06-30", 1), {}, on("2026-06-30", 2)});
            })
                .error()
                .errors.at(0)
                .pointer,
            "/end_target/on");
  expect_indexed();
}

TEST_P(PlanService, ASchoolAddsOnlyWhereTheGoalApplies) {
  const auto closed = add_school("Closed", "closed");
  const auto goal = add_goal_for(north);
  const auto measure = add_measure(goal);
  const auto strategy = add_strategy(goal);
  const auto source = add_source();
  EXPECT_TRUE(targets(measure, north, 0, 80).has_value());
  EXPECT_EQ(targets(measure, south, 0, 80).error().status, 404);
  EXPECT_TRUE(add_activity(strategy, north).has_value());
  EXPECT_EQ(add_activity(strategy, south).error().status, 404);
  EXPECT_TRUE(add_line(strategy, source, north).has_value());
  EXPECT_EQ(add_line(strategy, source, south).error().errors.at(0).pointer, "/school_id");

  const auto everywhere = add_measure(add_goal("Everywhere"));
  EXPECT_TRUE(targets(everywhere, south, 0, 80).has_value());
  EXPECT_EQ(targets(everywhere, closed, 0, 80).error().status, 404);
  EXPECT_EQ(targets(everywhere, new_id<SchoolId>(), 0, 80).error().status, 404);

  EXPECT_EQ(seen_by(plan(), north, true).goals.size(), 2U);
  EXPECT_EQ(seen_by(plan(), south, true).goals.size(), 1U);
  expect_indexed();
}

TEST_P(PlanService, RefersOnlyToWhatIsThere) {
  const auto refused = [&](const GoalFields& fields) {
    const auto result = write([&](audit::Change& change) { return create_goal(change, fields); });
    return result.has_value() ? "" : result.error().errors.at(0).pointer;
  };
  GoalFields fields;
  fields.title = {"Reading"};
  fields.owner_id = new_id<PersonId>();
  EXPECT_EQ(refused(fields), "/owner_id");
  fields.owner_id = add_person("Ana Ruiz");
  fields.all_schools = false;
  fields.schools = {north, new_id<SchoolId>()};
  EXPECT_EQ(refused(fields), "/schools/1");
  fields.schools.pop_back();
  EXPECT_EQ(refused(fields), "");

  const auto strategy = add_strategy(add_goal("Reading"));
  const auto retired = add_source(false);
  EXPECT_EQ(add_line(strategy, retired).error().errors.at(0).pointer, "/source_id");
  FundingSource unknown;
  unknown.id = new_id<RecordId>();
  EXPECT_EQ(add_line(strategy, unknown).error().errors.at(0).pointer, "/source_id");
  Goal nowhere;
  nowhere.id = new_id<RecordId>();
  EXPECT_THROW(add_measure(nowhere), std::runtime_error);
  EXPECT_THROW(add_strategy(nowhere), std::runtime_error);
  expect_indexed();
}

TEST_P(PlanService, RemovingAGoalTakesAllBelowItAlong) {
  const auto goal = add_goal("Reading");
  const auto other = add_goal("Attendance");
  const auto source = add_source();
  for (const auto& parent : {goal, other}) {
    const auto measure = add_measure(parent);
    targets(measure, {}, 0, 90).value();
    targets(measure, north, 0, 80).value();
    const auto strategy = add_strategy(parent);
    add_activity(strategy).value();
    add_activity(strategy, south).value();
    add_line(strategy, source).value();
  }
  must_write([&](audit::Change& change) { return remove_goal(change, goal.id, 1); });
  const auto whole = plan();
  ASSERT_EQ(whole.goals.size(), 1U);
  EXPECT_EQ(whole.goals[0].id, other.id);
  EXPECT_EQ(whole.goals[0].measures[0].targets.size(), 2U);
  EXPECT_EQ(whole.goals[0].strategies[0].activities.size(), 2U);
  EXPECT_EQ(rows("target"), 2);
  EXPECT_EQ(rows("activity"), 2);
  EXPECT_EQ(rows("funding_line"), 1);
  EXPECT_EQ(entries("target"), 6) << "four made, two taken away";
  EXPECT_EQ(entries("activity"), 6);
  EXPECT_EQ(entries("goal"), 3);

  must_write([&](audit::Change& change) {
    return remove_strategy(change, whole.goals[0].strategies[0].id, 1);
  });
  EXPECT_EQ(rows("activity"), 0);
  EXPECT_EQ(rows("funding_line"), 0);
  EXPECT_EQ(rows("measure"), 1);
  expect_indexed();
}

TEST_P(PlanService, ASchoolThatClosesMovesTheRevisionOn) {
  const auto before = plan().revision;
  must_write([&](audit::Change& change) -> Result<void> {
    touch(change);
    return {};
  });
  EXPECT_EQ(plan().revision, before + 1);
  EXPECT_EQ(events.at(0).entity, "plan");
}

TEST_P(PlanService, ALargePlanIsReadInAsManyQueriesAsASmallOne) {
  must_write([&](audit::Change& change) { return make_large(change, {6, 4, 2, 10}); });
  statements.clear();
  const auto whole = plan();
  EXPECT_EQ(statements.size(), 12U);
  ASSERT_EQ(whole.goals.size(), 4U);
  EXPECT_EQ(whole.goals[0].measures[0].targets.size(), 7U);
  EXPECT_EQ(whole.goals[3].measures[0].targets.size(), 4U) << "for half of the schools";
  EXPECT_EQ(whole.goals[0].strategies[1].activities.size(), 10U);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(PlanService);

}  // namespace
}  // namespace tandem::plan
