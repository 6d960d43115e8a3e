#include "team/service.hpp"

#include "testing/database.hpp"

namespace tandem::team {
namespace {

class TeamStore : public testing::StoreTest {
 protected:
  RecordId open(const std::optional<SchoolId>& school, const std::string& name) {
    return must_write(
        [&](audit::Change& change) -> Result<RecordId> { return open_team(change, school, name); });
  }
  Result<Member> add(const RecordId& team, const MemberFields& fields) {
    return write([&](audit::Change& change) { return add_member(change, team, fields); });
  }
  toolkit::Packs packs;
};

MemberFields fields_of(const std::string& name, const std::string& represents,
                       std::optional<PersonId> person = {}) {
  return {person, {name}, {}, {represents}, false};
}

TEST_P(TeamStore, ListsTheDistrictsTeamFirst) {
  const auto school = add_school("Lakeside");
  const auto zoo = open(school, "Zoo team");
  const auto ants = open(school, "ants team");
  const auto own = open(std::nullopt, "District");
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].topic, "teams");
  ASSERT_TRUE(add(zoo, fields_of("A Teacher", "instructional")).has_value());
  read([&](db::Tx& tx) {
    const auto all = teams(tx, district, packs);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].id, own);
    EXPECT_TRUE(all[0].needs_decision_maker);
    EXPECT_EQ(all[0].gaps.size(), 5U);
    EXPECT_EQ(all[1].id, ants);
    EXPECT_EQ(all[2].id, zoo);
    EXPECT_EQ(all[2].school_id, school);
    ASSERT_EQ(all[2].members.size(), 1U);
    EXPECT_EQ(all[2].members[0].name.value, "A Teacher");
    EXPECT_FALSE(all[2].complete);
    EXPECT_EQ(json::text(*find_team(tx, district, zoo, packs)), json::text(all[2]));
    EXPECT_TRUE(teams(tx, new_id<DistrictId>(), packs).empty());
  });
  expect_indexed();
}

TEST_P(TeamStore, IsCompleteWhenAllAreRepresented) {
  const auto team = open(add_school("Lakeside"), "Lakeside");
  for (const auto* represents : {"leadership", "instructional", "non-instructional"}) {
    ASSERT_TRUE(add(team, fields_of("M", represents)).has_value());
  }
  read([&](db::Tx& tx) {
    const auto found = *find_team(tx, district, team, packs);
    ASSERT_EQ(found.gaps.size(), 1U);
    EXPECT_EQ(found.gaps[0].represents, "instructional");
    EXPECT_EQ(found.gaps[0].have, 1);
    EXPECT_EQ(found.gaps[0].need, 2);
  });
  ASSERT_TRUE(add(team, fields_of("M", "instructional")).has_value());
  read([&](db::Tx& tx) { EXPECT_TRUE(find_team(tx, district, team, packs)->complete); });
}

TEST_P(TeamStore, ChangesNameAndCharge) {
  const auto team = open(std::nullopt, "District");
  const auto changed = must_write([&](audit::Change& change) {
    return replace_team(change, team, 1, {{"Our team"}, {"To improve"}});
  });
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(events.size(), 1U);
  EXPECT_EQ(write([&](audit::Change& change) {
              return replace_team(change, team, 1, {{"Other"}, {}});
            })
                .error()
                .status,
            412);
}

TEST_P(TeamStore, TakesOnlyPeopleOfTheDistrictAndEachOnce) {
  const auto team = open(std::nullopt, "District");
  const auto person = add_person("Ana Ruiz");
  const auto stranger = add(team, fields_of("X", "board", new_id<PersonId>()));
  EXPECT_EQ(stranger.error().errors.at(0).pointer, "/person_id");
  const auto member = add(team, fields_of("Ana Ruiz", "board", person));
  ASSERT_TRUE(member.has_value());
  EXPECT_EQ(member->person_id, person);
  EXPECT_EQ(add(team, fields_of("Ana", "school", person)).error().status, 422);
  EXPECT_EQ(add(new_id<RecordId>(), fields_of("Ana", "school")).error().status, 404);
  ASSERT_TRUE(add(open(add_school("S"), "S"), fields_of("Ana", "school", person)).has_value());

  // Someone of another district with a role in this one.
  const auto consultant = new_id<PersonId>();
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "insert into role_grant (district_id, person_id, role, school_id) values "
        "(:d, :p, 'consultant', '')",
        district, consultant);
    return {};
  });
  EXPECT_TRUE(add(team, fields_of("C", "community", consultant)).has_value());
  expect_indexed();
}

TEST_P(TeamStore, ChangesAndRemovesAMember) {
  const auto team = open(std::nullopt, "District");
  const auto other = open(add_school("S"), "S");
  const auto made = *add(team, fields_of("Ana", "board", add_person("Ana")));
  auto fields = fields_of("Ana Ruiz", "community", made.person_id);
  fields.decision_maker = true;
  const auto replace = [&](const RecordId& of, std::int64_t version) {
    return write([&](audit::Change& change) {
      return replace_member(change, of, made.id, version, fields);
    });
  };
  const auto remove = [&](const RecordId& of, std::int64_t version) {
    return write(
        [&](audit::Change& change) { return remove_member(change, of, made.id, version); });
  };
  EXPECT_EQ(replace(other, 1).error().status, 404);
  const auto changed = replace(team, 1);
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->version, 2);
  EXPECT_EQ(changed->team_id, team);
  ASSERT_EQ(replace(team, 1).error().status, 412);
  EXPECT_EQ(json::text(*replace(team, 1).error().current), json::text(view_of(*changed)));
  read([&](db::Tx& tx) {
    EXPECT_FALSE(find_team(tx, district, team, packs)->needs_decision_maker);
  });
  EXPECT_EQ(remove(team, 1).error().status, 412);
  EXPECT_EQ(remove(other, 2).error().status, 404);
  ASSERT_TRUE(remove(team, 2).has_value());
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].version, 0);
  EXPECT_EQ(remove(team, 2).error().status, 404);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(TeamStore);

TEST(Represents, IsOneOfTheWords) {
  Represents out;
  json::Reader reader;
  read(json::value("mascot"), out, reader);
  EXPECT_EQ(reader.take_errors().size(), 1U);
}

}  // namespace
}  // namespace tandem::team
