#include "identity/attempts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace tandem::identity {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr AttemptLimits kLimits{3, 5, seconds{60}};

class AttemptsTest : public ::testing::Test {
 protected:
  Attempts::Time now{};
  Attempts attempts{kLimits, [this] { return now; }};
};

TEST_F(AttemptsTest, StopsAnEmailAfterItsLimitAndSaysForHowLong) {
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(attempts.begin("ana", "here").has_value());
    now += seconds{10};
  }
  EXPECT_EQ(attempts.begin("ana", "elsewhere"), seconds{30});
  EXPECT_FALSE(attempts.begin("ben", "elsewhere").has_value());
  now += seconds{29};
  EXPECT_EQ(attempts.begin("ana", "here"), seconds{1});
  now += seconds{1};
  EXPECT_FALSE(attempts.begin("ana", "here").has_value());
  EXPECT_EQ(attempts.begin("ana", "here"), seconds{10});  // it slides
}

TEST_F(AttemptsTest, StopsAPeerThatTriesManyEmails) {
  for (const auto* email : {"a", "b", "c", "d", "e"}) {
    EXPECT_FALSE(attempts.begin(email, "there").has_value());
  }
  EXPECT_TRUE(attempts.begin("f", "there").has_value());
  EXPECT_FALSE(attempts.begin("f", "here").has_value());
}

TEST_F(AttemptsTest, ForgivesWhoeverSucceeds) {
  for (int i = 0; i < 50; ++i) {
    ASSERT_FALSE(attempts.begin("ana", "here").has_value());
    attempts.succeeded("ana", "here");
  }
}

RC_GTEST_PROP(AttemptsProperty, NeverLetsMoreThanTheLimitThroughInAnyWindow,
              (std::vector<std::pair<std::uint8_t, std::uint8_t>> steps)) {
  Attempts::Time now{};
  Attempts attempts{kLimits, [&] { return now; }};
  std::map<std::string, std::vector<Attempts::Time>> passed;
  for (const auto& [who, pause] : steps) {
    now += seconds{pause % 30};
    const auto email = "e" + std::to_string(who % 3);
    const auto wait = attempts.begin(email, "peer");
    if (wait) {
      RC_ASSERT(*wait > seconds{0} && *wait <= kLimits.window);
      continue;
    }
    passed[email].push_back(now);
    passed["peer"].push_back(now);
    for (const auto& [key, times] : passed) {
      const auto recent = std::count_if(times.begin(), times.end(),
                                        [&, at = now](auto t) { return t + kLimits.window > at; });
      RC_ASSERT(static_cast<std::size_t>(recent) <=
                (key == "peer" ? kLimits.per_peer : kLimits.per_email));
    }
  }
}

RC_GTEST_PROP(AttemptsProperty, LetsOneThroughAfterTheWaitItNamed, (std::uint8_t tries)) {
  Attempts::Time now{};
  Attempts attempts{kLimits, [&] { return now; }};
  std::optional<seconds> wait;
  for (int i = 0; i < 3 + tries % 20; ++i) {
    now += seconds{i % 4};
    wait = attempts.begin("ana", "peer");
  }
  if (wait) now += *wait;
  else now += minutes{1};
  RC_ASSERT(!attempts.begin("ana", "peer").has_value());
}

}  // namespace
}  // namespace tandem::identity
