#include "monitor/due.hpp"

#include "monitor/cycles.hpp"
#include "monitor/reports.hpp"
#include "testing/database.hpp"

namespace tandem::monitor {
namespace {

using communication::CalendarQuery;
using communication::CalendarScope;

class DueReports : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    south = add_school("South");
    const auto today = Timestamp::now().date();
    due = Date::from(today.day() + std::chrono::days{5});
    cycle = must_write([&](audit::Change& change) {
      return create_cycle(change, {{"Autumn"}, today, due});
    });
    person = add_person("Pat");
  }
  void grant(const std::string& role, const SchoolId& school) {
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(
          "insert into role_grant (district_id, person_id, role, school_id) values (:d, :p, :r, "
          ":s)",
          district, person, role, school);
      return {};
    });
  }
  std::vector<std::string> titles(CalendarScope scope, int until = 10) {
    CalendarQuery query{district,
                        scope,
                        person,
                        north,
                        Timestamp::now().date(),
                        Date::from(Timestamp::now().date().day() + std::chrono::days{until})};
    std::vector<std::string> found;
    for (const auto& entry : read([&](db::Tx& tx) { return due_reports(tx, query); })) {
      EXPECT_EQ(entry.on, due);
      EXPECT_EQ(entry.page, "/monitoring/reports/" + entry.id.value);
      found.push_back(entry.title);
    }
    return found;
  }

  SchoolId north, south;
  PersonId person;
  Date due;
  Cycle cycle;
};

using Titles = std::vector<std::string>;

TEST_P(DueReports, AreOfWhomTheyWaitFor) {
  EXPECT_EQ(titles(CalendarScope::school), Titles{"Autumn: North"});
  EXPECT_EQ(titles(CalendarScope::district), Titles{"Autumn"});
  EXPECT_EQ(titles(CalendarScope::person), Titles{}) << "no role";
  grant("viewer", {});
  EXPECT_EQ(titles(CalendarScope::person), Titles{}) << "reads, and reports nothing";
  grant("school_member", south);
  EXPECT_EQ(titles(CalendarScope::person), Titles{"Autumn: South"});
  grant("district_member", {});
  EXPECT_EQ(titles(CalendarScope::person).size(), 2U);
  expect_indexed();
}

TEST_P(DueReports, AreGoneOnceTheyAreInOrTheSchoolIsClosed) {
  EXPECT_EQ(titles(CalendarScope::school, 4), Titles{}) << "due on the fifth day";
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "update monitoring_report set state = 'submitted' where district_id = :d and "
        "school_id = :s",
        district, north);
    change.tx.run("update school set status = 'closed' where district_id = :d and id = :s",
                  district, south);
    return {};
  });
  EXPECT_EQ(titles(CalendarScope::school), Titles{});
  grant("school_lead", south);
  EXPECT_EQ(titles(CalendarScope::person), Titles{});
}

INSTANTIATE_STORE_TEST(DueReports);

}  // namespace
}  // namespace tandem::monitor
