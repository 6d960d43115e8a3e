// How evenly money reaches pupils: the standard statistics of school finance. Pure.
//
// Sources: R. Berne and L. Stiefel, "The Measurement of Equity in School Finance" (Johns Hopkins
// University Press, 1984), and A. Odden and L. Picus, "School Finance: A Policy Perspective"
// (McGraw-Hill), the chapter on assessing equity; the Verstegen index after D. Verstegen. The unit
// is the pupil: a school counts as many times as it has pupils.
//
//   P_i pupils of school i, X_i its amount per pupil, N the sum of all P_i
//   mean       sum(P_i X_i) / N
//   percentile the smallest X with at least that part of all pupils at or below it
//   federal range ratio       (95th percentile - 5th percentile) / 5th percentile
//   coefficient of variation  sqrt(sum(P_i (X_i - mean)^2) / N) / mean
//   McLoone    over the schools at or below the median: sum(P_i X_i) / (median sum(P_i))
//   Verstegen  the same over those at or above the median
//   Gini       sum_i sum_j P_i P_j |X_i - X_j| / (2 N^2 mean)
#pragma once

#include <optional>
#include <vector>

namespace tandem::statistics {

struct PupilAmount {
  double pupils = 0;  // more than 0; may be weighted pupils
  double amount = 0;  // for each of them; not negative
};

struct EquityStatistics {
  double mean = 0;
  double median = 0;
  double lowest = 0;
  double highest = 0;
  // Nothing where it is divided by nothing.
  std::optional<double> federal_range_ratio;
  std::optional<double> coefficient_of_variation;  // 0: all the same
  std::optional<double> mcloone;                   // at most 1: all at or below the median the same
  std::optional<double> verstegen;                 // at least 1
  std::optional<double> gini;                      // 0: all the same, towards 1: one has all
};

// Nothing without schools.
std::optional<EquityStatistics> equity_statistics(std::vector<PupilAmount> schools);

}  // namespace tandem::statistics
