#include "communication/calendar.hpp"

#include <libical/ical.h>

#include "communication/service.hpp"
#include "testing/database.hpp"

namespace tandem::communication {
namespace {

TEST(ICalendar, SaysWhatItIsGivenWhateverTheText) {
  // Long, in three scripts, with everything that has a meaning of its own in iCalendar.
  std::string title = "Déjà lu; \"x\", y\\z: مرحبا بكم في المدرسة ";
  for (int i = 0; i < 12; ++i) title += "読む本 ";
  title += "!";
  const std::string detail = "one\ntwo; three, four\nBEGIN:VEVENT\x01";
  const auto text = icalendar(
      "Schule, Nord", {{"a-1@tandem", Date{"2028-02-29"}, title, detail, "Action item",
                        "https://t.example/d/1?a=1,2", Timestamp{"2026-11-24T10:00:00.123Z"}}});
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = text.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - at, 75U) << text.substr(at, end - at);
    at = end + 2;
  }
  auto* const read = icalparser_parse_string(text.c_str());
  ASSERT_NE(read, nullptr);
  auto* const event = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(icalcomponent_count_components(read, ICAL_VEVENT_COMPONENT), 1);
  EXPECT_STREQ(icalcomponent_get_summary(event), title.c_str());
  EXPECT_STREQ(icalcomponent_get_description(event), "one\ntwo; three, four\nBEGIN:VEVENT");
  const auto start = icalcomponent_get_dtstart(event);
  EXPECT_EQ(start.is_date, 1);
  EXPECT_EQ(start.day, 29);
  const auto end = icalcomponent_get_dtend(event);
  EXPECT_EQ(end.month, 3);
  EXPECT_EQ(end.day, 1);
  icalcomponent_free(read);
}

class Calendars : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    add_known_sources(sources);
    north = add_school("North");
    grant("viewer");
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(
          "insert into person (district_id, id, version, created_at, updated_at, updated_by, "
          "email, name, title, active, password_hash) values (:d, :i, 1, :c, :u, '', "
          "'ana@school.example', 'Ana', '', 1, null)",
          district, actor.id, change.now, change.now);
      return {};
    });
  }
  void grant(const std::string& role) {
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(
          "insert into role_grant (district_id, person_id, role, school_id) values (:d, :p, :r, "
          "'')",
          district, actor.id, role);
      return {};
    });
  }
  void run(const std::string& sql) {
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(sql, district);
      return {};
    });
  }
  NewCalendarFeed open(CalendarScope scope, const std::optional<SchoolId>& school = {}) {
    return must_write([&](audit::Change& change) {
      return open_feed(change, district, {scope, school}, "https://t.example/");
    });
  }
  Result<std::string> at(const std::string& address) {
    const auto token = address.substr(address.rfind('/') + 1);
    return read([&](db::Tx& tx) {
      return calendar_at(tx, token, sources, "https://t.example", Date{"2026-11-24"});
    });
  }
  void plan_weekly(const std::string& title, const std::optional<SchoolId>& school,
                   const std::optional<PersonId>& owner) {
    CommunicationFields fields;
    fields.title = {title};
    fields.audience = {"Families"};
    fields.owner_id = owner;
    fields.starts_on = Date{"2026-11-30"};
    fields.repeats = Repeats::weekly;
    fields.ends_on = Date{"2026-12-20"};
    must_write([&](audit::Change& change) { return create(change, school, fields); });
  }
  static int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto i = text.find(part); i != std::string::npos; i = text.find(part, i + 1)) ++found;
    return found;
  }
  CalendarSources sources;
  SchoolId north;
};

TEST_P(Calendars, ShowWhatIsDueForWhomTheyAre) {
  plan_weekly("Mine", north, actor.id);
  plan_weekly("North's", north, {});
  plan_weekly("The district's", std::nullopt, {});
  const auto mine = *at(open(CalendarScope::person).address);
  EXPECT_EQ(count(mine, "BEGIN:VEVENT"), 3);
  EXPECT_EQ(count(mine, "SUMMARY:Mine"), 3);
  const auto norths = *at(open(CalendarScope::school, north).address);
  EXPECT_EQ(count(norths, "BEGIN:VEVENT"), 6);
  const auto districts = *at(open(CalendarScope::district).address);
  EXPECT_EQ(count(districts, "SUMMARY:The district's"), 3);
  EXPECT_EQ(count(districts, "BEGIN:VEVENT"), 3);
  EXPECT_EQ(count(districts, "DTSTART;VALUE=DATE:20261130"), 1);
  expect_indexed();
}

TEST_P(Calendars, AreAskedOfEverySource) {
  sources.add([](db::Tx&, const CalendarQuery& query) {
    return std::vector<DueEntry>{{"cycle", new_id<RecordId>(), query.from, "Fall monitoring", "",
                                  "Monitoring", "/monitor", Timestamp::now()}};
  });
  EXPECT_EQ(count(*at(open(CalendarScope::district).address), "SUMMARY:Fall monitoring"), 1);
}

TEST_P(Calendars, AreSecretAndEndWithTheirReason) {
  const auto feed = open(CalendarScope::person);
  EXPECT_EQ(feed.address.rfind("https://t.example/api/v1/calendars/" + district.value, 0), 0U);
  const auto secret = feed.address.substr(feed.address.size() - 43);
  EXPECT_EQ(read([&](db::Tx& tx) {
              return tx.number(
                  "select count(*) from calendar_feed where district_id = :d and token_hash = :t",
                  district, secret);
            }),
            0);  // only a hash is kept
  ASSERT_TRUE(at(feed.address).has_value());
  EXPECT_EQ(at(feed.address + "x").error().status, 404);
  EXPECT_EQ(at("/nothing").error().status, 404);

  run("update person set active = 0 where district_id = :d");
  EXPECT_EQ(at(feed.address).error().status, 404);
  run("update person set active = 1 where district_id = :d");
  ASSERT_TRUE(at(feed.address).has_value());
  run("delete from role_grant where district_id = :d");
  EXPECT_EQ(at(feed.address).error().status, 404);
  grant("viewer");
  ASSERT_TRUE(at(feed.address).has_value());
  must_write([&](audit::Change& change) { return withdraw_feed(change, feed.id, feed.version); });
  EXPECT_EQ(at(feed.address).error().status, 404);
  EXPECT_TRUE(read([&](db::Tx& tx) { return feeds(tx, district, actor.id); }).empty());
}

TEST_P(Calendars, AreNotWithoutNumber) {
  for (std::int64_t i = 0; i < kMostFeeds; ++i) open(CalendarScope::district);
  EXPECT_EQ(write([&](audit::Change& change) {
              return open_feed(change, district, {CalendarScope::person, {}}, "");
            })
                .error()
                .status,
            409);
}

TEST_P(Calendars, OfASchoolNameIt) {
  const auto pointer = [&](const CalendarFields& fields) {
    return write([&](audit::Change& change) { return open_feed(change, district, fields, ""); })
        .error()
        .errors.at(0)
        .pointer;
  };
  EXPECT_EQ(pointer({CalendarScope::school, {}}), "/school_id");
  EXPECT_EQ(pointer({CalendarScope::school, new_id<SchoolId>()}), "/school_id");
  EXPECT_EQ(pointer({CalendarScope::person, north}), "/school_id");
}

INSTANTIATE_STORE_TEST(Calendars);

}  // namespace
}  // namespace tandem::communication
