#include <set>

#include "testing/database.hpp"
#include "toolkit/check.hpp"
#include "toolkit/language.hpp"
#include "toolkit/service.hpp"

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

// What must be the same in every language: all but texts.
json::value bones(const json::value& part) {
  static const std::set<std::string, std::less<>> words{
      "language",    "title",   "text",  "purpose",    "note", "paragraphs",
      "description", "prompts", "say",   "label",      "help", "reading_order",
      "watch_for",   "details", "intro", "other_packs"};
  if (part.is_array()) {
    json::array all;
    for (const auto& item : part.as_array()) all.push_back(bones(item));
    return all;
  }
  if (!part.is_object()) return part;
  json::object all;
  for (const auto& [name, value] : part.as_object()) {
    if (name == "cells") {
      json::object levels;
      for (const auto& cell : value.as_object()) levels[cell.key()] = nullptr;
      all[name] = levels;
    } else if (!words.contains(name)) {
      all[name] = bones(value);
    } else {
      all[name] = value.is_array() ? json::value(value.as_array().size()) : json::value(nullptr);
    }
  }
  return all;
}

TEST(BuiltInPack, SaysTheSameInEveryLanguage) {
  const Packs packs;
  for (const std::string language : {"es", "ar"}) {
    const auto pack = packs.in_language(packs.built_in(), language);
    EXPECT_EQ(pack->language, language);
    EXPECT_EQ(bones(pack->document), bones(packs.built_in()->document)) << language;
    const auto checked = check(pack->document);
    ASSERT_TRUE(checked) << language << ": " << checked.error().errors[0].pointer << ' '
                         << checked.error().errors[0].detail;
  }
  EXPECT_EQ(packs.in_language(packs.built_in(), "en"), packs.built_in());
  EXPECT_EQ(packs.in_language(packs.built_in(), "fr"), packs.built_in());
  EXPECT_EQ(packs.in_language(nullptr, "es"), nullptr);
}

TEST(FirstLanguage, IsTheFirstWithoutItsRegion) {
  EXPECT_EQ(first_language("es"), "es");
  EXPECT_EQ(first_language(" AR-u-nu-latn,en;q=0.5"), "ar");
  EXPECT_EQ(first_language("es;q=0.9,ar"), "es");
  EXPECT_EQ(first_language("*"), "");
  EXPECT_EQ(first_language(""), "");
  EXPECT_EQ(first_language("   "), "");
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

TEST_P(PackStore, LoadsAPackOnce) {
  auto document = packs.built_in()->document;
  document.as_object()["version"] = "1.1.0";
  const auto load = [&] {
    return write([&](audit::Change& change) { return load_pack(change, packs, document); });
  };
  const auto first = load();
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->pack_version, "1.1.0");
  EXPECT_EQ(first->loaded_by, actor.name);
  EXPECT_FALSE(first->built_in);
  EXPECT_EQ(json::text(*load()), json::text(*first));  // the same content again is fine

  document.as_object()["title"] = "Other words";
  EXPECT_EQ(load().error().status, 409);
  read([&](db::Tx& tx) {
    const auto all = packs_of(tx, district, packs);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].built_in);
    EXPECT_EQ(all[0].loaded_at, std::nullopt);
    EXPECT_EQ(json::text(all[1]), json::text(*first));
    EXPECT_EQ(packs.current(tx, district)->version, "1.1.0");
    EXPECT_EQ(packs.current(tx, district)->title, packs.built_in()->title);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d", district), 1);
    EXPECT_EQ(packs_of(tx, new_id<DistrictId>(), packs).size(), 1U);
  });
  expect_indexed();
}

TEST_P(PackStore, KeepsTheBuiltInVersionAsItIs) {
  auto document = packs.built_in()->document;
  const auto load = [&] {
    return write([&](audit::Change& change) { return load_pack(change, packs, document); });
  };
  EXPECT_TRUE(load()->built_in);
  document.as_object()["title"] = "Other words";
  EXPECT_EQ(load().error().status, 409);
  document.as_object().erase("title");
  EXPECT_EQ(load().error().status, 422);
  read([&](db::Tx& tx) {
    EXPECT_EQ(tx.number("select count(*) from toolkit_pack where district_id = :d", district), 0);
  });
}

INSTANTIATE_STORE_TEST(PackStore);

}  // namespace
}  // namespace tandem::toolkit
