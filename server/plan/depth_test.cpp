#include "plan/testing.hpp"

namespace tandem::plan {
namespace {

class PlanDepth : public PlanTest {};

TEST_P(PlanDepth, ANewDistrictHasStudentGroupsToEdit) {
  const auto groups = plan().student_groups;
  ASSERT_FALSE(groups.empty());
  EXPECT_EQ(groups[0].name.value, "Economically disadvantaged");
  must_write([&](audit::Change& change) {
    auto fields = static_cast<StudentGroupFields>(groups[0]);
    fields.name = {"Economically disadvantaged (free lunch)"};
    return replace_student_group(change, groups[0].id, 1, fields);
  });
  const auto made = must_write([&](audit::Change& change) {
    return create_student_group(change, {{1}, {"Newcomers"}, true, {}});
  });
  EXPECT_EQ(plan().student_groups[0].id, made.id) << "by position";
  expect_indexed();
}

TEST_P(PlanDepth, TargetsOfAStudentGroupStandBesideThoseOfAll) {
  const auto measure = add_measure(add_goal_for(north));
  const auto group = plan().student_groups.at(1);
  const auto set = [&](std::optional<SchoolId> school, std::int64_t expected, double end) {
    return write([&](audit::Change& change) {
      GroupTargetFields fields;
      fields.baseline = on("2026-06-30", 30);
      fields.end_target = on("2029-06-30", end);
      fields.students = {40};
      return set_group_targets(change, measure.id, school, group.id, expected, fields);
    });
  };
  EXPECT_EQ(set({}, 0, 70).value().version, 1);
  EXPECT_EQ(set(north, 0, 75).value().version, 1);
  EXPECT_EQ(set(north, 0, 76).error().status, 412);
  EXPECT_EQ(set(north, 1, 76).value().version, 2);
  EXPECT_EQ(set(south, 0, 75).error().status, 404) << "the goal is not for it";
  const auto found = plan().goals.at(0).measures.at(0);
  EXPECT_TRUE(found.targets.empty());
  ASSERT_EQ(found.group_targets.size(), 2U);
  EXPECT_EQ(found.group_targets[1].end_target->value, 76);
  EXPECT_EQ(found.group_targets[1].students->value, 40);

  must_write([&](audit::Change& change) {
    auto fields = static_cast<StudentGroupFields>(group);
    fields.active = false;
    return replace_student_group(change, group.id, 1, fields);
  });
  EXPECT_EQ(set({}, 1, 71).value().version, 2) << "what is there can be changed";
  must_write([&](audit::Change& change) { return remove_measure(change, measure.id, 1); });
  EXPECT_EQ(rows("group_target"), 0);
  EXPECT_EQ(entries("group_target"), 6);
  expect_indexed();
}

TEST_P(PlanDepth, ASchoolSaysWhyAGoalAppliesToIt) {
  const auto goal = add_goal_for(north);
  const auto say = [&](const SchoolId& school, std::int64_t expected, const std::string& why) {
    return write([&](audit::Change& change) {
      return set_goal_reason(change, goal.id, school, expected, {{why}});
    });
  };
  EXPECT_EQ(say(north, 0, "Attendance is lowest here").value().version, 1);
  EXPECT_EQ(say(south, 0, "It does not").error().status, 404);
  EXPECT_EQ(plan().goals.at(0).reasons.at(0).reason.value, "Attendance is lowest here");
  must_write([&](audit::Change& change) { return remove_goal(change, goal.id, 1); });
  EXPECT_EQ(rows("goal_reason"), 0);
  expect_indexed();
}

TEST_P(PlanDepth, ReadinessGoesWithItsStrategy) {
  const auto strategy = add_strategy(add_goal("Reading"));
  EXPECT_EQ(plan().goals[0].strategies[0].readiness.has_value(), false);
  const auto made = must_write([&](audit::Change& change) {
    ReadinessFields fields;
    fields.supports = {{System::data, {"A screener"}, SupportState::missing, {"Data office"}}};
    return set_readiness(change, strategy.id, 0, fields);
  });
  EXPECT_EQ(made.version, 1);
  const auto found = plan().goals[0].strategies[0].readiness;
  EXPECT_EQ(found->verdict, Verdict::not_ready);
  EXPECT_EQ(found->supports.at(0).provides.value, "A screener");
  must_write([&](audit::Change& change) { return remove_strategy(change, strategy.id, 1); });
  EXPECT_EQ(rows("strategy_readiness"), 0);
  expect_indexed();
}

TEST_P(PlanDepth, ActivitiesWaitButNotInACircle) {
  const auto strategy = add_strategy(add_goal("Reading"));
  const auto first = add_activity(strategy).value();
  const auto second = add_activity(strategy).value();
  const auto at_north = add_activity(strategy, north).value();
  const auto at_south = add_activity(strategy, south).value();
  const auto wait = [&](const Activity& activity, std::vector<RecordId> on,
                        std::int64_t expected = 1) {
    return write([&](audit::Change& change) {
      auto fields = static_cast<ActivityFields>(activity);
      fields.waits_for = std::move(on);
      return replace_activity(change, activity.id, expected, fields);
    });
  };
  const auto refused = [&](const Result<Activity>& result) {
    return result ? "" : result.error().errors.at(0).pointer;
  };
  wait(second, {first.id, at_south.id}).value();
  EXPECT_EQ(refused(wait(first, {first.id})), "/waits_for/0");
  EXPECT_EQ(refused(wait(first, {second.id})), "/waits_for/0");
  EXPECT_EQ(refused(wait(at_south, {second.id})), "/waits_for/0") << "by way of a third";
  EXPECT_EQ(refused(wait(first, {new_id<RecordId>()})), "/waits_for/0");
  EXPECT_EQ(refused(wait(at_north, {first.id, at_south.id})), "/waits_for/1") << "another school's";
  wait(at_north, {first.id}).value();

  must_write([&](audit::Change& change) { return remove_activity(change, first.id, 1); });
  const auto whole = plan();
  for (const auto& activity : whole.goals[0].strategies[0].activities) {
    if (activity.id == second.id) {
      EXPECT_EQ(activity.waits_for, std::vector{at_south.id});
    } else if (activity.id == at_north.id) {
      EXPECT_EQ(activity.waits_for, std::vector<RecordId>{});
    }
  }
  expect_indexed();
}

INSTANTIATE_STORE_TEST(PlanDepth);

}  // namespace
}  // namespace tandem::plan
