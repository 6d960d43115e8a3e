#include "action/service.hpp"

#include "testing/database.hpp"

namespace tandem::action {
namespace {

class Actions : public testing::StoreTest {
 protected:
  ActionItem make(const std::string& title, const std::optional<std::string>& due = {},
                  const std::optional<SchoolId>& school = {},
                  const std::optional<PersonId>& owner = {}, Status status = Status::open) {
    ActionItemFields fields{{title}, {}, owner, {}, {}, status};
    if (due) fields.due_on = Date{*due};
    return must_write([&](audit::Change& change) { return create(change, school, fields); });
  }
  std::vector<std::string> titles(const Query& query) {
    std::vector<std::string> found;
    for (const auto& item : read([&](db::Tx& tx) { return list(tx, district, query); })) {
      found.push_back(item.title);
    }
    return found;
  }
  std::vector<std::string> follow(const std::vector<Planned>& before,
                                  const std::vector<Planned>& now) {
    must_write([&](audit::Change& change) -> Result<void> {
      follow_template(change, template_id, std::nullopt, before, now);
      return {};
    });
    return titles({});
  }
  const RecordId template_id = new_id<RecordId>();
};

using Titles = std::vector<std::string>;

TEST_P(Actions, ListsSoonestDueFirstPageByPage) {
  make("no date");
  make("late", "2027-05-01");
  make("soon", "2026-12-01");
  make("late too", "2027-05-01");
  EXPECT_EQ(titles({}), (Titles{"soon", "late", "late too", "no date"}));
  Query page;
  page.limit = 1;
  Titles seen;
  for (int i = 0; i < 4; ++i) {
    const auto rows = read([&](db::Tx& tx) { return list(tx, district, page); });
    ASSERT_EQ(rows.size(), i < 3 ? 2U : 1U);
    seen.push_back(rows[0].title);
    page.after = *place_of(cursor_of(rows[0]));
  }
  EXPECT_EQ(seen, (Titles{"soon", "late", "late too", "no date"}));
  expect_indexed();
}

TEST_P(Actions, Filters) {
  const auto school = add_school("North");
  const auto person = add_person("Ana");
  make("district's");
  make("North's", "2026-12-01", school, person);
  make("100% done", "2027-01-01", school, {}, Status::done);
  Query query;
  query.school_id = school;
  EXPECT_EQ(titles(query), (Titles{"North's", "100% done"}));
  query = {};
  query.district_only = true;
  EXPECT_EQ(titles(query), Titles{"district's"});
  query = {};
  query.owner_id = person;
  EXPECT_EQ(titles(query), Titles{"North's"});
  query = {};
  query.status = Status::done;
  EXPECT_EQ(titles(query), Titles{"100% done"});
  query = {};
  query.due_before = Date{"2027-01-01"};
  EXPECT_EQ(titles(query), Titles{"North's"});
  query = {};
  query.text = "north";
  EXPECT_EQ(titles(query), Titles{"North's"});
  query.text = "0% d";
  EXPECT_EQ(titles(query), Titles{"100% done"});
  query.text = "_";
  EXPECT_EQ(titles(query), Titles{});
  read([&](db::Tx& tx) {
    EXPECT_EQ(of_owner_due(tx, district, person, Date{"2026-12-01"}, 10).size(), 1U);
    EXPECT_TRUE(of_owner_due(tx, district, person, Date{"2026-11-30"}, 10).empty());
    EXPECT_TRUE(list(tx, new_id<DistrictId>(), {}).empty());
  });
  expect_indexed();
}

TEST_P(Actions, AreChangedAndRemovedByTheirVersion) {
  const auto item = make("Call", "2026-12-01");
  EXPECT_EQ(events.at(0).topic, "actions");
  auto fields = static_cast<ActionItemFields>(item);
  fields.status = Status::done;
  const auto done =
      must_write([&](audit::Change& change) { return replace(change, item.id, 1, fields); });
  EXPECT_EQ(done.version, 2);
  EXPECT_EQ(write([&](audit::Change& change) { return replace(change, item.id, 1, fields); })
                .error()
                .status,
            412);
  EXPECT_EQ(write([&](audit::Change& change) { return remove(change, item.id, 1); }).error().status,
            412);
  must_write([&](audit::Change& change) { return remove(change, item.id, 2); });
  EXPECT_EQ(events.at(0).version, 0);
  EXPECT_EQ(titles({}), Titles{});
  expect_indexed();
}

TEST_P(Actions, RefusesOwnersAndSchoolsOfElsewhere) {
  ActionItemFields fields{{"A"}, {}, new_id<PersonId>(), {}, {}, Status::open};
  const auto refused = write([&](audit::Change& change) { return create(change, {}, fields); });
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/owner_id");
  fields.owner_id.reset();
  EXPECT_EQ(write([&](audit::Change& change) { return create(change, new_id<SchoolId>(), fields); })
                .error()
                .status,
            404);
  expect_indexed();
}

TEST_P(Actions, FollowTheirTemplate) {
  const auto planned = [](const std::string& key, const std::string& title) {
    return Planned{key, {{title}, {}, {}, {}, {}, Status::open}};
  };
  const std::vector<Planned> first{planned("goals", "Agree"), planned("needs", "Ask")};
  EXPECT_EQ(follow({}, first), (Titles{"Agree", "Ask"}));
  EXPECT_EQ(follow(first, first), (Titles{"Agree", "Ask"}));
  const std::vector<Planned> second{planned("barriers", "Look"), planned("needs", "Ask again")};
  EXPECT_EQ(follow(first, second), (Titles{"Ask again", "Look"}));
  const auto item = read([&](db::Tx& tx) { return list(tx, district, {}); }).at(0);
  EXPECT_EQ(item.origin, origin::kTemplate);
  EXPECT_EQ(item.origin_id, template_id);
  EXPECT_EQ(item.origin_key, "needs");
  must_write([&](audit::Change& change) {
    return replace(change, item.id, item.version, {{"Mine"}, {}, {}, {}, {}, Status::doing});
  });
  EXPECT_EQ(follow(second, first), (Titles{"Mine", "Agree"}));
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Actions);

}  // namespace
}  // namespace tandem::action
