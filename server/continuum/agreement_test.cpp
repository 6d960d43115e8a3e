#include "continuum/agreement.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace tandem::continuum {
namespace {

constexpr double kExact = 1e-12;

// Krippendorff (2011), section C: four observers, twelve units, missing values.
std::vector<std::vector<int>> worked_example() {
  const std::vector<std::vector<int>> observers{
      {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
      {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
      {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
      {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
  };
  std::vector<std::vector<int>> units(12);
  for (const auto& values : observers) {
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      if (values[unit] != 0) units[unit].push_back(values[unit]);
    }
  }
  return units;
}

TEST(Krippendorff, GivesWhatWasPublished) {
  EXPECT_NEAR(*krippendorff(worked_example(), Metric::nominal), 0.743, 0.0005);
  EXPECT_NEAR(*krippendorff(worked_example(), Metric::ordinal), 0.815, 0.0005);
  EXPECT_NEAR(*krippendorff(worked_example(), Metric::interval), 0.849, 0.0005);
}

TEST(Krippendorff, SaysNothingWhereThereIsNothingToCompare) {
  EXPECT_FALSE(krippendorff({}, Metric::ordinal));
  EXPECT_FALSE(krippendorff({{1}, {2}}, Metric::ordinal));
  EXPECT_FALSE(krippendorff({{2, 2}, {2, 2, 2}}, Metric::ordinal));
}

TEST(Krippendorff, IsOneWhereAllAgree) {
  for (const auto metric : {Metric::nominal, Metric::ordinal, Metric::interval}) {
    EXPECT_NEAR(*krippendorff({{1, 1}, {3, 3, 3}, {4, 4}}, metric), 1, kExact);
  }
}

RC_GTEST_PROP(Krippendorff, DoesNotDependOnTheOrderOfRatersOrUnits, ()) {
  auto units = *rc::gen::container<std::vector<std::vector<int>>>(
      6, rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 5)));
  const auto before = krippendorff(units, Metric::ordinal);
  std::reverse(units.begin(), units.end());
  for (auto& unit : units) std::reverse(unit.begin(), unit.end());
  const auto after = krippendorff(units, Metric::ordinal);
  RC_ASSERT(before.has_value() == after.has_value());
  if (before) RC_ASSERT(std::abs(*before - *after) < 1e-9);
}

RC_GTEST_PROP(Krippendorff, IsAtMostOne, ()) {
  const auto units = *rc::gen::container<std::vector<std::vector<int>>>(
      5, rc::gen::container<std::vector<int>>(3, rc::gen::inRange(1, 5)));
  for (const auto metric : {Metric::nominal, Metric::ordinal, Metric::interval}) {
    const auto alpha = krippendorff(units, metric);
    if (alpha) RC_ASSERT(*alpha <= 1 + 1e-9);
  }
}

TEST(VanDerEijk, HasItsThreeFixedPoints) {
  EXPECT_NEAR(*van_der_eijk({0, 12, 0, 0}), 1, kExact);
  EXPECT_NEAR(*van_der_eijk({3, 3, 3, 3}), 0, kExact);
  EXPECT_NEAR(*van_der_eijk({6, 0, 0, 6}), -1, kExact);
  EXPECT_FALSE(van_der_eijk({0, 0, 0, 0}));
}

// By hand: layers (1,1,1,1,1,1,1) x 10, (1,1,1,1,1,1,0) x 20, ... of the sample distribution that
// goes with the published programs for A.
TEST(VanDerEijk, GivesWhatIsKnownForALongScale) {
  EXPECT_NEAR(*van_der_eijk({30, 40, 210, 130, 530, 50, 10}), 0.6113, 0.0005);
}

// Two of four categories next to each other: U = 1, A = 1 - 1/3.
TEST(VanDerEijk, CountsNeighboursAsNearAgreement) {
  EXPECT_NEAR(*van_der_eijk({0, 5, 5, 0}), 2.0 / 3, kExact);
}

RC_GTEST_PROP(VanDerEijk, LiesBetweenMinusOneAndOneAndReadsBothWays, ()) {
  auto counts =
      *rc::gen::container<std::vector<std::int64_t>>(4, rc::gen::inRange<std::int64_t>(0, 40));
  RC_PRE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) > 0);
  const auto a = *van_der_eijk(counts);
  RC_ASSERT(a >= -1 - 1e-9 && a <= 1 + 1e-9);
  std::reverse(counts.begin(), counts.end());
  RC_ASSERT(std::abs(a - *van_der_eijk(counts)) < 1e-9);
}

RC_GTEST_PROP(VanDerEijk, DependsOnSharesOnly, ()) {
  auto counts =
      *rc::gen::container<std::vector<std::int64_t>>(5, rc::gen::inRange<std::int64_t>(0, 20));
  RC_PRE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) > 0);
  const auto a = *van_der_eijk(counts);
  for (auto& count : counts) count *= 3;
  RC_ASSERT(std::abs(a - *van_der_eijk(counts)) < 1e-9);
}

TEST(Median, IsTheMiddleOrBetweenTheTwoMiddleOnes) {
  EXPECT_FALSE(median({0, 0}));
  EXPECT_EQ(*median({1, 0, 2, 0}), 3);
  EXPECT_EQ(*median({2, 0, 2, 0}), 2);
  EXPECT_EQ(*median({0, 1, 1, 0}), 2.5);
}

RC_GTEST_PROP(Median, IsThatOfTheSortedValues, ()) {
  auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5)));
  std::vector<std::int64_t> counts(4, 0);
  for (const int value : values) ++counts[static_cast<std::size_t>(value - 1)];
  std::sort(values.begin(), values.end());
  const double expected = (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0;
  RC_ASSERT(*median(counts) == expected);
}

}  // namespace
}  // namespace tandem::continuum
