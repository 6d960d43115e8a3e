#include "audit/history.hpp"

#include "audit/telling.hpp"
#include "testing/database.hpp"

namespace tandem::audit {
namespace {

class History : public testing::StoreTest {
 protected:
  void put(const std::string& entity, const std::string& id, const json::value& before,
           const json::value& after, const std::optional<SchoolId>& school = {}) {
    must_write([&](Change& change) -> Result<void> {
      change.record(entity, id, school, before, after);
      return {};
    });
  }
  HistoryPage page(const HistoryQuery& query) {
    return read([&](db::Tx& tx) { return audit::history(tx, district, query).value(); });
  }
  std::vector<std::string> ids(const HistoryQuery& query) {
    std::vector<std::string> found;
    for (const auto& item : page(query).items) found.push_back(item.entity_id);
    return found;
  }
  void tamper(const std::string& sql) {
    must_write([&](Change& change) -> Result<void> {
      change.tx.run(sql, district);
      return {};
    });
  }
  std::optional<Break> broken() {
    return read([&](db::Tx& tx) { return verify(tx, district); });
  }
};

TEST_P(History, TellsWhatChangedInWordsPeopleUse) {
  const auto ana = add_person("Ana Ruiz");
  const auto north = add_school("North <& South>");
  const json::object before{{"id", "x"},           {"version", 1},
                            {"title", "Read"},     {"owner_id", nullptr},
                            {"all_schools", true}, {"schools", json::array{}},
                            {"updated_at", "a"}};
  const json::object after{{"id", "x"},
                           {"version", 2},
                           {"title", "Read well"},
                           {"owner_id", ana.value},
                           {"all_schools", false},
                           {"schools", json::array{north.value}},
                           {"updated_at", "b"}};
  put("goal", "x", nullptr, before);
  put("goal", "x", before, after);
  put("goal", "x", after, nullptr);

  const auto told = page({});
  ASSERT_EQ(told.items.size(), 3U);
  EXPECT_EQ(told.next, std::nullopt);
  EXPECT_EQ(told.items[1].title, "Read well");
  EXPECT_EQ(told.items[1].person_name, actor.name);
  EXPECT_EQ(told.items[1].operation, "test");
  const auto changes = json::write(told.items[1].changes);
  EXPECT_EQ(boost::json::serialize(changes),
            R"([{"field":"title","before":"Read","after":"Read well"},)"
            R"({"field":"owner_id","before":null,"after":"Ana Ruiz"},)"
            R"({"field":"all_schools","before":true,"after":false},)"
            R"({"field":"schools","before":[],"after":["North <& South>"]}])");
  const auto made = json::write(told.items[2].changes);
  EXPECT_EQ(boost::json::serialize(made), R"([{"field":"title","before":null,"after":"Read"},)"
                                          R"({"field":"all_schools","before":null,"after":true}])");
  EXPECT_EQ(told.items[0].title, "Read well") << "what is gone still has its name";
  EXPECT_TRUE(told.items[0].changes.at(0).after.is_null());
  expect_indexed();
}

TEST_P(History, ComesInPagesNewestFirst) {
  for (int i = 1; i <= 7; ++i)
    put("goal", std::to_string(i), nullptr, json::object{{"title", "G"}});
  HistoryQuery query;
  query.limit = 3;
  std::vector<std::string> seen;
  for (int pages = 0; pages < 3; ++pages) {
    const auto part = page(query);
    for (const auto& item : part.items) seen.push_back(item.entity_id);
    EXPECT_EQ(part.next.has_value(), pages < 2);
    if (part.next) query.before = std::stoll(*part.next);
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"7", "6", "5", "4", "3", "2", "1"}));
}

TEST_P(History, IsFilteredByAreaKindRecordAndSchool) {
  const auto north = add_school("North");
  const auto south = add_school("South");
  const json::object thing{{"title", "T"}};
  put("goal", "g", nullptr, thing);
  put("activity", "a", nullptr, thing, north);
  put("activity", "b", nullptr, thing, south);
  put("team", "t", nullptr, thing, north);
  put("school", north.value, nullptr, thing);
  put("goal", "g", thing, json::object{{"title", "U"}});

  using Ids = std::vector<std::string>;
  HistoryQuery query;
  query.area = Area::plan;
  EXPECT_EQ(ids(query), (Ids{"g", "b", "a", "g"}));
  query.entity = "activity";
  EXPECT_EQ(ids(query), (Ids{"b", "a"}));
  query.entity_id = "a";
  EXPECT_EQ(ids(query), (Ids{"a"}));
  query = {};
  query.entity_id = "g";
  EXPECT_EQ(ids(query), (Ids{"g", "g"}));
  query = {};
  query.school_id = north;
  EXPECT_EQ(ids(query), (Ids{north.value, "t", "a"}));
  query.limit = 2;
  EXPECT_EQ(ids(query), (Ids{north.value, "t"}));
  query.before = std::stoll(*page(query).next);
  EXPECT_EQ(ids(query), (Ids{"a"}));
  query = {};
  query.entity = "no_such";
  EXPECT_TRUE(ids(query).empty());
  expect_indexed();
}

