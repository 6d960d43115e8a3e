#include "team/service.hpp"

#include "testing/database.hpp"

namespace tandem::team {
namespace {

class TeamStore : public testing::StoreTest {};

TEST_P(TeamStore, OpensATeam) {
  const auto school = add_school("Lakeside");
  const auto id = must_write([&](audit::Change& change) -> Result<RecordId> {
    return open_team(change, school, "Lakeside team");
  });
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].topic, "teams");
  read([&](db::Tx& tx) {
    const auto found = record::find<Team>(tx, district, id);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->name.value, "Lakeside team");
    EXPECT_EQ(found->school_id, school);
  });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(TeamStore);

}  // namespace
}  // namespace tandem::team
