#include "continuum/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tandem::continuum {
namespace {

// A of one layer, by van der Eijk's formulas 1 and 2. U counts the triples of categories, in
// their order, that speak for one peak (110, 011) and those that speak against it (101).
double agreement_of_layer(const std::vector<bool>& chosen) {
  const auto k = static_cast<double>(chosen.size());
  const auto s = static_cast<double>(std::count(chosen.begin(), chosen.end(), true));
  double with = 0;
  double against = 0;
  for (std::size_t a = 0; a < chosen.size(); ++a) {
    for (std::size_t b = a + 1; b < chosen.size(); ++b) {
      for (std::size_t c = b + 1; c < chosen.size(); ++c) {
        if (chosen[a] && !chosen[b] && chosen[c]) ++against;
        if ((chosen[a] && chosen[b] && !chosen[c]) || (!chosen[a] && chosen[b] && chosen[c])) {
          ++with;
        }
      }
    }
  }
  // With one category chosen, or all of them, there is no such triple: unimodal.
  const double u =
      with + against == 0 ? 1 : ((k - 2) * with - (k - 1) * against) / ((k - 2) * (with + against));
  return u * (1 - (s - 1) / (k - 1));
}

}  // namespace

std::optional<double> van_der_eijk(const std::vector<std::int64_t>& counts) {
  const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (total <= 0 || counts.size() < 2) return std::nullopt;
  auto rest = counts;
  double sum = 0;
  while (true) {
    std::vector<bool> chosen;
    std::int64_t least = 0;
    std::int64_t categories = 0;
    for (const auto count : rest) {
      chosen.push_back(count > 0);
      if (count <= 0) continue;
      least = categories == 0 ? count : std::min(least, count);
      ++categories;
    }
    if (categories == 0) return sum;
    const auto weight = static_cast<double>(least * categories) / static_cast<double>(total);
    sum += weight * agreement_of_layer(chosen);
    for (auto& count : rest) count = std::max<std::int64_t>(0, count - least);
  }
}

std::optional<double> krippendorff(const std::vector<std::vector<int>>& units, Metric metric) {
  // The coincidence matrix: every pair of values within a unit, each unit's weight being its
  // number of values.
  std::map<std::pair<int, int>, double> coincidences;
  std::map<int, double> totals;
  double n = 0;
  for (const auto& values : units) {
    if (values.size() < 2) continue;
    const double weight = 1.0 / static_cast<double>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < values.size(); ++j) {
        if (i != j) coincidences[{values[i], values[j]}] += weight;
      }
      totals[values[i]] += 1;
      n += 1;
    }
  }
  if (totals.size() < 2) return std::nullopt;
  const auto distance = [&](int a, int b) {
    if (a == b) return 0.0;
    if (metric == Metric::nominal) return 1.0;
    if (metric == Metric::interval) return std::pow(static_cast<double>(a - b), 2);
    double between = 0;  // how many values lie from one to the other, the ends by half
    for (auto at = totals.find(std::min(a, b)); at != totals.end(); ++at) {
      between += at->second;
      if (at->first == std::max(a, b)) break;
    }
    return std::pow(between - (totals.at(a) + totals.at(b)) / 2, 2);
  };
  double observed = 0;
  for (const auto& [pair, count] : coincidences)
    observed += count * distance(pair.first, pair.second);
  double expected = 0;
  for (const auto& [a, of_a] : totals) {
    for (const auto& [b, of_b] : totals) expected += of_a * of_b * distance(a, b);
  }
  return 1 - (n - 1) * observed / expected;
}

std::optional<double> median(const std::vector<std::int64_t>& counts) {
  const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (total <= 0) return std::nullopt;
  const auto at = [&](std::int64_t index) {  // of the sorted values, from 0
    std::size_t place = 0;
    while (index >= counts[place]) index -= counts[place++];
    return static_cast<double>(place + 1);
  };
  return (at((total - 1) / 2) + at(total / 2)) / 2;
}

}  // namespace tandem::continuum
