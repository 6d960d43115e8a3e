#include "communication/service.hpp"

#include "testing/database.hpp"

namespace tandem::communication {
namespace {

class Communications : public testing::StoreTest {
 protected:
  Communication make(const std::string& title, const std::optional<SchoolId>& school,
                     const std::optional<PersonId>& owner = {}) {
    CommunicationFields fields;
    fields.title = {title};
    fields.audience = {"Families"};
    fields.owner_id = owner;
    fields.starts_on = Date{"2026-09-07"};
    fields.repeats = Repeats::weekly;
    return must_write([&](audit::Change& change) { return create(change, school, fields); });
  }
  CommunicationDetail seen(const RecordId& id, const std::string& today) {
    return *read([&](db::Tx& tx) { return find(tx, district, id, Date{today}); });
  }
  auto done(const RecordId& id, const std::string& day) {
    return write([&](audit::Change& change) {
      return deliver(change, id, {Date{day}, {"In the newsletter"}});
    });
  }
};

TEST_P(Communications, AreDueUntilTheyAreDone) {
  const auto school = add_school("North");
  const auto row = make("Reading at home", school);
  EXPECT_EQ(events.at(0).topic, "communications");
  EXPECT_EQ(seen(row.id, "2026-09-15").due_on, Date{"2026-09-14"});
  EXPECT_EQ(seen(row.id, "2026-09-15").missed, 1);
  const auto made = done(row.id, "2026-09-14");
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->school_id, school);
  EXPECT_FALSE(seen(row.id, "2026-09-15").due_on.has_value());
  EXPECT_EQ(seen(row.id, "2026-09-15").next_on, Date{"2026-09-21"});
  EXPECT_EQ(done(row.id, "2026-09-14").error().status, 409);
  EXPECT_EQ(done(row.id, "2026-09-15").error().errors.at(0).pointer, "/due_on");
  ASSERT_TRUE(done(row.id, "2026-09-07").has_value());  // what was missed can be made good
  EXPECT_EQ(seen(row.id, "2026-09-15").deliveries.size(), 2U);
  EXPECT_EQ(seen(row.id, "2026-09-15").deliveries[0].due_on, Date{"2026-09-14"});

  must_write(
      [&](audit::Change& change) { return take_back(change, row.id, made->id, made->version); });
  EXPECT_EQ(seen(row.id, "2026-09-15").due_on, Date{"2026-09-14"});
  EXPECT_EQ(seen(row.id, "2026-09-15").missed, 0);
  expect_indexed();
}

TEST_P(Communications, WaitForTheirOwner) {
  const auto ana = add_person("Ana");
  const auto row = make("Ours", std::nullopt, ana);
  make("Somebody's", std::nullopt, add_person("Ben"));
  const auto due = [&](const std::string& today, const std::string& until) {
    return read([&](db::Tx& tx) {
             return of_owner_due(tx, district, ana, Date{today}, Date{until}, 100);
           })
        .size();
  };
  EXPECT_EQ(due("2026-09-01", "2026-09-06"), 0U);
  EXPECT_EQ(due("2026-09-01", "2026-09-07"), 1U);
  EXPECT_EQ(due("2026-09-08", "2026-09-09"), 1U);  // overdue
  ASSERT_TRUE(done(row.id, "2026-09-07").has_value());
  EXPECT_EQ(due("2026-09-08", "2026-09-13"), 0U);
  EXPECT_EQ(due("2026-09-08", "2026-09-14"), 1U);
  expect_indexed();
}

TEST_P(Communications, AreListedChangedAndRemovedWithWhatWasNoted) {
  const auto school = add_school("North");
  const auto row = make("Ours", school);
  make("The district's", std::nullopt);
  Query query;
  query.today = Date{"2026-09-08"};
  EXPECT_EQ(read([&](db::Tx& tx) { return list(tx, district, query); }).size(), 2U);
  query.school_id = school;
  query.reach = Reach::building;
  EXPECT_EQ(read([&](db::Tx& tx) { return list(tx, district, query); }).at(0).due_on,
            Date{"2026-09-07"});
  query.after = row.id.value;
  EXPECT_TRUE(read([&](db::Tx& tx) { return list(tx, district, query); }).empty());

  ASSERT_TRUE(done(row.id, "2026-09-07").has_value());
  CommunicationFields fields = row;
  fields.repeats = Repeats::once;
  fields.ends_on = Date{"2027-01-01"};
  EXPECT_EQ(write([&](audit::Change& change) { return replace(change, row.id, 2, fields); })
                .error()
                .errors.at(0)
                .pointer,
            "/ends_on");
  EXPECT_EQ(write([&](audit::Change& change) { return remove(change, row.id, 1); }).error().status,
            412);
  must_write([&](audit::Change& change) { return remove(change, row.id, 2); });
  EXPECT_EQ(read([&](db::Tx& tx) {
              return tx.number("select count(*) from communication_delivery where district_id = :d",
                               district);
            }),
            0);
  EXPECT_EQ(
      read([&](db::Tx& tx) { return find(tx, district, row.id, query.today); }).error().status,
      404);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Communications);

}  // namespace
}  // namespace tandem::communication
