#include "toolkit/packs.hpp"

#include "base/embedded.hpp"
#include "testing/database.hpp"

namespace tandem::toolkit {
namespace {

TEST(BuiltInPack, HasWhatTheTemplatesAndTeamsNeed) {
  const Packs packs;
  const Pack& pack = *packs.built_in();
  EXPECT_EQ(pack.id, "district-school-toolkit");
  EXPECT_EQ(pack.functions.items.size(), 19U);
  ASSERT_NE(pack.template_for(Kind::building), nullptr);
  ASSERT_NE(pack.template_for(Kind::district), nullptr);
  EXPECT_EQ(pack.rows_of(*pack.template_for(Kind::building)).size(), 13U);
  EXPECT_EQ(pack.rows_of(*pack.template_for(Kind::district)).size(), 13U);
  const Field* status = pack.template_for(Kind::building)->field("status");
  ASSERT_NE(status, nullptr);
  EXPECT_EQ(status->options->size(), 3U);
  EXPECT_EQ(pack.template_for(Kind::building)->field("mood"), nullptr);
  EXPECT_EQ(pack.function("team-building")->column, Column::building);
  EXPECT_EQ(pack.function("none"), nullptr);
  EXPECT_TRUE(pack.team_rule(Kind::district)->needs_decision_maker);
  EXPECT_EQ(boost::json::parse(pack.text), pack.document);
}

class PackStore : public testing::StoreTest {
 protected:
  void keep(const std::string& id, const std::string& loaded_at) {
    auto document = packs.built_in()->document;
    document.as_object()["id"] = id;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(
          "insert into toolkit_pack (district_id, pack_id, pack_version, title, language, "
          "loaded_at, loaded_by, body) values (:d, :i, '1.0.0', 'T', 'en', :at, 'A', :b)",
          district, id, loaded_at, boost::json::serialize(document));
      return {};
    });
  }
  Packs packs;
};

TEST_P(PackStore, StartsNewThingsUnderThePackLoadedLast) {
  read([&](db::Tx& tx) { EXPECT_EQ(packs.current(tx, district), packs.built_in()); });
  keep("ours", "2026-01-01T00:00:00.000Z");
  keep("older", "2025-01-01T00:00:00.000Z");
  read([&](db::Tx& tx) {
    EXPECT_EQ(packs.current(tx, district)->id, "ours");
    EXPECT_EQ(packs.get(tx, district, "older", "1.0.0")->id, "older");
    EXPECT_EQ(packs.get(tx, district, "older", "1.0.0"), packs.get(tx, district, "older", "1.0.0"));
    EXPECT_EQ(packs.get(tx, district, "older", "9.0.0"), nullptr);
    EXPECT_EQ(packs.get(tx, new_id<DistrictId>(), "ours", "1.0.0"), nullptr);
    EXPECT_EQ(packs.get(tx, district, "district-school-toolkit", "1.0.0"), packs.built_in());
  });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(PackStore);

}  // namespace
}  // namespace tandem::toolkit
