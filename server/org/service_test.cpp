#include "org/service.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "testing/database.hpp"

namespace tandem::org {
namespace {

SchoolFields lakeview() {
  SchoolFields fields;
  fields.code = {"00101"};
  fields.name = {"Lakeview Elementary"};
  fields.level = SchoolLevel::elementary;
  fields.grades = {"K-5"};
  fields.pupils = PupilCount{412};
  fields.disadvantaged_pupils = PupilCount{180};
  return fields;
}

SchoolFields school(const std::string& code, const std::string& name) {
  auto fields = lakeview();
  fields.code = {code};
  fields.name = {name};
  return fields;
}

class Org : public testing::StoreTest {
 protected:
  School make(const SchoolFields& fields) {
    return must_write([&](audit::Change& change) { return create_school(change, fields); });
  }
  Result<School> replace(const School& row, const SchoolFields& fields) {
    return write([&](audit::Change& change) {
      return replace_school(change, row.school_id(), row.version, fields);
    });
  }
  std::int64_t entries() {
    return read([&](db::Tx& tx) {
      return tx.number("select count(*) from audit_entry where district_id = :d", district);
    });
  }
};

TEST_P(Org, OpensADistrictWithItsTeamAndPlan) {
  const auto opened = must_write([&](audit::Change& change) -> Result<DistrictId> {
    return open_district(change.tx, actor, {{"33020"}, {"Birch Lake"}});
  });
  read([&](db::Tx& tx) {
    const auto found = find_district(tx, opened);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id.value, opened.value);
    EXPECT_EQ(found->code.value, "33020");
    EXPECT_EQ(found->kind, DistrictKind::district);
    EXPECT_EQ(
        tx.number("select count(*) from team where district_id = :d and school_id is null", opened),
        1);
    EXPECT_EQ(tx.number("select count(*) from plan where district_id = :d", opened), 1);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and "
                        "entity = 'district'",
                        opened),
              1);
    EXPECT_FALSE(is_empty(tx));
    EXPECT_EQ(all_districts(tx).size(), 2U);
  });
}

TEST_P(Org, LetsNoTwoDistrictsHaveOneCode) {
  const auto open = [&](const char* code) {
    return must_write([&](audit::Change& change) -> Result<DistrictId> {
      return open_district(change.tx, actor, {{code}, {"Birch Lake"}});
    });
  };
  open("33020");
  EXPECT_THROW(open("33020"), db::Duplicate);
  const auto taken = write([&](audit::Change& change) {
    return replace_district(change, 1, {{"33020"}, {"Mine"}});
  });
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().status, 409);
}

TEST_P(Org, ChangesADistrictUnlessSomebodyWasFaster) {
  const auto rename = [&](std::int64_t version, const char* name) {
    return write([&](audit::Change& change) {
      return replace_district(change, version, {{"00001"}, {name}});
    });
  };
  const auto renamed = rename(1, "Birch Lake");
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->version, 2);
  EXPECT_EQ(renamed->kind, DistrictKind::district);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].topic, "schools");
  const auto stale = rename(1, "Another");
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().status, 412);
  EXPECT_EQ(stale.error().current->at("name").as_string(), "Birch Lake");
}

TEST_P(Org, AddsASchoolWithItsTeam) {
  const auto made = make(lakeview());
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events.back().topic, "schools");
  EXPECT_EQ(events.back().id, made.id.value);
  read([&](db::Tx& tx) {
    const auto found = find_school(tx, district, made.school_id());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(json::text(*found), json::text(made));
    EXPECT_EQ(tx.number("select count(*) from team where district_id = :d and school_id = :s",
                        district, made.id),
              1);
    EXPECT_EQ(find_school(tx, new_id<DistrictId>(), made.school_id()).error().status, 404);
  });
  expect_indexed();
}

TEST_P(Org, LetsNoTwoSchoolsHaveOneCode) {
  const auto first = make(school("00101", "Lakeview"));
  const auto second = make(school("00102", "Hillside"));
  const auto before = entries();
  const auto again =
      write([&](audit::Change& change) { return create_school(change, school("00101", "Other")); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().status, 409);
  EXPECT_EQ(replace(second, school("00101", "Hillside")).error().status, 409);
  EXPECT_EQ(entries(), before);
  EXPECT_TRUE(replace(first, school("00101", "Lakeview")).has_value());  // its own
}

TEST_P(Org, TellsOnlyRealChangesOfASchool) {
  const auto made = make(lakeview());
  const auto same = replace(made, lakeview());
  ASSERT_TRUE(same);
  EXPECT_EQ(same->version, 1);
  EXPECT_TRUE(events.empty());
  const auto renamed = replace(made, school("00101", "Lakeview School"));
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->version, 2);
  EXPECT_EQ(events.size(), 1U);
  EXPECT_EQ(replace(made, lakeview()).error().status, 412);
}

TEST_P(Org, ListsSchoolsByNameWhateverTheirCase) {
  make(school("3", "birch"));
  make(school("1", "Cedar"));
  make(school("2", "Alder"));
  const auto found = read([&](db::Tx& tx) { return schools(tx, district); });
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].name.value, "Alder");
  EXPECT_EQ(found[1].name.value, "birch");
  EXPECT_EQ(found[2].name.value, "Cedar");
}

INSTANTIATE_STORE_TEST(Org);

RC_GTEST_PROP(PupilCounts, APartIsNeverMoreThanTheWholeNorTellsOfFew,
              (bool all_known, bool part_known)) {
  const auto all = *rc::gen::inRange(0, 60);
  const auto part = *rc::gen::inRange(0, 60);
  auto fields = lakeview();
  fields.pupils = all_known ? std::optional(PupilCount{all}) : std::nullopt;
  fields.disadvantaged_pupils = part_known ? std::optional(PupilCount{part}) : std::nullopt;
  const auto few = [](int n) { return n > 0 && n < 10; };
  const bool tells = part_known && (few(part) || (all_known && few(all - part)));
  RC_ASSERT(check(fields).has_value() == !(tells || (all_known && part_known && part > all)));
}

}  // namespace
}  // namespace tandem::org
