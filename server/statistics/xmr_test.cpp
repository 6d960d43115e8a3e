#include "statistics/xmr.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace tandem::statistics {
namespace {

// NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2, individuals control charts:
// flow rates of ten batches. The handbook gives mean 50.81, mean moving range 1.8778 and limits
// 45.8159 and 55.8041; it divides by 1.128 where Wheeler multiplies by 2.66.
TEST(Xmr, AgreesWithTheHandbooksExample) {
  const auto chart = xmr({49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1});
  ASSERT_TRUE(chart.limits.has_value());
  EXPECT_NEAR(chart.limits->mean, 50.81, 1e-9);
  EXPECT_NEAR(chart.limits->moving_range, 1.8778, 5e-5);
  EXPECT_NEAR(chart.limits->lower, 45.8159, 1e-3);
  EXPECT_NEAR(chart.limits->upper, 55.8041, 1e-3);
  EXPECT_TRUE(chart.signals.empty());
  EXPECT_TRUE(chart.provisional);
}

// Where 2.66 comes from: three deviations, and the expected range of two values of a normal
// distribution with deviation 1 is 2 / sqrt(pi) = 1.128 (their difference has deviation sqrt(2),
// and the mean of its size is sqrt(2) * sqrt(2 / pi)). Wheeler rounds 2.6587 to 2.66.
TEST(Xmr, TakesThreeDeviationsByTheMeanMovingRange) {
  const double expected_range = 2 / std::sqrt(std::acos(-1.0));
  EXPECT_NEAR(expected_range, 1.128, 5e-4);
  EXPECT_NEAR(kLimitFactor, 3 / expected_range, 2e-3);
}

TEST(Xmr, SaysNothingOfFewValues) {
  for (std::size_t n = 0; n < kFewestForLimits; ++n) {
    EXPECT_FALSE(xmr(std::vector<double>(n, 3.0)).limits.has_value());
  }
}

TEST(Xmr, SeesAPointOutside) {
  const auto chart = xmr({48, 52, 48, 52, 48, 52, 48, 52, 70, 52, 48, 52, 48, 52});
  ASSERT_EQ(chart.signals.size(), 1U);
  EXPECT_EQ(chart.signals[0], (Signal{SignalKind::outside, 8, 8, true}));
  EXPECT_FALSE(chart.provisional);
}

TEST(Xmr, SeesEightOnOneSideAndNotSeven) {
  const auto with = [](std::size_t low) {
    std::vector<double> values;
    for (std::size_t i = 0; i < low; ++i) values.push_back(i % 2 == 0 ? 10 : 9);
    for (std::size_t i = 0; i < low; ++i) values.push_back(i % 2 == 0 ? 11 : 12);
    return xmr(values).signals;
  };
  EXPECT_TRUE(with(7).empty());
  const auto signals = with(8);
  ASSERT_EQ(signals.size(), 2U);
  EXPECT_EQ(signals[0], (Signal{SignalKind::run, 0, 7, false}));
  EXPECT_EQ(signals[1], (Signal{SignalKind::run, 8, 15, true}));
}

TEST(Xmr, SeesSixRisingAndNotFive) {
  const auto five = xmr({5, 4, 1, 2, 3, 4, 5, 1, 2, 1, 2, 1, 3});
  for (const auto& signal : five.signals) EXPECT_NE(signal.kind, SignalKind::trend);
  const auto six = xmr({5, 4, 1, 2, 3, 4, 5, 6, 1, 2, 1, 2, 1, 3});
  const Signal trend{SignalKind::trend, 2, 7, true};
  EXPECT_NE(std::find(six.signals.begin(), six.signals.end(), trend), six.signals.end());
}

TEST(Xmr, SeesNothingInValuesThatNeverMove) {
  EXPECT_TRUE(xmr(std::vector<double>(20, 42.0)).signals.empty());
}

std::vector<double> any_series() {
  const auto whole = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000));
  return {whole.begin(), whole.end()};
}

RC_GTEST_PROP(Xmr, TurnsOverWithItsValues, ()) {
  const auto values = any_series();
  std::vector<double> turned;
  for (const double v : values) turned.push_back(-v);
  const auto chart = xmr(values);
  const auto other = xmr(turned);
  RC_ASSERT(chart.signals.size() == other.signals.size());
  for (const auto& signal : chart.signals) {
    const Signal expected{signal.kind, signal.first, signal.last, !signal.up};
    RC_ASSERT(std::count(other.signals.begin(), other.signals.end(), expected) == 1);
  }
  if (chart.limits) RC_ASSERT(std::abs(chart.limits->upper + other.limits->lower) < 1e-6);
}

RC_GTEST_PROP(Xmr, DoesNotDependOnTheUnit, ()) {
  const auto values = any_series();
  std::vector<double> moved;
  for (const double v : values) moved.push_back(4 * v + 1024);  // exact in binary
  RC_ASSERT(xmr(values).signals == xmr(moved).signals);
}

RC_GTEST_PROP(Xmr, SignalsLieInTheSeriesAndAreLongEnough, ()) {
  const auto values = any_series();
  for (const auto& signal : xmr(values).signals) {
    RC_ASSERT(signal.first <= signal.last);
    RC_ASSERT(signal.last < values.size());
    const auto length = signal.last - signal.first + 1;
    if (signal.kind == SignalKind::run) RC_ASSERT(length >= kRunOnOneSide);
    if (signal.kind == SignalKind::trend) RC_ASSERT(length >= kTrend);
  }
}

}  // namespace
}  // namespace tandem::statistics
