#include "dashboard/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::dashboard {
namespace {

std::string name(const char* what, int i) { return what + std::to_string(i); }

Rows some_rows() {
  Rows rows;
  const auto schools = *rc::gen::inRange(0, 5);
  const auto goals = *rc::gen::inRange(0, 4);
  for (int i = 0; i < schools; ++i) {
    org::School school;
    school.id = RecordId{name("s", i)};
    school.name = {name("School ", i)};
    if (*rc::gen::inRange(0, 4) == 0) school.status = org::SchoolStatus::closed;
    rows.schools.push_back(school);
  }
  for (int i = 0; i < goals; ++i) {
    plan::Goal goal;
    goal.id = RecordId{name("g", i)};
    goal.title = {name("Goal ", i)};
    goal.position = Position{i};
    goal.all_schools = *rc::gen::arbitrary<bool>();
    if (!goal.all_schools && schools > 0) goal.schools = {SchoolId{"s0"}};
    goal.status = static_cast<plan::GoalStatus>(*rc::gen::inRange(0, 3));
    rows.goals.push_back(goal);
    rows.measures[goal.id] = *rc::gen::inRange(0, 3);
  }
  const auto place = [&]() -> std::optional<SchoolId> {
    const auto at = *rc::gen::inRange(-1, 6);  // some are of no school that there is
    return at < 0 ? std::nullopt : std::optional(SchoolId{name("s", at)});
  };
  const auto goal = [&] { return RecordId{name("g", *rc::gen::inRange(0, 5))}; };
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
    rows.activities.push_back({goal(), place(),
                               static_cast<plan::ActivityStatus>(*rc::gen::inRange(0, 4)),
                               *rc::gen::inRange(0, 9), 0});
    rows.money.push_back({goal(), place(), Cents{*rc::gen::inRange(0, 1'000'000)}});
    rows.places.push_back(
        {goal(), place().value_or(SchoolId{}), true, *rc::gen::arbitrary<bool>()});
  }
  return rows;
}

RC_GTEST_PROP(Dashboard, EveryTotalIsTheSumOfItsCells, ()) {
  dashboard::Dashboard made;
  assemble(made, some_rows());
  Tally all;
  Course course;
  for (const auto& cell : made.cells) {
    all += cell.tally;
    course += cell.course;
  }
  RC_ASSERT(made.tally == all);
  RC_ASSERT(made.course == course);
  Tally by_goal;
  for (const auto& goal : made.goals) by_goal += goal.tally;
  RC_ASSERT(by_goal == all);
  Tally by_place;
  for (const auto& school : made.schools) by_place += school.tally;
  for (const auto& cell : made.cells) {
    if (!cell.school_id) by_place += cell.tally;
  }
  RC_ASSERT(by_place == all);
}

RC_GTEST_PROP(Dashboard, DoesNotDependOnTheOrderOfRows, ()) {
  auto rows = some_rows();
  dashboard::Dashboard before;
  assemble(before, rows);
  std::reverse(rows.activities.begin(), rows.activities.end());
  std::reverse(rows.money.begin(), rows.money.end());
  std::reverse(rows.places.begin(), rows.places.end());
  std::reverse(rows.goals.begin(), rows.goals.end());
  dashboard::Dashboard after;
  assemble(after, rows);
  RC_ASSERT(json::text(before) == json::text(after));
}

RC_GTEST_PROP(Dashboard, OneGoalIsItsPartOfTheWhole, ()) {
  auto rows = some_rows();
  dashboard::Dashboard whole;
  assemble(whole, rows);
  for (const auto& goal : whole.goals) {
    rows.only = goal.id;
    dashboard::Dashboard part;
    assemble(part, rows);
    RC_ASSERT(part.goals.size() == 1U);
    RC_ASSERT(json::text(part.goals[0]) == json::text(goal));
    RC_ASSERT(part.tally == goal.tally);
  }
}

TEST(Years, AreThoseOfThePlan) {
  const auto years = years_between(Date{"2026-07-01"}, Date{"2029-06-30"});
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0].value, "2026-27");
  EXPECT_EQ(years[2].value, "2028-29");
  EXPECT_EQ(days_of({"2026-27"}).second.value, "2027-06-30");
}

}  // namespace
}  // namespace tandem::dashboard
