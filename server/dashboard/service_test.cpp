#include "dashboard/service.hpp"

#include "monitor/cycles.hpp"
#include "monitor/progress.hpp"
#include "monitor/reports.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"
#include "testing/database.hpp"

namespace tandem::dashboard {
namespace {

class DashboardPage : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run("update district set id = :id where district_id = :d", district, district);
      plan::open_plan(change, "Test District");
      return plan::make_large(change, {5, 4, 2, 6});
    });
  }
  Dashboard seen(const Filter& filter = {}) {
    return read([&](db::Tx& tx) { return dashboard(tx, district, today, filter).value(); });
  }
  const Date today = Timestamp::now().date();
};

// Every number counted anew from the plan as it is read for everybody.
TEST_P(DashboardPage, SaysWhatThePlanSays) {
  const auto plan = read([&](db::Tx& tx) { return plan::read_plan(tx, district).value(); });
  const auto page = seen();
  const auto [first, last] = days_of(page.year);
  std::map<std::string, Tally> goals;
  std::map<std::string, Tally> schools;
  for (const auto& goal : plan.goals) {
    if (goal.status == plan::GoalStatus::archived) continue;
    Tally& tally = goals[goal.id.value];
    for (const auto& strategy : goal.strategies) {
      for (const auto& activity : strategy.activities) {
        const auto begins = activity.starts_on ? *activity.starts_on
                            : activity.due_on  ? *activity.due_on
                                               : first;
        const auto ends = activity.due_on      ? *activity.due_on
                          : activity.starts_on ? *activity.starts_on
                                               : last;
        if (begins > last || ends < first) continue;
        Tally one;
        one.not_started = activity.status == plan::ActivityStatus::not_started ? 1 : 0;
        one.in_progress = activity.status == plan::ActivityStatus::in_progress ? 1 : 0;
        one.done = activity.status == plan::ActivityStatus::done ? 1 : 0;
        one.late =
            one.not_started + one.in_progress > 0 && activity.due_on && *activity.due_on < today
                ? 1
                : 0;
        tally += one;
        if (activity.school_id) schools[activity.school_id->value] += one;
      }
      for (const auto& line : strategy.funding) {
        if (line.year != page.year) continue;
        tally.cents.value += line.amount_cents.value;
        if (line.school_id) schools[line.school_id->value].cents.value += line.amount_cents.value;
      }
    }
  }
  ASSERT_EQ(page.goals.size(), goals.size());
  for (const auto& goal : page.goals) EXPECT_EQ(goal.tally, goals[goal.id.value]) << goal.title;
  for (const auto& school : page.schools) EXPECT_EQ(school.tally, schools[school.id.value]);
  EXPECT_EQ(page.schools.size(), 5U);
  EXPECT_GT(page.course.with_target, 0);
  expect_indexed();
}

// On track where monitoring says so, counted anew from its own glance.
TEST_P(DashboardPage, SaysWhatMonitoringSays) {
  const auto target = read([&](db::Tx& tx) {
    return tx.rows_of<plan::Target>(district, "and end_target is not null order by school_id desc")
        .at(0);
  });
  ASSERT_FALSE(target.school_id.empty());
  EXPECT_EQ(seen().course.on_track + seen().course.off_track, 0) << "nothing is measured yet";
  const auto day = [&](int from_today) {
    return Date::from(today.day() + std::chrono::days{from_today});
  };
  must_write([&](audit::Change& c) -> Result<void> {
    CHECK_OK(monitor::create_cycle(c, {{"Autumn"}, day(-30), day(-1)}));
    const auto report =
        c.tx.row_of<monitor::Report>(district, "and school_id = :school", target.school_id);
    monitor::ValueFields value;
    value.measure_id = target.measure_id;
    value.taken_on = day(-2);
    value.value = target.end_target->value;
    value.n = monitor::Students{50};
    CHECK_OK(monitor::add_value(c, report->id, value));
    return {};
  });
  const auto page = seen();
  std::int64_t on = 0;
  std::int64_t off = 0;
  for (const auto& measure :
       read([&](db::Tx& tx) { return monitor::progress_glance(tx, district); }).items) {
    for (const auto& place : measure.places) {
      using monitor::Track;
      on += place.track == Track::on_track || place.track == Track::reached ? 1 : 0;
      off += place.track == Track::behind || place.track == Track::off_track ? 1 : 0;
    }
  }
  EXPECT_EQ(on + off, 1);
  EXPECT_EQ(page.course.on_track, on);
  EXPECT_EQ(page.course.off_track, off);
  ASSERT_EQ(page.together.size(), 6U) << "the district and five schools";
  std::int64_t late = 0;
  for (const auto& place : page.together) late += place.reports_late;
  EXPECT_EQ(late, 6) << "nobody has handed in";
  EXPECT_EQ(seen({SchoolYear{"1999-00"}, std::nullopt, std::nullopt}).together[0].reports, 0);
  expect_indexed();
}

