#include "strategy/service.hpp"

#include "plan/service.hpp"
#include "strategy/rules.hpp"
#include "testing/database.hpp"

namespace tandem::strategy {
namespace {

std::set<std::string> pointers(const std::vector<FieldError>& errors) {
  std::set<std::string> found;
  for (const auto& error : errors) found.insert(error.pointer);
  return found;
}
using Pointers = std::set<std::string>;

TEST(StrategyRules, EvidenceIsCitedAndDecisionsHaveReasons) {
  LibraryStrategyFields entry;
  for (const auto tier :
       {plan::EvidenceTier::strong, plan::EvidenceTier::moderate, plan::EvidenceTier::promising}) {
    entry.evidence_tier = tier;
    EXPECT_EQ(pointers(faults(entry)), Pointers{"/citation"});
  }
  entry.evidence_tier = plan::EvidenceTier::rationale;
  EXPECT_TRUE(faults(entry).empty());
  entry.questions = {{"Why?"}, {"Why?"}};
  EXPECT_EQ(pointers(faults(entry)), Pointers{"/questions/1"});

  InitiativeFields initiative;
  EXPECT_TRUE(faults(initiative, false).empty());
  initiative.decision = Decision::stop;
  EXPECT_EQ(pointers(faults(initiative, false)), Pointers{"/reason"});
  initiative.decision = Decision::fold_in;
  EXPECT_EQ(pointers(faults(initiative, false)), (Pointers{"/reason", "/strategy_id"}));
  initiative.decision = Decision::keep;
  initiative.reason = {"It works"};
  initiative.strategy_id = RecordId{"a"};
  EXPECT_EQ(pointers(faults(initiative, false)), Pointers{"/strategy_id"});
  initiative.strategy_id.reset();
  initiative.schools = {SchoolId{"north"}};
  EXPECT_TRUE(faults(initiative, false).empty());
  EXPECT_EQ(pointers(faults(initiative, true)), Pointers{"/schools"});
}

class StrategyService : public testing::StoreTest {
 protected:
  void SetUp() override {
    testing::StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    goal = must_write([&](audit::Change& change) {
      plan::open_plan(change, "Birch Lake");
      plan::GoalFields fields;
      fields.title = {"Reading"};
      return plan::create_goal(change, fields);
    });
    statements.clear();
  }
  LibraryStrategy add_entry(const std::string& title) {
    return must_write([&](audit::Change& change) {
      LibraryStrategyFields fields;
      fields.title = {title};
      return create_entry(change, fields);
    });
  }
  Result<plan::Strategy> add_strategy(const RecordId& library) {
    return write([&](audit::Change& change) {
      plan::StrategyFields fields;
      fields.title = {"Structured literacy"};
      fields.library_id = library;
      return plan::create_strategy(change, goal.id, fields);
    });
  }

  SchoolId north;
  plan::Goal goal;
};

TEST_P(StrategyService, APlansStrategyKeepsItsLinkToTheLibrary) {
  const auto second = add_entry("Tutoring");
  const auto first = add_entry("Structured literacy");
  EXPECT_EQ(events.at(0).topic, "plan");
  const auto made = add_strategy(first.id).value();
  EXPECT_EQ(made.library_id, first.id);
  EXPECT_EQ(add_strategy(new_id<RecordId>()).error().errors.at(0).pointer, "/library_id");

  const auto remove = [&](const RecordId& id) {
    return write([&](audit::Change& change) { return remove_entry(change, id, 1); });
  };
  EXPECT_EQ(remove(first.id).error().status, 409) << "a strategy was made from it";
  EXPECT_TRUE(remove(second.id));
  EXPECT_EQ(remove(second.id).error().status, 404);
  auto fields = static_cast<LibraryStrategyFields>(first);
  fields.active = false;
  must_write([&](audit::Change& change) { return replace_entry(change, first.id, 1, fields); });
  EXPECT_EQ(write([&](audit::Change& change) { return replace_entry(change, first.id, 1, fields); })
                .error()
                .status,
            412);
  const auto entries = read([&](db::Tx& tx) { return library(tx, district); });
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_FALSE(entries[0].active);
  expect_indexed();
}

TEST_P(StrategyService, TheInventoryHasTheDistrictsAndTheSchools) {
  const auto strategy = add_strategy(add_entry("Structured literacy").id).value();
  const auto report = [&](const InitiativeFields& fields, std::optional<SchoolId> school) {
    return write([&](audit::Change& change) { return create_initiative(change, school, fields); });
  };
  InitiativeFields fields;
  fields.title = {"Reading buddies"};
  const auto own = report(fields, north).value();
  EXPECT_EQ(own.school_id, north);
  EXPECT_EQ(report(fields, new_id<SchoolId>()).error().status, 404);
  fields.schools = {new_id<SchoolId>()};
  fields.owner_id = new_id<PersonId>();
  fields.decision = Decision::fold_in;
  fields.reason = {"The same work"};
  fields.strategy_id = new_id<RecordId>();
  EXPECT_EQ(pointers(report(fields, {}).error().errors),
            (Pointers{"/schools/0", "/owner_id", "/strategy_id"}));
  fields.schools = {north};
  fields.owner_id.reset();
  fields.strategy_id = strategy.id;
  const auto folded = report(fields, {}).value();

  must_write([&](audit::Change& change) { return plan::remove_strategy(change, strategy.id, 1); });
  fields.effect = Effect::good;
  must_write(
      [&](audit::Change& change) { return replace_initiative(change, folded.id, 1, fields); });
  const auto all = read([&](db::Tx& tx) { return initiatives(tx, district); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, folded.id) << "the district's first";
  must_write([&](audit::Change& change) { return remove_initiative(change, own.id, 1); });
  EXPECT_EQ(read([&](db::Tx& tx) { return initiatives(tx, district).size(); }), 1U);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(StrategyService);

}  // namespace
}  // namespace tandem::strategy
