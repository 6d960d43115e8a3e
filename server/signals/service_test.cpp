#include "signals/service.hpp"

#include <algorithm>

#include "agreement/service.hpp"
#include "barrier/service.hpp"
#include "communication/service.hpp"
#include "monitor/adjustments.hpp"
#include "monitor/cycles.hpp"
#include "monitor/reports.hpp"
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
  EXPECT_EQ(check(Kind::coordination, "goal_has_strategy").of, 0) << "no goal to look at";
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

// Late, missing and inconsistent: each leads to its record, and goes once it is mended.
TEST_P(SignalsOfDistrict, ReadWhatMonitoringHas) {
  const auto north = open_school("00101");
  const auto south = open_school("00102");
  const auto day = [&](int from_today) {
    return Date::from(today.day() + std::chrono::days{from_today});
  };
  plan::GoalFields goal_fields;
  goal_fields.title = {"Everyone reads"};
  const auto goal = must_write([&](audit::Change& c) { return plan::create_goal(c, goal_fields); });
  plan::MeasureFields measure_fields;
  measure_fields.name = {"Reading"};
  measure_fields.unit = {"%"};
  const auto measure = must_write(
      [&](audit::Change& c) { return plan::create_measure(c, goal.id, measure_fields); });
  plan::StrategyFields strategy_fields;
  strategy_fields.title = {"Coaching"};
  const auto strategy = must_write(
      [&](audit::Change& c) { return plan::create_strategy(c, goal.id, strategy_fields); });
  plan::TargetFields target;
  target.baseline = plan::TargetPoint{day(-200), 40};
  target.end_target = plan::TargetPoint{day(200), 80};
  must_write([&](audit::Change& c) { return plan::set_targets(c, measure.id, north, 0, target); });
  EXPECT_EQ(check(Kind::monitoring, "reports_in").of, 0) << "nothing is due yet";

  const auto cycle = must_write([&](audit::Change& c) {
    return monitor::create_cycle(c, {{"Autumn"}, day(-30), day(-2)});
  });
  const auto due = check(Kind::monitoring, "reports_in");
  EXPECT_EQ(due.of, 3) << "two schools and the district";
  EXPECT_EQ(due.met, 0);
  const auto report = read([&](db::Tx& tx) {
    return *tx.row_of<monitor::Report>(district, "and school_id = :school", north);
  });
  EXPECT_EQ(check(Kind::monitoring, "measure_values").met, 0);
  must_write([&](audit::Change& c) -> Result<void> {
    CHECK_OK(monitor::add_value(c, report.id, [&] {
      monitor::ValueFields value;
      value.measure_id = measure.id;
      value.taken_on = day(-3);
      value.value = 75;
      value.n = monitor::Students{100};
      return value;
    }()));
    CHECK_OK(monitor::save_entry(c, report.id, strategy.id, monitor::Part::fidelity, 0, {{"2"}}));
    CHECK_OK(monitor::submit_report(c, report.id, report.version));
    return {};
  });
  EXPECT_EQ(check(Kind::monitoring, "reports_in").met, 1);
  EXPECT_EQ(check(Kind::monitoring, "reports_on_time").met, 0) << "two days late";
  const auto values = check(Kind::monitoring, "measure_values");
  EXPECT_EQ(values.of, 2);
  ASSERT_EQ(values.missing.size(), 1U);
  EXPECT_EQ(values.missing[0].school_id, south) << "it does not measure what North measures";
  const auto track = check(Kind::potential, "measures_on_track");
  EXPECT_EQ(track.of, 1);
  EXPECT_EQ(track.met, 1);
  const auto carried = check(Kind::potential, "carried_out");
  ASSERT_EQ(carried.missing.size(), 1U) << "only in part";
  EXPECT_EQ(carried.missing[0].link, "/monitoring/reports/" + report.id.value);

  monitor::AdjustmentFields adjust;
  adjust.strategy_id = strategy.id;
  adjust.title = {"More time for coaching"};
  adjust.reason = {"Only in part."};
  const auto proposed =
      must_write([&](audit::Change& c) { return monitor::propose(c, north, adjust); });
  EXPECT_EQ(check(Kind::monitoring, "adjustment_decided").met, 0);
  must_write([&](audit::Change& c) {
    return monitor::decide(c, proposed.id, proposed.version, {true, {"Yes."}});
  });
  EXPECT_EQ(check(Kind::monitoring, "adjustment_decided").met, 1);
  expect_indexed();
}

