#include "team/skills.hpp"

#include "team/service.hpp"
#include "testing/database.hpp"

namespace tandem::team {
namespace {

class Skills : public testing::StoreTest {};

TEST_P(Skills, BelongToATeam) {
  RecordId team;
  RecordId other;
  must_write([&](audit::Change& change) -> Result<void> {
    team = open_team(change, std::nullopt, "District team");
    other = open_team(change, std::nullopt, "Another");
    return {};
  });
  SkillFields fields;
  fields.title = {"Reading run charts"};
  fields.held_by = {{"Priya Raman"}, {"Tom"}};
  const auto made =
      must_write([&](audit::Change& change) { return add_skill(change, team, fields); });
  EXPECT_EQ(events.at(0).topic, "teams");
  fields.state = SkillState::growing;
  EXPECT_EQ(
      write([&](audit::Change& change) { return replace_skill(change, other, made.id, 1, fields); })
          .error()
          .status,
      404);
  must_write(
      [&](audit::Change& change) { return replace_skill(change, team, made.id, 1, fields); });
  EXPECT_EQ(write([&](audit::Change& change) { return remove_skill(change, team, made.id, 1); })
                .error()
                .status,
            412);
  const auto listed = read([&](db::Tx& tx) { return skills(tx, district, team); });
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].held_by.at(1).value, "Tom");
  EXPECT_EQ(listed[0].state, SkillState::growing);
  EXPECT_TRUE(read([&](db::Tx& tx) { return skills(tx, district, other); }).empty());
  must_write([&](audit::Change& change) { return remove_skill(change, team, made.id, 2); });
  fields.held_by.assign(kMostHolders + 1, {"Somebody"});
  EXPECT_EQ(write([&](audit::Change& change) { return add_skill(change, team, fields); })
                .error()
                .errors.at(0)
                .pointer,
            "/held_by");
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Skills);

}  // namespace
}  // namespace tandem::team
