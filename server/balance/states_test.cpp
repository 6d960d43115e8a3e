#include "balance/testing.hpp"

namespace tandem::balance {
namespace {

class States : public BalanceTest {};

using Titles = std::vector<std::string>;

TEST_P(States, AnIncompleteTemplateIsNotSubmitted) {
  const auto id = of_school(open(), add_school("North"));
  const auto refused = try_submit(id);
  EXPECT_EQ(refused.error().status, 422);
  EXPECT_EQ(refused.error().errors.size(), 13U);
  fill(id, "needs-building", "");
  EXPECT_EQ(try_submit(id).error().errors.at(0).pointer, "/functions/needs-building/action");
  ASSERT_TRUE(save(id, "needs-building", "action", "Ask", 1));
  const auto done = submitted(id);
  EXPECT_EQ(done.state, State::submitted);
  EXPECT_EQ(done.version, 2);
  EXPECT_EQ(done.history.at(0).note, "Here");
  EXPECT_EQ(events.at(0).topic, "template:" + id.value);
  EXPECT_EQ(events.at(1).topic, "rounds");
  EXPECT_EQ(save(id, "needs-building", "action", "More", 2).error().status, 409);
  const auto late = write([&](audit::Change& change) { return submit(change, packs, id, 1, ""); });
  EXPECT_EQ(late.error().status, 412);
  EXPECT_EQ(late.error().current->at("state").as_string(), "submitted");
  EXPECT_EQ(try_submit(id).error().status, 409);
}

TEST_P(States, NothingIsLostOnTheWayThroughReturnAndReopening) {
  const auto id = of_school(open(), add_school("North"));
  fill(id, "needs-building", "First");
  submitted(id);
  const auto back = returned(id);
  EXPECT_EQ(back.state, State::returned);
  EXPECT_EQ(back.history.at(0).decision, Decision::returned);
  EXPECT_EQ(back.history.at(0).message, "More");
  EXPECT_EQ(back.history.at(0).decided_by, actor.name);
  EXPECT_EQ(back.comments.at(0).submission, 1);
  EXPECT_EQ(back.comments.at(0).function_id, "needs-building");
  EXPECT_EQ(back.answers.size(), 14U);
  EXPECT_TRUE(action_titles().empty());
  ASSERT_TRUE(save(id, "needs-building", "action", "Second", 1));
  submitted(id);
  EXPECT_EQ(withdrawn(id).state, State::returned);
  submitted(id);
  EXPECT_EQ(accepted(id).state, State::accepted);
  EXPECT_EQ(action_titles(), Titles{"Second"});
  EXPECT_EQ(reopened(id).state, State::returned);
  EXPECT_EQ(get(id).comments.back().body, "Again");
  ASSERT_TRUE(save(id, "needs-building", "action", "Third", 2));
  EXPECT_EQ(action_titles(), Titles{"Second"});
  submitted(id);
  const auto done = accepted(id);
  EXPECT_EQ(action_titles(), Titles{"Third"});
  EXPECT_EQ(done.submissions, 4);
  EXPECT_EQ(done.history.at(2).decision, Decision::accepted);
  EXPECT_EQ(done.history.at(2).message, "Good");
  for (const auto& [number, text] :
       {std::pair{1, "First"}, {2, "Second"}, {3, "Second"}, {4, "Third"}}) {
    const auto kept = read([&, n = number](db::Tx& tx) { return submission(tx, district, id, n); });
    EXPECT_EQ(sheet_of(kept->answers).at("needs-building").at("action").value.value, text);
  }
  EXPECT_EQ(read([&](db::Tx& tx) { return submission(tx, district, id, 5); }).error().status, 404);
  expect_indexed();
}

TEST_P(States, AcceptingAgainLeavesAnEditedActionItem) {
  const auto school = add_school("North");
  const auto id = of_school(open(), school);
  fill(id, "needs-building", "Ask");
  submitted(id);
  accepted(id);
  const auto item = read([&](db::Tx& tx) { return action::list(tx, district, {}); }).at(0);
  EXPECT_EQ(item.school_id, school);
  EXPECT_EQ(item.origin_id, id);
  EXPECT_EQ(item.origin_key, "needs-building");
  auto mine = static_cast<action::ActionItemFields>(item);
  mine.status = action::Status::doing;
  must_write([&](audit::Change& change) { return action::replace(change, item.id, 1, mine); });
  reopened(id);
  ASSERT_TRUE(save(id, "needs-building", "action", "Ask more", 1));
  ASSERT_TRUE(save(id, "goals-building", "status", "create", 1));
  ASSERT_TRUE(save(id, "goals-building", "action", "Agree"));
  submitted(id);
  accepted(id);
  EXPECT_EQ(action_titles(), (Titles{"Ask", "Agree"}));
}

TEST_P(States, TheDistrictCompletesAndReopensItsOwn) {
  const auto id = of_school(open(), std::nullopt);
  fill(id, "needs-district", "Look");
  const auto done = submitted(id);
  EXPECT_EQ(done.state, State::completed);
  EXPECT_EQ(action_titles(), Titles{"Look"});
  const auto item = read([&](db::Tx& tx) { return action::list(tx, district, {}); }).at(0);
  EXPECT_FALSE(item.school_id.has_value());
  for (const auto& refused :
       {write([&](audit::Change& c) { return accept(c, packs, id, done.version, ""); }),
        write([&](audit::Change& c) { return withdraw(c, packs, id, done.version); })}) {
    EXPECT_EQ(refused.error().status, 409);
  }
  EXPECT_EQ(reopened(id).state, State::draft);
  ASSERT_TRUE(save(id, "needs-district", "status", "in-place", 1));
  EXPECT_EQ(submitted(id).state, State::completed);
  EXPECT_TRUE(action_titles().empty());
}

TEST_P(States, ReturnsNameOnlyFunctionsOfTheTemplate) {
  const auto id = of_school(open(), add_school("North"));
  fill(id, "needs-building", "Ask");
  const auto version = submitted(id).version;
  const auto refused = write([&](audit::Change& change) {
    return give_back(change, packs, id, version, "More", {{{"needs-district"}, {"?"}}});
  });
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/comments/0/function_id");
  EXPECT_EQ(get(id).state, State::submitted);
}

TEST_P(States, CommentsAreKeptWithTheSubmissionTheyAreAbout) {
  const auto id = of_school(open(), add_school("North"));
  const auto comment = [&](const std::optional<std::string>& function) {
    return write(
        [&](audit::Change& change) { return add_comment(change, packs, id, function, "How?"); });
  };
  EXPECT_EQ(comment(std::nullopt)->submission, 0);
  EXPECT_EQ(comment("needs-district").error().errors.at(0).pointer, "/function_id");
  fill(id, "needs-building", "Ask");
  submitted(id);
  EXPECT_EQ(comment("needs-building")->submission, 1);
  EXPECT_EQ(events.at(0).entity, "comment");
  EXPECT_EQ(get(id).comments.size(), 2U);
  EXPECT_EQ(get(id).comments.at(1).person_name, actor.name);
  EXPECT_EQ(write([&](audit::Change& change) {
              return add_comment(change, packs, new_id<RecordId>(), {}, "?");
            })
                .error()
                .status,
            404);
}

INSTANTIATE_STORE_TEST(States);

}  // namespace
}  // namespace tandem::balance