TEST_P(SignalsOfDistrict, ReadHowPeopleWorkTogether) {
  const auto north = open_school("00101");
  const auto yesterday = Date::from(today.day() - std::chrono::days{1});

  barrier::BarrierFields obstacle;
  obstacle.title = {"No time to meet"};
  const auto raised = must_write([&](audit::Change& c) -> Result<barrier::Barrier> {
    TRY(const auto row, barrier::create(c, north, obstacle));
    return barrier::raise(c, row.id, row.version, {{"Please help."}});
  });
  EXPECT_EQ(check(Kind::engagement, "barrier_answered").missing.at(0).link,
            "/barriers/" + raised.id.value);
  EXPECT_EQ(check(Kind::potential, "barrier_answered_for").met, 0) << "nobody, and no way";

  communication::CommunicationFields news;
  news.title = {"What we changed"};
  news.audience = {"Families"};
  news.reach = communication::Reach::community;
  news.starts_on = yesterday;
  const auto told =
      must_write([&](audit::Change& c) { return communication::create(c, std::nullopt, news); });
  EXPECT_EQ(check(Kind::engagement, "communication_done").missing.at(0).link,
            "/communication/" + told.id.value);
  EXPECT_EQ(check(Kind::engagement, "public_told").met, 0);
  EXPECT_EQ(check(Kind::engagement, "school_tells").met, 0);
  must_write([&](audit::Change& c) { return communication::deliver(c, told.id, {yesterday, {}}); });
  EXPECT_EQ(check(Kind::engagement, "communication_done").met, 1);
  EXPECT_EQ(check(Kind::engagement, "public_told").met, 1) << "the page is still switched off";

  agreement::CommitmentFields promise;
  promise.title = {"A coach two days a week"};
  promise.due_on = yesterday;
  must_write([&](audit::Change& c) -> Result<void> {
    record::create<agreement::Commitment>(
        c, promise, [&](agreement::Commitment& row) { row.school_id = north; });
    return {};
  });
  EXPECT_EQ(check(Kind::engagement, "commitment_acknowledged").of, 1);
  EXPECT_EQ(check(Kind::engagement, "commitment_acknowledged").met, 0);
  EXPECT_EQ(check(Kind::engagement, "commitment_reviewed").met, 0);

  EXPECT_EQ(check(Kind::coordination, "team_decisions").of, 2) << "both teams";
  must_write([&](audit::Change& c) -> Result<void> {
    agreement::DecisionFields decision;
    decision.title = {"Which strategies"};
    record::create<agreement::Decision>(c, decision, [](agreement::Decision&) {});
    agreement::ProcedureFields procedure;
    procedure.title = {"How we meet"};
    record::create<agreement::Procedure>(c, procedure, [](agreement::Procedure&) {});
    return {};
  });
  EXPECT_EQ(check(Kind::coordination, "team_decisions").met, 1);
  EXPECT_EQ(check(Kind::coordination, "team_procedures").met, 1);

  EXPECT_EQ(check(Kind::engagement, "workshop_held").met, 0);
  must_write([&](audit::Change& c) -> Result<void> {
    c.tx.run(
        "insert into continuum_session (district_id, workshop_id, title, school_id, held_on, year, "
        "people, alpha, points) values (:d, 'w', 'Shift', null, :day, '2026-27', 9, null, '[]')",
        district, yesterday);
    return {};
  });
  EXPECT_EQ(check(Kind::engagement, "workshop_held").met, 1);
  const auto found = read([&](db::Tx& tx) { return signals(tx, district, today, packs); });
  for (const auto& row : found.continuum) {
    EXPECT_GE(row.evidence.size(), 1U) << row.row_id << ": nothing stands beside it";
  }
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
