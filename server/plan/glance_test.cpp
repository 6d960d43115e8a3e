#include "plan/glance.hpp"

#include "plan/service.hpp"
#include "testing/database.hpp"

namespace tandem::plan {
namespace {

const Date kToday{"2026-11-24"};

class PlanGlance : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      open_plan(change, "Birch Lake");
      return {};
    });
    statements.clear();
  }
  RecordId strategy() {
    return must_write([&](audit::Change& change) -> Result<RecordId> {
      GoalFields goal;
      goal.title = {"Reading"};
      goal.statement = {"All third graders read."};
      TRY(const auto made_goal, create_goal(change, goal));
      StrategyFields fields;
      fields.title = {"Coaching"};
      TRY(const auto made, create_strategy(change, made_goal.id, fields));
      return made.id;
    });
  }
  void add(const RecordId& strategy, ActivityStatus status, const std::optional<Date>& due,
           const std::optional<PersonId>& owner = std::nullopt) {
    ActivityFields fields;
    fields.title = {"Train"};
    fields.status = status;
    fields.due_on = due;
    fields.owner_id = owner;
    must_write([&](audit::Change& change) {
      return create_activity(change, strategy, std::nullopt, fields);
    });
  }
};

TEST_P(PlanGlance, OfANewPlanIsEmpty) {
  const auto seen = read([&](db::Tx& tx) { return glance(tx, district, kToday); });
  EXPECT_FALSE(seen.title.empty());
  EXPECT_EQ(seen.goals + seen.strategies + seen.schools + seen.funding_cents.value, 0);
  expect_indexed();
}

TEST_P(PlanGlance, CountsWhatIsInThePlan) {
  add_school("North");
  add_school("Old Mill", "closed");
  const auto coaching = strategy();
  add(coaching, ActivityStatus::not_started, Date{"2026-11-23"});
  add(coaching, ActivityStatus::not_started, std::nullopt);
  add(coaching, ActivityStatus::in_progress, kToday);
  add(coaching, ActivityStatus::in_progress, Date{"2026-09-01"});
  add(coaching, ActivityStatus::done, Date{"2026-09-01"});
  add(coaching, ActivityStatus::dropped, Date{"2026-09-01"});
  must_write([&](audit::Change& change) -> Result<void> {
    TRY(const auto source,
        create_funding_source(change, {{"General fund"}, SourceKind::local, true}));
    for (const auto* year : {"2026-27", "2027-28"}) {
      FundingLineFields line;
      line.source_id = source.id;
      line.year = {year};
      line.amount_cents = {125};
      CHECK_OK(create_funding_line(change, coaching, line));
    }
    return {};
  });
  const auto seen = read([&](db::Tx& tx) { return glance(tx, district, kToday); });
  EXPECT_EQ(seen.goals, 1);
  EXPECT_EQ(seen.strategies, 1);
  EXPECT_EQ(seen.schools, 1);
  EXPECT_EQ(seen.funding_cents.value, 250);
  EXPECT_EQ(seen.activities.not_started, 2);
  EXPECT_EQ(seen.activities.in_progress, 2);
  EXPECT_EQ(seen.activities.done, 1);
  EXPECT_EQ(seen.activities.overdue, 2);
}

TEST_P(PlanGlance, FindsWhatOnePersonHasToDo) {
  const auto ana = add_person("Ana");
  const auto coaching = strategy();
  add(coaching, ActivityStatus::not_started, Date{"2026-12-01"}, ana);
  add(coaching, ActivityStatus::in_progress, Date{"2026-11-01"}, ana);
  add(coaching, ActivityStatus::in_progress, Date{"2027-01-01"}, ana);
  add(coaching, ActivityStatus::done, Date{"2026-11-01"}, ana);
  add(coaching, ActivityStatus::in_progress, std::nullopt, ana);
  add(coaching, ActivityStatus::in_progress, Date{"2026-11-01"}, add_person("Ben"));
  statements.clear();
  const auto found = read([&](db::Tx& tx) {
    return activities_of_owner_due(tx, district, ana, Date{"2026-12-08"}, 50);
  });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].due_on, Date{"2026-11-01"});
  EXPECT_EQ(found[1].due_on, Date{"2026-12-01"});
  expect_indexed();
}

INSTANTIATE_STORE_TEST(PlanGlance);

}  // namespace
}  // namespace tandem::plan
