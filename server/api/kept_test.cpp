#include "api/kept.hpp"

#include <gtest/gtest.h>

namespace tandem::api {
namespace {

const Timestamp kNow{"2026-11-25T10:00:00.000Z"};
const Timestamp kLater{"2026-11-25T11:00:00.000Z"};

http::Request asking(const std::string& path, const std::string& session) {
  http::Request request;
  request.path = path;
  if (!session.empty()) request.headers["cookie"] = "tandem_session=" + session;
  return request;
}

Reply saying(const std::string& text) {
  Reply reply;
  reply.body = std::make_shared<const std::string>(text);
  return reply;
}

TEST(KeptAnswers, AreOfOneSessionAndPath) {
  const auto key = KeptAnswers::key_of(asking("/plan", "ada"));
  EXPECT_NE(key, KeptAnswers::key_of(asking("/plan", "ben")));
  EXPECT_NE(key, KeptAnswers::key_of(asking("/plan2", "ada")));
  EXPECT_EQ(key, KeptAnswers::key_of(asking("/plan", "ada")));
}

TEST(KeptAnswers, AreNotForStrangersQueriesAndChanges) {
  EXPECT_EQ(KeptAnswers::key_of(asking("/plan", "")), "");
  auto filtered = asking("/plan", "ada");
  filtered.query["year"] = "2026-27";
  EXPECT_EQ(KeptAnswers::key_of(filtered), "");
  auto writing = asking("/plan", "ada");
  writing.method = http::Method::post;
  EXPECT_EQ(KeptAnswers::key_of(writing), "");
}

TEST(KeptAnswers, StandUntilTheStoreChanges) {
  KeptAnswers kept;
  kept.put("ada", 7, saying("the plan"), kLater);
  ASSERT_TRUE(kept.find("ada", 7, kNow).has_value());
  EXPECT_EQ(*kept.find("ada", 7, kNow)->body, "the plan");
  EXPECT_FALSE(kept.find("ben", 7, kNow).has_value());
  EXPECT_FALSE(kept.find("ada", 8, kNow).has_value());
  EXPECT_FALSE(kept.has("ada"));
}

TEST(KeptAnswers, ThatAChangeOvertookAreNeverFound) {
  KeptAnswers kept;
  kept.put("ben", 8, saying("new"), kLater);
  kept.put("ada", 7, saying("old"), kLater);  // begun before the change, finished after it
  EXPECT_FALSE(kept.find("ada", 8, kNow).has_value());
}

TEST(KeptAnswers, EndWithTheSession) {
  KeptAnswers kept;
  kept.put("ada", 7, saying("the plan"), kNow);
  EXPECT_FALSE(kept.find("ada", 7, kNow).has_value());
}

TEST(KeptAnswers, AreBounded) {
  KeptAnswers kept;
  int held = 0;
  for (int i = 0; i < 10'000; ++i) kept.put(std::to_string(i), 1, saying("x"), kLater);
  for (int i = 0; i < 10'000; ++i) held += kept.has(std::to_string(i)) ? 1 : 0;
  EXPECT_GT(held, 0);
  EXPECT_LE(held, 2000);
}

}  // namespace
}  // namespace tandem::api
