#include "balance/testing.hpp"
#include "org/service.hpp"

namespace tandem::balance {
namespace {

class Rounds : public BalanceTest {};

TEST_P(Rounds, ARoundHasATemplateForEachOpenSchoolAndTheDistrict) {
  const auto north = add_school("North");
  const auto south = add_school("South");
  add_school("Gone", "closed");
  const auto made = open();
  EXPECT_EQ(made.templates.size(), 3U);
  EXPECT_EQ(made.pack_id, "district-school-toolkit");
  EXPECT_EQ(events.back().topic, "rounds");
  EXPECT_EQ(of_school(made, north), of_school(round(made.id), north));
  EXPECT_NE(of_school(made, south), of_school(made, std::nullopt));
  for (const auto& each : made.templates) {
    EXPECT_EQ(each.progress, (Progress{0, 13}));
    EXPECT_EQ(each.statuses.size(), 13U);
    EXPECT_FALSE(each.statuses[0].status.has_value());
  }
  EXPECT_EQ(write([&](audit::Change& change) {
              return open_round(change, packs, {SchoolYear{"2026-27"}, {}, {}, {}});
            })
                .error()
                .status,
            409);
  const auto other = open("2027-28");
  read([&](db::Tx& tx) {
    EXPECT_EQ(rounds(tx, district).at(0).id, other.id);
    EXPECT_EQ(standing(tx, district)->round.id, other.id);
    EXPECT_EQ(standing(tx, district)->templates.size(), 3U);
    EXPECT_FALSE(standing(tx, new_id<DistrictId>()).has_value());
    EXPECT_EQ(round_detail(tx, packs, new_id<DistrictId>(), made.id).error().status, 404);
  });
  expect_indexed();
}

TEST_P(Rounds, OpensOnlyUnderAPackThatIsThere) {
  const auto pointer = [&](const std::optional<std::string>& id,
                           const std::optional<std::string>& version) {
    return write([&](audit::Change& change) {
             return open_round(change, packs, {SchoolYear{"2026-27"}, {}, id, version});
           })
        .error()
        .errors.at(0)
        .pointer;
  };
  EXPECT_EQ(pointer("none", {}), "/pack_id");
  EXPECT_EQ(pointer({}, "9.9.9"), "/pack_version");
  const auto made = must_write([&](audit::Change& change) {
    return open_round(change, packs, {SchoolYear{"2026-27"}, {}, "district-school-toolkit", {}});
  });
  EXPECT_EQ(made.pack_version, packs.built_in()->version);
}

TEST_P(Rounds, SchoolsOpenedLaterJoinTheNewestRound) {
  const auto old = open("2025-26");
  const auto made = open();
  const auto late = add_school("Late");
  EXPECT_EQ(round(made.id).templates.size(), 1U);
  const auto replaced = must_write([&](audit::Change& change) {
    return replace_round(change, packs, made.id, 1, {Date{"2027-02-28"}});
  });
  EXPECT_EQ(replaced.version, 2);
  EXPECT_EQ(replaced.due_on->value, "2027-02-28");
  EXPECT_EQ(get(of_school(replaced, late)).state, State::draft);
  const auto later = add_school("Later");
  for (int i = 0; i < 2; ++i) {
    must_write([&](audit::Change& change) -> Result<void> {
      include_school(change, later);
      return {};
    });
  }
  EXPECT_EQ(round(made.id).templates.size(), 3U);
  must_write([&](audit::Change& change) { return replace_round(change, packs, old.id, 1, {}); });
  EXPECT_EQ(round(old.id).templates.size(), 1U);
  EXPECT_EQ(
      write([&](audit::Change& change) { return replace_round(change, packs, made.id, 1, {}); })
          .error()
          .status,
      412);
  expect_indexed();
}

TEST_P(Rounds, ASchoolComesWithItsTemplateWhenItOpens) {
  const auto made = open();
  const auto create = [&](const std::string& code, org::SchoolStatus status) {
    return must_write([&](audit::Change& change) {
      return org::create_school(change, {{code}, {"School"}, {}, {}, status, {}, {}, {}});
    });
  };
  const auto first = create("1", org::SchoolStatus::open);
  const auto second = create("2", org::SchoolStatus::closed);
  EXPECT_EQ(round(made.id).templates.size(), 2U);
  auto fields = static_cast<org::SchoolFields>(second);
  fields.status = org::SchoolStatus::open;
  must_write([&](audit::Change& change) {
    return org::replace_school(change, second.school_id(), 1, fields);
  });
  const auto now = round(made.id);
  EXPECT_EQ(now.templates.size(), 3U);
  EXPECT_NE(of_school(now, first.school_id()), of_school(now, second.school_id()));
  expect_indexed();
}

TEST_P(Rounds, SchoolsOfARoundThatIsOverAreLeftAlone) {
  const auto made = open("2020-21");
  const auto late = add_school("Late");
  must_write([&](audit::Change& change) -> Result<void> {
    include_school(change, late);
    return {};
  });
  EXPECT_EQ(round(made.id).templates.size(), 1U);
}

TEST_P(Rounds, ARoundShowsBuildingsAsSubmittedAndTheDistrictLive) {
  const auto school = add_school("North");
  const auto made = open();
  const auto building = of_school(made, school);
  const auto own = of_school(made, std::nullopt);
  fill(building, "needs-building", "Ask");
  ASSERT_TRUE(save(own, "needs-district", "status", "strengthen"));
  const auto status = [&](const RecordId& id, const std::string& function) {
    for (const auto& each : round(made.id).templates) {
      if (each.id != id) continue;
      for (const auto& entry : each.statuses) {
        if (entry.function_id == function) return entry.status.value_or("none");
      }
    }
    return std::string("not asked");
  };
  EXPECT_EQ(status(building, "needs-building"), "none");
  EXPECT_EQ(status(own, "needs-district"), "strengthen");
  EXPECT_EQ(status(own, "needs-building"), "not asked");
  for (const auto& each : round(made.id).templates) {
    EXPECT_EQ(each.progress.answered, each.kind == Kind::building ? 13 : 0);  // an action lacks
  }
  submitted(building);
  EXPECT_EQ(status(building, "needs-building"), "create");
  returned(building);
  ASSERT_TRUE(save(building, "needs-building", "status", "in-place", 1));
  EXPECT_EQ(status(building, "needs-building"), "create");
  const auto summary = round(made.id).templates.at(0);
  EXPECT_EQ(summary.comments, 1);
  EXPECT_EQ(summary.submissions, 1);
  EXPECT_TRUE(summary.submitted_at.has_value());
  read([&](db::Tx& tx) {
    const auto answers = function_answers(tx, packs, district, made.id, "needs-building");
    ASSERT_EQ(answers->size(), 1U);
    EXPECT_EQ(answers->at(0).school_id, school);
    EXPECT_EQ(answers->at(0).answers.at("action").value.value, "Ask");
    EXPECT_EQ(answers->at(0).answers.at("status").value.value, "create");
    EXPECT_EQ(function_answers(tx, packs, district, made.id, "needs-district").error().status, 404);
  });
  expect_indexed();
}

TEST_P(Rounds, ARoundOfFortySchoolsIsReadInAFewQueries) {
  for (int i = 0; i < 40; ++i) add_school("School " + std::to_string(i));
  const auto made = open();
  std::size_t runs = 0;
  statements.clear();
  EXPECT_EQ(round(made.id).templates.size(), 41U);
  runs = statements.size();
  EXPECT_LE(runs, 5U);
}

INSTANTIATE_STORE_TEST(Rounds);

}  // namespace
}  // namespace tandem::balance
