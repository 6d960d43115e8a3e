#include "plan/cache.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace tandem::plan {
namespace {

std::function<Result<std::string>()> gives(std::string text, int* count = nullptr) {
  return [text = std::move(text), count]() -> Result<std::string> {
    if (count != nullptr) ++*count;
    return text;
  };
}

TEST(DocumentCache, MakesADocumentOnceForEachRevision) {
  DocumentCache cache(1000);
  int made = 0;
  const auto first = cache.get("a", 1, gives("one", &made));
  EXPECT_EQ(*first->bytes, "one");
  EXPECT_EQ(cache.get("a", 1, gives("other", &made))->bytes, first->bytes) << "the same bytes";
  EXPECT_EQ(*cache.get("a", 2, gives("two", &made))->bytes, "two");
  EXPECT_EQ(made, 2);
  EXPECT_EQ(cache.get("a", 1, gives("old", &made))->revision, 2) << "never back to an older one";
  EXPECT_EQ(cache.bytes(), 3U);
}

TEST(DocumentCache, KeepsNothingOfAFailure) {
  DocumentCache cache(1000);
  const auto failed =
      cache.get("a", 1, []() -> Result<std::string> { return problem::not_found("plan"); });
  EXPECT_EQ(failed.error().status, 404);
  EXPECT_EQ(*cache.get("a", 1, gives("one"))->bytes, "one");
}

TEST(DocumentCache, LetsGoOfWhatWasAskedForLongestAgo) {
  DocumentCache cache(10);
  int made = 0;
  cache.get("a", 1, gives("aaaa", &made));
  cache.get("b", 1, gives("bbbb", &made));
  cache.get("a", 1, gives("aaaa", &made));
  cache.get("c", 1, gives("cccc", &made));
  EXPECT_EQ(cache.bytes(), 8U);
  cache.get("a", 1, gives("aaaa", &made));
  EXPECT_EQ(made, 3) << "a stayed";
  cache.get("b", 1, gives("bbbb", &made));
  EXPECT_EQ(made, 4) << "b had gone";
  EXPECT_EQ(cache.get("d", 1, gives("far more than it holds"))->bytes->size(), 22U);
  EXPECT_LE(cache.bytes(), 10U);
}

TEST(DocumentCache, ManyAskAndOneMakes) {
  DocumentCache cache(1000);
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (std::int64_t revision = 1; revision <= 50; ++revision) {
        const auto got = cache.get("a", revision, [&]() -> Result<std::string> {
          ++made;
          return std::to_string(revision);
        });
        EXPECT_GE(got->revision, revision);
        EXPECT_EQ(*got->bytes, std::to_string(got->revision));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_LE(made, 50);
}

}  // namespace
}  // namespace tandem::plan
