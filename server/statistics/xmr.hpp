// XmR charts (individuals and moving range): what a series does when nothing has changed, and
// which of its points say that something has.
//
// Limits: mean +/- 2.66 x mean moving range (2.66 is 3 / 1.128, where 1.128 is the expected range
// of two values of a normal distribution with deviation 1). Rules: Donald J. Wheeler,
// Understanding Variation, 2nd edition, chapters 3 and 4: a point outside the limits, eight in a
// row on one side of the mean; and six in a row that rise or fall. The NHS's Making Data Count
// takes seven for a run on one side: we take Wheeler's eight, so there are fewer false alarms.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

namespace tandem::statistics {

// With fewer values limits say more about chance than about the process.
inline constexpr std::size_t kFewestForLimits = 6;
// From here on limits hardly move; before, they are provisional.
inline constexpr std::size_t kFirmLimits = 12;
inline constexpr std::size_t kRunOnOneSide = 8;
inline constexpr std::size_t kTrend = 6;
inline constexpr double kLimitFactor = 2.66;

struct Limits {
  double mean = 0;
  double moving_range = 0;  // the mean of |x[i] - x[i-1]|
  double lower = 0;
  double upper = 0;
};

enum class SignalKind { outside, run, trend };
BOOST_DESCRIBE_ENUM(SignalKind, outside, run, trend)

struct Signal {
  SignalKind kind{};
  std::size_t first = 0;  // places in the series, both included
  std::size_t last = 0;
  bool up = false;  // above the mean or limit; for a trend: rising
  friend bool operator==(const Signal&, const Signal&) = default;
};

struct Chart {
  std::optional<Limits> limits;  // none: not enough values
  bool provisional = false;
  std::vector<Signal> signals;  // by place; runs and trends as long as they last
};

// Values in the order of time.
Chart xmr(const std::vector<double>& values);

}  // namespace tandem::statistics
