#include "agreement/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tandem::agreement {
namespace {

using identity::Grant;
using identity::Role;

const SchoolId kNorth = new_id<SchoolId>();
const SchoolId kSouth = new_id<SchoolId>();
const audit::Actor kSomebody{new_id<PersonId>(), "Ana"};
const std::vector<Grant> kOfNorth{{Role::school_member, kNorth}};
const std::vector<Grant> kOfSouth{{Role::school_lead, kSouth}};
const std::vector<Grant> kOfDistrict{{Role::district_member, std::nullopt}};
const std::vector<Grant> kOfNeither{{Role::consultant, std::nullopt},
                                    {Role::facilitator, std::nullopt},
                                    {Role::viewer, std::nullopt}};

Commitment promised(Direction direction) {
  Commitment commitment;
  commitment.title = {"A coach, half time"};
  commitment.direction = direction;
  commitment.school_id = kNorth;
  return commitment;
}

TEST(Sides, EachSpeaksForItself) {
  EXPECT_TRUE(speaks_for(Side::school, kNorth, kOfNorth));
  EXPECT_FALSE(speaks_for(Side::school, kNorth, kOfSouth));
  EXPECT_FALSE(speaks_for(Side::school, kNorth, kOfDistrict));
  EXPECT_TRUE(speaks_for(Side::district, kNorth, kOfDistrict));
  EXPECT_FALSE(speaks_for(Side::district, kNorth, kOfNorth));
  for (const auto side : {Side::district, Side::school}) {
    EXPECT_FALSE(speaks_for(side, kNorth, kOfNeither));
  }
}

TEST(Commitments, AreMadeByOneSideAndAcknowledgedAndReviewedByTheOther) {
  for (const auto direction : {Direction::district_to_school, Direction::school_to_district}) {
    const bool districts = direction == Direction::district_to_school;
    const auto& maker = districts ? kOfDistrict : kOfNorth;
    const auto& receiver = districts ? kOfNorth : kOfDistrict;
    EXPECT_TRUE(may_make(direction, kNorth, maker).has_value());
    EXPECT_EQ(may_make(direction, kNorth, receiver).error().status, 403);
    auto commitment = promised(direction);
    EXPECT_EQ(may_review(commitment, receiver).error().status, 409);
    EXPECT_EQ(may_acknowledge(commitment, maker).error().status, 403);
    ASSERT_TRUE(may_acknowledge(commitment, receiver).has_value());
    acknowledge(commitment, {{"Thank you"}}, kSomebody, Timestamp::now());
    EXPECT_EQ(may_acknowledge(commitment, receiver).error().status, 409);
    EXPECT_EQ(may_review(commitment, maker).error().status, 403);
    EXPECT_EQ(may_review(commitment, kOfNeither).error().status, 403);
    EXPECT_TRUE(may_review(commitment, receiver).has_value());
  }
}

TEST(Commitments, AreReviewedOnceTheirDayHasCome) {
  auto commitment = promised(Direction::district_to_school);
  commitment.due_on = Date{"2026-12-01"};
  EXPECT_FALSE(awaits_review(commitment, Date{"2026-12-02"}));  // not even acknowledged
  acknowledge(commitment, {}, kSomebody, Timestamp::now());
  EXPECT_FALSE(awaits_review(commitment, Date{"2026-11-30"}));
  EXPECT_TRUE(awaits_review(commitment, Date{"2026-12-01"}));
  review(commitment, {Outcome::partly, {"From January only"}}, kSomebody, Timestamp::now());
  EXPECT_FALSE(awaits_review(commitment, Date{"2026-12-02"}));
}

// Whatever is done: other words ask for another acknowledgement, the goal alone does not, reviews
// are never lost, and the outcome is the last one's.
RC_GTEST_PROP(Commitments, KeepWhatWasSaid, ()) {
  auto commitment = promised(Direction::school_to_district);
  std::size_t reviews = 0;
  for (const int move : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5))) {
    CommitmentFields fields = commitment;
    const bool acknowledged = !awaits_acknowledgement(commitment);
    if (move == 0) {
      fields.title.value += "!";
      reword(commitment, fields);
      RC_ASSERT(awaits_acknowledgement(commitment));
    } else if (move == 1) {
      fields.goal_id = new_id<RecordId>();
      reword(commitment, fields);
      RC_ASSERT(!awaits_acknowledgement(commitment) == acknowledged);
    } else if (move == 2) {
      if (may_acknowledge(commitment, kOfDistrict)) {
        acknowledge(commitment, {}, kSomebody, Timestamp::now());
      }
      RC_ASSERT(!awaits_acknowledgement(commitment));
    } else if (may_review(commitment, kOfDistrict)) {
      const auto outcome = static_cast<Outcome>(move % 3);
      review(commitment, {outcome, {"So"}}, kSomebody, Timestamp::now());
      ++reviews;
      RC_ASSERT(commitment.outcome == outcome);
    }
    RC_ASSERT(commitment.reviews.size() == reviews);
    RC_ASSERT(reviews <= kMostReviews);
  }
}

