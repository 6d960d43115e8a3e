#include "barrier/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tandem::barrier {
namespace {

const audit::Actor kSomebody{new_id<PersonId>(), "Ana"};

Barrier of_school() {
  Barrier barrier;
  barrier.school_id = new_id<SchoolId>();
  return barrier;
}

TEST(BarrierFields, StandWhereTheirOwnerCanReach) {
  BarrierFields fields;
  fields.level = Level::district;
  EXPECT_EQ(faults(fields, true).at(0).pointer, "/level");
  EXPECT_TRUE(faults(fields, false).empty());
  fields.level = Level::building;
  EXPECT_TRUE(faults(fields, true).empty());
  EXPECT_EQ(faults(fields, false).at(0).pointer, "/level");
  fields.level = Level::shared;
  EXPECT_TRUE(faults(fields, true).empty());
  EXPECT_TRUE(faults(fields, false).empty());
}

TEST(BarrierFields, NameAStrategyOnlyWithItsGoal) {
  BarrierFields fields;
  fields.strategy_id = new_id<RecordId>();
  EXPECT_EQ(faults(fields, true).at(0).pointer, "/goal_id");
  fields.goal_id = new_id<RecordId>();
  EXPECT_TRUE(faults(fields, true).empty());
}

TEST(Raising, IsForSchools) { EXPECT_EQ(may_raise(Barrier{}).error().status, 409); }

// Whatever the two sides try, in any order: it is never answered without having been raised, a
// question never stands twice, and what was taken up stays taken up.
RC_GTEST_PROP(Raising, GoesBackAndForth, ()) {
  auto barrier = of_school();
  const auto now = Timestamp::now();
  for (const int move : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4))) {
    const auto before = barrier;
    if (move == 0) {
      if (may_raise(barrier)) {
        raise(barrier, {{"Help"}}, kSomebody, now);
        RC_ASSERT(awaits_reply(barrier));
      } else {
        RC_ASSERT(awaits_reply(before) || before.reply == Reply::taken_up);
      }
      continue;
    }
    ReplyFields fields{static_cast<Reply>(move - 1), {"So"}, {}};
    if (may_reply(barrier, fields)) {
      RC_ASSERT(awaits_reply(before));
      reply(barrier, fields, kSomebody, now);
      RC_ASSERT(barrier.reply == fields.reply);
    } else {
      RC_ASSERT(!awaits_reply(before));
    }
    if (before.reply == Reply::taken_up) RC_ASSERT(barrier.reply == Reply::taken_up);
  }
}

TEST(Reply, NamesADistrictsBarrierOnlyWhenItIsTakenUp) {
  auto barrier = of_school();
  raise(barrier, {{"Help"}}, kSomebody, Timestamp::now());
  const ReplyFields fields{Reply::declined, {"No"}, new_id<RecordId>()};
  EXPECT_EQ(may_reply(barrier, fields).error().errors.at(0).pointer, "/district_barrier_id");
}

TEST(Reply, ToWhatWasDeclinedAndRaisedAgainStartsAnew) {
  auto barrier = of_school();
  raise(barrier, {{"Help"}}, kSomebody, Timestamp::now());
  reply(barrier, {Reply::declined, {"No money this year"}, {}}, kSomebody, Timestamp::now());
  ASSERT_TRUE(may_raise(barrier).has_value());
  raise(barrier, {{"There is money now"}}, kSomebody, Timestamp::now());
  EXPECT_FALSE(barrier.reply.has_value());
  EXPECT_TRUE(barrier.reply_text.empty());
  EXPECT_EQ(barrier.raised_note, "There is money now");
}

}  // namespace
}  // namespace tandem::barrier
