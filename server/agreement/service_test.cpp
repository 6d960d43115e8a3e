#include "agreement/service.hpp"

#include "testing/database.hpp"

namespace tandem::agreement {
namespace {

using identity::Role;

class Agreements : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    of_school = {{Role::school_lead, north}};
  }
  Commitment promise(Direction direction, const Grants& by) {
    CommitmentFields fields;
    fields.title = {"A coach, half time"};
    fields.direction = direction;
    return must_write([&](audit::Change& change) { return make(change, by, north, fields); });
  }
  SchoolId north;
  const Grants of_district{{Role::district_lead, std::nullopt}};
  Grants of_school;
};

TEST_P(Agreements, ACommitmentGoesFromOneSideToTheOther) {
  const auto made = promise(Direction::district_to_school, of_district);
  EXPECT_EQ(events.at(0).topic, "agreements");
  CommitmentFields fields = made;
  EXPECT_EQ(
      write([&](audit::Change& change) { return reword(change, of_school, made.id, 1, fields); })
          .error()
          .status,
      403);
  fields.direction = Direction::school_to_district;  // nobody promises for the other side
  EXPECT_EQ(
      write([&](audit::Change& change) { return reword(change, of_district, made.id, 1, fields); })
          .error()
          .status,
      403);
  EXPECT_EQ(read([&](db::Tx& tx) { return unsettled(tx, district, 10); }).size(), 1U);
  must_write([&](audit::Change& change) {
    return acknowledge(change, of_school, made.id, 1, {{"We count on it"}});
  });
  const auto reviewed = must_write([&](audit::Change& change) {
    return review(change, of_school, made.id, 2, {Outcome::partly, {"From January"}});
  });
  EXPECT_EQ(reviewed.reviews.at(0).by, actor.name);
  EXPECT_TRUE(read([&](db::Tx& tx) { return unsettled(tx, district, 10); }).empty());
  EXPECT_EQ(write([&](audit::Change& change) { return withdraw(change, of_district, made.id, 3); })
                .error()
                .status,
            409);
  Query query;
  query.school_id = north;
  const auto kept = read([&](db::Tx& tx) { return commitments(tx, district, query); });
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].reviews.at(0).words.value, "From January");
  EXPECT_EQ(kept[0].outcome, Outcome::partly);
  expect_indexed();
}

TEST_P(Agreements, ACommitmentThatNobodyReviewedCanBeWithdrawn) {
  const auto made = promise(Direction::school_to_district, of_school);
  EXPECT_EQ(write([&](audit::Change& change) { return withdraw(change, of_district, made.id, 1); })
                .error()
                .status,
            403);
  must_write([&](audit::Change& change) { return withdraw(change, of_school, made.id, 1); });
  EXPECT_EQ(events.at(0).version, 0);
  CommitmentFields fields = made;
  fields.goal_id = new_id<RecordId>();
  EXPECT_EQ(write([&](audit::Change& change) { return make(change, of_school, north, fields); })
                .error()
                .errors.at(0)
                .pointer,
            "/goal_id");
  expect_indexed();
}

TEST_P(Agreements, DecisionsFollowProceduresOfTheirPlace) {
  const auto south = add_school("South");
  const auto procedure = must_write([&](audit::Change& change) {
    return create_procedure(change, north, {{"Agendas"}, {"A week before."}, {"Us"}, {}});
  });
  DecisionFields fields;
  fields.title = {"Which materials are bought"};
  fields.decided_by = Decider::executive;
  fields.procedure_id = procedure.id;
  const auto pointer = [&](const std::optional<SchoolId>& school) {
    const auto made =
        write([&](audit::Change& change) { return create_decision(change, school, fields); });
    return made ? std::string() : made.error().errors.at(0).pointer;
  };
  EXPECT_EQ(pointer(std::nullopt), "/procedure_id");
  EXPECT_EQ(pointer(south), "/procedure_id");
  EXPECT_EQ(pointer(north), "");
  fields.procedure_id.reset();
  EXPECT_EQ(pointer(std::nullopt), "");
  must_write([&](audit::Change& change) { return remove_procedure(change, procedure.id, 1); });
  Query query;
  query.school_id = north;
  const auto left = read([&](db::Tx& tx) { return decisions(tx, district, query); });
  ASSERT_EQ(left.size(), 1U);
  EXPECT_FALSE(left[0].procedure_id.has_value());
  query.school_id.reset();
  query.district_only = true;
  EXPECT_EQ(read([&](db::Tx& tx) { return decisions(tx, district, query); }).size(), 1U);
  EXPECT_TRUE(read([&](db::Tx& tx) { return procedures(tx, district, {}); }).empty());
  must_write(
      [&](audit::Change& change) { return remove_decision(change, left[0].id, left[0].version); });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Agreements);

}  // namespace
}  // namespace tandem::agreement
