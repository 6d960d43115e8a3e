#include "statistics/equity.hpp"

#include <algorithm>
#include <cmath>

namespace tandem::statistics {
namespace {

using Sorted = std::vector<PupilAmount>;

// Schools are sorted by amount; part is between 0 and 1.
double percentile(const Sorted& schools, double pupils, double part) {
  // Sums of weights are not exact: what falls short by less than this has been reached.
  const double wanted = part * pupils * (1 - 1e-12);
  double reached = 0;
  for (const auto& school : schools) {
    reached += school.pupils;
    if (reached >= wanted) return school.amount;
  }
  return schools.back().amount;
}

std::optional<double> ratio(double above, double below) {
  if (below <= 0) return std::nullopt;
  return above / below;
}

// What those whom `among` picks have, against what they would have at the median.
template <class Among>
std::optional<double> against_median(const Sorted& schools, double median, Among&& among) {
  double has = 0;
  double would_have = 0;
  for (const auto& school : schools) {
    if (!among(school.amount)) continue;
    has += school.pupils * school.amount;
    would_have += school.pupils * median;
  }
  return ratio(has, would_have);
}

// Over all pairs of pupils, in one pass over the sorted schools: each difference is the higher
// amount times the pupils below it, less what those have.
double sum_of_differences(const Sorted& schools) {
  double pupils_below = 0;
  double money_below = 0;
  double sum = 0;
  for (const auto& school : schools) {
    sum += school.pupils * (school.amount * pupils_below - money_below);
    pupils_below += school.pupils;
    money_below += school.pupils * school.amount;
  }
  return 2 * sum;  // each pair counts both ways
}

}  // namespace

std::optional<EquityStatistics> equity_statistics(std::vector<PupilAmount> schools) {
  if (schools.empty()) return std::nullopt;
  std::sort(schools.begin(), schools.end(), [](const PupilAmount& a, const PupilAmount& b) {
    return a.amount != b.amount ? a.amount < b.amount : a.pupils < b.pupils;
  });
  double pupils = 0;
  double money = 0;
  for (const auto& school : schools) {
    pupils += school.pupils;
    money += school.pupils * school.amount;
  }
  EquityStatistics result;
  result.mean = money / pupils;
  result.median = percentile(schools, pupils, 0.5);
  result.lowest = schools.front().amount;
  result.highest = schools.back().amount;
  const double fifth = percentile(schools, pupils, 0.05);
  result.federal_range_ratio = ratio(percentile(schools, pupils, 0.95) - fifth, fifth);
  double squares = 0;
  for (const auto& school : schools) {
    squares += school.pupils * (school.amount - result.mean) * (school.amount - result.mean);
  }
  result.coefficient_of_variation = ratio(std::sqrt(squares / pupils), result.mean);
  const double median = result.median;
  result.mcloone = against_median(schools, median, [&](double x) { return x <= median; });
  result.verstegen = against_median(schools, median, [&](double x) { return x >= median; });
  // Rounding may leave a trace below zero where all are the same.
  result.gini =
      ratio(std::max(0.0, sum_of_differences(schools)), 2 * pupils * pupils * result.mean);
  return result;
}

}  // namespace tandem::statistics
