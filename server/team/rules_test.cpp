#include "team/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::team {
namespace {

Member member_for(const std::string& represents, bool decides = false) {
  Member member;
  member.represents.value = represents;
  member.decision_maker = decides;
  return member;
}

toolkit::TeamRule district_rule() {
  return {toolkit::Kind::district,
          "",
          "",
          {{"district-leadership", "District leadership", 1, ""},
           {"district-systems", "District systems", 2, ""},
           {"board", "Board", 0, ""}},
          true};
}

TEST(Standing, NamesWhoIsMissing) {
  const auto rule = district_rule();
  const auto standing =
      standing_of(&rule, {member_for("district-systems"), member_for("community", true)});
  ASSERT_EQ(standing.gaps.size(), 2U);
  EXPECT_EQ(
      json::text(standing.gaps[0]),
      R"({"represents":"district-leadership","label":"District leadership","have":0,"need":1})");
  EXPECT_EQ(standing.gaps[1].have, 1);
  EXPECT_FALSE(standing.needs_decision_maker);
  EXPECT_FALSE(standing.complete);
}

TEST(Standing, WithoutARuleNothingIsMissing) { EXPECT_TRUE(standing_of(nullptr, {}).complete); }

std::vector<Member> any_members() {
  const auto groups = *rc::gen::container<std::vector<std::size_t>>(
      rc::gen::inRange<std::size_t>(0, std::size(kRepresents)));
  std::vector<Member> members;
  for (const auto group : groups) {
    members.push_back(member_for(std::string(kRepresents[group]), *rc::gen::arbitrary<bool>()));
  }
  return members;
}

RC_GTEST_PROP(Standing, AddingAMemberNeverMakesItWorse, ()) {
  const auto rule = district_rule();
  auto members = any_members();
  const auto before = standing_of(&rule, members);
  members.push_back(member_for(
      std::string(kRepresents[*rc::gen::inRange<std::size_t>(0, std::size(kRepresents))])));
  const auto after = standing_of(&rule, members);
  RC_ASSERT(after.gaps.size() <= before.gaps.size());
  RC_ASSERT(!before.complete || after.complete);
  RC_ASSERT(after.needs_decision_maker == before.needs_decision_maker);
}

RC_GTEST_PROP(Standing, FillingEveryGapCompletesIt, ()) {
  const auto rule = district_rule();
  auto members = any_members();
  const auto before = standing_of(&rule, members);
  RC_ASSERT(before.complete == (before.gaps.empty() && !before.needs_decision_maker));
  for (const auto& gap : before.gaps) {
    RC_ASSERT(gap.have < gap.need);
    for (auto i = gap.have; i < gap.need; ++i) members.push_back(member_for(gap.represents));
  }
  if (before.needs_decision_maker) members.push_back(member_for("community", true));
  RC_ASSERT(standing_of(&rule, members).complete);
  std::reverse(members.begin(), members.end());
  RC_ASSERT(standing_of(&rule, members).complete);  // the order does not matter
}

}  // namespace
}  // namespace tandem::team
