#include "statistics/interval.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>

namespace tandem::statistics {
namespace {

// R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
// methods, Statistics in Medicine 17 (1998), 857-872, the four examples for method 3 (Wilson's
// score without continuity correction). What follows below derives the same interval without its
// formula.
TEST(Wilson, AgreesWithNewcombesTable) {
  struct Row {
    double count;
    std::int64_t n;
    double low;
    double high;
  };
  for (const auto& row : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605},
                          Row{0, 20, 0.0000, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    const auto interval = wilson(row.count / static_cast<double>(row.n), row.n);
    EXPECT_NEAR(interval.low, row.low, 5e-5);
    EXPECT_NEAR(interval.high, row.high, 5e-5);
  }
}

// The interval holds the shares that a test would not reject: at its ends the observed share is
// exactly z standard errors away, with the error that the end itself would have.
RC_GTEST_PROP(Wilson, EndsWhereTheScoreTestWouldReject, ()) {
  const auto n = *rc::gen::inRange<std::int64_t>(1, 3000);
  const auto count = *rc::gen::inRange<std::int64_t>(0, n + 1);
  const double share = static_cast<double>(count) / static_cast<double>(n);
  const auto interval = wilson(share, n);
  for (const double end : {interval.low, interval.high}) {
    if (end < 1e-12 || end > 1 - 1e-12) continue;  // as far as shares go
    const double error = std::sqrt(end * (1 - end) / static_cast<double>(n));
    RC_ASSERT(std::abs(std::abs(share - end) / error - 1.959963984540054) < 1e-6);
  }
}

TEST(Wilson, WantsAGroup) {
  EXPECT_THROW(wilson(0.5, 0), std::domain_error);
  EXPECT_THROW(wilson(1.5, 10), std::domain_error);
  EXPECT_THROW(wilson(0.5, 10, 1.0), std::domain_error);
}

RC_GTEST_PROP(Wilson, HoldsTheShareAndNarrowsWithTheGroup, ()) {
  const auto n = *rc::gen::inRange<std::int64_t>(1, 5000);
  const auto count = *rc::gen::inRange<std::int64_t>(0, n + 1);
  const double share = static_cast<double>(count) / static_cast<double>(n);
  const auto interval = wilson(share, n);
  RC_ASSERT(interval.low >= 0 && interval.high <= 1);
  RC_ASSERT(interval.low <= share + 1e-12 && share <= interval.high + 1e-12);
  const auto wider = wilson(share, n, 0.99);
  RC_ASSERT(wider.low <= interval.low + 1e-12 && interval.high <= wider.high + 1e-12);
  const auto larger = wilson(share, 4 * n);
  RC_ASSERT(larger.high - larger.low < interval.high - interval.low);
  const auto turned = wilson(1 - share, n);
  RC_ASSERT(std::abs(turned.low - (1 - interval.high)) < 1e-9);
}

}  // namespace
}  // namespace tandem::statistics
