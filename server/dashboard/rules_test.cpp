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
    rows.money.push_back({goal(), place(), Cents{*rc::gen::inRange(0, 1'000'000)},
                          Cents{*rc::gen::inRange(0, 1'000'000)}});
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

TogetherRows some_together() {
  TogetherRows rows;
  const auto place = [] {
    const auto at = *rc::gen::inRange(-1, 5);  // some are of no school that is shown
    return at < 0 ? std::string() : name("s", at);
  };
  for (int i = *rc::gen::inRange(0, 15); i > 0; --i) {
    rows.reports.push_back({RecordId{name("r", i)}, place(),
                            Date{"2026-10-" + std::to_string(*rc::gen::inRange(10, 30))},
                            *rc::gen::arbitrary<bool>()});
    const auto all = *rc::gen::inRange<std::int64_t>(0, 5);
    rows.barriers.push_back({place(), all, *rc::gen::inRange<std::int64_t>(0, all + 1)});
    rows.commitments.push_back({place(), all, 0});
    rows.workshops.push_back({place(), all, 0});
  }
  return rows;
}

std::vector<SchoolRow> three_schools() {
  std::vector<SchoolRow> schools(3);
  for (int i = 0; i < 3; ++i) schools[static_cast<std::size_t>(i)].id = SchoolId{name("s", i)};
  return schools;
}

RC_GTEST_PROP(Together, CountsEachRecordOfAPlaceOnce, ()) {
  const auto rows = some_together();
  const Date today{"2026-10-20"};
  const auto made = together_of(three_schools(), rows, today);
  RC_ASSERT(made.size() == 4U);
  RC_ASSERT(!made[0].school_id);
  for (const auto& place : made) {
    const auto key = place.school_id ? place.school_id->value : "";
    std::int64_t in = 0;
    std::int64_t late = 0;
    std::int64_t all = 0;
    std::int64_t barriers = 0;
    std::optional<Date> oldest_late;
    for (const auto& row : rows.reports) {
      if (row.place != key) continue;
      ++all;
      in += row.is_in ? 1 : 0;
      if (row.is_in || row.due_on >= today) continue;
      ++late;
      if (!oldest_late || row.due_on < *oldest_late) oldest_late = row.due_on;
    }
    for (const auto& row : rows.barriers) barriers += row.place == key ? row.count : 0;
    RC_ASSERT(place.reports == all);
    RC_ASSERT(place.reports_in == in);
    RC_ASSERT(place.reports_late == late);
    RC_ASSERT(place.barriers_open == barriers);
    RC_ASSERT(place.report_id.has_value() == (all > 0));
    if (!oldest_late) continue;
    const auto shown = std::find_if(rows.reports.begin(), rows.reports.end(),
                                    [&](const auto& row) { return row.id == place.report_id; });
    RC_ASSERT(shown->due_on == *oldest_late);
    RC_ASSERT(!shown->is_in);
  }
}

RC_GTEST_PROP(Together, DoesNotDependOnTheOrderOfRows, ()) {
  auto rows = some_together();
  const Date today{"2026-10-20"};
  const auto before = together_of(three_schools(), rows, today);
  std::reverse(rows.reports.begin(), rows.reports.end());
  std::reverse(rows.barriers.begin(), rows.barriers.end());
  RC_ASSERT(together_of(three_schools(), rows, today) == before);
}

}  // namespace
}  // namespace tandem::dashboard