// ---- who decides ------------------------------------------------------------------------------

Decision decision(const char* id, Decider by, std::vector<PlanChange> covers,
                  std::optional<SchoolId> school = {}) {
  Decision row;
  row.id = RecordId{id};
  row.title = {std::string("Decision ") + id};
  row.decided_by = by;
  row.covers = std::move(covers);
  row.school_id = std::move(school);
  return row;
}

TEST(WhoDecides, IsTheDistrictTeamWhereTheListIsSilent) {
  const auto found = who_decides({}, PlanChange::end_target, std::nullopt);
  EXPECT_EQ(found.by, Decider::district_team);
  EXPECT_FALSE(found.decision_id.has_value());
}

TEST(WhoDecides, IsWhatTheSchoolsOwnListSaysBeforeTheDistricts) {
  const SchoolId north{"north"};
  const SchoolId south{"south"};
  const std::vector<Decision> list = {
      decision("a", Decider::board, {PlanChange::end_target, PlanChange::stop_strategy}),
      decision("b", Decider::building_team, {PlanChange::new_activity}),
      decision("c", Decider::executive, {PlanChange::end_target}, north)};
  EXPECT_EQ(who_decides(list, PlanChange::end_target, north).by, Decider::executive);
  EXPECT_EQ(who_decides(list, PlanChange::end_target, south).by, Decider::board);
  EXPECT_EQ(who_decides(list, PlanChange::end_target, std::nullopt).by, Decider::board);
  EXPECT_EQ(who_decides(list, PlanChange::new_activity, south).by, Decider::building_team);
  EXPECT_EQ(who_decides(list, PlanChange::new_activity, std::nullopt).by, Decider::district_team)
      << "no building team decides for the district";
  EXPECT_EQ(who_decides(list, PlanChange::note, north).by, Decider::district_team);
}

RC_GTEST_PROP(WhoDecides, DoesNotDependOnOrderAndIsSomebodyOfTheList, ()) {
  std::vector<Decision> list;
  const auto count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    const auto by = *rc::gen::element(Decider::district_team, Decider::building_team,
                                      Decider::executive, Decider::board);
    const auto change = *rc::gen::element(PlanChange::note, PlanChange::end_target);
    const bool own = *rc::gen::arbitrary<bool>();
    list.push_back(decision(("d" + std::to_string(i)).c_str(), by, {change},
                            own ? std::optional(SchoolId{"north"}) : std::nullopt));
  }
  auto other = list;
  std::reverse(other.begin(), other.end());
  for (const auto& school : {std::optional<SchoolId>{}, std::optional(SchoolId{"north"})}) {
    const auto found = who_decides(list, PlanChange::note, school);
    RC_ASSERT(found.decision_id == who_decides(other, PlanChange::note, school).decision_id);
    if (!found.decision_id) continue;
    const auto row = std::find_if(list.begin(), list.end(),
                                  [&](const auto& one) { return one.id == *found.decision_id; });
    RC_ASSERT(row->covers.at(0) == PlanChange::note);
    RC_ASSERT(!row->school_id || row->school_id == school);
  }
}

TEST(WhoDecides, IsAskedOfWhatSomebodyIs) {
  const SchoolId north{"north"};
  Voice lead;
  lead.grants = {{identity::Role::district_lead, std::nullopt}};
  Voice principal;
  principal.grants = {{identity::Role::school_lead, north}};
  Voice executive = lead;
  executive.executive = true;
  EXPECT_TRUE(is_among(Decider::district_team, north, lead));
  EXPECT_FALSE(is_among(Decider::building_team, north, lead));
  EXPECT_TRUE(is_among(Decider::building_team, north, principal));
  EXPECT_FALSE(is_among(Decider::building_team, SchoolId{"south"}, principal));
  EXPECT_FALSE(is_among(Decider::building_team, std::nullopt, principal));
  EXPECT_FALSE(is_among(Decider::district_team, north, principal));
  EXPECT_FALSE(is_among(Decider::executive, std::nullopt, lead));
  EXPECT_TRUE(is_among(Decider::executive, std::nullopt, executive));
  EXPECT_FALSE(is_among(Decider::board, std::nullopt, lead));
  EXPECT_TRUE(is_among(Decider::board, std::nullopt, executive));
}

}  // namespace
}  // namespace tandem::agreement
