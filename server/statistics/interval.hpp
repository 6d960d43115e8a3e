// How sure a percentage of few people can be.
#pragma once

#include <cstdint>

namespace tandem::statistics {

struct Interval {
  double low = 0;
  double high = 0;
};

// The score interval of E. B. Wilson (1927) for a proportion: `share` (0 to 1) of n. It holds for
// small groups and for shares near 0 and 1, where the usual "plus or minus" does not. n > 0;
// confidence between 0 and 1, usually 0.95. Throws std::domain_error outside of that.
Interval wilson(double share, std::int64_t n, double confidence = 0.95);

}  // namespace tandem::statistics
