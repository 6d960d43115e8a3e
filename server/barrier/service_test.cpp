#include "barrier/service.hpp"

#include "plan/service.hpp"
#include "testing/database.hpp"

namespace tandem::barrier {
namespace {

class Barriers : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    south = add_school("South");
  }
  Barrier make(const std::string& title, const std::optional<SchoolId>& school,
               const std::optional<std::string>& due = {}) {
    BarrierFields fields;
    fields.title = {title};
    fields.level = Level::shared;
    if (due) fields.due_on = Date{*due};
    return must_write([&](audit::Change& change) { return create(change, school, fields); });
  }
  Barrier raised(const Barrier& barrier) {
    return must_write([&](audit::Change& change) {
      return raise(change, barrier.id, barrier.version, {{"Please help"}});
    });
  }
  std::vector<std::string> titles(const Query& query) {
    std::vector<std::string> found;
    for (const auto& row : read([&](db::Tx& tx) { return list(tx, district, query); })) {
      found.push_back(row.title);
    }
    return found;
  }
  SchoolId north;
  SchoolId south;
};

using Titles = std::vector<std::string>;

TEST_P(Barriers, AreListedSoonestDueFirstAndFiltered) {
  make("No date", north);
  make("Late", north, "2027-05-01");
  const auto soon = make("Soon", south, "2026-12-01");
  make("100% the district's", std::nullopt, "2027-01-01");
  EXPECT_EQ(titles({}), (Titles{"Soon", "100% the district's", "Late", "No date"}));
  Query query;
  query.school_id = north;
  EXPECT_EQ(titles(query), (Titles{"Late", "No date"}));
  query = {};
  query.district_only = true;
  EXPECT_EQ(titles(query), Titles{"100% the district's"});
  query = {};
  query.text = "0% THE";
  EXPECT_EQ(titles(query), Titles{"100% the district's"});
  query = {};
  query.level = Level::building;
  EXPECT_EQ(titles(query), Titles{});
  raised(soon);
  query = {};
  query.awaiting_reply = true;
  EXPECT_EQ(titles(query), Titles{"Soon"});
  query = {};
  query.limit = 1;
  query.after = *record::place_of(record::cursor_of(soon.due_on, soon.id));
  EXPECT_EQ(titles(query), (Titles{"100% the district's", "Late"}));  // one more than asked for
  expect_indexed();
}

TEST_P(Barriers, RaisedByASchoolAndTakenUpStayLinked) {
  const auto ours = raised(make("Buses come late", north));
  const auto theirs = raised(make("Buses", south));
  EXPECT_EQ(events.at(0).topic, "barriers");
  EXPECT_EQ(read([&](db::Tx& tx) { return awaiting_reply(tx, district, 10); }).size(), 2U);
  const auto answered = must_write([&](audit::Change& change) {
    return reply(change, ours.id, ours.version, {Reply::taken_up, {"We ask the company"}, {}});
  });
  ASSERT_TRUE(answered.district_barrier_id.has_value());
  must_write([&](audit::Change& change) {
    return reply(change, theirs.id, theirs.version,
                 {Reply::taken_up, {"The same"}, answered.district_barrier_id});
  });
  EXPECT_TRUE(read([&](db::Tx& tx) { return awaiting_reply(tx, district, 10); }).empty());

  const auto common =
      *read([&](db::Tx& tx) { return find(tx, district, *answered.district_barrier_id); });
  EXPECT_EQ(common.title.value, "Buses come late");
  EXPECT_FALSE(common.school_id.has_value());
  ASSERT_EQ(common.raised_from.size(), 2U);
  EXPECT_EQ(common.raised_from[0].school_id, north);
  const auto seen = *read([&](db::Tx& tx) { return find(tx, district, ours.id); });
  EXPECT_EQ(seen.district_barrier->id, common.id);
  for (const auto& row : read([&](db::Tx& tx) { return list(tx, district, {}); })) {
    EXPECT_EQ(row.district_barrier.has_value(), row.school_id.has_value());
    EXPECT_EQ(row.raised_from.size(), row.school_id ? 0U : 2U);
  }
  // Schools count on it.
  EXPECT_EQ(write([&](audit::Change& change) { return remove(change, common.id, common.version); })
                .error()
                .status,
            409);
  expect_indexed();
}

TEST_P(Barriers, AnsweringNamesABarrierOfTheDistrict) {
  const auto ours = raised(make("Buses", north));
  const auto other = make("Rooms", south);
  EXPECT_EQ(write([&](audit::Change& change) {
              return reply(change, ours.id, ours.version, {Reply::taken_up, {"Yes"}, other.id});
            })
                .error()
                .errors.at(0)
                .pointer,
            "/district_barrier_id");
  EXPECT_EQ(write([&](audit::Change& change) {
              return reply(change, other.id, other.version, {Reply::declined, {"No"}, {}});
            })
                .error()
                .status,
            409);
  EXPECT_EQ(write([&](audit::Change& change) { return raise(change, ours.id, 1, {{"Again"}}); })
                .error()
                .status,
            412);
  expect_indexed();
}

TEST_P(Barriers, StandInTheWayOfWhatAppliesThere) {
  must_write([&](audit::Change& change) -> Result<void> {
    plan::open_plan(change, "Birch Lake");
    return {};
  });
  plan::GoalFields goal;
  goal.title = {"Read"};
  goal.all_schools = false;
  goal.schools = {south};
  const auto reading =
      must_write([&](audit::Change& change) { return plan::create_goal(change, goal); });
  const auto strategy = must_write([&](audit::Change& change) {
    plan::StrategyFields fields;
    fields.title = {"Tutoring"};
    return plan::create_strategy(change, reading.id, fields);
  });
  BarrierFields fields;
  fields.title = {"No rooms"};
  fields.goal_id = reading.id;
  fields.strategy_id = strategy.id;
  const auto pointer = [&](const SchoolId& school) {
    const auto result =
        write([&](audit::Change& change) { return create(change, school, fields); });
    return result ? std::string() : result.error().errors.at(0).pointer;
  };
  EXPECT_EQ(pointer(north), "/goal_id");
  EXPECT_EQ(pointer(south), "");
  fields.strategy_id = new_id<RecordId>();
  EXPECT_EQ(pointer(south), "/strategy_id");
  fields = {};
  fields.title = {"Whose?"};
  fields.owner_id = new_id<PersonId>();
  EXPECT_EQ(pointer(south), "/owner_id");
  Query query;
  query.goal_id = reading.id;
  EXPECT_EQ(titles(query), Titles{"No rooms"});
  expect_indexed();
}

TEST_P(Barriers, WaitForTheirOwner) {
  const auto ana = add_person("Ana");
  const auto barrier = make("Buses", north, "2026-12-01");
  BarrierFields fields = barrier;
  fields.owner_id = ana;
  must_write([&](audit::Change& change) { return replace(change, barrier.id, 1, fields); });
  const auto due = [&](const std::string& until) {
    return read([&](db::Tx& tx) { return of_owner_due(tx, district, ana, Date{until}, 10); })
        .size();
  };
  EXPECT_EQ(due("2026-12-01"), 1U);
  EXPECT_EQ(due("2026-11-30"), 0U);
  fields.status = Status::resolved;
  must_write([&](audit::Change& change) { return replace(change, barrier.id, 2, fields); });
  EXPECT_EQ(due("2026-12-01"), 0U);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Barriers);

}  // namespace
}  // namespace tandem::barrier
