#include "signals/service.hpp"

#include <algorithm>

#include "org/service.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "team/service.hpp"
#include "testing/database.hpp"

namespace tandem::signals {
namespace {

class SignalsOfDistrict : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run("update district set id = :id where district_id = :d", district, district);
      plan::open_plan(change, "Test District");
      team::open_team(change, std::nullopt, "District team");
      return {};
    });
  }
  SchoolId open_school(const std::string& code) {
    org::SchoolFields fields;
    fields.code = {code};
    fields.name = {"School " + code};
    return must_write([&](audit::Change& change) { return org::create_school(change, fields); })
        .school_id();
  }
  Signal now(Kind kind) {
    return read([&](db::Tx& tx) { return signals(tx, district, today, packs); })
        .signals[static_cast<std::size_t>(kind)];
  }
  CheckResult check(Kind kind, const std::string& key) {
    const auto signal = now(kind);
    for (const auto& one : signal.checks) {
      if (one.key == key) return one;
    }
    throw std::out_of_range("no check " + key);
  }

  toolkit::Packs packs;
  const Date today = Timestamp::now().date();
};

TEST_P(SignalsOfDistrict, FollowTheRecordsThatTheyAreAbout) {
  const auto north = open_school("00101");
  open_school("00102");
  EXPECT_EQ(now(Kind::coordination).score, std::nullopt) << "no goal to look at";
  plan::GoalFields goal_fields;
  goal_fields.title = {"Everyone reads"};
  goal_fields.all_schools = false;
  goal_fields.schools = {north};
  const auto goal = must_write([&](audit::Change& c) { return plan::create_goal(c, goal_fields); });
  EXPECT_EQ(now(Kind::coordination).score, 0);
  EXPECT_EQ(now(Kind::coordination).next, "goal_has_strategy");
  EXPECT_EQ(check(Kind::coordination, "goal_has_strategy").missing.at(0).link,
            "/plan/goals/" + goal.id.value);

  plan::StrategyFields strategy_fields;
  strategy_fields.title = {"Structured literacy"};
  const auto strategy = must_write(
      [&](audit::Change& c) { return plan::create_strategy(c, goal.id, strategy_fields); });
  EXPECT_EQ(check(Kind::coordination, "strategy_owner").missing.at(0).title, "Structured literacy");
  const auto before = *now(Kind::coordination).score;
  strategy_fields.owner_name = {"Curriculum director"};
  must_write([&](audit::Change& c) {
    return plan::replace_strategy(c, strategy.id, strategy.version, strategy_fields);
  });
  EXPECT_GT(*now(Kind::coordination).score, before);

  plan::MeasureFields measure_fields;
  measure_fields.name = {"Third grade reading"};
  const auto measure = must_write(
      [&](audit::Change& c) { return plan::create_measure(c, goal.id, measure_fields); });
  const auto schools = check(Kind::data_picture, "baseline_schools");
  ASSERT_EQ(schools.of, 1) << "only where the goal applies";
  EXPECT_EQ(schools.missing.at(0).school_id, north);
  plan::TargetFields target;
  target.baseline = plan::TargetPoint{Date{"2026-06-30"}, 40};
  must_write([&](audit::Change& c) { return plan::set_targets(c, measure.id, north, 0, target); });
  EXPECT_EQ(check(Kind::data_picture, "baseline_schools").met, 1);
  EXPECT_EQ(check(Kind::data_picture, "baseline_district").met, 0);
  must_write(
      [&](audit::Change& c) { return plan::set_targets(c, measure.id, std::nullopt, 0, target); });
  EXPECT_EQ(check(Kind::data_picture, "baseline_district").met, 1);

  plan::ActivityFields step;
  step.title = {"Train the teachers"};
  step.due_on = Date::from(today.day() - std::chrono::days{1});
  const auto late = must_write(
      [&](audit::Change& c) { return plan::create_activity(c, strategy.id, north, step); });
  EXPECT_EQ(now(Kind::monitoring).score.has_value(), true);
  EXPECT_EQ(check(Kind::monitoring, "steps_on_time").missing.at(0).school_id, north);
  step.status = plan::ActivityStatus::done;
  must_write(
      [&](audit::Change& c) { return plan::replace_activity(c, late.id, late.version, step); });
  EXPECT_EQ(check(Kind::monitoring, "steps_on_time").met, 1);
  EXPECT_EQ(check(Kind::potential, "school_steps").met, 1) << "of two schools";
  EXPECT_EQ(check(Kind::potential, "strategy_moving").met, 1);
  expect_indexed();
}

TEST_P(SignalsOfDistrict, AskNoMoreOfTheStoreWhenThereIsMore) {
  open_school("00101");
  const auto count = [&] {
    statements.clear();
    read([&](db::Tx& tx) { return signals(tx, district, today, packs); });
    return statements.size();
  };
  const auto few = count();
  must_write([&](audit::Change& change) { return plan::make_large(change, {8, 3, 2, 4}); });
  EXPECT_EQ(count(), few);
}

TEST_P(SignalsOfDistrict, KeepTheirWayByMonth) {
  must_write([&](audit::Change& change) { return plan::make_large(change, {4, 2, 2, 3}); });
  const auto score = now(Kind::coordination).score.value();
  const Timestamp earlier = Timestamp::from(today.day() - std::chrono::days{62});
  must_write([&](audit::Change& c) -> Result<void> {
    keep(c.tx, district, {earlier.value.substr(0, 7), Kind::coordination, 11, earlier});
    keep(c.tx, district, {earlier.value.substr(0, 7), Kind::coordination, 12, earlier});
    keep(c.tx, district, {"2019-01", Kind::coordination, 1, earlier});
    return {};
  });
  keep_months(*database, Timestamp::now(), packs);
  keep_months(*database, Timestamp::now(), packs);
  const auto months = now(Kind::coordination).months;
  ASSERT_EQ(months.size(), 2U) << "one a month, and none older than two years";
  EXPECT_EQ(months[0].score, 12);
  EXPECT_EQ(months[1].month, today.value.substr(0, 7));
  EXPECT_EQ(months[1].score, score);
}

TEST_P(SignalsOfDistrict, StandBesideTheContinuum) {
  must_write([&](audit::Change& change) { return plan::make_large(change, {4, 2, 2, 3}); });
  const auto found = read([&](db::Tx& tx) { return signals(tx, district, today, packs); });
  ASSERT_EQ(found.continuum.size(), 6U) << "the rows of the pack";
  for (const auto& row : found.continuum) {
    EXPECT_FALSE(row.title.empty());
    if (row.row_id == "goal-setting") {
      EXPECT_EQ(row.evidence.at(0).of, 4) << "each school";
    }
  }
}

INSTANTIATE_STORE_TEST(SignalsOfDistrict);

}  // namespace
}  // namespace tandem::signals
