#include "monitor/rollover.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "plan/rules.hpp"

namespace tandem::monitor {
namespace {

const SchoolYear kYear{"2026-27"};

TEST(RolloverRules, GoesToTheNextYear) {
  EXPECT_EQ(next_year(kYear).value, "2027-28");
  EXPECT_EQ(next_year({"2099-00"}).value, "2100-01");
  EXPECT_EQ(a_year_later(Date{"2027-05-15"}).value, "2028-05-15");
  EXPECT_EQ(a_year_later(Date{"2028-02-29"}).value, "2029-02-28");
}

struct Case {
  PlanRows rows;
  std::vector<Evaluation> evaluations;
};

Case any_case() {
  Case made;
  const auto goals = *rc::gen::inRange(1, 4);
  for (int g = 0; g < goals; ++g) {
    plan::Goal goal;
    goal.id = RecordId{"g" + std::to_string(g)};
    goal.status = *rc::gen::element(plan::GoalStatus::active, plan::GoalStatus::maintenance,
                                    plan::GoalStatus::archived);
    made.rows.goals.push_back(goal);
    const auto judge = [&](Subject subject, const RecordId& id) {
      Evaluation row;
      row.year = kYear;
      row.subject = subject;
      row.subject_id = id;
      row.conclusion = *rc::gen::element(Conclusion::open, Conclusion::keep, Conclusion::adjust,
                                         Conclusion::stop);
      if (*rc::gen::arbitrary<bool>()) made.evaluations.push_back(row);
    };
    judge(Subject::goal, goal.id);
    const auto strategies = *rc::gen::inRange(0, 4);
    for (int s = 0; s < strategies; ++s) {
      plan::Strategy strategy;
      strategy.id = RecordId{goal.id.value + "s" + std::to_string(s)};
      strategy.goal_id = goal.id;
      if (*rc::gen::inRange(0, 4) == 0) strategy.stopped_on = Date{"2026-12-01"};
      made.rows.strategies.push_back(strategy);
      judge(Subject::strategy, strategy.id);
      const auto activities = *rc::gen::inRange(0, 4);
      for (int a = 0; a < activities; ++a) {
        plan::Activity activity;
        activity.id = RecordId{strategy.id.value + "a" + std::to_string(a)};
        activity.strategy_id = strategy.id;
        activity.status =
            *rc::gen::element(plan::ActivityStatus::not_started, plan::ActivityStatus::in_progress,
                              plan::ActivityStatus::done, plan::ActivityStatus::dropped);
        if (*rc::gen::arbitrary<bool>()) activity.due_on = Date{"2027-03-01"};
        made.rows.activities.push_back(activity);
      }
    }
  }
  return made;
}

RC_GTEST_PROP(RolloverRules, TouchesOnlyWhatIsOpenAndOnlyOnce, ()) {
  const auto given = any_case();
  const auto plan = plan_rollover(kYear, given.rows, given.evaluations);
  std::set<RecordId> stopping;
  for (const auto& row : plan.strategies) RC_ASSERT(stopping.insert(row.id).second);
  std::set<RecordId> touched;
  for (const auto& row : plan.dropped) {
    RC_ASSERT(stopping.count(row.strategy_id) == 1U);
    RC_ASSERT(touched.insert(row.id).second);
  }
  for (const auto& row : plan.open) {
    RC_ASSERT(stopping.count(row.strategy_id) == 0U);
    RC_ASSERT(touched.insert(row.id).second);
    RC_ASSERT(row.moved_to.has_value() == row.due_on.has_value());
  }
  std::int64_t done = 0;
  for (const auto& activity : given.rows.activities) {
    const bool open = activity.status == plan::ActivityStatus::not_started ||
                      activity.status == plan::ActivityStatus::in_progress;
    if (activity.status == plan::ActivityStatus::done) ++done;
    if (!open) RC_ASSERT(touched.count(activity.id) == 0U);
  }
  RC_ASSERT(done == plan.done_activities);
  // Whatever stops was judged so, itself or its goal.
  for (const auto& id : stopping) {
    const auto strategy = std::find_if(given.rows.strategies.begin(), given.rows.strategies.end(),
                                       [&](const auto& row) { return row.id == id; });
    RC_ASSERT(!strategy->stopped_on);
    RC_ASSERT(std::any_of(given.evaluations.begin(), given.evaluations.end(), [&](const auto& e) {
      return e.conclusion == Conclusion::stop &&
             (e.subject_id == id || e.subject_id == strategy->goal_id);
    }));
  }
}

// Targets of a measure of each goal, some due in the year that ends.
void add_targets(PlanRows& rows) {
  for (const auto& goal : rows.goals) {
    plan::Measure measure;
    measure.id = RecordId{"m" + goal.id.value};
    measure.goal_id = goal.id;
    rows.measures.push_back(measure);
    for (const auto* school : {"", "north"}) {
      plan::Target target;
      target.measure_id = measure.id;
      target.school_id = SchoolId{school};
      const auto* day = *rc::gen::element("2027-06-15", "2027-06-30", "2027-07-01", "2029-06-30");
      if (*rc::gen::arbitrary<bool>()) target.end_target = plan::TargetPoint{Date{day}, 60};
      rows.targets.push_back(target);
    }
    plan::GroupTarget group;
    group.measure_id = measure.id;
    group.group_id = RecordId{"learners"};
    group.end_target = plan::TargetPoint{Date{"2027-05-15"}, 50};
    rows.group_targets.push_back(group);
  }
}

RC_GTEST_PROP(RolloverRules, OffersTheTargetsThatEndOfGoalsThatGoOn, ()) {
  auto given = any_case();
  add_targets(given.rows);
  const auto plan = plan_rollover(kYear, given.rows, given.evaluations);
  std::set<RecordId> over;
  for (const auto& goal : given.rows.goals) {
    if (goal.status == plan::GoalStatus::archived) over.insert(goal.id);
  }
  for (const auto& goal : plan.goals) over.insert(goal.id);
  std::size_t expected = 0;
  for (const auto& goal : given.rows.goals) {
    if (over.count(goal.id) > 0) continue;
    ++expected;  // that of the group
    for (const auto& target : given.rows.targets) {
      if (target.measure_id.value != "m" + goal.id.value || !target.end_target) continue;
      if (target.end_target->on.value <= "2027-06-30") ++expected;
    }
  }
  RC_ASSERT(plan.targets.size() == expected);
  for (const auto& row : plan.targets) {
    RC_ASSERT(row.end_target.on.value <= "2027-06-30");
    RC_ASSERT(row.moved_to == a_year_later(row.end_target.on));
  }
  std::reverse(given.rows.targets.begin(), given.rows.targets.end());
  std::reverse(given.rows.measures.begin(), given.rows.measures.end());
  RC_ASSERT(json::text(plan_rollover(kYear, given.rows, given.evaluations).targets) ==
            json::text(plan.targets));
}

TEST(RolloverRules, KeepWhatWasToBeReachedOnTheWay) {
  plan::TargetFields targets;
  targets.baseline = plan::TargetPoint{Date{"2026-06-30"}, 40};
  targets.end_target = plan::TargetPoint{Date{"2027-06-30"}, 50};
  const auto moved = a_year_on(targets, 58);
  EXPECT_EQ(moved.baseline->value, 40);
  ASSERT_EQ(moved.interim.size(), 1U);
  EXPECT_EQ(moved.interim[0].on.value, "2027-06-30");
  EXPECT_EQ(moved.interim[0].value, 50);
  EXPECT_EQ(moved.end_target->on.value, "2028-06-30");
  EXPECT_EQ(moved.end_target->value, 58);
}

RC_GTEST_PROP(RolloverRules, MovedTargetsStayInOrderHoweverOften, ()) {
  plan::TargetFields targets;
  targets.end_target = plan::TargetPoint{Date{"2028-02-29"}, 1};
  const auto years = *rc::gen::inRange(1, 30);
  for (int i = 0; i < years; ++i) targets = a_year_on(targets, i);
  RC_ASSERT(plan::faults(targets).empty());
}

RC_GTEST_PROP(RolloverRules, DoesNotDependOnOrder, ()) {
  const auto given = any_case();
  auto other = given;
  std::mt19937 random(11);
  std::shuffle(other.rows.goals.begin(), other.rows.goals.end(), random);
  std::shuffle(other.rows.strategies.begin(), other.rows.strategies.end(), random);
  std::shuffle(other.rows.activities.begin(), other.rows.activities.end(), random);
  std::shuffle(other.evaluations.begin(), other.evaluations.end(), random);
  RC_ASSERT(json::text(plan_rollover(kYear, given.rows, given.evaluations)) ==
            json::text(plan_rollover(kYear, other.rows, other.evaluations)));
}

}  // namespace
}  // namespace tandem::monitor
