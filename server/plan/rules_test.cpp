#include "plan/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace tandem::plan {
namespace {

TargetPoint on(const std::string& day, double value) { return {Date{day}, value}; }

std::set<std::string> pointers(const std::vector<FieldError>& errors) {
  std::set<std::string> found;
  for (const auto& error : errors) found.insert(error.pointer);
  return found;
}

TEST(PlanRules, DatesMayNotRunBackwards) {
  PlanFields plan{{"Plan"}, {}, Date{"2026-07-01"}, Date{"2026-06-30"}};
  EXPECT_EQ(pointers(faults(plan)), std::set<std::string>{"/ends_on"});
  plan.ends_on = plan.starts_on;
  EXPECT_TRUE(faults(plan).empty());

  GoalFields goal;
  goal.ends_on = Date{"2026-06-30"};
  EXPECT_TRUE(faults(goal).empty()) << "one date alone is fine";
  goal.starts_on = Date{"2026-07-01"};
  EXPECT_EQ(pointers(faults(goal)), std::set<std::string>{"/ends_on"});

  ActivityFields activity;
  activity.starts_on = Date{"2026-07-02"};
  activity.due_on = Date{"2026-07-01"};
  EXPECT_EQ(pointers(faults(activity)), std::set<std::string>{"/due_on"});
}

TEST(PlanRules, ListsNameEachThingOnce) {
  GoalFields goal;
  goal.schools = {SchoolId{"a"}, SchoolId{"b"}, SchoolId{"a"}};
  EXPECT_EQ(pointers(faults(goal)), std::set<std::string>{"/schools/2"});
  StrategyFields strategy;
  strategy.systems = {System::data, System::data};
  EXPECT_EQ(pointers(faults(strategy)), std::set<std::string>{"/systems/1"});
}

TEST(PlanRules, TargetsAreInOrderOfTheirDays) {
  TargetFields targets{
      on("2026-06-30", 52), {on("2027-06-30", 60), on("2028-06-30", 75)}, on("2029-06-30", 90)};
  EXPECT_TRUE(faults(targets).empty());
  targets.interim[1].on = targets.interim[0].on;
  EXPECT_EQ(pointers(faults(targets)), std::set<std::string>{"/interim/1/on"});
  EXPECT_EQ(pointers(faults(TargetFields{on("2026-06-30", 1), {}, on("2026-06-30", 2)})),
            std::set<std::string>{"/end_target/on"});
  EXPECT_EQ(pointers(faults(TargetFields{on("2026-06-30", -2e12), {}, {}})),
            std::set<std::string>{"/baseline/value"});
  EXPECT_EQ(
      pointers(faults(TargetFields{{}, std::vector<TargetPoint>(21, on("2026-06-30", 1)), {}}))
          .count("/interim"),
      1U);
}

RC_GTEST_PROP(PlanRules, TargetsWithoutFaultsRiseStrictly, ()) {
  const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
  TargetFields targets;
  std::vector<Date> in_order;
  for (std::size_t i = 0; i < days.size() && i < 10; ++i) {
    const TargetPoint point{
        Date::from(std::chrono::sys_days{} + std::chrono::days{20'000 + days[i]}), 1};
    if (i == 0) targets.baseline = point;
    else targets.interim.push_back(point);
    in_order.push_back(point.on);
  }
  const bool rises = std::adjacent_find(in_order.begin(), in_order.end(), std::greater_equal<>{}) ==
                     in_order.end();
  RC_ASSERT(faults(targets).empty() == rises);
}

// A plan with every kind of row, grown from a few numbers.
struct Grown {
  Rows rows;
  std::vector<SchoolId> schools;
};
Grown grow() {
  Grown grown;
  const auto pick = [](int below) { return static_cast<std::size_t>(*rc::gen::inRange(0, below)); };
  for (int i = 0; i < 4; ++i) grown.schools.push_back(SchoolId{"school" + std::to_string(i)});
  const auto some_school = [&]() -> std::optional<SchoolId> {
    const auto n = pick(5);
    return n == 4 ? std::nullopt : std::optional(grown.schools[n]);
  };
  auto id = [n = 0]() mutable { return RecordId{"row" + std::to_string(++n)}; };
  for (std::size_t i = pick(4); i > 0; --i) {
    Goal goal;
    goal.id = id();
    goal.position.value = *rc::gen::inRange(0, 3);
    goal.all_schools = pick(2) == 0;
    for (std::size_t s = pick(3); s > 0; --s) goal.schools.push_back(grown.schools[s]);
    for (std::size_t m = pick(3); m > 0; --m) {
      Measure measure;
      measure.id = id();
      measure.goal_id = goal.id;
      std::set<SchoolId> with_targets;
      for (std::size_t t = pick(4); t > 0; --t)
        with_targets.insert(some_school().value_or(SchoolId{}));
      for (const auto& school : with_targets) {
        Target target;
        target.measure_id = measure.id;
        target.school_id = school;
        grown.rows.targets.push_back(target);
      }
      for (const auto& school : with_targets) {
        GroupTarget target;
        target.measure_id = measure.id;
        target.school_id = school;
        target.group_id = {"group" + std::to_string(pick(2))};
        grown.rows.group_targets.push_back(target);
      }
      grown.rows.measures.push_back(measure);
    }
    for (std::size_t s = pick(3); s > 0; --s) {
      Strategy strategy;
      strategy.id = id();
      strategy.goal_id = goal.id;
      for (std::size_t a = pick(5); a > 0; --a) {
        Activity activity;
        activity.id = id();
        activity.strategy_id = strategy.id;
        activity.school_id = some_school();
        activity.status = static_cast<ActivityStatus>(pick(4));
        if (!grown.rows.activities.empty()) {  // waits only for what was there before
          const auto n = pick(static_cast<int>(grown.rows.activities.size()));
          activity.waits_for = {{grown.rows.activities[n].id}};
        }
        grown.rows.activities.push_back(activity);
        FundingLine line;
        line.id = id();
        line.strategy_id = strategy.id;
        line.school_id = some_school();
        grown.rows.lines.push_back(line);
      }
      grown.rows.strategies.push_back(strategy);
    }
    for (const auto& school : grown.schools) {
      if (pick(2) == 0) continue;
      GoalReason reason;
      reason.goal_id = goal.id;
      reason.school_id = school;
      grown.rows.reasons.push_back(reason);
    }
    grown.rows.goals.push_back(goal);
  }
  return grown;
}

template <class F>
void each_of_school(const std::vector<PlanGoal>& goals, F&& see) {
  for (const auto& goal : goals) {
    for (const auto& row : goal.reasons) see(goal, "reason" + goal.id.value, row.school_id);
    for (const auto& measure : goal.measures) {
      for (const auto& row : measure.targets) see(goal, "target" + measure.id.value, row.school_id);
      for (const auto& row : measure.group_targets)
        see(goal, "group" + row.group_id.value + measure.id.value, row.school_id);
    }
    for (const auto& strategy : goal.strategies) {
      for (const auto& row : strategy.activities)
        see(goal, row.id.value, row.school_id.value_or(SchoolId{}));
      for (const auto& row : strategy.funding)
        see(goal, row.id.value, row.school_id.value_or(SchoolId{}));
    }
  }
}

RC_GTEST_PROP(PlanRules, AssemblingLosesNothing, ()) {
  const auto grown = grow();
  const auto plan = assemble(grown.rows);
  std::size_t count = 0;
  each_of_school(plan.goals, [&](auto&&...) { ++count; });
  const auto& rows = grown.rows;
  RC_ASSERT(count == rows.targets.size() + rows.activities.size() + rows.lines.size() +
                         rows.group_targets.size() + rows.reasons.size());
  for (std::size_t i = 1; i < plan.goals.size(); ++i) {
    RC_ASSERT(plan.goals[i - 1].position.value <= plan.goals[i].position.value);
  }
}

RC_GTEST_PROP(PlanRules, TheOrderOfTheRowsDoesNotMatter, ()) {
  const auto grown = grow();
  auto other = grown.rows;
  const auto turn = [](auto& rows) {
    std::reverse(rows.begin(), rows.end());
    if (rows.size() > 1)
      std::rotate(rows.begin(), rows.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, 2), rows.end());
  };
  turn(other.goals);
  turn(other.measures);
  turn(other.targets);
  turn(other.strategies);
  turn(other.activities);
  turn(other.lines);
  turn(other.reasons);
  turn(other.group_targets);
  RC_ASSERT(json::text(assemble(grown.rows)) == json::text(assemble(other)));
}

// Nothing of a goal changes on the way to a school: the view has fewer rows, and the same ones.
RC_GTEST_PROP(PlanRules, ASchoolsPlanIsTheDistrictsGoalsRestricted, ()) {
  const auto grown = grow();
  const auto plan = assemble(grown.rows);
  for (const auto& school : grown.schools) {
    auto expected = plan.goals;
    std::erase_if(expected, [&](const PlanGoal& goal) { return !applies_to(goal, school); });
    const auto elsewhere = [&](const auto& row) {
      const std::optional<SchoolId> of = row.school_id;
      return of && !of->empty() && of != school;
    };
    std::set<RecordId> shown;
    for (auto& goal : expected) {
      std::erase_if(goal.reasons, elsewhere);
      for (auto& measure : goal.measures) {
        std::erase_if(measure.targets, elsewhere);
        std::erase_if(measure.group_targets, elsewhere);
      }
      for (auto& strategy : goal.strategies) {
        std::erase_if(strategy.activities, elsewhere);
        std::erase_if(strategy.funding, elsewhere);
        for (const auto& activity : strategy.activities) shown.insert(activity.id);
      }
    }
    const auto seen = seen_by(plan, school, true);
    RC_ASSERT(json::text(seen.goals) == json::text(expected));
    for (const auto& warning : plan.wait_warnings) {
      const auto same = [&](const WaitWarning& one) {
        return json::text(one) == json::text(warning);
      };
      RC_ASSERT(std::any_of(seen.wait_warnings.begin(), seen.wait_warnings.end(), same) ==
                (shown.count(warning.activity_id) > 0));
    }
  }
}

RC_GTEST_PROP(PlanRules, ASchoolSeesWhatAppliesAndNothingOfOthers, ()) {
  const auto grown = grow();
  const auto plan = assemble(grown.rows);
  for (const auto& school : grown.schools) {
    const auto seen = seen_by(plan, school, true);
    std::set<std::string> shown;
    each_of_school(seen.goals,
                   [&](const PlanGoal& goal, const std::string& key, const SchoolId& of) {
                     RC_ASSERT(applies_to(goal, school));
                     RC_ASSERT(of.empty() || of == school);
                     shown.insert(key + of.value);
                   });
    each_of_school(plan.goals,
                   [&](const PlanGoal& goal, const std::string& key, const SchoolId& of) {
                     if (applies_to(goal, school) && (of.empty() || of == school)) {
                       RC_ASSERT(shown.count(key + of.value) == 1U);
                     }
                   });
    RC_ASSERT(seen_by(plan, school, false).goals.empty());
  }
}

}  // namespace
}  // namespace tandem::plan
