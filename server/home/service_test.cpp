#include "home/service.hpp"

#include "action/service.hpp"
#include "balance/service.hpp"
#include "org/service.hpp"
#include "plan/service.hpp"
#include "testing/database.hpp"

namespace tandem::home {
namespace {

using identity::Role;

class HomePage : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      team::open_team(change, std::nullopt, "District team");
      plan::open_plan(change, "Birch Lake");
      return {};
    });
  }
  SchoolId open_school(const std::string& code) {
    org::SchoolFields fields;
    fields.code = {code};
    fields.name = {"School " + code};
    return must_write([&](audit::Change& change) { return org::create_school(change, fields); })
        .school_id();
  }
  void open_round() {
    must_write([&](audit::Change& change) {
      balance::OpenRoundFields fields;
      fields.year = SchoolYear::of(change.now.date());
      return balance::open_round(change, packs, fields);
    });
  }
  void add_action(const SchoolId& school, const PersonId& owner, std::chrono::days from_today) {
    action::ActionItemFields fields;
    fields.title = {"Call families"};
    fields.owner_id = owner;
    fields.due_on = Date::from(today.day() + from_today);
    must_write([&](audit::Change& change) { return action::create(change, school, fields); });
  }
  Home home_of(const PersonId& person, std::vector<identity::Grant> grants) {
    return *read([&](db::Tx& tx) {
      return home(tx, {district, person, std::move(grants), today}, packs);
    });
  }

  toolkit::Packs packs;
  const Date today = Timestamp::now().date();
};

TEST_P(HomePage, OfANewDistrictSaysWhereToBegin) {
  open_school("00101");
  const auto seen = home_of(new_id<PersonId>(), {{Role::administrator, std::nullopt}});
  ASSERT_FALSE(seen.waiting.empty());
  EXPECT_EQ(seen.waiting[0].kind, WaitingKind::round_to_open);
  EXPECT_FALSE(seen.round.has_value());
  EXPECT_EQ(seen.plan.schools, 1);
  EXPECT_FALSE(seen.changed.empty());
}

TEST_P(HomePage, IsMadeForWhoeverLooks) {
  const auto north = open_school("00101");
  open_school("00102");
  const auto ana = add_person("Ana");
  open_round();
  add_action(north, ana, std::chrono::days{-1});
  add_action(north, ana, std::chrono::days{14});
  add_action(north, ana, std::chrono::days{15});
  add_action(north, add_person("Ben"), std::chrono::days{1});
  const auto seen = home_of(ana, {{Role::school_lead, north}});
  ASSERT_EQ(seen.waiting.size(), 4U);
  EXPECT_EQ(seen.waiting[0].kind, WaitingKind::action_due);
  EXPECT_TRUE(seen.waiting[0].overdue);
  EXPECT_EQ(seen.waiting[1].kind, WaitingKind::action_due);
  EXPECT_EQ(seen.waiting[2].kind, WaitingKind::template_to_fill);
  EXPECT_EQ(seen.waiting[3].kind, WaitingKind::team_incomplete);
  ASSERT_TRUE(seen.round.has_value());
  EXPECT_EQ(seen.round->templates.draft, 2);
  for (const auto& entry : seen.changed) EXPECT_NE(entry.person_id, ana.value);
  EXPECT_LE(seen.changed.size(), kMostChanged);
}

TEST_P(HomePage, AsksNoMoreOfTheStoreWhenThereIsMore) {
  const auto count = [&](const SchoolId& school, const PersonId& person) {
    statements.clear();
    home_of(person, {{Role::administrator, std::nullopt}, {Role::school_lead, school}});
    return statements.size();
  };
  const auto ana = add_person("Ana");
  const auto school = open_school("1");
  open_round();
  add_action(school, ana, std::chrono::days{1});
  const auto few = count(school, ana);
  for (int i = 2; i < 12; ++i)
    add_action(open_school(std::to_string(i)), ana, std::chrono::days{1});
  EXPECT_EQ(count(school, ana), few);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(HomePage);

}  // namespace
}  // namespace tandem::home
