// What the plan's tests share: a district with two schools, and the steps of making a plan.
#pragma once

#include "plan/service.hpp"
#include "plan/store.hpp"
#include "testing/database.hpp"

namespace tandem::plan {

inline TargetPoint on(const std::string& day, double value) { return {Date{day}, value}; }

class PlanTest : public testing::StoreTest {
 protected:
  void SetUp() override {
    testing::StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    south = add_school("South");
    must_write([&](audit::Change& change) -> Result<void> {
      open_plan(change, "Birch Lake");
      return {};
    });
    statements.clear();
  }

  Goal add_goal(const std::string& title, std::int64_t position = 0) {
    return must_write([&](audit::Change& change) {
      GoalFields fields;
      fields.title = {title};
      fields.position.value = position;
      return create_goal(change, fields);
    });
  }
  Goal add_goal_for(const SchoolId& school) {
    return must_write([&](audit::Change& change) {
      GoalFields fields;
      fields.title = {"For one school"};
      fields.all_schools = false;
      fields.schools = {school};
      return create_goal(change, fields);
    });
  }
  Measure add_measure(const Goal& goal) {
    return must_write([&](audit::Change& change) {
      MeasureFields fields;
      fields.name = {"Third grade reading"};
      fields.unit = {"%"};
      return create_measure(change, goal.id, fields);
    });
  }
  Strategy add_strategy(const Goal& goal) {
    return must_write([&](audit::Change& change) {
      StrategyFields fields;
      fields.title = {"Structured literacy"};
      fields.systems = {System::curriculum, System::data};
      return create_strategy(change, goal.id, fields);
    });
  }
  Result<Activity> add_activity(const Strategy& strategy, std::optional<SchoolId> school = {}) {
    return write([&](audit::Change& change) {
      ActivityFields fields;
      fields.title = {"Train the teachers"};
      return create_activity(change, strategy.id, school, fields);
    });
  }
  FundingSource add_source(bool active = true) {
    return must_write([&](audit::Change& change) {
      return create_funding_source(change, {{"Title I A"}, SourceKind::federal, active});
    });
  }
  Result<FundingLine> add_line(const Strategy& strategy, const FundingSource& source,
                               std::optional<SchoolId> school = {}) {
    return write([&](audit::Change& change) {
      return create_funding_line(change, strategy.id,
                                 {school, source.id, {"2026-27"}, {4'500'000}, {}});
    });
  }
  Result<Target> targets(const Measure& measure, std::optional<SchoolId> school,
                         std::int64_t expected, double end) {
    return write([&](audit::Change& change) {
      return set_targets(change, measure.id, school, expected,
                         {on("2026-06-30", 52), {on("2027-06-30", 60.5)}, on("2029-06-30", end)});
    });
  }
  WholePlan plan() {
    return read([&](db::Tx& tx) { return read_plan(tx, district).value(); });
  }
  std::int64_t entries(const std::string& entity) {
    return read([&](db::Tx& tx) {
      return tx.number("select count(*) from audit_entry where district_id = :d and entity = :e",
                       district, entity);
    });
  }
  std::int64_t rows(const std::string& table) {
    return read([&](db::Tx& tx) {
      return tx.number("select count(*) from " + table + " where district_id = :d", district);
    });
  }

  SchoolId north;
  SchoolId south;
};

}  // namespace tandem::plan
