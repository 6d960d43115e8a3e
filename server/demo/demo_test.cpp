#include "demo/demo.hpp"

#include <algorithm>
#include <chrono>

#include "action/service.hpp"
#include "audit/history.hpp"
#include "balance/service.hpp"
#include "demo/data.hpp"
#include "identity/password.hpp"
#include "identity/people.hpp"
#include "need/service.hpp"
#include "org/service.hpp"
#include "plan/store.hpp"
#include "team/service.hpp"
#include "testing/database.hpp"

namespace tandem::demo {
namespace {

class Demo : public testing::StoreTest {
 protected:
  toolkit::Packs packs;
};

TEST_P(Demo, HasSomethingBelievableOnEveryPage) {
  const Date today = Timestamp::now().date();
  const auto begun = std::chrono::steady_clock::now();
  const auto logins = load(*database, packs, today);
  ASSERT_TRUE(logins.has_value()) << logins.error().detail << json::text(logins.error().errors);
  EXPECT_LT(std::chrono::steady_clock::now() - begun,
            std::chrono::seconds(60));  // in debug, under load
  const auto& where = logins->district;
  EXPECT_EQ(logins->people.size(), 8U);  // one for each role

  read([&](db::Tx& tx) {
    EXPECT_EQ(org::schools(tx, where).size(), 8U);
    const auto people = identity::people(tx, where);
    EXPECT_EQ(people.size(), 41U);
    for (const auto& login : logins->people) {
      const auto found = identity::find_login(tx, identity::Email{login.email});
      ASSERT_TRUE(found.has_value());
      EXPECT_TRUE(identity::verify_password(*found->password_hash, logins->password));
    }
    const auto teams = team::teams(tx, where, packs);
    EXPECT_EQ(teams.size(), 9U);
    EXPECT_FALSE(teams[0].complete);  // nobody from the community yet
    EXPECT_FALSE(teams[0].needs_decision_maker);

    const auto standing = balance::standing(tx, where);
    ASSERT_TRUE(standing.has_value());
    EXPECT_EQ(standing->round.year, SchoolYear::of(today));
    std::map<balance::State, int> states;
    for (const auto& row : standing->templates) ++states[row.state];
    EXPECT_EQ(states[balance::State::accepted], 3);
    EXPECT_EQ(states[balance::State::submitted], 2);
    EXPECT_EQ(states[balance::State::returned], 1);
    EXPECT_EQ(states[balance::State::draft], 3);

    action::Query all;
    all.limit = 500;
    const auto items = action::list(tx, where, all);
    EXPECT_GT(items.size(), 30U);
    std::map<action::Status, int> by_status;
    for (const auto& item : items) ++by_status[item.status];
    EXPECT_EQ(by_status.size(), 4U);
    all.due_before = today;
    EXPECT_FALSE(action::list(tx, where, all).empty());

    const auto gathered = need::gather(tx, where);
    std::size_t together = 0;
    for (const auto& proposal : gathered.proposals) together += proposal.items.size() > 1 ? 1 : 0;
    EXPECT_GE(together, 1U);
    EXPECT_EQ(std::count_if(gathered.schools.begin(), gathered.schools.end(),
                            [](const auto& school) { return school.report_id.has_value(); }),
              6);

    EXPECT_EQ(tx.number("select count(*) from goal where district_id = :d", where), 4);
    EXPECT_GT(tx.number("select count(*) from target where district_id = :d", where), 15);
    EXPECT_GT(
        tx.number("select count(*) from activity where district_id = :d and school_id is not null",
                  where),
        8);
    const auto plan = plan::read_plan(tx, where).value();
    EXPECT_TRUE(plan.goals[0].challenge.has_value());
    EXPECT_TRUE(plan.goals[0].findings.empty());
    EXPECT_FALSE(plan.goals[3].findings.empty()) << "something to mend";
    EXPECT_FALSE(plan.wait_warnings.empty());
    EXPECT_TRUE(plan.goals[0].strategies[0].library_id.has_value());
    EXPECT_EQ(plan.goals[0].strategies[0].readiness->verdict, plan::Verdict::nearly);
    EXPECT_EQ(tx.number("select count(*) from initiative where district_id = :d", where), 5);
    const auto count = [&](const std::string& table) {
      return tx.number("select count(*) from " + table + " where district_id = :d", where);
    };
    EXPECT_EQ(count("barrier"), 8);  // one of them made by taking up a school's
    EXPECT_EQ(count("communication"), 7);
    EXPECT_GT(count("communication_delivery"), 10);
    EXPECT_EQ(count("commitment"), 6);
    EXPECT_EQ(count("decision"), 6);
    EXPECT_EQ(count("team_procedure"), 3);
    EXPECT_EQ(count("team_skill"), 5);
    // Money of three years, this year's entered as it was spent.
    EXPECT_EQ(
        tx.number("select count(distinct year) from funding_line where district_id = :d", where),
        3);
    EXPECT_GT(tx.number("select count(*) from spending where district_id = :d and dated > :day",
                        where, Date::from(today.day() - std::chrono::days{95})),
              20);
    EXPECT_EQ(tx.number("select count(*) from reallocation where district_id = :d", where), 1);
    // As if it had been done by people, over months, and none of it later than now.
    EXPECT_GT(tx.number("select count(*) from audit_entry where district_id = :d", where), 500);
    EXPECT_GT(tx.number("select count(distinct person_id) from audit_entry where district_id = :d",
                        where),
              15);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and at > :now",
                        where, Timestamp::now()),
              0);
    EXPECT_EQ(tx.number("select count(*) from audit_entry a join audit_entry b on b.district_id = "
                        "a.district_id "
                        "and b.seq = a.seq + 1 and b.at < a.at where a.district_id = :d",
                        where),
              0);
  });

  const auto again = load(*database, packs, today);
  EXPECT_EQ(again.error().status, 409);
}

TEST_P(Demo, LoadsOnAnyDayOfTheYear) {
  for (const auto* day : {"2026-07-01", "2028-02-29"}) {
    const auto logins = load(*database, packs, Date{day});
    ASSERT_TRUE(logins.has_value())
        << day << logins.error().detail << json::text(logins.error().errors);
    must_write([&](audit::Change& change) -> Result<void> {
      for (const auto* table : {"district", "person"}) {
        change.tx.run("delete from " + std::string(table) + " where district_id = :d",
                      logins->district);
      }
      return {};
    });
  }
}

TEST(DemoDay, IsSeenFromToday) {
  const Date today{"2026-11-24"};
  EXPECT_EQ(day_of("+7", today).value, "2026-12-01");
  EXPECT_EQ(day_of("-24", today).value, "2026-10-31");
  EXPECT_EQ(day_of("Y0-05-15", today).value, "2027-05-15");
  EXPECT_EQ(day_of("Y0-09-01", today).value, "2026-09-01");
  EXPECT_EQ(day_of("Y-1-05-15", today).value, "2026-05-15");
  EXPECT_EQ(day_of("Y2-06-30", today).value, "2029-06-30");
  EXPECT_EQ(day_of("Y0-09-01", Date{"2027-06-30"}).value, "2026-09-01");
  for (const auto* none : {"", "soon", "Y0-13-01", "Yx-01-01", "+"}) {
    EXPECT_THROW(static_cast<void>(day_of(none, today)), std::invalid_argument) << none;
  }
}

INSTANTIATE_STORE_TEST(Demo);

}  // namespace
}  // namespace tandem::demo
