#include "statistics/equity.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace tandem::statistics {
namespace {

// Computed by hand from the formulas of Berne and Stiefel (equity.hpp names them), not taken
// from a publication: 100 pupils at 4000, 300 at 5000, 200 at 6000, 400 at 8000.
//   N = 1000, money = 0.4 + 1.5 + 1.2 + 3.2 = 6.3 million, mean 6300
//   median: 400 pupils are at or below 5000, 600 at or below 6000: 6000
//   5th percentile 4000, 95th 8000: federal range ratio 1
//   variance: (100 * 2300^2 + 300 * 1300^2 + 200 * 300^2 + 400 * 1700^2) / 1000 = 2 210 000
//   McLoone: (0.4 + 1.5 + 1.2) million / (600 * 6000) = 3.1 / 3.6
//   Verstegen: (1.2 + 3.2) million / (600 * 6000) = 4.4 / 3.6
//   Gini: pairs 1-2 30000 * 1000, 1-3 20000 * 2000, 1-4 40000 * 4000, 2-3 60000 * 1000,
//   2-4 120000 * 3000, 3-4 80000 * 2000: 810 million, twice that over 2 * 1000^2 * 6300
const std::vector<PupilAmount> kExample{{400, 8000}, {100, 4000}, {200, 6000}, {300, 5000}};

TEST(EquityStatistics, AreThoseOfTheExampleComputedByHand) {
  const auto found = equity_statistics(kExample).value();
  EXPECT_DOUBLE_EQ(found.mean, 6300);
  EXPECT_DOUBLE_EQ(found.median, 6000);
  EXPECT_DOUBLE_EQ(found.lowest, 4000);
  EXPECT_DOUBLE_EQ(found.highest, 8000);
  EXPECT_DOUBLE_EQ(*found.federal_range_ratio, 1);
  EXPECT_NEAR(*found.coefficient_of_variation, std::sqrt(2'210'000.0) / 6300, 1e-12);
  EXPECT_NEAR(*found.coefficient_of_variation, 0.235969, 1e-6);
  EXPECT_NEAR(*found.mcloone, 0.861111, 1e-6);
  EXPECT_NEAR(*found.verstegen, 1.222222, 1e-6);
  EXPECT_NEAR(*found.gini, 810.0 / 6300, 1e-12);
}

TEST(EquityStatistics, OfNothingAndOfNoMoney) {
  EXPECT_FALSE(equity_statistics({}).has_value());
  const auto none = equity_statistics({{10, 0}, {20, 0}}).value();
  EXPECT_EQ(none.mean, 0);
  EXPECT_FALSE(none.coefficient_of_variation || none.mcloone || none.verstegen || none.gini ||
               none.federal_range_ratio);
}

TEST(EquityStatistics, ASchoolMoreOrLessAtTheMedianIsCounted) {
  // Half of the pupils are at the lower amount: that is the median.
  const auto found = equity_statistics({{50, 100}, {50, 300}}).value();
  EXPECT_EQ(found.median, 100);
  EXPECT_DOUBLE_EQ(*found.mcloone, 1);
  EXPECT_DOUBLE_EQ(*found.verstegen, 2);
}

rc::Gen<std::vector<PupilAmount>> any_schools() {
  return rc::gen::nonEmpty(rc::gen::container<std::vector<PupilAmount>>(rc::gen::apply(
      [](int pupils, int amount) {
        return PupilAmount{double(pupils), double(amount)};
      },
      rc::gen::inRange(1, 2000), rc::gen::inRange(0, 30'000))));
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * (1 + std::abs(a) + std::abs(b)); }
bool near(std::optional<double> a, std::optional<double> b) {
  return a.has_value() == b.has_value() && (!a || near(*a, *b));
}

RC_GTEST_PROP(EquityStatistics, StayWithinTheirBounds, ()) {
  const auto found = equity_statistics(*any_schools()).value();
  RC_ASSERT(found.lowest <= found.median && found.median <= found.highest);
  RC_ASSERT(found.lowest <= found.mean * (1 + 1e-12) && found.mean <= found.highest * (1 + 1e-12));
  if (found.mcloone) RC_ASSERT(*found.mcloone >= 0 && *found.mcloone <= 1 + 1e-12);
  if (found.verstegen) RC_ASSERT(*found.verstegen >= 1 - 1e-12);
  if (found.gini) RC_ASSERT(*found.gini >= 0 && *found.gini < 1);
  if (found.federal_range_ratio) RC_ASSERT(*found.federal_range_ratio >= 0);
}

RC_GTEST_PROP(EquityStatistics, GiniIsItsDefinition, ()) {
  const auto schools = *any_schools();
  const auto found = equity_statistics(schools).value();
  double pupils = 0;
  double differences = 0;
  for (const auto& a : schools) {
    pupils += a.pupils;
    for (const auto& b : schools)
      differences += a.pupils * b.pupils * std::abs(a.amount - b.amount);
  }
  if (found.gini) RC_ASSERT(near(*found.gini, differences / (2 * pupils * pupils * found.mean)));
}

// The unit is the pupil: nothing depends on the order of schools, on how pupils with the same
// amount are put into schools, or on whether money is counted in dollars or in cents.
RC_GTEST_PROP(EquityStatistics, DependOnPupilsAlone, ()) {
  const auto schools = *any_schools();
  const auto found = equity_statistics(schools).value();
  std::vector<PupilAmount> other(schools.rbegin(), schools.rend());
  other.front().pupils /= 2;
  other.push_back(other.front());
  for (auto& school : other) school.amount *= 100;
  const auto again = equity_statistics(other).value();
  RC_ASSERT(near(found.median * 100, again.median));
  RC_ASSERT(near(found.coefficient_of_variation, again.coefficient_of_variation));
  RC_ASSERT(near(found.mcloone, again.mcloone) && near(found.verstegen, again.verstegen));
  RC_ASSERT(near(found.gini, again.gini));
  RC_ASSERT(near(found.federal_range_ratio, again.federal_range_ratio));
}

// Pigou and Dalton: money that goes from a richer school to a poorer one of the same size, and
// leaves it the poorer or equal, makes the spread no larger.
RC_GTEST_PROP(EquityStatistics, ATransferToThePoorerMakesItNoLessEqual, ()) {
  auto schools = *any_schools();
  schools.push_back({100, 5000});
  schools.push_back({100, 9000});
  const auto before = equity_statistics(schools).value();
  const auto sum = double(*rc::gen::inRange(0, 2001));
  schools[schools.size() - 2].amount += sum;
  schools.back().amount -= sum;
  const auto after = equity_statistics(schools).value();
  RC_ASSERT(*after.gini <= *before.gini + 1e-12);
  RC_ASSERT(*after.coefficient_of_variation <= *before.coefficient_of_variation + 1e-12);
}

}  // namespace
}  // namespace tandem::statistics