TEST_P(DashboardPage, ShowsOneGoalAndOneYear) {
  const auto all = seen();
  const auto one = seen({std::nullopt, all.goals[1].id, std::nullopt});
  ASSERT_EQ(one.goals.size(), 1U);
  EXPECT_EQ(one.goals[0].tally, all.goals[1].tally);
  EXPECT_EQ(one.goals[0].number, 2);
  const auto far = seen({SchoolYear{"1999-00"}, std::nullopt, std::nullopt});
  EXPECT_EQ(far.tally.cents.value, 0);
  const auto missing = read([&](db::Tx& tx) {
    return dashboard(tx, district, today, {std::nullopt, new_id<RecordId>(), std::nullopt});
  });
  EXPECT_EQ(missing.error().status, 404);
}

TEST_P(DashboardPage, AsksNoMoreOfTheStoreWhenThereIsMore) {
  const auto count = [&] {
    statements.clear();
    seen();
    return statements.size();
  };
  const auto few = count();
  must_write([&](audit::Change& change) -> Result<void> {
    plan::GoalFields goal;
    goal.title = {"More"};
    for (int i = 0; i < 10; ++i) CHECK_OK(plan::create_goal(change, goal));
    return {};
  });
  EXPECT_EQ(count(), few);
}

TEST_P(DashboardPage, RollsUpTheDistrictsOneHelps) {
  const auto me = new_id<PersonId>();
  const auto grant = [&](const DistrictId& where, const char* role, const std::string& school) {
    must_write([&](audit::Change& c) -> Result<void> {
      c.tx.run(
          "insert into role_grant (district_id, person_id, role, school_id) values "
          "(:d, :p, :r, :s)",
          where, me, role, school);
      return {};
    });
  };
  const DistrictId other = new_id<DistrictId>();
  const DistrictId foreign = new_id<DistrictId>();
  for (const auto& [id, code] : {std::pair(other, "00002"), std::pair(foreign, "00003")}) {
    must_write([&, id = id, code = code](audit::Change& c) -> Result<void> {
      c.tx.run(
          "insert into district (district_id, id, version, created_at, updated_at, "
          "updated_by, code, name, kind) values (:d, :i, 1, :c, :u, '', :code, 'Another', "
          "'district')",
          id, id.value, c.now, c.now, code);
      return {};
    });
  }
  grant(district, "consultant", "");
  grant(other, "viewer", "");
  grant(foreign, "school_lead", new_id<SchoolId>().value);
  const auto page = seen();
  statements.clear();
  const auto mine = read([&](db::Tx& tx) { return rollup(tx, me, today); });
  EXPECT_LE(statements.size(), 11U);
  expect_indexed();
  ASSERT_EQ(mine.districts.size(), 2U) << "not the one of which only a school is theirs";
  EXPECT_EQ(mine.districts[0].name, "Another");
  EXPECT_EQ(mine.districts[1].schools, 5);
  EXPECT_EQ(mine.districts[1].goals, 4);
  EXPECT_EQ(mine.districts[1].strategies, 8);
  EXPECT_EQ(mine.schools, 5);
  const auto& tally = mine.districts[1].tally;
  EXPECT_EQ(tally.not_started + tally.in_progress + tally.done,
            48 - read([&](db::Tx& tx) {
              return tx.number(
                  "select count(*) from activity where district_id = :d and "
                  "status = 'dropped'",
                  district);
            }));
  EXPECT_TRUE(
      read([&](db::Tx& tx) { return rollup(tx, new_id<PersonId>(), today); }).districts.empty());
}

INSTANTIATE_STORE_TEST(DashboardPage);

}  // namespace
}  // namespace tandem::dashboard