TEST_P(History, BelongsToOneDistrict) {
  put("goal", "g", nullptr, json::object{{"title", "T"}});
  read([&](db::Tx& tx) {
    EXPECT_TRUE(audit::history(tx, new_id<DistrictId>(), {})->items.empty());
    EXPECT_FALSE(verify(tx, new_id<DistrictId>()).has_value());
  });
}

TEST_P(History, ShowsTampering) {
  for (int i = 1; i <= 5; ++i)
    put("goal", std::to_string(i), nullptr, json::object{{"title", "G"}});
  EXPECT_FALSE(broken().has_value());
  expect_indexed();
  tamper("update audit_entry set person_name = 'Somebody Else' where seq = 3 and district_id = :d");
  ASSERT_TRUE(broken().has_value());
  EXPECT_EQ(broken()->seq, 3);
  tamper("update audit_entry set person_name = 'Test Person' where seq = 3 and district_id = :d");
  EXPECT_FALSE(broken().has_value()) << "the same again is whole again";
  tamper(
      "update audit_entry set after_json = '{\"title\":\"H\"}' where seq = 2 and district_id = :d");
  EXPECT_EQ(broken()->seq, 2);
  tamper("delete from audit_entry where seq = 2 and district_id = :d");
  EXPECT_EQ(broken()->seq, 2);
}

TEST_P(History, ShowsThatTheEndWasCutOff) {
  for (int i = 1; i <= 3; ++i)
    put("goal", std::to_string(i), nullptr, json::object{{"title", "G"}});
  tamper("delete from audit_entry where seq = 3 and district_id = :d");
  ASSERT_TRUE(broken().has_value());
  EXPECT_EQ(broken()->seq, 3);
}

INSTANTIATE_STORE_TEST(History);

Entry entry_of(const std::string& entity, json::object after) {
  Entry entry;
  entry.entity = entity;
  entry.after_json = boost::json::serialize(after);
  return entry;
}

TEST(Telling, FindsATitleForEachKindOfRecord) {
  KnownNames names;
  names.people["p"] = "Ana Ruiz";
  names.sources["s"] = "Title I A";
  names.measures["m"] = "Third grade reading";
  const auto title = [&](const std::string& entity, json::object after) {
    return tell(entry_of(entity, std::move(after)), names).title;
  };
  EXPECT_EQ(title("person", {{"name", "Ana Ruiz"}, {"title", "Principal"}}), "Ana Ruiz");
  EXPECT_EQ(title("target", {{"measure_id", "m"}}), "Third grade reading");
  EXPECT_EQ(title("target", {{"measure_id", "gone"}}), "");
  EXPECT_EQ(title("funding_line", {{"source_id", "s"}, {"year", "2026-27"}}), "Title I A, 2026-27");
  EXPECT_EQ(title("invitation", {{"person_id", "p"}}), "Ana Ruiz");
  EXPECT_EQ(title("round", {{"year", "2026-27"}}), "2026-27");
  std::string arabic;
  for (int i = 0; i < 200; ++i) arabic += "ع";
  EXPECT_EQ(count_characters(title("comment", {{"body", arabic}})), 121U);
}

TEST(Telling, NamesAlsoInsideLists) {
  KnownNames names;
  names.schools["s"] = "North";
  const auto told = tell(
      entry_of("person",
               {{"name", "A"},
                {"grants", json::array{json::object{{"role", "viewer"}, {"school_id", "s"}}}}}),
      names);
  ASSERT_EQ(told.changes.size(), 2U);
  EXPECT_EQ(boost::json::serialize(told.changes[1].after),
            R"([{"role":"viewer","school_id":"North"}])");
}

TEST(Telling, SurvivesWhatIsNotJson) {
  Entry entry;
  entry.entity = "goal";
  entry.before_json = "not json";
  EXPECT_TRUE(tell(entry, {}).changes.empty());
}

}  // namespace
}  // namespace tandem::audit
