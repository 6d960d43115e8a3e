#include <atomic>
#include <barrier>
#include <thread>

#include "balance/testing.hpp"

namespace tandem::balance {
namespace {

class Answers : public BalanceTest {};

TEST_P(Answers, AnAnswerHasAVersionOfItsOwn) {
  const auto id = of_school(open(), std::nullopt);
  const auto first = save(id, "needs-district", "evidence", "Minutes");
  EXPECT_EQ(first->version, 1);
  EXPECT_EQ(events.at(0).topic, "template:" + id.value);
  EXPECT_EQ(events.at(0).id, "needs-district/evidence");
  EXPECT_EQ(events.at(0).version, 1);
  EXPECT_EQ(save(id, "needs-district", "evidence", "Minutes of May", 1)->version, 2);
  EXPECT_EQ(save(id, "needs-district", "action", "Meet")->version, 1);
  for (const std::int64_t seen : {0, 1, 3}) {
    const auto late = save(id, "needs-district", "evidence", "Mine", seen);
    EXPECT_EQ(late.error().status, 412);
    EXPECT_EQ(late.error().current->at("value").as_string(), "Minutes of May");
    EXPECT_EQ(late.error().current->at("version").as_int64(), 2);
  }
  const auto none = save(id, "needs-district", "due", "2027-01-01", 4);
  EXPECT_EQ(none.error().status, 412);
  EXPECT_EQ(none.error().current->at("version").as_int64(), 0);
  EXPECT_EQ(save(id, "needs-district", "evidence", "Minutes of May", 2)->version, 2);
  EXPECT_TRUE(events.empty());
  EXPECT_EQ(get(id).version, 1);
  expect_indexed();
}

TEST_P(Answers, AnAnswerFitsItsField) {
  const auto id = of_school(open(), std::nullopt);
  EXPECT_EQ(save(id, "needs-building", "status", "in-place").error().status, 404);
  EXPECT_EQ(save(id, "needs-district", "mood", "good").error().status, 404);
  EXPECT_EQ(save(new_id<RecordId>(), "needs-district", "status", "").error().status, 404);
  EXPECT_EQ(save(id, "needs-district", "status", "fine").error().errors.at(0).pointer, "/value");
  const auto stranger = save(id, "needs-district", "owner", "X", 0, new_id<PersonId>());
  EXPECT_EQ(stranger.error().errors.at(0).pointer, "/person_id");
  EXPECT_EQ(save(id, "needs-district", "owner", "Ana", 0, add_person("Ana"))->version, 1);
  expect_indexed();
}

// Many people save the same field at once, each again and again until theirs was taken: each
// version is somebody's, and the history has every text.
TEST_P(Answers, NoTextIsLostAmongManyWriters) {
  const auto id = of_school(open(), std::nullopt);
  constexpr int kWriters = 6;
  constexpr int kEach = 5;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int w = 0; w < kWriters; ++w) {
    threads.emplace_back([&, w] {
      std::int64_t seen = 0;
      for (int i = 0; i < kEach;) {
        const auto result = database->write([&](db::Tx& tx) {
          audit::Change change(tx, district, actor, "saveAnswer");
          return save_answer(change, packs, id, "needs-district", "evidence", seen,
                             {{std::to_string(w) + "/" + std::to_string(i)}, {}});
        });
        if (result) {
          seen = result->version;
          ++i;
        } else {
          EXPECT_EQ(result.error().status, 412);
          seen = result.error().current->at("version").as_int64();
          ++refused;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(get(id).answers.at(0).version, kWriters * kEach);
  read([&](db::Tx& tx) {
    for (int w = 0; w < kWriters; ++w) {
      for (int i = 0; i < kEach; ++i) {
        EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and "
                            "entity = 'answer' and entity_id = :e and after_json like :t",
                            district, id.value + "/needs-district/evidence",
                            "%\"" + std::to_string(w) + "/" + std::to_string(i) + "\"%"),
                  1);
      }
    }
  });
}

// A save and a submission at the same moment: either the save is in what was submitted, or it is
// refused. Never is something written into a template that is submitted.
TEST_P(Answers, ASubmissionHoldsAllThatWasSaved) {
  const auto school = add_school("North");
  const auto id = of_school(open(), school);
  fill(id, "needs-building", "Ask");
  for (int attempt = 0; attempt < 8; ++attempt) {
    const auto before = get(id);
    std::int64_t seen = 0;
    for (const auto& answer : before.answers) {
      if (answer.function_id == "goals-building" && answer.field == "evidence")
        seen = answer.version;
    }
    const auto text = "attempt " + std::to_string(attempt);
    std::barrier start(2);
    bool saved = false;
    std::thread writer([&] {
      start.arrive_and_wait();
      const auto result = database->write([&](db::Tx& tx) {
        audit::Change change(tx, district, actor, "saveAnswer");
        return save_answer(change, packs, id, "goals-building", "evidence", seen, {{text}, {}});
      });
      saved = result.has_value();
      if (!saved) {
        EXPECT_EQ(result.error().status, 409);
      }
    });
    start.arrive_and_wait();
    const auto sent = database->write([&](db::Tx& tx) {
      audit::Change change(tx, district, actor, "submitTemplate");
      return submit(change, packs, id, before.version, "");
    });
    writer.join();
    ASSERT_TRUE(sent.has_value());
    const auto number = sent->submissions;
    const auto kept = read([&](db::Tx& tx) { return submission(tx, district, id, number); });
    const auto sheet = sheet_of(kept->answers);
    const auto live = sheet_of(get(id).answers);
    EXPECT_EQ(sheet.at("goals-building").count("evidence"),
              live.at("goals-building").count("evidence"));
    if (saved) {
      EXPECT_EQ(sheet.at("goals-building").at("evidence").value.value, text);
    }
    withdrawn(id);
  }
}

INSTANTIATE_STORE_TEST(Answers);

}  // namespace
}  // namespace tandem::balance
