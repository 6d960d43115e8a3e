#include "statistics/xmr.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <tuple>

namespace tandem::statistics {
namespace {

Limits limits_of(const std::vector<double>& values) {
  Limits limits;
  const auto count = static_cast<double>(values.size());
  limits.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double ranges = 0;
  for (std::size_t i = 1; i < values.size(); ++i) ranges += std::abs(values[i] - values[i - 1]);
  limits.moving_range = ranges / (count - 1);
  limits.lower = limits.mean - kLimitFactor * limits.moving_range;
  limits.upper = limits.mean + kLimitFactor * limits.moving_range;
  return limits;
}

// Of two sides, or neither.
int side(double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

// Stretches of at least `fewest` places on which side_of is the same and not 0. A stretch of n
// steps covers `extra` more values than it has places.
template <class SideOf>
void stretches(std::size_t places, std::size_t fewest, std::size_t extra, SignalKind kind,
               SideOf&& side_of, std::vector<Signal>& found) {
  std::size_t begin = 0;
  while (begin < places) {
    const int here = side_of(begin);
    std::size_t end = begin + 1;
    while (end < places && side_of(end) == here) ++end;
    if (here != 0 && end - begin >= fewest) {
      found.push_back({kind, begin, end - 1 + extra, here > 0});
    }
    begin = end;
  }
}

}  // namespace

Chart xmr(const std::vector<double>& values) {
  Chart chart;
  if (values.size() < kFewestForLimits) return chart;
  const Limits limits = limits_of(values);
  chart.limits = limits;
  chart.provisional = values.size() < kFirmLimits;

  // A value computed in two ways must not fall outside by the last bit.
  const double hair = 1e-9 * std::max({1.0, std::abs(limits.mean), limits.moving_range});
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] > limits.upper + hair) chart.signals.push_back({SignalKind::outside, i, i, true});
    if (values[i] < limits.lower - hair) {
      chart.signals.push_back({SignalKind::outside, i, i, false});
    }
  }
  const auto from_mean = [&](std::size_t i) {
    const double distance = values[i] - limits.mean;
    return std::abs(distance) <= hair ? 0 : side(distance);
  };
  stretches(values.size(), kRunOnOneSide, 0, SignalKind::run, from_mean, chart.signals);
  // Six values in a row are five steps.
  const auto step = [&](std::size_t i) { return side(values[i + 1] - values[i]); };
  stretches(values.size() - 1, kTrend - 1, 1, SignalKind::trend, step, chart.signals);

  std::sort(chart.signals.begin(), chart.signals.end(), [](const Signal& a, const Signal& b) {
    return std::tie(a.first, a.last, a.kind) < std::tie(b.first, b.last, b.kind);
  });
  return chart;
}

}  // namespace tandem::statistics
